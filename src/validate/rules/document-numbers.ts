import type { Span } from '../../model/position.js';
import { childElements, type TeiElement, textOf } from '../tree.js';
import type { Rule, RuleContext } from './rule.js';

/** Documents are numbered without a gap through the volume, and the heading prints the number that @n says. */
export const documentNumbers: Rule<Heading | undefined> = {
  codes: ['VA310', 'VA311', 'VA312', 'VA313'],
  scope: 'volume',
  learn: headingOf,
  check(context) {
    const { tree, report, learnt } = context;
    let last: string | undefined;
    for (const [i, document] of tree.documents.entries()) {
      const { n, 'xml:id': id } = document.attributes;
      if (n === undefined || n === '') {
        report('VA312', document, { id: id ?? '?' });
        continue;
      }
      const meant = last === undefined ? undefined : meantNumber(last, n, tree.documents[i + 1]?.attributes['n']);
      // Where the id has the number that was meant, VA304 says so.
      const isSaid = meant !== undefined && id === `d${meant}`;
      if (last !== undefined && !follows(last, n) && !isSaid) {
        report('VA310', { element: document, attribute: 'n' }, { n, last });
      }
      last = meant ?? n;
      const head = learnt(document);
      const printed = head?.number;
      const isOther = printed !== undefined && ![n.toLowerCase(), isSaid ? meant : n].includes(printed.toLowerCase());
      if (head !== undefined && isOther) report('VA311', head.tag, { printed, n });
    }
    checkUnnumbered(context);
  },
};

/** The first heading of a document. */
interface Heading {
  readonly tag: Span;
  /** The number that it prints. */
  readonly number: string | undefined;
  readonly isEmpty: boolean;
}

function headingOf(document: TeiElement): Heading | undefined {
  const head = childElements(document, 'head')[0];
  if (head === undefined) return undefined;
  const tag = { start: head.start, end: head.startEnd };
  return { tag, number: printedNumber(head), isEmpty: textOf(head) === '' };
}

/** `73. Letter`, `[72a.]`, and what is glued to its words: `No. 21Memorandum`, `21MEMORANDUM`, whose M is none of the number. */
function printedNumber(head: TeiElement): string | undefined {
  return /^\[?(?:No\. ?)?(\d+[A-Za-z]?(?:(?=\.(?:\s|$))|(?=[A-Z][a-z]))|\d+(?=[A-Z]))/.exec(textOf(head, false))?.[1];
}

/** Volumes print the number in all headings or in none: where nearly all have it, one without has lost it. */
function checkUnnumbered({ tree, report, learnt }: RuleContext<Heading | undefined>): void {
  const heads = tree.documents.flatMap((document) => {
    const head = learnt(document);
    return head === undefined ? [] : [{ ...head, n: document.attributes['n'] ?? '?' }];
  });
  const without = heads.filter(({ isEmpty, number }) => !isEmpty && number === undefined);
  if (without.length > heads.length / 4) return;
  for (const { tag, n } of without) report('VA313', tag, { n });
}

/** The number that was meant, where one number alone is mistyped: the document after it goes on as though it were right. */
function meantNumber(last: string, n: string, next: string | undefined): string | undefined {
  const meant = String(parts(last)[0] + 1);
  return !follows(last, n) && next === String(parts(last)[0] + 2) ? meant : undefined;
}

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
