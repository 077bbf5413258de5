import { diagnostic } from '../../diagnostics/diagnostic.js';
import { Refused } from '../failure.js';
import type { Situation } from '../target.js';
import type { DataverseDeposit } from './deposit.js';
import { fact } from './facts.js';
import type { Repository } from './repository.js';
import { bears } from './said.js';

/** How often the index is asked before it is believed that there is nothing, and how long between. It lags behind. */
const TRIES = 3;
const PAUSE = 1000;

/**
 * The persistent identifier of an edition’s dataset: the one that the journal names, while it is there, else one that bears the URN. Where an attempt
 * of ours has no known end, the newest datasets of the collection are looked through too, which do not wait for the index.
 *
 * @returns an empty word where there is none
 * @throws Refused where there is more than one
 */
export async function found(
  repository: Repository,
  { collection, urn }: DataverseDeposit,
  { facts, isRepeated }: Situation,
): Promise<string> {
  const known = fact(facts, 'record');
  if (known !== '' && (await repository.version(known, ':latest')) !== undefined) return known;
  for (let tries = TRIES; tries > 0; tries--) {
    const bearers = await bearing(repository, await repository.search(urn), urn);
    if (bearers.length > 0) return theOne(repository, bearers, urn);
    if (tries > 1) await repository.client.sleep(PAUSE);
  }
  if (!isRepeated) return '';
  const bearers = await bearing(repository, await repository.newest(collection), urn);
  return bearers.length === 0 ? '' : theOne(repository, bearers, urn);
}

/** Those among datasets that are there and bear the URN: the index forgets late, too. */
async function bearing(repository: Repository, ids: readonly string[], urn: string): Promise<readonly string[]> {
  const bearers: string[] = [];
  for (const id of new Set(ids)) {
    const latest = await repository.version(id, ':latest');
    if (latest !== undefined && bears(latest, urn)) bearers.push(id);
  }
  return bearers;
}

function theOne(repository: Repository, bearers: readonly string[], urn: string): string {
  const [id = '', ...more] = bearers;
  if (more.length > 0)
    throw new Refused(diagnostic('PU016', { host: repository.host, urn, records: bearers.join(', ') }));
  return id;
}
