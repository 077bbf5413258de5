import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Client, type ClientSurroundings } from '../../src/publish/client.js';
import { basic } from '../../src/publish/credentials.js';
import { fileInMemory } from '../../src/publish/deposit-file.js';
import { fedoraFile } from '../../src/publish/fedora/deposit.js';
import { Fedora } from '../../src/publish/fedora/target.js';
import { Secret } from '../../src/publish/secret.js';
import { Course, cutAt, killedAt, whole } from '../publish/broken-off.js';
import { isNight } from '../runs.js';
import { hasServer, patiently, startServer } from './servers.js';

const isThere = hasServer('fedora');

interface Running {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly reader: { readonly user: string; readonly password: string };
}

let server: Running;
beforeAll(() => {
  if (isThere) server = startServer<Running>('fedora');
}, 600_000);

let course = new Course();
afterEach(() => {
  course.remove();
  course = new Course();
});

type Files = Readonly<Record<string, string>>;
const first: Files = { 'v.xml': '<TEI/>', 'v.pdf': 'pdf 1', 'v.epub': 'epub 1' };
const second: Files = { 'v.xml': '<TEI/>', 'v.pdf': 'pdf 2', 'v-html.zip': 'site' };

/** An edition at a group of its own. */
class Edition {
  readonly container = `test-${randomUUID()}`;
  readonly group = `/${this.container}/v`;
  readonly urn = `urn:uuid:${randomUUID()}`;

  async target(files: Files, title: string, around: ClientSurroundings = whole, user = server): Promise<Fedora> {
    return new Fedora('here', new Client(new URL(server.url), basic(user.user, new Secret(user.password)), around), {
      id: 'v',
      group: this.group,
      urn: this.urn,
      statements: [
        { term: 'title', value: title },
        { term: 'identifier', value: this.urn },
        { term: 'subject', value: `“${title}”\n\\ \t🙂` },
      ],
      files: await Promise.all(
        Object.entries(files).map(([key, content]) => fedoraFile(fileInMemory(key, 'a file', Buffer.from(content)))),
      ),
    });
  }

  async call(method: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const authorization = `Basic ${Buffer.from(`${server.user}:${server.password}`).toString('base64')}`;
    return patiently(`${server.url.replace(/\/$/, '')}${this.group}${path}`, {
      method,
      headers: { authorization, ...headers },
    });
  }

  /** The files of the group as anybody reads them, or of one of its mementos. */
  async files(memento = ''): Promise<Record<string, string>> {
    const path = memento === '' ? '' : `/fcr:versions/${memento}`;
    const triples = await (await this.call('GET', path, { accept: 'application/n-triples' })).text();
    const names = [...triples.matchAll(/ldp#contains> <[^>]*\/([^/>]+)>/g)].map(([, name = '']) => name);
    const contents = names.map(async (name) => {
      const at = memento === '' ? '' : `/fcr:versions/${await this.mementoOf(name, memento)}`;
      return [decodeURIComponent(name), await (await this.call('GET', `/${name}${at}`)).text()] as const;
    });
    return Object.fromEntries((await Promise.all(contents)).sort());
  }

  /** The newest memento of a file that is not newer than one of the group. */
  async mementoOf(name: string, memento: string): Promise<string> {
    const list = await (await this.call('GET', `/${name}/fcr:versions`, { accept: 'application/link-format' })).text();
    const names = [...list.matchAll(/fcr:versions\/(\d{14})>/g)].map(([, found = '']) => found).sort();
    return names.filter((found) => found <= memento).at(-1) ?? '';
  }

  async mementos(): Promise<readonly string[]> {
    const list = await (await this.call('GET', '/fcr:versions', { accept: 'application/link-format' })).text();
    return [...list.matchAll(/fcr:versions\/(\d{14})>/g)].map(([, name = '']) => name).sort();
  }

  async said(): Promise<string> {
    return (await this.call('GET', '', { accept: 'application/n-triples' })).text();
  }
}

/** Mementos are named to the second: versions of one edition are made a second apart. */
const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1100));
const sorted = (files: Files) => Object.fromEntries(Object.entries(files).sort());

describe.skipIf(!isThere)('a real Fedora 6', { timeout: 600_000 }, () => {
  test('each deposit that changes something is one version, and what is unchanged is not sent', async () => {
    const edition = new Edition();
    const made = await course.run(await edition.target(first, 'One'));
    expect(made.diagnostics).toEqual([]);
    expect(made.value?.acted).toEqual([
      'transaction',
      'group',
      'describe',
      'file v.xml',
      'file v.pdf',
      'file v.epub',
      'commit',
    ]);
    expect(await edition.files()).toEqual(sorted(first));
    expect((await edition.mementos()).length).toBe(1);
    expect((await course.run(await edition.target(first, 'One'))).value?.acted).toEqual([]);

    await aSecond();
    const changed = await course.run(await edition.target(second, 'Two'));
    expect(changed.value?.acted).toEqual([
      'transaction',
      'describe',
      'file v.pdf',
      'file v-html.zip',
      'remove v.epub',
      'commit',
    ]);
    expect(await edition.files()).toEqual(sorted(second));
    const said = await edition.said();
    expect(said).toContain('"Two"');
    expect(said).not.toContain('One');

    // The file that was deleted comes back, and the version in which it first was is still what it was.
    await aSecond();
    course.forget();
    expect((await course.run(await edition.target(first, 'One'))).diagnostics).toEqual([]);
    expect(await edition.files()).toEqual(sorted(first));
    const mementos = await edition.mementos();
    expect(mementos.length).toBe(3);
    expect((await edition.files(mementos[0]))['v.pdf']).toBe('pdf 1');
    expect((await edition.files(mementos[1]))['v.pdf']).toBe('pdf 2');
    const disposition = (await edition.call('HEAD', '/v.pdf')).headers;
    expect([disposition.get('content-type'), disposition.get('content-disposition')]).toEqual([
      'application/pdf',
      expect.stringContaining('filename="v.pdf"'),
    ]);
  });

  test.each(['before', 'after'] as const)('killed %s a call, and run again: one version, all files', async (when) => {
    for (let n = 1; ; n += isNight ? 1 : 4) {
      const edition = new Edition();
      const isKilled = await course.killed(await edition.target(first, 'One', killedAt(n, when)));
      const again = await course.run(await edition.target(first, 'One'));
      expect(again.diagnostics, `call ${n}`).toEqual([]);
      expect(await edition.files(), `call ${n}`).toEqual(sorted(first));
      expect((await edition.mementos()).length, `call ${n}`).toBe(1);
      course.forget();
      if (!isKilled) break;
    }
  });

  test('killed within a new version, with the journal lost: two versions, all files', async () => {
    for (let n = 2; ; n += isNight ? 1 : 6) {
      const edition = new Edition();
      await course.run(await edition.target(first, 'One'));
      await aSecond();
      const isKilled = await course.killed(await edition.target(second, 'Two', killedAt(n, 'after')));
      course.forget();
      // What a transaction holds that nobody knows any more is free again when its time is over: it is rolled back here.
      const open = await edition.target(second, 'Two');
      const again = await course.run(open);
      const isBusy = again.diagnostics.some(({ code }) => code === 'PU013');
      if (!isBusy) {
        expect(again.diagnostics, `call ${n}`).toEqual([]);
        expect(await edition.files(), `call ${n}`).toEqual(sorted(second));
        expect((await edition.mementos()).length, `call ${n}`).toBe(2);
      } else expect(await edition.files(), `call ${n}`).toEqual(sorted(first));
      course.forget();
      if (!isKilled) break;
    }
  });

  test.each(['before', 'after'] as const)(
    'a line that is cut %s any call: one version, all files, in one run',
    async (when) => {
      const counting = killedAt(0, 'before');
      const counted = new Edition();
      await course.run(await counted.target(first, 'One', counting));
      for (let n = 1; n <= counting.calls(); n += isNight ? 1 : 3) {
        course.forget();
        const edition = new Edition();
        const done = await course.run(await edition.target(first, 'One', cutAt(n, when)));
        expect(done.diagnostics, `call ${n}`).toEqual([]);
        expect(await edition.files(), `call ${n}`).toEqual(sorted(first));
        expect((await edition.mementos()).length, `call ${n}`).toBe(1);
      }
    },
  );

  test('what is not ours is left alone', async () => {
    const edition = new Edition();
    await course.run(await edition.target(first, 'One'));
    const other = new Edition();
    const theirs = await new Course().run(
      new Fedora('here', new Client(new URL(server.url), basic(server.user, new Secret(server.password)), whole), {
        id: 'v',
        group: edition.group,
        urn: other.urn,
        statements: [],
        files: [],
      }),
    );
    expect(theirs.diagnostics.map(({ code }) => code)).toEqual(['PU054']);
    await edition.call('DELETE', '');
    expect((await course.run(await edition.target(first, 'One'))).diagnostics.map(({ code }) => code)).toEqual([
      'PU055',
    ]);
  });

  test('a wrong password and a reader’s are refused, and neither stands in what is said', async () => {
    const wrong = { ...server, password: 'canary-of-a-password' };
    for (const user of [wrong, { ...server, ...server.reader }]) {
      const refused = await course.run(await new Edition().target(first, 'One', whole, user));
      expect(refused.diagnostics.map(({ code }) => code)).toEqual(['PU010']);
      expect(JSON.stringify(refused)).not.toContain(user.password);
    }
  });
});
