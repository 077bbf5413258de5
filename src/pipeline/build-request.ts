/** What is asked of a build, and what it tells of what it has done. */
import type { EditionPart } from '../archive/edition.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import type { Sources } from '../diagnostics/format.js';
import type { VolumeRecord } from '../metadata/bibliography.js';
import type { FileSet } from '../model/file-set.js';
import type { Offprints } from '../model/manifest.js';
import type { SearchableVolume } from '../model/searchable.js';
import { type EditionName, editions } from './editions.js';
import type { WrittenFile } from './output-folder.js';
import type { StageTime } from './run.js';
import type { ToldEdition } from './web-site.js';

export const editionNames = Object.keys(editions) as readonly EditionName[];

/** What can be asked for; the TEI is always written. */
export type Output = EditionName | 'archive';
export const outputs: readonly Output[] = [...editionNames, 'archive'];

export interface BuildRequest {
  /** A folder with a volume.yaml, a TEI volume, or a TEI document. */
  readonly input: string;
  /** The folder for the outputs; `dist/<volume>` where nothing is said. */
  readonly out?: string;
  /** All outputs where nothing is said. The archive stores all editions, so that asking for it asks for them, and for validation. */
  readonly only?: readonly Output[];
  /** The storage root of the archive, which many volumes may share; `archive/` in the folder for the outputs where nothing is said. */
  readonly archive?: string;
  /** Whether the web edition is to hold its documents for a search server as well (`documents.jsonl`, and a mapping for OpenSearch). */
  readonly searchServer?: boolean;
  /** Of which parts of the volume the web edition has offprints; as the manifest says where nothing is said. */
  readonly offprints?: Offprints;
  /** Takes the editions in the place of the output folder, where nothing is then written; says what stands against it. */
  readonly take?: (made: MadeEditions) => readonly Diagnostic[];
  /** The house style of the web edition, a `theme.yaml`; the one beside the manifest where nothing is said. */
  readonly theme?: string;
  /** The house style of the printed book, by its name or a `print.yaml`; the one beside the manifest where nothing is said. */
  readonly printStyle?: string;
  /** The time of the last change (RFC 3339) that the surroundings fix, where the manifest gives none. */
  readonly modified?: string;
  /** The time that a version of the archive bears (RFC 3339, UTC), and who made it. */
  readonly created: string;
  readonly user: string;
  /** An address of that person: `mailto:` or an ORCID iD. */
  readonly userAddress?: string;
  /** Why there is a new version of the archive; where nothing is said, what has changed is counted. */
  readonly message?: string;
}

/** The editions of a volume as data, with all that they depend on. */
export interface MadeEditions {
  /** The id as the name of folders and files. */
  readonly name: string;
  readonly parts: ReadonlyMap<EditionPart, FileSet>;
  /** What the header says of the volume, and the time of its last change (RFC 3339, UTC). */
  readonly record: VolumeRecord;
  readonly modified: string;
  /** The files that were read, and those that were looked for beside them and are not there. */
  readonly lookedAt: readonly string[];
  /** What the files are made of by which the web edition tells of itself; they come when its pages are final. */
  readonly told: ToldEdition | undefined;
  /** What can be found in the web edition; absent where there is none. */
  readonly searchable: SearchableVolume | undefined;
}

/** What a build has made. */
export interface BuildReport {
  readonly volume: string;
  readonly title: string;
  readonly folder: string;
  readonly documents: number;
  readonly notes: number;
  /** Whether the TEI was validated in full; it is always well-formed. */
  readonly validated: boolean;
  readonly files: readonly WrittenFile[];
  /** The version of the archive that holds the edition, and whether it is new. */
  readonly archive?: { readonly path: string; readonly version: string; readonly added: boolean };
}

export interface Built extends Result<BuildReport> {
  readonly times: readonly StageTime[];
  /** From the beginning to the end; less than the sum of the stages, of which some go on beside others. */
  readonly seconds: number;
  /** The texts that the findings point into. */
  readonly sources: Sources;
}
