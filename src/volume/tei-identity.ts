import { diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { readXml, TEI } from '../formats/sax.js';
import type { EditionFacts } from '../model/identifier.js';
import type { SourceFile } from '../model/source-file.js';
import { attribute, resolve, type Tag, tagsOf } from './tags.js';

/** Which edition a TEI file is. */
export interface TeiIdentity {
  /** The volume's (or document's) id: `TEI/@xml:id`, else the `idno` of type frus, else the name of the file. */
  readonly id: string;
  /** The complete title, else the first. */
  readonly title: string;
}

/**
 * Tells a TEI file from other XML, and reads which edition it is. A DOCTYPE that is left in the
 * text stands where none may, which the XML parser says; what is not well-formed is found by whoever parses the whole.
 */
export function identifyTei(source: SourceFile, fileName: string): Result<TeiIdentity> {
  const { text } = source;
  const root = first(text);
  if (root === undefined || text.includes('<!DOCTYPE')) {
    const diagnostics = readXml(source, {});
    if (diagnostics.length > 0) return { diagnostics };
  }
  const prefix = root?.name.includes(':') ? `:${root.name.split(':')[0]}` : '';
  if (root === undefined || !/^(?:\w+:)?TEI$/.test(root.name) || attribute(root, `xmlns${prefix}`) !== TEI) {
    const place = { file: source.path, start: source.positionAt(root?.start ?? 0) };
    if (root !== undefined && /^TEI(?:\.2)?$/.test(root.name) && attribute(root, 'xmlns') === undefined)
      return { diagnostics: [diagnostic('IN030', { name: root.name, namespace: ' in no namespace' }, place)] };
    return { diagnostics: [diagnostic('VO013', { path: source.path, root: root?.name ?? 'absent' }, place)] };
  }
  const facts = titleAndNumber(text);
  const given = attribute(root, 'xml:id');
  const id = given ?? facts.number?.words ?? asId(fileName);
  if (isNCName(id)) return { value: { id, title: facts.title ?? id }, diagnostics: [] };
  const start = given === undefined ? (facts.number?.start ?? 0) : text.indexOf('xml:id', root.start);
  const place = { file: source.path, start: source.positionAt(start) };
  return { diagnostics: [diagnostic('VO030', { id }, place)] };
}

/** Namespaces in XML §3, production NCName. */
function isNCName(text: string): boolean {
  return /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{M}\p{Lm}·_.-]*$/u.test(text);
}

/** The name of a file as an id. */
function asId(fileName: string): string {
  const name = fileName.normalize().replace(/[^\p{L}\p{Nl}\p{Nd}\p{M}_.-]+/gu, '-');
  return /^[\p{L}\p{Nl}_]/u.test(name) ? name : `v${name}`;
}

function first(text: string): Tag | undefined {
  for (const tag of tagsOf(text)) return tag;
  return undefined;
}

interface HeaderFacts {
  title?: string;
  number?: { readonly words: string; readonly start: number };
}

function titleAndNumber(text: string): HeaderFacts {
  const facts: HeaderFacts = {};
  let complete: string | undefined;
  for (const tag of tagsOf(text)) {
    if (tag.name === 'publicationStmt' && tag.kind === 'end') break;
    if (tag.kind !== 'start' || (tag.name !== 'title' && tag.name !== 'idno')) continue;
    const content = text.slice(tag.end, text.indexOf('</', tag.end)).replace(/<[^>]*>/g, '');
    const words = resolve(content).replace(/\s+/g, ' ').trim();
    if (words === '') continue;
    if (tag.name === 'title') {
      facts.title ??= words;
      if (attribute(tag, 'type') === 'complete') complete ??= words;
    } else if (attribute(tag, 'type') === 'frus') facts.number ??= { words, start: tag.start };
  }
  return complete === undefined ? facts : { ...facts, title: complete };
}

/** The identifiers that tell one book from another, by the types that they have in headers. */
const IDENTIFIERS: Readonly<Record<string, 'doi' | 'isbn'>> = { doi: 'doi', isbn: 'isbn', 'isbn-13': 'isbn' };

/** What a TEI text says of its edition, besides the id of the volume, that tells it from other books: read from the volume's own header. */
export function editionFactsOf(text: string): Omit<EditionFacts, 'volume'> {
  const facts: { publisher?: string; series?: string; doi?: string; isbn?: string } = {};
  for (const tag of tagsOf(text)) {
    const name = tag.name.replace(/^.*:/, '');
    if (name === 'publicationStmt' && tag.kind === 'end') break;
    const type = tag.kind === 'start' ? attribute(tag, 'type') : undefined;
    const key =
      name === 'publisher'
        ? 'publisher'
        : name === 'title' && type === 'series'
          ? 'series'
          : name === 'idno'
            ? IDENTIFIERS[type ?? '']
            : undefined;
    if (tag.kind !== 'start' || key === undefined || facts[key] !== undefined) continue;
    const content = text.slice(tag.end, text.indexOf(`</${tag.name}`, tag.end)).replace(/<[^>]*>/g, ' ');
    const words = resolve(content).replace(/\s+/g, ' ').trim();
    if (words !== '') facts[key] = words;
  }
  return facts;
}

/** What the header of a TEI text says about rights: `licence` with its address, else all of `availability` (TEI P5, 2.2.4); nothing where it has neither. */
export function rightsOf(text: string): { readonly text: string; readonly target?: string } | undefined {
  let found: { readonly text: string; readonly target?: string } | undefined;
  for (const tag of tagsOf(text)) {
    const name = tag.name.replace(/^.*:/, '');
    if (name === 'teiHeader' && tag.kind === 'end') break;
    if (tag.kind !== 'start' || (name !== 'availability' && name !== 'licence')) continue;
    const content = text.slice(tag.end, text.indexOf(`</${tag.name}`, tag.end)).replace(/<[^>]*>/g, ' ');
    const words = resolve(content).replace(/\s+/g, ' ').trim();
    const target = attribute(tag, 'target');
    if (words !== '') found = { text: words, ...(target === undefined ? {} : { target }) };
    if (name === 'licence' && words !== '') break;
  }
  return found;
}
