import type { Block, Opener } from '../../../model/document.js';
import { weave } from '../../page/strand.js';
import type { Construct, Context } from '../context.js';
import { leadingPages } from '../elements.js';
import { datelineAt } from './dateline.js';
import { isMarkingLine } from './marking-line.js';

/** `No. 1312`, `Serial No. 7`: the number of a despatch under its dateline. */
const DESPATCH_NUMBER = /^(?:Serial\s+)?No[.s]?\s*[\w–-]{1,12}\.?$/;

/** `Sir:`, `Dear Nick:`, `My Dear Mr. President:` alone on a line. */
const SALUTE =
  /^(?:(?:My )?Dear(?:est)? (?:[^.!?]|(?<=\b(?:Mr|Mrs|Ms|Dr|Gen|Adm|Col|Capt|Lt|Amb|St|\p{Lu}))\.){1,60}|(?:Dear )?(?:Sirs?|Madam|Gentlemen|Excellency|Your Excellency|Mr\.? President|Mr\.? Secretary|Mr\.? Ambassador|Mr\.? Chairman|Mr\.? Prime Minister|Mr\.? Minister)(?: [A-Z][\p{L}.]+)?)\s*[:,;—–-]*$/iu;

/** What the editors say of the text above its dateline: `[Translation]`, `[Extract]`, `Copy of Telegram`. */
const EDITORIAL = /^(?:\[.{3,80}\]|\(.{3,80}\)|[\p{Lu}][^.!?:]{2,60})$/u;

const MAX_SALUTE = 80;

/** Whether a line is a salutation. */
export function isSalute(text: string): boolean {
  return text.length <= MAX_SALUTE && SALUTE.test(text);
}

type OpenerChild = Opener['children'][number];

/**
 * What stands between heading and text: dateline, line of receipt, markings (`secret us urgent`), the number of a despatch, and the
 * salutation, in any order. One `opener` (TEI P5 §4.2.2).
 */
export const opener: Construct = {
  name: 'opener',
  recognise(context, start) {
    const children: OpenerChild[] = [];
    const before: Block[] = [];
    const markings: string[] = [];
    let at = start;
    let hasDateline = false;
    let fact: ReturnType<typeof datelineAt>;
    while (at < context.end) {
      const step = openerLine(context, at, hasDateline);
      if (step === undefined) break;
      const strand = context.strands[at];
      if (strand !== undefined)
        for (const page of leadingPages(strand).pages) (children.length === 0 ? before : children).push(page);
      children.push(step.child);
      if (step.marking !== undefined) markings.push(step.marking);
      if (step.dateline !== undefined) {
        hasDateline = true;
        fact = step.dateline;
      }
      at = step.next;
      if (step.child.element === 'salute') break;
    }
    if (children.length === 0) return undefined;
    return {
      blocks: [...before, { element: 'opener', attributes: {}, children }],
      next: at,
      facts: {
        ...(fact === undefined ? {} : { dateline: fact.reading }),
        ...(markings.length === 0 ? {} : { markings }),
      },
    };
  },
};

interface OpenerStep {
  readonly child: OpenerChild;
  readonly next: number;
  readonly marking?: string;
  readonly dateline?: ReturnType<typeof datelineAt>;
}

function openerLine(context: Context, at: number, hasDateline: boolean): OpenerStep | undefined {
  const strand = context.strands[at];
  if (strand === undefined) return undefined;
  const { text } = strand;
  const { rest } = leadingPages(strand);
  if (isSalute(text)) {
    return { child: { element: 'salute', attributes: {}, children: weave(rest) }, next: at + 1 };
  }
  if (isMarkingLine(text)) {
    const child: OpenerChild = { element: 'seg', attributes: { type: 'marking' }, children: weave(rest) };
    return { child, next: at + 1, marking: text };
  }
  if (DESPATCH_NUMBER.test(text)) {
    return { child: { element: 'seg', attributes: { type: 'number' }, children: weave(rest) }, next: at + 1 };
  }
  const dateline = hasDateline ? undefined : datelineAt(context, at);
  if (dateline !== undefined) return { child: dateline.dateline, next: dateline.next, dateline };
  if (EDITORIAL.test(text) && !hasDateline && datelineAt(context, at + 1) !== undefined) {
    return { child: { element: 'seg', attributes: {}, children: weave(rest) }, next: at + 1 };
  }
  return undefined;
}
