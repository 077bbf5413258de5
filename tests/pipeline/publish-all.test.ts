import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { publish } from '../../src/pipeline/publish.js';
import { build } from '../../src/pipeline.js';
import { volumeOf } from '../transform/editions-of.js';

const folder = mkdtempSync(join(tmpdir(), 'publish-all-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MANIFEST = `offprints: documents
dts: yes
aliases: { d9: d1 }
images: https://images.example.org/{volume}/{facs}.png
`;
const TARGETS = `targets:
  here:
    type: inveniordm
    baseUrl: https://repository.example.org
    token: { env: A_TOKEN }
`;

it('an edition with every part that can be asked for is published', async () => {
  const input = join(folder, 'v.xml');
  const { text } = volumeOf('<pb n="7" xml:id="pg_7" facs="0007"/><p>The words of it.</p>');
  writeFileSync(
    input,
    text
      .replace(
        '<publicationStmt><p/>',
        '<publicationStmt><publisher>P</publisher><date when="2026">2026</date><idno type="url">https://example.org/v/</idno>',
      )
      .replace('</titleStmt>', '<editor>Jane Doe</editor></titleStmt>')
      .replace('<sourceDesc><p/>', '<sourceDesc><p>Papers.</p>'),
  );
  writeFileSync(join(folder, 'volume.yaml'), MANIFEST);
  mkdirSync(join(folder, '.config', 'chancery'), { recursive: true });
  writeFileSync(join(folder, '.config', 'chancery', 'targets.yaml'), TARGETS);
  const out = join(folder, 'out');
  const built = await build(
    { input, out, only: ['html'], searchServer: true, created: '2026-01-01T00:00:00Z', user: 'Editor' },
    { now: () => 0, progress: () => undefined },
  );
  expect(built.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const site = readdirSync(join(out, 'html'), { recursive: true }).map((path) => String(path).replaceAll('\\', '/'));
  for (const path of [
    'offprints/d1.epub',
    'offprints/ch1.pdf',
    'dts/collection.json',
    'json/d1.json',
    'search/documents.jsonl',
    'd9.html',
  ])
    expect(site).toContain(path);
  const { value, diagnostics } = await publish(
    {
      edition: out,
      to: 'here',
      built: out,
      parts: ['tei', 'html'],
      action: 'plan',
      extent: 'draft',
      isReplacing: false,
      isResuming: false,
    },
    {
      env: { HOME: folder },
      fetch: () => Promise.reject(new Error('a plan asks nobody')),
      sleep: async () => {},
      now: () => '2026-01-31T12:00:00Z',
      progress: () => {},
    },
  );
  expect(diagnostics).toEqual([]);
  expect(value?.files.map(({ key }) => key)).toEqual(['v.xml', 'v-html.zip']);
});
