import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from '../../src/publish/client.js';
import { S3Place } from '../../src/publish/mirror/s3.js';
import { signature } from '../../src/publish/mirror/s3-signature.js';
import { Mirror } from '../../src/publish/mirror/target.js';
import { Secret } from '../../src/publish/secret.js';
import { Archives } from '../publish/archives.js';
import { Course, whole } from '../publish/broken-off.js';
import { isNight } from '../runs.js';
import { type Mirrored, mirrorTests, struck } from './mirrors.js';
import { hasServer, startServer } from './servers.js';

const isThere = hasServer('s3');

interface Running {
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly folder: string;
}

let server: Running;
const bucket = `mirror-${Date.now()}`;
beforeAll(() => {
  if (!isThere) return;
  server = startServer<Running>('s3');
  mkdirSync(join(server.folder, bucket));
}, 600_000);
afterAll(() => {
  if (isThere) rmSync(join(server.folder, bucket), { recursive: true, force: true });
});

/** The least that a part may have, but for the last. */
const PART = 5 * 1024 * 1024;

let places = 0;
function make(): Mirrored {
  const prefix = `p${++places}/the mirror (=)`;
  const folder = join(server.folder, bucket, prefix);
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    target(archives, onCall) {
      const { accessKeyId: id, region } = server;
      const key = { id, region, secret: new Secret(server.secretAccessKey) };
      const client = new Client(new URL(server.url), signature(key), struck(onCall));
      return new Mirror('here', client, archives.read(), new S3Place(client, bucket, prefix, PART));
    },
  };
}

describe.skipIf(!isThere)('a real object store (S3Proxy)', { timeout: 600_000 }, () => {
  mirrorTests(make, isNight ? 1 : 4, 6_000_000);

  test('a wrong key and an absent bucket are refused, and no secret stands in what is said', async () => {
    const [archives, course] = [new Archives(), new Course()];
    archives.build('<TEI/>');
    const secret = 'canary-of-a-secret-key';
    const codes = async (word: string, name: string) => {
      const key = { id: server.accessKeyId, region: server.region, secret: new Secret(word) };
      const client = new Client(new URL(server.url), signature(key), whole);
      const refused = await course.run(new Mirror('here', client, archives.read(), new S3Place(client, name, 'p')));
      expect(JSON.stringify(refused)).not.toContain(word);
      return refused.diagnostics.map(({ code }) => code);
    };
    expect(await codes(secret, bucket)).toEqual(['PU010']);
    expect(await codes(server.secretAccessKey, 'no-such-bucket')).toEqual(['PU057']);
    archives.remove();
    course.remove();
  });
});
