import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import { SourceFile } from '../../src/model/source-file.js';

const MARKINGS = ['SECRET', 'C O N F I D E N T I A L', 'TOP SECRET/SENSITIVE', '-CONFIDENTIAL-'];
const NUMBERS = ['- 2 -', '-2-', 'Page 2', 'Page Two', '2'];
const NAMES = ['W. M. Sample', 'Mr. Livingston T. Example', 'The Honorable John Muster'];
const CATCHWORDS = ['', '/morrow', '/...'];

/** A letter whose second page begins inside a word, below what its head can hold. */
function letter(marking: string, head: string, catchword: string): string {
  return [
    '                    EMBASSY OF THE UNITED STATES',
    '                             Karachi',
    '',
    '                                        September 12, 1958',
    '',
    'Dear Bill:',
    '',
    '     You asked for my own view of the matter, and I shall try to',
    'give it. Three of the seven would break off the agreement to-',
    ...(catchword === '' ? [] : ['', `${' '.repeat(56)}${catchword}`]),
    '',
    marking,
    '\f',
    marking,
    '',
    head,
    '',
    'morrow, and the other four would like to be given a reason not',
    'to do so before the end of the month.',
    '',
    '     I have told them that nobody here knows the answer to it.',
    '',
    '                              As ever,',
    '',
    '                              James M. Specimen',
  ].join('\n');
}

describe('the head of a later page of a letter', () => {
  it('is of the sheet, and the word above it comes out whole', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MARKINGS),
        fc.constantFrom(...NUMBERS),
        fc.option(fc.constantFrom(...NAMES), { nil: undefined }),
        fc.constantFrom(...CATCHWORDS),
        (marking, number, name, catchword) => {
          const head =
            name === undefined
              ? `${' '.repeat(28)}${number}`
              : `${name}          ${number}          September 12, 1958`;
          const source = new SourceFile('letter.txt', letter(marking, head, catchword));
          const { value = [], diagnostics } = encode(source, { shape: 'typescript' });
          expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
          expect(value).toHaveLength(1);
          const { tei = '' } = value[0] ?? {};
          const words = tei
            .slice(tei.indexOf('<body'))
            .replace(/<fw\b[^>]*>(?:(?!<\/fw>)[\s\S])*<\/fw>|<pb\b[^>]*>/g, '')
            .replace(/\s+/g, ' ');
          expect(words).toContain('break off the agreement tomorrow, and the other four');
          expect(words.match(/<p>/g)).toHaveLength(2);
        },
      ),
    );
  });
});
