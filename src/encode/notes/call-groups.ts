import type { Candidate } from './call-candidates.js';
import type { CallStyle } from './call-forms.js';

/** Several calls in one pair of signs: `[2, 3]`, `<sup>2,3</sup>`. */
const GROUP = /(\[|\(|\{|<sup>)(\d{1,3}(?:\s?[,;]\s?\d{1,3}){1,5})(\]|\)|\}|<\/sup>)/g;

/** Several calls glued to what stands before them, commas between: `refers.2,3`, `refers.²,³`. */
const GLUED =
  /(?<=[\p{L}.;:!?”"’)\]]|[^\d\s],)(?:\d{1,3}(?:,\s?\d{1,3}){1,5}|[⁰¹²³⁴-⁹]{1,3}(?:,\s?[⁰¹²³⁴-⁹]{1,3}){1,5})(?![\d.,]*\d)/gu;

const STYLES: Readonly<Record<string, { readonly style: CallStyle; readonly weight: number }>> = {
  '[': { style: 'bracket', weight: 4 },
  '(': { style: 'parentheses', weight: 1.2 },
  '{': { style: 'brace', weight: 4 },
  '<sup>': { style: 'sup', weight: 8 },
};

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Calls that are printed together with commas between them. Their numbers count up by one; each takes the comma before it, the first the sign
 * that opens the group and the last the one that closes it.
 */
export function groupedCalls(text: string, line: number): readonly Candidate[] {
  if (!/[\d⁰¹²³⁴-⁹]\s?[,;]\s?[\d⁰¹²³⁴-⁹]/.test(text)) return [];
  const enclosed = [...text.matchAll(GROUP)].flatMap((match) => {
    const [whole, open = '', inner = ''] = match;
    const kind = STYLES[open];
    return kind === undefined ? [] : spread(line, match.index, whole, open.length, inner, kind);
  });
  const glued = [...text.matchAll(GLUED)].flatMap((match) => {
    const isRaised = RAISED.includes(match[0].slice(0, 1));
    return spread(line, match.index, match[0], 0, match[0], {
      style: isRaised ? 'raised' : 'digits',
      weight: isRaised ? 8 : 2,
    });
  });
  return [...enclosed, ...glued];
}

function spread(
  line: number,
  start: number,
  whole: string,
  opening: number,
  inner: string,
  { style, weight }: { readonly style: CallStyle; readonly weight: number },
): readonly Candidate[] {
  const numbers = [...inner.matchAll(/[\d⁰¹²³⁴-⁹]+/g)].map((match) => ({
    label: Array.from(match[0], (c) => (RAISED.includes(c) ? String(RAISED.indexOf(c)) : c)).join(''),
    end: start + opening + match.index + match[0].length,
  }));
  if (numbers.some(({ label }, index) => index > 0 && Number(label) !== Number(numbers[index - 1]?.label) + 1))
    return [];
  return numbers.map(({ label, end }, index) => ({
    line,
    span: {
      start: index === 0 ? start : (numbers[index - 1]?.end ?? start),
      end: index === numbers.length - 1 ? start + whole.length : end,
    },
    label,
    weight,
    style,
  }));
}
