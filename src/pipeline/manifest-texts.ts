import { readdirSync, realpathSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { diagnostic, type Place, type Result } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/suggest.js';
import { isHtml, readRawBytes } from '../formats/raw-file.js';
import { readRegularFile, readTextBytes, unreadable } from '../formats/text-file.js';
import type { SuppliedDocument } from '../model/manifest.js';
import type { SourceFile } from '../model/source-file.js';

/** A raw text of a volume. */
export interface RawText {
  readonly source: SourceFile;
  readonly bytes: Uint8Array;
  /** Its path from the folder of the manifest, with forward slashes and no detour. */
  readonly path: string;
}

/**
 * Reads a text that the manifest names. It lies in the folder of the manifest, links followed: what is published comes from there alone. Its name is found
 * in either normal form of Unicode, since a Mac and a Linux server write the same name in two (Unicode Standard Annex #15).
 * @param place where the manifest names it
 */
export async function readRawText(
  folder: string,
  { file, id, shape }: Pick<SuppliedDocument, 'file' | 'id' | 'shape'>,
  place: Place,
): Promise<Result<RawText>> {
  const path = posix.normalize(file);
  const outside = (where: string): Result<RawText> => ({
    diagnostics: [diagnostic('VO032', { file, id, where }, place)],
  });
  if (posix.isAbsolute(path) || /^[a-z]:/i.test(path) || path === '..' || path.startsWith('../')) return outside('');
  const found = inNormalForms(folder, path);
  if (found === undefined) return { diagnostics: [missing(folder, file, id, place)] };
  const at = join(folder, found);
  try {
    const real = realpathSync(at);
    if (!real.startsWith(join(realpathSync(folder), sep))) return outside(` through a link, to ${real}`);
    const bytes = readRegularFile(at);
    const { value, diagnostics } = await (isTei(path, bytes)
      ? readTextBytes(at, bytes)
      : readRawBytes(at, bytes, shape === undefined ? {} : { shape }));
    return value === undefined ? { diagnostics } : { value: { source: value, bytes, path }, diagnostics };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const finding =
      code === 'ENOENT' || code === 'ENOTDIR' ? missing(folder, file, id, place) : unreadable(at, error as Error);
    return { diagnostics: [{ ...finding, place }] };
  }
}

/** Whether a file of the outline is TEI: by its name, or because it begins as XML does; XHTML is a page. */
export function isTei(path: string, bytes: Uint8Array): boolean {
  if (/\.xml$/i.test(path)) return true;
  return (
    !isHtml(path, bytes) && /^\uFEFF?\s*<(?:\?xml\s|TEI[\s>])/.test(Buffer.from(bytes.subarray(0, 200)).toString())
  );
}

/** The path as the disk spells it; undefined where there is no such file. */
function inNormalForms(folder: string, path: string): string | undefined {
  let found = '';
  for (const part of path.split('/')) {
    const names = namesIn(join(folder, found));
    const name = names.includes(part) ? part : names.find((n) => n.normalize() === part.normalize());
    if (name === undefined) return undefined;
    found = posix.join(found, name);
  }
  return found;
}

function missing(folder: string, file: string, id: string, place: Place): ReturnType<typeof diagnostic> {
  const slashed = file.replaceAll('\\', '/');
  if (slashed !== file && inNormalForms(folder, posix.normalize(slashed)) !== undefined) {
    const suggestion = `Write ${slashed}: the parts of a path are parted by “/”, on Windows too.`;
    return diagnostic('VO006', { file, id, suggestion }, place);
  }
  const parent = posix.dirname(posix.normalize(slashed));
  const names = parent.startsWith('..') ? [] : namesIn(join(folder, parent)).map((name) => posix.join(parent, name));
  const meant = suggest(file.normalize(), names);
  const suggestion = meant === undefined ? 'Put the file into the folder of the manifest.' : `Did you mean ${meant}?`;
  return diagnostic('VO006', { file, id, suggestion }, place);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
