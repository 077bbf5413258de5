/**
 * The labels that notes have: numbers (with a letter in the older volumes, `84a`), raised numbers and letters, signs, letters, and in Markdown
 * names. One grammar for the list of notes and for the calls in the text.
 */

/** Sources of regular expressions. */
export const NUMBER = String.raw`\d{1,4}[a-z]?`;
export const RAISED = '[⁰¹²³⁴-⁹]{1,4}|[ᵃ-ᵛʰʲʳʷʸˢˡˣᶜᶠᶢᶦᶻ]|&sup[123];';
export const SIGN = String.raw`\*{1,5}|†{1,4}|‡{1,4}|§{1,4}|¶{1,4}|‖{1,4}|\|\||#{1,4}|\+{1,5}`;
/** A letter, or a small Roman number, as word processors count endnotes. */
export const LETTER = '[a-z]|[ivxl]{2,7}';
/** A letter as British series and treaties count notes, in capitals. */
export const CAPITAL = '[A-Z]';
/** A Greek letter. */
export const GREEK = '[α-ω]';
/** A Roman number in capitals. */
export const ROMAN_CAPITALS = '[IVXL]{1,7}';
/** A figure in a circle. */
export const CIRCLED = '[①-⑳]|[⑴-⒇]|[⒈-⒛]|[❶-❿]';
export const NAME = String.raw`[^\]\s]{1,40}`;

const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const RAISED_LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ', (raised, index) => [raised, 'abcdefghijklmnoprstuvwxyz'[index] ?? '']),
);

/** The first of each row of figures that are one letter: in a circle, in parentheses, with a stop, in a black circle. */
const ENCLOSED = ['①', '⑴', '⒈', '❶'];
const LAST_ENCLOSED = '❿';

/** A label as it is compared and encoded: what is raised is written as plain digits and letters. */
export function plainLabel(label: string): string {
  if (/^\d+$/.test(label)) return label;
  if (label.startsWith('&')) return label.replace(/\D/g, '');
  return Array.from(label, (c) => {
    const first = ENCLOSED.findLast((one) => c >= one);
    if (first !== undefined && c <= LAST_ENCLOSED) return String(c.charCodeAt(0) - first.charCodeAt(0) + 1);
    const digit = RAISED_DIGITS.indexOf(c);
    return digit >= 0 ? String(digit) : (RAISED_LETTERS[c] ?? c);
  }).join('');
}

/** The order of signs in print; after the last they are doubled. */
export const SIGNS = ['*', '†', '‡', '§', '‖', '¶', '#', '+'];

/** How a label follows on another in a list of notes: as the next, after a gap, as the same again, or not at all. */
export type Step = 'next' | 'gap' | 'again';

/** A gap in a list is at most so wide. */
const WIDEST_GAP = 2;

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

/** The value of a Roman number, in small letters or in capitals; undefined for what is none. */
export function romanValue(printed: string): number | undefined {
  const label = printed === printed.toUpperCase() ? printed.toLowerCase() : printed;
  if (!/^(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(label) || label === '') return undefined;
  return Array.from(label, (c) => ROMAN[c] ?? 0).reduce(
    (sum, value, at, all) => sum + (value < (all[at + 1] ?? 0) ? -value : value),
    0,
  );
}

/** The step from a label to the next of its list; undefined where it does not follow. */
export function stepOf(before: string, after: string): Step | undefined {
  const [a, b] = [parts(before), parts(after)];
  if (a !== undefined && b !== undefined) return numberStep(a, b);
  if (isLetters(before) && isLetters(after)) {
    if (before === after) return 'again';
    const isNextLetter = before.length * after.length === 1 && before.charCodeAt(0) + 1 === after.charCodeAt(0);
    const [one, other] = [romanValue(before), romanValue(after)];
    return isNextLetter || (one !== undefined && other === one + 1) ? 'next' : undefined;
  }
  if (isSign(before) && isSign(after)) return before === after ? 'again' : signStep(before, after);
  // Names have no order.
  return isName(before) || isName(after) ? 'next' : undefined;
}

interface NumberParts {
  readonly number: number;
  readonly letter: string;
}

function parts(label: string): NumberParts | undefined {
  const match = /^(\d+)([a-z]?)$/.exec(label);
  return match === null ? undefined : { number: Number(match[1]), letter: match[2] ?? '' };
}

function numberStep(a: NumberParts, b: NumberParts): Step | undefined {
  const distance = b.number - a.number;
  if (distance === 0) return b.letter === a.letter ? 'again' : b.letter > a.letter ? 'next' : undefined;
  if (distance === 1) return 'next';
  return distance > 1 && distance <= WIDEST_GAP ? 'gap' : undefined;
}

function isSign(label: string): boolean {
  return /^[^\p{L}\p{N}\s]+$/u.test(label);
}

/** Whether a label is a letter or a small Roman number. */
function isLetters(label: string): boolean {
  return /^[a-zA-Zα-ω]$/.test(label) || romanValue(label) !== undefined;
}

/** Whether a label is a name, as Markdown has them (`[^ice]`) and no print. */
export function isName(label: string): boolean {
  return /[\p{L}\p{N}_-]{2}/u.test(label) && parts(label) === undefined && !isLetters(label);
}

/** Signs go on in the order of print, or as one more of the same (`*`, `**`). */
function signStep(before: string, after: string): Step | undefined {
  const place = (label: string): number => SIGNS.indexOf(label.slice(0, 1)) + SIGNS.length * (label.length - 1);
  const isMore = before[0] === after[0] && after.length === before.length + 1;
  return isMore || place(after) > place(before) ? 'next' : undefined;
}
