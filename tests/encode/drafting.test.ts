import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftingActs } from '../../src/encode/facts/drafting.js';

const said = (...lines: readonly string[]): readonly string[] =>
  draftingActs(lines).flatMap(({ key, persons }) =>
    persons.map(({ name, role }) => [key, role, name].filter((part) => part !== undefined).join(' ')),
  );

describe('the lines that say who drafted a typescript', () => {
  it.each([
    [['Drafting Officer: J. F. Smith'], ['drafted J. F. Smith']],
    [['Prepared by:  Col. J. B. Ryder, ISA/ER'], ['prepared J. B. Ryder']],
    [['Cleared by: Lt. Gen. A. B. Marsh; PM - RBartholomew'], ['cleared A. B. Marsh', 'cleared PM RBartholomew']],
    [['JJSisco:bdp'], ['drafted JJSisco']],
    [['WJPorter/ec'], ['drafted WJPorter']],
    [['CLEARED: PRG:MAlvarez; ECON:JHarter'], ['cleared PRG MAlvarez', 'cleared ECON JHarter']],
  ])('%j', (lines, acts) => {
    expect(said(...lines)).toEqual(acts);
  });

  it('give the name whole, whatever rank or office stands before it, and nobody else', () => {
    const name = fc.constantFrom('J. F. Smith', 'JFSmith', 'John F. Smith', 'A. B. C. Marsh');
    const rank = fc.constantFrom('', 'Mr. ', 'Col. ', 'Lt. Gen. ', 'Amb. ');
    const office = fc.constantFrom('', 'EUR/SOV:', 'PM - ', 'INR: ');
    const label = fc.constantFrom('Drafted by: ', 'Drafted: ', 'DRAFTED BY: ', 'Drafting Officer: ');
    fc.assert(
      fc.property(label, office, rank, name, (before, symbol, title, person) => {
        const acts = draftingActs([`${before}${symbol}${title}${person}`]);
        expect(acts.map(({ key, persons }) => [key, persons.map((one) => one.name)])).toEqual([['drafted', [person]]]);
      }),
    );
  });
});
