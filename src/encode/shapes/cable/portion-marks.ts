import type { Seg } from '../../../model/document.js';
import type { Annotation } from '../../page/strand.js';

/** Portion marks and the category of the taxonomy that each stands for. */
const CATEGORY: Readonly<Record<string, string>> = {
  TS: 'top-secret',
  S: 'secret',
  'S/NF': 'secret',
  'S//NF': 'secret',
  C: 'confidential',
  'C/NF': 'confidential',
  'C//NF': 'confidential',
  SBU: 'sensitive-but-unclassified',
  'SBU/NF': 'sensitive-but-unclassified',
  LOU: 'limited-official-use',
  U: 'unclassified',
};

/** `1. (C)`, `(SBU)`, `A. (S/NF)` at the beginning of a paragraph: how this portion is classified. */
const MARK = /^(?:¶\s?)?(?:\(?(?:\d{1,3}|[A-Za-z])[.)]\s*)?\(((?:TS|SBU|LOU|S|C|U)(?:\/\/?NF)?)\)/;

/** The portion mark of a paragraph as a `seg`, with its category. */
export function portionMark(text: string): readonly Annotation[] {
  const match = MARK.exec(text);
  const category = CATEGORY[match?.[1] ?? ''];
  if (match === null || category === undefined) return [];
  const end = match[0].length;
  const start = end - (match[1] ?? '').length - 2;
  return [
    {
      start,
      end,
      wrap: (children): Seg => ({
        element: 'seg',
        attributes: { type: 'portion-mark', ana: `#${category}` },
        children,
      }),
    },
  ];
}

/** Where lines begin with the letter of an item that is no mark of a portion: `(C)`, where `(A)` and `(B)` stand above it, and no other letter between. */
export function letteredItems(
  lines: readonly { readonly text: string; readonly start: number }[],
): ReadonlySet<number> {
  const found = new Set<number>();
  let next = 'A';
  for (const { text, start } of lines) {
    const letter = /^\(([A-Z])\)\s/.exec(text)?.[1];
    if (letter === undefined) continue;
    if (letter === next) found.add(start);
    next = letter === next || letter === 'A' ? String.fromCharCode(letter.charCodeAt(0) + 1) : 'A';
  }
  return found;
}
