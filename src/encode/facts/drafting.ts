import type { Act, ActKey, NamedPerson } from '../../model/header.js';

const LABELS: readonly (readonly [RegExp, ActKey])[] = [
  [/^(?:draft(?:ed|ing|er)?|dictated|typed)\b(?: by)?(?: officer)?\s*:?\s*/i, 'drafted'],
  [/^prepared\b(?: by)?\s*:?\s*/i, 'prepared'],
  [/^(?:contents and classification |contents |text )?approved\b(?: by)?\s*:?\s*/i, 'approved'],
  [/^(?:cleared|clearances?)\b(?: by| with| in draft)?\s*:?\s*/i, 'cleared'],
  [/^(?:concurr?(?:ed|ences?))\b(?: by| in by)?\s*:?\s*/i, 'concurred'],
];

/** `EUR/RPM: SLedogar:jbc`, `E:WLClayton:rsh`, `PM - RBartholomew`, `Mr. Smith (EUR)`: office and name. */
const ENTRY =
  /(?:(?<office>[A-Z][A-Z\d/&-]{0,16}(?::[A-Z/]{1,8})?)\s*(?::|\s[-–—]{1,2}\s|\s)\s*)?(?<name>(?:(?:Mr|Mrs|Ms|Miss|Dr|Amb)\.?\s)?[A-Z]{1,4}\.?\s?[A-Z]?[a-z][\p{L}'’-]+(?:\s[A-Z]\.?\s?[A-Z][\p{L}'’-]+)?|[A-Z][a-z]+\s(?:[A-Z]\.\s?)?[A-Z][\p{L}'’-]+)(?::\s?[a-z]{2,4}\b)?/gu;

/** What the drafting lines at the end of a typescript say of who drafted, cleared and approved it. */
export function draftingActs(lines: readonly string[]): readonly Act[] {
  const acts: { key: ActKey; phrase: string; persons: NamedPerson[] }[] = [];
  for (const line of lines) {
    for (const part of line.trim().split(/\s{3,}(?=[A-Z][a-z]+(?: [a-zA-Z]+){0,4} ?(?:by|:))/)) {
      let rest = part;
      const label = LABELS.map(([pattern, key]) => ({ match: pattern.exec(rest), key })).find(
        ({ match }) => match !== null,
      );
      if (label?.match !== null && label !== undefined) {
        const phrase = label.match[0].replace(/[\s:]+$/, '');
        acts.push({ key: label.key, phrase, persons: [] });
        rest = rest.slice(label.match[0].length);
      } else if (acts.length === 0) {
        const office = /^([A-Z][\w/ ]{0,14}?)\s?:\s?(?=[A-Z])/.exec(rest);
        if (office?.[1] === undefined) continue;
        // Symbols of offices have no small letters; what is left of others would be taken for a name.
        if (!/^[A-Z/]+$/.test(office[1])) rest = rest.slice(office[0].length);
        acts.push({ key: 'drafted', phrase: 'drafted', persons: [] });
      }
      const act = acts.at(-1);
      if (act === undefined) continue;
      for (const { groups } of rest.matchAll(ENTRY)) {
        const name = groups?.['name']?.replace(/^(?:Mr|Mrs|Ms|Miss|Dr|Amb)\.?\s/, '');
        const role = groups?.['office'];
        if (name !== undefined && !/^(?:Ext|Room|Date|Copy)\b/.test(name))
          act.persons.push({ name, ...(role === undefined ? {} : { role }) });
      }
    }
  }
  return acts.filter(({ persons }) => persons.length > 0).map((act) => ({ ...act, span: { start: 0, end: 0 } }));
}
