/** How many characters of context a difference shows. */
const BEFORE = 20;
const AFTER = 40;

/** The first place where two texts part, blanks apart; undefined where they are the same. */
export function firstDifference(
  expected: string,
  found: string,
): { readonly expected: string; readonly found: string } | undefined {
  const [a, b] = [unspaced(expected), unspaced(found)];
  if (a === b) return undefined;
  let at = 0;
  while (a[at] === b[at]) at++;
  const from = Math.max(0, at - BEFORE);
  return { expected: a.slice(from, at + AFTER), found: b.slice(from, at + AFTER) };
}

function unspaced(words: string): string {
  return words.replace(/\s+/g, '');
}
