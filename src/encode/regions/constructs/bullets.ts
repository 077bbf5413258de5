import type { List } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import type { Construct } from '../context.js';
import { leadingPages } from '../elements.js';
import { makeItem } from './labelled-list.js';

const BULLET = /^[-•*·]\s+(?=\S)/;

/** Lines that begin with a bullet, as one list. A single such line is a paragraph that begins with a dash. */
export const bullets: Construct = {
  name: 'bullets',
  recognise(context, at) {
    let next = at;
    while (next < context.end && BULLET.test(context.strands[next]?.text ?? '')) next++;
    if (next - at < 2) return undefined;
    const children: List['children'][number][] = [];
    for (const strand of context.strands.slice(at, next)) {
      const { pages, rest } = leadingPages(strand);
      append(children, [...pages, makeItem(context, rest)]);
    }
    return { blocks: [{ element: 'list', attributes: { rend: 'bulleted' }, children }], next };
  },
};
