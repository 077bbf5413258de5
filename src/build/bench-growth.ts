/**
 * `npm run bench:growth [-- PART…] [--json]`: how the time of reading grows with the length of a text. Each kind of repetition is read with 25, 100
 * and 400 KB; the report fails (exit code 1) where four times the text takes more than five times as long. PART names the kinds to measure
 * (`note`, `encode`, `validate`); all where nothing is said.
 */
import { parseArgs } from 'node:util';
import { encode } from '../encode/encode.js';
import { readMarkdown } from '../formats/markdown.js';
import { readHtmlText } from '../formats/marked/html-text.js';
import { readMarkdownText } from '../formats/marked/markdown-text.js';
import { readDateline } from '../grammar/dateline.js';
import { readHeading } from '../grammar/heading.js';
import { readSourceNote } from '../grammar/source-note.js';
import type { RawShape } from '../model/manifest.js';
import { SourceFile } from '../model/source-file.js';
import { createValidator } from '../validate/validate.js';
import { enrich } from '../volume/enrich.js';
import { readManifest } from '../volume/manifest.js';

const SIZES = [25_000, 100_000, 400_000] as const;
/** What four times the text may take, in times of the shorter. */
const LIMIT = 5;
/** What ends a text: a pattern that looks for a repetition at the end has then to look for it everywhere. */
const END = 'x.\n';
/** Shorter times are noise of the machine, in milliseconds. */
const NOISE = 150;

/** What is repeated: letters without end, words of notes and headings, signs that open and do not close, marks of pages and of Markdown. */
const UNITS: readonly string[] = [
  ...['a', 'A', '~', 'a\n', '[^1] ', '*a* '],
  ...[
    'Smith (',
    'Smith) ',
    '(a)',
    '[',
    '“',
    '” and “',
    '. ',
    ' ,',
    ', and ',
    '- ',
    '/',
    '~~',
    '**',
    '_',
    '[1] ',
    '[Page 1]\n',
  ],
  ...[
    'Secretary of State ',
    'A, ',
    'a; ',
    'and ',
    'by ',
    'to ',
    'Mr. ',
    'J. ',
    '1964 ',
    'May 1, ',
    'May 1–2, ',
    'Secret; ',
    'Drafted by A. ',
  ],
  // What opens and never closes, or stands in itself without end.
  ...[
    '>',
    '1) ',
    '    - ',
    '(a, ',
    '<',
    '"',
    '‘',
    '&amp;',
    ': ',
    '\t',
    '\n',
    ' \n',
    'a\n\n',
    '[a](',
    '![',
    '`',
    '|',
    '# ',
    '=\n',
    '--- \n',
  ],
  ...[
    'Cleared by ',
    'in S/S by ',
    '[not declassified] ',
    'C O N F I ',
    'R 231724Z JAN 06 ',
    'a|b\n',
    '1. \n',
    'x  ',
    'TO X\n',
    '> ',
    '& ',
  ],
];

const { value: validator } = await createValidator({ strength: 'current' });
const inShape = (shape: RawShape | undefined, before: string) => (text: string) => {
  const source = new SourceFile('t.txt', before + text);
  const opened = shape === 'markdown' ? (readMarkdownText(source).value ?? source) : source;
  encode(opened, shape === undefined ? {} : { shape });
};
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const volume = (head: string, note: string, body: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><div type="document" n="1" xml:id="d1"><head>${head}<note n="1" xml:id="d1fn1" type="source">${note}</note></head>${body}</div></body></text></TEI>`;

/** What reads a text. */
const READERS: Readonly<Record<string, (text: string) => void>> = {
  note: (text) => readSourceNote(`Source: X. Drafted by ${text}`),
  'note-told': (text) => readSourceNote(`Source: X. Secret. The paper ${text} was drafted by Smith.`),
  heading: (text) => readHeading(`1. Letter From ${text}`),
  dateline: (text) => readDateline(text),
  'encode-line': inShape(undefined, ''),
  'encode-web': inShape('frus-web', '1. Letter From A to B\n\nWashington, May 1, 1964.\n\n'),
  'encode-typescript': inShape('typescript', 'MEMORANDUM FOR: THE PRESIDENT\n\nSUBJECT: X\n\n'),
  'encode-cable': inShape('cable', 'R 231724Z JAN 06\nFM X\nTO Y\n\n'),
  'encode-markdown': inShape('markdown', '# A Letter\n\n'),
  validate: (text) =>
    validator?.validate(
      new SourceFile('v.xml', volume('1. Letter', `Source: X. ${escaped(text)}`, `<p>${escaped(text)}</p>`)),
    ),
  enrich: (text) => enrich(volume(`1. Letter From ${escaped(text)}`, `Source: ${escaped(text)}`, '<p>T.</p>')),
  markdown: (text) => readMarkdown(text),
  html: (text) => readHtmlText('t.html', `<p>${text}`),
  manifest: (text) => readManifest(new SourceFile('volume.yaml', `id: v\ntitle: ${JSON.stringify(text)}\n`)),
};

interface Growth {
  readonly reader: string;
  readonly unit: string;
  /** Milliseconds for each size; fewer where a step was too long already. */
  readonly times: readonly number[];
  readonly isWithin: boolean;
}

/** Milliseconds of processor time, which others on the machine do not add to as they do to the hours of the clock; the shorter of two runs. */
function timeOf(read: (text: string) => void, text: string): number {
  const once = (): number => {
    const start = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  const first = once();
  return first > 1000 ? first : Math.min(first, once());
}

function growthOf(reader: string, read: (text: string) => void, unit: string): Growth {
  const times: number[] = [];
  let isWithin = true;
  for (const size of SIZES) {
    const time = timeOf(read, unit.repeat(Math.ceil(size / unit.length)) + END);
    const before = times.at(-1);
    times.push(Math.round(time));
    if (before !== undefined && time > NOISE && time > LIMIT * Math.max(before, NOISE / LIMIT)) isWithin = false;
    if (!isWithin) break;
  }
  return { reader, unit, times, isWithin };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const wanted = Object.entries(READERS).filter(
  ([name]) => positionals.length === 0 || positionals.some((part) => name.startsWith(part)),
);
const growths: Growth[] = [];
for (const [name, read] of wanted) {
  for (const unit of UNITS) {
    const growth = growthOf(name, read, unit);
    growths.push(growth);
    if (!values.json && !growth.isWithin) {
      console.log(`${name.padEnd(18)} ${JSON.stringify(unit).padEnd(26)} ${growth.times.join(' → ')} ms`);
    }
  }
}
const beyond = growths.filter(({ isWithin }) => !isWithin).length;
if (values.json) console.log(JSON.stringify(growths, null, 2));
else console.log(`${growths.length} kinds of repetition measured, ${beyond} beyond ${LIMIT} × for 4 × the text.`);
process.exitCode = beyond > 0 ? 1 : 0;
