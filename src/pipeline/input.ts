import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, posix } from 'node:path';
import { type Diagnostic, diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import { readRegularFile, readTextBytes, unreadable } from '../formats/text-file.js';
import { openXml } from '../formats/xml-file.js';
import { append } from '../model/list.js';
import type { EditionSettings } from '../model/manifest.js';
import type { SourceFile } from '../model/source-file.js';
import { corpusAsVolume } from '../tei/corpus.js';
import { withoutPrefix } from '../tei/without-prefix.js';
import { correctedDocument } from '../volume/corrected-document.js';
import type { ReadManifest } from '../volume/manifest.js';
import { identifyTei, type TeiIdentity } from '../volume/tei-identity.js';
import { isTei, readRawText } from './manifest-texts.js';

/** What a build begins with. `files` are the input's own files as they are, for the archive. */
export type BuildInput = VolumeFolder | TeiFile;

/** A folder of raw texts with its manifest. */
export interface VolumeFolder {
  readonly kind: 'folder';
  readonly volume: ReadManifest;
  /** The raw texts by the names that the manifest gives them. */
  readonly texts: ReadonlyMap<string, SourceFile>;
  /** The documents that are TEI already, by their ids: what was encoded before and corrected by hand stands in the place of its raw text. */
  readonly corrected: ReadonlyMap<string, string>;
  readonly sources: readonly SourceFile[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The files that were read, or were to be included and are not there: nothing may be written over them. */
  readonly read: readonly string[];
}

/** A FRUS TEI volume, or a TEI file of one document. */
export interface TeiFile {
  readonly kind: 'tei';
  readonly identity: TeiIdentity;
  /** What a manifest beside it says of its editions. */
  readonly edition: EditionSettings;
  readonly sources: readonly SourceFile[];
  readonly source: SourceFile;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly read: readonly string[];
}

const manifestName = 'volume.yaml';

/** Files that are most likely raw texts; a README.md is none. */
const RAW_TEXT = /^(?!~\$).*\.(?:txt|docx|html?)$/i;

/** Reads what the user wants built, whatever it is; findings say what is wrong with it. */
export async function readBuildInput(path: string): Promise<Result<BuildInput>> {
  try {
    if ((await stat(path)).isDirectory()) return await readFolder(path);
    if (basename(path) === manifestName) return await readFolder(dirname(path));
    if (/\.ya?ml$/i.test(path))
      return { diagnostics: [diagnostic('VO035', { path, name: manifestName }, { file: path })] };
    return await readTeiFile(path);
  } catch (error) {
    return { diagnostics: [unreadable(path, error as NodeJS.ErrnoException)] };
  }
}

async function readTeiFile(path: string): Promise<Result<TeiFile>> {
  const bytes = readRegularFile(path);
  if (bytes.length === 0) return { diagnostics: [diagnostic('IN002', { path }, { file: path })] };
  if (!looksLikeXml(bytes)) {
    // The findings of a text file say what else it is: a PDF, a Word file, or bytes in no encoding.
    const { value, diagnostics } = readTextBytes(path, bytes);
    return { diagnostics: value === undefined ? diagnostics : [diagnostic('VO016', { path }, { file: path })] };
  }
  const opened = openXml(bytes, path);
  if (opened.value === undefined) return { diagnostics: opened.diagnostics };
  const { source, diagnostics: left } = corpusAsVolume(withoutPrefix(opened.value.source));
  const identified = identifyTei(source, basename(path, extname(path)));
  const manifest = await readSettings(dirname(path));
  const diagnostics = [...opened.diagnostics, ...left, ...identified.diagnostics, ...manifest.diagnostics];
  if (identified.value === undefined || manifest.value === undefined) return { diagnostics };
  const { edition, files: beside } = manifest.value;
  const files = new Map<string, Uint8Array>([...opened.value.files, ...beside, [basename(path), bytes]]);
  // What is to be included and is not there counts too: it may come.
  const read = [
    ...opened.named,
    path,
    ...[...opened.value.files.keys(), ...beside.keys()].map((name) => join(dirname(path), name)),
  ];
  const value: TeiFile = { kind: 'tei', identity: identified.value, edition, source, sources: [source], files, read };
  return { value, diagnostics };
}

/** What the manifest beside a volume that was encoded elsewhere says of its editions; the manifest itself, where it says anything of them. */
async function readSettings(
  folder: string,
): Promise<Result<{ readonly edition: EditionSettings; readonly files: ReadonlyMap<string, Uint8Array> }>> {
  const nothing = { edition: {}, files: new Map<string, Uint8Array>() };
  const path = join(folder, manifestName);
  if (!existsSync(path)) return { value: nothing, diagnostics: [] };
  const bytes = readRegularFile(path);
  const source = readTextBytes(path, bytes);
  if (source.value === undefined) return { diagnostics: source.diagnostics };
  const { readEditionSettings } = await import('../volume/manifest.js');
  const { value: edition, diagnostics } = readEditionSettings(source.value);
  if (edition === undefined) return { diagnostics };
  const isSilent = Object.keys(edition).length === 0;
  return { value: isSilent ? nothing : { edition, files: new Map([[manifestName, bytes]]) }, diagnostics };
}

/** Whether the first character that is no white space, zero byte or byte-order mark is a `<`. */
function looksLikeXml(bytes: Uint8Array): boolean {
  const skipped = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xff, 0xfe]);
  return bytes.find((byte) => !skipped.has(byte)) === 0x3c;
}

async function readFolder(folder: string): Promise<Result<VolumeFolder>> {
  const names = await readdir(folder);
  if (!names.includes(manifestName)) return { diagnostics: [missingManifest(folder, names)] };
  const path = join(folder, manifestName);
  const bytes = readRegularFile(path);
  const source = readTextBytes(path, bytes);
  if (source.value === undefined) return { diagnostics: source.diagnostics };
  // What reads a manifest takes longer to load than a TEI file to read.
  const { readManifest } = await import('../volume/manifest.js');
  const volume = readManifest(source.value);
  const diagnostics: Diagnostic[] = [...source.diagnostics, ...volume.diagnostics];
  if (volume.value === undefined) return { diagnostics };
  const files = new Map<string, Uint8Array>([[manifestName, bytes]]);
  const texts = new Map<string, SourceFile>();
  const corrected = new Map<string, string>();
  const sources: SourceFile[] = [source.value];
  const included: string[] = [];
  for (const document of volume.value.documents) {
    const { id, file } = document;
    if (texts.has(file)) continue;
    const text = await readRawText(folder, document, volume.value.placeOf(id, 'file'));
    append(diagnostics, text.diagnostics);
    if (text.value === undefined) continue;
    files.set(text.value.path, text.value.bytes);
    if (!isTei(text.value.path, text.value.bytes)) {
      texts.set(file, text.value.source);
      sources.push(text.value.source);
      continue;
    }
    const opened = openXml(text.value.bytes, text.value.source.path);
    append(diagnostics, opened.diagnostics);
    append(included, [...opened.named]);
    if (opened.value === undefined) continue;
    for (const [name, bytes] of opened.value.files) files.set(posix.join(posix.dirname(text.value.path), name), bytes);
    sources.push(opened.value.source);
    const made = correctedDocument(withoutPrefix(opened.value.source), document, volume.value.placeOf);
    append(diagnostics, made.diagnostics);
    if (made.value !== undefined) corrected.set(id, made.value);
  }
  const named = new Set([...files.keys()].map((name) => name.normalize()));
  for (const name of names.filter((n) => RAW_TEXT.test(n) && !named.has(n.normalize())).sort())
    diagnostics.push(diagnostic('VO011', { file: name, folder }, { file: join(folder, name) }));
  if (hasErrors(diagnostics)) return { diagnostics };
  const read = [...included, ...[...files.keys()].map((name) => join(folder, name))];
  return { value: { kind: 'folder', volume: volume.value, texts, corrected, sources, files, read }, diagnostics };
}

function missingManifest(folder: string, names: readonly string[]): Diagnostic {
  const near = names.find((n) => /^volume\.(yml|json|YAML)$/i.test(n));
  const volumes = names.filter((n) => n.endsWith('.xml')).sort();
  if (near !== undefined)
    return diagnostic('VO008', { path: folder, suggestion: `Rename ${near} to ${manifestName}.` });
  if (volumes[0] !== undefined)
    return diagnostic('VO008', {
      path: folder,
      suggestion: `To build a TEI file, name it: ${join(folder, volumes[0])}.`,
    });
  const suggestion =
    'A volume is a folder of raw texts with a manifest; `chancery init NEW-FOLDER` makes one to begin with.';
  return diagnostic('VO008', { path: folder, suggestion });
}
