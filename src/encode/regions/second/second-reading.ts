import { CABLE_WEIGHTS } from './cable-weights.js';
import { CABLE_LABELS, SHEET_LABELS, STANDING_LABELS, STANDING_NEVER } from './labels.js';
import { LineModel } from './line-model.js';
import { SHEET_WEIGHTS } from './sheet-weights.js';
import { STANDING_WEIGHTS } from './standing-weights.js';

/** Reads the lines of a typescript a second time. */
export const typescriptModel = new LineModel(SHEET_LABELS, 'text', SHEET_WEIGHTS);

/** Reads the lines of a cable a second time. */
export const cableModel = new LineModel(CABLE_LABELS, 'text', CABLE_WEIGHTS);

/** Says of the lines of a file that can hold several typescripts where in a document each stands. */
export const standingModel = new LineModel(STANDING_LABELS, 'text', STANDING_WEIGHTS, STANDING_NEVER);
