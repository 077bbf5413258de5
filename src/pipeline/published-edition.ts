import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { type Diagnostic, diagnostic, type Place, type Result } from '../diagnostics/diagnostic.js';
import { readTextFile, unreadable } from '../formats/text-file.js';
import { readYaml } from '../formats/yaml.js';
import { bareDoi, editionName, nameUrn } from '../model/identifier.js';
import type { SourceFile } from '../model/source-file.js';
import { editionFactsOf, identifyTei } from '../volume/tei-identity.js';

/** An edition that was built, as publishing needs it. */
export interface PublishedEdition {
  readonly id: string;
  /** The output folder of its build. */
  readonly folder: string;
  /** Its TEI, from which its metadata are read. */
  readonly tei: SourceFile;
  /** volume.yaml, where it has one. */
  readonly manifest?: SourceFile;
  /** Where the journals are kept: beside the manifest, so that they last as long as it does; else in the output folder. */
  readonly journals: string;
  /** The URN by which its record is found at a repository: the same whatever DOI or ISBN it comes to have. */
  readonly urn: string;
  /** The DOI that its files bear. */
  readonly doi?: string;
}

const MANIFEST = 'volume.yaml';
/** The folder of the journals. */
const JOURNALS = 'published';

/** Where the journals of an edition are, which need not have been published: beside its manifest, else in the output folder. */
export function journalsOf(input: string, folder: string): string {
  return join(statSync(input, { throwIfNoEntry: false })?.isDirectory() === true ? input : folder, JOURNALS);
}

/**
 * Finds the built edition that a command names: by the folder with its manifest, by its TEI file, or by the output folder itself.
 *
 * @param built the output folder; `dist/` and the id of the volume, where nothing is said
 */
export async function findEdition(path: string, built: string | undefined): Promise<Result<PublishedEdition>> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return { diagnostics: [diagnostic('IN001', { path })] };
  const manifestPath = stat.isDirectory() ? join(path, MANIFEST) : basename(path) === MANIFEST ? path : undefined;
  if (manifestPath !== undefined && statSync(manifestPath, { throwIfNoEntry: false }) !== undefined)
    return withManifest(path, manifestPath, built);
  if (stat.isDirectory()) return inFolder(path, path, idIn(path), join(path, JOURNALS));
  const source = await readTextFile(path);
  if (source.value === undefined) return { diagnostics: source.diagnostics };
  const identity = identifyTei(source.value, basename(path, extname(path)));
  if (identity.value === undefined) return { diagnostics: identity.diagnostics };
  const folder = built ?? join('dist', identity.value.id);
  return inFolder(path, folder, identity.value.id, join(folder, JOURNALS));
}

async function withManifest(input: string, path: string, built: string | undefined): Promise<Result<PublishedEdition>> {
  const source = await readTextFile(path);
  if (source.value === undefined) return { diagnostics: source.diagnostics };
  const { id } = (readYaml(source.value.text).value ?? {}) as { readonly id?: unknown };
  if (typeof id !== 'string' || id === '')
    return { diagnostics: [diagnostic('VO003', { key: 'id', where: '' }, { file: path })] };
  const found = await inFolder(input, built ?? join('dist', id), id, join(path, '..', JOURNALS));
  if (found.value === undefined) return found;
  return { value: { ...found.value, manifest: source.value }, diagnostics: found.diagnostics };
}

async function inFolder(
  input: string,
  folder: string,
  id: string | undefined,
  journals: string,
): Promise<Result<PublishedEdition>> {
  const absent: Diagnostic = diagnostic('PU006', { folder, input });
  if (id === undefined) return { diagnostics: [absent] };
  const path = join(folder, 'tei', `${id}.xml`);
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return { diagnostics: [absent] };
  try {
    const tei = await readTextFile(path);
    if (tei.value === undefined) return { diagnostics: tei.diagnostics };
    const { doi, isbn: _, ...facts } = editionFactsOf(tei.value.text);
    const urn = nameUrn(editionName({ volume: id, ...facts }));
    const value = { id, folder, tei: tei.value, journals, urn, ...(doi === undefined ? {} : { doi: bareDoi(doi) }) };
    return { value, diagnostics: [] };
  } catch (error) {
    return { diagnostics: [unreadable(path, error as NodeJS.ErrnoException)] };
  }
}

/** The id of the volume in an output folder: the name that its TEI has in common with its PDF or EPUB, or with the folder; or the only one. */
function idIn(folder: string): string | undefined {
  const names = (part: string, extension: string): readonly string[] => {
    try {
      return readdirSync(join(folder, part)).flatMap((name) =>
        name.endsWith(extension) ? basename(name, extension) : [],
      );
    } catch {
      return [];
    }
  };
  const tei = names('tei', '.xml');
  const known = [...names('pdf', '.pdf'), ...names('epub', '.epub'), basename(folder)];
  return tei.find((name) => known.includes(name)) ?? (tei.length === 1 ? tei[0] : undefined);
}

/** The keys of the manifest that the fields of a repository’s metadata are made of. */
const KEYS: readonly (readonly [field: RegExp, key: readonly string[]])[] = [
  [/^metadata\.(?:title|additional_titles)/, ['title']],
  [/^metadata\.(?:creators|contributors)/, ['editors']],
  [/^metadata\.publisher/, ['publisher']],
  [/^metadata\.publication_date/, ['date']],
  [/^metadata\.rights/, ['licence']],
  [/^metadata\.languages/, ['language']],
  [/^metadata\.identifiers/, ['identifiers']],
  [/^pids\.doi/, ['identifiers', 'doi']],
  [/^metadata\.description/, ['provenance']],
  [/^metadata\.dates/, ['modified']],
];

/**
 * Where the editor says what a field of the metadata is made of; the TEI, where there is no manifest.
 * @param access the key under which a target says what is open, where it can
 */
export function placeOfField(
  { manifest, tei }: PublishedEdition,
  access: readonly string[] = [],
): (field: string) => Place | undefined {
  if (manifest === undefined) return () => ({ file: tei.path });
  const tree = readYaml(manifest.text);
  return (field) => {
    const key = field.startsWith('access') ? access : KEYS.find(([known]) => known.test(field))?.[1];
    if (key === undefined || key.length === 0) return { file: manifest.path };
    const { start, end } = tree.keySpan(key);
    return { file: manifest.path, start: manifest.positionAt(start), end: manifest.positionAt(end) };
  };
}
