import type { List } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import { weave } from '../../page/strand.js';
import type { Construct } from '../context.js';
import { leadingPages } from '../elements.js';

const LABEL =
  /^(?:AGENDA|Agenda|ITEMS? (?:FOR DISCUSSION|DISCUSSED)|ORDER OF BUSINESS|TAGESORDNUNG|ORDRE DU JOUR)\s*:?$/;
const ITEM = /^\(?(\d{1,2})[.)]\s+\S/;
const LONGEST_ITEM = 200;
const FEWEST = 2;

/** `AGENDA` and the numbered items under it, as one list; a number that comes again begins the text. */
export const agenda: Construct = {
  name: 'agenda',
  recognise(context, at) {
    const label = context.strands[at];
    if (label === undefined || !LABEL.test(label.text)) return undefined;
    const { pages, rest } = leadingPages(label);
    const children: List['children'][number][] = [{ element: 'head', attributes: {}, children: weave(rest) }];
    let next = at + 1;
    for (; next < context.end; next++) {
      const strand = context.strands[next];
      if (strand === undefined || strand.text.length > LONGEST_ITEM) break;
      if (Number(ITEM.exec(strand.text)?.[1]) !== next - at) break;
      const own = leadingPages(strand);
      append(children, own.pages);
      children.push({ element: 'item', attributes: {}, children: weave(own.rest, context.annotate(own.rest)) });
    }
    if (next - at - 1 < FEWEST) return undefined;
    return { blocks: [...pages, { element: 'list', attributes: {}, children }], next };
  },
};
