import type { Facts } from '../target.js';

/**
 * What the journal knows of an edition at a SWORD server. Addresses are paths with their query, since all are of one origin: `collection` that
 * of the collection; `record` the Edit-IRI of the resource, `media` its EM-IRI, `add` its SE-IRI, `statement` that of its statement, `page` where people look at it.
 * `described` is the digest of the entry that the server took last, `sent` the SHA-256 of the package, `size` and `md5` its other facts; `completed` “yes” where the deposit was ended; `asked` “yes” where the end
 * was asked for; `state` what the server's statement says of it, and `before` what it said before the end was asked for.
 */
export type Fact = 'collection' | (typeof OF_A_RESOURCE)[number];

const OF_A_RESOURCE = [
  'record',
  'media',
  'add',
  'statement',
  'page',
  'described',
  'sent',
  'size',
  'md5',
  'completed',
  'asked',
  'state',
  'before',
] as const;

export function fact(facts: Facts, name: Fact): string {
  return facts[name] ?? '';
}

/** Whether a deposit was ended, or may have been, since the answer to that was lost. What was handed over is no draft. */
export function mayBeEnded(facts: Facts): boolean {
  return fact(facts, 'completed') === 'yes' || fact(facts, 'asked') === 'yes';
}

/** What is known no more when a resource is gone. */
export const GONE: Facts = Object.fromEntries(OF_A_RESOURCE.map((name) => [name, '']));
