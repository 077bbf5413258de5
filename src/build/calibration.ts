import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { packageFile } from '../formats/package.js';
import { type Doubt, type Measured, measured, type WrongFact } from './calibration-measure.js';

/** A scored set: raw texts with gold beside them, and the scorer that names each wrong fact. */
interface ScoredSet {
  readonly name: string;
  /** Where its raw texts are. */
  readonly raw: string;
  /** Runs the scorer over what was encoded. */
  wrongFacts(encoded: string): readonly WrongFact[];
}

/**
 * `npm run calibration -- EVAL`: encodes every scored set of a folder, lets its scorer say which facts are wrong, and measures how many of them carry a doubt, and how many
 * of the doubts are right. Findings that a fact is not there (no date, no heading) are asked of the editor and doubt no reading: they count only where they are right. With `--detail`, each wrong fact without a doubt and each doubt without a wrong fact.
 */
function main(): void {
  const [folder = '', ...rest] = process.argv.slice(2);
  if (!existsSync(join(folder, 'score_ocr.py'))) {
    console.error(
      'usage: npm run calibration -- EVAL [--detail]\nEVAL is a folder with score.py, score_ocr.py, score_cables.py and their sets.',
    );
    process.exitCode = 2;
    return;
  }
  const total: Measured = { wrong: 0, doubted: 0, doubts: 0, right: 0, silent: [], idle: [] };
  for (const set of setsOf(folder)) {
    const found = measure(set);
    print(set.name, found, rest.includes('--detail'));
    total.wrong += found.wrong;
    total.doubted += found.doubted;
    total.doubts += found.doubts;
    total.right += found.right;
  }
  print('all', total, false);
}

/** Where the sets lie that somebody wrote who knew no rule. */
const UNSEEN = 'tests/encode/unseen';

function setsOf(folder: string): readonly ScoredSet[] {
  const detailed = (name: string, scorer: string, set = join(folder, name)): ScoredSet => ({
    name,
    raw: join(set, 'raw'),
    wrongFacts: (encoded) => detailLines(python(join(folder, scorer), [encoded, '--set', set, '--detail'])),
  });
  const blocks = (name: string, scorer: string, raw: string, gold: string): ScoredSet => ({
    name,
    raw,
    wrongFacts: (encoded) => worstBlocks(python(join(folder, scorer), [gold, encoded, '--worst', '100000'])),
  });
  const headers = mkdtempSync(join(tmpdir(), 'chancery-'));
  const labels = join(folder, 'headers-dev.jsonl');
  python(join(folder, 'score_headers.py'), [labels, '--write-raw', headers]);
  process.on('exit', () => rmSync(headers, { recursive: true, force: true }));
  return [
    detailed('ocr', 'score_ocr.py'),
    detailed('cables', 'score_cables.py'),
    ...readdirSync(packageFile(UNSEEN))
      .filter((name) => /^(?:typescripts|cables)/.test(name))
      .map((name) =>
        detailed(
          `unseen ${name}`,
          name.startsWith('cables') ? 'score_cables.py' : 'score_ocr.py',
          packageFile(`${UNSEEN}/${name}`),
        ),
      ),
    blocks('dev', 'score.py', join(folder, 'dev', 'raw'), join(folder, 'dev')),
    blocks('headers-dev', 'score_headers.py', headers, labels),
  ];
}

function python(script: string, words: readonly string[]): string {
  return execFileSync('python3', [script, ...words], { encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** `row file #n gold "…" | got "…"`: one wrong fact a line. */
function detailLines(output: string): readonly WrongFact[] {
  const lines = [...output.matchAll(/^(\w+) +(\S+?\.txt)( #\d+)? +gold (.*) \| got (.*)$/gm)];
  // Of a document that was not found every fact is wrong, for that one reason.
  const missing = new Set(
    lines.flatMap(([, row, file, number, , got]) =>
      row === 'documents' && got === 'null' ? [`${file}${number}`] : [],
    ),
  );
  return lines
    .filter(([, row]) => row !== 'whole')
    .map(([, row = '', file = '', number = '', gold = '', got = '']) => ({
      file,
      row: missing.has(`${file}${number}`) ? 'documents' : row,
      words: [...stringsIn(gold), ...stringsIn(got)],
    }));
}

/** A file name, and below it, indented, its wrong facts: `row: gold '…', got '…'`. */
function worstBlocks(output: string): readonly WrongFact[] {
  const wrong: WrongFact[] = [];
  let file = '';
  for (const line of output.split('\n')) {
    const fact = /^ {4} *([\w ]+?):? (.*)$/.exec(line);
    if (fact !== null && file !== '') {
      const [, row = '', rest = ''] = fact;
      wrong.push({ file, row: row.split(' ')[0] ?? row, words: stringsIn(rest) });
    } else if (line.trim() !== '') {
      const name = line.split(' | ')[0]?.trim() ?? '';
      file = name.endsWith('.txt') ? name : `${name.replace('/', '-')}.txt`;
    }
  }
  return wrong;
}

/** What stands in quotation marks. */
function stringsIn(text: string): readonly string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"?|'((?:[^'\\]|\\.)*)'?/g)]
    .map((m) => m[1] ?? m[2] ?? '')
    .filter((s) => s.length > 1);
}

function measure(set: ScoredSet): Measured {
  const encoded = mkdtempSync(join(tmpdir(), 'chancery-'));
  try {
    const texts = readdirSync(set.raw).filter((name) => name.endsWith('.txt'));
    const files = texts.map((name) => join(set.raw, name));
    const words = [packageFile('dist/program/cli.js'), 'encode', ...files, '--out', encoded, '--json'];
    const { stdout } = spawnSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 1 << 28 });
    const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Finding[] };
    const doubts: readonly Doubt[] = diagnostics
      .filter(({ severity, code }) => severity !== 'info' && code.startsWith('EN'))
      .map(({ code, place, entry }) => ({
        code,
        file: basename(place?.file ?? ''),
        line: place?.start?.line ?? 1,
        settles: rowsOf(entry ?? ''),
      }));
    const rawOf = new Map(files.map((file) => [basename(file), readFileSync(file, 'utf8')]));
    return measured(set.wrongFacts(encoded), doubts, rawOf);
  } finally {
    rmSync(encoded, { recursive: true, force: true });
  }
}

/** The rows of a scorer that an entry of the manifest settles. */
function rowsOf(entry: string): readonly string[] {
  return [...entry.matchAll(/^(\w+):/gm)].flatMap(([, key = '']) => (key === 'when' ? ['when', 'date'] : [key]));
}

interface Finding {
  readonly code: string;
  readonly entry?: string;
  readonly severity: string;
  readonly place?: { readonly file?: string; readonly start?: { readonly line: number } };
}

function print(name: string, found: Measured, isDetailed: boolean): void {
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`);
  console.log(
    `${name.padEnd(26)} wrong facts ${String(found.wrong).padStart(5)}, with a doubt ${share(found.doubted, found.wrong).padStart(5)};` +
      ` doubts ${String(found.doubts).padStart(5)}, right ${share(found.right, found.doubts).padStart(5)}`,
  );
  if (!isDetailed) return;
  for (const { file, row, words } of found.silent)
    console.log(`  silent ${file} ${row}: ${words.join(' | ').slice(0, 160)}`);
  for (const { file, line, code } of found.idle) console.log(`  idle   ${file}:${line} ${code}`);
}

main();
