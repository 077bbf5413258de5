import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { Refused } from '../failure.js';
import type { Look } from '../target.js';
import { addressKey, type DataverseDeposit } from './deposit.js';
import type { Repository } from './repository.js';

const DONE: Look = { isDone: true };

/**
 * Looks whether an installation would take an edition, and what it offers.
 *
 * @param notices takes up what the user should know though nothing was stopped by it
 * @throws Refused where it would not
 */
export async function inspected(
  kind: 'token' | 'collection' | 'blocks' | 'licence',
  repository: Repository,
  { collection, metadata }: DataverseDeposit,
  notices: Diagnostic[],
): Promise<Look> {
  if (kind === 'token') await repository.user();
  if (kind === 'collection' && !(await repository.isCollection(collection)))
    throw new Refused(diagnostic('PU072', { collection, host: repository.host }));
  if (kind === 'blocks') {
    const blocks = await repository.blocks(collection);
    return { isDone: true, facts: { geospatial: blocks.includes('geospatial') ? 'yes' : 'no' } };
  }
  if (kind !== 'licence' || metadata.licence === undefined) return DONE;
  const { target } = metadata.licence;
  const offered = (await repository.licences()).find(
    ({ uri, active }) => active && addressKey(uri) === addressKey(target),
  );
  if (offered === undefined) notices.push(diagnostic('PU074', { host: repository.host, licence: target }));
  const licence = offered === undefined ? '' : JSON.stringify({ name: offered.name, uri: offered.uri });
  return { isDone: true, facts: { licence } };
}
