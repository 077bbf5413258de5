import { join } from 'node:path';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { countFindings, formatCounts } from '../diagnostics/format.js';
import { plural, size } from '../diagnostics/words.js';
import { houseStyles } from '../model/house-style.js';
import { largest } from '../model/list.js';
import { OFFPRINT_PARTS, type Offprints } from '../model/manifest.js';
import { type BuildReport, type Built, build, type Output, outputs } from '../pipeline.js';
import { isSeries } from '../series/is-series.js';
import { argument } from './argument.js';
import { isFailure } from './failures.js';
import { idleOptions } from './idle-options.js';
import { accountName, checkAddress, depositTime, fixedTime, provenanceOptions } from './provenance.js';
import { misplacedOptions, seriesOptions } from './series-options.js';
import type { ExitCode, Verb } from './verb.js';

/** How often a finding of one kind is shown. */
const shownOfEachKind = 5;

/** `build INPUT`: the whole line. */
export const verb: Verb = {
  name: 'build',
  isOfVolumes: true,
  description:
    'Builds the editions of a volume: validates its TEI and makes a web site, an EPUB, a PDF for print, and a version in an archive. ' +
    'A folder of raw texts with a volume.yaml is encoded first; a volume of the Foreign Relations series, or a single TEI document, is taken as it is. ' +
    'Outputs are swapped in when all are made, so that a build that fails leaves the last good one. ' +
    'A folder with a series.yaml is a series: its volumes are built in several processes and linked with each other, and what has not changed is not built again.',
  argument: {
    name: 'INPUT',
    count: 'one',
    description: 'a folder with a volume.yaml, a TEI volume or document (.xml), or a folder with a series.yaml',
  },
  options: {
    out: {
      value: 'DIR',
      short: 'o',
      description: 'the folder for the outputs (default: dist/ and the id of the volume)',
    },
    archive: {
      value: 'DIR',
      description:
        'the archive, an OCFL storage root that many volumes may share (default: archive/ in the folder for the outputs)',
    },
    theme: {
      value: 'FILE',
      description:
        'the house style of the web site: a theme.yaml with colours, faces, logo, imprint and links (default: the theme.yaml beside the volume.yaml, or beside the series.yaml)',
    },
    'print-style': {
      value: 'STYLE',
      description: `the house style of the printed book: ${Object.keys(houseStyles).join(', ')}, or a file print.yaml (default: the print.yaml beside the volume.yaml, or beside the series.yaml; else chancery)`,
    },
    only: {
      value: 'LIST',
      list: true,
      choices: outputs,
      description: 'make only these, and the TEI; full validation is left out, unless the archive is among them',
    },
    offprints: {
      value: 'PARTS',
      choices: OFFPRINT_PARTS,
      description:
        'the parts of which the web site has an EPUB and a PDF: chapters, or documents for these and every document, which takes many times as long (default: as the volume.yaml says; none)',
    },
    'search-server': {
      description:
        'put the documents for a search server into the web site too: search/documents.jsonl, and a mapping for OpenSearch',
    },
    ...provenanceOptions,
    ...seriesOptions,
  },
  examples: [
    ['chancery build corpus/sampler', 'make all editions of the sampler in dist/sampler'],
    ['chancery build frus1964-68v14.xml --only html,epub', 'make a web site and an EPUB of an existing volume'],
    [
      'chancery build my-volume --out public --json',
      'write to public/, and what was done as JSON to the standard output',
    ],
    ['chancery build my-series --memory 8G', 'build what has changed in a series, with up to 8 GB of memory'],
  ],
  async run(call) {
    const {
      arguments: [input = ''],
      options,
      terminal,
    } = call;
    const misplaced = [...misplacedOptions(input, options, isSeries(input)), ...idleOptions(options)];
    if (misplaced.length > 0) {
      terminal.report(misplaced);
      terminal.sayJson({ diagnostics: misplaced });
      return 2;
    }
    if (isSeries(input)) return (await import('./build-series.js')).buildSeriesCommand(call);
    const out = options.value('out');
    const only = options.list('only') as readonly Output[];
    const offprints = options.value('offprints') as Offprints | undefined;
    const archive = options.value('archive');
    const theme = options.value('theme');
    const printStyle = options.value('print-style');
    const message = options.value('message');
    const userAddress = options.value('user-address');
    const unfit = checkAddress(userAddress);
    if (unfit.length > 0) {
      terminal.report(unfit);
      terminal.sayJson({ diagnostics: unfit });
      return 2;
    }
    const built = await build(
      {
        input,
        ...(theme === undefined ? {} : { theme }),
        ...(printStyle === undefined ? {} : { printStyle }),
        ...(out === undefined ? {} : { out }),
        ...(only.length === 0 ? {} : { only }),
        ...(archive === undefined ? {} : { archive }),
        ...(offprints === undefined ? {} : { offprints }),
        ...(options.flag('search-server') ? { searchServer: true } : {}),
        ...(fixedTime() === undefined ? {} : { modified: depositTime() }),
        created: depositTime(),
        user: options.value('user') ?? accountName(),
        ...(userAddress === undefined ? {} : { userAddress }),
        ...(message === undefined ? {} : { message }),
      },
      { now: () => performance.now(), progress: (words) => terminal.progress(words) },
    );
    terminal.report(built.diagnostics.filter(isShown), built.sources, shownOfEachKind);
    terminal.sayJson({ ...built.value, diagnostics: built.diagnostics, stages: built.times, seconds: built.seconds });
    if (built.value !== undefined) terminal.say(summary(built.value, built));
    return exitCode(built);
  },
};

/** An older volume can have a thousand warnings of validation; a build counts them, `chancery validate` shows them. */
function isShown({ code, severity }: Diagnostic): boolean {
  return severity === 'error' || !code.startsWith('VA');
}

function exitCode({ value, diagnostics }: Built): ExitCode {
  if (diagnostics.some(isFailure)) return 2;
  return value === undefined || hasErrors(diagnostics) ? 1 : 0;
}

function summary(report: BuildReport, built: Built): string {
  const rows = [...partRows(report)];
  if (report.archive !== undefined)
    rows.push([
      'archive',
      report.archive.path,
      `${report.archive.added ? 'new version' : 'unchanged,'} ${report.archive.version}`,
    ]);
  const widths = [0, 1].map((i) => largest(rows.map((row) => row[i]?.length ?? 0)));
  const table = rows.map(([part = '', path = '', what = '']) =>
    `  ${part.padEnd(widths[0] ?? 0)}  ${path.padEnd(widths[1] ?? 0)}  ${what}`.trimEnd(),
  );
  const counts = `${plural(report.documents, 'document')}, ${plural(report.notes, 'note')}; ${countFindings(built.diagnostics)}`;
  return [report.title, `  ${counts}`, ...validationLine(report, built), ...table, `  ${timing(built)}`].join('\n');
}

/** What validation has found and the build has not shown, or that it was left out. */
function validationLine(report: BuildReport, { diagnostics }: Built): string[] {
  const tei = argument(report.files[0]?.path ?? '');
  if (!report.validated) return [`  not validated in full: chancery validate ${tei}`];
  const hidden = diagnostics.filter((d) => !isShown(d));
  const counts = formatCounts(hidden).replace(/ in [\d,]+ files?$/, '');
  return hidden.length === 0 ? [] : [`  ${counts} by validation: chancery validate ${tei} shows them`];
}

/** A row for each part: its file, or its folder with the number of its files, and the size. */
function partRows({ files, folder }: BuildReport): string[][] {
  return [...new Set(files.map(({ part }) => part))].map((part) => {
    const own = files.filter((file) => file.part === part);
    const bytes = own.reduce((sum, file) => sum + file.bytes, 0);
    const [first] = own;
    if (own.length === 1 && first !== undefined) return [part, first.path, size(bytes)];
    const index = join(folder, part, 'index.html');
    const start = own.some(({ path }) => path === index) ? index : join(folder, part);
    return [part, start, `${plural(own.length, 'file')}, ${size(bytes)}`];
  });
}

function timing({ seconds, times }: Built): string {
  const list = (beside: boolean): string =>
    times
      .filter((time) => (time.beside === true) === beside)
      .map((time) => `${time.stage} ${time.seconds.toFixed(time.seconds < 0.095 ? 2 : 1)}`)
      .join(', ');
  const beside = list(true);
  return `${seconds.toFixed(1)} s: ${list(false)}${beside === '' ? '' : `; beside them ${beside}`}`;
}
