import { ancestor, type TeiElement } from '../tree.js';
import type { Rule } from './rule.js';

/** The forms of ids in the series (facts §2): what an element is can be told from its id. */
const forms: readonly { readonly names: readonly string[]; readonly form: RegExp; readonly example: string }[] = [
  {
    names: ['pb'],
    form: /^(?:pg_[A-Z]?\d+[a-z]?|pg_[IVXLCDM]+|pg_[ivxlcdm]+|pg-seq-\d+\S*|d\d+[A-Za-z]?[-_]\S+)$/,
    example: 'pg_181',
  },
  { names: ['term'], form: /^t_[^\s#]+$/, example: 't_NSC1' },
  { names: ['persName', 'person'], form: /^[pP]_[^\s#]+$/, example: 'p_RD1' },
];

const divisionForms: Readonly<Record<string, RegExp>> = {
  compilation: /^comp\d+$/,
  chapter: /^(?:comp\d+|subch\d+)?ch\d+$/,
  subchapter: /^(?:comp\d+)?(?:ch\d+(?:subch|subsubch|sc)\d+|subch\d+)(?:ch\d+)?$/,
};

/** Ids: unique, in the form of their element, notes and pages with the prefix of their document. */
export const identifiers: Rule = {
  codes: ['VA301', 'VA302', 'VA303', 'VA304', 'VA305'],
  scope: 'volume',
  asks: { names: ['pb', 'term', 'persName', 'person', 'div', 'note'] },
  check({ tree, report }) {
    for (const [id, elements] of tree.ids) {
      const [first, ...others] = elements;
      if (first === undefined) continue;
      const line = tree.source.positionAt(first.start).line;
      for (const element of others) report('VA301', { element, attribute: 'xml:id' }, { id, line });
    }
    for (const { names, form, example } of forms) {
      for (const element of names.flatMap((name) => tree.named(name))) {
        const id = element.attributes['xml:id'];
        if (id === undefined || form.test(id) || id.startsWith('in')) continue;
        // A keyword of the header is in no list of terms.
        if (ancestor(element, 'keywords') !== undefined) continue;
        report('VA302', { element, attribute: 'xml:id' }, { id, name: element.name, example });
      }
    }
    for (const element of tree.named('div')) checkDivision(element, report);
    for (const element of tree.named('note')) {
      const id = element.attributes['xml:id'];
      const prefix = element.document?.attributes['xml:id'];
      if (id === undefined || prefix === undefined) continue;
      if (!id.startsWith(prefix) || !/^fn|^\D*fn|^tab/.test(id.slice(prefix.length))) {
        report('VA303', { element, attribute: 'xml:id' }, { id, document: prefix });
      }
    }
  },
};

function checkDivision(element: TeiElement, report: Parameters<Rule['check']>[0]['report']): void {
  const { 'xml:id': id, n, type = '' } = element.attributes;
  if (type === 'document') {
    if (id === undefined) report('VA305', element, { n: n ?? '?' });
    else if (n !== undefined && id.toLowerCase() !== `d${n}`.toLowerCase() && /^d\d/.test(id)) {
      report('VA304', { element, attribute: 'xml:id' }, { id, n });
    } else if (!/^(?:d\d+[A-Za-z]?|\D+-\d+)$/.test(id)) {
      report('VA302', { element, attribute: 'xml:id' }, { id, name: 'document', example: 'd73' });
    }
    return;
  }
  const form = divisionForms[type];
  if (form !== undefined && id !== undefined && !form.test(id)) {
    report(
      'VA302',
      { element, attribute: 'xml:id' },
      { id, name: type, example: type === 'compilation' ? 'comp1' : 'ch1' },
    );
  }
}
