/**
 * Where words may part in a text that is read for the proof that nothing is lost: at the call of a note, or where a phrase begins or ends that
 * editions may set apart from its neighbours or not (a label, a quotation). Neither a space nor none is an alteration there. XML 1.0 forbids the
 * character, so that no text has it.
 */
export const MAY_PART = '\u0001';
