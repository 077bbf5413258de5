import type { Result } from '../diagnostics/diagnostic.js';
import { nameUrn } from '../model/identifier.js';
import { type ArchiveLocation, type Deposit, deposit } from './deposit.js';
import { type Edition, editionFiles } from './edition.js';
import type { VersionMetadata } from './plan.js';

/** The id of the OCFL object that holds a volume's editions: a URN made from the volume's id, the same in every archive. */
export function archiveId(volume: string): string {
  return nameUrn(volume);
}

/**
 * Stores a finished edition as a version of its volume's OCFL object. A build without a change adds no version. The location must outlive
 * the build: it is not part of what a build swaps in, because the versions before are in it.
 */
export function archiveEdition(
  location: ArchiveLocation,
  edition: Edition,
  metadata: VersionMetadata,
): Result<Deposit> {
  return deposit(location, archiveId(edition.volume), editionFiles(edition), metadata);
}
