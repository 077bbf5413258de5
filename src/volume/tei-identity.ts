import { diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { readXml, TEI } from '../formats/sax.js';
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
    return { diagnostics: [diagnostic('VO013', { path: source.path, root: root?.name ?? 'absent' }, place)] };
  }
  const facts = titleAndNumber(text);
  const id = attribute(root, 'xml:id') ?? facts.number ?? fileName;
  return { value: { id, title: facts.title ?? id }, diagnostics: [] };
}

function first(text: string): Tag | undefined {
  for (const tag of tagsOf(text)) return tag;
  return undefined;
}

function titleAndNumber(text: string): { title?: string; number?: string } {
  const facts: { title?: string; number?: string } = {};
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
    } else if (attribute(tag, 'type') === 'frus') facts.number ??= words;
  }
  return complete === undefined ? facts : { ...facts, title: complete };
}
