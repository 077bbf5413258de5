import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { checkRules } from '../../src/validate/rules/check.js';
import { readTree } from '../../src/validate/tree.js';
import { indexVolume, openIndex, readIndex } from '../../src/validate/volume-index.js';

const text = readFileSync(join(import.meta.dirname, '../diagnostics/valid-volume.xml'), 'utf8');

function indexOf(name: string): string {
  const volume = text.replaceAll('frus1964-68v99', name);
  const entry = indexVolume(readTree(new SourceFile(`${name}.xml`, volume)), `${name}.xml`);
  return JSON.stringify({ format: 1, volumes: { [entry.name]: entry.volume } });
}

function findings(target: string): readonly string[] {
  const volumes = readIndex(indexOf('frus1964-68v14'));
  if (volumes === undefined) throw new Error('the index cannot be read');
  const source = new SourceFile('input.xml', text.replace('frus1964-68v14#d73', target));
  return checkRules(source, { strength: 'current', volumes }).map(
    (d) => `${d.place?.start?.line} ${d.code} ${d.message}`,
  );
}

describe('the index of volumes', () => {
  it('finds references to what another volume does not hold', () => {
    expect(findings('frus1964-68v14#d3')).toEqual([]);
    expect(findings('frus1964-68v14#d73')).toEqual(['67 VA346 There is no d73 in the volume frus1964-68v14.']);
    expect(findings('frus1964-68v14')).toEqual([]);
  });

  it('says nothing of volumes that it does not hold, and reports names that are no volumes', () => {
    expect(findings('frus1964-68v15#d999')).toEqual([]);
    expect(findings('frs1964-68v14#d3')).toEqual([
      '67 VA344 The reference names frs1964-68v14, which is not the name of a volume.',
    ]);
  });

  it('gives back exactly the ids that went in', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,2}_?[0-9]{0,4}[a-z]?$/), { maxLength: 30 });
    fc.assert(
      fc.property(ids, (known) => {
        const pages = known.map((id) => `<pb xml:id="${id}"/>`).join('');
        const source = new SourceFile('v.xml', `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>${pages}</text></TEI>`);
        const { name, volume } = indexVolume(readTree(source), 'v.xml');
        const index = openIndex({ format: 1, volumes: { [name]: volume } });
        for (const id of known) expect(index.hasId('v', id)).toBe(true);
        for (const id of ['zz', 'pg_99999', '0', '']) expect(index.hasId('v', id)).toBe(known.includes(id));
      }),
    );
  });

  it('refuses what is no index', () => {
    expect(readIndex('[]')).toBeUndefined();
    expect(readIndex('{"format": 2}')).toBeUndefined();
    expect(readIndex('<TEI/>')).toBeUndefined();
  });
});
