import { plural } from '../diagnostics/words.js';
import type { Edition, EditionPart } from './edition.js';

/** What the folders of an archived edition hold, for somebody who has never heard of this program. */
const folders: readonly (readonly [part: EditionPart, what: string])[] = [
  ['sources', 'the texts that the edition was made from, as the editors gave them, before any change'],
  [
    'tei',
    'the edition itself: XML as the Guidelines of the Text Encoding Initiative describe it (TEI P5, https://tei-c.org/guidelines/). Any text editor shows it. The web site, the e-book and the PDF were made from it',
  ],
  ['html', 'the edition as a web site: open `html/index.html` in a browser. It needs no server and no network'],
  ['epub', 'the edition as an e-book (EPUB 3): a ZIP file of web pages'],
  ['pdf', 'the edition as a printed book (PDF)'],
  ['metadata', 'what catalogues and repositories want to know of the edition, in the forms that they read'],
  [
    'reports',
    'what was found when this state was checked: `validation.txt` for reading, `validation.json` for programs',
  ],
];

/** The `README.md` of an archived edition: what it is, what each folder is, how it is read and checked without this program. */
export function readme({ volume, title, parts }: Edition): string {
  const rows = folders.flatMap(([part, what]) => {
    const count = parts.get(part)?.size ?? 0;
    return count === 0 ? [] : [`- \`${part}/\` (${plural(count, 'file')}): ${what}.`];
  });
  return `# ${title.replace(/\s+/g, ' ').trim()}

This is one state of the documentary edition \`${volume}\`, complete in itself. All that is needed to read it is a text editor; a browser, an
e-book reader or a PDF reader make it more pleasant. No particular program is needed, and nothing has to be fetched from a network.

## What is here

${rows.join('\n')}
- \`manifest.json\`: every file in these folders with its kind, its length in bytes and its SHA-256 digest; under \`original\`
  the name that a source had, where it was one that not every system can hold.
- \`checksums.sha256\`: the digests once more, in the form that programs for checking read.
- \`rights.txt\`: who may do what with the edition.

Texts are in Unicode (UTF-8) where a file does not say something else at its beginning. Files in \`sources/\` are as they came.

## How to see that nothing was damaged

The digest of a file is a number that changes with every change of the file. In the folder of this README:

- Linux: \`sha256sum --check checksums.sha256\`
- macOS: \`shasum -a 256 --check checksums.sha256\`
- Windows (PowerShell): \`Get-FileHash FILE\` shows the digest of a file, to be compared with its line in \`checksums.sha256\`

## How it is kept

In the archive, this state is a version of an object of the Oxford Common File Layout (OCFL, https://ocfl.io). The object's file \`inventory.json\` has under
\`versions\` all states, with their times and what was changed, and under \`state\` the digest (SHA-512) of each file by its path; \`manifest\` says in which
file of the object the content with that digest is. A content that several states share is kept once. To have a state back, copy each file that
\`manifest\` names to the paths that \`state\` gives it.

In a package for handing over (BagIt, RFC 8493), this folder is \`data/\`; the digests of all files in it are in \`manifest-sha256.txt\` and \`manifest-sha512.txt\`.
`;
}
