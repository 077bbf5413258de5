import { plural } from '../diagnostics/words.js';
import { type Changes, isSame, type SectionChange } from './changes.js';
import { aliasLines, countsOf, isCorrected, nameOf, renumberings } from './words.js';

/** How many corrected documents are listed before the rest are only counted. */
const MOST = 40;

/** What has changed, in short, for a terminal. */
export function listing(changes: Changes): string {
  if (isSame(changes)) return 'Nothing is different.';
  const { added, removed, changed, facts, aliases } = changes;
  const renumbered = renumberings(changed);
  const corrected = changed.filter(isCorrected);
  const taken = aliases.filter(({ isFree }) => !isFree).length;
  const lines = aliasLines(aliases);
  return [
    `${countsOf(changes).join(', ')}.`,
    '',
    ...facts.map(({ name, before, after }) => `header      ${name}: ${before || 'nothing'} → ${after || 'nothing'}`),
    ...added.map((whole) => `added       ${whole.id}  ${nameOf(whole)}`),
    ...removed.map((whole) => `removed     ${whole.id}  ${nameOf(whole)}`),
    ...renumbered.slice(0, MOST).map((line) => `renumbered  ${line}`),
    ...rest(renumbered.length),
    ...changed.flatMap(({ id, moved }) => (moved === undefined ? [] : [`moved       ${id}  now ${moved.to}`])),
    ...corrected.slice(0, MOST).map((change) => `corrected   ${change.id}  ${summary(change)}`),
    ...rest(corrected.length),
    ...(lines.length === 0
      ? []
      : ['', 'So that the old addresses go on leading to their documents, add to the manifest:', '', ...lines]),
    ...(taken === 0
      ? []
      : [
          '',
          `${plural(taken, 'old id')} now ${taken === 1 ? 'names another document' : 'name other documents'}: no alias can lead from there, and whoever cited ${taken === 1 ? 'it' : 'them'} now reads something else.`,
        ]),
  ].join('\n');
}

function rest(count: number): readonly string[] {
  return count > MOST ? [`            and ${(count - MOST).toLocaleString('en')} more`] : [];
}

function summary({ text, notes, facts, markup }: SectionChange): string {
  return [
    ...(text.length === 0 ? [] : [`text in ${plural(text.length, 'place')}`]),
    ...(notes.length === 0 ? [] : [plural(notes.length, 'note')]),
    ...facts.map(({ name, before, after }) => `${name}: ${before || 'nothing'} → ${after || 'nothing'}`),
    ...(markup.length === 0 ? [] : [`encoding in ${plural(markup.length, 'place')}`]),
  ].join('; ');
}
