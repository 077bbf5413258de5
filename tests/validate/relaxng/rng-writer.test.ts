import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SourceFile } from '../../../src/model/source-file.js';
import { readRnc } from '../../../src/validate/relaxng/rnc.js';
import { readRng } from '../../../src/validate/relaxng/rng.js';
import { readRngTree } from '../../../src/validate/relaxng/rng-tree.js';
import { writeRng } from '../../../src/validate/relaxng/rng-writer.js';

/** A syntax tree without places and functions, and with one pattern for a group of one. */
function bare(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, v) => (key === 'place' || key === 'ns' ? undefined : v)).replaceAll('.rng"', '.rnc"'),
  );
}

function reread(rng: string): unknown {
  const { root } = readRngTree(new SourceFile('a.rng', rng));
  if (root === undefined) throw new Error(rng);
  return bare(readRng(root));
}

describe('a schema written in XML syntax', () => {
  for (const name of readdirSync('tei').filter((n) => n.endsWith('.rnc'))) {
    it(`is what ${name} says, and stands beside it`, () => {
      const syntax = readRnc(new SourceFile(name, readFileSync(`tei/${name}`, 'utf8')), undefined);
      const rng = writeRng(syntax, `Made from ${name} by npm run build; change that file.`);
      expect(reread(rng)).toEqual(bare(syntax));
      expect(readFileSync(`tei/${name.replace('.rnc', '.rng')}`, 'utf8')).toBe(rng);
    });
  }

  it('has name classes, exceptions, parameters and nested grammars', () => {
    const text = `namespace x = "urn:x"
start |= element (a | x:*) { attribute * - n { xsd:token { pattern = "<&" ~ '"' } - "z" }*, list { "1"+ }, mixed { grammar { start = parent b | external "n.rnc" } } }
b &= element x:* - x:c { notAllowed }?`;
    const syntax = readRnc(new SourceFile('a.rnc', text), undefined);
    expect(reread(writeRng(syntax, 'made'))).toEqual(bare(syntax));
  });
});
