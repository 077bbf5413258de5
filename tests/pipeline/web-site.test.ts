import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publicationPath, readPublication } from '../../src/discovery/publication.js';
import { depositFiles } from '../../src/pipeline/publish-files.js';
import { type Built, build } from '../../src/pipeline.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-web-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const ADDRESS = '<idno type="url">https://example.org/edition</idno>';
const CONTACT = '<address><addrLine>Questions: &lt;editors@example.org&gt;.</addrLine></address>';
const documentOf = (n: number): string =>
  `<div type="document" n="${n}" xml:id="d${n}"><head>${n}. Letter From A to B<note n="1" xml:id="d${n}fn1" type="source">Source: Johnson Library. Secret.</note></head><p>Words.</p></div>`;
const volume = (header: string, ...numbers: readonly number[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1900v01">
<teiHeader><fileDesc><titleStmt><title type="complete">A Volume</title></titleStmt><publicationStmt><publisher>P</publisher><date>1900</date>${header}</publicationStmt>
<sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
<text><body><div type="chapter" xml:id="ch1"><head>Chapter</head>
${numbers.map(documentOf).join('\n')}
</div></body></text></TEI>`;

async function built(tei: string, modified: string, out = 'out'): Promise<Built> {
  const input = join(root, 'frus1900v01.xml');
  writeFileSync(input, tei);
  return build(
    { input, out: join(root, out), only: ['html'], modified, created: modified, user: 'tester' },
    { now: () => 0, progress: () => undefined },
  );
}
const html = (name: string, out = 'out'): string => readFileSync(join(root, out, 'html', name), 'utf8');
const filesOf = (out: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(root, out, 'html'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [
        join(entry.parentPath, entry.name).slice(join(root, out).length),
        readFileSync(join(entry.parentPath, entry.name), 'utf8'),
      ])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );
const codes = ({ diagnostics }: Built): string[] =>
  diagnostics.map(({ code }) => code).filter((code) => code.startsWith('DI'));

describe('a web site', () => {
  it('without an address has its pages and what they need, and nothing for harvesters', async () => {
    await built(volume('', 1), '2026-03-01T00:00:00Z');
    expect(
      Object.keys(filesOf('out')).filter(
        (path) =>
          !/\.html$|^\/html\/(?:tei|fonts|json|search)\/|\/(?:style\.css|reading\.js|cite\.js|favicon\.svg)$/.test(
            path,
          ) &&
          !/^\/html\/metadata\/(?:bibtex\.bib|citations\.ris|cmif\.xml|csl\.json|documents\.(?:csv|json))$/.test(path),
      ),
    ).toEqual([]);
    expect(html('d1.html')).not.toMatch(/rel="(?:linkset|type)"/);
  });

  it('with an address tells programs what it is; the same volume makes the same bytes', async () => {
    const tei = volume(`${ADDRESS}${CONTACT}`, 1, 2);
    expect(codes(await built(tei, '2026-03-01T00:00:00Z'))).toEqual([]);
    await built(tei, '2026-03-01T00:00:00Z', 'again');
    expect(filesOf('again')).toEqual(filesOf('out'));
    // Built over itself, it is no new version.
    await built(tei, '2026-03-01T00:00:00Z');
    expect(filesOf('out')).toEqual(filesOf('again'));
    expect(html('d1.html')).toContain(
      '<link rel="describedby" type="application/mods+xml" href="metadata/mods/d1.xml"/>',
    );
    expect(html('ch1.html')).toContain('<link rel="linkset" type="application/linkset+json" href="linkset.json"/>');
    expect(html('oai.xml')).toContain('<oai:adminEmail>editors@example.org</oai:adminEmail>');
    expect(html('sitemap.xml')).toContain(
      '<loc>https://example.org/edition/d2.html</loc><lastmod>2026-03-01T00:00:00Z</lastmod>',
    );
  });

  it('leads from the ids that documents had to where they are, and tells no search engine of the old ones', async () => {
    const tei = volume(`${ADDRESS}${CONTACT}`, 1, 2);
    writeFileSync(join(root, 'volume.yaml'), 'aliases:\n  d7: d2\n  d8: { to: d7, until: 2019 }\n  d9: d1fn1\n');
    expect(codes(await built(tei, '2026-03-01T00:00:00Z'))).toEqual([]);
    expect(html('d8.html')).toContain('<meta http-equiv="refresh" content="0; url=d2.html"/>');
    expect(html('d8.html')).toContain('<link rel="canonical" href="https://example.org/edition/d2.html"/>');
    expect(html('d8.html')).toContain('<p>What was d8 until 2019 is <a href="d2.html">2. Letter From A to B</a>.</p>');
    expect(html('_redirects').split('\n')).toEqual([
      '/edition/d7.html /edition/d2.html 301',
      '/edition/d8.html /edition/d2.html 301',
      '/edition/d9.html /edition/d1.html#d1fn1 301',
      '',
    ]);
    expect(html('.htaccess')).toContain('  Redirect permanent "/edition/d8.html" "/edition/d2.html"\n');
    expect(html('sitemap.xml')).not.toMatch(/d[789]\.html/);
    expect(
      Object.entries(filesOf('out')).filter(([path, text]) => /search/.test(path) && /\bd[789]\b/.test(text)),
    ).toEqual([]);
  });

  it('has no alias for an id or a page that there is, nor one that leads nowhere', async () => {
    writeFileSync(
      join(root, 'volume.yaml'),
      'aliases:\n  d1: d2\n  INDEX: d2\n  d7: d22\n  d8: d9\n  d9: d8\n  d1fn1: d2\n',
    );
    const { value, diagnostics } = await built(volume('', 1, 2), '2026-03-01T00:00:00Z');
    expect(value?.files.some(({ path }) => path.includes('html'))).not.toBe(true);
    expect(diagnostics.map(({ code, place }) => `${code} ${place?.start?.line}`).sort()).toEqual([
      'SE041 2',
      'SE041 3',
      'SE041 7',
      'SE042 4',
      'SE042 5',
      'SE042 6',
    ]);
  });

  it('is sent to repositories with all that a build has made for it, and with nothing else', async () => {
    writeFileSync(join(root, 'frus1900v01.xml'), volume(`${ADDRESS}${CONTACT}`, 1, 2));
    const [input, out] = [join(root, 'frus1900v01.xml'), join(root, 'out')];
    await build(
      { input, out, only: ['html'], searchServer: true, created: '2026-03-01T00:00:00Z', user: 'tester' },
      { now: () => 0, progress: () => undefined },
    );
    expect(Object.keys(filesOf('out'))).toEqual(expect.arrayContaining(['/html/_headers', '/html/.htaccess']));
    const sent = depositFiles(out, 'frus1900v01', ['tei', 'html']);
    expect([sent.diagnostics, sent.value?.map(({ key }) => key)]).toEqual([
      [],
      ['frus1900v01.xml', 'frus1900v01-html.zip'],
    ]);
    for (const [name, reason] of [
      ['html/pages/a.webp', 'was not written by Chancery'],
      ['html/a.exe', 'is of a kind that does not belong into html/'],
    ] as const) {
      mkdirSync(join(out, 'html/pages'), { recursive: true });
      writeFileSync(join(out, name), '');
      const { diagnostics } = depositFiles(out, 'frus1900v01', ['html']);
      expect(diagnostics.map(({ code, message }) => [code, message.includes(reason)])).toEqual([['PU007', true]]);
      rmSync(join(out, name));
    }
  });

  it('remembers from version to version what has gone, and says where nobody will notice', async () => {
    await built(volume(`${ADDRESS}${CONTACT}`, 1, 2), '2026-03-01T00:00:00Z');
    const later = volume(`${ADDRESS}${CONTACT}`, 2, 3);
    expect(codes(await built(later, '2026-03-01T00:00:00Z', 'out'))).toEqual(['DI001']);
    await built(volume(`${ADDRESS}${CONTACT}`, 1, 2), '2026-03-01T00:00:00Z', 'next');
    expect(codes(await built(later, '2026-03-05T00:00:00Z', 'next'))).toEqual([]);
    const publication = readPublication(html(publicationPath, 'next'));
    expect(
      publication?.records.filter(({ deleted }) => deleted).map(({ identifier, datestamp }) => [identifier, datestamp]),
    ).toEqual([['oai:example.org:frus1900v01/d1', '2026-03-05T00:00:00Z']]);
    expect(html('resourcesync/changelist.xml', 'next')).toContain(
      '<loc>https://example.org/edition/d1.html</loc><rs:md change="deleted" datetime="2026-03-05T00:00:00Z"/>',
    );
  });

  it('learns from the archive what the version before has published, where the output folder is another', async () => {
    const input = join(root, 'frus1900v01.xml');
    const archived = async (tei: string, modified: string, out: string): Promise<void> => {
      writeFileSync(input, tei);
      await build(
        { input, out: join(root, out), archive: join(root, 'archive'), modified, created: modified, user: 'tester' },
        { now: () => 0, progress: () => undefined },
      );
    };
    await archived(volume(`${ADDRESS}${CONTACT}`, 1, 2), '2026-03-01T00:00:00Z', 'first');
    await archived(volume(`${ADDRESS}${CONTACT}`, 2), '2026-03-05T00:00:00Z', 'second');
    const publication = readPublication(html(publicationPath, 'second'));
    expect(publication?.since).toBe('2026-03-01T00:00:00Z');
    expect(publication?.records.find(({ deleted }) => deleted)?.identifier).toBe('oai:example.org:frus1900v01/d1');
  });

  it('takes the last dated change of the header for its time, where that is later', async () => {
    const tei = volume(`${ADDRESS}${CONTACT}`, 1).replace(
      '</fileDesc></teiHeader>',
      '</fileDesc><revisionDesc><change when="2026-04-01">Corrected.</change></revisionDesc></teiHeader>',
    );
    await built(tei, '2026-03-01T00:00:00Z');
    expect(readPublication(html(publicationPath))?.modified).toBe('2026-04-01T00:00:00Z');
    await built(tei, '2026-05-01T00:00:00Z', 'later');
    expect(readPublication(html(publicationPath, 'later'))?.modified).toBe('2026-05-01T00:00:00Z');
  });

  it('says that nobody is named to whom harvesters turn', async () => {
    expect(codes(await built(volume(ADDRESS, 1), '2026-03-01T00:00:00Z'))).toEqual(['DI002']);
  });
});
