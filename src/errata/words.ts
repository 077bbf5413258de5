import { plural } from '../diagnostics/words.js';
import type { Alias, Changes, NoteChange, SectionChange, TextChange, Whole } from './changes.js';

/** What a document or section is called in a list: its number and title, or its title alone. */
export function nameOf({ number, title }: Pick<Whole, 'number' | 'title'>): string {
  return number === undefined ? title : `${number}. ${title}`;
}

/** What has changed, counted: `1 document added, 2 changed`. Sections that are no documents are counted by themselves. */
export function countsOf({ added, removed, changed, facts }: Changes): readonly string[] {
  const documents = (all: readonly { readonly isDocument: boolean }[]): number =>
    all.filter(({ isDocument }) => isDocument).length;
  const count = (n: number, what: string): readonly string[] => (n === 0 ? [] : [`${plural(n, 'document')} ${what}`]);
  const others = [added, removed, changed].reduce((sum, all) => sum + all.length - documents(all), 0);
  return [
    ...count(documents(added), 'added'),
    ...count(documents(removed), 'removed'),
    ...count(documents(changed.filter(({ renumbered }) => renumbered !== undefined)), 'renumbered'),
    ...count(documents(changed.filter(({ moved }) => moved !== undefined)), 'moved'),
    ...count(documents(changed.filter(isCorrected)), 'corrected'),
    ...(others === 0 ? [] : [`${plural(others, 'other section')} changed`]),
    ...(facts.length === 0 ? [] : [`${plural(facts.length, 'statement')} of the header changed`]),
  ];
}

/** Whether anything in a section is other than it was, besides its number and place. */
export function isCorrected({ text, notes, facts, markup }: SectionChange): boolean {
  return text.length + notes.length + facts.length + markup.length > 0;
}

/** What an erratum asks to be done, and where: `For “treaty” read “agreement”`. */
export function instruction({ before, after, lead, tail }: TextChange): string {
  if (before !== '' && after !== '') return `For “${before}” read “${after}”`;
  const [verb, words] = before === '' ? ['Insert', after] : ['Delete', before];
  if (lead !== '') return `After “${lead}” ${verb.toLowerCase()} “${words}”`;
  return tail === '' ? `${verb} “${words}”` : `Before “${tail}” ${verb.toLowerCase()} “${words}”`;
}

/** A note as it is called: `note 2`, `source note`. */
export function noteName({ label }: Pick<NoteChange, 'label'>): string {
  return /^\d/.test(label) ? `note ${label}` : label || 'a note without number';
}

/** Ids that were given others, those that follow one another as one line: `d100–d335 → d101–d336`. */
export function renumberings(changed: readonly SectionChange[]): readonly string[] {
  const runs: { readonly first: Step; last: Step }[] = [];
  for (const { id, number, renumbered } of changed) {
    if (renumbered === undefined) continue;
    const step = { before: renumbered.id, after: id, numbers: `${renumbered.number ?? ''}→${number ?? ''}` };
    const run = runs.at(-1);
    if (run !== undefined && isNext(run.last.before, step.before) && isNext(run.last.after, step.after))
      run.last = step;
    else runs.push({ first: step, last: step });
  }
  return runs.map(({ first, last }) => {
    if (first.before === first.after) return `${first.before}: number ${first.numbers.replace('→', ' → ')}`;
    if (first === last) return `${first.before} → ${first.after}`;
    return `${first.before}–${last.before} → ${first.after}–${last.after}`;
  });
}

interface Step {
  readonly before: string;
  readonly after: string;
  readonly numbers: string;
}

function isNext(id: string, next: string): boolean {
  const [, name = '', number = ''] = /^(.*?)(\d+)$/.exec(id) ?? [];
  return number !== '' && next === `${name}${Number(number) + 1}`;
}

/** The lines for the manifest by which the old ids go on leading to their documents; none where nothing can be done. */
export function aliasLines(aliases: readonly Alias[]): readonly string[] {
  const free = aliases.filter(({ isFree }) => isFree);
  return free.length === 0 ? [] : ['aliases:', ...free.map(({ id, now }) => `  ${id}: ${now}`)];
}
