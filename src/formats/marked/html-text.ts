import { type Diagnostic, diagnostic, type Result } from '../../diagnostics/diagnostic.js';
import { plural } from '../../diagnostics/words.js';
import { MarkedFile, NO_FRONT_MATTER } from '../../model/marked-text.js';
import type { SourceFile } from '../../model/source-file.js';
import { DEEPEST_HTML, readHtml } from '../html.js';
import { type FromHtml, htmlTree } from './from-html.js';
import { firstDifference } from './words.js';
import { writeMarked } from './write.js';

/** The text of an HTML page, proven to have every word of the page but those that are declared to be of the site. */
export function readHtmlText(path: string, html: string): Result<SourceFile> {
  const root = readHtml(asHtml(html));
  if (root === undefined) return { diagnostics: [diagnostic('IN077', { path, depth: DEEPEST_HTML }, { file: path })] };
  const page = htmlTree(root);
  const left = [...page.leftOut].map(([kind, words]) => (words === 0 ? kind : `${kind} (${plural(words, 'word')})`));
  return writtenPage(path, page, 'an HTML page', left);
}

/** A page as the text that is read, or why it cannot be. */
export function writtenPage(path: string, page: FromHtml, format: string, left: readonly string[]): Result<SourceFile> {
  const { text, shown, words } = writeMarked(path, page.tree);
  const place = { file: path };
  const lost = firstDifference(page.words.normalize('NFKC'), words.normalize('NFKC'));
  if (lost !== undefined) return { diagnostics: [diagnostic('EN092', lost, place)] };
  if (text.text.trim() === '') return { diagnostics: [diagnostic('IN002', { path }, place)] };
  const diagnostics: readonly Diagnostic[] =
    left.length === 0 ? [] : [diagnostic('IN070', { path, format, left: left.join(', ') }, place)];
  const sections = [{ text, front: NO_FRONT_MATTER }];
  return { value: new MarkedFile(path, shown, sections), diagnostics };
}

/** In XHTML every element can be closed in its own tag, which HTML does not know. */
function asHtml(text: string): string {
  return /^\uFEFF?\s*<\?xml\b/.test(text) ? text.replace(/<([a-z][\w-]*)((?:\s[^<>]*)?)\/>/gi, closed) : text;
}

/** Elements that HTML never closes. */
const VOID: ReadonlySet<string> = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

function closed(whole: string, name: string, attributes: string): string {
  return VOID.has(name.toLowerCase()) ? whole : `<${name}${attributes}></${name}>`;
}
