import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Diagnostic, diagnostic, type Result } from '../../diagnostics/diagnostic.js';
import { Composition } from '../../model/composed-source.js';
import { append, firstFrom } from '../../model/list.js';
import type { SourceFile } from '../../model/source-file.js';
import { outsideOf, realPath } from '../confinement.js';
import { placeOf, readXml } from '../sax.js';
import { readTextBytes } from '../text-file.js';
import { decodeXml } from '../xml-bytes.js';
import { escapeAttribute, escapeText } from '../xml-fragment.js';
import { type AddressAttribute, Addresses, addressesIn } from './addresses.js';
import {
  attributeOf,
  contains,
  elementsOf,
  idsOf,
  inheritedAttributes,
  isOfCategories,
  isXInclude,
  type Located,
  misuse,
  pointedTo,
  XINCLUDE,
} from './elements.js';
import { leftOut, leftOutside } from './instead.js';

/** A document with what it includes, and the bytes of the files that are in it, by their paths from its folder. */
export interface Included {
  readonly source: SourceFile;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** What has become of a document: whole, or what hinders it. */
export interface Inclusions extends Result<Included> {
  /** The files that it includes, or that those include, also where they cannot be read or are not there: absolute paths, without links where they are. */
  readonly named: ReadonlySet<string>;
}

/** Files within one another. */
const DEPTH = 20;
/** Characters and inclusions all together. */
const MOST_CHARACTERS = 200_000_000;
const MOST_INCLUSIONS = 20_000;

/**
 * Puts what `xi:include` names in its place (XInclude 1.0): a file as XML, whole or the element that `xpointer` names, or as text; `xi:fallback`
 * where it is not there, or lies outside and is not read (§4.2, a resource error; told). What is missing in `encodingDesc` is left out. Namespaces and the language that were in force in the other file remain so, and its addresses of files lead where they led.
 * Only files in the folder of the document, or below, are read, also not by way of links; nothing is fetched. Positions remain those of the files. A
 * document without inclusions comes back as it is.
 *
 * @param source the document, whose path is that of its file
 * @returns no value where something cannot be included (`IN050` … `IN055`); with a warning where what stands instead is taken (`IN085`), or nothing (`IN086`)
 */
export function withInclusions(source: SourceFile): Inclusions {
  const asItIs = { value: { source, files: new Map() }, diagnostics: [], named: new Set<string>() };
  if (!source.text.includes(XINCLUDE)) return asItIs;
  const path = resolve(source.path);
  const elements = elementsOf(source);
  // What is not well-formed is found by who reads it.
  if (elements === undefined || !elements.some(({ tag }) => tag.uri === XINCLUDE)) return asItIs;
  const run = new Inclusion(path);
  const into = new Composition();
  run.whole(documentOf(path, source, elements), into);
  const { found: diagnostics, files, named } = run;
  return diagnostics.some((d) => d.severity === 'error')
    ? { diagnostics, named }
    : { value: { source: into.sourceOf(source), files }, diagnostics, named };
}

/** A file that includes or is included. */
interface Document {
  readonly path: string;
  readonly source: SourceFile;
  readonly elements: readonly Located[];
  /** What is not taken as it stands, in its order: the elements of XInclude, and attributes that name files. */
  readonly changes: readonly (Located | AddressAttribute)[];
  readonly ids: ReadonlyMap<string, Located>;
}

/** The inclusions that a stretch stands in, each with the file that it is written in. */
type Frames = readonly { readonly path: string; readonly element: Located }[];

function documentOf(path: string, source: SourceFile, elements: readonly Located[]): Document {
  const [inclusions, others] = [true, false].map((is) => elements.filter(({ tag }) => (tag.uri === XINCLUDE) === is));
  const addresses = addressesIn(others ?? [], source);
  const changes = [...(inclusions ?? []), ...addresses].sort((a, b) => a.start - b.start);
  return { path, source, elements, changes, ids: idsOf(elements) };
}

/** An inclusion that cannot be made. */
class Refusal extends Error {
  readonly found: Diagnostic;
  /** Another content may stand in its place. */
  readonly hasRemedy: boolean;

  constructor(found: Diagnostic, hasRemedy = false) {
    super(found.message);
    this.found = found;
    this.hasRemedy = hasRemedy;
  }
}

class Inclusion {
  readonly found: Diagnostic[] = [];
  readonly files = new Map<string, Uint8Array>();
  readonly named = new Set<string>();
  readonly #folder: string;
  /** The folder and the document without links. */
  readonly #home: string;
  readonly #main: string;
  readonly #addresses: Addresses;
  /** Attributes that may point into files of which it is not known yet whether they are in the volume. */
  readonly #open: { readonly document: Document; readonly attribute: AddressAttribute; readonly piece: number }[] = [];
  readonly #documents = new Map<string, Document>();
  #characters = 0;
  #inclusions = 0;

  constructor(path: string) {
    this.#folder = dirname(path);
    this.#home = realPath(this.#folder);
    this.#main = realPath(path);
    this.#addresses = new Addresses(this.#home);
  }

  /** Adds the whole volume. */
  whole(document: Document, into: Composition): void {
    this.#range(document, 0, document.source.text.length, [], into);
    for (const { document: of, attribute, piece } of this.#open)
      into.amend(piece, asAttribute(attribute.name, this.#written(of, attribute)));
  }

  /** Adds a stretch of a file, with what the inclusions in it name. */
  #range(document: Document, start: number, end: number, frames: Frames, into: Composition): void {
    const { source, changes } = document;
    let from = start;
    for (let nth = firstFrom(changes, (change) => change.start >= start); nth < changes.length; nth++) {
      const change = changes[nth] as Located | AddressAttribute;
      if (change.start >= end) break;
      if (change.start < from) continue;
      into.copy(source, from, change.start);
      from = change.end;
      if ('tag' in change) this.#inclusion(document, change, frames, into);
      else this.#address(document, change, into);
    }
    into.copy(source, from, end);
  }

  #inclusion(document: Document, element: Located, frames: Frames, into: Composition): void {
    try {
      this.#one(document, element, frames, into);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const fallback = error.hasRemedy ? element.children.find((child) => isXInclude(child, 'fallback')) : undefined;
      if (fallback === undefined) {
        const isNeeded = !error.hasRemedy || !isOfCategories(element);
        this.found.push(isNeeded ? error.found : leftOut(document.source, element, error.found));
        return;
      }
      if (error.found.code === 'IN051') this.found.push(leftOutside(document.source, element));
      this.#range(document, fallback.startEnd, fallback.endStart, frames, into);
    }
  }

  #address(document: Document, attribute: AddressAttribute, into: Composition): void {
    const { start, end, name, value } = attribute;
    const written = this.#written(document, attribute);
    if (!value.includes('#') && written === value) into.copy(document.source, start, end);
    else into.make(asAttribute(name, written), document.source, start);
    if (value.includes('#')) this.#open.push({ document, attribute, piece: into.pieces.length - 1 });
  }

  #written({ path }: Document, attribute: AddressAttribute): string {
    const folder = dirname(path) === this.#folder ? this.#home : dirname(path);
    const isPart = (file: string): boolean => file === this.#main || this.#documents.has(file);
    return this.#addresses.of(attribute, folder, isPart);
  }

  #one(document: Document, element: Located, outer: Frames, into: Composition): void {
    const { source } = document;
    const place = placeOf(source, element.start, element.startEnd);
    const wrong = misuse(element);
    if (wrong !== undefined) throw new Refusal(diagnostic('IN055', { problem: wrong }, place));
    const href = attributeOf(element, 'href') ?? '';
    const shown = href === '' ? source.path : href;
    const path = href === '' ? document.path : this.#pathOf(href, dirname(document.path), place);
    this.#count(shown, 0, place);
    if (attributeOf(element, 'parse') === 'text') {
      const text = this.#readText(path, shown, place);
      this.#count(shown, text.length, place);
      into.make(escapeText(text), source, element.start);
      return;
    }
    const target = path === document.path ? document : this.#document(path, shown, place);
    const chosen = this.#chosen(target, element, shown, place);
    const frames = [...outer, { path: document.path, element }];
    if (frames.some((frame) => frame.path === target.path && contains(chosen, frame.element)))
      throw new Refusal(diagnostic('IN053', { href: shown }, place));
    if (frames.length > DEPTH)
      throw new Refusal(diagnostic('IN054', { href: shown, limit: `${DEPTH} files within one another` }, place));
    this.#count(shown, chosen.end - chosen.start, place);
    this.#put(target, chosen, element, frames, into);
  }

  #chosen({ elements, ids }: Document, element: Located, href: string, place: Diagnostic['place']): Located {
    const pointer = attributeOf(element, 'xpointer');
    const [root] = elements;
    const chosen = pointer === undefined ? root : pointedTo(root, ids, pointer);
    if (chosen !== undefined && chosen !== 'unknown') return chosen;
    const problem = chosen === undefined ? 'there is no such element' : 'pointers of this kind are not known';
    throw new Refusal(diagnostic('IN052', { pointer: pointer ?? '', href, problem }, place), true);
  }

  /** The element with what is in force around it in its own file, as far as it is not so at its new place. */
  #put(target: Document, chosen: Located, at: Located, frames: Frames, into: Composition): void {
    if (chosen.tag.uri === XINCLUDE) {
      this.#range(target, chosen.start, chosen.end, frames, into);
      return;
    }
    const nameEnd = chosen.start + 1 + chosen.tag.name.length;
    into.copy(target.source, chosen.start, nameEnd);
    into.make(inheritedAttributes(chosen, at), target.source, chosen.start);
    this.#range(target, nameEnd, chosen.end, frames, into);
  }

  #pathOf(href: string, folder: string, place: Diagnostic['place']): string {
    const url = URL.canParse(href, `${pathToFileURL(folder).href}/`)
      ? new URL(href, `${pathToFileURL(folder).href}/`)
      : undefined;
    const isInside =
      url !== undefined && outsideOf({ folder: this.#folder, name: this.#folder }, url.href) === undefined;
    if (url === undefined || !isInside) throw new Refusal(diagnostic('IN051', { href }, place), true);
    if (href.includes('#'))
      throw new Refusal(
        diagnostic('IN055', { problem: '@href has a #; a part of a file is named by @xpointer' }, place),
      );
    const path = fileURLToPath(url);
    try {
      const real = realpathSync(path);
      this.named.add(real);
      return real;
    } catch {
      this.named.add(path);
      throw new Refusal(diagnostic('IN050', { href, problem: 'does not exist' }, place), true);
    }
  }

  #document(path: string, href: string, place: Diagnostic['place']): Document {
    const known = this.#documents.get(path);
    if (known !== undefined) return known;
    const { value, diagnostics } = decodeXml(this.#bytes(path, href, place), relative(process.cwd(), path));
    const [first] = diagnostics;
    const faulty = diagnostic('IN050', { href, problem: 'is not well-formed' }, place);
    if (value === undefined) throw new Refusal(first ?? faulty);
    append(this.found, diagnostics);
    const elements = elementsOf(value);
    if (elements === undefined) throw new Refusal(readXml(value, {})[0] ?? faulty);
    const document = documentOf(path, value, elements);
    this.#documents.set(path, document);
    return document;
  }

  #readText(path: string, href: string, place: Diagnostic['place']): string {
    const { value, diagnostics } = readTextBytes(relative(process.cwd(), path), this.#bytes(path, href, place));
    if (value !== undefined) return value.text;
    throw new Refusal(diagnostics[0] ?? diagnostic('IN050', { href, problem: 'cannot be read' }, place));
  }

  #bytes(path: string, href: string, place: Diagnostic['place']): Uint8Array {
    try {
      // A pipe or device would never come to an end.
      if (!statSync(path).isFile()) throw new Error('It is no file.');
      const bytes = readFileSync(path);
      this.files.set(relative(this.#home, path).replaceAll('\\', '/'), bytes);
      return bytes;
    } catch {
      throw new Refusal(diagnostic('IN050', { href, problem: 'cannot be read' }, place), true);
    }
  }

  #count(href: string, characters: number, place: Diagnostic['place']): void {
    this.#characters += characters;
    if (characters === 0) this.#inclusions++;
    if (this.#inclusions > MOST_INCLUSIONS)
      throw new Refusal(diagnostic('IN054', { href, limit: `${MOST_INCLUSIONS} inclusions` }, place));
    if (this.#characters > MOST_CHARACTERS)
      throw new Refusal(diagnostic('IN054', { href, limit: `${MOST_CHARACTERS} characters` }, place));
  }
}

function asAttribute(name: string, value: string): string {
  return `${name}="${escapeAttribute(value)}"`;
}
