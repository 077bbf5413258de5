import { existsSync } from 'node:fs';
import { type Diagnostic, diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import { plural } from '../diagnostics/words.js';
import { readRegularFile, readTextBytes, readTextFile, unreadable } from '../formats/text-file.js';
import { append, grouped } from '../model/list.js';
import { type ListedPerson, personKey } from '../model/people.js';
import { SourceFile } from '../model/source-file.js';
import { Gate } from '../pipeline/gate.js';
import { readBuildInput } from '../pipeline/input.js';
import { readAuthorityFile } from '../volume/people/authority-file.js';
import { listedPersons } from '../volume/people/listed-persons.js';
import { AUTHORITY, type Proposal, proposeMerges } from '../volume/people/propose.js';
import { readReview, withProposals } from '../volume/people/review-file.js';
import { isFailure } from './failures.js';
import type { Verb } from './verb.js';

/** How many proposals are shown before the rest are only counted. */
const MOST = 20;

/** `people VOLUME…`. */
export const verb: Verb = {
  name: 'people',
  description:
    'Compares the lists of persons of several volumes and proposes which entries are one and the same person, each with reasons and a certainty. ' +
    'Nothing is merged: with --review the proposals are put at the end of a file, in which an editor writes the decisions; decisions and comments stay as they are, and what is decided is not proposed again. ' +
    'An authority file says who is known already, with the records of VIAF, Wikidata, the Library of Congress and SNAC.',
  argument: {
    name: 'VOLUME',
    count: 'many',
    description: 'the volumes: TEI files (.xml) or folders with a volume.yaml',
  },
  options: {
    authority: { value: 'FILE', description: 'the persons that are known: a people.yaml, or TEI with a listPerson' },
    review: { value: 'FILE', description: 'the file of decisions; new proposals are put at its end' },
  },
  examples: [
    ['chancery people volumes/*.xml', 'who may be the same in several volumes'],
    [
      'chancery people volumes/*.xml --authority people.yaml --review review.yaml',
      'put what is new into the file of decisions',
    ],
  ],
  async run({ arguments: paths, options, terminal }) {
    const [authorityPath, reviewPath] = [options.value('authority'), options.value('review')];
    const diagnostics: Diagnostic[] = [];
    const sources = new Map<string, SourceFile>();
    const read: string[] = [];
    const take = <T>({ value, diagnostics: found }: Result<T>): T | undefined => {
      append(diagnostics, found);
      return value;
    };
    const fileAt = async (path: string): Promise<SourceFile | undefined> => {
      const source = take(await readTextFile(path));
      if (source !== undefined) sources.set(source.path, source);
      return source;
    };
    const fail = (): 1 | 2 => {
      terminal.report(diagnostics, sources);
      terminal.sayJson({ diagnostics });
      return diagnostics.some(isFailure) ? 2 : 1;
    };

    const people: ListedPerson[] = [];
    const files = new Map<string, string>();
    for (const [i, path] of paths.entries()) {
      terminal.progress(`${i + 1} of ${paths.length}: ${path}`);
      const found = take(await personsOf(path, read));
      if (found?.length === 0) diagnostics.push(diagnostic('SE057', { path }, { file: path }));
      append(people, found ?? []);
      const volume = found?.[0]?.volume;
      if (volume === undefined) continue;
      const other = files.get(volume);
      if (other !== undefined) diagnostics.push(diagnostic('SE058', { path, other, volume }, { file: path }));
      files.set(volume, path);
    }
    const known = authorityPath === undefined ? undefined : await fileAt(authorityPath);
    const authority = known === undefined ? [] : take(readAuthorityFile(known));
    if (authorityPath !== undefined) read.push(authorityPath);
    const review = take(reviewAt(reviewPath));
    if (review !== undefined) sources.set(review.source.path, review.source);
    const decisions = review === undefined ? undefined : take(readReview(review.source));
    if (hasErrors(diagnostics) || authority === undefined || review === undefined || decisions === undefined)
      return fail();

    const proposals = proposeMerges(people, authority, decisions);
    const after = take(withProposals(review.source, decisions, proposals));
    if (after === undefined) return fail();
    const { text, added } = after;
    if (reviewPath !== undefined && added > 0) {
      append(diagnostics, putInto(reviewPath, review, text, read));
      if (hasErrors(diagnostics)) return fail();
    }
    terminal.report(diagnostics, sources);
    terminal.sayJson({
      persons: people.length,
      proposals: proposals.map(({ persons, ...rest }) => ({
        persons: persons.map((person) => ({ key: personKey(person), ...person })),
        ...rest,
      })),
      ...(reviewPath === undefined ? {} : { review: reviewPath, added }),
      diagnostics,
    });
    for (const line of linesOf(proposals)) terminal.say(line);
    const volumes = grouped(people, ({ volume }) => volume).size;
    terminal.say(
      `${plural(people.length, 'entry', 'entries')} in ${plural(volumes, 'volume')}: ${plural(proposals.length, 'proposal')}.`,
    );
    if (reviewPath !== undefined) terminal.say(`${plural(added, 'new proposal')} put into ${reviewPath}.`);
    return 0;
  },
};

/** A file of decisions as it stands on the disk, and its text. */
interface Review {
  readonly bytes: Buffer;
  readonly source: SourceFile;
  readonly isUtf8: boolean;
}

/** The file of decisions; one that is not there yet, or has no words, is new. */
function reviewAt(path: string | undefined): Result<Review> {
  const fresh = new SourceFile(path ?? '', '');
  if (path === undefined || !existsSync(path))
    return { value: { bytes: Buffer.alloc(0), source: fresh, isUtf8: true }, diagnostics: [] };
  let bytes: Buffer;
  try {
    bytes = readRegularFile(path);
  } catch (error) {
    return { diagnostics: [unreadable(path, error as NodeJS.ErrnoException)] };
  }
  const { value: source, diagnostics } = readTextBytes(path, bytes);
  const codes = new Set(diagnostics.map(({ code }) => code));
  if (codes.has('IN002')) return { value: { bytes, source: fresh, isUtf8: true }, diagnostics: [] };
  return source === undefined
    ? { diagnostics }
    : { value: { bytes, source, isUtf8: !codes.has('IN004') }, diagnostics };
}

/** Writes the file with what has come to the end of its text. What stands there has been read, and all its bytes are kept, as is how its lines end. */
function putInto(path: string, { bytes, source, isUtf8 }: Review, text: string, read: string[]): readonly Diagnostic[] {
  if (!isUtf8) {
    // In another encoding some names cannot be written; and what was guessed of it would stay for good.
    const hint = 'Save it as UTF-8, and look whether its accents are right.';
    return [diagnostic('SE055', { path, reason: 'it is not in UTF-8', hint }, { file: path })];
  }
  const more = text.slice(source.length);
  const added = Buffer.from(bytes.includes('\r\n') ? more.replaceAll('\n', '\r\n') : more);
  const content = source.length === 0 ? added : Buffer.concat([bytes, added]);
  return new Gate(read).write(path, content, (_, now) => bytes.equals(now));
}

/** The persons of a volume's list, as its manifest or its TEI has them. */
async function personsOf(path: string, read: string[]): Promise<Result<readonly ListedPerson[]>> {
  const { value: input, diagnostics } = await readBuildInput(path);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (input === undefined) return { diagnostics: errors };
  append(read, input.read);
  if (input.kind === 'tei') return listedPersons(input.source, input.identity.id);
  const { id, persons } = input.volume.manifest;
  return {
    value: persons.map((person) => ({
      volume: id,
      id: person.id,
      name: person.name,
      description: person.description,
      refs: person.ref ?? [],
    })),
    diagnostics: errors,
  };
}

/** The proposals for a reader, the most certain first. */
function linesOf(proposals: readonly Proposal[]): readonly string[] {
  const inOrder = ['high', 'medium', 'low'].flatMap((certainty) =>
    proposals.filter((proposal) => proposal.certainty === certainty),
  );
  const shown = inOrder
    .slice(0, MOST)
    .flatMap(({ persons, certainty, reasons }) => [
      `${persons[0]?.name ?? ''} (${certainty}): ${reasons.join('; ')}`,
      ...persons.map(
        (person) =>
          `  ${person.volume === AUTHORITY ? `authority file, ${person.id}` : personKey(person)}  ${person.name}${person.description && `, ${person.description}`}`,
      ),
      '',
    ]);
  const rest = proposals.length - MOST;
  return rest > 0 ? [...shown, `and ${plural(rest, 'more proposal')}; --review or --json shows them all.`, ''] : shown;
}
