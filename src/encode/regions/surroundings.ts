import { genreOf } from '../../grammar/heading-genre.js';
import { capitalised } from '../facts/capitalised.js';
import { breaksOff } from '../page/sheet.js';
import { isSentenceTitle } from './line-forms.js';
import { pageHeads } from './page-heads.js';
import type { ScoredLine, Surroundings } from './scores/place.js';

/** A sentence that is too short to be told by its length: an item, what somebody says. */
function isShortSentence({ line, forms }: ScoredLine): boolean {
  return (
    forms.isSentence &&
    line.banner === undefined &&
    line.form === undefined &&
    /[.?!]["”)]?$/.test(line.text) &&
    !forms.isClose &&
    !forms.isEnclosures
  );
}

/** `P.S. …`, `P.P.S.`, `Postscript:` at the beginning of a line. */
const POSTSCRIPT =
  /^(?:[[(](?:hand\w*|(?:in )?longhand|in (?:his|her|own)\b)[^\])]{0,20}[\])]:?\s*)?[[(]?(?:P\.\s?(?:P\.\s?)?S\.|PP?S[.:]|Postscript[.:—])(?!\s?\d)/i;

/** Whether a line begins a postscript. */
export function beginsPostscript(text: string): boolean {
  return /^[Pp([]/.test(text) && POSTSCRIPT.test(text);
}

/** A postscript stands among so many last lines. */
const LONGEST_POSTSCRIPT = 24;

/** So many lines can an opening have. */
const LONGEST_OPENING = 60;

/** What the scores of the lines of one document look at besides each line itself. */
export function surroundings(lines: readonly ScoredLine[], width: number | undefined): Surroundings {
  const textBelow = new Array<number>(lines.length).fill(0);
  for (let at = lines.length - 2; at >= 0; at--) {
    const below = lines[at + 1];
    // A postscript does not make what stands above it less of a closing.
    const isPostscript =
      below !== undefined && lines.length - at < LONGEST_POSTSCRIPT && beginsPostscript(below.line.text);
    textBelow[at] = isPostscript
      ? 0
      : (textBelow[at + 1] ?? 0) + (below !== undefined && (below.isText || isShortSentence(below)) ? 1 : 0);
  }
  const firstText = lines.findIndex(({ isText }) => isText);
  const end = firstText < 0 ? Math.min(lines.length, LONGEST_OPENING) : firstText;
  const heads = pageHeads(lines);
  const salute = lines.findIndex(({ forms }, index) => forms.isSalute && index <= end);
  return {
    lines,
    width,
    addressed: salute < 0 ? minuteAddress(lines, end) : addressAbove(lines, salute),
    textBelow,
    labelAbove: labelsAbove(lines),
    openAbove: openAbove(lines, heads),
    pageHeads: heads,
    enclosed: enclosedLines(lines, end),
    openBelow: openBelow(lines),
    hasDate: lines
      .slice(0, end)
      .some(
        ({ forms, line }) =>
          (forms.isDate && line.form !== 'receipt') ||
          (forms.label?.role === 'date' && forms.label.value < line.text.length),
      ),
    salute: salute < 0 ? undefined : salute,
    titled: titledLines(lines),
    firstTitle: lines.findIndex(({ forms }) => forms.isTitle),
    hasLaterTitle: lines
      .slice(0, end)
      .some(({ forms, line }) => forms.isTitle && forms.label?.isKnown !== true && line.text !== 'MEMORANDUM'),
  };
}

/** For each line whether the nearest text above it breaks off inside a sentence. */
function openAbove(lines: readonly ScoredLine[], heads: ReadonlySet<number>): readonly boolean[] {
  let isOpen = false;
  let wasText = false;
  return lines.map(({ line, isText, forms }, at) => {
    const was = isOpen;
    const isSheet = heads.has(at) || line.banner !== undefined || line.form !== undefined || forms.hand > 1.5;
    // The last line of a paragraph can be short.
    const isTail = wasText && line.blankBefore === 0 && !line.pageBefore && line.form === undefined;
    if (isText || isTail || !isSheet) isOpen = (isText || isTail) && breaksOff(line.text);
    wasText = isText;
    return was;
  });
}

/** For each line whether it breaks off and the next line that is not of the sheet by its form begins with a small letter. */
function openBelow(lines: readonly ScoredLine[]): readonly boolean[] {
  const found = new Array<boolean>(lines.length).fill(false);
  let isSmall = false;
  for (let at = lines.length - 1; at >= 0; at--) {
    const { line } = lines[at] as ScoredLine;
    if (line.banner !== undefined || line.form !== undefined) continue;
    found[at] = isSmall && breaksOff(line.text);
    isSmall = /^\p{Ll}/u.test(line.text);
  }
  return found;
}

/** For each line the nearest label above, as long as nothing that ends a block of labels stands between. */
function labelsAbove(lines: readonly ScoredLine[]): readonly (number | undefined)[] {
  let label: number | undefined;
  // The last label of the left column.
  let left: number | undefined;
  return lines.map(({ line, forms, isText }, index) => {
    const beside = label === undefined ? undefined : lines[label]?.line;
    const above = beside?.isBeside === true && line.indent < beside.indent - 6 ? left : label;
    if (forms.label !== undefined && (forms.label.isKnown || forms.label.value < line.text.length)) {
      const isWithin =
        above !== undefined && lines[above]?.forms.label?.role === 'participants' && !forms.label.isKnown;
      if (!isWithin) label = index;
      if (!isWithin && !line.isBeside) left = index;
    } else if ((isText && line.text.length > 110) || forms.isSalute) label = undefined;
    return above;
  });
}

/** For each line of the opening whether it stands between a label of parties and the next label of the vocabulary, no title between. */
function enclosedLines(lines: readonly ScoredLine[], end: number): readonly boolean[] {
  const found: boolean[] = [];
  let from: number | undefined;
  for (const [at, { forms, line }] of lines.slice(0, end).entries()) {
    if (forms.label?.isKnown === true && line.isBeside) continue;
    if (forms.label?.isKnown === true && forms.label.role !== 'other') {
      if (from !== undefined) for (let here = from + 1; here < at; here++) found[here] = true;
      from = forms.label.role === 'to' || forms.label.role === 'participants' ? at : undefined;
    } else if (forms.isSalute || (forms.isTitle && line.isCapitals)) from = undefined;
  }
  return found;
}

/** The names to which a minute goes, above all else but its marking: `Mr. Goodison`, `PS/PUS`. */
function minuteAddress(lines: readonly ScoredLine[], end: number): ReadonlySet<number> {
  const found = new Set<number>();
  const at = lines
    .slice(0, end)
    .findIndex(
      ({ line, forms }) =>
        line.banner === undefined &&
        line.form !== 'number' &&
        line.form !== 'stamp' &&
        !(forms.isTitle && /^(?:MINUTE|NOTE)$/.test(line.text)),
    );
  const head = lines[at];
  if (
    head === undefined ||
    !/^(?:Mrs?|Miss|Ms|Sir|Dr|Lord|Lady|PS)\b[^–:;]{1,30}$/.test(head.line.text) ||
    head.line.text.includes(' - ') ||
    head.line.isCentred ||
    head.forms.label?.isKnown === true
  )
    return found;
  for (let next = at; next < end && lines[next]?.line.group === head.line.group && next < at + 6; next++) {
    if (lines[next]?.isText === true || lines[next]?.forms.isDate === true) return new Set();
    found.add(next);
  }
  return found;
}

/** The lines below a title in capitals that nothing parts from it: they are of the title, as `by the`, `NATIONAL SECURITY COUNCIL`, `at its`. */
function titledLines(lines: readonly ScoredLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  let group = -1;
  // A title in small letters says when and where as well.
  let isSaid = false;
  const tabbed = titleOfTab(lines);
  for (const [at, { line, forms, isText }] of lines.entries()) {
    if (isText) break;
    if (at === tabbed) {
      found.add(at);
      group = line.group;
    }
    if (line.inGroup === 0) for (const of of linesOfTitle(lines, at)) found.add(of);
    if (line.group === group && goesOnWithTitle(lines[at], isSaid)) found.add(at);
    else if (
      forms.isTitle &&
      line.form !== 'tab' &&
      (line.isCapitals || line.isCentred) &&
      forms.label?.isKnown !== true
    )
      // Below `MEMORANDUM` of a printed sheet stands the office.
      group = line.text === 'MEMORANDUM' && lines[at + 1]?.forms.isOffice === true ? -1 : line.group;
    if (line.inGroup === 0) isSaid = isSentenceTitle(line.text);
    if (line.group !== group) group = -1;
  }
  return found;
}

/** @param isSaid a title in small letters says when and where as well */
function goesOnWithTitle(scored: ScoredLine | undefined, isSaid: boolean): boolean {
  if (scored === undefined) return false;
  const { line, forms } = scored;
  return (
    !line.isBeside &&
    line.text.length <= 70 &&
    line.form !== 'symbol' &&
    forms.label?.isKnown !== true &&
    (isSaid || (!forms.isDate && !forms.isTime)) &&
    line.banner === undefined &&
    !/(?<![AP]\.\s?M)[.;:]$/i.test(line.text)
  );
}

/** The first line that is not of the sheet below `TAB A`: the title of the tab, whatever its words; undefined where it can be none. */
function titleOfTab(lines: readonly ScoredLine[]): number | undefined {
  const tab = lines.findIndex(({ line, isText }) => line.form === 'tab' || isText);
  if (tab < 0 || lines[tab]?.isText === true) return undefined;
  const at = lines.findIndex(({ line }, index) => index > tab && line.banner === undefined && line.form === undefined);
  return isTitleOfTab(lines[at]) ? at : undefined;
}

/** Capitals of several words, which name no office and are no day, no label and no salutation. */
function isTitleOfTab(scored: ScoredLine | undefined): boolean {
  if (scored === undefined) return false;
  const { line, forms } = scored;
  const isOther = forms.isOffice || forms.isDate || forms.isSalute || forms.isHonorific || forms.label !== undefined;
  return line.isCapitals && !isOther && forms.item === undefined && /\s/.test(line.text) && line.text.length > 12;
}

/** The first lines of a group in capitals that together are a title, while the first alone is none: `SPECIAL NATIONAL INTELLIGENCE` and `ESTIMATE`. */
function linesOfTitle(lines: readonly ScoredLine[], at: number): readonly number[] {
  const first = lines[at];
  if (
    first === undefined ||
    !first.line.isCapitals ||
    first.forms.isTitle ||
    first.line.groupSize < 2 ||
    first.line.text.length > 60
  )
    return [];
  const second = lines[at + 1];
  if (
    second === undefined ||
    second.line.group !== first.line.group ||
    !second.line.isCapitals ||
    !second.forms.isTitle ||
    second.forms.isOffice
  )
    return [];
  return genreOf(capitalised(`${first.line.text} ${second.line.text}`)) !== undefined &&
    genreOf(capitalised(first.line.text)) === undefined
    ? [at, at + 1]
    : [];
}

/** The lines of the address above a salutation: the group above it, a date or a marking left out. */
function addressAbove(lines: readonly ScoredLine[], salute: number): ReadonlySet<number> {
  const found = new Set<number>();
  let at = salute - 1;
  while (at >= 0 && (lines[at]?.forms.isDate === true || lines[at]?.line.banner !== undefined)) at--;
  const group = lines[at]?.line.group;
  if (group === undefined) return found;
  let first = at;
  while (first > 0 && lines[first - 1]?.line.group === group && at - first < 8) first--;
  first = spacedFirst(lines, first, at);
  const members = lines.slice(first, at + 1);
  const [head] = members;
  if (
    head === undefined ||
    members.some(
      ({ isText, forms, line }) =>
        isText || forms.isDate || forms.label?.isKnown === true || line.form === 'stamp' || line.form === 'receipt',
    )
  )
    return found;
  // The numbers of a chancery stand above a salutation as well.
  if (
    members.some(({ line }) => line.form === 'tab' || line.form === 'form') ||
    (!head.forms.isHonorific && /^(?:No|Proc|Ref|File)\.?\s.*\d/.test(head.line.text))
  )
    return found;
  const isSheet = head.line.isCentred || (head.line.isCapitals && head.forms.isOffice) || head.line.isRight;
  if (isSheet && !head.forms.isHonorific) return found;
  if (members.length === 1 && !head.forms.isHonorific) return found;
  for (let line = first; line <= at; line++) found.add(line);
  return found;
}

/** The first line of an address that is typed in double space: above one of one line, each apart, stands a line of honour. */
function spacedFirst(lines: readonly ScoredLine[], first: number, last: number): number {
  if (first !== last || lines[first]?.forms.isHonorific === true) return first;
  for (let at = first; at > 0 && at > first - 6; at--) {
    const above = lines[at - 1];
    if (lines[at]?.line.blankBefore !== 1 || above === undefined || above.line.groupSize !== 1) return first;
    if (above.isText || above.forms.isDate || above.line.banner !== undefined) return first;
    if (above.forms.isHonorific) return at - 1;
  }
  return first;
}
