/** How a source note begins, with the misprints of the series (`.Source:`, `Souce:`, `Source;`). */
const SOURCE = /^\[?\.?\s*Sour?ces?\b\s*[:;.,]/i;

/** Whether the text of a note is that of a source note. */
export function isSourceNote(text: string): boolean {
  return SOURCE.test(text);
}
