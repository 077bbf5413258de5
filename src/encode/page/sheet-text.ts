/** Whether the letters of a line are capitals; `McNAMARA` and one small letter in a slip do not matter. */
export function isCapitals(text: string): boolean {
  let small = 0;
  let large = 0;
  for (let at = 0; at < text.length && at < 120; at++) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) small++;
    else if (code >= 65 && code <= 90) large++;
  }
  return large >= 2 && small * 8 <= large;
}
