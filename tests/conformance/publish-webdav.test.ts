import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from '../../src/publish/client.js';
import { basic } from '../../src/publish/credentials.js';
import { Mirror } from '../../src/publish/mirror/target.js';
import { WebDavPlace } from '../../src/publish/mirror/webdav.js';
import { Secret } from '../../src/publish/secret.js';
import { Archives } from '../publish/archives.js';
import { Course, whole } from '../publish/broken-off.js';
import { isNight } from '../runs.js';
import { type Mirrored, mirrorTests, struck } from './mirrors.js';
import { apache, hasProgram, startWebDav } from './own-servers.js';
import { temporaryFolder } from './tools.js';

const isThere = hasProgram(apache);
const folder = temporaryFolder();
const password = 'a pass: wörd';
let server: Awaited<ReturnType<typeof startWebDav>>;

beforeAll(async () => {
  if (isThere) server = await startWebDav(folder.path, password);
}, 60_000);
afterAll(async () => {
  if (isThere) await server.stop();
  folder.remove();
});

let places = 0;
function make(): Mirrored {
  const name = `p${++places} (=)`;
  const path = join(server.files, name);
  mkdirSync(path);
  chmodSync(path, 0o777);
  return {
    folder: path,
    target(archives, onCall) {
      const base = new URL(`http://127.0.0.1:${server.port}/${encodeURIComponent(name)}`);
      const client = new Client(base, basic('editor', new Secret(password)), struck(onCall));
      return new Mirror('here', client, archives.read(), new WebDavPlace(client));
    },
  };
}

describe.skipIf(!isThere)('a real Apache httpd with mod_dav', { timeout: 600_000 }, () => {
  mirrorTests(make, isNight ? 1 : 7, 300_000);

  test('a wrong password and an absent folder are refused, and no secret stands in what is said', async () => {
    const archives = new Archives();
    archives.build('<TEI/>');
    const course = new Course();
    const codes = async (word: string, path: string) => {
      const base = new URL(`http://127.0.0.1:${server.port}/${path}`);
      const client = new Client(base, basic('editor', new Secret(word)), whole);
      const refused = await course.run(new Mirror('here', client, archives.read(), new WebDavPlace(client)));
      expect(JSON.stringify(refused)).not.toContain(word);
      return refused.diagnostics.map(({ code }) => code);
    };
    expect(await codes('canary-of-a-password', '')).toEqual(['PU010']);
    expect(await codes(password, 'nowhere')).toEqual(['PU057']);
    archives.remove();
    course.remove();
    expect(execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })).not.toContain(password);
  });
});
