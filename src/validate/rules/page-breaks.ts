import type { TeiElement } from '../tree.js';
import type { Rule, RuleContext } from './rule.js';

/** Page breaks: each page once, in order, none left out; ids and facsimiles agree with the page numbers. */
export const pageBreaks: Rule = {
  codes: ['VA330', 'VA331', 'VA332', 'VA333'],
  scope: 'volume',
  asks: { names: ['pb'] },
  check(context) {
    const breaks = context.tree.named('pb');
    checkNumbers(breaks, context);
    checkIds(breaks, context);
    checkFacsimiles(breaks, context);
  },
};

const numerals: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** The value of a page number, arabic or roman, with what stands before it (`A12` → series A, 12); brackets mark unprinted ones. */
export function pageNumber(n: string): { readonly series: string; readonly value: number } | undefined {
  const bare = n.replace(/^\[|\]$/g, '');
  const arabic = /^([A-Z]?)(\d+)$/.exec(bare);
  if (arabic !== null) return { series: arabic[1] ?? '', value: Number(arabic[2]) };
  if (!/^[IVXLCDM]+$/i.test(bare)) return undefined;
  const digits = [...bare.toUpperCase()].map((letter) => numerals[letter] ?? 0);
  const value = digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
  return { series: 'roman', value };
}

/** Pages of a document of its own (`d12-03`) count anew in each document. */
function seriesOf(element: TeiElement, series: string): string {
  const own = /^(d\d+[A-Za-z]?)[-_]/.exec(element.attributes['xml:id'] ?? '');
  return own === null ? series : `${own[1]} ${series}`;
}

function checkNumbers(breaks: readonly TeiElement[], { report }: RuleContext): void {
  let last: { readonly series: string; readonly value: number; readonly n: string } | undefined;
  for (const [i, element] of breaks.entries()) {
    const { n } = element.attributes;
    const number = n === undefined ? undefined : pageNumber(n);
    if (n === undefined || number === undefined) {
      last = undefined;
      continue;
    }
    const series = seriesOf(element, number.series);
    const where = { element, attribute: 'n' };
    const next = pageNumber(breaks[i + 1]?.attributes['n'] ?? '');
    if (
      last?.series === series &&
      number.value !== last.value + 1 &&
      next?.series === number.series &&
      next.value === last.value + 2
    ) {
      // The page after goes on as though this one were right: its number alone is mistyped.
      report('VA331', where, { n, last: last.n });
      last = { ...last, value: last.value + 1 };
      continue;
    }
    if (last?.series === series && number.value <= last.value) report('VA331', where, { n, last: last.n });
    else if (last?.series === series && number.value > last.value + 1) {
      report('VA330', where, { n, last: last.n, missing: number.value - last.value - 1 });
    }
    last = { series, value: number.value, n };
  }
}

/** Where ids are `pg_` and the number (in all printed volumes), the two agree. */
function checkIds(breaks: readonly TeiElement[], { report }: RuleContext): void {
  for (const element of breaks) {
    const { n, 'xml:id': id } = element.attributes;
    if (n === undefined || id === undefined || !id.startsWith('pg_')) continue;
    const bare = n.replace(/^\[|\]$/g, '');
    if (bare !== '' && id !== `pg_${bare}`) report('VA332', { element, attribute: 'xml:id' }, { id, n });
  }
}

function checkFacsimiles(breaks: readonly TeiElement[], { report }: RuleContext): void {
  const seen = new Map<string, string>();
  for (const element of breaks) {
    const { facs, n = '?' } = element.attributes;
    if (facs === undefined) continue;
    const other = seen.get(facs);
    if (other !== undefined) report('VA333', { element, attribute: 'facs' }, { facs, n, other });
    seen.set(facs, n);
  }
}
