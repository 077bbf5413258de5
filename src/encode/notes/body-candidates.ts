import { isFileLine } from '../../grammar/file-line.js';
import { firstFrom } from '../../model/list.js';
import { finding } from '../facts/finding.js';
import { pageCuts, withoutPageMarks } from '../page/page-marks.js';
import type { Line } from '../page/segment.js';
import type { Context } from '../regions/context.js';
import { type Candidate, findCandidates } from './call-candidates.js';

/** The candidates for calls, line by line. A file number before the heading has no call, and its digits look like one. */
export function candidatesOf(lines: readonly Line[], isSheet: (index: number) => boolean): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let hasHeading = false;
  for (const [index, line] of lines.entries()) {
    if (isSheet(index)) continue;
    const isNumber: boolean =
      !hasHeading && isFileLine(withoutPageMarks(line.text), withoutPageMarks(lines[index + 1]?.text ?? ''));
    hasHeading ||= !isNumber && withoutPageMarks(line.text) !== '';
    if (isNumber) continue;
    const pages = pageCuts(line.text, (n) => n);
    for (const candidate of findCandidates(line.text, index)) {
      // The marks of pages stand one after the other.
      const cut = pages[firstFrom(pages, ({ end }) => end > candidate.span.start)];
      if (cut === undefined || cut.start >= candidate.span.end) candidates.push(candidate);
    }
  }
  return candidates;
}

/** What the manifest says of digits that are no call. */
export const NO_CALL = 'none';

/** The editor's word outweighs all that looks like a call. */
const CERTAIN = 100;

/** What the editor says in the manifest: `none` of digits that are no call, and words after which a note stands. */
export function withSupplied(
  found: readonly Candidate[],
  lines: readonly Line[],
  calls: NonNullable<Context['calls']>,
  report: Context['report'],
): readonly Candidate[] {
  const entries = Object.entries(calls);
  if (entries.length === 0) return found;
  const placed = entries.flatMap(([label, words]): Candidate[] => {
    if (words === NO_CALL) return [];
    const line = lines.findIndex(({ text }) => text.includes(words));
    if (line < 0) {
      report(finding('EN017', { label, words }, lines[0]?.start ?? 0));
      return [];
    }
    const end = (lines[line]?.text.indexOf(words) ?? 0) + words.length;
    return [{ line, span: { start: end, end }, label, weight: CERTAIN, style: 'supplied' }];
  });
  return [...found.filter(({ label }) => calls[label] === undefined), ...placed].sort(
    (a, b) => a.line - b.line || a.span.start - b.span.start,
  );
}
