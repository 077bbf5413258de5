/** A manifest for a series to begin with, from the volumes that stand in its folder. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** How many TEI files of one folder are named one by one; more are named by a pattern. */
const FEW = 3;

/** The volumes of a folder and of the folders in it: paths, or a pattern for many files of one folder. */
export function volumesIn(folder: string): readonly { readonly key: 'volume' | 'volumes'; readonly path: string }[] {
  const found: { readonly key: 'volume' | 'volumes'; readonly path: string }[] = [];
  const visit = (inner: string, depth: number): void => {
    const names = existsSync(join(folder, inner)) ? readdirSync(join(folder, inner)).sort() : [];
    const at = (name: string): string => (inner === '' ? name : `${inner}/${name}`);
    const isFolder = (name: string): boolean =>
      statSync(join(folder, inner, name), { throwIfNoEntry: false })?.isDirectory() === true;
    if (inner !== '' && names.includes('volume.yaml')) {
      found.push({ key: 'volume', path: inner });
      return;
    }
    const files = names.filter((name) => /\.xml$/i.test(name) && !isFolder(name));
    if (files.length > FEW) found.push({ key: 'volumes', path: at('*.xml') });
    else for (const name of files) found.push({ key: 'volume', path: at(name) });
    for (const name of names)
      if (depth < 2 && !name.startsWith('.') && name !== 'node_modules' && name !== 'dist' && isFolder(name))
        visit(at(name), depth + 1);
  };
  visit('', 0);
  return found;
}

/** The text of series.yaml. */
export function firstSeries(id: string, volumes: ReturnType<typeof volumesIn>): string {
  const listed = volumes.map(({ key, path }) => `      - ${key}: ${scalar(path)}`);
  const sample = [
    '      - planned: my-series-v1 # until it is there: references to it say so',
    '        title: Volume I, The Beginning',
  ];
  return `# yaml-language-server: $schema=series.schema.json
#
# A series of volumes. Lines that begin with # are comments. Build it with: chancery build .
# An editor that knows YAML (Visual Studio Code with the YAML extension, Oxygen) completes and explains the keys with series.schema.json.

id: ${id} # the name of its folder in dist/

title: A Series of Documents
publisher: A Publisher
# address: https://editions.example.org/series/ # where it is published

editions: [html, epub, pdf] # what is made of each volume, besides its TEI

# The volumes in their order, in groups where you like:
#   - volume: volumes/frus1964-68v14.xml    a TEI file, or a folder with a volume.yaml
#   - volumes: volumes/*.xml                several, in the order of their names
#   - planned: frus1981-88v04               one that is not there yet, with its title
volumes:
  - group: first
    head: A Group of Volumes
    contents:
${(listed.length > 0 ? listed : sample).join('\n')}

# Ids that have changed, so that references to the old ones still lead on (d71 is d73 now):
# aliases:
#   frus1964-68v14: { d71: d73 }
`;
}

function scalar(text: string): string {
  return /^[A-Za-z0-9_][\w./ -]*[\w.]$/.test(text) ? text : JSON.stringify(text);
}
