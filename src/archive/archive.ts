import type { Result } from '../diagnostics/diagnostic.js';
import { type Deposit, deposit } from './deposit.js';
import { type Edition, editionFiles } from './edition.js';
import type { VersionMetadata } from './plan.js';
import type { ArchiveLocation } from './store.js';

/**
 * Stores a finished edition as a version of the OCFL object with the id. A build without a change adds no version. The location must outlive
 * the build: it is not part of what a build swaps in, because the versions before are in it.
 */
export function archiveEdition(
  location: ArchiveLocation,
  edition: Edition,
  metadata: VersionMetadata,
  id: string,
): Result<Deposit> {
  return deposit(location, id, editionFiles(edition), metadata);
}
