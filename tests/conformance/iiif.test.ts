import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { build, present, root, run, temporaryFolder, volumes } from './tools.js';

const folder = temporaryFolder();
afterAll(folder.remove);

/** Python with iiif-prezi3, whose classes are made of the schema of the Presentation API; `.ci/run` installs it. */
const python = join(root, 'dist/ci/python/bin/python');
const READ = `
import sys
from iiif_prezi3 import Manifest
manifest = Manifest.model_validate_json(open(sys.argv[1]).read())
ids = [canvas.id for canvas in manifest.items]
def leaves(range):
    return [leaf for item in range.items for leaf in (leaves(item) if item.type == 'Range' else [item.id])]
named = {id for range in manifest.structures for id in leaves(range)}
print(len(ids), len(set(ids)), named <= set(ids), named >= set(ids))
`;

const inputs = present(
  ['frus1964-68v14', 'frus1961-63v07-09mSupp', 'frus1969-76ve14p1'].map((id) => join(volumes, `${id}.xml`)),
);

describe.each(inputs)('the IIIF manifest of %s', (input) => {
  test('is one for its schema, with a range for every canvas and none twice', () => {
    if (!existsSync(python)) {
      console.warn(`SKIPPED: ${python} is not there; .ci/run installs it.`);
      return;
    }
    const volume = join(folder.path, 'volume');
    mkdirSync(volume, { recursive: true });
    const tei = readFileSync(input, 'utf8');
    const address = '<idno type="url">https://example.org/volume/</idno></publicationStmt>';
    writeFileSync(join(volume, 'volume.xml'), tei.replace('</publicationStmt>', address));
    writeFileSync(join(volume, 'volume.yaml'), 'images: https://images.example.org/{volume}/medium/{facs}.png\n');
    const out = join(folder.path, 'out');
    const { status, output } = build(join(volume, 'volume.xml'), 'html', out);
    expect(status, output).toBeLessThan(2);
    const manifest = join(out, 'html/iiif/manifest.json');
    const { items } = JSON.parse(readFileSync(manifest, 'utf8'));
    const read = run(python, '-c', READ, manifest);
    expect(read.output.trim()).toBe(`${items.length} ${items.length} True True`);
  });
});
