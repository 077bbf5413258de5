import { mkdirSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from '../../src/publish/client.js';
import { SftpPlace } from '../../src/publish/mirror/sftp.js';
import { openSession, type SftpAddress, type SftpSession } from '../../src/publish/mirror/sftp-session.js';
import { Mirror } from '../../src/publish/mirror/target.js';
import { Archives, filesIn } from '../publish/archives.js';
import { Course, whole } from '../publish/broken-off.js';
import { isNight } from '../runs.js';
import { type Mirrored, mirrorTests, type OnCall } from './mirrors.js';
import { hasProgram, type OwnServer, sshd, startSsh } from './own-servers.js';
import { temporaryFolder } from './tools.js';

const isThere = hasProgram(sshd);
const folder = temporaryFolder();
let server: Awaited<ReturnType<typeof startSsh>>;

beforeAll(async () => {
  if (isThere) server = await startSsh(folder.path);
}, 60_000);
afterAll(async () => {
  if (isThere) await (server as OwnServer).stop();
  folder.remove();
});

const address = (): SftpAddress => ({ ...server, host: '127.0.0.1' });

const CALLS: ReadonlySet<string> = new Set([
  'stat',
  'list',
  'put',
  'rename',
  'posixRename',
  'mkdir',
  'delete',
  'rmdir',
]);

/** A session each call of which is told before it is made and when it is done. */
function watched(session: SftpSession, onCall: OnCall): SftpSession {
  const tell = (when: 'before' | 'after') => {
    if (onCall(when) === 'cut') throw Object.assign(new Error('the line is cut'), { code: 'ECONNRESET' });
  };
  return new Proxy(session, {
    get: (of, name: keyof SftpSession) => {
      if (!CALLS.has(name)) return typeof of[name] === 'function' ? of[name].bind(of) : of[name];
      return async (...given: readonly unknown[]) => {
        tell('before');
        const done = await (of[name] as (...given: unknown[]) => Promise<unknown>).apply(of, [...given]);
        tell('after');
        return done;
      };
    },
  });
}

function targetAt(at: SftpAddress, path: string, archives: Archives, onCall: OnCall = () => undefined): Mirror {
  const client = new Client(new URL(`sftp://${at.host}:${at.port}${path}`), undefined, whole);
  const place = new SftpPlace(at, path, async (to) => watched(await openSession(to), onCall), whole.sleep);
  return new Mirror('here', client, archives.read(), place);
}

let places = 0;
const open: Mirror[] = [];
function make(): Mirrored {
  const path = join(folder.path, `p${++places} (=)`);
  mkdirSync(path);
  return {
    folder: path,
    target(archives, onCall) {
      const target = targetAt(address(), path, archives, onCall);
      open.push(target);
      return target;
    },
  };
}
afterAll(() => Promise.all(open.map((target) => target.close())));

/** A line that breaks after so many bytes from here to the server, once. */
async function brittleLine(port: number, bytes: number): Promise<{ server: Server; port: number }> {
  let left = bytes;
  const proxy = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const end = () => {
      near.destroy();
      far.destroy();
    };
    near.on('error', end).on('close', end);
    far.on('error', end).on('close', end);
    far.on('data', (piece) => near.write(piece));
    near.on('data', (piece) => {
      const isBroken = left > 0 && piece.length >= left;
      far.write(isBroken ? piece.subarray(0, left) : piece);
      left -= piece.length;
      if (isBroken) end();
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return { server: proxy, port: (proxy.address() as { port: number }).port };
}

describe.skipIf(!isThere)('a real OpenSSH server', { timeout: 600_000 }, () => {
  mirrorTests(make, isNight ? 1 : 7, 300_000);

  test('a line that breaks in the midst of the bytes: all there in one run', async () => {
    const archives = new Archives();
    archives.build('<TEI/>', { 'large.js': Buffer.alloc(300_000, 'large ') });
    for (const bytes of [100, 2_000, 9_000, 50_000, 250_000]) {
      const line = await brittleLine(server.port, bytes);
      const [course, place] = [new Course(), make()];
      const target = targetAt({ ...address(), port: line.port }, place.folder, archives);
      expect((await course.run(target)).diagnostics, `${bytes} bytes`).toEqual([]);
      expect(filesIn(place.folder), `${bytes} bytes`).toEqual(archives.files);
      await target.close();
      line.server.close();
      course.remove();
    }
    archives.remove();
  });

  test('another key of the server, a wrong key of the user and an absent folder are refused', async () => {
    const archives = new Archives();
    archives.build('<TEI/>');
    const course = new Course();
    const codes = async (at: SftpAddress, path: string) => {
      const refused = await course.run(targetAt(at, path, archives));
      expect(JSON.stringify(refused)).not.toContain('canary');
      return refused.diagnostics.map(({ code }) => code);
    };
    const { privateKey: _, ...keyless } = address();
    const strange = { ...address(), hostKey: `SHA256:${'A'.repeat(43)}` };
    expect(await codes(strange, folder.path)).toEqual(['PU056']);
    expect(await codes({ ...keyless, password: 'canary' }, folder.path)).toEqual(['PU060']);
    expect(await codes({ ...keyless, privateKey: 'canary' }, folder.path)).toEqual(['PU060']);
    expect(await codes(address(), join(folder.path, 'nowhere'))).toEqual(['PU057']);
    archives.remove();
    course.remove();
  });
});
