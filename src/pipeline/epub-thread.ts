/**
 * A thread of its own for what is done beside the writing of an EPUB: to open fonts and set the lines of a cover takes as long as to write the
 * text, and to compress the files as long as to read them back. Posts the bytes of each piece of work.
 */
import { parentPort } from 'node:worker_threads';
import { done, type EpubWork, openFaces } from './epub-work.js';

const faces = openFaces();

parentPort?.on('message', async (work: EpubWork) => {
  parentPort?.postMessage(await done(work, () => faces));
});
