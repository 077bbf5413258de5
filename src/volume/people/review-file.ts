import { type Diagnostic, diagnostic, type Place, type Result } from '../../diagnostics/diagnostic.js';
import { personKey } from '../../model/people.js';
import { SourceFile } from '../../model/source-file.js';
import { issueFindings, openManifest, withoutEmpty } from '../manifest.js';
import { record, z } from '../manifest-shapes.js';
import { KEY } from './authority-file.js';
import type { Decision, Proposal } from './propose.js';

const entry = record({
  persons: z
    .array(z.string().regex(KEY, 'names a volume and a person of its list: frus1964-68v14#p_RD1'))
    .min(2, 'names at least two entries'),
  decision: z.enum(['same', 'different'], { error: 'is “same” or “different”, or left empty' }).optional(),
  certainty: z.string().optional(),
  because: z.array(z.string()).default([]),
  note: z.string().optional(),
});

const reviewSchema = z.array(entry);

/** Reads what editors have decided of proposals; an empty file has none. */
export function readReview(source: SourceFile): Result<readonly Decision[]> {
  const { value: opened, diagnostics } = openManifest(source);
  if (opened === undefined) return { diagnostics };
  const { tree, at } = opened;
  const parsed = reviewSchema.safeParse(withoutEmpty(tree.value === '' ? [] : (tree.value ?? [])), {
    reportInput: true,
  });
  if (!parsed.success)
    return { diagnostics: parsed.error.issues.flatMap((issue) => issueFindings(issue, [], tree, at)) };
  const decisions = parsed.data.map(
    ({ persons, decision }): Decision => ({ persons: persons as unknown as Decision['persons'], decision }),
  );
  const found = contradictions(decisions, (i) => at(tree.valueSpan([i, 'decision'])));
  return found.length > 0 ? { diagnostics: found } : { value: decisions, diagnostics: [] };
}

/** Two entries that are decided to be one person, and to be two. */
function contradictions(decisions: readonly Decision[], placeOf: (i: number) => Place): readonly Diagnostic[] {
  const different = new Map<string, Set<number>>();
  for (const [i, { persons, decision }] of decisions.entries())
    if (decision === 'different')
      for (const key of persons) different.set(key, new Set([...(different.get(key) ?? []), i]));
  return decisions.flatMap(({ persons, decision }, i) => {
    if (decision !== 'same') return [];
    const seen = new Map<number, string>();
    for (const key of persons)
      for (const other of different.get(key) ?? []) {
        if (seen.has(other)) return [diagnostic('SE056', { key, line: placeOf(other).start?.line ?? 1 }, placeOf(i))];
        seen.set(other, key);
      }
    return [];
  });
}

const HEAD = `# Entries of several volumes that may be one person, with what speaks for it.
# Write “decision: same” or “decision: different”; what is left empty is shown again.
# Decisions and comments stay: new proposals are put at the end.
`;

/** The review file with the proposals that it has not got yet. What stands in it stays as it is, to the letter. */
export function withProposals(
  { path, text }: Pick<SourceFile, 'path' | 'text'>,
  decisions: readonly Decision[],
  proposals: readonly Proposal[],
): Result<{ readonly text: string; readonly added: number }> {
  const known = new Map<string, Set<string>[]>();
  for (const { persons } of decisions) {
    const entries = new Set<string>(persons);
    for (const key of entries) known.set(key, [...(known.get(key) ?? []), entries]);
  }
  const isNew = ({ persons: [first, ...others] }: Proposal): boolean => {
    const holders = first === undefined ? [] : (known.get(personKey(first)) ?? []);
    return !holders.some((entries) => others.every((person) => entries.has(personKey(person))));
  };
  const fresh = proposals.filter(isNew);
  if (fresh.length === 0) return { value: { text, added: 0 }, diagnostics: [] };
  const before = text.trim() === '' ? HEAD : text.endsWith('\n') ? text : `${text}\n`;
  const after = `${before}\n${fresh.map(written).join('\n')}`;
  const read = readReview(new SourceFile(path, after));
  if (read.value?.length !== decisions.length + fresh.length) {
    const hint = 'Keep each proposal as an entry of one list, beginning with “- persons:” at the beginning of a line.';
    const reason = 'it is not a list of proposals there';
    return { diagnostics: [diagnostic('SE055', { path, reason, hint }, { file: path })] };
  }
  return { value: { text: after, added: fresh.length }, diagnostics: [] };
}

function written({ persons, certainty, reasons }: Proposal): string {
  return [
    '- persons:',
    ...persons.map((person) => {
      const words = [person.name, person.description].filter((part) => part !== '').join(', ');
      return `    - ${quotedUnlessPlain(personKey(person))} # ${words.replace(/\s+/g, ' ')}`;
    }),
    `  certainty: ${certainty}`,
    '  because:',
    ...reasons.map((reason) => `    - ${JSON.stringify(reason)}`),
    '  decision:',
    '',
  ].join('\n');
}

function quotedUnlessPlain(key: string): string {
  return /^[A-Za-z][\w.#-]*$/.test(key) ? key : JSON.stringify(key);
}
