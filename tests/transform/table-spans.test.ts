import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PivotElement, PivotNode } from '../../src/model/pivot.js';
import { SourceFile } from '../../src/model/source-file.js';
import { renderPivot } from '../../src/transform/pivot.js';
import { runs } from '../runs.js';

const span = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 5 }), fc.constantFrom(64, 1000, 100_000));
const table = fc.array(fc.array(fc.tuple(span, span), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

function volume(rows: readonly (readonly (readonly [number, number])[])[]): SourceFile {
  const cell = ([cols, rows]: readonly [number, number]): string => `<cell cols="${cols}" rows="${rows}">x</cell>`;
  const written = rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('\n');
  return new SourceFile(
    'v.xml',
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div type="document" xml:id="d1"><table>${written}</table></div></body></text></TEI>`,
  );
}

function all(node: PivotNode, name: string): readonly PivotElement[] {
  if (typeof node === 'string') return [];
  const inside = node.children.flatMap((child) => all(child, name));
  return node.name === name ? [node, ...inside] : inside;
}

it('no cell of an edition covers another or leads out of its table, whatever spans the TEI says', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const { value, diagnostics } = renderPivot(volume(rows));
      const made = value === undefined ? [] : all(value.body, 'tr');
      expect(made).toHaveLength(rows.length);
      const covered = made.map(() => new Set<number>());
      made.forEach((row, r) => {
        let column = 0;
        for (const { attributes } of all(row, 'td')) {
          while (covered[r]?.has(column)) column++;
          for (let down = 0; down < Number(attributes['rowspan']); down++)
            for (let right = 0; right < Number(attributes['colspan']); right++) {
              const places = covered[r + down];
              expect(places?.has(column + right)).toBe(false);
              places?.add(column + right);
            }
        }
      });
      const leadsOut = rows.some((cells, r) => cells.some(([, down]) => down > rows.length - r));
      if (leadsOut) expect(diagnostics.map(({ code }) => code)).toContain('TR047');
    }),
    { numRuns: runs(300) },
  );
});
