import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import type { RawShape } from '../model/manifest.js';
import type { SourceFile } from '../model/source-file.js';
import { decode, decodeAs } from './decode.js';
import { readRegularFile, readTextBytes, unreadable } from './text-file.js';

/**
 * Reads a raw text whatever kind of file holds it: plain text and Markdown as `readTextFile` does, an HTML page or a Word file as the text in it, with what its marks say
 * (`MarkedText`). Files of other kinds are refused, with what to do instead.
 * (The parsers are loaded when the first file asks for them: most texts are plain.)
 */
export async function readRawFile(path: string, options: RawOptions = {}): Promise<Result<SourceFile>> {
  try {
    return await readRawBytes(path, readRegularFile(path), options);
  } catch (error) {
    return { diagnostics: [unreadable(path, error as NodeJS.ErrnoException)] };
  }
}

/** As `readRawFile`, of bytes that are there already. */
export async function readRawBytes(
  path: string,
  bytes: Uint8Array,
  { shape }: RawOptions = {},
): Promise<Result<SourceFile>> {
  const kind = kindOf(path, bytes);
  if (kind === 'text') {
    const { value, diagnostics } = readTextBytes(path, bytes);
    if (value === undefined || (shape !== 'markdown' && !isMarkdown(value)))
      return { ...(value === undefined ? {} : { value }), diagnostics };
    const read = await asMarkdown(value);
    return { ...read, diagnostics: [...diagnostics, ...read.diagnostics] };
  }
  if (kind === 'word') {
    const { readWordText } = await import('./marked/word-text.js');
    return readWordText(path, bytes);
  }
  if (kind === 'html') {
    const decoded = htmlCharacters(bytes);
    if (decoded === undefined) return readTextBytes(path, bytes);
    const { readHtmlText } = await import('./marked/html-text.js');
    return readHtmlText(path, decoded);
  }
  return { diagnostics: [refusal(path, kind)] };
}

/** A text in Markdown that was opened as plain text, opened anew. */
export async function asMarkdown(source: SourceFile): Promise<Result<SourceFile>> {
  const { readMarkdownText } = await import('./marked/markdown-text.js');
  return readMarkdownText(source);
}

export interface RawOptions {
  /** The shape of the text, where it is known; `markdown` says that it is in Markdown. */
  readonly shape?: RawShape;
}

/** A line that is strong as a whole, or a strong label: `**SECRET**`, `**FROM:** EUR - Hale`. */
const STRONG = /^ {0,3}(\*\*|__)(?! )[^*_\n]{1,80}\1(?:[ \t]*$|:?[ \t])/gm;
const BEGUN = /^ {0,3}(?:\*\*|__)/gm;
/** So many such lines, and nothing else that begins with their signs, are marks and no notes. */
const FEWEST_STRONG = 3;

/**
 * Whether a text is in Markdown: by the name of its file, or because it begins with front matter or with the signs of a heading, or has strong lines, as
 * machines write what they have read off a page.
 */
function isMarkdown({ path, text }: SourceFile): boolean {
  if (/\.(?:md|markdown|mdown|mkd)$/i.test(path)) return true;
  const head = text.slice(0, HEAD);
  if (/^---[ \t]*\n[\s\S]*?\n[ \t]*(?:---|\.\.\.)[ \t]*(?:\n|$)/.test(head)) return true;
  if (/^\s*#{1,3} (?=[^\n]*\p{L}{3})/u.test(head)) return true;
  const strong = head.match(STRONG)?.length ?? 0;
  return strong >= FEWEST_STRONG && strong === head.match(BEGUN)?.length;
}

/** What a file is: by what its bytes begin with, and where that does not tell, by its name. */
type Kind = 'text' | 'word' | 'html' | 'pdf' | Foreign;

interface Foreign {
  readonly processor: string;
}

/** The first bytes of files of word processors, and those of archives by what they name first. */
function kindOf(path: string, bytes: Uint8Array): Kind {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  if (head.startsWith('PK\x03\x04')) {
    if (head.includes('opendocument.text')) return { processor: 'an OpenDocument text (.odt)' };
    return isWord(path, bytes) ? 'word' : 'text';
  }
  if (head.startsWith('%PDF')) return 'pdf';
  if (head.startsWith('{\\rtf')) return { processor: 'a Rich Text file (.rtf)' };
  if (head.startsWith('\xd0\xcf\x11\xe0')) return { processor: 'an old Word file (.doc)' };
  if (head.startsWith('\xffWPC')) return { processor: 'a WordPerfect file (.wpd)' };
  return isHtml(path, bytes) ? 'html' : 'text';
}

const HEAD = 16_384;

/** The names in the directory of a ZIP file stand at its end. */
function isWord(path: string, bytes: Uint8Array): boolean {
  return (
    /\.do[ct][xm]$/i.test(path) ||
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/document.xml')
  );
}

/** A page: by the name of the file, or because it begins with a tag of HTML; XML of other kinds is none. */
export function isHtml(path: string, bytes: Uint8Array): boolean {
  if (/\.(?:x?html?|xht)$/i.test(path)) return true;
  const head = Buffer.from(bytes.subarray(0, HEAD))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf)?\s*/, '');
  const start = head.replace(/^(?:<\?xml[^>]*\?>\s*|<!--[\s\S]*?-->\s*)+/, '');
  return /^<!doctype html\b|^<(?:html|head|body|div|p|h[1-6]|article|main|section|table|ol|ul|blockquote|pre|span|center|font|meta|title)(?:\s[^<>]*)?>/i.test(
    start,
  );
}

/** The characters of a page, by the encoding that it names where its bytes are not UTF-8 (HTML Living Standard §13.2.3.2); undefined where none fits. */
function htmlCharacters(bytes: Uint8Array): string | undefined {
  const decoded = decode(bytes);
  if (decoded.kind === 'text' && decoded.encoding !== 'Windows-1252') return decoded.text;
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(head);
  const label = (named?.[1] ?? named?.[2] ?? '').toLowerCase();
  // Node's decoder of these reads some of their signs as control characters.
  if (label === '' || /^(?:windows-1252|cp1252|iso-?8859-1|latin-?1|us-ascii|ascii)$/.test(label))
    return decoded.kind === 'text' ? decoded.text : undefined;
  return decodeAs(label, bytes) ?? (decoded.kind === 'text' ? decoded.text : undefined);
}

function refusal(path: string, kind: 'pdf' | Foreign): Diagnostic {
  return kind === 'pdf'
    ? diagnostic('IN074', { path }, { file: path })
    : diagnostic('IN073', { path, format: kind.processor }, { file: path });
}
