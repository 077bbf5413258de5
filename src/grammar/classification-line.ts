import { NUMBER_WORDS, numberOfWord } from './number-words.js';
import { withoutSpelling } from './spelled-letters.js';

/** The classification line: `C O N F I D E N T I A L SECTION 01 OF 02 MOSCOW 00279`, `UNCLAS STATE 123456`. */
export interface ClassificationLine {
  /** In plain letters: `CONFIDENTIAL`. */
  readonly classification: string;
  readonly section?: { readonly number: number; readonly of: number };
  /** The post and number of the cable: `MOSCOW 00279`. */
  readonly message?: string;
  /** What else stands on the line, before the number or after it: `EXDIS`. */
  readonly rest?: string;
}

const LEVELS =
  'TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|UNCLAS|LIMITED OFFICIAL USE|LIMOFFUSE|OFFICIAL USE ONLY';
const PLAIN = new RegExp(`^(?:${LEVELS})(?![A-Z])`);

const NUMBER = `(\\d{1,2}|${NUMBER_WORDS.join('|')})`;
const SECTION = new RegExp(`\\b(?:SECTION|SEC|PART)\\s+${NUMBER}\\s+OF\\s+${NUMBER}\\b`);
/** `FINAL SECTION OF 2`: the number of the last is that of all. */
const FINAL = new RegExp(`\\bFINAL\\s+(?:SECTION|SEC|PART)\\s+OF\\s+${NUMBER}\\b`);

const LONGEST = 120;
/** The caveats of a line are not longer. */
const MOST_CAVEATS = 40;

/** Caveats can stand on the line too, before the number of the message or after it. */
const MESSAGE =
  /(?:^|\s)([A-Z][A-Z.'-]*(?: [A-Z][A-Z.'-]*){0,2})\s+(\d{3,8})(?:\/\d{1,3})?\s*((?:[\s,;/]+[A-Z][A-Z/ -]{2,})?)\s*$/;

/** The number of a military message, without a post. */
const NUMBER_ALONE = /^()(\d{4,8})()$/;

function numberOf(words: string): number {
  return numberOfWord(words) || Number(words);
}

function sectionOf(
  text: string,
): (NonNullable<ClassificationLine['section']> & { readonly words: string }) | undefined {
  const match = SECTION.exec(text);
  if (match !== null) return { number: numberOf(match[1] ?? ''), of: numberOf(match[2] ?? ''), words: match[0] };
  const final = FINAL.exec(text);
  if (final === null) return undefined;
  const of = numberOf(final[1] ?? '');
  return { number: of, of, words: final[0] };
}

/** Classifications that telegraphic style cuts short, as the taxonomy has them. */
export const CUT_SHORT: Readonly<Record<string, string>> = {
  UNCLAS: 'Unclassified',
  LIMOFFUSE: 'Limited Official Use',
  LOU: 'Limited Official Use',
  SBU: 'Sensitive But Unclassified',
};

/** A classification that stands alone on its line, with what says how it may be sent. */
const ALONE = new RegExp(`^(${LEVELS}|LOU|SENSITIVE BUT UNCLASSIFIED|SBU)(?:[ /]+E ?F ?T ?O)?$`);

/** The classification that is all that a line says, as the taxonomy has it where the line cuts it short: `UNCLAS`, `S E C R E T`, `LOU`. */
export function classificationAlone(line: string): string | undefined {
  if (line.length > LONGEST) return undefined;
  const word = ALONE.exec(closedUp(line.replace(EMPHASISED, '$2')).trim())?.[1];
  return word === undefined ? undefined : (CUT_SHORT[word] ?? word);
}

const WORDS = ['TOP SECRET', 'SECRET', 'CONFIDENTIAL', 'RESTRICTED', 'UNCLASSIFIED', 'UNCLAS', 'LIMITED OFFICIAL USE'];
/** What a reading machine takes a letter for. */
const MISREAD: Readonly<Record<string, string>> = { O: '[O0]', I: '[I1l|]', S: '[S5]' };
/** Each with its letters parted, so that a post whose name has single letters too (`E C BRUSSELS`) is not drawn in. */
const SPELLED: readonly (readonly [RegExp, string])[] = WORDS.map((words) => [
  new RegExp(
    `^${[...words.replace(/ /g, '')].map((letter) => MISREAD[letter] ?? letter).join('\\s{1,4}')}(?![A-Za-z])`,
  ),
  words,
]);

function closedUp(line: string): string {
  // A letter alone begins a spelled word.
  for (const [pattern, words] of /^\S\s/.test(line) ? SPELLED : []) {
    const length = pattern.exec(line)?.[0].length;
    if (length !== undefined) return words + line.slice(length);
  }
  return withoutSpelling(line);
}

/** The classification, or the whole line, in the marks of emphasis that text recognition writes: `**SECRET** MOSCOW 00279`. */
const EMPHASISED = /^(~~|\*\*|__|[*_])(\S|\S.*?\S)\1/;

/** Reads the line that stands below `BT`; undefined for a marking that only repeats the classification at the head of a page. */
export function classificationLine(marked: string): ClassificationLine | undefined {
  if (marked.length > LONGEST) return undefined;
  const line = marked.replace(EMPHASISED, '$2');
  const closed = closedUp(line);
  const words = PLAIN.exec(closed)?.[0];
  if (words === undefined) return undefined;
  const isSpelled = !line.startsWith(words);
  const section = sectionOf(closed);
  const rest = closed
    .slice(words.length)
    .replace(section?.words ?? '', ' ')
    .trim();
  const message = MESSAGE.exec(rest) ?? NUMBER_ALONE.exec(rest);
  const others = message === null ? rest : `${rest.slice(0, message.index)} ${message[3]}`;
  const { station, before } = stationOf(message?.[1] ?? '');
  const isProse = others.length > MOST_CAVEATS || /\b(?:OF|TO|IN|AND|FOR|ON|BY|AT)\b|\bTHE\b(?! HAGUE)/.test(station);
  if (section === undefined && !isSpelled && (message === null || isProse)) return undefined;
  const ahead = message === null ? rest : rest.slice(0, message.index);
  const caveats = `${ahead} ${before} ${message?.[3] ?? ''}`.replace(/^[\s,;/]+|[\s,;/]+$/g, '').replace(/\s+/g, ' ');
  return {
    classification: CUT_SHORT[words] ?? words,
    ...(section === undefined ? {} : { section: { number: section.number, of: section.of } }),
    ...(message === null ? {} : { message: `${station} ${message[2]}`.trim() }),
    ...(caveats === '' ? {} : { rest: caveats }),
  };
}

/** Caveats that can stand before the post. */
const CAVEATS =
  /^(?:(?:EXDIS|NODIS|LIMDIS|NOFORN|STADIS|SIPDIS|SENSITIVE|EFTO|(?:EXCLUSIVELY |LITERALLY )?EYES ONLY)\s+)+/;

function stationOf(words: string): { readonly station: string; readonly before: string } {
  // The number of a military message stands without a post: `S E C R E T  NOFORN  41163`.
  if (CAVEATS.exec(`${words} `)?.[0].length === words.length + 1) return { station: '', before: words };
  const before = CAVEATS.exec(words)?.[0] ?? '';
  return { station: words.slice(before.length), before: before.trim() };
}
