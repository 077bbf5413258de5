/** A text in capitals as print has it. */
export function capitalised(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<!\p{L})(?!(?:of|the|and|by|to|from|for|in|on|at|with)\b)\p{Ll}/gu, (letter) => letter.toUpperCase());
}
