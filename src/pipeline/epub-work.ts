import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { packageFile } from '../formats/package.js';
import type { FileSet } from '../model/file-set.js';
import type { CoverFaces, CoverWords } from '../transform/epub/cover.js';

/** What is done beside the writing of an EPUB: its cover is drawn from its words, its files are packed. */
export type EpubWork = { readonly cover: CoverWords } | { readonly files: FileSet; readonly modified: string };

/** Opens the faces of the cover. */
export async function openFaces(): Promise<CoverFaces> {
  const { coverFaces } = await import('../transform/epub/faces.js');
  return coverFaces();
}

/** Does a piece of the work in this thread; the picture, or the container. */
export async function done(work: EpubWork, faces: () => Promise<CoverFaces> = openFaces): Promise<Uint8Array> {
  if ('files' in work) {
    const { packContainer } = await import('../transform/epub/container.js');
    return packContainer(work.files, work.modified);
  }
  const { coverPicture } = await import('../transform/epub/cover.js');
  return coverPicture(work.cover, await faces());
}

/** A hand that works beside the main thread, one piece after the other. */
export interface EpubHand {
  do(work: EpubWork): Promise<Uint8Array>;
  dismiss(): void;
}

/** Nobody beside: the work is done in this thread when it is asked for. */
export const idleHand: EpubHand = { do: (work) => done(work), dismiss: () => undefined };

/**
 * Takes a thread on for the work, which opens its fonts while it waits: take it on before the volume is interpreted. Where the program is not
 * compiled (in tests) all is done in this thread.
 */
export function epubHand(): EpubHand {
  const script = packageFile('dist/program/pipeline/epub-thread.js');
  if (!existsSync(script)) return idleHand;
  const worker = new Worker(script);
  return {
    do: (work) =>
      new Promise((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.postMessage(work);
      }),
    dismiss: () => void worker.terminate(),
  };
}
