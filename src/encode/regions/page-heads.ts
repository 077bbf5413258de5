import { breaksOff } from '../page/sheet.js';
import type { ScoredLine } from './scores/place.js';

/** So many lines can stand between the text of two pages. */
const LONGEST_TURN = 14;
const LONGEST_LINE = 64;

/** `Page 2 of`, `Desp. No. 231`, `Enclosure No. 1`: what the head of a later page says of its paper. */
const RUNNING =
  /^(?:Page \d{1,3}(?: of.{0,12})?|(?:Desp(?:atch)?|Dispatch|Airgram|Letter|Note|Memo(?:randum)?|Telegram|Encl(?:osure)?|Ref)\.?,? (?:No\.? ?)?[A-Z]{0,2}-?\d{1,5}\b.{0,30}|A-\d{1,4})$/i;

/**
 * The lines that stand at the turn of a page and are of the sheet because of where they stand: between a sentence that a page's end breaks off and the
 * small letter with which it goes on, and on the right at the head of a page beside its number or its marking (`Page 2 of / Desp. No. 231 / From KABUL`).
 */
export function pageHeads(lines: readonly ScoredLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  const lastText = lines.findLastIndex(({ isText }) => isText);
  let hasText = false;
  for (let at = 0; at < lines.length; at++) {
    const own = lines[at];
    if (own === undefined) break;
    if (isTextLike(own, lines[at - 1])) {
      hasText = true;
      if (breaksOff(own.line.text)) for (const one of insideSentence(lines, at + 1)) found.add(one);
    } else if (hasText && own.line.inGroup === 0) {
      for (const one of headOnTheRight(lines, at)) found.add(one);
      for (const one of addressAtFoot(lines, at, lastText)) found.add(one);
    }
  }
  return found;
}

/** A line of running text, or the last, short one of its paragraph. */
function isTextLike({ line, isText, forms }: ScoredLine, before: ScoredLine | undefined): boolean {
  if (isText) return true;
  const isTail = before?.isText === true && line.blankBefore === 0 && !line.pageBefore && !line.isBeside;
  return isTail && line.banner === undefined && line.form === undefined && !forms.isDrafting && !forms.isClose;
}

const isFurniture = ({ line }: ScoredLine): boolean =>
  line.banner !== undefined || line.form === 'pageNum' || line.form === 'number' || RUNNING.test(line.text);

/** Whether a line can be of the sheet by its look: short, no sentence, no point of a list. */
function canBe({ line, isText, forms }: ScoredLine): boolean {
  const isItem = forms.item !== undefined && line.form === undefined;
  return !isText && line.text.length <= LONGEST_LINE && !isItem && !forms.isSpeech && !forms.isDecision && !line.isRow;
}

/** The lines from `from` on to the one that goes on with the sentence above, where they turn a page. */
function insideSentence(lines: readonly ScoredLine[], from: number): readonly number[] {
  const between: number[] = [];
  let isTurn = false;
  for (let at = from; at < lines.length && at < from + LONGEST_TURN; at++) {
    const own = lines[at];
    if (own === undefined) break;
    const isSheet = isFurniture(own) || own.line.form !== undefined;
    if (/^\p{Ll}/u.test(own.line.text) && !isSheet) return isTurn ? between : [];
    if (!isSheet && !canBe(own)) return [];
    isTurn ||= own.line.pageBefore || isFurniture(own);
    between.push(at);
  }
  return [];
}

/** The lines of the group that begins at `from`, where they stand on the right and one is a number or a marking of the page, with text below. */
function headOnTheRight(lines: readonly ScoredLine[], from: number): readonly number[] {
  const group = lines[from]?.line.group;
  const own: number[] = [];
  let isTurn = lines[from]?.line.pageBefore === true || lines[from - 1]?.line.banner !== undefined;
  let hasWords = false;
  let isSaid = false;
  let at = from;
  for (; lines[at]?.line.group === group; at++) {
    const one = lines[at] as ScoredLine;
    const isSheet = isFurniture(one);
    if (!isSheet && (!canBe(one) || !(one.line.isRight || one.line.isBeside))) return [];
    isTurn ||= isSheet;
    isSaid ||= RUNNING.test(one.line.text) || one.line.form === 'pageNum';
    hasWords ||= !isSheet;
    own.push(at);
  }
  const below = lines[at];
  const goesOn = below !== undefined && !below.line.pageBefore && (below.isText || below.forms.isSentence);
  return hasWords && isTurn && isSaid && goesOn ? own : [];
}

/** The first line of an address at the foot of a page: `The Levant Department,`, `Sir Ivone Example, K.C.M.G.,`. */
const ADDRESSEE =
  /^(?:The |Sir |Mr\.? |His |Her |Lord |Rt\.? Hon)\p{Lu}?[^.:;]{2,50},$|^(?:\p{Lu}[\p{L}.'’-]+\s){1,3}\p{Lu}[\p{L}'’-]+,.{0,30},$/u;

/** The lines of an address that stands at the foot of the first page of a letter, each but the last ending with a comma, above what is of the sheet. */
function addressAtFoot(lines: readonly ScoredLine[], from: number, lastText: number): readonly number[] {
  const group = lines[from]?.line.group;
  if (!ADDRESSEE.test(lines[from]?.line.text ?? '')) return [];
  const own: number[] = [];
  let at = from;
  for (; lines[at]?.line.group === group; at++) {
    const one = lines[at] as ScoredLine;
    if (!canBe(one) || one.forms.isClose) return [];
    const isLast = lines[at + 1]?.line.group !== group;
    if (!isLast && !one.line.text.endsWith(',')) return [];
    own.push(at);
  }
  const below = lines[at];
  const isFoot =
    below !== undefined && (below.line.pageBefore || below.line.banner !== undefined || below.line.form === 'pageNum');
  const isUnderCatchword = lines[from - 1]?.line.form === 'catchword' && below !== undefined;
  return own.length >= 2 && (isFoot || isUnderCatchword) && at <= lastText ? own : [];
}
