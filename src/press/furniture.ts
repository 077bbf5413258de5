import type { PageContent, Paragraph } from '../model/page-content.js';
import type { TypeLine } from './line.js';
import { type Furniture, isRecto, type PagePlan } from './page-plan.js';
import { shortened } from './short-title.js';
import type { Typesetter } from './typesetter.js';
import { depthOf, measureOf, type PageForm, type ParagraphStyle, styles } from './typography.js';

const running: ParagraphStyle = { ...styles.cell, size: 8.8, leading: 11, base: {} };
const HEAD_RISE = 24;
const FOOT_DROP = 16;
/** The least room between the parts of a running head, in points. */
const GAP = 10;

/**
 * The running heads and folios. Left: folio, short title of the volume, numbers of the documents; right: numbers of the documents, chapter, folio. On the
 * first page of a division the folio stands at the foot.
 */
export function furnitureOf(plan: PagePlan, content: PageContent, form: PageForm, typesetter: Typesetter): Furniture {
  if (plan.bare) return { lines: [] };
  const measure = measureOf(form);
  const head = form.top - HEAD_RISE;
  if (plan.opening || plan.made.length === 0) {
    const folio = line(typesetter, plan.folio, { ...running, align: 'center' }, measure);
    return { lines: [{ line: folio, top: form.top + depthOf(form) + FOOT_DROP }] };
  }
  const recto = isRecto(plan.index);
  const title = (recto ? plan.chapter : content.runningTitle).replace(/[:;,.]$/, '');
  const sides = line(typesetter, documentsOf(plan), { ...running, align: recto ? 'left' : 'right' }, measure);
  const folio = line(typesetter, plan.folio, { ...running, align: recto ? 'right' : 'left' }, measure);
  const [left, right] = recto ? [sides.width, folio.width] : [folio.width, sides.width];
  const italic: ParagraphStyle = { ...running, align: 'center', base: { italic: true } };
  const wide = Math.max(left, right) + GAP;
  const fits = (text: string, style: ParagraphStyle): boolean =>
    typesetter.extent(paragraphOf(text), style).max <= measure;
  // In the middle of the page; a long title in the middle of the room between the other two.
  const centred = { ...italic, left: wide, right: wide };
  const style = fits(title, centred) ? centred : { ...italic, left: left + GAP, right: right + GAP };
  const short = (of: string): string => shortened(of, (text) => fits(text, style));
  const middle = line(typesetter, short(title) || short(content.runningTitle), style, measure);
  return { lines: [sides, middle, folio].map((set) => ({ line: set, top: head })) };
}

/** The numbers of the documents on the page, as `181` or `181–183`. */
function documentsOf(plan: PagePlan): string {
  const numbers = plan.documents.flatMap((part) => (part.number === undefined ? [] : [part.number]));
  const first = numbers[0];
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? `Document ${first}` : `Documents ${first}–${last}`;
}

function paragraphOf(text: string): Paragraph {
  return { type: 'paragraph', role: 'cell', inlines: [{ type: 'text', text }] };
}

function line(typesetter: Typesetter, text: string, style: ParagraphStyle, measure: number): TypeLine {
  const [first] = typesetter.set(paragraphOf(text), style, measure);
  if (first === undefined) throw new Error('A running head without a line');
  return first;
}
