import { childElements, textOf } from '../tree.js';
import type { Rule } from './rule.js';

/** Documents are numbered without a gap through the volume, and the heading prints the number that @n says. */
export const documentNumbers: Rule = {
  codes: ['VA310', 'VA311', 'VA312'],
  check({ tree, report }) {
    let last: string | undefined;
    for (const document of tree.documents) {
      const { n } = document.attributes;
      if (n === undefined || n === '') {
        report('VA312', document, { id: document.attributes['xml:id'] ?? '?' });
        continue;
      }
      if (last !== undefined && !follows(last, n)) report('VA310', { element: document, attribute: 'n' }, { n, last });
      last = n;
      const head = childElements(document, 'head')[0];
      const printed = head && /^\[?(?:No\. ?)?(\d+[A-Za-z]?)(?:\.(?=\s|$)|(?=[A-Z]))/.exec(textOf(head, false))?.[1];
      if (head !== undefined && printed !== undefined && printed.toLowerCase() !== n.toLowerCase()) {
        report('VA311', head, { printed, n });
      }
    }
  },
};

/** Whether a document number comes next: `72` → `73`, `72a`; `72a` → `72b`, `73`. */
function follows(last: string, n: string): boolean {
  const [a, letterA] = parts(last);
  const [b, letterB] = parts(n);
  if (Number.isNaN(a) || Number.isNaN(b)) return true;
  if (b === a + 1) return letterB === '' || letterB === 'a';
  if (b !== a || letterB === '') return false;
  return letterA === '' ? letterB === 'a' : letterB.charCodeAt(0) === letterA.charCodeAt(0) + 1;
}

function parts(n: string): readonly [number, string] {
  const match = /^(\d+)([a-z]?)$/.exec(n.toLowerCase());
  return match === null ? [Number.NaN, ''] : [Number(match[1]), match[2] ?? ''];
}
