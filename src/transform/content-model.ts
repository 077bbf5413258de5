import { append } from '../model/list.js';
import { type Draft, isBlock, isPageBreak } from './draft.js';
import { markColumns } from './table-columns.js';
import { markHead } from './table-heads.js';
import { fitSpans } from './table-spans.js';

/** Which elements a container of XHTML may hold; nothing else may stand in it (HTML Living Standard 4.4, 4.9). */
const HELD: Readonly<Record<string, ReadonlySet<string>>> = {
  ul: new Set(['li']),
  ol: new Set(['li']),
  dl: new Set(['dt', 'dd']),
  table: new Set(['caption', 'thead', 'tbody']),
  thead: new Set(['tr']),
  tbody: new Set(['tr']),
  tr: new Set(['td', 'th']),
};

/** Elements that stay when they are empty, by class: they say something without words. */
const SPEAKING: ReadonlySet<string> = new Set(['pb', 'cb', 'graphic', 'gap', 'video', 'space', 'anchor', 'milestone']);
/** Elements that are dropped when they hold nothing and nothing can point to them. */
const DROPPED_WHEN_EMPTY: ReadonlySet<string> = new Set([
  'span',
  'a',
  'em',
  'strong',
  'u',
  'sup',
  'sub',
  'del',
  'ins',
  'time',
  'dfn',
  'p',
  'ul',
  'ol',
  'dl',
  'thead',
  'figcaption',
]);
const HOLDS_PHRASES: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Elements whose content model is their parent's. */
const TRANSPARENT: ReadonlySet<string> = new Set(['a', 'del', 'ins']);
const SECTIONS: ReadonlySet<string> = new Set(['section', 'article', 'body']);

/** Puts a finished element into its parent as XHTML allows it. */
export function keepContentModel(element: Draft, parent: Draft): void {
  tidy(element);
  if (isEmpty(element)) return;
  const calls = element.name === 'a' && element.attributes['class'] !== 'noteref' ? takeCalls(element) : [];
  parent.children.push(element);
  append(parent.children, calls);
}

function tidy(element: Draft): void {
  const { name } = element;
  if (element.children.includes('')) element.children = element.children.filter((child) => child !== '');
  const held = HELD[name];
  if (name === 'table') {
    fitSpans(element);
    markHead(element);
    markColumns(element);
  }
  if (held !== undefined) element.children = placeStrays(element, held);
  else if (SECTIONS.has(name)) element.children = wrapPhrases(element.children);
  else if (HOLDS_PHRASES.has(name) || !(isBlock(element) || TRANSPARENT.has(name))) widen(element);
}

/** Whether a node is a block, or a link that holds one: to what is round it, a link is as what it holds. */
function standsAsBlock(node: Draft | string): boolean {
  if (typeof node === 'string') return false;
  const { name, children } = node;
  return isBlock(node) || (TRANSPARENT.has(name) && children.some(standsAsBlock));
}

/** A paragraph or phrase that holds a list, a table, a quotation or another paragraph becomes a `div`, with its name as a class. */
export function widen(element: Draft): void {
  if (!element.children.some(standsAsBlock)) return;
  const { class: own } = element.attributes;
  element.attributes = { ...element.attributes, class: own === undefined ? element.name : `${element.name} ${own}` };
  element.name = 'div';
}

function isEmpty(element: Draft): boolean {
  const { attributes, children, name } = element;
  return (
    children.length === 0 &&
    DROPPED_WHEN_EMPTY.has(name) &&
    attributes['id'] === undefined &&
    !SPEAKING.has(attributes['class'] ?? '')
  );
}

/**
 * What may not stand between the entries of a list or the rows of a table goes into an entry: a page break into the next, whose page
 * it starts; anything else into the one before.
 */
function placeStrays(container: Draft, held: ReadonlySet<string>): (Draft | string)[] {
  const kept: Draft[] = [];
  let breaks: (Draft | string)[] = [];
  for (const child of container.children) {
    if (typeof child !== 'string' && held.has(child.name)) {
      for (const one of breaks.toReversed()) innermost(child).children.unshift(one);
      breaks = [];
      kept.push(child);
    } else if (isPageBreak(child)) breaks.push(child);
    else if (typeof child === 'string' ? child.trim() !== '' : child.name !== 'br')
      entryBefore(container, kept).push(child);
  }
  if (breaks.length > 0) append(entryBefore(container, kept), breaks);
  return kept;
}

/** The children of the last entry, or of one made for what would have none. */
function entryBefore(container: Draft, kept: Draft[]): (Draft | string)[] {
  const last = kept.at(-1);
  if (last !== undefined) return innermost(last, true).children;
  const name = { ul: 'li', ol: 'li', dl: 'dd', tr: 'td' }[container.name] ?? 'tr';
  const entry: Draft = { name, attributes: { class: 'between' }, children: [] };
  if (name === 'tr') entry.children.push({ name: 'td', attributes: {}, children: [] });
  kept.push(entry);
  return innermost(entry).children;
}

/** Where text may stand in an entry: the first (or last) cell of a row, the entry itself elsewhere. */
function innermost(entry: Draft, isLast = false): Draft {
  if (HELD[entry.name] === undefined) return entry;
  const inner = isLast ? entry.children.at(-1) : entry.children[0];
  return inner === undefined || typeof inner === 'string' ? entry : innermost(inner, isLast);
}

/** Phrases that stand between the blocks of a section: page breaks in a `div.pb-block`, anything else in a paragraph. */
function wrapPhrases(children: readonly (Draft | string)[]): (Draft | string)[] {
  const out: (Draft | string)[] = [];
  let run: (Draft | string)[] = [];
  const flush = (): void => {
    const isText = run.some((node) => !isPageBreak(node) && (typeof node === 'string' || node.name !== 'br'));
    const content = isText ? run : run.filter(isPageBreak);
    if (content.length > 0) {
      const wrapper = isText ? { name: 'p', attributes: {} } : { name: 'div', attributes: { class: 'pb-block' } };
      const wrapped: Draft = { ...wrapper, children: content };
      widen(wrapped);
      out.push(wrapped);
    }
    run = [];
  };
  for (const child of children) {
    if (isBlock(child)) {
      flush();
      out.push(child);
    } else run.push(child);
  }
  flush();
  return out;
}

/** A note's call inside a link is a link in a link: it moves behind the link, out of whatever it stands in there. */
function takeCalls(element: Draft): Draft[] {
  const calls: Draft[] = [];
  element.children = element.children.filter((child) => {
    if (typeof child === 'string') return true;
    if (child.attributes['class'] === 'noteref') {
      calls.push(child);
      return false;
    }
    append(calls, takeCalls(child));
    return true;
  });
  return calls;
}
