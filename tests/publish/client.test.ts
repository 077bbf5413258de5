import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Client, isSafe, pause } from '../../src/publish/client.js';
import { Refused, Uncertain } from '../../src/publish/failure.js';
import { Secret } from '../../src/publish/secret.js';
import { type Given, Twin } from './twin.js';

const CANARY = 'canary-7f3a9c5e1d';
const twin = new Twin();
const elsewhere = new Twin();
const waited: number[] = [];

beforeEach(async () => {
  await twin.start();
  await elsewhere.start();
});
afterEach(async () => {
  await twin.stop();
  await elsewhere.stop();
  for (const list of [twin.received, elsewhere.received, waited]) list.length = 0;
});

function client(patience = 5000): Client {
  return new Client(new URL(twin.origin), new Secret(CANARY), {
    fetch: (address, request) => fetch(address, request),
    sleep: async (time) => void waited.push(time),
    patience,
  });
}

/** Answers in their order; the last again and again. */
function inOrder(...answers: readonly Given[]): void {
  twin.answer = (_, count) => answers[Math.min(count, answers.length) - 1] ?? {};
}

async function thrown(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('a call that may be repeated', () => {
  it.each<[string, Given]>([
    ['429', { status: 429 }],
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['503', { status: 503 }],
    ['a line that breaks within the answer', { body: '{"a": "bcdefgh"}', headers: { 'content-length': '16' }, cut: 5 }],
  ])('is made again after %s', async (_, fault) => {
    inOrder(fault, fault, { body: '{"is":"there"}' });
    expect((await client().call({ method: 'GET', path: '/x' })).text).toBe('{"is":"there"}');
    expect(twin.received.length).toBe(3);
  });

  it('waits longer each time, and as long as the server asks', async () => {
    inOrder({ status: 500 }, { status: 429, headers: { 'retry-after': '7' } }, { status: 500 }, {});
    await client().call({ method: 'GET', path: '/x' });
    expect(waited).toEqual([500, 7000, 2000]);
    expect(pause(3, 999_999_999)).toBe(60_000);
  });

  it('looks at the status first: an answer that is good may bear Retry-After too', async () => {
    inOrder({ headers: { 'retry-after': '60' } });
    await client().call({ method: 'GET', path: '/x' });
    expect(waited).toEqual([]);
  });

  it('is given up in the end', async () => {
    inOrder({ status: 502 });
    expect(await thrown(client().call({ method: 'GET', path: '/x' }))).toBeInstanceOf(Uncertain);
    expect(twin.received.length).toBe(6);
  });
});

describe('a call that may not be repeated', () => {
  it.each<[string, Given]>([
    ['429', { status: 429 }],
    ['500', { status: 500 }],
    ['a line that breaks', { body: '{"a": "bcdefgh"}', headers: { 'content-length': '16' }, cut: 5 }],
  ])('is made once, and its caller told, after %s', async (_, fault) => {
    inOrder(fault, {});
    expect(await thrown(client().call({ method: 'POST', path: '/x' }))).toBeInstanceOf(Uncertain);
    expect(twin.received.length).toBe(1);
  });
});

describe('a redirection', () => {
  it('is followed within the origin, for reading', async () => {
    inOrder({ status: 301, headers: { location: '/y' } }, { body: '{"is":"y"}' });
    expect((await client().call({ method: 'GET', path: '/x' })).text).toBe('{"is":"y"}');
    expect(twin.received.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/x', `Bearer ${CANARY}`],
      ['/y', `Bearer ${CANARY}`],
    ]);
  });

  it('is not followed to another origin, nor for what writes', async () => {
    twin.answer = () => ({ status: 307, headers: { location: `${elsewhere.origin}/y?token=${CANARY}` } });
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      const error = await thrown(client().call({ method, path: '/x', isRepeatable: true }));
      expect(error).toBeInstanceOf(Refused);
      expect((error as Refused).diagnostics.map(({ code }) => code)).toEqual(['PU012']);
      expect(inspect(error)).not.toContain(CANARY);
    }
    expect(elsewhere.received).toEqual([]);
  });

  it('of a download may leave the origin, without the token', async () => {
    twin.answer = () => ({ status: 302, headers: { location: `${elsewhere.origin}/file` } });
    elsewhere.answer = () => ({ body: 'bytes' });
    expect(await client().download('/x', 100)).toMatchObject({ bytes: 5, md5: '4b3a6218bb3e3a7303e8a171a60fcf92' });
    expect(elsewhere.received[0]?.headers.authorization).toBeUndefined();
  });

  it('without end is given up', async () => {
    twin.answer = () => ({ status: 302, headers: { location: '/x' } });
    expect(await thrown(client().call({ method: 'GET', path: '/x' }))).toBeInstanceOf(Refused);
    expect(twin.received.length).toBe(6);
  });
});

describe('what comes from a server', () => {
  it('is not read beyond a measure', async () => {
    inOrder({ body: `"${'x'.repeat(20_000_001)}"` });
    expect(await thrown(client().call({ method: 'POST', path: '/x' }))).toBeInstanceOf(Uncertain);
    inOrder({ body: 'x'.repeat(1000) });
    expect((await client().download('/x', 10)).bytes).toBeGreaterThan(10);
  });

  it('is waited for so long and no longer', async () => {
    const slow = new Client(new URL(twin.origin), undefined, {
      fetch: (address, request) =>
        fetch(address, request).then((answer) => new Promise((resolve) => setTimeout(() => resolve(answer), 50))),
      sleep: async () => {},
      attempts: 1,
    });
    expect((await slow.call({ method: 'GET', path: '/x' })).status).toBe(200);
    const error = await thrown(silent().call({ method: 'GET', path: '/x' }));
    expect((error as Error).message).toBe('it does not answer in time');
  });

  it('never shows the token, though the server repeats it', async () => {
    twin.answer = ({ headers }) => ({ status: 403, body: `{"message":"not with ${headers.authorization}"}` });
    const answer = await client().call({ method: 'POST', path: '/x' });
    expect(answer.text).toBe('{"message":"not with Bearer [token]"}');
    const said = client().finding({ method: 'POST', path: `/x?t=${CANARY}` }, 403, `not with ${CANARY}`);
    expect(JSON.stringify(said)).not.toContain(CANARY);
  });
});

/** A client whose server takes the call and says nothing. */
function silent(): Client {
  return new Client(new URL(twin.origin), undefined, {
    fetch: (_, { signal }) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
    sleep: async () => {},
    attempts: 1,
    patience: 20,
  });
}

it('shows a token in no way in which values are shown', () => {
  const secret = new Secret(CANARY);
  const shown = [
    inspect(secret),
    String(secret),
    JSON.stringify({ secret }),
    `${secret}`,
    inspect({ a: [secret] }),
    inspect(client()),
  ];
  expect(shown.join(' ')).not.toContain(CANARY);
});

it('sends to encrypted addresses, and to this machine', () => {
  const urls = [
    'https://a.example',
    'http://localhost:1',
    'http://127.0.0.1',
    'http://[::1]:5',
    'http://a.example',
    'http://127.0.0.1.example',
    'ftp://localhost',
    'http://localhost.example',
  ];
  expect(urls.map((url) => isSafe(new URL(url)))).toEqual([true, true, true, true, false, false, false, false]);
});

describe('a path that a journal or a server has given', () => {
  it.each(['@elsewhere.example/x', '.elsewhere.example/x', ':1/x', 'x', ''])('leads nowhere else: %s', async (path) => {
    for (const method of ['GET', 'PUT']) {
      const error = await thrown(client().call({ method, path }));
      expect((error as Refused).diagnostics.map(({ code }) => code)).toEqual(['PU012']);
    }
    expect([twin.received, elsewhere.received]).toEqual([[], []]);
  });
});
