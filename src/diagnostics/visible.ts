/** What a terminal obeys in the place of showing it: controls (also those above ASCII, ECMA-48 §5.3) but tab and line end, and turns of the direction (Unicode UAX #9). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** A text of somebody else's (a name, a value, a path) for a terminal: whatever would move the cursor, clear the window or turn the line is shown as a dot. */
export function visible(text: string): string {
  return text.replace(OBEYED, '·');
}

/** The same of what must stay in one line, as a path. */
export function visibleInLine(text: string): string {
  return visible(text).replace(/[\t\n]/g, '·');
}
