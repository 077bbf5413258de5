import type { DepositFile } from '../deposit-file.js';
import type { Facts, Summary } from '../target.js';
import type { Offer } from './deposit.js';

/**
 * What the journal knows of an edition at a Dataverse: `record` the persistent identifier of its dataset (`doi:10.…`); `published` “yes” where a
 * version is out, and `version` its number; `changing` “yes” where a draft of the next one is open; `described` the digest of our metadata where the
 * newest version says them; `left` that of all it said when we had last written it; `files` what the newest version holds, as JSON, and `publishedFiles` the published one; `sent` size and digests of what was sent from here; `licence` and
 * `geospatial` what the installation offers; `access` who may read the files, as it was found to be.
 */
export type Fact =
  | 'record'
  | 'published'
  | 'version'
  | 'changing'
  | 'described'
  | 'left'
  | 'files'
  | 'publishedFiles'
  | 'sent'
  | 'licence'
  | 'geospatial'
  | 'access';

export function fact(facts: Facts, name: Fact): string {
  return facts[name] ?? '';
}

export function offerOf(facts: Facts): Offer {
  const licence = parsed(fact(facts, 'licence')) as { name?: string; uri?: string };
  const { name, uri } = licence;
  return {
    hasGeospatial: fact(facts, 'geospatial') !== 'no',
    ...(name === undefined || uri === undefined ? {} : { licence: { name, uri } }),
  };
}

/** Files by their names with their MD5, as the facts keep them. */
export function filesIn(facts: Facts, name: 'files' | 'publishedFiles' = 'files'): ReadonlyMap<string, string> {
  return new Map(Object.entries(parsed(fact(facts, name)) as Record<string, string>));
}

/** What is kept of the files that were sent. */
export function sentAsFact(files: readonly DepositFile[]): string {
  return JSON.stringify(Object.fromEntries(files.map(({ key, bytes, md5, sha256 }) => [key, { bytes, md5, sha256 }])));
}

/** The files of the newest version, as the journal knows them: with size and SHA-256 where they are those that were sent. */
export function filesThere(facts: Facts): Summary['files'] {
  const sent = parsed(fact(facts, 'sent')) as Record<string, { bytes: number; md5: string; sha256: string }>;
  return [...filesIn(facts)].map(([key, md5]) => ({ key, ...(sent[key]?.md5 === md5 ? sent[key] : { md5 }) }));
}

function parsed(json: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(json || '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}
