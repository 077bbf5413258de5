import { lstatSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { formatList } from '../diagnostics/format.js';
import type { FileSet } from '../model/file-set.js';

/** Files and folders as they are called where an edition is made, and as the archive calls them. */
export type Places = readonly (readonly [path: string, name: string])[];

/** The places of an edition. @param input the folder or file that it was made of @param tei the file of its TEI */
export function placesOf(input: string, tei: string): Places {
  const folder = lstatSync(input).isDirectory() ? input : dirname(input);
  return [
    [tei, `tei/${basename(tei)}`],
    [join(folder, sep), 'sources/'],
  ];
}

/**
 * The reports of the `reports` part of an archive: all that was found in the edition, for people and for programs. Files are named by their places in the archive,
 * so that the same edition has the same report wherever it was built.
 */
export function validationReports(found: readonly Diagnostic[], places: Places): FileSet {
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
