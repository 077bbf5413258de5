import type { ScoredLine } from './place.js';

/** So many lines can a head block have. */
const LONGEST_HEAD = 30;

/** What stands behind FROM. */
function senderOf(lines: readonly ScoredLine[]): string {
  const end = Math.min(lines.length, LONGEST_HEAD);
  for (let at = 0; at < end; at++) {
    const { line, forms } = lines[at] as ScoredLine;
    if (forms.label?.role === 'from') return line.text.slice(forms.label.value);
  }
  return '';
}

/** Whether a line has the name that stands behind FROM, in capitals or not, and no more. */
export function isSenderAgain(lines: readonly ScoredLine[], text: string): boolean {
  return /\s/.test(text) && text.length > 6 && senderOf(lines).toLowerCase().includes(text.toLowerCase());
}

/** Whether initials are those of who stands behind FROM: `JWH` and `John W. Hanson, Jr.` */
export function isSendersInitials(lines: readonly ScoredLine[], initials: string): boolean {
  const words = senderOf(lines).match(/\p{Lu}[\p{L}.'’-]*/gu) ?? [];
  return words
    .map((word) => word[0])
    .join('')
    .includes(initials);
}
