import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Publication } from '../discovery/publication.js';
import type { EditionFacts } from '../model/identifier.js';
import { Gate } from './gate.js';
import type { BuildInput } from './input.js';
import { blockedOutput, foreignFiles, type IsKept } from './output-folder.js';

/** What the writing needs to know: what may not be written over, and what was there before. */
export interface WayOut {
  readonly gate: Gate;
  readonly archive: string;
  readonly isKept: IsKept;
  /** What the version before of the web edition has published. */
  readonly published: () => Publication | undefined;
  /** What stands against it already before the long work. */
  readonly hindrances: readonly Diagnostic[];
}

/** Where a build goes. */
export interface Destination {
  readonly folder: string;
  /** The storage root of the archive. */
  readonly archive: string;
  /** The parts of the folder that are made, and all that there can be. */
  readonly parts: readonly string[];
  readonly all: readonly string[];
}

/** Looks at where a build goes before the long work. */
export async function wayOut(
  { read }: BuildInput,
  edition: EditionFacts,
  { folder, archive, parts, all }: Destination,
): Promise<WayOut> {
  const { keptInArchive, misplacedArchive } = await import('./archived.js');
  const { publishedBefore } = await import('./published.js');
  const { isAsEncoded } = await import('../encode/proof/seal.js');
  const gate = new Gate(read);
  const isArchived = keptInArchive(archive, edition);
  const isKept: IsKept = (path, bytes) =>
    (path.startsWith('tei/') && isAsEncoded(Buffer.from(bytes).toString())) || isArchived(path, bytes);
  const blocked = misplacedArchive(archive, folder, all) ?? blockedOutput(folder);
  const hindrances = blocked === undefined ? foreignFiles(folder, parts, gate, isKept) : [blocked];
  const published = () => publishedBefore(folder, archive, edition);
  return { gate, archive, isKept, published, hindrances };
}
