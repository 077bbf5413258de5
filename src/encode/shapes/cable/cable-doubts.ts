import { largest } from '../../../model/list.js';
import type { Party } from '../../../tei/header.js';
import { excerpt, type Finding, finding } from '../../facts/finding.js';
import type { Facts } from '../../regions/context.js';
import { captionOf } from './captions.js';
import type { CableLine } from './labels.js';
import { isNameLine } from './text-lines.js';

/**
 * What a cable's reading itself shows to be doubtful, whatever rule made it: values that have not the form of their field, and lines at the edges of
 * the text that look like lines of the sheet.
 */
export function readingDoubts(lines: readonly CableLine[], facts: Facts): readonly Finding[] {
  return [...partyDoubts(lines, facts), ...edgeDoubts(lines), ...insideDoubts(lines)];
}

/** Words of a transmission, of dates and of forms, which are no part of a post's name. */
const NO_POST =
  /\b(?:PRIORITY|IMMEDIATE|ROUTINE|FLASH|NIACT|CITE|INFO|INFORMATION|RPTD|REPEATED|COPY|DATED?|REC['’]?D|RECEIVED|CONTROL|SENT|PASS|SUBJECT|REF|TAGS|SECRET|CONFIDENTIAL|UNCLAS|BT|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC|A\.M|P\.M)\b|\b[ap]\.m\.|\d{3,}|[:;=]|\S\s{3,}\S/i;
/** Names of collectives and units have figures. */
const UNIT = /\b(?:AIG|CTF|CTG|CTU|TF|TG|FLEET|FLT|WING|DIV|GROUP|SQUADRON|CORPS|ARMY)\b/i;
const LONGEST_POST = 60;

function partyDoubts(lines: readonly CableLine[], { from = [], to = [], info = [] }: Facts): readonly Finding[] {
  const sides = [
    { what: 'sender', parties: from },
    { what: 'addressee', parties: to },
    { what: 'receiver of a copy', parties: info },
  ];
  const strange = sides.flatMap(({ what, parties }) => parties.filter(isStrange).map(({ name }) => ({ what, name })));
  if (strange.length === 0) return [];
  const places = new NamePlaces(lines);
  return strange.map(({ what, name }) => finding('EN132', { name: excerpt(name), what }, places.of(name)));
}

function isStrange({ name }: Party): boolean {
  return (!UNIT.test(name) && NO_POST.test(name)) || name.length > LONGEST_POST || !/\p{L}{2}/u.test(name);
}

/** Where names stand in a cable, found by their words and not by going through all lines for each. */
class NamePlaces {
  readonly #lines: readonly CableLine[];
  /** The lines that have a word, by the word. */
  readonly #having = new Map<string, CableLine[]>();
  readonly #found = new Map<string, number>();

  constructor(lines: readonly CableLine[]) {
    this.#lines = lines;
    for (const line of lines)
      for (const word of new Set(wordsIn(line.text))) {
        const having = this.#having.get(word);
        if (having === undefined) this.#having.set(word, [line]);
        else having.push(line);
      }
  }

  of(name: string): number {
    const found = this.#found.get(name) ?? this.#sought(name);
    this.#found.set(name, found);
    return found;
  }

  /** The first line that has the name, or its first word. */
  #sought(name: string): number {
    const [first = ''] = name.split(/\s+/);
    const line =
      this.#near(name).find(({ text }) => text.replace(/\s+/g, ' ').includes(name)) ??
      this.#near(first).find(({ text }) => text.includes(first));
    return line?.start ?? this.#lines[0]?.start ?? 0;
  }

  /** The lines that have the rarest of some words; all, where there is none. */
  #near(words: string): readonly CableLine[] {
    const having = wordsIn(words).map((word) => this.#having.get(word) ?? []);
    return having.reduce((least, other) => (other.length < least.length ? other : least), having[0] ?? this.#lines);
  }
}

function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A line of a text is seldom so short before it begins and after it ends. */
const SHORT = 45;

/** The first and the last paragraph of the text, where they are one short line without a stop, or begin with a label. */
function edgeDoubts(lines: readonly CableLine[]): readonly Finding[] {
  const own = lines.flatMap((line, at) => (isOfText(line) ? [at] : []));
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return [];
  const found: Finding[] = [];
  const isAlone = first === last || (lines[own[1] ?? 0]?.blankBefore ?? 0) > 0;
  if ((isAlone && isSheetLike(lines[first])) || isLabelled(lines[first])) found.push(edge(lines[first], 'beginning'));
  const isApart = (lines[last]?.blankBefore ?? 0) > 0 || lines[last - 1]?.furniture !== undefined;
  if (last !== first && ((isApart && isSheetLike(lines[last])) || isLabelled(lines[last])))
    found.push(edge(lines[last], 'end'));
  return found;
}

function edge(line: CableLine | undefined, where: string): Finding {
  return finding('EN133', { text: excerpt(line?.text ?? ''), where }, line?.start ?? 0);
}

function isOfText({ furniture, role }: CableLine): boolean {
  return furniture === undefined && role === 'text';
}

function isSheetLike(line: CableLine | undefined): boolean {
  const text = line?.text ?? '';
  return (
    text.length <= SHORT &&
    !/^(?:BEGIN|END|QUOTE|UNQUOTE)\b|REGARDS$/i.test(text) &&
    !/[.?!:,;"”)]$/.test(text) &&
    !/^\(?\w{1,2}[.)]\s|^(?:--?|\*)\s/.test(text)
  );
}

/** `Distribution: …`, `FILE NO: 4` */
function isLabelled(line: CableLine | undefined): boolean {
  return (
    /^(?:[A-Z][A-Z ./-]{1,24}|[A-Z][a-z]+(?: [a-z]+)?)\s*:(?!.*[.?!]$)/.test(line?.text ?? '') &&
    !SPOKEN.test(line?.text ?? '')
  );
}

/** Words with a colon that begin a paragraph. */
const SPOKEN =
  /^(?:(?:BEGIN |END )?(?:SUMMARY|COMMENT|TEXT|QUOTE|ACTION REQUEST(?:ED)?|FYI|NOTE|INTRODUCTION|BACKGROUND|CONFIDENTIAL|UNCLASSIFIED|SECRET))\b/i;

/** Lines that stand alone inside a text and are no words of it: figures, letters of operators, a name. */
function insideDoubts(lines: readonly CableLine[]): readonly Finding[] {
  const last = lines.findLastIndex(isOfText);
  return lines.flatMap((line, at) => {
    if (!isOfText(line) || line.text.length > 30) return [];
    const below = lines[at + 1];
    const isAlone =
      (line.blankBefore > 0 || lines[at - 1]?.furniture !== undefined) &&
      ((below?.blankBefore ?? 0) > 0 || below?.furniture !== undefined);
    if (!isAlone || below === undefined || at === last) return [];
    if (captionOf(line.text, true)?.isDoubtful === false || /^(?:BEGIN|END|QUOTE|UNQUOTE)\b/.test(line.text)) return [];
    const isOperators = /^[\d\s/#.-]+$/.test(line.text) || /^[A-Z]{1,4}\d*$/.test(line.text);
    return isOperators || (isNameLine(line.text) && /^[\p{Lu}' -]{4,}$/u.test(line.text)) ? [edge(line, 'middle')] : [];
  });
}

/** A section of a cable, as the line that counts it says. */
export interface Section {
  readonly number: number;
  readonly of: number;
}

/** The sections that a cable says to have and of which no head was found. */
export function missingSections(sections: readonly Section[], at: number): readonly Finding[] {
  const of = largest([0, ...sections.map((section) => section.of)]);
  if (of === 0 || of > 50) return [];
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter(
    (number) => !sections.some((section) => section.number === number),
  );
  return missing.length === 0 ? [] : [finding('EN065', { missing: missing.join(', '), of }, at)];
}
