import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PublishReport } from '../../src/pipeline/publish.js';
import { countOf, tell } from '../generate/night.js';
import { filesIn } from '../publish/archives.js';
import { isNight, seedOf } from '../runs.js';
import { seeded } from '../validate/single-changes.js';
import { expectValid } from './mirrors.js';
import { apache, hasProgram, sshd, startSsh, startWebDav } from './own-servers.js';
import { type Published, publishCommand } from './publish-command.js';
import { hasServer, patiently, startServer } from './servers.js';
import { build, present, root, temporaryFolder, volumes } from './tools.js';

/** All kinds of targets but InvenioRDM by the command, as a user has them: a volume, its manifest, secrets in variables or files. */
const has = { fedora: hasServer('fedora'), s3: hasServer('s3'), sftp: hasProgram(sshd), webdav: hasProgram(apache) };
type Name = keyof typeof has;
const names = (Object.keys(has) as Name[]).filter((name) => has[name]);

const folder = temporaryFolder();
const volume = join(folder.path, 'sampler');
const out = join(folder.path, 'out');
const manifest = join(volume, 'volume.yaml');
const publisher = `Chancery ${Date.now()}`;
/** Where the user's own list of targets is looked for. */
let configuration = folder.path;
const secrets: Record<string, string> = { WEBDAV_PASSWORD: 'canary-of-webdav' };
/** Where a mirror lies. */
const mirrored: Partial<Record<Name, string>> = {};
const stops: (() => unknown)[] = [];
let fedora: { url: string; user: string; password: string };

beforeAll(async () => {
  cpSync(join(root, 'corpus/sampler'), volume, { recursive: true });
  const targets: string[] = ['targets:'];
  if (has.fedora) {
    fedora = startServer('fedora');
    secrets['FEDORA_PASSWORD'] = fedora.password;
    targets.push(
      `  fedora:\n    type: fedora\n    baseUrl: ${fedora.url}\n    container: c${Date.now()}\n    user: ${fedora.user}\n    password: { env: FEDORA_PASSWORD }`,
    );
  }
  if (has.s3) {
    const s3 = startServer<Record<string, string>>('s3');
    const bucket = `command-${Date.now()}`;
    mirrored.s3 = join(s3['folder'] ?? '', bucket, 'ocfl');
    mkdirSync(mirrored.s3, { recursive: true });
    stops.push(() => rmSync(join(s3['folder'] ?? '', bucket), { recursive: true }));
    secrets['S3_SECRET'] = s3['secretAccessKey'] ?? '';
    targets.push(
      `  s3:\n    type: s3\n    baseUrl: ${s3['url']}\n    bucket: ${bucket}\n    prefix: ocfl\n    accessKeyId: ${s3['accessKeyId']}\n    secretAccessKey: { env: S3_SECRET }`,
    );
  }
  if (has.sftp) {
    const keys = join(folder.path, 'ssh');
    mkdirSync(keys);
    const server = await startSsh(keys);
    mirrored.sftp = join(folder.path, 'by sftp');
    mkdirSync(mirrored.sftp);
    stops.push(server.stop);
    writeFileSync(join(volume, 'key'), server.privateKey, { mode: 0o600 });
    secrets['KEY'] = server.privateKey.split('\n')[2] ?? '';
    targets.push(
      `  sftp:\n    type: sftp\n    baseUrl: sftp://127.0.0.1:${server.port}${encodeURI(mirrored.sftp)}\n    user: ${server.user}\n    hostKey: ${server.hostKey}\n    privateKey: { file: key }`,
    );
  }
  if (has.webdav) {
    const place = temporaryFolder();
    const server = await startWebDav(place.path, secrets['WEBDAV_PASSWORD'] ?? '');
    mirrored.webdav = server.files;
    stops.push(server.stop, place.remove);
    targets.push(
      `  webdav:\n    type: webdav\n    baseUrl: http://127.0.0.1:${server.port}/\n    user: editor\n    password: { env: WEBDAV_PASSWORD }`,
    );
  }
  const text = readFileSync(manifest, 'utf8').replace(/^publisher: .*/m, `publisher: ${publisher}`);
  writeFileSync(manifest, `${text}\n${targets.join('\n')}\n`);
  const built = build(volume, 'html,epub,archive', out);
  expect(built.status, built.output).toBe(0);
}, 900_000);
afterAll(async () => {
  for (const stop of stops) await stop();
  folder.remove();
});

/** The command, as a process of its own. @param killedAfter milliseconds, after which it is killed by kill -9 */
async function command(words: readonly string[], killedAfter?: number): Promise<Published> {
  let timer: NodeJS.Timeout | undefined;
  let argv = '';
  const ended = await publishCommand(words, { ...secrets, XDG_CONFIG_HOME: configuration }, (child) => {
    argv = readFileSync(`/proc/${child.pid}/cmdline`, 'utf8');
    if (killedAfter !== undefined) timer = setTimeout(() => child.kill('SIGKILL'), killedAfter);
  });
  clearTimeout(timer);
  for (const secret of Object.values(secrets)) expect(`${ended.output}${argv}`).not.toContain(secret);
  return ended;
}

const at =
  (name: Name) =>
  (...words: readonly string[]) =>
    command([...words, volume, '--built', out, '--to', name]);

describe.skipIf(names.length === 0)('by the command', { timeout: 900_000 }, () => {
  test.each(names)('%s: the sampler, killed again and again, then changed, and asked of', async (name) => {
    const publish = at(name);
    const plan = await publish('--dry-run');
    expect([plan.status, plan.report.steps?.at(-1)?.kind], plan.output).toEqual([0, 'verify']);
    const check = await publish('--check');
    expect(check.status, check.output).toBe(0);
    expect((await publish('status')).report.state).toBe('absent');
    for (const option of ['--publish', '--reserve', '--replace'])
      expect((await publish(option)).report.diagnostics.map(({ code }) => code)).toEqual(['PU050']);
    for (const time of [1200, 1500, 2000, 2600, 3300]) await command([volume, '--built', out, '--to', name], time);
    const made = await publish();
    expect([made.status, made.report.state], made.output).toEqual([0, 'published']);
    await same(name, made.report);

    const day = `2026-02-0${names.indexOf(name) + 1}`;
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/^date: .*/m, `date: ${day}`));
    const rebuilt = build(volume, 'html,epub,archive', out);
    expect(rebuilt.status, rebuilt.output).toBe(0);
    const changed = await publish();
    expect([changed.status, changed.report.state], changed.output).toEqual([0, 'published']);
    await same(name, changed.report);
    const again = await publish();
    expect([again.status, again.report.acted], again.output).toEqual([0, []]);
    const receipt = await publish('receipt');
    expect([receipt.status, receipt.report.state], receipt.output).toEqual([0, 'published']);
    expect((await publish('withdraw')).status).not.toBe(0);
    const journal = readFileSync(join(volume, 'published', `${name}.jsonl`), 'utf8');
    for (const secret of Object.values(secrets)) expect(journal).not.toContain(secret);
  });

  /** What is there is byte for byte what is here. */
  async function same(name: Name, report: PublishReport, built = out): Promise<void> {
    const path = mirrored[name];
    if (path !== undefined) {
      const there = filesIn(path);
      const here = filesIn(join(built, 'archive'));
      // The second edition is brought into the storage root of the first.
      const own = built === out ? there : Object.fromEntries(Object.keys(here).map((file) => [file, there[file]]));
      expect(own).toEqual(here);
      return expectValid(path, true);
    }
    const authorization = `Basic ${Buffer.from(`${fedora.user}:${fedora.password}`).toString('base64')}`;
    for (const { key, sha256 } of report.files) {
      const answer = await patiently(`${report.page}/${key}`, { headers: { authorization } });
      const digest = createHash('sha256').update(Buffer.from(await answer.arrayBuffer()));
      expect(digest.digest('hex'), key).toBe(sha256);
    }
  }

  test('killed by kill -9 at instants of chance, and run again: each edition is one version, byte for byte', async () => {
    const chance = seeded(seedOf(23));
    const times = new Map<Name, number>();
    const deaths: Record<Name, number> = { fedora: 0, s3: 0, sftp: 0, webdav: 0 };
    for (let n = 1; n <= countOf(1, 12); n++) {
      const day = `2026-03-${String(n).padStart(2, '0')}`;
      writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/^date: .*/m, `date: ${day}`));
      const rebuilt = build(volume, 'html,epub,archive', out);
      expect(rebuilt.status, rebuilt.output).toBe(0);
      for (const name of names) if (await struck(name, times, (n * 0.618034 + chance()) % 1)) deaths[name]++;
    }
    if (isNight) tell(`targets, seed ${seedOf(23)}, killed: ${JSON.stringify(deaths)}`);
  });

  /**
   * One edition at one target, killed and gone on with.
   * @param times how long each takes that nobody kills, which the first of each shows
   * @param instant where in that time it is killed, from 0 to 1
   * @returns whether it was, before it had ended
   */
  async function struck(name: Name, times: Map<Name, number>, instant: number): Promise<boolean> {
    const before = await versionsOf(name);
    const words = [volume, '--built', out, '--to', name];
    const killed = (await command(words, instant * (times.get(name) ?? 2500))).status === null;
    const begun = performance.now();
    const done = await command(killed && existsSync(journalOf(name)) ? [...words, '--resume'] : words);
    if (!times.has(name)) times.set(name, performance.now() - begun);
    expect([done.status, done.report.state], `${name}: ${done.output}`).toEqual([0, 'published']);
    await same(name, done.report);
    expect(await versionsOf(name), name).toBe(before === undefined ? undefined : before + 1);
    expect((await command(words)).report.acted).toEqual([]);
    return killed;
  }

  const journalOf = (name: Name): string => join(volume, 'published', `${name}.jsonl`);

  /** How many versions a Fedora has of the edition; undefined for a mirror, whose whole root is compared. */
  async function versionsOf(name: Name): Promise<number | undefined> {
    if (name !== 'fedora') return undefined;
    const { page } = (await at(name)('status')).report;
    if (page === undefined) return 0;
    const authorization = `Basic ${Buffer.from(`${fedora.user}:${fedora.password}`).toString('base64')}`;
    const headers = { authorization, accept: 'application/link-format' };
    const answer = await patiently(`${page}/fcr:versions`, { headers });
    return [...(await answer.text()).matchAll(/fcr:versions\/\d{14}>/g)].length;
  }

  const [large] = present([join(volumes, 'frus1964-68v14.xml')]);
  test.skipIf(large === undefined)('a volume of the series, changed, at each of them: byte for byte', async () => {
    const built = join(folder.path, 'v14');
    // Beside the sampler, in the same storage root.
    const tei = join(volume, 'frus1964-68v14.xml');
    const own = join(folder.path, 'config', 'chancery');
    mkdirSync(own, { recursive: true });
    const targets = readFileSync(manifest, 'utf8').replace(/^[\s\S]*\ntargets:/, 'targets:');
    writeFileSync(join(own, 'targets.yaml'), targets.replace('{ file: key }', `{ file: ${join(volume, 'key')} }`));
    configuration = join(folder.path, 'config');
    const text = readFileSync(large ?? '', 'utf8');
    for (const words of [text, text.replace(/(?=<\/title>)/, ', Corrected')]) {
      writeFileSync(tei, words);
      const { status, output } = build(tei, 'archive', built);
      expect(status, output).toBe(0);
      // By night at all of them: some 2,000 files are read back each time.
      for (const name of isNight ? names : names.slice(0, 2)) {
        const made = await command([tei, '--built', built, '--to', name]);
        expect([made.status, made.report.state], made.output).toEqual([0, 'published']);
        await same(name, made.report, built);
        const again = await command([tei, '--built', built, '--to', name]);
        expect([again.status, again.report.acted], again.output).toEqual([0, []]);
      }
    }
    configuration = folder.path;
  });
});
