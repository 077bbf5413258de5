import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/diagnostics/diagnostic.js';
import { type EncodeOptions, encode } from '../../src/encode/encode.js';
import { readRawBytes } from '../../src/formats/raw-file.js';
import { SourceFile } from '../../src/model/source-file.js';
import { readManifest } from '../../src/volume/manifest.js';

/**
 * One folder a case: `input.txt` (or `.md`, `.html`), the `volume.yaml` that supplies facts where there is one, what must come of it, and `case.md`, which says what the case shows. `expected.xml` holds the header's
 * structured elements and the text of each document, without the parts that are the same in all (taxonomies, publication).
 * `UPDATE_GOLDEN=1 npx vitest run tests/encode/golden.test.ts` writes them anew; read the difference before you keep it.
 */
const folder = new URL('../golden/encode/', import.meta.url);

/** The elements of a document that a case is about. */
const shown = [
  /<sourceDesc>.*?<\/sourceDesc>/s,
  /<profileDesc>.*?<\/profileDesc>/s,
  /<div type="document".*<\/div>(?=\s*<\/body>)/s,
];

/** A part of a file without the indent that its place in the file gives it. */
function outdented(part: string): string {
  const indent = /\n( *)\S[^\n]*$/.exec(part)?.[1] ?? '';
  return part.replaceAll(`\n${indent}`, '\n');
}

/** What the manifest of a case supplies. */
function optionsOf(manifest: URL): EncodeOptions {
  if (!existsSync(manifest)) return {};
  const { value, diagnostics } = readManifest(new SourceFile('volume.yaml', readFileSync(manifest, 'utf8')));
  expect(diagnostics).toEqual([]);
  return value === undefined ? {} : { volume: value.manifest, documents: value.documents };
}

/** The raw text of a case: `input.txt`, or a file of another kind that has its words. */
async function inputOf(folder: URL): Promise<Result<SourceFile>> {
  const name = readdirSync(folder).find((file) => file.startsWith('input.')) ?? 'input.txt';
  return readRawBytes(name, readFileSync(new URL(name, folder)));
}

function encoded(input: Result<SourceFile>, options: EncodeOptions): string {
  if (input.value === undefined) throw new Error(input.diagnostics[0]?.message);
  const read = encode(input.value, options);
  const { value = [] } = read;
  const diagnostics = [...input.diagnostics, ...read.diagnostics];
  // A document that does not come through whole is no golden case.
  expect(diagnostics.filter(({ code }) => code === 'EN001')).toEqual([]);
  const documents = value.map(({ tei, shape }) => {
    const parts = shown.map((pattern) => pattern.exec(tei)?.[0] ?? '').filter((part) => part !== '');
    return `<document shape="${shape}">\n${parts.map(outdented).join('\n')}\n</document>\n`;
  });
  const findings = diagnostics.map(
    (d) => `<!-- ${d.place?.start?.line ?? 0}: ${d.code} ${d.message.replaceAll('--', '- -')} -->\n`,
  );
  return documents.join('\n') + findings.join('');
}

describe('golden encodings', () => {
  const cases = readdirSync(folder);

  it('are at least 45, each with a line on what it shows', () => {
    expect(cases.length).toBeGreaterThanOrEqual(45);
    for (const name of cases) expect(existsSync(new URL(`${name}/case.md`, folder)), name).toBe(true);
  });

  it.each(cases)('%s', async (name) => {
    const result = encoded(
      await inputOf(new URL(`${name}/`, folder)),
      optionsOf(new URL(`${name}/volume.yaml`, folder)),
    );
    const expected = new URL(`${name}/expected.xml`, folder);
    if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(expected, result);
    expect(result).toBe(readFileSync(expected, 'utf8'));
  });
});
