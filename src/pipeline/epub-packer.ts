import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { packageFile } from '../formats/package.js';
import type { CoverWords } from '../transform/epub/cover.js';

/** What an EPUB begins with. */
export interface EpubBeginning {
  readonly cover: CoverWords;
  /** The time of the last change, RFC 3339. */
  readonly modified: string;
}

/** Packs an EPUB while it is written. */
export interface EpubPacker {
  /** Draws the cover, and opens the container with it. */
  begin(beginning: EpubBeginning): void;
  /** Packs a file; `path` is that in the container. */
  add(path: string, content: string | Uint8Array): void;
  /** Closes the container: the whole file. */
  finish(): Promise<Uint8Array>;
  dismiss(): void;
}

/** What the thread is told. Texts are sent as UTF-8, in which they are packed, and which need not be copied. */
export type EpubOrder =
  | { readonly begin: EpubBeginning }
  | { readonly add: readonly (readonly [path: string, text: Uint8Array])[] }
  | { readonly finish: true };

/** Bytes that are sent to the thread together. */
const BATCH = 100_000;

/** A thread beside the main one. */
class ThreadPacker implements EpubPacker {
  readonly #worker: Worker;
  readonly #packed: Promise<Uint8Array>;
  readonly #encoder = new TextEncoder();
  #batch: [string, Uint8Array<ArrayBuffer>][] = [];
  #size = 0;

  constructor(script: string) {
    this.#worker = new Worker(script);
    this.#packed = new Promise((resolve, reject) => {
      this.#worker.once('message', resolve);
      this.#worker.once('error', reject);
    });
    // Where the build ends before, nobody waits for the EPUB any more.
    this.#packed.catch(() => undefined);
  }

  begin(begin: EpubBeginning): void {
    this.#order({ begin });
  }

  add(path: string, content: string | Uint8Array): void {
    // Bytes are copied: what is sent is no longer here, and other editions want them too.
    const bytes = typeof content === 'string' ? this.#encoder.encode(content) : new Uint8Array(content);
    this.#batch.push([path, bytes]);
    this.#size += bytes.length;
    if (this.#size > BATCH) this.#send();
  }

  finish(): Promise<Uint8Array> {
    this.#send();
    this.#order({ finish: true });
    return this.#packed;
  }

  dismiss(): void {
    void this.#worker.terminate();
  }

  #send(): void {
    const transfer = this.#batch.map(([, bytes]) => bytes.buffer);
    this.#order({ add: this.#batch }, transfer);
    this.#batch = [];
    this.#size = 0;
  }

  #order(order: EpubOrder, transfer: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(order, transfer);
  }
}

/** Nobody beside: the texts are kept, and packed in this thread at the end. */
class OwnPacker implements EpubPacker {
  #beginning: EpubBeginning | undefined;
  readonly #texts: [string, string | Uint8Array][] = [];

  begin(beginning: EpubBeginning): void {
    this.#beginning = beginning;
  }

  add(path: string, content: string | Uint8Array): void {
    this.#texts.push([path, content]);
  }

  async finish(): Promise<Uint8Array> {
    if (this.#beginning === undefined) throw new Error('The EPUB has not been begun.');
    const { cover, modified } = this.#beginning;
    const { openContainer } = await import('../transform/epub/container.js');
    const { coverPicture } = await import('../transform/epub/cover.js');
    const { coverFaces } = await import('../transform/epub/faces.js');
    const container = openContainer(modified, coverPicture(cover, coverFaces(cover)));
    for (const [path, text] of this.#texts)
      container.add(path, typeof text === 'string' ? Buffer.from(text, 'utf8') : text);
    return container.finish();
  }

  dismiss(): void {
    this.#texts.length = 0;
  }
}

/** Where no EPUB is made, there is nothing to pack. */
export const noPacker: EpubPacker = new OwnPacker();

/**
 * Takes a thread on for the packing: before the volume is interpreted, so that it is ready. Where the program is not compiled (in tests) all is done in
 * this thread.
 */
export function epubPacker(): EpubPacker {
  const script = packageFile('dist/program/pipeline/epub-thread.js');
  return existsSync(script) ? new ThreadPacker(script) : new OwnPacker();
}
