import type { HouseStyle } from '../model/house-style.js';
import type { PageContent, Paragraph, TextStyle } from '../model/page-content.js';
import { printedDates } from '../model/printed-date.js';
import type { TypeLine } from './line.js';
import { type Furniture, isRecto, type PagePlan } from './page-plan.js';
import { shortened } from './short-title.js';
import type { Typesetter } from './typesetter.js';
import { depthOf, measureOf, type PageForm, type ParagraphStyle, type Typography } from './typography.js';

const HEAD_RISE = 24;
const FOOT_DROP = 16;
/** The least room between the parts of a running head, in points. */
const GAP = 10;

/** How the title in the middle is set. */
const TITLES: Readonly<Record<HouseStyle['runningHeads']['titles'], TextStyle>> = {
  italic: { italic: true },
  roman: {},
  'small-capitals': { smallCaps: true },
};

/** What furniture is set with. */
interface Setting {
  readonly form: PageForm;
  readonly typography: Typography;
  readonly typesetter: Typesetter;
}

/**
 * The running heads and folios. Left: folio, short title of the volume, numbers of the documents; right: numbers of the documents, chapter, folio. On the
 * first page of a division the folio stands at the foot.
 */
export function furnitureOf(
  plan: PagePlan,
  content: PageContent,
  { form, typography, typesetter }: Setting,
): Furniture {
  if (plan.bare) return { lines: [] };
  const said = typography.house.runningHeads;
  const running: ParagraphStyle = { ...typography.styles.cell, base: {}, figures: typography.house.text.figures };
  const measure = measureOf(form);
  const head = form.top - HEAD_RISE;
  if (plan.opening || plan.made.length === 0) {
    const folio = line(typesetter, plan.folio, { ...running, align: 'center' }, measure);
    return { lines: [{ line: folio, top: form.top + depthOf(form) + FOOT_DROP }] };
  }
  const recto = isRecto(plan.index);
  const title = (recto ? plan.chapter : content.runningTitle).replace(/[:;,.]$/, '');
  const sides = line(typesetter, documentsOf(plan, said), { ...running, align: recto ? 'left' : 'right' }, measure);
  const folio = line(typesetter, plan.folio, { ...running, align: recto ? 'right' : 'left' }, measure);
  const [left, right] = recto ? [sides.width, folio.width] : [folio.width, sides.width];
  const italic: ParagraphStyle = { ...running, align: 'center', base: TITLES[said.titles] };
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

/** The documents on the page: their numbers, as `181` or `181–183`, their dates, or both. */
function documentsOf(plan: PagePlan, { numbers, dates }: HouseStyle['runningHeads']): string {
  const said = [numbers ? numbersOf(plan) : '', dates ? datesOf(plan) : ''];
  return said.filter((words) => words !== '').join(', ');
}

function numbersOf(plan: PagePlan): string {
  const numbers = plan.documents.flatMap((part) => (part.number === undefined ? [] : [part.number]));
  const first = numbers[0];
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? `Document ${first}` : `Documents ${first}–${last}`;
}

/** The dates of the first and the last of them. */
function datesOf(plan: PagePlan): string {
  const dates = plan.documents.flatMap((part) => (part.date === undefined ? [] : [part.date])).toSorted();
  return printedDates(dates[0] ?? '', dates.at(-1) ?? '');
}

function paragraphOf(text: string): Paragraph {
  return { type: 'paragraph', role: 'cell', inlines: [{ type: 'text', text }] };
}

function line(typesetter: Typesetter, text: string, style: ParagraphStyle, measure: number): TypeLine {
  const [first] = typesetter.set(paragraphOf(text), style, measure);
  if (first === undefined) throw new Error('A running head without a line');
  return first;
}
