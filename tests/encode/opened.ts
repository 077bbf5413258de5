import { readMarkdownText } from '../../src/formats/marked/markdown-text.js';
import type { RawShape } from '../../src/model/manifest.js';
import { SourceFile } from '../../src/model/source-file.js';

/** A raw text as the commands open it; what cannot be Markdown stays as it is, and gives no document. */
export function opened(path: string, text: string, shape: RawShape | undefined): SourceFile {
  const source = new SourceFile(path, text);
  return shape === 'markdown' ? (readMarkdownText(source).value ?? source) : source;
}
