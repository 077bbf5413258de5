import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { plainTei } from './plain-tei.js';
import { build, root, run, temporaryFolder } from './tools.js';

const schema = join(root, '../shared/reference/tei_all-4.12.0.rng');
const folder = temporaryFolder();
afterAll(folder.remove);
if (!existsSync(schema)) console.warn(`SKIPPED: the sampler's TEI against tei_all; ${schema} is not there.`);

describe('the sampler, built whole', () => {
  const out = join(folder.path, 'sampler');
  const files = (edition: string): readonly string[] =>
    readdirSync(join(out, edition), { recursive: true, encoding: 'utf8' }).map((name) => join(out, edition, name));

  test('is built without a finding but that two documents have no date', () => {
    const { status, output } = build(join(root, 'corpus/sampler'), 'html,epub,pdf,archive', out);
    expect(status, output).toBe(0);
    expect([...output.matchAll(/(?:error|warning) ([A-Z]+\d+)/g)].map(([, code]) => code)).toEqual(['EN004', 'EN004']);
  });

  test.skipIf(!existsSync(schema))('is TEI P5 by the tei_all schema, the volume and each document', () => {
    const tei = files('tei');
    expect(tei).toHaveLength(9);
    const plain = tei.map((file) => join(folder.path, basename(file)));
    for (const [i, file] of tei.entries()) writeFileSync(plain[i] ?? '', plainTei(readFileSync(file, 'utf8')));
    const { status, output } = run('jing', schema, ...plain);
    expect(status, output).toBe(0);
  });

  test('has pages that are well-formed XML, and a sound PDF', () => {
    const pages = files('html').filter((file) => /\.(html|xml)$/.test(file));
    expect(pages.length).toBeGreaterThan(20);
    expect(run('xmllint', '--noout', ...pages)).toEqual({ status: 0, output: '' });
    const { status, output } = run('qpdf', '--check', join(out, 'pdf/sampler.pdf'));
    expect(status, output).toBe(0);
  });
});
