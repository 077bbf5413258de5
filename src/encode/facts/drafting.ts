import type { Act, ActKey, NamedPerson } from '../../model/header.js';
import { append } from '../../model/list.js';

const LABELS: readonly (readonly [RegExp, ActKey])[] = [
  [/^(?:draft(?:ed|ing|er)?|dictated|typed)\b(?: by)?(?: officer)?\s*:?\s*/i, 'drafted'],
  [/^prepared\b(?: by)?\s*:?\s*/i, 'prepared'],
  [/^(?:contents and classification |contents |text )?approved\b(?: by)?\s*:?\s*/i, 'approved'],
  [/^(?:cleared|clearances?)\b(?: by| with| in draft)?\s*:?\s*/i, 'cleared'],
  [/^(?:concurr?(?:ed|ences?))\b(?: by| in by)?\s*:?\s*/i, 'concurred'],
];

const TITLE = 'Mr|Mrs|Ms|Miss|Dr|Amb';
const RANK = 'Col|Lt|Gen|Maj|Capt|Cdr|Adm|Brig|Cmdr';
/** What stands before a name and is none of it. */
const BEFORE_NAME = new RegExp(String.raw`^(?:(?:${TITLE}|${RANK})\.?\s){1,2}`);
/** What looks like a name and is a word of the line, or a rank alone. */
const NO_NAME = new RegExp(String.raw`^(?:Ext|Room|Date|Copy|Orig|${RANK})\b`);

/** `EUR/RPM: SLedogar:jbc`, `E:WLClayton:rsh`, `PM - RBartholomew`, `Mr. Smith (EUR)`: office and name. */
const ENTRY = new RegExp(
  String.raw`(?:(?<office>[A-Z][A-Z\d/&-]{0,16}(?::[A-Z/]{1,8})?)\s*(?::|\s[-–—]{1,2}\s|\s)\s*)?(?<name>(?:(?:${TITLE}|${RANK})\.?\s){0,2}(?:(?:[A-Z]\.\s?){1,3}[A-Z][\p{L}'’-]+|[A-Z]{1,4}\.?\s?[A-Z]?[a-z][\p{L}'’-]+(?:\s[A-Z]\.?\s?[A-Z][\p{L}'’-]+)?|[A-Z][a-z]+\s(?:[A-Z]\.\s?)?[A-Z][\p{L}'’-]+))(?::\s?[a-z]{2,4}\b)?`,
  'gu',
);

interface OpenAct {
  readonly key: ActKey;
  readonly phrase: string;
  readonly persons: NamedPerson[];
}

/** What the drafting lines at the end of a typescript say of who drafted, cleared and approved it. */
export function draftingActs(lines: readonly string[]): readonly Act[] {
  const acts: OpenAct[] = [];
  // Two acts can stand on one line.
  const parts = lines.flatMap((line) => line.trim().split(/\s{3,}(?=[A-Z][a-z]+(?: [a-zA-Z]+){0,4} ?(?:by|:))/));
  for (const part of parts) {
    const { act, rest } = labelled(part) ?? unlabelled(part, acts.at(-1));
    if (act === undefined) continue;
    if (act !== acts.at(-1)) acts.push(act);
    append(act.persons, personsIn(rest));
  }
  return acts.filter(({ persons }) => persons.length > 0).map((act) => ({ ...act, span: { start: 0, end: 0 } }));
}

/** `Drafted by: …`: the act, and what stands behind its label. */
function labelled(part: string): { readonly act: OpenAct; readonly rest: string } | undefined {
  for (const [pattern, key] of LABELS) {
    const label = pattern.exec(part)?.[0];
    if (label !== undefined)
      return { act: { key, phrase: label.replace(/[\s:]+$/, ''), persons: [] }, rest: part.slice(label.length) };
  }
  return undefined;
}

/** A line without a label goes on with the act above; the first says who drafted: `E:WLClayton:rsh`. */
function unlabelled(
  part: string,
  last: OpenAct | undefined,
): { readonly act: OpenAct | undefined; readonly rest: string } {
  const isMark = last?.key !== 'drafted' && MARK.test(part);
  if (last !== undefined && !isMark) return { act: last, rest: part };
  const alone = TYPED.exec(part)?.[1];
  if (alone !== undefined) return { act: { key: 'drafted', phrase: 'drafted', persons: [] }, rest: alone };
  const office = /^([A-Z][\w/ ]{0,14}?)\s?:\s?(?=[A-Z])/.exec(part);
  if (office?.[1] === undefined) return { act: undefined, rest: part };
  // Symbols of offices have no small letters; what is left of others would be taken for a name.
  const rest = /^[A-Z/]+$/.test(office[1]) ? part : part.slice(office[0].length);
  return { act: { key: 'drafted', phrase: 'drafted', persons: [] }, rest };
}

/** `ACDA/IR:JRMartens:plb`: the mark of who drafted, with that of the typist. */
const MARK = /^[A-Z]{1,6}(?:[/-][A-Z]{1,6}){0,3}:\s?[A-Z][A-Za-z]{3,}:\s?[a-z]{2,4}\b/;

/** `WJPorter/ec`, `JJSisco:bdp`: who drafted and who typed, without an office. */
const TYPED = /^([A-Z]{1,4}[a-z][\p{L}'’-]+)[/:]\s?[a-z]{2,4}$/u;

function personsIn(text: string): readonly NamedPerson[] {
  return [...text.matchAll(ENTRY)].flatMap(({ groups }): NamedPerson[] => {
    const name = groups?.['name']?.replace(BEFORE_NAME, '');
    const role = groups?.['office'];
    if (name === undefined || NO_NAME.test(name)) return [];
    return [{ name, ...(role === undefined ? {} : { role }) }];
  });
}
