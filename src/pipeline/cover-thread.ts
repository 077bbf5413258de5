/** A thread of its own for the cover of an EPUB: opening its fonts and setting its lines takes as long as writing the text. Posts the picture. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CoverWords } from '../transform/epub/cover.js';
import { drawCover } from './cover.js';

parentPort?.postMessage(await drawCover(workerData as CoverWords));
