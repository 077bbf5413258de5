import { realPath } from '../formats/confinement.js';
import { readXml, TEI } from '../formats/sax.js';
import { readRegularFile } from '../formats/text-file.js';
import { decodeXml } from '../formats/xml-bytes.js';

/** By file, the files that it includes (XInclude), itself or by way of others: absolute paths without links. */
export type IncludedFiles = ReadonlyMap<string, ReadonlySet<string>>;

/** Of these files those that are no TEI by themselves, and stand in others that are: they are checked there, and not by themselves. */
export function checkedElsewhere(files: readonly string[], included: IncludedFiles): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const [file, named] of included)
    if (named.size > 0 && !isFragment(file)) for (const part of named) parts.add(part);
  return new Set(parts.size === 0 ? [] : files.filter((file) => parts.has(realPath(file)) && isFragment(file)));
}

/** Of all files those that have changed, and those that include one that has. */
export function touchedBy(
  changed: readonly string[],
  all: readonly string[],
  included: IncludedFiles,
): readonly string[] {
  const paths = changed.map((path) => realPath(path));
  return all.filter((file) => changed.includes(file) || paths.some((path) => included.get(file)?.has(path) === true));
}

/** Whether the root of a file is neither a TEI text nor a corpus (TEI Guidelines, ch. 4). */
function isFragment(file: string): boolean {
  let root = '';
  try {
    const { value } = decodeXml(readRegularFile(file), file);
    if (value === undefined) return false;
    readXml(value, {
      startTag: ({ uri, local }) => {
        root ||= uri === TEI ? local : `{${uri}}${local}`;
      },
    });
  } catch {
    // What cannot be read is told where it was to be checked.
  }
  return root !== '' && root !== 'TEI' && root !== 'teiCorpus';
}
