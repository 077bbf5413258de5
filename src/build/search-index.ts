/**
 * `node search-index.js OUT DOCUMENTS…`: the index of volumes alone, for the benchmark, from the documents that a web site holds for search servers
 * (`documents.jsonl`). Several are one index. Says how long its files are, and how long when a server compresses them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { SearchableDocument, SearchableVolume } from '../model/searchable.js';
import { indexFiles } from '../search/index-files.js';

interface Line extends Omit<SearchableDocument, 'date'> {
  readonly volume: string;
  readonly date?: { readonly gte: string; readonly lte: string };
}

const [out = '', ...inputs] = process.argv.slice(2);
const volumes = inputs.map((input): SearchableVolume => {
  const lines = readFileSync(input, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const documents = lines.map(
    ({ date, ...rest }): SearchableDocument => ({
      ...rest,
      ...(date === undefined ? {} : { date: { from: date.gte, to: date.lte } }),
    }),
  );
  const id = lines[0]?.volume ?? input;
  return { id, title: id, language: 'en', documents, pages: [] };
});
const before = process.cpuUsage();
const files = indexFiles(volumes);
const { user, system } = process.cpuUsage(before);
let [length, compressed] = [0, 0];
mkdirSync(out, { recursive: true });
for (const [path, content] of files) {
  const bytes = Buffer.from(content);
  length += bytes.length;
  if (process.env['CHANCERY_SIZES'] !== undefined) compressed += gzipSync(bytes).length;
  writeFileSync(join(out, basename(path)), bytes);
}
const names = inputs.map((input) => basename(dirname(dirname(dirname(input))))).join(', ');
const sizes = compressed === 0 ? '' : `, ${(compressed / 1e6).toFixed(2)} MB compressed`;
console.log(
  `${names}: ${volumes.reduce((sum, { documents }) => sum + documents.length, 0)} documents, ${files.size} files, ${(length / 1e6).toFixed(2)} MB${sizes}; the index alone ${((user + system) / 1e6).toFixed(2)} s of processor time`,
);
