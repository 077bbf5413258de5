import type { Facts, Summary } from '../target.js';
import type { RecordAnswer } from './answers.js';
import type { InvenioDeposit } from './deposit.js';

/**
 * What the journal knows of an edition at an InvenioRDM repository:
 * `record` the record or draft that is worked on; `published` “yes” where it is out; `latest` the published record that a draft is a new
 * version of; `editing` the record of which we have a draft open, `editedFrom` its revision before; `revision` the draft's as we left it;
 * `metadata` the digest of what we sent, `metadataOf` to which record; `files` the published files with their MD5 as JSON; `held` those of the draft, once they were compared; `doi` with its `provider` (“external”, where it is not the repository’s), `parentDoi`; `status` the server's word for how it stands; `community` its id; `largest` the
 * most bytes that the server takes in one piece.
 */
export type Fact =
  | 'record'
  | 'published'
  | 'latest'
  | 'editing'
  | 'editedFrom'
  | 'revision'
  | 'metadata'
  | 'metadataOf'
  | 'files'
  | 'held'
  | 'doi'
  | 'provider'
  | 'latestDoi'
  | 'parentDoi'
  | 'community'
  | 'largest'
  | 'status';

export function fact(facts: Facts, name: Fact): string {
  return facts[name] ?? '';
}

/** More than this a stock server does not take in one piece (its `MAX_CONTENT_LENGTH`). */
const LARGEST = 100 * 1024 * 1024;
/** The bytes of a part, and the most parts: those of object stores. */
const PART = 10_000_000;
const MOST_PARTS = 1000;

/** How a file is sent: whole, or in parts. */
export function partsOf(bytes: number, facts: Facts): { readonly parts: number; readonly size: number } | undefined {
  const largest = Number(fact(facts, 'largest')) || LARGEST;
  if (bytes <= largest) return undefined;
  const part = Math.max(Math.min(PART, largest), Math.ceil(bytes / MOST_PARTS));
  return { parts: Math.ceil(bytes / part), size: part };
}

/** The files of the published version by their keys, with their MD5. */
export function publishedFiles(facts: Facts): ReadonlyMap<string, string> {
  return filesIn(fact(facts, 'files'));
}

/** Files as the facts keep them. */
export function filesAsFact(files: readonly { readonly key: string; readonly md5: string }[]): string {
  return JSON.stringify(Object.fromEntries(files.map(({ key, md5 }) => [key, md5])));
}

function filesIn(json: string): ReadonlyMap<string, string> {
  try {
    return new Map(Object.entries(JSON.parse(json || '{}') as Record<string, string>));
  } catch {
    return new Map();
  }
}

/** What is to be done, from what is there. */
export type Mode = 'new' | 'version' | 'edit' | 'there';

/** The DOI that the record shall have because the files bear it; none where the repository gives one, as it has given those of earlier versions. */
export function ownDoi({ doi }: Pick<InvenioDeposit, 'doi'>, facts: Facts): string | undefined {
  const given = [fact(facts, 'parentDoi'), fact(facts, 'latestDoi')].map((known) => known.toLowerCase());
  return doi === undefined || given.includes(doi.toLowerCase()) ? undefined : doi;
}

/** The fact that says of a file to which draft it was sent, with its size, its MD5 and its SHA-256. */
export function sentFact(key: string): string {
  return `sent ${key}`;
}

export function wasSent(facts: Facts, key: string, id: string): boolean {
  return facts[sentFact(key)]?.split(' ')[0] === id;
}

/** What is known of a published record that was opened for a change of its metadata. */
export function opened(draft: RecordAnswer, record: RecordAnswer | undefined): Facts {
  return {
    editing: draft.id,
    editedFrom: String(record?.revision_id ?? ''),
    revision: String(draft.revision_id),
    metadataOf: '',
  };
}

/** The files of the record, as far as the journal knows: those that are published, or those that were sent to the draft. */
export function filesThere(facts: Facts): Summary['files'] {
  const sent = Object.entries(facts).flatMap(([name, words]) => {
    const [id = '', bytes = '', md5 = '', sha256 = ''] = words.split(' ');
    return name.startsWith(sentFact(''))
      ? [{ id, key: name.slice(sentFact('').length), bytes: Number(bytes), md5, sha256 }]
      : [];
  });
  const there = filesIn(fact(facts, fact(facts, 'published') === 'yes' ? 'files' : 'held'));
  if (there.size === 0) return sent.filter(({ id }) => id === fact(facts, 'record')).map(({ id: _, ...file }) => file);
  return [...there].map(([key, md5]) => {
    const known = sent.find((file) => file.key === key && file.md5 === md5);
    return known === undefined ? { key, md5 } : { key, bytes: known.bytes, md5, sha256: known.sha256 };
  });
}
