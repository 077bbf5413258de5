import { append } from '../../model/list.js';
import type { Inline, TextRun, TextStyle } from '../../model/page-content.js';
import type { PivotElement, PivotNode } from '../../model/pivot.js';
import { figureOf } from './figures.js';

/** What the phrase elements of the pivot do to the type. A class speaks before the element's name. */
const stylesByName: Readonly<Record<string, TextStyle>> = {
  em: { italic: true },
  strong: { bold: true },
  u: { underline: true },
  del: { strike: true },
  sup: { superior: true },
  sub: { inferior: true },
};
const stylesByClass: Readonly<Record<string, TextStyle>> = {
  smallcaps: { smallCaps: true },
  roman: { italic: false, bold: false, smallCaps: false },
  'rend-italic': { italic: true },
  'rend-strong': { bold: true },
  'rend-bold': { bold: true },
  'rend-underline': { underline: true },
  'rend-strikethrough': { strike: true },
};

const NONE: TextStyle = {};

/** Turns phrases into runs. Links to persons and terms are for the screen: on paper every name would be one. */
export function inlinesOf(nodes: readonly PivotNode[], style: TextStyle = NONE): Inline[] {
  const out: Inline[] = [];
  for (const node of nodes) phrase(node, style, undefined, out);
  while (out.at(-1) === AFTER_BLOCK) out.pop();
  return out;
}

/** Elements that are lines of their own, also where only phrases can be set: in a label, a table's head. */
const lines: ReadonlySet<string> = new Set(
  'p div ul ol li dl dt dd table caption tr td th blockquote figure figcaption h1 h2 h3 h4 h5 h6'.split(' '),
);
const AFTER_BLOCK: Inline = { type: 'line-break', added: true };

/** A line begins, unless one has just begun. */
function beginLine(out: Inline[]): void {
  if (out.length > 0 && out.at(-1)?.type !== 'line-break') out.push(AFTER_BLOCK);
}

type Link = Pick<TextRun, 'target' | 'url' | 'mention'> | undefined;

function phrase(node: PivotNode, style: TextStyle, link: Link, out: Inline[]): void {
  if (typeof node === 'string') {
    if (node === '') return;
    out.push({ type: 'text', text: node, ...(style === NONE ? {} : { style }), ...link });
    return;
  }
  const { name, attributes } = node;
  const kind = attributes['class'] ?? '';
  if (name === 'br') {
    if (attributes['id'] !== undefined) out.push({ type: 'anchor', id: attributes['id'] });
    out.push({ type: 'line-break' });
    return;
  }
  if (asOne(node, kind, out)) return;
  if (attributes['id'] !== undefined) out.push({ type: 'anchor', id: attributes['id'] });
  const inner = styleOf(node, style);
  const leads = linkOf(node) ?? link;
  // A stamp on a letterhead has a line of its own.
  const isApart = kind !== '' && /^(fw|stamp)( |$)/.test(kind);
  if (isApart) out.push({ type: 'line-break' });
  const isLine = lines.has(name);
  if (isLine) beginLine(out);
  const own: Inline[] = [];
  if (kind === 'gap') own.push({ type: 'text', text: '', added: true, gap: true });
  for (const child of node.children) phrase(child, inner, leads, own);
  const isAdded = kind.split(' ').includes('added');
  append(out, isAdded ? own.map((run): Inline => (run.type === 'text' ? { ...run, added: true } : run)) : own);
  if (isApart) out.push({ type: 'line-break' });
  if (isLine) beginLine(out);
}

/** Sets an element that is one thing, whatever it holds: a call, a page of the source, a picture; says whether it is one. */
function asOne(node: PivotElement, kind: string, out: Inline[]): boolean {
  switch (kind) {
    case 'backref':
    case 'comma':
      return true;
    case 'noteref':
      out.push(callOf(node));
      return true;
    case 'pb':
      out.push(sourcePageOf(node));
      return true;
    case 'locator':
      append(out, pagesOf(node.attributes['data-places'] ?? ''));
      return true;
    case 'graphic':
      beginLine(out);
      out.push(wordsOfPicture(node));
      beginLine(out);
      return true;
    default:
      return false;
  }
}

function callOf(node: PivotElement): Inline {
  const { id, href = '' } = node.attributes;
  return {
    type: 'call',
    note: href.slice(1),
    label: isSourceCall(node) ? '' : text(node).trim(),
    ...(id === undefined ? {} : { id }),
  };
}

/** The words of a picture, where only phrases can be set. */
function wordsOfPicture(node: PivotElement): Inline {
  const { alternative, described } = figureOf(node);
  return { type: 'text', text: alternative, ...(described === true ? {} : { added: true }) };
}

/** The pages on which the places of an index entry stand: ids, of a passage the first and the last. */
function pagesOf(places: string): readonly Inline[] {
  return places.split(' ').map((place): Inline => {
    const [target = '', to] = place.split('|');
    return { type: 'page-number', target, text: '', before: ', ', ...(to === undefined ? {} : { to }) };
  });
}

/** In print the source note, which has no number, is called by nothing. */
function isSourceCall({ attributes }: PivotElement): boolean {
  return attributes['data-note'] === 'source';
}

/** The beginning of a page of the source. */
export function sourcePageOf(node: PivotElement): Inline {
  const { id } = node.attributes;
  return { type: 'source-page', n: node.attributes['data-n'] ?? '', ...(id === undefined ? {} : { id }) };
}

function styleOf({ name, attributes }: PivotElement, outer: TextStyle): TextStyle {
  let style = outer;
  const byName = stylesByName[name];
  if (byName !== undefined) style = { ...style, ...byName };
  for (const token of (attributes['class'] ?? '').split(' ')) {
    const byClass = stylesByClass[token];
    if (byClass !== undefined) style = { ...style, ...byClass };
  }
  return style;
}

function linkOf({ name, attributes }: PivotElement): Link {
  if (name !== 'a') return undefined;
  const { href } = attributes;
  const kind = attributes['class'] ?? '';
  if (
    href === undefined ||
    /^(persName|placeName|orgName|name|rs|geogName|settlement|country|region|gloss)\b/.test(kind)
  )
    return href?.startsWith('#') === true ? { mention: href.slice(1) } : undefined;
  if (href.startsWith('#')) return { target: href.slice(1) };
  return /^(https?|mailto):/.test(href) ? { url: href } : undefined;
}

/** All text below a node. */
export function text(node: PivotNode): string {
  if (typeof node === 'string') return node;
  return node.children.map(text).join('');
}
