/** `build` where the input is a series: how far it is while it goes on, and a table at the end. */
import { availableParallelism, totalmem } from 'node:os';
import { type Diagnostic, diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { formatCounts } from '../diagnostics/format.js';
import { plural, size } from '../diagnostics/words.js';
import { largest } from '../model/list.js';
import { buildSeries, type SeriesReport } from '../series/build.js';
import type { VolumeRow } from '../series/events.js';
import { SERIES_EDITIONS, type SeriesEdition } from '../series/manifest-schema.js';
import { argument } from './argument.js';
import { isFailure } from './failures.js';
import { depositTime, fixedTime } from './provenance.js';
import { SeriesProgress } from './series-progress.js';
import type { Call, ExitCode, OptionValues } from './verb.js';

/** How often a finding of one kind is shown in one volume. */
const shownOfEachKind = 3;
const LEAST_MEMORY = 512 * 2 ** 20;
/** What of the machine's memory is taken where nothing is said. */
const SHARE = 0.75;

export async function buildSeriesCommand({ arguments: [input = ''], options, terminal }: Call): Promise<ExitCode> {
  const { value: limits, diagnostics: wrong } = limitsOf(options);
  if (limits === undefined) {
    terminal.report(wrong);
    terminal.sayJson({ diagnostics: wrong });
    return 2;
  }
  const only = options.list('only') as readonly SeriesEdition[];
  const [out, cache, theme, printStyle] = ['out', 'cache', 'theme', 'print-style'].map((name) => options.value(name));
  const progress = new SeriesProgress(terminal, options.flag('explain'));
  const start = performance.now();
  const built = await buildSeries(
    {
      ...{ input, ...limits, volumes: options.list('volumes'), searchServer: options.flag('search-server') },
      ...(only.length === 0 ? {} : { only }),
      ...(out === undefined ? {} : { out }),
      ...(cache === undefined ? {} : { cache }),
      ...(theme === undefined ? {} : { theme }),
      ...(printStyle === undefined ? {} : { printStyle }),
      ...(fixedTime() === undefined ? {} : { modified: depositTime() }),
    },
    (event) => progress.tell(event),
  );
  progress.end();
  const seconds = (performance.now() - start) / 1000;
  terminal.report(built.diagnostics.filter(isShown), built.sources, shownOfEachKind);
  if (terminal.json)
    terminal.print(JSON.stringify({ event: 'end', ...built.value, diagnostics: built.diagnostics, seconds }));
  if (built.value !== undefined) terminal.say(summary(built.value, built.diagnostics, seconds));
  // A volume that fails is a finding of the series, whatever it failed for.
  const ofVolumes = new Set(built.value?.rows.flatMap(({ diagnostics }) => diagnostics));
  if (built.diagnostics.some((found) => isFailure(found) && !ofVolumes.has(found))) return 2;
  return built.value === undefined || hasErrors(built.diagnostics) ? 1 : 0;
}

/** What single volumes have to say besides errors is counted in the table; what is found over the series is told. */
function isShown({ code, severity }: Diagnostic): boolean {
  return severity === 'error' || code.startsWith('SE');
}

interface Limits {
  readonly processes: number;
  readonly memory: number;
}

function limitsOf(options: OptionValues): { readonly value?: Limits; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const asked = options.value('memory');
  const memory = asked === undefined ? totalmem() * SHARE : bytesOf(asked);
  if (memory === undefined || memory < LEAST_MEMORY) diagnostics.push(diagnostic('SE011', { value: asked ?? '' }));
  const count = options.value('processes');
  const processes = count === undefined ? availableParallelism() : Number(count);
  if (!/^[1-9]\d{0,2}$/.test(count ?? '1'))
    diagnostics.push(
      diagnostic('CM007', { option: '--processes', value: count ?? '', allowed: 'a number from 1 to 999' }),
    );
  const edition = options.list('only').find((name) => !(SERIES_EDITIONS as readonly string[]).includes(name));
  if (edition !== undefined)
    diagnostics.push(diagnostic('CM007', { option: '--only', value: edition, allowed: SERIES_EDITIONS.join(', ') }));
  return diagnostics.length > 0 || memory === undefined
    ? { diagnostics }
    : { value: { processes, memory }, diagnostics };
}

/** `8G`, `900M`, `8 GB`. */
function bytesOf(words: string): number | undefined {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*([MG])i?B?$/i.exec(words.trim()) ?? [];
  return number === undefined ? undefined : Number(number) * (unit.toUpperCase() === 'G' ? 2 ** 30 : 2 ** 20);
}

function summary(
  { title, folder, rows, placed }: SeriesReport,
  diagnostics: readonly Diagnostic[],
  seconds: number,
): string {
  const counted = (state: VolumeRow['state']): number => rows.filter((row) => row.state === state).length;
  const states = [
    `${plural(counted('built'), 'volume')} built`,
    ...(counted('kept') > 0 ? [`${counted('kept')} as they were`] : []),
    ...(counted('failed') > 0 ? [`${counted('failed')} failed`] : []),
    ...(counted('left') > 0 ? [`${counted('left')} left out`] : []),
    ...(placed !== counted('built') ? [`${placed} put into place`] : []),
  ];
  const findings = diagnostics.length === 0 ? '' : `; ${formatCounts(diagnostics)}`;
  return [
    title,
    ...table(rows),
    `  ${states.join(', ')} in ${duration(seconds)}${findings}`,
    `  not validated in full: chancery validate does that`,
    `  ${argument(`${folder}/index.html`)}`,
  ].join('\n');
}

/** A row for each volume that was looked at; of one that is as it was, how long it once took. */
function table(rows: readonly VolumeRow[]): readonly string[] {
  const cells = rows
    .filter(({ state }) => state !== 'left')
    .map(({ volume, state, documents, notes, seconds, memory, diagnostics }) => [
      volume,
      ...(state === 'failed' ? ['', '', '', ''] : [String(documents), String(notes), seconds.toFixed(1), size(memory)]),
      state === 'failed'
        ? 'failed'
        : state === 'kept'
          ? `as it was; ${diagnostics.length}`
          : String(diagnostics.length),
    ]);
  if (cells.length === 0) return [];
  const lines = [['volume', 'documents', 'notes', 'seconds', 'memory', 'findings'], ...cells];
  const widths = (lines[0] ?? []).map((_, column) => largest(lines.map((line) => (line[column] ?? '').length)));
  return lines.map((line) =>
    `  ${line.map((cell, at) => (at === 0 || at === 5 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')}`.trimEnd(),
  );
}

function duration(seconds: number): string {
  if (seconds < 90) return `${seconds.toFixed(1)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
