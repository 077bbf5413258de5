/**
 * A thread of its own for the packing of an EPUB: to draw a cover and to compress the files takes as long as to write the text.
 * Takes {@link EpubOrder}s, posts the EPUB.
 */
import { parentPort } from 'node:worker_threads';
import type { ZipWriter } from '../formats/zip.js';
import { openContainer } from '../transform/epub/container.js';
import { coverPicture } from '../transform/epub/cover.js';
import { coverFaces } from '../transform/epub/faces.js';
import type { EpubOrder } from './epub-packer.js';

let container: ZipWriter | undefined;

parentPort?.on('message', (order: EpubOrder) => {
  if ('begin' in order) {
    const { cover, modified } = order.begin;
    container = openContainer(modified, coverPicture(cover, coverFaces(cover)));
  }
  if ('add' in order) for (const [path, text] of order.add) container?.add(path, text);
  if ('finish' in order) parentPort?.postMessage(container?.finish());
});
