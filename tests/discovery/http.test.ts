import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFile, type HttpAnswer } from '../../src/discovery/http/answer.js';
import { conditionOf, isRangeWanted } from '../../src/discovery/http/conditions.js';
import { rangeOf } from '../../src/discovery/http/range.js';
import { answer, type ServedSite } from '../../src/discovery/http/site.js';
import { findFile } from '../../src/discovery/http/site-files.js';
import { serveAt } from '../../src/discovery/http/web-server.js';
import { webEditionsIn } from '../../src/discovery/web-folders.js';
import { runs } from '../runs.js';

let root: string;
let site: string;
const write = (path: string, content: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-http-'));
  site = join(root, 'out/html');
  write('out/html/index.html', '<p>home</p>');
  write('out/html/d1.html', '0123456789');
  write('out/html/é d.html', 'accents');
  write('out/html/empty.css', '');
  write('out/html/tei/d1.xml', '<TEI/>');
  write('out/html/.htaccess', 'hidden');
  write('out/html/.well-known/resourcesync', '<urlset/>');
  write('out/html/linkset.json', '{}');
  write('out/secret.txt', 'secret');
  symlinkSync(join(root, 'out/secret.txt'), join(site, 'link.txt'));
  symlinkSync(join(root, 'out'), join(site, 'up'));
  symlinkSync(join(site, '.htaccess'), join(site, 'shown.txt'));
  symlinkSync(join(site, 'd1.html'), join(site, 'inner.html'));
  utimesSync(join(site, 'd1.html'), 1_000_000.5, 1_000_000.5);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const get = (path: string, fields: Readonly<Record<string, string>> = {}, method = 'GET'): HttpAnswer =>
  answerFile(site, path, { method, target: `/${path}`, fields });

describe('a path', () => {
  it.each([
    ['d1.html', 'd1.html'],
    ['', 'index.html'],
    ['%C3%A9%20d.html', 'é d.html'],
    ['tei/d1.xml', 'tei/d1.xml'],
    ['.well-known/resourcesync', '.well-known/resourcesync'],
    ['inner.html', 'inner.html'],
  ])('“%s” leads to the file %s', (path, file) => {
    expect(findFile(site, path)).toMatchObject({ path: file });
  });

  it.each([
    '../secret.txt',
    'tei/../../secret.txt',
    '%2e%2e/secret.txt',
    '..%2fsecret.txt',
    '..%5csecret.txt',
    'link.txt',
    'up/secret.txt',
    '.htaccess',
    '.well-known/../.htaccess',
    'shown.txt',
    'tei//d1.xml',
    '/etc/passwd',
    '%00',
    'd1.html%00',
    '%E9',
    'C:/x',
    'd1.html/',
    'nothing',
    'tei/',
  ])('“%s” leads nowhere', (path) => {
    expect(findFile(site, path)).toBeUndefined();
  });

  it('never leads out of the folder, whatever it is made of', () => {
    const step = fc.constantFrom(
      '..',
      '.',
      'up',
      'link.txt',
      'tei',
      'secret.txt',
      '%2e%2e',
      '%2f',
      '%5c',
      '.htaccess',
      '',
      'out',
      'html',
      'd1.html',
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const found = findFile(site, steps.join('/'));
        if (typeof found === 'object')
          expect(found.place.startsWith(join(site, '/')) && !/secret|htaccess/.test(found.place)).toBe(true);
      }),
      { numRuns: runs(400) },
    );
  });

  it('of a folder is led to that with a solidus at its end, on this host', () => {
    expect(get('tei')).toMatchObject({ status: 308, fields: { Location: './tei/' } });
    expect(answerFile(site, '/example.org/..', { method: 'GET', target: '//example.org/..', fields: {} }).status).toBe(
      404,
    );
  });
});

describe('a file', () => {
  it('has its type, its length, the policy of the pages, and what tells its state', () => {
    const { status, fields, body } = get('d1.html');
    expect(status).toBe(200);
    expect(fields).toMatchObject({
      'Content-Type': 'text/html; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Accept-Ranges': 'bytes',
      'Last-Modified': 'Mon, 12 Jan 1970 13:46:40 GMT',
    });
    expect(fields['Content-Security-Policy']).toContain("default-src 'none'");
    expect(fields['ETag']).toMatch(/^"[\da-z-]+"$/);
    expect(body).toEqual({ place: join(site, 'd1.html'), first: 0, last: 9 });
    expect(get('tei/d1.xml').fields['Content-Type']).toBe('application/tei+xml');
    expect(get('linkset.json').fields['Content-Type']).toBe('application/linkset+json');
    expect(get('.well-known/resourcesync').fields['Content-Type']).toBe('application/xml');
  });

  it('is not sent again to who has it, and not in part to who has another', () => {
    const { fields } = get('d1.html');
    const [etag = '', modified = ''] = [fields['ETag'], fields['Last-Modified']];
    expect(get('d1.html', { 'if-none-match': `"x", W/${etag}` })).toMatchObject({
      status: 304,
      fields: { ETag: etag },
    });
    expect(get('d1.html', { 'if-modified-since': modified }).status).toBe(304);
    expect(get('d1.html', { 'if-match': '"x"' }).status).toBe(412);
    expect(get('d1.html', { range: 'bytes=2-3', 'if-range': etag })).toMatchObject({
      status: 206,
      fields: { 'Content-Range': 'bytes 2-3/10' },
      body: { first: 2, last: 3 },
    });
    expect(get('d1.html', { range: 'bytes=2-3', 'if-range': '"x"' }).status).toBe(200);
    expect(get('d1.html', { range: 'bytes=10-' })).toMatchObject({
      status: 416,
      fields: { 'Content-Range': 'bytes */10' },
    });
    expect(get('d1.html', { range: 'bytes=2-3' }, 'HEAD').status).toBe(200);
    expect(get('empty.css', { range: 'bytes=0-' }).status).toBe(416);
  });

  it('can only be read', () => {
    for (const method of ['PUT', 'POST', 'DELETE'])
      expect(get('d1.html', {}, method)).toMatchObject({ status: 405, fields: { Allow: 'GET, HEAD' } });
  });
});

describe('a range', () => {
  it('has the bytes that are asked for, as far as they are there', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.option(fc.nat(25)), fc.option(fc.nat(25)), (length, from, to) => {
        const range = rangeOf(`bytes=${from ?? ''}-${to ?? ''}`, length);
        const all = Array.from({ length }, (_, i) => i);
        if ((from === null && to === null) || (from !== null && to !== null && to < from)) {
          expect(range).toBeUndefined();
          return;
        }
        const wanted = from === null ? all.slice(Math.max(0, length - (to ?? 0))) : all.slice(from, (to ?? length) + 1);
        if (wanted.length === 0) expect(range).toBe('unsatisfiable');
        else expect(range).toEqual({ first: wanted[0], last: wanted.at(-1) });
      }),
      { numRuns: runs(300) },
    );
  });

  it.each(['bytes=0-1,3-4', 'lines=1-2', 'bytes=a-b', 'bytes', '', undefined])('“%s” is the whole file', (field) => {
    expect(rangeOf(field, 10)).toBeUndefined();
  });
});

describe('the conditions of a request', () => {
  const validators = { etag: '"a"', modified: Date.parse('Mon, 12 Jan 1970 13:46:40 GMT') + 700 };
  it.each([
    [{}, 'answer'],
    [{ 'if-none-match': '*' }, 'not-modified'],
    [{ 'if-none-match': '"b"' }, 'answer'],
    // The tag counts before the date (RFC 9110, §13.1.3).
    [{ 'if-none-match': '"b"', 'if-modified-since': 'Mon, 12 Jan 1970 13:46:40 GMT' }, 'answer'],
    [{ 'if-modified-since': 'Mon, 12 Jan 1970 13:46:39 GMT' }, 'answer'],
    [{ 'if-modified-since': '1970' }, 'answer'],
    [{ 'if-match': 'W/"a"' }, 'failed'],
    [{ 'if-match': '"b", "a"' }, 'answer'],
    [{ 'if-unmodified-since': 'Mon, 12 Jan 1970 13:46:39 GMT' }, 'failed'],
    [{ 'if-unmodified-since': 'Mon, 12 Jan 1970 13:46:40 GMT' }, 'answer'],
  ] as const)('%j come to “%s”', (fields, condition) => {
    expect(conditionOf(fields, validators)).toBe(condition);
  });

  it('let a range be sent where the file is the one that was begun', () => {
    expect(isRangeWanted({ 'if-range': 'Mon, 12 Jan 1970 13:46:40 GMT' }, validators)).toBe(true);
    expect(isRangeWanted({ 'if-range': 'W/"a"' }, validators)).toBe(false);
  });
});

describe('several editions', () => {
  const served = (): ServedSite => ({
    folders: [
      { name: 'a b', folder: site },
      { name: 'c', folder: site },
    ],
    address: 'http://localhost/',
  });
  const asked = (target: string): HttpAnswer => answer(served(), { method: 'GET', target, fields: {} }, 0);

  it('stand each under its name, and the top leads to them', () => {
    expect(asked('/').body).toContain('<a href="a%20b/">a b</a>');
    expect(asked('/a%20b/d1.html')).toMatchObject({
      status: 200,
      fields: { Link: '</a%20b/linkset.json>; rel="linkset"; type="application/linkset+json"' },
    });
    expect(asked('/c')).toMatchObject({ status: 308, fields: { Location: './c/' } });
    expect(asked('http://localhost/c/?x').status).toBe(200);
    for (const target of ['/d/', '/c/../secret.txt', '/d1.html', '/oai?verb=Identify'])
      expect(asked(target).status).toBe(404);
  });

  it('are found in the folder that holds them, and not twice under a name', () => {
    write('second/html/index.html', '');
    write('other/out/index.html', '');
    const { value } = webEditionsIn([root]);
    expect(value?.map(({ name }) => name)).toEqual(['out', 'second']);
    expect(webEditionsIn([join(root, 'out'), site]).value).toHaveLength(1);
    expect(webEditionsIn([site, join(root, 'other/out')]).diagnostics.map(({ code }) => code)).toEqual(['DI011']);
    expect(webEditionsIn([join(root, 'out/html/tei'), join(root, 'none')]).diagnostics.map(({ code }) => code)).toEqual(
      ['DI010', 'DI010'],
    );
  });
});

describe('a server', () => {
  /** What comes of a request over the network. */
  const fetched = async (
    address: string,
    path: string,
    options: { readonly method?: string; readonly fields?: Record<string, string>; readonly body?: string } = {},
  ) =>
    new Promise<{ status: number; fields: Record<string, unknown>; body: string }>((resolve, reject) => {
      const { method = 'GET', fields = {}, body } = options;
      const url = new URL(address);
      const sent = httpRequest({ host: url.hostname, port: url.port, path, method, headers: fields }, (incoming) => {
        const pieces: Buffer[] = [];
        incoming.on('data', (piece: Buffer) => pieces.push(piece));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            fields: incoming.headers,
            body: Buffer.concat(pieces).toString(),
          }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });

  it('sends files whole and in part, nothing for HEAD, and nothing from elsewhere', async () => {
    const server = await serveAt(
      (request, address) => answer({ folders: [{ name: 'out', folder: site }], address }, request, 0),
      '127.0.0.1',
      0,
    );
    try {
      expect(await fetched(server.address, '/d1.html')).toMatchObject({ status: 200, body: '0123456789' });
      const part = await fetched(server.address, '/d1.html', { fields: { Range: 'bytes=-3' } });
      expect(part).toMatchObject({ status: 206, body: '789', fields: { 'content-length': '3' } });
      const head = await fetched(server.address, '/d1.html', { method: 'HEAD' });
      expect(head).toMatchObject({ status: 200, body: '', fields: { 'content-length': '10' } });
      expect(await fetched(server.address, '/empty.css')).toMatchObject({ status: 200, body: '' });
      for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/link.txt', '/.htaccess', '/oai?verb=Identify'])
        expect((await fetched(server.address, path)).status).toBe(404);
      expect((await fetched(server.address, '/oai', { method: 'POST', body: 'x'.repeat(100_000) })).status).toBe(413);
    } finally {
      await server.close();
    }
    await expect(fetched(server.address, '/')).rejects.toThrow();
  });

  it('goes on where a file has gone between the question and the answer', async () => {
    const server = await serveAt(
      () => ({ status: 200, fields: {}, body: { place: join(site, 'gone'), first: 0, last: 5 } }),
      '127.0.0.1',
      0,
    );
    try {
      await expect(fetched(server.address, '/')).rejects.toThrow();
      renameSync(join(site, 'empty.css'), join(site, 'gone'));
      writeFileSync(join(site, 'gone'), '123456');
      expect((await fetched(server.address, '/')).body).toBe('123456');
    } finally {
      await server.close();
    }
  });
});
