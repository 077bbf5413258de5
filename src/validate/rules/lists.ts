import { childElements, textOf } from '../tree.js';
import type { Rule } from './rule.js';

/** What a list of these types is headed with in the series, so that a list can be told by its type. */
const headed = new Set(['participants']);

/** Lists: labels pair with items, participants are headed. */
export const lists: Rule = {
  codes: ['VA371', 'VA372', 'VA373'],
  scope: 'part',
  check({ tree, report }) {
    for (const list of tree.named('list')) {
      const items = childElements(list, 'item');
      const labels = childElements(list, 'label');
      const { type = '' } = list.attributes;
      if (labels.length > 0 && items.length > 0 && labels.length !== items.length) {
        report('VA371', list, { labels: labels.length, items: items.length });
      }
      if (headed.has(type) && list.document !== undefined && list.parent?.name !== 'item') {
        const before = list.parent?.children.filter((c) => c.kind === 'element') ?? [];
        const previous = before[before.indexOf(list) - 1];
        const follows =
          previous?.kind === 'element' && (previous.name === 'list' || previous.name === 'p' || previous.name === 'pb');
        if (childElements(list, 'head').length === 0 && !follows) report('VA372', list, { type });
      }
      for (const nested of childElements(list, 'list')) report('VA373', nested, { text: textOf(nested).slice(0, 40) });
    }
  },
};
