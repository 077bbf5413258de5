import { CABLE_WEIGHTS } from './cable-weights.js';
import { CABLE_LABELS, SHEET_LABELS } from './labels.js';
import { LineModel } from './line-model.js';
import { SHEET_WEIGHTS } from './sheet-weights.js';

/** Reads the lines of a typescript a second time. */
export const typescriptModel = new LineModel(SHEET_LABELS, 'text', SHEET_WEIGHTS);

/** Reads the lines of a cable a second time. */
export const cableModel = new LineModel(CABLE_LABELS, 'text', CABLE_WEIGHTS);
