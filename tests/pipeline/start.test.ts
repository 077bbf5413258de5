import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../src/formats/package.js';

/** What a module imports when it is loaded: types are gone by then, and `import()` waits until it is called. */
const IMPORT = /^(?:import|export)\s(?!type\b)[^;]*?from '(\.[^']+)\.js';/gm;

/** All files that are loaded with one. */
function loadedWith(file: string, found = new Map<string, string>(), from = ''): ReadonlyMap<string, string> {
  if (found.has(file)) return found;
  found.set(file, from);
  for (const [, path = ''] of readFileSync(packageFile(file), 'utf8').matchAll(IMPORT))
    loadedWith(join(dirname(file), `${path}.ts`), found, file);
  return found;
}

describe('a build of an existing volume', () => {
  it.each([
    'src/commands/build.ts',
    'src/pipeline.ts',
    'src/pipeline/way-out.ts',
    'src/pipeline/archived.ts',
    'src/pipeline/published.ts',
    'src/pipeline/web-site.ts',
    'src/volume/enrich.ts',
    'src/transform/pivot.ts',
    'src/transform/html.ts',
    'src/transform/epub.ts',
  ])('does not wait for the libraries that read manifests: %s', (file) => {
    const loaded = loadedWith(file);
    expect(loaded.size).toBeGreaterThan(1);
    for (const library of ['src/formats/schema.ts', 'src/formats/yaml.ts'])
      expect(`${library} is loaded by ${loaded.get(library)}`).toBe(`${library} is loaded by undefined`);
  });
});
