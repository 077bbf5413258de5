/** `proof INPUT`. */
export { proofVerb as verb } from './print.js';
