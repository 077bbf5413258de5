import type { HeadLabel } from '../../facts/head-label.js';
import { type Evidence, isHanging, isKnownLabel, NEVER, type Place, type ScoredLine, weigh } from './place.js';

/** A line with the label above it. */
interface Valued extends ScoredLine {
  readonly at: number;
  readonly text: string;
  readonly labelAbove: Place['labelAbove'];
  readonly enclosed: Place['enclosed'];
  readonly before: Place['before'];
  readonly after: Place['after'];
  readonly openBelow: Place['openBelow'];
  readonly above: ScoredLine;
  readonly label: HeadLabel;
  /** The label has its values one below the other. */
  readonly isList: boolean;
  /** The label has no value on its own line. */
  readonly isEmpty: boolean;
}

/** What ends a line that is no sentence. */
const ENDS_NAME = /\b(?:Jr|Sr|JR|SR|[A-Z])\.$/;

const VALUE: readonly Evidence<Valued>[] = [
  [-6, ({ text, isText }) => text.length > 110 && isText],
  [-1, ({ text, isText }) => text.length > 110 && !isText],
  [0.5, ({ text }) => text.length <= 76],
  // It stands in the column of the values.
  [
    1.5,
    ({ line, above, label }) =>
      line.indent >= above.line.indent + 4 && line.indent <= above.line.indent + label.value + 14,
  ],
  [4, ({ isEmpty, labelAbove, at }) => isEmpty && labelAbove[at] === at - 1],
  [1.2, ({ line }) => line.blankBefore === 0],
  [
    -0.4,
    ({ line, above, isList, isEmpty }) =>
      line.blankBefore === 1 && !(isList && isEmpty) && line.indent > above.line.indent + 3,
  ],
  [
    -1.6,
    ({ line, above, isList, isEmpty }) =>
      line.blankBefore === 1 && !(isList && isEmpty) && line.indent <= above.line.indent + 3,
  ],
  [-1, ({ line, isList, isEmpty }) => line.blankBefore > 1 && isList && isEmpty],
  [-2.6, ({ line, isList, isEmpty }) => line.blankBefore > 1 && !(isList && isEmpty)],
  // Alone on the right, apart: of the sheet.
  [
    -2.5,
    ({ line, isList, isEmpty, above }) =>
      line.isRight && line.blankBefore > 1 && !isList && !isEmpty && !above.line.isRight,
  ],
  [-2.5, ({ forms, text }) => forms.isSentence && text.length > 50],
  [-1.5, ({ isText, isList }) => isText && !isList],
  [-4, ({ isText, isList, line }) => isText && isList && line.blankBefore > 0],
  // A paragraph apart, at the margin, is none.
  [
    -4,
    ({ isText, isList, isEmpty, line, above }) =>
      isText && !isList && !isEmpty && line.blankBefore > 0 && line.indent <= above.line.indent + 3,
  ],
  // A line apart below a list of persons that names none, with the text below it, is its heading.
  [
    -5,
    ({ label, line, labelAbove, at, after, forms, text }) =>
      label.role === 'participants' &&
      line.blankBefore > 0 &&
      labelAbove[at] !== at - 1 &&
      after?.isText === true &&
      line.blankAfter > 0 &&
      (!forms.isName || line.isCapitals) &&
      !text.includes(','),
  ],
  // Between two labels of a head block a line is of the first.
  [
    3,
    ({ enclosed, at, label, forms }) =>
      enclosed[at] === true &&
      (label.role === 'to' || label.role === 'participants') &&
      !forms.isDate &&
      forms.label?.isKnown !== true,
  ],
  [-6, ({ line }) => line.isBeside && line.form === 'routing'],
  [-1, (valued) => isKnownLabel(valued) && valued.forms.label?.role === 'other'],
  // `CLASSIFICATION: SECRET` in the column of the labels, below `ATTENDANCE:` with its value.
  [
    -5,
    (valued) =>
      isKnownLabel(valued) &&
      valued.forms.label?.hasColon === true &&
      !valued.isEmpty &&
      Math.abs(valued.line.indent - valued.above.line.indent) <= 1,
  ],
  [-6, (valued) => isKnownLabel(valued) && valued.forms.label?.role !== 'other'],
  // A day needs no second line: words below it are of a hand or of the routing.
  [
    -5,
    ({ label, isEmpty, forms, text, line, above }) =>
      label.role === 'date' &&
      !isEmpty &&
      line.isRight &&
      above.line.isRight &&
      !/\d{4}|\d[:/]\d/.test(text) &&
      !forms.isTime,
  ],
  // What begins far left of its label is of something else.
  [-5, ({ line, above, isEmpty }) => line.indent < above.line.indent - 6 && !isEmpty],
  // A title in the middle of the sheet, below FROM.
  [
    -3,
    ({ label, line, isEmpty }) =>
      (label.role === 'from' || label.role === 'to') && line.isCentred && line.blankBefore > 0 && !isEmpty,
  ],
  [-8, ({ forms }) => forms.isSalute],
  [5, ({ forms, label, line }) => forms.isTime && label.role === 'date' && line.blankBefore === 0],
  [
    -2,
    (valued) =>
      valued.forms.isDate && valued.label.role !== 'date' && valued.label.role !== 'time' && !isHanging(valued),
  ],
  [2, (valued) => valued.forms.isDate && isHanging(valued)],
  [-4, ({ forms, line }) => forms.isTitle && line.isCapitals && line.blankBefore > 0],
  [-1.5, ({ forms, line }) => forms.isTitle && !(line.isCapitals && line.blankBefore > 0)],
  [-2.5, ({ forms, label, text }) => forms.isSpeech && !(label.role === 'participants' && text.length < 60)],
  [
    -1.5,
    ({ forms, label, text }) =>
      forms.item !== undefined &&
      label.role !== 'subject' &&
      label.role !== 'references' &&
      !/^\d{1,2}\.\s+(?:Mr|Mrs|Ms|Dr|Amb|Gen|The)\b/.test(text),
  ],
  [-6, ({ line, text }) => line.isRow && /(?:\.\s?){3,}/.test(text)],
  [1.8, (valued) => isNameLike(valued) && valued.label.role === 'participants'],
  [0.8, (valued) => isNameLike(valued) && valued.label.role !== 'participants'],
  // A sentence goes on below.
  [
    -4,
    (valued) =>
      valued.label.role !== 'subject' &&
      !(valued.label.role === 'references' && isInColumn(valued)) &&
      valued.openBelow[valued.at] === true &&
      (valued.text.match(/(?<!\p{L})\p{Ll}{2,}/gu)?.length ?? 0) >= 4,
  ],
  // A sentence is nobody's name: `The following were present at the meeting in the office of the`.
  [
    -6,
    ({ label, text }) =>
      (label.role === 'to' || label.role === 'from' || label.role === 'through') &&
      (text.match(/(?<!\p{L})\p{Ll}{2,}/gu)?.length ?? 0) >= 5,
  ],
  // A heading in capitals at the margin, below values that are indented, begins the text.
  [
    -2,
    ({ line, above, isEmpty }) =>
      line.isCapitals && line.blankBefore > 0 && line.indent <= above.line.indent && !isEmpty,
  ],
  [-4, (valued) => !isInColumn(valued) && isOfSheet(valued)],
  // `Meeting of February 7,` and `1967` right below it.
  [4, (valued) => isInColumn(valued) && isOfSheet(valued)],
];

function isOfSheet({ line }: Valued): boolean {
  return (
    line.form === 'pageNum' ||
    line.form === 'number' ||
    line.form === 'form' ||
    line.form === 'tab' ||
    line.form === 'distribution'
  );
}

/** Whether a line stands right below a value of a subject or of a reference, in the same column. */
function isInColumn({ line, above, label, isEmpty, before }: Valued): boolean {
  return (
    (label.role === 'subject' || label.role === 'references') &&
    !isEmpty &&
    line.blankBefore === 0 &&
    before !== undefined &&
    before.line.group === line.group &&
    Math.abs(line.indent - above.line.indent - label.value) <= 1
  );
}

function isNameLike({ isList, text }: Valued): boolean {
  return isList && text.length <= 80 && !/[.?!;]$/.test(text.replace(ENDS_NAME, ''));
}

const LISTS: ReadonlySet<string> = new Set(['participants', 'to', 'also', 'copies']);

/** How much a line looks like a value of the label above it, or as going on with one. */
export function valueScore(place: Place): number {
  const { line, lines, labelAbove, at } = place;
  const above = lines[labelAbove[at] ?? -1];
  const label = above?.forms.label;
  if (above === undefined || label === undefined) return NEVER;
  if (line.banner !== undefined || line.form === 'stamp' || line.form === 'declassification') return -6;
  const isEmpty = label.value >= above.line.text.length;
  const { text, forms, isText, isNarrow } = place;
  const valued: Valued = {
    at,
    text,
    line,
    forms,
    isText,
    isNarrow,
    labelAbove,
    enclosed: place.enclosed,
    before: place.before,
    after: place.after,
    openBelow: place.openBelow,
    above,
    label,
    isList: LISTS.has(label.role),
    isEmpty,
  };
  return 1 + weigh(VALUE, valued);
}
