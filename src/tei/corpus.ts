import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { placeOf, TEI } from '../formats/sax.js';
import { attributeOf, elementsOf, idsOf, inheritedAttributes, type Located } from '../formats/xinclude/elements.js';
import { escapeAttribute } from '../formats/xml-fragment.js';
import { Composition } from '../model/composed-source.js';
import type { SourceFile } from '../model/source-file.js';

/** A volume made of a corpus, and what was left out. */
export interface CorpusVolume {
  readonly source: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** What of a document's header goes into that of the volume, tied to the document by `@corresp`. */
const ABOUT_SOURCE = ['msDesc'];
const ABOUT_TEXT = ['creation', 'textClass', 'correspDesc'];
/** What of a header is used, and what only holds parts. */
const TAKEN = new Set([...ABOUT_SOURCE, ...ABOUT_TEXT, 'title']);
const HOLDERS = new Set(['fileDesc', 'profileDesc']);

/**
 * Turns a corpus of TEI documents (TEI Guidelines, ch. 15) into one volume: the corpus's header is that of the volume, each `TEI` one document, each corpus
 * in it a chapter. A corpus is a `teiCorpus`, or a `TEI` that holds others (since P5 4.0), whose own text comes first. What is a document already
 * (`div[@type='document']`) is taken as it is; a text that has documents further down, as a volume has, becomes a compilation; any other text becomes a document, with the title of its own header as its heading where it has none; registers and
 * transcriptions beside the texts remain so. Positions remain those of the file. Anything that is no corpus comes back as it is.
 */
export function corpusAsVolume(source: SourceFile): CorpusVolume {
  if (!mayBeCorpus(source.text)) return { source, diagnostics: [] };
  const elements = elementsOf(source);
  const root = elements?.[0];
  if (elements === undefined || root === undefined || !isCorpus(root)) return { source, diagnostics: [] };
  return new Corpus(source, elements).volume(root);
}

/** Whether a file names a corpus, or `TEI` more often than by the one start and the one end of its root: a volume is not read for it. */
function mayBeCorpus(text: string): boolean {
  return text.includes('teiCorpus') || (text.match(/TEI[\s>]/g)?.length ?? 0) > 2;
}

/** Whether an element holds texts with headers of their own. */
function isCorpus(element: Located): boolean {
  return isTei(element, 'teiCorpus') || (isTei(element, 'TEI') && child(element, 'TEI') !== undefined);
}

class Corpus {
  readonly #source: SourceFile;
  readonly #elements: readonly Located[];
  readonly #ids: Set<string>;
  readonly #into = new Composition();
  readonly #found: Diagnostic[] = [];
  readonly #documents = new Map<Located, { readonly id: string; readonly n: string }>();
  #prefix = '';

  constructor(source: SourceFile, elements: readonly Located[]) {
    this.#source = source;
    this.#elements = elements;
    this.#ids = new Set(idsOf(elements).keys());
  }

  volume(root: Located): CorpusVolume {
    this.#prefix = root.tag.prefix === '' ? '' : `${root.tag.prefix}:`;
    for (const tei of this.#elements.filter((e) => isTei(e, 'TEI') && !isHolder(e))) {
      if (tei === root && isReady(tei, true)) continue;
      const n = attributeOf(tei, 'n') ?? String(this.#documents.size + 1);
      this.#documents.set(tei, { id: this.#idOf(tei), n });
    }
    const header = child(root, 'teiHeader');
    const nameStart = root.start + 1;
    this.#into.copy(this.#source, 0, nameStart);
    this.#into.make(`${this.#prefix}TEI`, this.#source, root.start);
    this.#into.copy(this.#source, nameStart + root.tag.name.length, header?.start ?? root.startEnd);
    if (header !== undefined) this.#header(header);
    for (const beside of this.#elements.filter(isBeside)) this.#element(beside, root);
    this.#open('text', root.start);
    this.#open('body', root.start);
    if (isHolder(root)) for (const member of root.children) this.#member(member, root);
    else this.#document(root, root);
    this.#close('body', root.endStart);
    this.#close('text', root.endStart);
    this.#into.make(`</${this.#prefix}TEI>`, this.#source, root.endStart);
    this.#into.copy(this.#source, root.end, this.#source.text.length);
    return { source: this.#into.sourceOf(this.#source), diagnostics: this.#found };
  }

  /** The header of the corpus, with what those of the documents say of their sources and texts (TEI P5 §2.1.1 has the order). */
  #header(header: Located): void {
    const file = child(header, 'fileDesc');
    const lastSource = file?.children.filter((e) => isTei(e, 'sourceDesc')).at(-1) ?? file;
    const profile = child(header, 'profileDesc');
    const before = profile ?? child(header, 'encodingDesc') ?? file;
    const sources = (): void => this.#parts('sourceDesc', 'fileDesc', ABOUT_SOURCE, lastSource, header);
    const texts = (wrapper: string | undefined): void =>
      this.#parts(wrapper, 'profileDesc', ABOUT_TEXT, profile ?? header, header);
    const source = this.#source;
    const afterSource =
      lastSource === file ? (file?.endStart ?? header.startEnd) : (lastSource?.end ?? header.startEnd);
    this.#into.copy(source, header.start, afterSource);
    sources();
    const at = profile === undefined ? (before?.end ?? afterSource) : profile.endStart;
    this.#into.copy(source, afterSource, at);
    texts(profile === undefined ? 'profileDesc' : undefined);
    this.#into.copy(source, at, header.end);
  }

  #parts(
    wrapper: string | undefined,
    holder: string,
    names: readonly string[],
    near: Located | undefined,
    at: Located,
  ): void {
    const parts = [...this.#documents].flatMap(([tei, { id }]) =>
      descendantsOf(child(tei, 'teiHeader'), (e) => names.includes(e.tag.local) && hasAncestor(e, holder)).map(
        (part) => ({ part, id }),
      ),
    );
    if (parts.length === 0) return;
    const place = near?.start ?? at.start;
    if (wrapper !== undefined) this.#open(wrapper, place);
    for (const { part, id } of parts) {
      const isTied = attributeOf(part, 'corresp') !== undefined;
      this.#element(part, at, isTied ? '' : ` corresp="#${id}"`);
    }
    if (wrapper !== undefined) this.#close(wrapper, place);
  }

  #member(member: Located, around: Located): void {
    if (isHolder(member)) {
      const header = child(member, 'teiHeader');
      this.#open('div', member.start, ' type="chapter"');
      this.#heading(header);
      for (const inner of member.children) this.#member(inner, around);
      this.#close('div', member.endStart);
    } else if (isTei(member, 'TEI')) this.#document(member, around);
    else if (!isTei(member, 'teiHeader')) this.#leave(member);
  }

  #document(tei: Located, around: Located): void {
    const header = child(tei, 'teiHeader');
    const isRoot = tei === around;
    if (!isRoot) this.#leaveHeader(header);
    for (const part of tei.children)
      if (!isTei(part, 'teiHeader') && !isTei(part, 'text') && !isTei(part, 'TEI')) this.#leave(part);
    const parts = partsOf(child(tei, 'text'));
    if (isReady(tei, isRoot)) for (const part of parts) this.#element(part, around);
    else {
      const { id = '', n = '' } = this.#documents.get(tei) ?? {};
      const named = ` xml:id="${escapeAttribute(id)}" n="${escapeAttribute(n)}"`;
      const type = parts.some(holdsDocuments) ? 'type="compilation"' : 'type="document" subtype="historical-document"';
      this.#open('div', tei.start, ` ${type}${named}`);
      if (!parts.some((e) => isTei(e, 'head'))) this.#heading(header);
      for (const part of parts) this.#element(part, around);
      this.#close('div', tei.endStart);
    }
    for (const inner of tei.children) if (isTei(inner, 'TEI')) this.#member(inner, around);
  }

  #heading(header: Located | undefined): void {
    const titles = descendantsOf(header, (e) => isTei(e, 'title') && hasAncestor(e, 'titleStmt'));
    const title = titles.find((e) => attributeOf(e, 'type') === 'complete') ?? titles[0];
    if (title === undefined) return;
    this.#open('head', title.start);
    this.#into.copy(this.#source, title.startEnd, title.endStart);
    this.#close('head', title.endStart);
  }

  /** An element with what was in force around it, and other attributes. */
  #element(element: Located, around: Located, attributes = ''): void {
    const nameEnd = element.start + 1 + element.tag.name.length;
    const at = {
      outerScope: scopeWithin(around),
      outerLanguage: attributeOf(around, 'xml:lang') ?? around.outerLanguage,
    };
    this.#into.copy(this.#source, element.start, nameEnd);
    this.#into.make(inheritedAttributes(element, at) + attributes, this.#source, element.start);
    this.#into.copy(this.#source, nameEnd, element.end);
  }

  /** What of a header has no place in that of the volume: told once for each. */
  #leaveHeader(header: Located | undefined): void {
    if (header === undefined) return;
    const isTaken = ({ tag }: Located): boolean => TAKEN.has(tag.local);
    const parts = header.children.flatMap((part) => (HOLDERS.has(part.tag.local) ? part.children : [part]));
    const left = parts.filter((part) => !isTaken(part) && descendantsOf(part, isTaken).length === 0);
    if (left.length === 0) return;
    const names = [...new Set(left.map(({ tag }) => `\`${tag.local}\``))].join(', ');
    this.#found.push(diagnostic('IN056', { left: names }, placeOf(this.#source, header.start, header.startEnd)));
  }

  /** What stands beside the texts and is not shown: facsimile, fsdDecl … */
  #leave(element: Located): void {
    if (isBeside(element)) return;
    const { tag, start, startEnd } = element;
    this.#found.push(diagnostic('IN057', { name: tag.name }, placeOf(this.#source, start, startEnd)));
  }

  #open(name: string, at: number, attributes = ''): void {
    this.#into.make(`<${this.#prefix}${name}${attributes}>`, this.#source, at);
  }

  #close(name: string, at: number): void {
    this.#into.make(`</${this.#prefix}${name}>`, this.#source, at);
  }

  /** The id of a document: that of its one `div` of this type, its own, or a new one. */
  #idOf(tei: Located): string {
    const parts = partsOf(child(tei, 'text'));
    const only = parts.length === 1 && attributeOf(parts[0] as Located, 'type') === 'document' ? parts[0] : undefined;
    const given = (only === undefined ? undefined : attributeOf(only, 'xml:id')) ?? attributeOf(tei, 'xml:id');
    if (given !== undefined) return given;
    let n = this.#documents.size + 1;
    while (this.#ids.has(`d${n}`)) n++;
    this.#ids.add(`d${n}`);
    return `d${n}`;
  }
}

/** What a text consists of, in its order: what its front, body and back hold; of a group, what its texts hold. */
function partsOf(text: Located | undefined): readonly Located[] {
  return (text?.children ?? []).flatMap((part) => {
    if (isTei(part, 'front') || isTei(part, 'body') || isTei(part, 'back')) return part.children;
    if (isTei(part, 'group'))
      return part.children.flatMap((inner) => (isTei(inner, 'text') ? partsOf(inner) : [inner]));
    return [part];
  });
}

/** Whether an element is a document of an edition, or has some in it. */
function holdsDocuments(element: Located): boolean {
  return (
    (isTei(element, 'div') && attributeOf(element, 'type') === 'document') || element.children.some(holdsDocuments)
  );
}

/** Whether an element has no text of its own, only other texts. */
function isHolder(element: Located): boolean {
  return isTei(element, 'teiCorpus') || (isCorpus(element) && child(element, 'text') === undefined);
}

/** Whether a text consists of what a volume does: of documents, or in the text of the corpus's own of any divisions. */
function isReady(tei: Located, isRoot: boolean): boolean {
  const parts = partsOf(child(tei, 'text'));
  return parts.length > 0 && parts.every((e) => isTei(e, 'div') && (isRoot || attributeOf(e, 'type') === 'document'));
}

/** What editions show behind the texts (`xslt/prepare/30-sections.xsl`). */
function isBeside(element: Located): boolean {
  return isTei(element, 'standOff') || isTei(element, 'sourceDoc');
}

function isTei({ tag }: Located, name: string): boolean {
  return tag.uri === TEI && tag.local === name;
}

function child(element: Located, name: string): Located | undefined {
  return element.children.find((e) => isTei(e, name));
}

/** The elements below that fulfil a condition, but not those within one that does. */
function descendantsOf(element: Located | undefined, is: (e: Located) => boolean): readonly Located[] {
  return (element?.children ?? []).flatMap((e) => (is(e) ? [e] : descendantsOf(e, is)));
}

function hasAncestor(element: Located, name: string): boolean {
  for (let at = element.parent; at !== undefined; at = at.parent) if (isTei(at, name)) return true;
  return false;
}

function scopeWithin({ tag, outerScope }: Located): ReadonlyMap<string, string> {
  return new Map([...outerScope, ...Object.entries(tag.ns)]);
}
