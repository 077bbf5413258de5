import { type Dirent, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { readRegularFile, sizeOfRegularFile, unreadable } from '../formats/text-file.js';
import { openLongXml, openXml } from '../formats/xml-file.js';
import { append } from '../model/list.js';
import type { SourceFile } from '../model/source-file.js';
import { corpusAsVolume } from '../tei/corpus.js';
import { readIndex, type VolumeIndex } from '../validate/volume-index.js';

/** Folders that are never looked into. */
const SKIPPED = new Set(['node_modules', '.git']);

/** The files that are meant: a file itself, and every `.xml` in a folder and the folders in it, in the order of their names. */
export function xmlFiles(inputs: readonly string[]): Result<readonly string[]> {
  const files: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const input of inputs) {
    try {
      if (!statSync(input).isDirectory()) files.push(input);
      else {
        const inside = xmlInFolder(input);
        append(files, inside);
        if (inside.length === 0) diagnostics.push(diagnostic('CM030', { folder: input }, { file: input }));
      }
    } catch (error) {
      diagnostics.push(unreadable(input, error as NodeJS.ErrnoException));
    }
  }
  return { value: [...new Set(files)], diagnostics };
}

function xmlInFolder(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a: Dirent, b: Dirent) =>
    a.name < b.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : xmlInFolder(at);
    return entry.isFile() && /\.xml$/i.test(entry.name) ? [at] : [];
  });
}

/** Bytes from which a file is not held whole. */
const LONG = 30_000_000;

/** A file that was read, with the files that it includes: absolute paths without links. */
export interface ReadFile extends Result<SourceFile> {
  readonly bytes?: Uint8Array;
  readonly named: ReadonlySet<string>;
}

/**
 * Opens an XML file for being checked: whole, or, where it is long, to be read stretch by stretch. What hinders it is a finding.
 * @param isForeign see {@link readXmlFile}
 */
export function openXmlFile(file: string, isForeign: boolean): Omit<ReadFile, 'bytes'> {
  try {
    const size = sizeOfRegularFile(file);
    const value = size < LONG ? undefined : openLongXml(file);
    return value === undefined ? readXmlFile(file, isForeign) : { value, diagnostics: [], named: new Set() };
  } catch (error) {
    return { diagnostics: [unreadable(file, error as NodeJS.ErrnoException)], named: new Set() };
  }
}

/**
 * Reads an XML file whole; what hinders it is a finding.
 * @param isForeign it is checked against another schema than ours, which may well know of corpora
 */
export function readXmlFile(file: string, isForeign: boolean): ReadFile {
  try {
    const bytes = readRegularFile(file);
    const { value, diagnostics, named } = openXml(bytes, file);
    if (value === undefined) return { diagnostics, bytes, named };
    if (isForeign) return { value: value.source, diagnostics, bytes, named };
    const { source, diagnostics: left } = corpusAsVolume(value.source);
    return { value: source, diagnostics: [...diagnostics, ...left], bytes, named };
  } catch (error) {
    return { diagnostics: [unreadable(file, error as NodeJS.ErrnoException)], named: new Set() };
  }
}

/** The index of other volumes that `--index` names; no value where none is named. */
export function readVolumeIndex(file: string | undefined): Result<VolumeIndex> {
  if (file === undefined) return { diagnostics: [] };
  try {
    const value = readIndex(readRegularFile(file).toString());
    return value === undefined
      ? { diagnostics: [diagnostic('CM033', { path: file }, { file })] }
      : { value, diagnostics: [] };
  } catch (error) {
    return { diagnostics: [unreadable(file, error as NodeJS.ErrnoException)] };
  }
}
