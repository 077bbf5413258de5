import type { SearchableDocument } from '../model/searchable.js';

/** How many characters a file of text holds, about. */
const CHUNK = 36_000;

/** What parts documents in a file of text, and paragraphs in a document. A text has neither: they are spaces there. */
export const DOCUMENT_END = '\f';
export const BLOCK_END = '\n';

/**
 * The words of the documents in files from which a result shows its passages: several short documents in one, a long one in several of its own.
 */
export function textChunks(documents: readonly SearchableDocument[]): {
  readonly texts: readonly string[];
  readonly counts: readonly number[];
} {
  const texts: string[] = [];
  const counts: number[] = [];
  let waiting: string[] = [];
  let length = 0;
  const close = (): void => {
    if (waiting.length === 0) return;
    texts.push(waiting.join(DOCUMENT_END));
    counts.push(waiting.length);
    [waiting, length] = [[], 0];
  };
  for (const { text, notes } of documents) {
    const pieces = parted([...text, ...notes].map((block) => block.replace(/[\n\f]/g, ' ')));
    const [first = '', ...others] = pieces;
    if (others.length > 0 || length + first.length > CHUNK) close();
    waiting.push(first);
    length += first.length;
    if (others.length === 0) continue;
    close();
    for (const piece of others) {
      texts.push(piece);
      counts.push(0);
    }
  }
  close();
  return { texts, counts };
}

/** Paragraphs as pieces of about one length. */
function parted(blocks: readonly string[]): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  let length = 0;
  blocks.forEach((block, i) => {
    if (length > 0 && length + block.length > CHUNK) {
      pieces.push(blocks.slice(from, i).join(BLOCK_END));
      [from, length] = [i, 0];
    }
    length += block.length + 1;
  });
  pieces.push(blocks.slice(from).join(BLOCK_END));
  return pieces;
}
