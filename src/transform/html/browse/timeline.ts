import { printedDate } from '../../../model/printed-date.js';
import { type Xml, xml } from '../../xml.js';

/** How many documents a month has. */
export interface MonthCount {
  /** `1964-11`, or `1964` of documents that have the year alone. */
  readonly month: string;
  readonly count: number;
}

/** In pixels of the stylesheet; what runs across is told in hundredths of the width, so that the words keep their size on every screen. */
const HEIGHT = 150;
const FOOT = 26;
/** How wide a year is with the room beside it, in hundredths of the drawing, on a wide screen and on a narrow one. */
const LABEL = { wide: 6, narrow: 13 } as const;
/** From this many months on a bar is a year. */
const MOST_BARS = 120;

/**
 * The volume in time, as a drawing made at build: a bar for each month, or each year of a long time, as high as its documents are many. The lists under it
 * say the same in words and lead to the documents; the drawing is one image for a screen reader, with its title and description (SVG 2, 5.10; WCAG 2.2, 1.1.1).
 */
export function timeline(counts: readonly MonthCount[]): Xml | undefined {
  const months = counts.filter(({ month }) => /^\d{4}-\d\d$/.test(month));
  const first = months[0]?.month;
  const last = months.at(-1)?.month;
  if (first === undefined || last === undefined || months.length < 2) return undefined;
  const span = numberOf(last) - numberOf(first) + 1;
  const bars = span > MOST_BARS ? byYear(months) : months;
  const start = span > MOST_BARS ? Number(first.slice(0, 4)) : numberOf(first);
  const places = span > MOST_BARS ? Number(last.slice(0, 4)) - start + 1 : span;
  const step = 100 / places;
  const most = bars.reduce((height, { count }) => Math.max(height, count), 1);
  const drawn = bars.map(({ month, count }) => {
    const at = (month.length === 4 ? Number(month) : numberOf(month)) - start;
    const height = Math.max(2, (count / most) * (HEIGHT - FOOT - 6));
    return xml`<rect x="${hundredth(at * step + step * 0.08)}%" y="${hundredth(HEIGHT - FOOT - height)}" width="${hundredth(step * 0.84)}%" height="${hundredth(height)}"><title>${printedDate(month)}: ${count}</title></rect>
`;
  });
  const busiest = bars.reduce((best, bar) => (bar.count > best.count ? bar : best));
  const total = months.reduce((sum, { count }) => sum + count, 0);
  const description = `${total} documents from ${printedDate(first)} to ${printedDate(last)}; most, ${busiest.count}, in ${printedDate(busiest.month)}. The lists below have the same numbers.`;
  return xml`<svg class="timeline" width="100%" height="${HEIGHT}" role="img" aria-labelledby="timeline-title timeline-description" xmlns="http://www.w3.org/2000/svg">
<title id="timeline-title">Documents by ${span > MOST_BARS ? 'year' : 'month'}</title>
<desc id="timeline-description">${description}</desc>
<g aria-hidden="true">
${drawn}<line x1="0" y1="${HEIGHT - FOOT}" x2="100%" y2="${HEIGHT - FOOT}"/>
${yearLabels(start, places, step, span > MOST_BARS)}</g>
</svg>
`;
}

/** The years under the line, no closer than a label is wide; those for which a narrow screen has no room are of the class `between`. */
function yearLabels(start: number, places: number, step: number, isOfYears: boolean): readonly Xml[] {
  const labels: Xml[] = [];
  let free = 0;
  let freeIfNarrow = 0;
  for (let at = 0; at < places; at++) {
    const month = start + at;
    const isYear = isOfYears || month % 12 === 0 || at === 0;
    const x = at * step;
    if (!isYear || x < free || x > 100 - LABEL.wide) continue;
    free = x + LABEL.wide;
    const isBetween = x < freeIfNarrow || x > 100 - LABEL.narrow;
    if (!isBetween) freeIfNarrow = x + LABEL.narrow;
    labels.push(xml`<text${isBetween ? xml` class="between"` : undefined} x="${hundredth(x)}%" y="${HEIGHT - 7}">${isOfYears ? month : Math.floor(month / 12)}</text>
`);
  }
  return labels;
}

function byYear(months: readonly MonthCount[]): readonly MonthCount[] {
  const years = new Map<string, MonthCount>();
  for (const { month, count } of months) {
    const year = month.slice(0, 4);
    const known = years.get(year);
    years.set(year, { month: year, count: count + (known?.count ?? 0) });
  }
  return [...years.values()];
}

/** Months counted through: those of one year are 12. */
function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function hundredth(length: number): string {
  return String(Math.round(length * 100) / 100);
}
