import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Diagnostic, diagnostic, type Result } from '../../diagnostics/diagnostic.js';
import { Composition } from '../../model/composed-source.js';
import { append } from '../../model/list.js';
import type { SourceFile } from '../../model/source-file.js';
import { outsideOf } from '../confinement.js';
import { placeOf, readXml } from '../sax.js';
import { readTextBytes } from '../text-file.js';
import { decodeXml } from '../xml-bytes.js';
import { escapeText } from '../xml-fragment.js';
import {
  attributeOf,
  elementsOf,
  idsOf,
  inheritedAttributes,
  isXInclude,
  type Located,
  pointedTo,
  XINCLUDE,
} from './elements.js';

/** A document with what it includes, and the bytes of the files that are in it, by their paths from its folder. */
export interface Included {
  readonly source: SourceFile;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Files within one another. */
const DEPTH = 20;
/** Characters and inclusions all together. */
const MOST_CHARACTERS = 200_000_000;
const MOST_INCLUSIONS = 20_000;

/**
 * Puts what `xi:include` names in its place (XInclude 1.0): a file as XML, whole or the element that `xpointer` names, or as text; `xi:fallback`
 * where it is not there. Namespaces and the language that were in force in the other file remain so. Only files in the folder of the document, or
 * below, are read, also not by way of links; nothing is fetched. Positions remain those of the files. A document without inclusions comes back as it
 * is.
 *
 * @param source the document, whose path is that of its file
 * @returns no value where something cannot be included (`IN050` … `IN055`)
 */
export function withInclusions(source: SourceFile): Result<Included> {
  if (!source.text.includes(XINCLUDE)) return { value: { source, files: new Map() }, diagnostics: [] };
  const path = resolve(source.path);
  const document = documentOf(path, source);
  // What is not well-formed is found by who reads it.
  if (document === undefined || document.inclusions.length === 0)
    return { value: { source, files: new Map() }, diagnostics: [] };
  const run = new Inclusion(dirname(path));
  const into = new Composition();
  run.range(document, 0, source.text.length, [], into);
  return run.found.some((d) => d.severity === 'error')
    ? { diagnostics: run.found }
    : { value: { source: into.sourceOf(source), files: run.files }, diagnostics: run.found };
}

/** A file that includes or is included. */
interface Document {
  readonly path: string;
  readonly source: SourceFile;
  readonly elements: readonly Located[];
  /** The elements of XInclude. */
  readonly inclusions: readonly Located[];
  readonly ids: ReadonlyMap<string, Located>;
}

/** The inclusions that a stretch stands in, each with the file that it is written in. */
type Frames = readonly { readonly path: string; readonly element: Located }[];

function documentOf(path: string, source: SourceFile): Document | undefined {
  const elements = elementsOf(source);
  if (elements === undefined) return undefined;
  const inclusions = elements.filter(({ tag }) => tag.uri === XINCLUDE);
  return { path, source, elements, inclusions, ids: idsOf(elements) };
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
  readonly #folder: string;
  readonly #documents = new Map<string, Document>();
  #characters = 0;
  #inclusions = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Adds a stretch of a file, with what the inclusions in it name. */
  range(document: Document, start: number, end: number, frames: Frames, into: Composition): void {
    const { source } = document;
    let from = start;
    for (const element of document.inclusions) {
      if (element.start < from || element.end > end) continue;
      into.copy(source, from, element.start);
      from = element.end;
      try {
        this.#one(document, element, frames, into);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const fallback = error.hasRemedy ? element.children.find((child) => isXInclude(child, 'fallback')) : undefined;
        if (fallback === undefined) this.found.push(error.found);
        else this.range(document, fallback.startEnd, fallback.endStart, frames, into);
      }
    }
    into.copy(source, from, end);
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
      this.range(target, chosen.start, chosen.end, frames, into);
      return;
    }
    const nameEnd = chosen.start + 1 + chosen.tag.name.length;
    into.copy(target.source, chosen.start, nameEnd);
    into.make(inheritedAttributes(chosen, at), target.source, chosen.start);
    this.range(target, nameEnd, chosen.end, frames, into);
  }

  #pathOf(href: string, folder: string, place: Diagnostic['place']): string {
    const url = URL.canParse(href, `${pathToFileURL(folder).href}/`)
      ? new URL(href, `${pathToFileURL(folder).href}/`)
      : undefined;
    const isInside =
      url !== undefined && outsideOf({ folder: this.#folder, name: this.#folder }, url.href) === undefined;
    if (url === undefined || !isInside) throw new Refusal(diagnostic('IN051', { href }, place));
    if (href.includes('#'))
      throw new Refusal(
        diagnostic('IN055', { problem: '@href has a #; a part of a file is named by @xpointer' }, place),
      );
    const path = fileURLToPath(url);
    try {
      return realpathSync(path);
    } catch {
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
    const document = documentOf(path, value);
    if (document === undefined) throw new Refusal(readXml(value, {})[0] ?? faulty);
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
      this.files.set(relative(realpathSync(this.#folder), path).replaceAll('\\', '/'), bytes);
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

/** What is wrong with the element itself (XInclude 1.0 §3.1, §3.2). */
function misuse(element: Located): string | undefined {
  if (!isXInclude(element, 'include')) return 'xi:fallback stands outside xi:include';
  const parse = attributeOf(element, 'parse') ?? 'xml';
  if (parse !== 'xml' && parse !== 'text') return `@parse is “${parse}”; it can be xml or text`;
  if (parse === 'text' && attributeOf(element, 'xpointer') !== undefined)
    return 'a text has no parts that @xpointer could name';
  if (
    (attributeOf(element, 'href') ?? '') === '' &&
    (attributeOf(element, 'xpointer') === undefined || parse === 'text')
  )
    return 'it has no @href';
  const inner = element.children.filter((child) => child.tag.uri === XINCLUDE);
  if (inner.some((child) => !isXInclude(child, 'fallback'))) return 'only xi:fallback may stand in it';
  return inner.length > 1 ? 'it has more than one xi:fallback' : undefined;
}

function contains(outer: Located, inner: Located): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
