import { append } from '../../model/list.js';
import { BLOCKS, type HtmlElement, type HtmlNode, htmlText, tokensOf } from '../html.js';
import { type HtmlNote, type HtmlNotes, htmlNotes } from './html-notes.js';
import { pageParts } from './html-page.js';
import { htmlTable } from './html-table.js';
import { withoutLabel } from './note-label.js';
import { numeral } from './numerals.js';
import { evened, isKept, linesOf, wrapped } from './spaces.js';
import type { MarkedBlock, MarkedInline, MarkedItem, MarkedNoteNode, MarkedTree } from './tree.js';

export interface FromHtml {
  readonly tree: MarkedTree;
  /** What was left out, by kind, with how many words it had. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** The words of the page that are of its text, gathered without regard to what they are of. */
  readonly words: string;
}

/**
 * The tree of a page: its text without what the site has put around it.
 * @param hasTabs whether tabs are of the text, as in Word, and no blanks
 */
export function htmlTree(root: HtmlElement, hasTabs = false): FromHtml {
  const { roots, leftOut } = pageParts(root);
  const reader = new Reader(htmlNotes(root, roots), leftOut, hasTabs);
  const blocks = roots.flatMap((element) => reader.blocks(element.children));
  const inText = new Set([...roots, ...reader.noteContainers()]);
  const outside = (element: HtmlElement): void => {
    if (inText.has(element) || leftOut.has(element)) return;
    for (const child of element.children) {
      if ('value' in child) reader.leave('what stands outside the main text', child.value);
      else outside(child);
    }
  };
  outside(root);
  for (const [element, kind] of leftOut) reader.leave(kind, htmlText(element));
  const words = outermost(inText)
    .map((element) => textWithout(element, leftOut))
    .join('\n');
  const notes = reader.notes();
  return { tree: { blocks: withoutNotesHeading(blocks, notes), notes }, leftOut: reader.leftOut, words };
}

/** Elements that stand in none of the others, in the order of the page. */
function outermost(elements: ReadonlySet<HtmlElement>): readonly HtmlElement[] {
  const made: HtmlElement[] = [];
  for (const element of [...elements].sort((a, b) => a.order - b.order)) {
    const last = made.at(-1);
    if (last === undefined || element.order > last.last) made.push(element);
  }
  return made;
}

function textWithout(node: HtmlNode, leftOut: ReadonlyMap<HtmlElement, string>): string {
  if ('value' in node) return node.value;
  return leftOut.has(node) ? '' : node.children.map((child) => textWithout(child, leftOut)).join('');
}

/** “Notes” above a list of notes is of the list. */
function withoutNotesHeading(blocks: readonly MarkedBlock[], notes: readonly MarkedNoteNode[]): readonly MarkedBlock[] {
  const last = blocks.at(-1);
  if (notes.length === 0 || (last?.type !== 'heading' && last?.type !== 'paragraph')) return blocks;
  const words = last.children.map((inline) => (inline.type === 'words' ? inline.value : '')).join('');
  if (!/^\s*(?:(?:foot|end)?notes?|references)\s*:?\s*$/i.test(words)) return blocks;
  const children = last.children.map(
    (inline): MarkedInline => (inline.type === 'words' ? { ...inline, type: 'dropped' } : inline),
  );
  return [...blocks.slice(0, -1), { ...last, type: 'paragraph', children }];
}

/** What elements say of the words in them. */
const EMPHASIS: ReadonlyMap<string, string> = new Map([
  ['em', 'italic'],
  ['i', 'italic'],
  ['cite', 'italic'],
  ['dfn', 'italic'],
  ['var', 'italic'],
  ['strong', 'strong'],
  ['b', 'strong'],
  ['s', 'strikethrough'],
  ['strike', 'strikethrough'],
  ['del', 'strikethrough'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['sub', 'sub'],
]);

const STYLES: readonly (readonly [RegExp, string])[] = [
  [/font-style\s*:\s*(?:italic|oblique)/i, 'italic'],
  [/font-weight\s*:\s*(?:bold|[6-9]00)/i, 'strong'],
  [/font-variant\s*:\s*small-caps/i, 'smallcaps'],
  [/text-decoration[^;]*:\s*[^;]*underline/i, 'underline'],
  [/text-decoration[^;]*:\s*[^;]*line-through/i, 'strikethrough'],
];

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export class Reader {
  readonly leftOut = new Map<string, number>();
  readonly #blanks: RegExp;
  readonly #notes: HtmlNotes;
  readonly #without: ReadonlyMap<HtmlElement, string>;

  constructor(notes: HtmlNotes, without: ReadonlyMap<HtmlElement, string>, hasTabs: boolean) {
    this.#blanks = hasTabs ? / *[\r\n\f][ \r\n\f]*| {2,}/g : /[ \t\r\n\f]+/g;
    this.#notes = notes;
    this.#without = without;
  }

  /** The notes, in the order of the page; one that stands where the page leaves something out is not of the text. */
  notes(): readonly MarkedNoteNode[] {
    return this.#notesOfText().map(({ id, label, container }) => ({
      id,
      label,
      blocks: withoutLabel(this.blocks(container.children), label),
    }));
  }

  noteContainers(): readonly HtmlElement[] {
    return this.#notesOfText().map(({ container }) => container);
  }

  #notesOfText(): readonly HtmlNote[] {
    return [...this.#notes.notes.values()]
      .filter(({ container }) => !this.#isLeftOut(container))
      .sort((a, b) => a.container.order - b.container.order);
  }

  /** Whether an element is not of the text where it stands: left out, or a note. */
  isApart(element: HtmlElement): boolean {
    return this.#without.has(element) || this.#notes.notes.has(element);
  }

  #isLeftOut(element: HtmlElement): boolean {
    for (let at: HtmlElement | undefined = element; at !== undefined; at = at.parent)
      if (this.#without.has(at)) return true;
    return false;
  }

  leave(kind: string, words: string): void {
    const count = words.split(/\s+/).filter((word) => word !== '').length;
    if (count > 0 || kind === 'pictures') this.leftOut.set(kind, (this.leftOut.get(kind) ?? 0) + count);
  }

  /** The blocks of some nodes; what stands between blocks is a paragraph. */
  blocks(nodes: readonly HtmlNode[]): MarkedBlock[] {
    const made: MarkedBlock[] = [];
    let run: MarkedInline[] = [];
    const flush = (): void => {
      const children = wrapped(evened(run));
      run = [];
      if (isKept(children)) made.push({ type: 'paragraph', children });
    };
    for (const node of nodes) {
      if ('value' in node) append(run, this.#words(node.value, node.order));
      else if (this.isApart(node)) {
        if (BLOCKS.has(node.name)) flush();
      } else if (BLOCKS.has(node.name) || node.hasBlock) {
        flush();
        append(made, this.#block(node));
      } else if (isPageBreak(node)) {
        flush();
        made.push({ type: 'page' });
      } else append(run, this.#inline(node));
    }
    flush();
    return made;
  }

  #block(element: HtmlElement): readonly MarkedBlock[] {
    const { name, children } = element;
    if (/^h[1-6]$/.test(name) && !element.hasBlock) {
      const inlines = evened(this.inlines(children));
      return isKept(inlines) ? [{ type: 'heading', depth: Number(name[1]), children: inlines }] : [];
    }
    if (name === 'blockquote') return this.#quote(this.blocks(children));
    if (name === 'ol' || name === 'ul' || name === 'menu' || name === 'dir') return this.#list(element);
    if (name === 'table') return htmlTable(element, this);
    if (name === 'pre' || name === 'listing' || name === 'xmp' || name === 'plaintext')
      return linesOf(this.inlines(children, true));
    if (name === 'hr') return isPageBreak(element) ? [{ type: 'page' }] : [];
    return this.blocks(children);
  }

  #quote(blocks: readonly MarkedBlock[]): readonly MarkedBlock[] {
    return blocks.length === 0 ? [] : [{ type: 'quote', blocks }];
  }

  #list(element: HtmlElement): readonly MarkedBlock[] {
    const isOrdered = element.name === 'ol';
    const type = element.attributes.get('type') ?? '1';
    let number = Number.parseInt(element.attributes.get('start') ?? '1', 10) || 1;
    const items: MarkedItem[] = [];
    const blocks: MarkedBlock[] = [];
    for (const child of element.children) {
      if (!('value' in child) && this.isApart(child)) continue;
      if (child.name !== 'li') {
        // A list or words right in a list go on with the item before.
        const inner = this.blocks([child]);
        const last = items.pop();
        if (last === undefined) append(blocks, inner);
        else items.push({ ...last, blocks: [...last.blocks, ...inner] });
        continue;
      }
      const own = Number.parseInt(child.attributes.get('value') ?? '', 10);
      if (!Number.isNaN(own)) number = own;
      const inner = this.blocks(child.children);
      if (inner.length > 0)
        items.push(
          isOrdered
            ? { label: { type: 'words', value: `${numeral(number, type)}.` }, blocks: inner }
            : { blocks: inner },
        );
      number++;
    }
    return items.length === 0 ? blocks : [...blocks, { type: 'list', items }];
  }

  inlines(nodes: readonly HtmlNode[], isTyped = false): MarkedInline[] {
    const made: MarkedInline[] = [];
    for (const node of nodes) {
      if ('value' in node) append(made, this.#words(node.value, node.order, isTyped));
      else if (!this.isApart(node)) append(made, this.#inline(node, isTyped));
    }
    return made;
  }

  #words(value: string, at: number, isTyped = false): readonly MarkedInline[] {
    if (isTyped) {
      return value.split('\n').flatMap((line, index): readonly MarkedInline[] => {
        const words: MarkedInline = { type: 'words', value: line, at };
        return index === 0 ? [words] : [{ type: 'break' }, words];
      });
    }
    return value === '' ? [] : [{ type: 'words', value: value.replace(this.#blanks, ' '), at }];
  }

  #inline(element: HtmlElement, isTyped = false): readonly MarkedInline[] {
    const { name, children } = element;
    if (name === 'br') return [{ type: 'break' }];
    if (name === 'wbr') return [];
    if (name === 'img' || name === 'picture') {
      this.leave('pictures', element.attributes.get('alt') ?? '');
      return [];
    }
    const note = this.#notes.calls.get(element);
    if (note !== undefined) return [...dropped(element), { type: 'call', note: note.id }];
    if (this.#notes.returns.has(element)) return dropped(element);
    if (name === 'sup') return this.#raised(element, isTyped);
    const inner = this.inlines(children, isTyped);
    if (name === 'q') return [{ type: 'words', value: '“' }, ...inner, { type: 'words', value: '”' }];
    const rends = [
      EMPHASIS.get(name),
      tokensOf(element, 'class').includes('smallcaps') ? 'smallcaps' : undefined,
      ...stylesOf(element),
    ].filter((rend) => rend !== undefined);
    return [...new Set(rends)].reduce<readonly MarkedInline[]>(
      (made, rend) => [{ type: 'emphasis', rend, children: made }],
      inner,
    );
  }

  /** A raised number that is no link can be a call all the same, and is written so that it can be told from the text. */
  #raised(element: HtmlElement, isTyped: boolean): readonly MarkedInline[] {
    const text = htmlText(element).trim();
    const inner = this.inlines(element.children, isTyped);
    if (inner.some(({ type }) => type === 'call' || type === 'dropped')) return inner;
    if (/^\d{1,3}$/.test(text)) {
      const value = text.replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit);
      return [{ type: 'words', value, at: element.order }];
    }
    return /^[*†‡§¶]+$/.test(text) ? inner : [{ type: 'emphasis', rend: 'superscript', children: inner }];
  }
}

function stylesOf(element: HtmlElement): readonly string[] {
  const style = element.attributes.get('style');
  return style === undefined || element.name === 'a'
    ? []
    : STYLES.filter(([pattern]) => pattern.test(style)).map(([, rend]) => rend);
}

function isPageBreak(element: HtmlElement): boolean {
  if (element.name !== 'br' && element.name !== 'hr') return false;
  return (
    /page-break-(?:before|after)\s*:\s*always|break-(?:before|after)\s*:\s*page/i.test(
      element.attributes.get('style') ?? '',
    ) || tokensOf(element, 'class').includes('page-break')
  );
}

/** The words of a call or of a link back, which are none of the text. */
function dropped(element: HtmlNode): readonly MarkedInline[] {
  if ('value' in element) return [{ type: 'dropped', value: element.value, at: element.order }];
  return element.children.flatMap(dropped);
}
