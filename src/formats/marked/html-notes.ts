import { decodedAddress } from '../../model/decoded.js';
import { firstFrom } from '../../model/list.js';
import { elementsOf, type HtmlElement, htmlText, isWithin, tokensOf } from '../html.js';

export interface HtmlNote {
  readonly id: string;
  readonly label: string;
  readonly container: HtmlElement;
}

/** The notes of a page and the links between them and the text. */
export interface HtmlNotes {
  /** By the elements that hold them. */
  readonly notes: ReadonlyMap<HtmlElement, HtmlNote>;
  /** The notes that links of the text call. */
  readonly calls: ReadonlyMap<HtmlElement, HtmlNote>;
  /** Links that lead from a note back to its call. */
  readonly returns: ReadonlySet<HtmlElement>;
}

/** A number or a sign, as a call shows it; brackets may stand around it. */
const LABEL = /^[[({]?\s*(\d{1,4}[a-z]?|[ivxlc]{1,6}|[a-z]|[*†‡§¶#]{1,4})\s*[\])}]?$/i;

/**
 * Finds the notes that links call, whatever made the page: a call leads to an element behind it, which holds the note and, as a rule, a link back (Pandoc, Wikipedia,
 * the web site of FRUS, “Save as Web Page” of Word, DPUB-ARIA).
 * @param texts where the text of the page stands
 */
export function htmlNotes(root: HtmlElement, texts: readonly HtmlElement[]): HtmlNotes {
  const targets = new Map<string, HtmlElement>();
  const links: { readonly element: HtmlElement; readonly to: string }[] = [];
  for (const element of elementsOf(root)) {
    for (const name of [
      element.attributes.get('id'),
      element.name === 'a' ? element.attributes.get('name') : undefined,
    ])
      if (name !== undefined && !targets.has(name)) targets.set(name, element);
    const to = element.name === 'a' ? fragmentOf(element.attributes.get('href')) : undefined;
    if (to !== undefined) links.push({ element, to });
  }
  const candidates = links.flatMap(({ element, to }) => {
    const target = targets.get(to);
    const label = LABEL.exec(htmlText(element).trim())?.[1];
    return target === undefined || label === undefined || target.order <= element.last || !isCall(element)
      ? []
      : [{ element, target, label }];
  });
  const ends = [...new Set(candidates.map(({ target }) => target.order))].sort((a, b) => a - b);
  const callers = candidates.map(({ element }) => element.order);
  const notes = new Map<HtmlElement, HtmlNote>();
  const calls = new Map<HtmlElement, HtmlNote>();
  const refused = new Set<HtmlElement>();
  for (const { element, target, label } of candidates) {
    const container = containerOf(target, callers, ends);
    if (container === undefined || refused.has(container)) continue;
    const known = notes.get(container) ?? { id: `n${container.order}`, label, container };
    if (!notes.has(container) && (holdsHeading(container) || texts.some((one) => isWithin(one, container)))) {
      refused.add(container);
      continue;
    }
    // A call in a note leads to another note; it is a call all the same.
    notes.set(container, known);
    calls.set(element, known);
  }
  return { notes, calls, returns: returnsIn(links, targets, notes, calls) };
}

/** Links in a note that lead to what calls it, or to the element around that. */
function returnsIn(
  links: readonly { readonly element: HtmlElement; readonly to: string }[],
  targets: ReadonlyMap<string, HtmlElement>,
  notes: HtmlNotes['notes'],
  calls: HtmlNotes['calls'],
): ReadonlySet<HtmlElement> {
  const callsOf = new Map<HtmlNote, HtmlElement[]>();
  for (const [call, note] of calls) callsOf.set(note, [...(callsOf.get(note) ?? []), call].slice(-MOST_CALLS));
  const found = new Set<HtmlElement>();
  for (const { element, to } of links) {
    if (calls.has(element)) continue;
    const target = targets.get(to);
    let note: HtmlNote | undefined;
    for (let at: HtmlElement | undefined = element; at !== undefined && note === undefined; at = at.parent)
      note = notes.get(at);
    if (target === undefined || note === undefined) continue;
    const isBack = (callsOf.get(note) ?? []).some((call) => isWithin(call, target) || isWithin(target, call));
    if (isBack || isArrow(htmlText(element))) found.add(element);
  }
  return found;
}

/** A note is called so often at most that a link back is looked for. */
const MOST_CALLS = 200;

function isArrow(text: string): boolean {
  return /^\s*(?:[↑↩⏎^←↵⤴]\uFE0E?|\[?(?:back|return)\]?)\s*$/iu.test(text);
}

/** The name behind the `#` of a link. */
function fragmentOf(href: string | undefined): string | undefined {
  const at = href?.indexOf('#') ?? -1;
  if (href === undefined || at < 0 || at === href.length - 1) return undefined;
  return decodedAddress(href.slice(at + 1));
}

/** A call is raised, in brackets, or says itself that it is one. */
function isCall(link: HtmlElement): boolean {
  const text = htmlText(link).trim();
  if (/^[[({*†‡§¶]/.test(text)) return true;
  const said = [
    ...tokensOf(link, 'class'),
    ...tokensOf(link, 'role'),
    ...tokensOf(link, 'epub:type'),
    ...tokensOf(link, 'rel'),
  ];
  if (said.some((token) => /note|^fn|^ref/.test(token))) return true;
  if (/note|^#?_?fn|ftn|edn/i.test(link.attributes.get('href')?.replace(/^.*#/, '') ?? '')) return true;
  for (
    let at: HtmlElement | undefined = link;
    at !== undefined && (at === link || at.children.length === 1);
    at = at.parent
  )
    if (isRaised(at)) return true;
  if (link.parent !== undefined && isRaised(link.parent)) return true;
  return [...elementsOf(link)].some(isRaised);
}

function isRaised(element: HtmlElement): boolean {
  return element.name === 'sup' || /vertical-align\s*:\s*super/i.test(element.attributes.get('style') ?? '');
}

/** What a note cannot be, because it holds all notes or all the text. */
const TOO_LARGE: ReadonlySet<string> = new Set('body main article section ol ul dl table tbody thead html'.split(' '));

/** Inline elements that mark a place and hold no note. */
const PLACES: ReadonlySet<string> = new Set('a span sup b i em strong small font'.split(' '));

/** The largest element around the target of a call that holds this note alone, and no call that does not stand in the target itself. */
function containerOf(
  target: HtmlElement,
  callers: readonly number[],
  ends: readonly number[],
): HtmlElement | undefined {
  const own = countWithin(callers, target);
  let container = target;
  for (let parent = target.parent; parent !== undefined; parent = parent.parent) {
    if (TOO_LARGE.has(parent.name) || countWithin(callers, parent) > own || countWithin(ends, parent) > 1) break;
    container = parent;
  }
  return TOO_LARGE.has(container.name) || (PLACES.has(container.name) && htmlText(container).trim() === '')
    ? undefined
    : container;
}

function holdsHeading(container: HtmlElement): boolean {
  for (const element of elementsOf(container)) if (/^h[1-6]$/.test(element.name)) return true;
  return false;
}

/** How many of some ordered places stand in an element. */
function countWithin(ends: readonly number[], { order, last }: HtmlElement): number {
  return firstFrom(ends, (end) => end > last) - firstFrom(ends, (end) => end >= order);
}
