import { existsSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageFile } from '../../src/formats/package.js';
import { type EpubPacker, epubPacker, noPacker } from '../../src/pipeline/epub-packer.js';
import type { CoverWords } from '../../src/transform/epub/cover.js';

const modified = '1964-11-19T00:00:00Z';
const files = Array.from({ length: 30 }, (_, i): [string, string] => [
  `EPUB/text/d${i}.xhtml`,
  `${i}: Čapek’s “Ω” 😀 `.repeat(500),
]);

beforeAll(() => {
  if (!existsSync(packageFile('dist/program/pipeline/epub-thread.js'))) throw new Error('The program is not built.');
});

async function packed(packer: EpubPacker, cover: CoverWords): Promise<Uint8Array> {
  packer.begin({ cover, modified });
  for (const [path, text] of files) packer.add(path, text);
  return packer.finish().finally(() => packer.dismiss());
}

describe('the packing of an EPUB beside the writing', () => {
  it('packs every file as it was written, in the order in which they came', async () => {
    const entries = Object.entries(unzipSync(await packed(epubPacker(), { title: 'A' })));
    expect(entries.map(([path]) => path)).toEqual(['mimetype', 'EPUB/cover.png', ...files.map(([path]) => path)]);
    expect(entries.slice(2).map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual(files);
  });

  it('makes the same bytes in a thread as without', async () => {
    const bytes = await packed(epubPacker(), { title: 'A' });
    expect(Buffer.from(bytes).equals(await packed(noPacker, { title: 'A' }))).toBe(true);
  });

  it('hands on what fails in the thread to who waits for the EPUB', async () => {
    const noTitle = {} as CoverWords;
    await expect(packed(epubPacker(), noTitle)).rejects.toThrow(TypeError);
  });

  it('says nothing of what fails where nobody waits any more', async () => {
    const packer = epubPacker();
    packer.begin({ cover: {} as CoverWords, modified });
    await new Promise((resolve) => setTimeout(resolve, 500));
    packer.dismiss();
    await expect(packer.finish()).rejects.toThrow(TypeError);
  });
});
