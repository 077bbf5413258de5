import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFile } from '../formats/package.js';
import { archiving } from './archive-tasks.js';
import { encoding } from './encode-tasks.js';
import { type Command, chancery } from './measure.js';
import { printing } from './print-tasks.js';
import { searching } from './search-tasks.js';
import { series } from './series-tasks.js';

/** One program that does a task. */
export interface Contestant {
  readonly program: string;
  readonly command: Command;
  /** Exit codes that are no failure; findings of a validator are none. */
  readonly accepts?: readonly number[];
  /** The program that it is compared with, of this or an earlier task. */
  readonly against?: string;
  /** The ratio to it that the project asks of itself. */
  readonly goal?: number;
  /** The most memory that the project allows itself, in MB. */
  readonly memory?: number;
  /** What was done, in a unit of the task. */
  readonly work?: Work;
}

/** Work of a task: how much of which unit, and how much of it the project asks of a second. */
export interface Work {
  readonly unit: string;
  amount(): number;
  readonly goal?: number;
}

export interface Task {
  readonly name: string;
  readonly contestants: readonly Contestant[];
}

/** The tasks for a volume (a TEI file or a folder with a manifest), with whatever peers are installed; `folder` takes what they write. */
export function tasksFor(input: string, folder: string): readonly Task[] {
  const isTei = !statSync(input).isDirectory();
  return [
    editions(input, folder, isTei ? saxonIdentity(input, folder) : undefined),
    ...(isTei ? [validation([input]), ...together(input), ...repeated(input, folder)] : []),
    ...(isTei ? [printing(input, folder, isInstalled)] : []),
    ...encoding(folder),
    ...(isTei ? searching(input, folder, isInstalled) : []),
    ...(isTei ? series(input, folder) : []),
    ...archiving(folder, isInstalled),
  ];
}

/** The editions: HTML beside what Java's XSLT needs to copy the same file, the others beside our own HTML. */
function editions(input: string, folder: string, saxon: Contestant | undefined): Task {
  const isTei = !statSync(input).isDirectory();
  const build = (format: string): Command =>
    chancery('build', input, '--only', format, '--out', join(folder, format), '--quiet');
  const html = 'chancery build --only html';
  const accepts = [0, 1];
  const memory = 700;
  return {
    name: 'editions',
    contestants: [
      ...(saxon === undefined ? [] : [saxon]),
      {
        program: html,
        command: build('html'),
        accepts,
        memory,
        ...(saxon === undefined ? {} : { against: saxon.program, goal: 3 }),
      },
      { program: 'chancery build --only epub', command: build('epub'), accepts, memory, against: html, goal: 1 },
      {
        program: 'chancery build --only pdf',
        command: build('pdf'),
        accepts,
        memory,
        against: html,
        // A sampler's pages are too few to tell a rate by.
        work: { unit: 'pages', amount: () => pagesIn(join(folder, 'pdf/pdf')), ...(isTei ? { goal: 60 } : {}) },
      },
      ...weasyprint(folder),
    ],
  };
}

/** Saxon-HE (Debian's libsaxonhe-java) copying the file with an identity transformation. */
function saxonIdentity(input: string, folder: string): Contestant | undefined {
  const jar = '/usr/share/java/Saxon-HE.jar';
  if (!existsSync(jar) || !isInstalled('java')) return undefined;
  const stylesheet = join(folder, 'identity.xsl');
  const version = 'version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"';
  writeFileSync(stylesheet, `<xsl:stylesheet ${version}><xsl:mode on-no-match="shallow-copy"/></xsl:stylesheet>\n`);
  const command: Command = [
    'java',
    '-jar',
    jar,
    `-s:${input}`,
    `-xsl:${stylesheet}`,
    `-o:${join(folder, 'identity.xml')}`,
  ];
  return { program: 'Saxon-HE, identity', command };
}

/** WeasyPrint laying out the pages of our site, one after the other, which the HTML build has written before. */
function weasyprint(folder: string): readonly Contestant[] {
  if (!isInstalled('weasyprint')) return [];
  const script = 'cat "$1"/html/html/d*.html > "$1/all.html" && exec weasyprint "$1/all.html" "$1/weasyprint.pdf"';
  return [{ program: 'WeasyPrint', command: ['sh', '-c', script, 'sh', folder], against: 'chancery build --only pdf' }];
}

/** Validation beside jing, with the same schema: of one file, or of several in one process. */
function validation(inputs: readonly string[]): Task {
  const accepts = [0, 1];
  const schema = packageFile('tei/chancery-legacy.rnc');
  const jar = '/usr/share/java/jing.jar';
  const hasJing = existsSync(jar) && isInstalled('java');
  const of = inputs.length === 1 ? '' : ` (${inputs.length} volumes)`;
  const command: Command = ['java', '-jar', jar, '-c', schema, ...inputs];
  const jing: Contestant = { program: `jing${of}`, command, accepts };
  const against = hasJing ? { against: jing.program } : {};
  return {
    name: `validate${of}`,
    contestants: [
      ...(hasJing ? [jing] : []),
      {
        program: `${STRUCTURE}${of}`,
        command: chancery('validate', ...inputs, '--only', 'relaxng', '--quiet'),
        accepts,
        ...against,
        ...(hasJing ? { goal: 1 } : {}),
      },
      {
        program: `${WHOLE}${of}`,
        command: chancery('validate', ...inputs, '--quiet'),
        accepts,
        ...(of === '' ? against : {}),
      },
    ],
  };
}

const STRUCTURE = 'chancery validate --only relaxng';
const WHOLE = 'chancery validate';

/** All volumes of the file's folder in one process. */
function together(input: string): readonly Task[] {
  const folder = dirname(input);
  const volumes = readdirSync(folder).filter((name) => name.endsWith('.xml'));
  return volumes.length < 2 ? [] : [validation(volumes.map((name) => join(folder, name)))];
}

/** How much a volume is made to hold by repetition. */
const LARGE = 40 * 2 ** 20;

/** The volume with what its body holds repeated: the time must grow no faster than the file. */
function repeated(input: string, folder: string): readonly Task[] {
  const text = readFileSync(input, 'utf8');
  const [start, end] = [text.indexOf('<body>') + '<body>'.length, text.lastIndexOf('</body>')];
  if (start < '<body>'.length || end < start) return [];
  const body = text.slice(start, end);
  const times = Math.max(1, Math.round((LARGE - (text.length - body.length)) / body.length));
  const letters = (i: number): string => [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  const copies = Array.from({ length: times - 1 }, (_, i) => body.replace(/(?<=\sxml:id=")[^"]*/g, `$&x${letters(i)}`));
  const file = join(folder, 'repeated.xml');
  writeFileSync(file, text.slice(0, end) + copies.join('') + text.slice(end));
  const bytes = statSync(file).size;
  const contestant = (program: string, ...only: readonly string[]): Contestant => ({
    program: `${program}, repeated`,
    command: chancery('validate', file, ...only, '--quiet'),
    accepts: [0, 1],
    against: program,
    goal: Number((bytes / statSync(input).size).toFixed(1)),
    work: { unit: 'MB', amount: () => bytes / 2 ** 20 },
  });
  const contestants = [contestant(STRUCTURE, '--only', 'relaxng'), contestant(WHOLE)];
  return [{ name: `validate ${Math.round(bytes / 2 ** 20)} MB`, contestants }];
}

/** Pages of the PDF files of a folder: their page objects, which no object stream hides. */
function pagesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .reduce(
      (sum, name) => sum + [...readFileSync(join(folder, name), 'latin1').matchAll(/\/Type \/Page\b/g)].length,
      0,
    );
}

function isInstalled(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
