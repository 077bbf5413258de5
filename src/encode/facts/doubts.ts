import type { Built } from '../regions/build.js';
import { type Finding, finding } from './finding.js';
import { MONTHS } from './typed-date.js';

/** What settles a doubt about the source note: that it was read rightly, or the facts that were not. */
function readingEntry({ facts: { source } }: Built): string {
  const { classification = 'Secret', handling = [], precedence = [] } = source?.reading ?? {};
  const list = (words: readonly string[]): string => `[${words.join(', ')}]`;
  return [
    'reading: checked',
    '# or, where it was misread, the facts as the note has them:',
    '# reading:',
    `#   classification: ${classification}`,
    `#   handling: ${list(handling)}`,
    `#   precedence: ${list(precedence)}`,
  ].join('\n');
}

/** What is doubtful in the reading of a source note: words that the grammar does not know, or an order that it does not expect. */
export function sourceDoubts(start: number, built: Built): readonly Finding[] {
  const { source } = built.facts;
  if (source === undefined) return [];
  const { unknown, certainty } = source.reading;
  const at = source.at ?? start;
  const entry = readingEntry(built);
  if (unknown.length === 0 && certainty !== 'high') return [finding('EN014', { certainty }, at, entry)];
  return unknown.map(({ text, span }) =>
    finding('EN005', { text }, source.at === undefined ? start : source.at + span.start, entry),
  );
}

/** A document without a date, or whose date can be read in several ways. Editorial notes have none. */
export function dateDoubts(start: number, { facts }: Built): readonly Finding[] {
  const { dateline, heading } = facts;
  if (heading?.genre === 'editorial-note') return [];
  if (dateline?.date === undefined) {
    const hasPlace = dateline?.place !== undefined;
    return [finding('EN004', {}, start, `${hasPlace ? '' : 'place: …\n'}date: …`)];
  }
  const { undated, when, from, alternatives, isDoubted, isMended, span } = dateline.date;
  const at = dateline.at === undefined ? start : dateline.at;
  if (undated === true) return [finding('EN008', {}, at, 'date: …')];
  const words = dateline.text.slice(span.start, span.end);
  const read = when ?? from;
  if (read === undefined) return [finding('EN015', { words }, at, 'when: …')];
  if (alternatives !== undefined) {
    const entry = `when: ${read}\n${alternatives.map((other) => `# or when: ${other}`).join('\n')}`;
    return [finding('EN013', { words, read, others: alternatives.join(' or ') }, at, entry)];
  }
  if (isMended === true) return [finding(areFigures(words) ? 'EN055' : 'EN040', { words, read }, at, `when: ${read}`)];
  return isDoubted === true ? [finding('EN016', { words, read }, at, `when: ${read}`)] : [];
}

const MONTH = /\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*/i;

/** Whether only figures were put right: the month stands there whole, or is one of figures too. */
function areFigures(words: string): boolean {
  // `rn` for `m` is a slip that can mean nothing else.
  const month = MONTH.exec(words.replace(/rn(?=b)/g, 'm'))?.[0].toLowerCase();
  if (month === undefined) return !/\p{L}{3}/u.test(words);
  return MONTHS.some((one) => {
    const whole = one.toLowerCase();
    return whole === month || (whole.startsWith(month) && month.length <= 4);
  });
}
