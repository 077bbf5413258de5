import { append } from '../../model/list.js';
import type { Span } from '../../model/position.js';
import { CLASSIFICATIONS, HANDLING_FORMS, HANDLINGS, MARKING_SLIPS, PRECEDENCES } from './marking-words.js';

/** The kinds of markings, as the taxonomies of the header have them. */
export type MarkingKind = 'classification' | 'precedence' | 'handling';

export interface Marking extends Span {
  readonly kind: MarkingKind;
  readonly text: string;
  /** Not in the tables: a caveat by its place among the markings. */
  readonly unknown?: boolean;
}

/** Markings that stand in one sentence, and where they end (a slip like `Secret, Drafted by X` ends them early). */
export interface Markings {
  readonly markings: readonly Marking[];
  readonly end: number;
}

const KINDS = new Map<string, MarkingKind>([
  ...HANDLINGS.map((word): [string, MarkingKind] => [plain(word), 'handling']),
  ...PRECEDENCES.map((word): [string, MarkingKind] => [plain(word), 'precedence']),
  ...CLASSIFICATIONS.map((word): [string, MarkingKind] => [plain(word), 'classification']),
  ...Object.entries(MARKING_SLIPS).map(([slip, word]): [string, MarkingKind] => [
    plain(slip),
    PRECEDENCES.includes(word) ? 'precedence' : 'classification',
  ]),
]);

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[\s–—-]+/g, ' ')
    .trim();
}

/** The kind of a marking by its own words; undefined where no table has it. */
export function markingKind(words: string): MarkingKind | undefined {
  const known = KINDS.get(plain(words));
  if (known !== undefined) return known;
  return HANDLING_FORMS.some((form) => form.test(words)) ? 'handling' : undefined;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
}

const LONGEST_FIRST = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
const CLASSIFICATION = new RegExp(`^(?:${LONGEST_FIRST([...CLASSIFICATIONS, ...Object.keys(MARKING_SLIPS)])})`, 'i');
const BOUNDARY = /^\s*(?:[.;,:/()\]–—-]|$)/;
/** A second marking right after a classification. */
const SECOND = new RegExp(
  `^\\s+(?:(?:and )?(?:${LONGEST_FIRST([...PRECEDENCES, ...HANDLINGS])})|(?:with|when|upon) (?:${LONGEST_FIRST(CLASSIFICATIONS)}))\\b`,
  'i',
);
const ALONE = new RegExp(`^(?:${LONGEST_FIRST([...PRECEDENCES, ...HANDLINGS])})(?=\\s*[.;])`, 'i');

/**
 * Whether the words begin a sentence of markings: with a classification, or with another marking alone. The first letter is a capital: prose has
 * `secret` too. Several expressions instead of one, since one with all tables in it takes longer to compile than the notes of a volume to read.
 */
export function startsMarking(words: string): boolean {
  const first = /^\p{Lu}[\p{L}\p{N}]*/u.exec(words)?.[0].toLowerCase();
  if (first === undefined) return false;
  return (FIRST_WORDS.has(first) && (startsClassified(words) || ALONE.test(words))) || UNMARKED.test(words);
}

function startsClassified(words: string): boolean {
  const classification = CLASSIFICATION.exec(words)?.[0];
  if (classification === undefined) return false;
  const after = words.slice(classification.length);
  return BOUNDARY.test(after) || SECOND.test(after);
}

/** The first words of all markings: what begins with another needs no further look. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  [...CLASSIFICATIONS, ...Object.keys(MARKING_SLIPS), ...PRECEDENCES, ...HANDLINGS].map((words) =>
    (/^[\p{L}\p{N}]+/u.exec(words)?.[0] ?? words).toLowerCase(),
  ),
);

/** What follows markings by a slip of punctuation: `Secret, Drafted by X`. */
const NOT_A_MARKING =
  /^(?:drafted|cleared|approved|initialed|signed|prepared|transcribed|repeated|transmitted|also|sent|received|copies|according|printed|published|passed|pouched|see|extract|the|this|a|an|in|on|although|written|dictated|submitted|attached|but|which|although|however|though|part [ivx\d]+ of|entire text|extracts?|excerpts?)\b/i;
const KNOWN_PIECE = new RegExp(`(?:${LONGEST_FIRST([...CLASSIFICATIONS, ...PRECEDENCES, ...HANDLINGS])})`, 'iy');
const JOINT = /(?:[\s/:,(–—-]|\band\b)+/y;

/** Pieces of a marking without a separator: `Secret Priority`, `Secret/Sensitive`, `Secret: Niact`; undefined where a piece is unknown. */
function pieces(text: string, start: number, end: number): Marking[] | undefined {
  const found: Marking[] = [];
  let at = start;
  while (at < end) {
    KNOWN_PIECE.lastIndex = at;
    const m = KNOWN_PIECE.exec(text);
    if (m === null || KNOWN_PIECE.lastIndex > end) return undefined;
    const kind = markingKind(m[0]);
    if (kind === undefined) return undefined;
    found.push({ kind, text: m[0], start: at, end: at + m[0].length });
    at += m[0].length;
    if (at >= end || text.slice(at, end) === ')') break;
    JOINT.lastIndex = at;
    if (!JOINT.test(text)) return undefined;
    at = JOINT.lastIndex;
  }
  return found.length > 0 ? found : undefined;
}

/** `Nodis/Harvan/Double Plus`, `Exdis–TAG`: a distribution with its channel is one caveat. */
const CHANNELED = /^(?:nodis|exdis|limdis|stadis)[/–-]\S+(?: \S+)?$/i;
/** `Unclassified with Secret attachment`: the classification with what it depends on. */
const ATTACHED = new RegExp(`^(?:${LONGEST_FIRST(CLASSIFICATIONS)}) (?:with|when|upon) .{1,60}$`, 'i');
const CLASSIFIED_WITH = new RegExp(`^(${LONGEST_FIRST(CLASSIFICATIONS)})\\s*[/:–—-]\\s*(?=\\S)`, 'i');

function token(text: string, start: number, end: number, first: boolean): Marking[] {
  const words = text.slice(start, end);
  const attached = first && ATTACHED.test(words) ? 'classification' : undefined;
  const listed = KINDS.get(plain(words)) ?? attached ?? (CHANNELED.test(words) ? 'handling' : undefined);
  if (listed !== undefined) return [{ kind: listed, text: words, start, end }];
  const known = pieces(text, start, end);
  if (known !== undefined) return known;
  const classified = first ? CLASSIFIED_WITH.exec(words) : null;
  if (classified?.[1] !== undefined) {
    return [
      { kind: 'classification', text: classified[1], start, end: start + classified[1].length },
      ...token(text, start + classified[0].length, end, false),
    ];
  }
  const kind = markingKind(words);
  return [{ kind: kind ?? 'handling', text: words, start, end, ...(kind === undefined ? { unknown: true } : {}) }];
}

/** Where the tokens of a sentence of markings lie: between `;` and `,`, outside brackets. */
function tokenSpans(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  const push = (from: number, to: number): void => {
    let a = from;
    let b = to;
    while (a < b && /[\s.]/.test(text[a] ?? '')) a++;
    while (b > a && /[\s.]/.test(text[b - 1] ?? '')) b--;
    if (b > a) spans.push({ start: a, end: b });
  };
  let from = start;
  let depth = 0;
  for (let i = start; i < end; i++) {
    const c = text[i] ?? '';
    if (c === '[' || c === '(') depth++;
    else if (c === ']' || c === ')') depth--;
    else if ((c === ';' || c === ',') && depth <= 0) {
      push(from, i);
      from = i + 1;
    }
  }
  push(from, end);
  return spans;
}

const LONGEST = 90;
/** A sentence that says that there is no marking: `No classification marking or drafting information appears on the record.` */
const UNMARKED =
  /^(?:No classification markings?(?=\s+(?:or|and|nor|appears?|is|on)\b)|(?:The|This) (?:\p{Ll}+ )+(?:bears|has|carries) (?=no classification))/u;
const NO_MARKING = /no classification(?: markings?)?/i;

function unmarked(text: string, start: number, end: number): Markings | undefined {
  const sentence = text.slice(start, end);
  const m = UNMARKED.test(sentence) ? NO_MARKING.exec(sentence) : null;
  if (m === null) return undefined;
  const at = start + m.index;
  return {
    markings: [{ kind: 'classification', text: m[0], start: at, end: at + m[0].length }],
    end: at + m[0].length,
  };
}

/**
 * Reads a sentence as markings (`Secret; Priority; Limit Distribution.`); undefined where it is none. With `strict`, every token must
 * be known (`Exdis.` after `Secret.`); else the first must be, and an unknown one after it is a caveat.
 */
export function readMarkings(text: string, start: number, end: number, strict: boolean): Markings | undefined {
  const none = strict ? undefined : unmarked(text, start, end);
  if (none !== undefined) return none;
  const markings: Marking[] = [];
  let last = start;
  for (const span of tokenSpans(text, start, end)) {
    const words = text.slice(span.start, span.end);
    if (markings.length > 0 && (NOT_A_MARKING.test(words) || words.length > LONGEST)) break;
    const found = token(text, span.start, span.end, markings.length === 0);
    if (found.some((m) => m.unknown) && (strict || markings.length + found.length === 1)) {
      if (markings.length === 0) return undefined;
      break;
    }
    if (markings.length === 0 && found[0]?.unknown) return undefined;
    append(markings, found);
    last = span.end;
  }
  if (markings.length === 0 || (strict && last < end - 1)) return undefined;
  return { markings, end: last };
}
