import type { SettledLine } from '../../model/manifest.js';
import type { HeadLabel } from '../facts/head-label.js';
import type { Settlement } from '../page/settled-lines.js';
import type { SheetLine, Sheets } from '../page/sheet.js';
import { beginningOf, formsOf, isInitialled, isSentenceTitle, type LineForms } from './line-forms.js';
import {
  classOf,
  firstTable,
  kindNumber,
  LINE_KINDS,
  type LineClass,
  type LineKind,
  transitionTable,
} from './line-kinds.js';
import { scoreLine } from './line-scores.js';
import { narrowParagraphs } from './narrow-paragraphs.js';
import type { ScoredLine } from './scores/place.js';
import { weighSecond } from './second/kinds.js';
import type { SheetLabel } from './second/labels.js';
import type { SecondLabel } from './second/line-model.js';
import { typescriptModel } from './second/second-reading.js';
import { isRowOfSides } from './side-heads.js';
import { beginsPostscript, surroundings } from './surroundings.js';
import { bestChain } from './viterbi.js';

/** A line with what it is. */
export interface LabelledLine extends ScoredLine {
  readonly kind: LineKind;
  /** By how much the reading beats the best one that has a line of another class here; near 0 it is a guess. */
  readonly margin: number;
  /** What the second reading calls it. */
  readonly second: SecondLabel<SheetLabel>;
  /** What the line would be otherwise. */
  readonly rival: LineKind;
  /** What the editor says of it; undefined where he says nothing. */
  readonly settled: SettledLine | undefined;
}

/** The last label of the head block, as far as the lines below it ask for it. */
interface LabelAbove {
  readonly group: number;
  readonly indent: number;
  readonly isParticipants: boolean;
  /** The group of lines in which its entries stand: its own, or the next where it ends its own and has no value beside it. */
  readonly entries: number;
}

function labelAbove(line: SheetLine, label: HeadLabel): LabelAbove {
  const isAlone = label.value >= line.text.length && line.inGroup === line.groupSize - 1;
  return {
    group: line.group,
    indent: line.indent,
    isParticipants: label.role === 'participants',
    entries: line.group + (isAlone ? 1 : 0),
  };
}

/** What a row of sides stands for: the label of those who took part, which the sheet leaves out. */
const SIDES: HeadLabel = { name: '', role: 'participants', length: 0, value: 0, isKnown: true, hasColon: false };

/** Lines with their forms, before they are labelled. */
export function scoredLines({ lines, width }: Sheets): readonly ScoredLine[] {
  let labelled: LabelAbove | undefined;
  let hasParticipants = false;
  const narrow = narrowParagraphs(lines);
  return lines.map((line, index) => {
    const isEntryLine = labelled?.isParticipants === true && labelled.entries === line.group && isEntry(line.text);
    const isHand = isNoted(line);
    const isBelowLabel = labelled !== undefined && labelled.group === line.group && line.indent >= labelled.indent + 6;
    const isSides = !hasParticipants && !isEntryLine && lines[index + 1]?.isRow === true && isRowOfSides(line.text);
    const read = formsAt(line, index, isEntryLine, isBelowLabel, isHand);
    const forms = isSides ? { ...read, label: SIDES } : read;
    hasParticipants ||= forms.label?.role === 'participants';
    if (forms.label?.isKnown === true && forms.label.role !== 'other') labelled = labelAbove(line, forms.label);
    // What stands in below a label is its value, however long.
    const isValue = isBelowLabel || isEntryLine;
    const own = line.isPlain && (isValue || isHand) ? { ...line, isPlain: false } : line;
    return {
      line: own,
      forms,
      isNarrow: narrow.has(line.group),
      isText:
        !isValue &&
        !isHand &&
        !isLongTitle(line, index) &&
        (narrow.has(line.group) || isRunningText(line, forms, lines[index - 1], lines[index + 1], width)),
    };
  });
}

/** The forms of a line: of running text none are looked for, unless a label above or a hand speaks for more. */
function formsAt(
  line: SheetLine,
  index: number,
  isEntryLine: boolean,
  isBelowLabel: boolean,
  isHand: boolean,
): LineForms {
  if (isEntryLine || (line.isPlain && (isBelowLabel || isHand))) return formsOf(line);
  if (line.isPlain) return PLAIN;
  return line.text.length > LONGEST_LOOKED_AT && !isLongTitle(line, index) ? longForms(line) : formsOf(line);
}

/**
 * Whether a line near the beginning is of a title though it looks like text: a long one in capitals, as the titles of minutes and of papers of international
 * bodies are, or one in the middle whose first word alone is in capitals (`CONCLUSIONS of a Meeting of the Cabinet held at`).
 */
function isLongTitle({ text, isCapitals, isCentred }: SheetLine, index: number): boolean {
  if (index >= 24) return false;
  if (isCentred && isSentenceTitle(text)) return true;
  return index < 16 && isCapitals && text.length > 76 && text.length <= 300 && text === text.toUpperCase();
}

/** A word of somebody's in haste (`Lucet will only tell Schumann -- let it go thru channels`): alone, without a stop, and not as one types. */
function isNoted({ text, groupSize, inGroup, blankAfter }: SheetLine): boolean {
  if (groupSize > 2 || inGroup !== groupSize - 1 || blankAfter === 0 || text.length > 75) return false;
  if (isInitialled(text)) return true;
  return (
    !/[.:;,”"’'\])-]$/.test(text) &&
    /\s--?\s\p{Ll}|\b(?:thru|pls|shd|cld|wd|tho|nite|abt)\b|\sw\/\s?\p{L}|\?\?|!!/u.test(text)
  );
}

/** Whether a line below PARTICIPANTS, however long, names a person and an office and is no sentence. */
function isEntry(text: string): boolean {
  return text.length <= 160 && !/[.?!:;]["”)]?$/.test(text) && /^\p{Lu}/u.test(text) && /,\s/.test(text.slice(0, 60));
}

/** Lines longer than this can be nothing but a paragraph or a long value. */
const LONGEST_LOOKED_AT = 180;

const PLAIN: LineForms = {
  label: undefined,
  isSalute: false,
  isDate: false,
  isClose: false,
  isName: false,
  isSigned: false,
  isTitle: false,
  isTime: false,
  isOffice: false,
  isTown: false,
  isDecision: false,
  isEnclosures: false,
  isDrafting: false,
  isStatus: false,
  isHonorific: false,
  item: undefined,
  isSpeech: false,
  isSentence: true,
  hand: 0,
};

/** A paragraph on one line needs no closer look, but for its first words. */
function longForms(line: SheetLine): LineForms {
  const { label, item, isSpeech } = beginningOf(line.text.slice(0, 100));
  return {
    ...PLAIN,
    label: label?.isKnown === true ? label : undefined,
    item,
    isSpeech,
  };
}

/** A word parted at the end of a line. */
const BROKEN = /\p{Ll}{2}-$/u;
/** A line above that is longer is of a paragraph. */
const SHORT_LINE = 48;

/** No line of a head is longer, but for those that name who took part. */
const LONGEST_LINE = 110;

/** Whether a line is of running text: long for the width of its text, or a sentence with others of its kind beside it. */
function isRunningText(
  line: SheetLine,
  forms: LineForms,
  before: SheetLine | undefined,
  after: SheetLine | undefined,
  width: number | undefined,
): boolean {
  const namesThose = forms.label?.isKnown === true && forms.label.role === 'participants';
  if (line.text.length > LONGEST_LINE && !namesThose) return true;
  if (
    line.banner !== undefined ||
    line.isRow ||
    forms.label?.isKnown === true ||
    line.form === 'stamp' ||
    line.form === 'declassification' ||
    line.form === 'form' ||
    // The heading of a printed series, with its number.
    (forms.isTitle && forms.item !== undefined) ||
    forms.isDate ||
    // `President of the United States of America`, below a name
    (forms.isOffice && !forms.isSentence) ||
    line.form === 'distribution' ||
    (line.form === 'tab' && line.isRight) ||
    forms.isDrafting ||
    forms.isEnclosures
  )
    return false;
  // A word that breaks off below running text goes on, on the next line or the next page.
  if (
    before !== undefined &&
    line.blankBefore === 0 &&
    !line.pageBefore &&
    BROKEN.test(line.text) &&
    before.text.length > SHORT_LINE
  )
    return true;
  // A whole sentence is one however short it is.
  const isWhole =
    !(line.isRight && /^\p{Ll}/u.test(line.text)) &&
    forms.isSentence &&
    line.text.length > 24 &&
    line.form === undefined &&
    /[.?!]["”)]?$/.test(line.text);
  if (width === undefined) return isWhole || (forms.isSentence && line.text.length > 60);
  if (line.text.length < width * 0.55) return isWhole;
  const small = (line.text.match(/(?<!\p{L})\p{Ll}{2,}/gu)?.length ?? 0) >= 3;
  const goesOn = after !== undefined && after.blankBefore === 0 && !after.pageBefore;
  // Below a line in capitals nothing goes on with a sentence.
  const follows = before !== undefined && line.blankBefore === 0 && !before.isCapitals;
  return small && !line.isCapitals && (forms.isSentence || goesOn || follows);
}

const TRANSITIONS = transitionTable();
const FIRST = firstTable();
/** The same where a line begins a postscript: text below a closing. */
const TO_POSTSCRIPT = TRANSITIONS.map((score, at) => {
  const before = LINE_KINDS[Math.floor(at / LINE_KINDS.length)];
  const after = LINE_KINDS[at % LINE_KINDS.length];
  return before?.startsWith('close.') === true && after === 'body.text' ? score + 8 : score;
});
const CLASSES: readonly LineClass[] = LINE_KINDS.map(classOf);
const CLASS_NUMBERS = CLASSES.map((name) => CLASSES.indexOf(name));

/** The kinds that a line can have of which the editor says what it is. */
const SETTLED: Readonly<Record<SettledLine, readonly LineKind[]>> = {
  heading: ['body.heading'],
  paragraph: ['body.text'],
  signature: ['close.signature'],
  stamp: ['head.sheet', 'body.sheet', 'close.sheet'],
  furniture: ['head.sheet', 'body.sheet', 'close.sheet'],
  'goes on': [],
  ends: [],
};

/** What outweighs all evidence: the editor's word. */
const CERTAIN = 1000;

/** Lets no kind stand for a line but those that the editor's word allows. */
function settle(settled: SettledLine | undefined, scores: Float64Array): void {
  const allowed = settled === undefined ? [] : SETTLED[settled];
  for (const kind of allowed) {
    const at = kindNumber(kind);
    scores[at] = CERTAIN + Math.max(scores[at] ?? 0, 0);
  }
}

/**
 * Says of every line of one document what it is: the heaviest way through all lines, by the scores of each and of each step.
 * @param said what the editor says of lines
 */
export function labelLines(
  lines: readonly ScoredLine[],
  width: number | undefined,
  said: readonly Settlement[] = [],
): readonly LabelledLine[] {
  const kinds = new Map(said.map(({ start, kind }) => [start, kind]));
  const settledAt = (place: number): SettledLine | undefined => kinds.get(lines[place]?.line.start ?? -1);
  const around = surroundings(lines, width);
  const second = typescriptModel.read(lines.map(({ line }) => line));
  const tables = lines.map(({ line }) => (beginsPostscript(line.text) ? TO_POSTSCRIPT : TRANSITIONS));
  const { states, margins, rivals } = bestChain({
    states: LINE_KINDS.length,
    length: lines.length,
    emit: (place, scores) => {
      scoreLine(place, around, scores);
      weighSecond(second[place], scores);
      settle(settledAt(place), scores);
    },
    transitions: (place) => tables[place] ?? TRANSITIONS,
    first: FIRST,
    classOf: CLASS_NUMBERS,
  });
  return lines.map(({ line, forms, isText, isNarrow }, index) => ({
    line,
    forms,
    isText,
    isNarrow,
    settled: settledAt(index),
    kind: LINE_KINDS[states[index] ?? 0] ?? 'body.text',
    second: second[index] as SecondLabel<SheetLabel>,
    margin: margins[index] ?? 0,
    rival: LINE_KINDS[rivals[index] ?? 0] ?? 'body.text',
  }));
}
