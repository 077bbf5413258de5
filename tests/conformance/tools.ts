import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** The package's root, and the folder of real volumes beside it, which not every machine has. */
export const root = join(import.meta.dirname, '../..');
export const volumes = join(root, '../shared/volumes');

/** What a tool said and how it ended. */
export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

/** Runs an installed tool; a tool that is not there is an error, since `.ci/run` installs them all. */
export function run(command: string, ...parameters: readonly string[]): Outcome {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error !== undefined) throw new Error(`${command} could not be run: ${error.message}`);
  return { status, output: `${stdout}${stderr}` };
}

/** Runs an installed tool while this process goes on, and answers it. */
export function runMeanwhile(command: string, ...parameters: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
}

/** Builds an edition with the compiled program, as a user would, into a folder of its own. */
export function build(input: string, only: string, out: string, ...more: readonly string[]): Outcome {
  return run(
    process.execPath,
    join(root, 'dist/program/cli.js'),
    'build',
    input,
    '--only',
    only,
    '--out',
    out,
    ...more,
  );
}

/** A folder that is gone afterwards. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'chancery-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The inputs of a suite: those that are there. What is absent is said aloud, so that nobody takes a skipped test for a passed one. */
export function present(inputs: readonly string[]): readonly string[] {
  return inputs.filter((input) => {
    if (existsSync(input)) return true;
    console.warn(`SKIPPED: ${input} is not there.`);
    return false;
  });
}

/** Where `.ci/run` installs what no Debian has. */
const installed = join(root, 'dist/ci');
/** Scripts that install and start the same tools, which not every machine has. */
const oracles = join(root, '../shared/oracles');

/** EPUBCheck 5, which knows EPUB 3.3 and EPUB Accessibility 1.1; undefined, and said aloud, where there is none. */
export function epubcheck(...files: readonly string[]): Outcome | undefined {
  const libraries = join(installed, 'epubcheck');
  const script = join(oracles, 'epubcheck5');
  if (existsSync(libraries)) {
    const outcomes = files.map((file) =>
      run('java', '-cp', join(libraries, '*'), 'com.adobe.epubcheck.tool.Checker', file),
    );
    return {
      status: Math.max(...outcomes.map(({ status }) => status ?? 1)),
      output: outcomes.map(({ output }) => output).join('\n'),
    };
  }
  return existsSync(script) ? run(script, ...files) : skipped('EPUBCheck 5', libraries);
}

/** What veraPDF finds wrong in a PDF by one of its profiles (`ua1`, `ua2`, `wt1a`): the rules that fail, with an example; undefined, and said aloud, where there is none. */
export function verapdf(profile: string, file: string): readonly string[] | undefined {
  const places = [
    join(installed, 'verapdf'),
    join(process.env['ORACLES_HOME'] ?? join(homedir(), '.cache/chancery-oracles'), 'verapdf/lib'),
  ];
  const libraries = places.find((place) => existsSync(place));
  if (libraries === undefined) return skipped('veraPDF', places[0] ?? '');
  const { output } = run(
    ...(['java', '-cp', join(libraries, '*'), 'org.verapdf.apps.GreenfieldCliWrapper'] as const),
    ...['--format', 'json', '--maxfailuresdisplayed', '1', '-f', profile, file],
  );
  const { report } = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)) as VeraPdfReport;
  const [result] = report.jobs.flatMap(({ validationResult }) => validationResult ?? []);
  if (result === undefined) return [`${file} was not validated: ${output.slice(0, 500)}`];
  const failed = result.details.ruleSummaries.filter(({ ruleStatus }) => ruleStatus === 'FAILED');
  const findings = failed.map(
    ({ clause, testNumber, description, checks }) =>
      `${clause}-${testNumber} ${description} ${checks?.[0]?.context ?? ''}`,
  );
  return findings.length === 0 && !result.compliant ? ['not compliant'] : findings;
}

/** What veraPDF reports, as far as it is read. */
interface VeraPdfReport {
  readonly report: {
    readonly jobs: readonly {
      readonly validationResult?: readonly {
        readonly compliant: boolean;
        readonly details: {
          readonly ruleSummaries: readonly {
            readonly ruleStatus: string;
            readonly clause: string;
            readonly testNumber: number;
            readonly description: string;
            readonly checks?: readonly { readonly context?: string }[];
          }[];
        };
      }[];
    }[];
  };
}

/** Ace by DAISY; undefined, and said aloud, where there is none. @param report a folder for its reports */
export function ace(file: string, report: string): Outcome | undefined {
  const program = join(installed, 'ace/node_modules/.bin/ace-cli');
  const script = join(oracles, 'ace');
  process.env['PUPPETEER_EXECUTABLE_PATH'] ??= '/usr/bin/chromium';
  if (existsSync(program)) return run(program, '--force', '--outdir', join(report, basename(file, '.epub')), file);
  return existsSync(script) ? run(script, file, '--out', report) : skipped('Ace by DAISY', program);
}

function skipped(tool: string, place: string): undefined {
  console.warn(`SKIPPED: ${tool} is not at ${place}; .ci/run installs it.`);
}
