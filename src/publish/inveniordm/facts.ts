import type { Facts } from '../target.js';
import type { InvenioDeposit } from './deposit.js';

/**
 * What the journal knows of an edition at an InvenioRDM repository:
 * `record` the record or draft that is worked on; `published` “yes” where it is out; `latest` the published record that a draft is a new
 * version of; `editing` the record of which we have a draft open, `editedFrom` its revision before; `revision` the draft's as we left it;
 * `metadata` the digest of what we sent, `metadataOf` to which record; `files` the published files with their MD5 as JSON; `doi` with its `provider` (“external”, where it is not the repository’s), `parentDoi`; `status` the server's word for how it stands; `community` its id; `largest` the
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
  try {
    return new Map(Object.entries(JSON.parse(fact(facts, 'files') || '{}') as Record<string, string>));
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
