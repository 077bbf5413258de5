import { DRAFTING_LABEL } from './cable-line.js';
import { keyOf, type Labels } from './labels.js';

/** Everything above a transmission is of the page: routing, distribution, drafting. */
export function pageHead(labels: Labels, from: number, to: number): void {
  let isDrafting = false;
  for (let at = from; at < to; at++) {
    const { head } = labels.sign(at);
    if (head === 'stamp') isDrafting = false;
    else if (DRAFTING_LABEL.test(labels.text(at))) isDrafting = true;
    else if (head !== undefined && head !== 'control') isDrafting = false;
    labels.furniture[at] = isDrafting ? 'drafting' : (head ?? labels.furniture[at] ?? 'transmission');
  }
}

/** How far above the number of a page the marking at the foot of the page before can stand, and what repeats below it. */
const ABOVE = 5;
const BELOW = 4;
/** Lines of the sheet are not longer. */
const LONGEST = 40;

/**
 * The head of a page inside the text, with the marks and numbers around it.
 * @param heads the lines of the first page's head, which further pages repeat
 */
export function pageTurn(labels: Labels, at: number, from: number, heads: ReadonlySet<string>): void {
  for (let above = at - 1; above >= Math.max(from, at - ABOVE); above--) {
    if (labels.furniture[above] === 'classification') {
      for (let line = above + 1; line < at; line++) labels.furniture[line] ??= 'control';
    } else if (heads.has(keyOf(labels.text(above))) && !/^\(?\d/.test(labels.text(above)))
      labels.furniture[above] ??= 'control';
    else if (labels.text(above).length > LONGEST || /[a-z]{2}|[.,;?!]$/.test(labels.text(above))) break;
  }
  for (let below = at + 1; below < Math.min(labels.cable.end, at + BELOW); below++) {
    const text = labels.text(below);
    const isNumber = below === at + 1 && /^[A-Z][A-Z .]+\s\d{3,6}\b.*\d{6}Z$/.test(text);
    if (isNumber) labels.furniture[below] = 'pageNum';
    else if (heads.has(keyOf(text)) && !/^\(?\d/.test(text)) labels.furniture[below] ??= 'control';
    else if (labels.furniture[below] === undefined) break;
  }
}

/** What stands after the end of a text: signs of transmission, stamps, who drafted it, what an archive says of the message. */
export function afterEnd(labels: Labels, from: number, to: number): void {
  let isDrafting = false;
  for (let at = from; at < to; at++) {
    const { head } = labels.sign(at);
    const text = labels.text(at);
    isDrafting = DRAFTING_LABEL.test(text) || (isDrafting && head === undefined && labels.blank(at) === 0);
    labels.furniture[at] = head ?? (isDrafting ? 'drafting' : 'attributes');
    const isLabelled = isDrafting || /^[^:]{1,45}:/.test(text);
    if (head === undefined && text.length > 60 && !isLabelled) labels.doubt(at, 'after-end');
  }
}
