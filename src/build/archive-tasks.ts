import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../formats/package.js';
import type { Command } from './measure.js';
import type { Task, Work } from './tasks.js';

/** What is archived and packed: so many files of so many bytes. */
const FILES = 2000;
const SIZE = 100_000;
const MEGABYTES = (FILES * SIZE) / 1e6;
/** The most memory that the project allows itself, in MB: files are read as they are hashed and written. */
const MEMORY = 200;

/**
 * An edition of 2,000 files and 200 MB into an archive, flushed to the disk, and out again; and into a bag. Beside them the implementations of the field: in Python, where they
 * are on the path, ocfl-py (`ocfl-object.py`) and the Library of Congress' bagit-python (`bagit.py`); in Java ocfl-java, where `OCFL_JAVA` names the folder of its libraries;
 * in Rust rocfl (`cargo install rocfl --locked --no-default-features`), where it is on the path.
 */
export function archiving(folder: string, isInstalled: (program: string) => boolean): readonly Task[] {
  const edition = join(folder, 'edition');
  writeEdition(edition);
  const cli = packageFile('dist/program/cli.js');
  const work = (goal?: number): Work => ({
    unit: 'MB',
    amount: () => MEGABYTES,
    ...(goal === undefined ? {} : { goal }),
  });
  /** Each run writes to a place of its own, `$TO`. */
  const fresh = (script: string, ...words: readonly string[]): Command => [
    'sh',
    '-c',
    `TO=$(mktemp -d -p "$0") && ${script}`,
    folder,
    ...words,
  ];
  const ours = (script: string): Command =>
    fresh(`exec "$1" "$2" archive ${script} --quiet`, process.execPath, cli, edition);
  const once = join(folder, 'once');
  const deposited = ours(`add "$3" --archive ${once}`);
  const add = 'chancery archive add';
  const bag = 'chancery archive package --format bagit';
  const ocfl = isInstalled('ocfl-object.py');
  const bagit = isInstalled('bagit.py');
  const java = process.env['OCFL_JAVA'];
  return [
    {
      name: `archive ${MEGABYTES} MB`,
      contestants: [
        { program: add, command: ours('add "$3" --archive "$TO/root"'), memory: MEMORY, work: work(MEGABYTES / 5) },
        ...(ocfl
          ? [
              {
                program: 'ocfl-py, create',
                command: fresh('exec ocfl-object.py create --srcdir "$1" --id urn:x --objdir "$TO/o"', edition),
                against: add,
                work: work(),
              },
            ]
          : []),
        ...(isInstalled('rocfl')
          ? [
              {
                program: 'rocfl, cp and commit',
                command: fresh(
                  'rocfl -q -r "$TO" init && rocfl -q -r "$TO" new urn:x && rocfl -q -r "$TO" cp -r urn:x "$1" -- / && rocfl -q -r "$TO" commit urn:x',
                  edition,
                ),
                against: add,
                work: work(),
              },
            ]
          : []),
        ...(java === undefined
          ? []
          : [
              {
                program: 'ocfl-java, put',
                command: fresh(
                  'exec java -cp "$2/*" "$3" "$1" "$TO/root"',
                  edition,
                  java,
                  packageFile('.ci/OcflJavaPut.java'),
                ),
                against: add,
                work: work(),
              },
            ]),
      ],
    },
    {
      name: `verify ${MEGABYTES} MB`,
      contestants: [
        { program: 'chancery archive add, unchanged', command: deposited, memory: MEMORY, work: work() },
        {
          program: 'chancery archive verify --deep',
          command: ours(`verify --deep --archive ${once}`),
          memory: MEMORY,
          work: work(),
        },
      ],
    },
    {
      name: `bag of ${MEGABYTES} MB`,
      contestants: [
        { program: bag, command: ours('package "$3" --format bagit --out "$TO/bag"'), memory: MEMORY, work: work() },
        ...(bagit
          ? [
              {
                program: 'bagit-python, of a copy',
                command: fresh('cp -r "$1" "$TO/bag" && exec bagit.py --quiet "$TO/bag"', edition),
                against: bag,
                work: work(),
              },
            ]
          : []),
        {
          program: 'chancery archive package --format zip',
          command: ours('package "$3" --out "$TO/bag.zip"'),
          memory: MEMORY,
          work: work(MEGABYTES / 3),
        },
      ],
    },
  ];
}

/** A built edition as far as an archive asks for it: a TEI volume, and pages that nothing makes smaller. */
function writeEdition(folder: string): void {
  for (const part of ['tei', 'html']) mkdirSync(join(folder, part), { recursive: true });
  const header =
    '<fileDesc><titleStmt><title>A Volume</title></titleStmt><publicationStmt><publisher>P</publisher></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>';
  writeFileSync(
    join(folder, 'tei/volume.xml'),
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="volume"><teiHeader>${header}</teiHeader><text><body><p/></body></text></TEI>\n`,
  );
  const page = Buffer.alloc(SIZE);
  for (let number = 1; number < FILES; number++) {
    for (let at = 0; at < SIZE; at += 4) page.writeUInt32LE(Math.imul(at + number, 2654435761) >>> 0, at);
    writeFileSync(join(folder, `html/p${number}.html`), page);
  }
}
