import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { packageFile } from '../../src/formats/package.js';
import { readXml } from '../../src/formats/sax.js';
import { inTurn } from '../../src/formats/xml-handlers.js';
import { SourceFile } from '../../src/model/source-file.js';
import { chancerySchematronPieces, runChancerySchematron } from '../../src/validate/schematron.js';
import { readTree, TreeBuilder } from '../../src/validate/tree.js';
import { runs } from '../runs.js';

const volumes = packageFile('../shared/volumes');
const names = existsSync(volumes) ? readdirSync(volumes).filter((name) => name.endsWith('.xml')) : [];
if (names.length === 0) console.warn('Skipped: volumes of the series in pieces (../shared/volumes is absent).');
const fixtures = packageFile('tests/diagnostics');
const inputs = readdirSync(fixtures)
  .map((name) => path.join(fixtures, name, 'input.xml'))
  .filter((file) => existsSync(file));

const sourceOf = (file: string): SourceFile => new SourceFile(file, readFileSync(file, 'utf8'));

/** Findings in an order that does not depend on that of the runs. */
function sorted(found: readonly Diagnostic[]): readonly string[] {
  return found.map((one) => JSON.stringify(one)).sort();
}

function whole(source: SourceFile): readonly string[] {
  return sorted(runChancerySchematron(readTree(source)).diagnostics);
}

function inPieces(source: SourceFile, size: number): readonly string[] {
  const tree = new TreeBuilder(source);
  const pieces = chancerySchematronPieces(source, tree, size);
  readXml(source, inTurn([tree, pieces]));
  return sorted(pieces.findings());
}

describe('our own Schematron, on a few documents at a time', () => {
  it('finds in what is wrong in one place what it finds in the whole', () => {
    for (const file of inputs) {
      const source = sourceOf(file);
      if (readTree(source).diagnostics.length > 0) continue;
      expect(inPieces(source, 1), file).toEqual(whole(source));
    }
  });

  it.each(names)('finds in %s what it finds in the whole', (name) => {
    const source = sourceOf(path.join(volumes, name));
    expect(inPieces(source, 200_000)).toEqual(whole(source));
  });

  it('finds the same wherever documents stand, and whatever is cut', () => {
    const note = '<note type="source"><note>N.</note></note>';
    const leaf = fc.constantFrom(
      `<div type="document" xml:id="d1"><p>T.</p>${note}<opener><dateline>x</dateline></opener></div>`,
      '<div type="document"><head>H.</head><head>H.</head><div type="document"><dateline/></div></div>',
      `<p>${'word '.repeat(30)}${note}</p>`,
      `<p>${'word '.repeat(30)}<div type="document">${note}</div></p>`,
      '<head>1.</head><opener/>',
      '<closer/><note rend="inline" n="1"/> text <?pi x?><!-- c -->',
    );
    const { inner } = fc.letrec<{ inner: string }>((tie) => ({
      inner: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc
          .tuple(
            fc.constantFrom('div', 'body', 'text', 'group', 'front', 'list', 'note'),
            fc.array(tie('inner'), { maxLength: 4 }),
          )
          .map(([of, parts]) => `<${of}>${parts.join('\n')}</${of}>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(inner, { maxLength: 4 }), fc.constantFrom(1, 300, 1000), (parts, size) => {
        const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><text>${parts.join('')}</text></TEI>`;
        const source = new SourceFile('v.xml', text);
        expect(inPieces(source, size)).toEqual(whole(source));
      }),
      { numRuns: runs(40) },
    );
  });
});
