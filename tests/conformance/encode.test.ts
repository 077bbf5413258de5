import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import { readRawBytes } from '../../src/formats/raw-file.js';
import { SourceFile } from '../../src/model/source-file.js';
import { hasJing, jingLines } from './jing.js';
import { plainTei } from './plain-tei.js';
import { root, temporaryFolder } from './tools.js';

const schema = join(root, '../shared/reference/tei_all-4.12.0.rng');
const folder = temporaryFolder();
afterAll(folder.remove);

const golden = readdirSync(join(root, 'tests/golden/encode')).map((name) => {
  const folder = join(root, 'tests/golden/encode', name);
  return join(folder, readdirSync(folder).find((file) => file.startsWith('input.')) ?? 'input.txt');
});
const sets = ['dev', 'ocr', 'cables'].map((set) => join(root, '../shared/eval', set, 'raw'));
const shared = sets.flatMap((set) => (existsSync(set) ? readdirSync(set).map((name) => join(set, name)) : []));
const missing = [...(hasJing() ? [] : ['jing']), ...(existsSync(schema) ? [] : [schema])];
if (missing.length > 0)
  console.warn(`Skipped: the encoder's TEI against tei_all.rng, for want of ${missing.join(' and ')}.`);
else if (shared.length === 0)
  console.warn(`Skipped: the documents of ${sets.join(', ')}, which are not there; the golden cases are checked.`);

test.skipIf(missing.length > 0)('what the encoder writes is valid TEI P5 by the tei_all schema', async () => {
  const sources: SourceFile[] = [];
  for (const [index, file] of [...golden, ...shared].entries()) {
    const input = await readRawBytes(file, readFileSync(file));
    const { value = [] } = input.value === undefined ? {} : encode(input.value);
    for (const [part, { tei }] of value.entries()) {
      const path = join(folder.path, `${index}-${part}.xml`);
      const text = plainTei(tei);
      writeFileSync(path, text);
      sources.push(new SourceFile(path, text));
    }
  }
  const found = [...jingLines(schema, sources)].flatMap(([path, lines]) =>
    [...lines].map(
      (line) =>
        `${path}:${line} ${sources
          .find((s) => s.path === path)
          ?.lineText(line)
          .slice(0, 120)}`,
    ),
  );
  expect(found).toEqual([]);
});
