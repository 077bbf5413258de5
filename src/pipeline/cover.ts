import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { packageFile } from '../formats/package.js';
import type { CoverWords } from '../transform/epub/cover.js';

/** Draws the cover of an EPUB in this thread. */
export async function drawCover(words: CoverWords): Promise<Uint8Array> {
  const { coverPicture } = await import('../transform/epub/cover.js');
  const { coverFaces } = await import('../transform/epub/faces.js');
  return coverPicture(words, coverFaces());
}

/**
 * Begins to draw the cover of an EPUB beside the writing of its text. Where the program is not compiled (in tests) it is drawn in this thread.
 */
export function beginCover(words: CoverWords): Promise<Uint8Array> {
  const script = packageFile('dist/program/pipeline/cover-thread.js');
  if (!existsSync(script)) return drawCover(words);
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: words });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
