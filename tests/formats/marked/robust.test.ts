import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../src/encode/encode.js';
import { readRawBytes } from '../../../src/formats/raw-file.js';
import { SourceFile } from '../../../src/model/source-file.js';
import { createValidator } from '../../../src/validate/validate.js';
import { runs } from '../../runs.js';

const TAGS =
  'p div h1 h2 ol ul li table tr td th br b i sup a span blockquote pre section main nav header footer aside dl dt dd hr q sub script style'.split(
    ' ',
  );
const words = fc.constantFrom(
  'Riga, March 4, 1921.',
  'words & more',
  '12. Letter From A to B',
  'Source: X.',
  '1',
  '[1]',
  '*',
  'a|b',
  '&amp;',
  '&nbsp;',
  '# x',
  '> y',
  '- z',
  '\n\n',
  '`',
  '~~',
  '[^1]',
);
const page = fc
  .array(
    fc.oneof(
      words,
      fc
        .constantFrom(...TAGS)
        .chain((tag) =>
          fc.constantFrom(
            `<${tag}>`,
            `</${tag}>`,
            `<${tag} id="fn1">`,
            `<${tag} class="footnotes">`,
            `<${tag} hidden>`,
          ),
        ),
      fc.constantFrom(
        '<a href="#fn1" id="r1">1</a>',
        '<a href="#r1">↩</a>',
        '<li id="fn1">',
        '<li id="fn2">',
        '<sup><a href="#fn2">2</a></sup>',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(' '));

const markdown = fc
  .array(
    fc.oneof(
      words,
      fc.constantFrom(
        '# ',
        '## ',
        '\n',
        '\n\n',
        '    ',
        '> ',
        '- ',
        '1. ',
        '| a | b |',
        '\n| - | - |\n',
        '**',
        '_',
        '[^1]',
        '\n[^1]: ',
        '[^n]',
        '\n[^n]: note',
        '```\n',
        '---\n',
        'date: x\n',
        '<br>',
        '<div>',
        '<!-- x -->',
        '[a](b)',
        '![a](b)',
        '\\',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const { value: validator } = await createValidator({ strength: 'current', only: ['relaxng'] });

/** Whatever stands in a file: no word is lost on the way to the TEI, which is valid, and nothing throws. */
async function isWhole(path: string, content: string): Promise<void> {
  const read = await readRawBytes(path, Buffer.from(content));
  expect(read.diagnostics.filter(({ code }) => code === 'EN092')).toEqual([]);
  if (read.value === undefined) return;
  const { value = [], diagnostics } = encode(read.value);
  for (const { tei } of value)
    expect(validator?.validate(new SourceFile('text.xml', tei)).filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
  expect(diagnostics.filter(({ code }) => code === 'EN001' || code === 'EN092')).toEqual([]);
}

describe('any file', () => {
  it('of HTML comes through whole', async () => {
    await fc.assert(
      fc.asyncProperty(page, (content) => isWhole('a.html', content)),
      { numRuns: runs(400) },
    );
  });

  it('of Markdown comes through whole', async () => {
    await fc.assert(
      fc.asyncProperty(markdown, (content) => isWhole('a.md', content)),
      { numRuns: runs(400) },
    );
  });
});
