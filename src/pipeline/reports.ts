import { lstatSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { formatList } from '../diagnostics/format.js';
import type { FileSet } from '../model/file-set.js';
import type { TeiVolume } from './volume.js';

/**
 * The reports of the `reports` part of an archive: all that was found in the edition, for people and for programs. Files are named by their places in the archive,
 * so that the same edition has the same report wherever it was built.
 * @param input the folder or file that the user has had built
 */
export function validationReports(found: readonly Diagnostic[], input: string, volume: TeiVolume): FileSet {
  const folder = lstatSync(input).isDirectory() ? input : dirname(input);
  const places = [
    [volume.source.path, `tei/${volume.name}.xml`],
    [join(folder, sep), 'sources/'],
  ] as const;
  const named = (text: string): string =>
    places.reduce((words, [path, name]) => words.replace(asPath(path), () => name), text);
  const fileOf = (file: string): string => {
    const known = named(file);
    return known === file ? basename(file) : known;
  };
  const diagnostics = found.map(
    (d): Diagnostic => ({
      code: d.code,
      severity: d.severity,
      message: named(d.message),
      ...(d.place === undefined ? {} : { place: { ...d.place, file: fileOf(d.place.file) } }),
      ...(d.hint === undefined ? {} : { hint: named(d.hint) }),
    }),
  );
  return new Map([
    ['validation.txt', formatList(diagnostics, new Map(), { color: false, width: 100 })],
    ['validation.json', `${JSON.stringify({ diagnostics }, null, 2)}\n`],
  ]);
}

/** A path where it begins: the end of a longer one is another file. */
function asPath(path: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}./\\\\_-])${path.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`, 'gu');
}
