import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enterIntoRecord } from '../../src/pipeline/record.js';
import { countOf, tell } from '../generate/night.js';
import { isNight, seedOf } from '../runs.js';
import { seeded } from '../validate/single-changes.js';
import { Observer, type RunningServer, type Stored } from './inveniordm.js';
import { type Published, publishCommand } from './publish-command.js';
import { build, root } from './tools.js';

/** What an edition comes to in its life; each is struck by itself, at an instant of its own. */
const stages = ['first deposit', 'new version', 'edit of metadata'] as const;
type Stage = (typeof stages)[number];

/** How many editions live at once: most of the time of a deposit is spent on waiting for the server’s index. */
const LANES = isNight ? 3 : 1;
/** The publisher of the editions that all others are copied from, as long as the number that stands in its place. */
const PUBLISHER = 'Publisher 00000';

/** An edition that was built, as it is copied for each life. */
interface Edition {
  readonly folder: string;
  readonly tei: string;
}

/** What a life needs. */
interface Lives {
  readonly folder: string;
  readonly server: RunningServer;
  readonly editions: readonly [Edition, Edition];
  /** Milliseconds that each stage takes when nothing befalls it. */
  readonly times: Map<Stage, number>;
  /** What the journals say last of those that were killed. */
  readonly deaths: Map<Stage, string[]>;
}

/**
 * Kills by kill -9, at instants of chance over the whole time of a deposit, of a new version of it and of an edit of its metadata, and gives the
 * same command again: each version is there once, with its bytes. A few by day; by night 200 of each (`CHANCERY_COUNT` bounds them).
 */
export function randomDeaths(folder: string, serverOf: () => RunningServer): void {
  test('killed by kill -9 at any instant, and run again: each version once, with its bytes', async () => {
    const server = serverOf();
    const lives: Lives = {
      folder,
      server,
      editions: [built(folder, 'first', 'Dear Sir:'), built(folder, 'second', 'Dear Sirs:')],
      times: new Map(),
      deaths: new Map(stages.map((stage) => [stage, []])),
    };
    const [count, seed] = [countOf(2, 200), seedOf(17)];
    const chance = seeded(seed);
    const expected = new Map<string, readonly unknown[]>();
    // One that nobody kills, to know how long each stage takes.
    expected.set(...(await life(lives, 0, () => undefined)));
    let lived = 0;
    const lane = async (): Promise<void> => {
      while (stages.some((stage) => (lives.deaths.get(stage)?.length ?? 0) < count)) {
        const n = ++lived;
        // Spread over the whole of the time, as the golden section spreads them, and by chance between.
        expected.set(...(await life(lives, n, () => (n * 0.618034 + chance() / count) % 1)));
        // A run of hours may be ended from outside: what it has seen is told as it goes.
        if (isNight && n % 20 === 0) tell(`seed ${seed}, after ${n} lives: ${howMany(lives.deaths)}`);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    // Nothing has come to light since.
    const observer = new Observer(server);
    for (const [urn, all] of expected) expect((await observer.stored(urn)).map(inWords), urn).toEqual(all);
    for (const stage of stages) {
      const died = lives.deaths.get(stage) ?? [];
      if (isNight) tell(`${stage}, seed ${seed}: ${died.length} killed in ${lived} lives: ${tally(died)}`);
    }
  }, 36_000_000);
}

/** The letter of the template as an edition. */
function built(folder: string, name: string, salutation: string): Edition {
  const volume = join(folder, `volume-${name}`);
  cpSync(join(root, 'corpus/template'), volume, { recursive: true });
  const manifest = join(volume, 'volume.yaml');
  const text = readFileSync(manifest, 'utf8').replace(/^publisher: .*/m, `publisher: ${PUBLISHER}`);
  writeFileSync(manifest, text.replace(/^id: .*/m, 'id: letters'));
  const letter = join(volume, 'letter.txt');
  writeFileSync(letter, readFileSync(letter, 'utf8').replace('Dear Sir:', salutation));
  const out = join(folder, `built-${name}`);
  const { status, output } = build(volume, 'epub', out);
  expect(status, output).toBe(0);
  return { folder: out, tei: readFileSync(join(out, 'tei/letters.xml'), 'utf8') };
}

/** The life of one edition. @param instant where in the time of a stage it is killed, from 0 to 1; undefined where it is left alone */
async function life(
  lives: Lives,
  n: number,
  instant: () => number | undefined,
): Promise<[urn: string, stored: readonly unknown[]]> {
  const volume = join(lives.folder, `life-${n}`);
  mkdirSync(volume);
  const publisher = `Publisher ${String(Date.now() % 100_000).padStart(5, '0')}`;
  const own = `${publisher}.${n}`;
  const observer = new Observer(lives.server);
  const all: unknown[] = [];
  let urn = '';
  for (const stage of stages) {
    const edition = lives.editions[stage === 'first deposit' ? 0 : 1];
    const out = join(volume, 'out');
    cpSync(edition.folder, out, { recursive: true });
    const tei = edition.tei.replaceAll(PUBLISHER, own);
    writeFileSync(join(out, 'tei/letters.xml'), tei);
    enterIntoRecord(out, 'tei/letters.xml', tei);
    const licence = stage === 'edit of metadata' ? 'cc-by-sa-4.0' : 'cc-by-4.0';
    writeFileSync(
      join(volume, 'volume.yaml'),
      `id: letters\ntargets:\n  here:\n    type: inveniordm\n    baseUrl: ${lives.server.baseUrl}\n    licence: ${licence}\n    token: { env: HERE_TOKEN }\n`,
    );
    const done = await struck(lives, stage, volume, instant);
    expect(done.status, `${stage} ${n}: ${done.output}`).toBe(0);
    urn = done.report.urn;
    const bytes = { 'letters.xml': tei, 'letters.epub': readFileSync(join(out, 'epub/letters.epub'), 'latin1') };
    if (stage === 'edit of metadata') all.pop();
    all.push({ isPublished: true, hasDraft: false, licence, ...bytes });
    expect((await observer.stored(urn)).map(inWords), `${stage} ${n}`).toEqual(all);
  }
  return [urn, all];
}

/** One stage, killed and run again. Where it ends before its instant, it has taken less time than was thought, and is no death. */
async function struck(
  { server, times, deaths }: Lives,
  stage: Stage,
  volume: string,
  instant: () => number | undefined,
): Promise<Published> {
  const words = [volume, '--built', join(volume, 'out'), '--to', 'here', '--only', 'tei,epub', '--publish'];
  const env = { HERE_TOKEN: server.token };
  const at = instant();
  const begun = performance.now();
  if (at !== undefined) {
    let timer: NodeJS.Timeout | undefined;
    const killed = await publishCommand(words, env, (child) => {
      timer = setTimeout(() => child.kill('SIGKILL'), at * (times.get(stage) ?? 0));
    });
    clearTimeout(timer);
    if (killed.status !== null) {
      times.set(stage, performance.now() - begun);
      return killed;
    }
    deaths.get(stage)?.push(lastWords(volume));
  }
  const done = await publishCommand(words, env);
  if (at === undefined) times.set(stage, performance.now() - begun);
  return done;
}

/** What the journal says last: which step was under way. */
function lastWords(volume: string): string {
  try {
    const last = readFileSync(join(volume, 'published/here.jsonl'), 'utf8').trimEnd().split('\n').at(-1) ?? '';
    const { step, event } = JSON.parse(last) as { step: string; event: string };
    return `${step.replace(/ \w{5}-\w{5}$/, '')} ${event}`;
  } catch {
    return 'nothing yet';
  }
}

function inWords({ isPublished, hasDraft, licence, files }: Stored): unknown {
  const bytes = Object.fromEntries(
    [...files].map(([key, content]) => [key, content.toString(key.endsWith('.epub') ? 'latin1' : 'utf8')]),
  );
  return { isPublished, hasDraft, licence, ...bytes };
}

function howMany(deaths: Lives['deaths']): string {
  return [...deaths].map(([stage, died]) => `${stage} ${died.length} killed`).join(', ');
}

/** How often each was. */
function tally(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([word, count]) => `${word} ${count}`)
    .join(', ');
}
