import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../formats/package.js';
import { type Command, chancery } from './measure.js';
import type { Contestant, Task, Work } from './tasks.js';

/** How often the texts are encoded in one process, so that the time after start-up is told from it. */
const TIMES = 10;

/** The size of the long text, about. */
const LONG_TEXT = 50e6;

/** Many files of one kind: the time of the more may be so much of that of the fewer. */
const MANY = { fewer: 500, more: 2000, goal: 4.4 } as const;

/** What the project asks of itself for many files, in MB of raw text a second. */
const ASKED = 2;

/** Where the raw texts of a kind are: of the evaluation set where it is there, else in the project. */
const SOURCES: Readonly<Record<'web texts' | 'typescripts' | 'cables', readonly [first: string, otherwise: string]>> = {
  'web texts': ['../shared/eval/dev/raw', 'corpus/sampler'],
  typescripts: ['../shared/eval/ocr/raw', 'tests/encode/unseen/typescripts/raw'],
  cables: ['../shared/eval/cables/raw', 'tests/encode/unseen/cables/raw'],
};

const ACCEPTS = [0, 1];

/**
 * Encoding: the texts of the web site, then ten times as many in one process, which may take no more than eleven times as long; then a text of 50 MB, whose memory counts. Then many
 * files of each kind of raw text, of which so much a second is asked.
 */
export function encoding(folder: string): readonly Task[] {
  const files = textsOf('web texts');
  if (files.length === 0) return [];
  const bytes = sizeOf(files);
  const many = copies(files, join(folder, 'raw'), files.length * TIMES);
  const once = `chancery encode (${files.length} texts)`;
  const long = longText(files, join(folder, 'long.txt'));
  return [
    {
      name: 'encode',
      contestants: [
        { program: once, command: encode(files, folder, 'once'), accepts: ACCEPTS, work: rate(bytes) },
        {
          program: `chancery encode (${many.length} texts)`,
          command: encode(many, folder, 'many'),
          accepts: ACCEPTS,
          against: once,
          goal: 11,
          work: rate(sizeOf(many)),
        },
        {
          program: 'chancery encode (a text of 50 MB)',
          command: encode([long], folder, 'long'),
          accepts: ACCEPTS,
          work: rate(LONG_TEXT),
        },
      ],
    },
    {
      name: 'encode many files',
      contestants: [
        ...manyFiles('web texts', folder, ASKED),
        ...manyFiles('typescripts', folder, ASKED),
        ...manyFiles('cables', folder),
      ],
    },
  ];
}

/** Some files of a kind, and four times as many. */
function manyFiles(kind: keyof typeof SOURCES, folder: string, goal?: number): readonly Contestant[] {
  const texts = textsOf(kind);
  if (texts.length === 0) return [];
  const name = kind.replace(' ', '-');
  const more = copies(texts, join(folder, name), MANY.more);
  const fewer = more.slice(0, MANY.fewer);
  const few = `chancery encode (${MANY.fewer} ${kind})`;
  return [
    { program: few, command: encode(fewer, folder, `${name}-few`), accepts: ACCEPTS, work: rate(sizeOf(fewer)) },
    {
      program: `chancery encode (${MANY.more} ${kind})`,
      command: encode(more, folder, `${name}-many`),
      accepts: ACCEPTS,
      against: few,
      goal: MANY.goal,
      work: rate(sizeOf(more), goal),
    },
  ];
}

function textsOf(kind: keyof typeof SOURCES): readonly string[] {
  const source = SOURCES[kind].map((folder) => packageFile(folder)).find((folder) => existsSync(folder));
  if (source === undefined) return [];
  return readdirSync(source)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(source, name));
}

function rate(bytes: number, goal?: number): Work {
  return { unit: 'MB', amount: () => bytes / 1e6, ...(goal === undefined ? {} : { goal }) };
}

function sizeOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}

function encode(files: readonly string[], folder: string, name: string): Command {
  return chancery('encode', ...files, '--out', join(folder, name), '--quiet', '--force');
}

/** So many files, which are the given ones over and over, under other names. */
function copies(files: readonly string[], folder: string, count: number): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const texts = files.map((file) => readFileSync(file));
  return Array.from({ length: count }, (_, index) => {
    const copy = join(folder, `${index}.txt`);
    writeFileSync(copy, texts[index % texts.length] ?? '');
    return copy;
  });
}

/** One text of the paragraphs of many, over and over. */
function longText(files: readonly string[], path: string): string {
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  const body = text.split('\n').filter((line) => line.length > 100);
  const once = `${body.join('\n\n')}\n\n`;
  const size = Buffer.byteLength(once);
  writeFileSync(path, `1. Memorandum for the Record\n\n${once.repeat(Math.ceil(LONG_TEXT / size))}`);
  return path;
}
