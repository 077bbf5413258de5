import type { SheetLine } from '../page/sheet.js';
import { CONNECTING, type LineForms } from './line-forms.js';
import { kindNumber, type LineKind } from './line-kinds.js';

/** A line with its forms, and what stands around it. */
export interface ScoredLine {
  readonly line: SheetLine;
  readonly forms: LineForms;
  /** It is a line of running text by its length and its words. */
  readonly isText: boolean;
}

/** What the scores of a line look at besides the line itself. */
export interface Surroundings {
  readonly lines: readonly ScoredLine[];
  readonly width: number | undefined;
  /** The lines of an address above a salutation. */
  readonly addressed: ReadonlySet<number>;
  /** For each line how many lines of running text stand below it. */
  readonly textBelow: readonly number[];
  /** For each line the label above it that it can be a value of. */
  readonly labelAbove: readonly (number | undefined)[];
  /** For each line whether the text above it, what is of the sheet left out, breaks off inside a sentence. */
  readonly openAbove: readonly boolean[];
  /** A date that is not a stamp's stands in the opening. */
  readonly hasDate: boolean;
  /** A title stands below one of another kind: `MEMORANDUM` above a letterhead is of the sheet. */
  readonly hasLaterTitle: boolean;
  /** The first line that is a title; -1 where there is none. */
  readonly firstTitle: number;
  /** The lines that go on with a title above them. */
  readonly titled: ReadonlySet<number>;
  /** The number of the line with the first salutation; undefined where there is none. */
  readonly salute: number | undefined;
}

const NEVER = Number.NEGATIVE_INFINITY;

/** Writes into `scores` how well each kind fits a line. The numbers are evidence in favour, set by hand; 0 says nothing. */
export function scoreLine(at: number, around: Surroundings, scores: Float64Array): void {
  const scored = around.lines[at];
  if (scored === undefined) return;
  const set = (kind: LineKind, value: number): void => {
    scores[kindNumber(kind)] = value;
  };
  scores.fill(NEVER);
  const text = textScore(at, scored, around);
  set('body.text', text);
  if (scored.line.isPlain) return;
  // A paragraph on one line can be nothing else, but for a long subject.
  if (scored.line.text.length > 180) {
    set('head.label', scored.forms.label?.isKnown === true ? 2 : NEVER);
    return;
  }
  const sheet = sheetScore(at, scored, around);
  set('head.sheet', sheet);
  set('body.sheet', sheet);
  set('close.sheet', sheet);
  headScores(at, scored, around, set);
  bodyScores(at, scored, around, set);
  closeScores(at, scored, around, set);
}

type Set = (kind: LineKind, value: number) => void;

/** How much a line looks like one of the sheet: by its form, by its repetition at the edges of pages, by its neighbours, or as a hand's. */
export function sheetScore(at: number, { line, forms }: ScoredLine, { lines }: Pick<Surroundings, 'lines'>): number {
  const isApart = line.blankBefore > 0 || line.pageBefore || at === 0;
  const isIsolated = isApart && line.blankAfter > 0;
  if (line.banner !== undefined) return line.banner.classification === undefined ? 5 : 7;
  let score = -2;
  const more = (value: number): void => {
    score = Math.max(score, value);
  };
  switch (line.form) {
    case 'pageNum':
      more(isIsolated || line.isBeside || /^p/i.test(line.text) ? 5 : isApart || line.groupSize <= 2 ? 3 : 0.5);
      break;
    case 'declassification':
    case 'stamp':
      more(6.5);
      break;
    case 'exemption':
      more(6);
      break;
    case 'receipt':
      more(line.groupSize > 1 ? 6 : 4);
      break;
    case 'number':
      more(isApart || line.isBeside || line.isRight ? 5 : 2);
      break;
    case 'tab':
      more(isApart || line.isBeside || line.isCapitals ? 6 : 2.5);
      break;
    case 'form':
      more(6);
      break;
    case 'routing':
      more(line.isBeside || isApart ? 4 : 2);
      break;
    case 'symbol':
      more(isIsolated || line.isBeside ? 3.2 : line.text.length <= 4 ? 2 : 1);
      break;
    default:
  }
  if (/true copy|signed original|^[-_=~.\s]{6,}$/i.test(line.text) && !isBesideRow(at, lines)) more(5);
  const neighbour = (offset: number): ScoredLine | undefined => {
    const other = lines[at + offset];
    return other !== undefined && other.line.group === line.group ? other : undefined;
  };
  const stamped = [-2, -1, 1, 2].some((offset) => {
    const form = neighbour(offset)?.line.form;
    return form === 'stamp' || form === 'receipt' || (form === 'declassification' && Math.abs(offset) === 1);
  });
  if (stamped && line.text.length <= 64 && forms.item === undefined) more(4.5);
  const above = neighbour(-1);
  if (above !== undefined && /true copy|true-copy/i.test(above.line.text) && line.text.length <= 50) more(5);
  if (
    line.repeats > 1 &&
    line.text.length <= 60 &&
    !(forms.isName && !line.isCapitals) &&
    forms.item === undefined &&
    forms.label === undefined &&
    isBesideSheet(at, lines)
  )
    more(3.5);
  if (
    line.isBeside &&
    above?.line.form === 'routing' &&
    line.text.length <= 30 &&
    !forms.isDate &&
    forms.label === undefined
  )
    more(4);
  if (forms.hand > 0 && isIsolated && line.groupSize <= 2) more((forms.hand - 1.4) * 2.2);
  else if (forms.hand >= 2 && isBesideDecision(at, lines)) more(4);
  if (
    isBesideDecision(at, lines) &&
    line.text.length <= 24 &&
    /^(?:[A-Z][A-Za-z.]{0,4}\s*)?(?:\d{1,2}\/\d{1,2}(?:\/\d\d)?)?\s*[A-Z]{0,4}$/.test(line.text)
  )
    more(6);
  return score;
}

function isBesideRow(at: number, lines: readonly ScoredLine[]): boolean {
  return lines[at - 1]?.line.isRow === true || lines[at + 1]?.line.isRow === true;
}

function isBesideDecision(at: number, lines: readonly ScoredLine[]): boolean {
  return lines[at - 1]?.forms.isDecision === true && (lines[at]?.line.blankBefore ?? 1) === 0;
}

/** Whether a line stands at the edge of a page: beside a page's break, or next to what is surely of the sheet. */
function isBesideSheet(at: number, lines: readonly ScoredLine[]): boolean {
  const [before, own, after] = [lines[at - 1]?.line, lines[at]?.line, lines[at + 1]?.line];
  return (
    own?.pageBefore === true ||
    after?.pageBefore === true ||
    [before, after].some((other) => other?.banner !== undefined || other?.form === 'pageNum' || other === undefined)
  );
}

function textScore(
  at: number,
  { line, forms, isText }: ScoredLine,
  { lines, width, labelAbove, openAbove }: Surroundings,
): number {
  const { text } = line;
  const long = width === undefined ? 110 : width * 0.68;
  let score = 0;
  if (text.length > 110) score += 5;
  else if (text.length >= long) score += 3;
  const before = lines[at - 1];
  const isOpen = before !== undefined && before.isText && line.blankBefore === 0 && !line.pageBefore;
  // A sentence that a page's end has broken off goes on.
  if (!isOpen && openAbove[at] === true && /^[\p{Ll}(]/u.test(text)) score += 4;
  // The last line of a paragraph is short.
  if (isOpen && before.line.text.length >= (width ?? 999) * 0.6) score += /^\p{Ll}/u.test(text) ? 4 : 2.5;
  if (forms.isSentence) score += 2;
  if (text.length <= 180 && /\[[^\]]*(?:redact|declass|delet|excis|lines?\b)[^\]]*\]/i.test(text)) score += 2;
  if (forms.item !== undefined) score += isText ? 1.5 : 0.5;
  if (forms.isSpeech) score += 2.5;
  if (!isText && !forms.isSentence && !isOpen) score -= 1.5;
  if (forms.label?.isKnown === true) score -= forms.label.role === 'other' ? 0.5 : 3;
  if (forms.isSalute) score -= 5;
  if (forms.isClose) score -= 3;
  if (forms.isDate) score -= 2;
  if (line.isCapitals && !forms.isSentence) score -= 1;
  if (forms.isDecision || forms.isDrafting || forms.isEnclosures) score -= 3;
  if (line.isRow) score -= 1;
  if (labelAbove[at] === at - 1 && lines[at - 1]?.forms.label?.value === lines[at - 1]?.line.text.length) score -= 2;
  return score;
}

function headScores(at: number, scored: ScoredLine, around: Surroundings, set: Set): void {
  const { line, forms, isText } = scored;
  const { text } = line;
  const { lines, addressed, labelAbove, hasDate, salute, titled, hasLaterTitle } = around;
  const isShort = text.length <= 76;
  const before = lines[at - 1];
  const { label } = forms;
  const isSheet =
    line.banner !== undefined || line.form === 'stamp' || line.form === 'declassification' || line.form === 'exemption';
  set('head.letterhead', letterheadScore(at, scored, around));
  let title = NEVER;
  if (isShort && !isSheet && !/[.,;]$/.test(text) && !isText) {
    const isFree = labelAbove[at] === undefined && text.split(/\s+/).length >= 3;
    title = forms.isTitle
      ? line.isCapitals || line.isCentred
        ? 5
        : 3.2
      : line.isCapitals
        ? line.isCentred
          ? 3.4
          : isFree
            ? 3.3
            : 1.2
        : line.isCentred
          ? 1.5
          : -1;
    if (label?.isKnown === true && !forms.isTitle) title -= 4;
    if (forms.isDate) title -= 3;
    if (forms.item !== undefined) title -= 3;
    if (line.form !== undefined) title -= 2;
    if (text.endsWith(':') && !forms.isTitle) title -= 1;
    if (text === 'MEMORANDUM' && hasLaterTitle) title = -4;
    if (salute !== undefined && at < salute && !forms.isTitle) title -= 3;
    if (CONNECTING.test(text)) title += before?.forms.isTitle === true || before === undefined ? 3 : 2.5;
    if (line.isBeside) title -= 2;
    if (titled.has(at)) title = Math.max(title, 0) + 3;
    else if (before?.forms.isTitle === true && line.blankBefore === 1 && !line.isCapitals) title += 1;
  }
  set('head.title', title);
  let labelScore = NEVER;
  if (label !== undefined && !isSheet) {
    const rest = text.length - label.value;
    labelScore = label.isKnown ? (label.role === 'other' ? 2.5 : 6.5) : 0.8;
    if (!label.isKnown && (forms.isSpeech || rest > 70)) labelScore -= 3;
    if (rest > 110) labelScore -= 2;
    if (label.role === 'other' && rest > 70) labelScore -= 2;
  }
  set('head.label', labelScore);
  set('head.value', labelAbove[at] === undefined ? NEVER : valueScore(at, scored, around, labelAbove[at] ?? 0));
  const isStampedDate = line.form === 'receipt' && line.groupSize <= 2;
  // The time and the room of a meeting stand below its date.
  const isBelowDate =
    before !== undefined && before.line.group === line.group && (before.forms.isDate || before.forms.isTime);
  const isRoom =
    isShort &&
    isBelowDate &&
    !isText &&
    !forms.isTitle &&
    label === undefined &&
    line.banner === undefined &&
    line.form === undefined &&
    !forms.isName &&
    /^[\p{Lu}\d]/u.test(text) &&
    !/[.;:]$/.test(text);
  const isPlace =
    isShort &&
    !forms.isHonorific &&
    (!forms.isName || text.includes(',')) &&
    forms.isTown &&
    lines[at + 1]?.line.group === line.group &&
    lines[at + 1]?.forms.isDate === true &&
    lines[at + 1]?.line.form !== 'receipt';
  set(
    'head.dateline',
    forms.isDate && !(label?.isKnown ?? false)
      ? line.form === 'receipt'
        ? isStampedDate && !hasDate
          ? 5.5
          : -4
        : 5.5
      : isPlace
        ? 5
        : forms.isTime && !(label?.isKnown ?? false)
          ? 5
          : isRoom
            ? 3.5
            : isStampedDate && !hasDate && /\d{4}$/.test(text)
              ? 5.5
              : NEVER,
  );
  set('head.address', addressed.has(at) ? 6 : NEVER);
  set('head.salute', forms.isSalute ? (salute === at ? 9 : 3) : NEVER);
  set('head.status', forms.isStatus && line.banner === undefined ? 4.6 : NEVER);
}

function letterheadScore(
  at: number,
  { line, forms, isText }: ScoredLine,
  { lines, titled, salute, hasLaterTitle, firstTitle }: Surroundings,
): number {
  if (titled.has(at)) return NEVER;
  if (line.text === 'MEMORANDUM' && hasLaterTitle) return 8;
  if (
    isText ||
    line.banner !== undefined ||
    forms.item !== undefined ||
    line.text.length > 76 ||
    forms.isSentence ||
    forms.isDate
  )
    return NEVER;
  if (forms.label?.isKnown === true && !forms.isOffice) return NEVER;
  if (/[.:;?!]$/.test(line.text) && !/\b[A-Z]\.$/.test(line.text)) return NEVER;
  const before = lines[at - 1];
  const followsOffice =
    before !== undefined &&
    before.line.banner === undefined &&
    before.line.form === undefined &&
    (before.forms.isOffice || before.forms.isTown) &&
    line.blankBefore <= 1;
  const isApart = line.blankBefore > 0 || at === 0 || line.pageBefore;
  let score = -2;
  if (forms.isOffice && line.isBeside) score = 6;
  else if (forms.isOffice) score = line.isCapitals || line.isCentred ? 4.2 : isApart && line.groupSize <= 3 ? 3 : 1.5;
  if (forms.isTown && followsOffice) score = Math.max(score, 4);
  const next = lines[at + 1];
  const isAboveDate =
    forms.isTown && next?.line.group === line.group && next.forms.isDate && next.line.form !== 'receipt';
  if (isAboveDate) score -= 4;
  // The sheet of a private letter has the sender's address above the date.
  if (
    !isAboveDate &&
    salute !== undefined &&
    at < salute &&
    score < 2 &&
    !forms.isTitle &&
    (line.isCentred || line.isRight) &&
    next?.line.group === line.group
  )
    score = 2.5;
  if (
    forms.isTitle ||
    (!line.isBeside &&
      before !== undefined &&
      before.line.group === line.group &&
      before.forms.isTitle &&
      !before.forms.isOffice)
  )
    score -= 4;
  if (
    firstTitle >= 0 &&
    firstTitle < at &&
    !line.isCapitals &&
    !line.isCentred &&
    lines[firstTitle]?.line.text !== 'MEMORANDUM'
  )
    score -= 3;
  if (line.text.split(/\s+/).length > 6) score -= 2.5;
  if (
    [-3, -2, -1, 1, 2, 3].some(
      (offset) => lines[at + offset]?.line.group === line.group && lines[at + offset]?.line.form === 'receipt',
    )
  )
    score -= 4;
  if (line.form !== undefined && line.form !== 'symbol') score -= 2;
  if (score < 2 && line.isCentred && next !== undefined && next.line.group === line.group && next.forms.isOffice)
    score = 2.5;
  return score;
}

function valueScore(
  at: number,
  { line, forms, isText }: ScoredLine,
  { lines, labelAbove }: Surroundings,
  labelAt: number,
): number {
  const { text } = line;
  const above = lines[labelAt];
  const label = above?.forms.label;
  if (above === undefined || label === undefined) return NEVER;
  if (line.banner !== undefined || line.form === 'stamp' || line.form === 'declassification') return -6;
  const isList =
    label.role === 'participants' || label.role === 'to' || label.role === 'also' || label.role === 'copies';
  const isEmpty = label.value >= above.line.text.length;
  let score = 1;
  if (text.length > 110) score -= 6;
  else if (text.length <= 76) score += 0.5;
  const column = above.line.indent + label.value;
  if (line.indent >= above.line.indent + 4 && line.indent <= column + 14) score += 1.5;
  if (isEmpty && labelAbove[at] === at - 1) score += 4;
  if (line.blankBefore === 0) score += 1.2;
  else if (line.blankBefore === 1) score -= isList && isEmpty ? 0 : line.indent > above.line.indent + 3 ? 0.4 : 1.6;
  else score -= isList && isEmpty ? 1 : 2.6;
  if (forms.isSentence && text.length > 50) score -= 2.5;
  if (isText && !isList) score -= 1.5;
  if (forms.label?.isKnown === true) score -= forms.label.role === 'other' ? 1 : 6;
  if ((label.role === 'from' || label.role === 'to') && line.isCentred && line.blankBefore > 0 && !isEmpty) score -= 3;
  if (forms.isSalute) score -= 8;
  if (forms.isTime && label.role === 'date' && line.blankBefore === 0) score += 5;
  if (forms.isDate && label.role !== 'date' && label.role !== 'time') score -= 2;
  if (forms.isTitle) score -= line.isCapitals && line.blankBefore > 0 ? 4 : 1.5;
  if (forms.isSpeech && !(label.role === 'participants' && text.length < 60)) score -= 2.5;
  if (forms.item !== undefined && !/^\d{1,2}\.\s+(?:Mr|Mrs|Ms|Dr|Amb|Gen|The)\b/.test(text))
    score -= label.role === 'subject' || label.role === 'references' ? 0 : 1.5;
  if (line.isRow && /(?:\.\s?){3,}/.test(text)) score -= 6;
  if (isList && !/[.?!;]$/.test(text.replace(/\b(?:Jr|Sr|[A-Z])\.$/, '')) && text.length <= 80)
    score += label.role === 'participants' ? 1.8 : 0.8;
  // A heading in capitals at the margin, below values that are indented, begins the text.
  if (line.isCapitals && line.blankBefore > 0 && line.indent <= above.line.indent && !isEmpty) score -= 2;
  if (line.form === 'pageNum' || line.form === 'number' || line.form === 'form' || line.form === 'tab') score -= 4;
  return score;
}

function bodyScores(
  at: number,
  { line, forms, isText }: ScoredLine,
  { lines, textBelow }: Surroundings,
  set: Set,
): void {
  const { text } = line;
  const isApart = line.blankBefore > 0 || line.pageBefore || at === 0 || lines[at - 1]?.line.banner !== undefined;
  let heading = NEVER;
  if (text.length <= 84 && !isText && line.banner === undefined) {
    const words = text.split(/\s+/);
    const isTitled = words.every((word) => /^[\p{Lu}\d(["“&-]/u.test(word) || word.length <= 4);
    heading = line.isCapitals ? 3 : isTitled ? 1.2 : -0.5;
    if (forms.item !== undefined) heading += /^(?:[IVX]+|[A-Z]|\d{1,2})[.)]/.test(text) ? 1.3 : -3;
    if (/^(?:[*#=~]\s*){2,}$/.test(text)) heading = 5;
    if (line.isCentred) heading += 0.8;
    if (!isApart) heading -= 2.5;
    if (line.blankAfter === 0 && !line.isCapitals) heading -= 1.2;
    if (/[.,;?!]$/.test(text)) heading -= 3.5;
    if (text.endsWith(':')) heading -= line.isCapitals ? 0 : 1;
    if (forms.label?.isKnown === true && forms.label.value < text.length) heading -= 3;
    if (forms.isDecision || forms.isDrafting || forms.isEnclosures || forms.isDate || forms.isSalute) heading -= 3;
    if (line.form !== undefined && line.form !== 'routing' && line.form !== 'symbol') heading -= 3;
    if (line.form === 'symbol' && !/^(?:ISSUE|AGENDA|ANNEX|SCOPE|AIM|FACTS|TASK|NOTE|GOAL|[A-Z]{5,})$/.test(text))
      heading -= 2;
    if (forms.hand > 1.5) heading -= 1.5;
    if (textBelow[at] === 0 && !lines.slice(at + 1, at + 4).some((other) => other.line.isRow)) heading -= 2.5;
    if (/\[[^\]]*(?:redact|declass|delet|excis|omit|lines?\b)/i.test(text)) heading -= 3;
  }
  set('body.heading', heading);
  set(
    'body.table',
    line.isRow || (isBesideRow(at, lines) && /^[-_=~.\s]{6,}$/.test(text))
      ? 4.5
      : isBesideRow(at, lines) && !isText && text.length <= 60
        ? 0.5
        : -8,
  );
  set('body.decision', forms.isDecision ? 6.5 : -10);
  const { label } = forms;
  set(
    'body.label',
    label?.isKnown === true &&
      (label.role === 'from' || label.role === 'to' || label.role === 'subject') &&
      label.hasColon
      ? textBelow[at] === 0 && text.length - label.value <= 80 && label.value < text.length
        ? 5
        : 1
      : NEVER,
  );
}

function closeScores(at: number, scored: ScoredLine, { lines, textBelow, addressed }: Surroundings, set: Set): void {
  const { line, forms, isText } = scored;
  const { text } = line;
  const below = textBelow[at] ?? 0;
  const isLast = below === 0 ? 0 : below <= 2 ? -2.5 : -6;
  const isShort = text.length <= 76 && !isText && line.banner === undefined;
  const before = lines[at - 1];
  const isMoreOfClose =
    before?.forms.isClose === true &&
    line.blankBefore === 0 &&
    /^\p{Ll}/u.test(text) &&
    below === 0 &&
    text.length < 60 &&
    !/[,.]$/.test(before.line.text);
  set('close.salute', forms.isClose ? 6 + isLast / 2 : isMoreOfClose ? 6 : NEVER);
  set(
    'close.dateline',
    forms.isDate && forms.label?.isKnown !== true && below === 0 && line.form !== 'receipt' && line.form !== 'stamp'
      ? 5
      : NEVER,
  );
  let signature = NEVER;
  if (isShort && (forms.isSigned || forms.isName) && line.form !== 'stamp' && !/^(?:\d|[IVX]{2,}[.)])/.test(text)) {
    signature = forms.isSigned ? 5 : 1.5;
    if (line.isRight || (line.indent >= 20 && !line.isCentred)) signature += 2;
    if (line.blankBefore > 0) signature += 0.8;
    if (line.blankBefore > 1) signature += 0.8;
    if (line.form === 'symbol' || (line.isCapitals && text.split(' ').length < 2)) signature -= 1.5;
    if (/^(?:[A-Z][a-z]{0,2}[A-Z]?\.\s?){2,4}$/.test(text)) signature += 1;
    if (forms.isHonorific && !/^(?:Mr|Dr)/.test(text)) signature -= 1;
    if (forms.isOffice || forms.isTitle) signature -= 2;
  } else if (isShort && before?.forms.isClose === true && /^\p{L}[\p{L}.]{1,14}$/u.test(text)) {
    signature = 3;
  }
  // Initials under the text, which the line of drafting below has too.
  if (line.form === 'symbol' && below === 0 && /^[A-Z]{2,4}$/.test(text)) {
    const isDrafter = lines
      .slice(at + 1, at + 4)
      .some((other) => other.forms.isDrafting && other.line.text.includes(text));
    if (isDrafter || before?.forms.isClose === true) signature = 5;
  }
  set('close.signature', signature === NEVER ? NEVER : signature + isLast);
  let title = NEVER;
  if (isShort && !forms.isSentence) {
    title = 0.5;
    if (
      /\b(?:Secretary|Director|Ambassador|Minister|Assistant|Counselor|Chief|Chairman|Officer|President|Adviser|Advisor|Staff|Consul|Deputy|Acting|Attach|Representative|General|Commander|Head|Bureau|Office|Embassy|Affairs|Charg)/i.test(
        text,
      )
    )
      title += 2;
    if (line.blankBefore === 0) title += 1;
    else title -= 1;
    if (before !== undefined && Math.abs(before.line.indent - line.indent) <= 2) title += 0.7;
    if (forms.isHonorific || forms.isDate || forms.isEnclosures || forms.isDrafting || forms.isDecision) title -= 4;
    if (forms.hand > 2) title -= 1;
    if (forms.isTime) title -= 4;
    if (line.form !== undefined && line.form !== 'symbol') title -= 3;
    if (isFootAddress(scored)) title -= 4;
    if (forms.isClose || forms.isSalute || forms.label?.isKnown === true) title -= 4;
    title += isLast;
  }
  set('close.title', title);
  set('close.address', addressed.has(at) ? NEVER : isShort ? footAddressScore(at, lines) + isLast : NEVER);
  set('close.enclosures', isShort || forms.isEnclosures ? enclosureScore(at, lines) + isLast / 2 : NEVER);
  const isDraftingGroup = before !== undefined && before.line.group === line.group && isDraftingAbove(at, lines);
  set(
    'close.drafting',
    isShort || forms.isDrafting
      ? (forms.isDrafting ? 6 : isDraftingGroup && line.indent >= (before?.line.indent ?? 0) - 14 ? 4 : -8) + isLast / 2
      : NEVER,
  );
}

function isDraftingAbove(at: number, lines: readonly ScoredLine[]): boolean {
  const group = lines[at]?.line.group;
  for (let above = at - 1; above >= 0 && above >= at - 8 && lines[above]?.line.group === group; above--)
    if (lines[above]?.forms.isDrafting === true) return true;
  return false;
}

/** `The President,` below a signature. */
function isFootAddress(scored: ScoredLine | undefined): boolean {
  return scored !== undefined && /^The \p{Lu}[\p{L} ]{2,50},$/u.test(scored.line.text);
}

/** An addressee at the foot of a letter: a line of honour, and the lines of its group. */
function footAddressScore(at: number, lines: readonly ScoredLine[]): number {
  const scored = lines[at];
  if (scored === undefined) return -8;
  if (
    isFootAddress(scored) ||
    (at > 0 &&
      isFootAddress(lines[at - 1]) &&
      scored.line.blankBefore <= 1 &&
      /^(?:The |At |\p{Lu}\p{Ll}+)[^:]{0,44}[.,]?$/u.test(scored.line.text))
  )
    return 5;
  const group = scored.line.group;
  for (let above = at; above >= 0 && above >= at - 6 && lines[above]?.line.group === group; above--) {
    if (
      lines[above]?.forms.isHonorific === true &&
      !(lines[above - 1]?.isText === true && lines[above - 1]?.line.group === group) &&
      !/^(?:Mr|Mrs|Ms|Dr|Miss)\b.{0,24}:/.test(lines[above]?.line.text ?? '')
    )
      return above === at ? 4.5 : 4;
  }
  // A name above an office and a town, below a signature.
  const members = lines.slice(Math.max(0, at - 6), at + 7).filter(({ line }) => line.group === group);
  const first = members[0];
  const last = members.at(-1);
  const isAddress =
    members.length >= 2 &&
    first !== undefined &&
    last !== undefined &&
    first.line.indent <= 12 &&
    (first.forms.isName || first.forms.isOffice) &&
    (last.forms.isTown || last.forms.isOffice);
  return isAddress ? (first.line.text.endsWith(',') ? 5 : 2.5) : -8;
}

/** A list of attachments or copies, and the lines that stand under its label. */
function enclosureScore(at: number, lines: readonly ScoredLine[]): number {
  const scored = lines[at];
  if (scored === undefined) return -8;
  if (scored.forms.isEnclosures) return 5.8;
  if (scored.isText || scored.line.banner !== undefined) return -8;
  let group = scored.line.group;
  let blanks = scored.line.blankBefore > 0 ? 1 : 0;
  for (let above = at - 1; above >= 0 && above >= at - 12; above--) {
    const other = lines[above];
    if (other === undefined) break;
    if (other.line.group !== group) {
      group = other.line.group;
      if (blanks > 1) break;
    }
    if (other.forms.isEnclosures) {
      const isUnder = scored.line.indent > other.line.indent || scored.line.group === other.line.group;
      return isUnder ? (blanks === 0 ? 3.5 : 2) : -3;
    }
    if (other.isText || other.line.banner !== undefined || other.forms.isClose) break;
    if (other.line.blankBefore > 0) blanks++;
  }
  return -8;
}
