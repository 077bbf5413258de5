import { type Diagnostic, diagnostic, type Result } from '../../diagnostics/diagnostic.js';
import { plural } from '../../diagnostics/words.js';
import type { SourceFile } from '../../model/source-file.js';
import { elementsOf, type HtmlElement, type HtmlNode, htmlText, readHtml } from '../html.js';
import { readWord } from '../word.js';
import type { WordContent } from '../word-parts.js';
import { htmlTree } from './from-html.js';
import { writtenPage } from './html-text.js';
import { firstDifference } from './words.js';

/** The text of a Word file, proven to have the words of all its `w:t`. */
export async function readWordText(path: string, bytes: Uint8Array): Promise<Result<SourceFile>> {
  const read = await readWord(path, bytes);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const { html, content, leftOut } = read.value;
  const place = { file: path };
  const root = readHtml(html);
  if (root === undefined)
    return { diagnostics: [diagnostic('IN071', { path, reason: 'its tables stand too deep in each other' }, place)] };
  const lost = firstLoss(root, content);
  if (lost !== undefined) return { diagnostics: [diagnostic('EN092', lost, place)] };
  const { value, diagnostics } = writtenPage(path, htmlTree(root, true), 'a Word file', leftOut);
  const more: Diagnostic[] = [];
  if (read.value.isNumbered) more.push(diagnostic('IN075', { path }, place));
  if (content.hidden > 0)
    more.push(diagnostic('IN076', { path, runs: plural(content.hidden, 'stretch', 'stretches') }, place));
  return value === undefined ? { diagnostics } : { value, diagnostics: [...diagnostics, ...more] };
}

/** What mammoth names its notes and their calls by. */
const NOTE = /^(?:footnote|endnote)-(\d+|-\d+)$/;
const CALL = /^#(?:footnote|endnote)-(?:ref-)?-?\d+$/;

/** The first place where the page has other words than the file, in the text or in a note. */
function firstLoss(root: HtmlElement, content: WordContent): ReturnType<typeof firstDifference> {
  const told = (words: string): string =>
    words.replace(content.symbols > 0 ? /[^\p{L}\p{N}]+/gu : /[^\p{L}\p{N}\p{P}]+/gu, '');
  const even = (words: string): string => (content.textBoxes > 0 ? [...told(words)].sort().join('') : told(words));
  const text = firstDifference(even(content.text), even(wordsWithout(root, true)));
  if (text !== undefined) return text;
  for (const element of elementsOf(root)) {
    const id = element.attributes.get('id') ?? '';
    if (element.name !== 'li' || !NOTE.test(id)) continue;
    const note = firstDifference(told(content.notes.get(id) ?? ''), told(wordsWithout(element, false)));
    if (note !== undefined) return note;
  }
  return undefined;
}

/** The words of the page without calls and links back, and without the notes. */
function wordsWithout(node: HtmlNode, isWithoutNotes: boolean): string {
  if ('value' in node) return htmlText(node);
  if (node.name === 'a' && CALL.test(node.attributes.get('href') ?? '')) return '';
  if (isWithoutNotes && node.name === 'li' && NOTE.test(node.attributes.get('id') ?? '')) return '';
  return node.children.map((child) => wordsWithout(child, isWithoutNotes)).join('');
}
