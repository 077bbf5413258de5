import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

/** An element of a page or a text in it. */
export type HtmlNode = HtmlElement | HtmlText;

export interface HtmlText {
  readonly name: '#text';
  readonly value: string;
  /** The offset in the page. */
  readonly at: number;
  readonly order: number;
}

export interface HtmlElement {
  /** In small letters. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly HtmlNode[];
  readonly parent: HtmlElement | undefined;
  /** Elements are counted in the order of their start tags, from 0; the descendants of one have the numbers up to `last`. */
  readonly order: number;
  readonly last: number;
  /** Whether a block stands in it, at any depth. */
  readonly hasBlock: boolean;
}

/** Elements that stand on lines of their own (HTML Living Standard §15.3, “Flow content” of the rendering section, and the parts of tables and lists). */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html ' +
    'legend li listing main menu nav ol p plaintext pre search section summary table caption tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);

/** Elements deeper than this are made by a program that has gone wrong, or to break a reader. */
export const DEEPEST_HTML = 400;

/**
 * Parses a page as browsers do (HTML Living Standard §13.2); every text is some page. Nothing is fetched and no script runs.
 * @returns undefined where elements stand deeper than `DEEPEST_HTML`
 */
export function readHtml(text: string): HtmlElement | undefined {
  const document = parsed(text);
  if (document === undefined || isTooDeep(document)) return undefined;
  const root = document.childNodes.find((node) => node.nodeName === 'html');
  return root === undefined ? undefined : new Reader().element(root as Parsed, undefined);
}

type Parsed = DefaultTreeAdapterTypes.Element;
type ParsedNode = DefaultTreeAdapterTypes.ChildNode;

/** The parser goes through all open elements at each tag; misplaced ones stand open beside what they stand in, so that more are open than are deep. */
const MOST_OPEN = DEEPEST_HTML * 10;

/** The page; undefined where so many elements are open at once that they cannot but stand too deep. */
function parsed(text: string): DefaultTreeAdapterTypes.Document | undefined {
  let open = 0;
  const tooMany = new Error('too many open elements');
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush() {
      if (++open > MOST_OPEN) throw tooMany;
    },
    onItemPop() {
      open--;
    },
  };
  try {
    return parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false, treeAdapter });
  } catch (error) {
    // Templates in each other take the parser's own stack before they are counted as open.
    if (error !== tooMany && !(error instanceof RangeError)) throw error;
    return undefined;
  }
}

function isTooDeep(document: DefaultTreeAdapterTypes.Document): boolean {
  let level: readonly ParsedNode[] = document.childNodes;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST_HTML) return true;
    // What stands in a template hangs beside its children.
    level = level.flatMap((node) =>
      'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [],
    );
  }
  return false;
}

class Reader {
  #order = 0;

  element(node: Parsed, parent: HtmlElement | undefined): HtmlElement {
    const made: Mutable = {
      name: node.tagName,
      attributes: new Map(node.attrs.map(({ name, value }) => [name, value])),
      children: [],
      parent,
      order: this.#order++,
      last: 0,
      hasBlock: false,
    };
    for (const child of node.childNodes) {
      if (child.nodeName === '#text') {
        const { value, sourceCodeLocation } = child as DefaultTreeAdapterTypes.TextNode;
        made.children.push({ name: '#text', value, at: sourceCodeLocation?.startOffset ?? 0, order: this.#order++ });
      } else if ('tagName' in child) {
        const element = this.element(child, made);
        made.children.push(element);
        made.hasBlock ||= element.hasBlock || BLOCKS.has(element.name);
      }
    }
    made.last = this.#order - 1;
    return made;
  }
}

type Mutable = { -readonly [Key in keyof HtmlElement]: HtmlElement[Key] } & { children: HtmlNode[] };

/** All elements under one, itself first, in the order of the page. */
export function* elementsOf(root: HtmlElement): Generator<HtmlElement> {
  const open: HtmlElement[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    for (const child of node.children.toReversed()) if (child.name !== '#text') open.push(child as HtmlElement);
  }
}

/** The words of a node, of all depths. */
export function htmlText(node: HtmlNode): string {
  if ('value' in node) return node.value;
  return node.children.map(htmlText).join('');
}

/** Whether an element stands in another, or is it. */
export function isWithin(node: HtmlNode, element: HtmlElement): boolean {
  return node.order >= element.order && node.order <= element.last;
}

/** The words of an attribute that lists some (`class`, `role`, `epub:type`), in small letters. */
export function tokensOf(element: HtmlElement, name: string): readonly string[] {
  return (element.attributes.get(name) ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((token) => token !== '');
}
