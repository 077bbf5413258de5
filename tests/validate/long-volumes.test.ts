import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LongSource } from '../../src/formats/long-source.js';
import { packageFile } from '../../src/formats/package.js';
import { readXml } from '../../src/formats/sax.js';
import { SourceFile } from '../../src/model/source-file.js';
import { heapMegabytes, tooLongAsAWhole } from '../../src/validate/memory.js';
import { createValidator, type Validator } from '../../src/validate/validate.js';
import { seen } from '../formats/xml-events.js';
import { runs } from '../runs.js';

const folder = mkdtempSync(join(tmpdir(), 'long-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(text: string, name = 'v.xml'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function longOf(text: string): LongSource {
  const source = LongSource.open(fileOf(text), []);
  if (source === undefined) throw new Error('no UTF-8');
  return source;
}

const valid = readFileSync(packageFile('tests/diagnostics/valid-volume.xml'), 'utf8');
const fourth = valid.slice(
  valid.indexOf('<div type="document" xml:id="d4"'),
  valid.indexOf('</div>', valid.indexOf('xml:id="d4"')) + 6,
);

/** Writes the valid volume with so many more documents, each of some 40 KB. */
function writeVolume(documents: number): string {
  const [before = '', after = ''] = valid.split(fourth);
  const path = fileOf(before + fourth, 'long.xml');
  const line = (n: number, i: number): string =>
    `<p>He said that note ${n} of the Minister had come on day ${i}, and that “nothing” in it was new.</p>\n`;
  const prose = (n: number): string => Array.from({ length: 440 }, (_, i) => line(n, i)).join('');
  for (let n = 5; n < documents + 5; n++) {
    const own = fourth.replaceAll('d4', `d${n}`).replace('n="4"', `n="${n}"`).replace('<head>4.', `<head>${n}.`);
    appendFileSync(path, own.replace('</div>', `${prose(n)}</div>`));
  }
  appendFileSync(path, after);
  return path;
}

describe('a long file', () => {
  it('has the text, the lines and the events of a short one, wherever its stretches end', () => {
    const piece = fc.constantFrom(
      'é',
      '“”',
      '\u{1F600}',
      'abc ',
      '\n',
      '\r\n',
      '<p n="&amp;x">',
      '<!-- <p> -->',
      '<![CDATA[<]]>',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.nat(7), (pieces, shift) => {
        const inside = pieces.join('').replaceAll('<p n="&amp;x">', '<p n="&amp;x">t</p>');
        const text = `<a>${'x'.repeat(shift)}${inside.repeat(Math.ceil(80_000 / inside.length))}</a>`;
        const [short, long] = [new SourceFile('v', text), longOf(text)];
        expect(long.length).toBe(text.length);
        expect(long.slice(32_000, 66_000)).toBe(text.slice(32_000, 66_000));
        expect(long.lineCount).toBe(short.lineCount);
        expect(long.positionAt(text.length - 5)).toEqual(short.positionAt(text.length - 5));
        expect(seen(text, (_, handler) => readXml(long, handler))).toEqual(seen(text, readXml));
      }),
      { numRuns: runs(20) },
    );
  });

  it('is not read on when it has been changed', async () => {
    const path = fileOf(valid);
    const source = LongSource.open(path, []) as LongSource;
    utimesSync(path, 1, 1);
    const { value } = await createValidator({ strength: 'legacy', only: ['wellformed'] });
    expect(value?.validate(source).map(({ code }) => code)).toEqual(['IN080']);
  });

  it('is opened whole where it holds what makes a document of several pieces', () => {
    expect(LongSource.open(fileOf(`${'x'.repeat(32_760)}<!DOCTYPE a>`), ['<!DOCTYPE'])).toBeUndefined();
    expect(LongSource.open(fileOf('\xff', 'v.xml'), [])?.text).toBe('\xff');
  });
});

describe('what needs a long file as a whole', () => {
  it('is refused where the memory does not suffice for it, and only there', () => {
    const long = longOf(`<a>${'x'.repeat(2_000_000)}</a>`);
    expect(tooLongAsAWhole('This', long, 20)?.code).toBe('VA066');
    expect(tooLongAsAWhole('This', long, 20)?.message).toMatch(/^This needs .* 3 MB of text, and 20 MB are free/);
    expect(tooLongAsAWhole('This', long, heapMegabytes())).toBeUndefined();
    expect(tooLongAsAWhole('This', new SourceFile('v', long.text), 20)).toBeUndefined();
  });
});

describe('a long volume', () => {
  let validator: Validator;
  beforeAll(async () => {
    const { value } = await createValidator({ strength: 'legacy' });
    if (value === undefined) throw new Error('no validator');
    validator = value;
  });

  const cases = readdirSync(packageFile('tests/diagnostics')).filter((name) =>
    existsSync(packageFile(`tests/diagnostics/${name}/input.xml`)),
  );

  it(`has the findings of a short one: all ${cases.length} cases of findings`, () => {
    const other = cases.filter((name) => {
      const text = readFileSync(packageFile(`tests/diagnostics/${name}/input.xml`), 'utf8');
      const short = validator.validate(new SourceFile(join(folder, 'v.xml'), text));
      return JSON.stringify(validator.validate(longOf(text))) !== JSON.stringify(short);
    });
    expect(other).toEqual([]);
  });

  it('of 33 MB is checked in 96 MB of heap, and a document that is too long for it is told of', () => {
    const run = (path: string): { readonly status: number | null; readonly out: string } => {
      const cli = packageFile('dist/program/cli.js');
      const { status, stdout } = spawnSync(
        process.execPath,
        ['--max-old-space-size=96', cli, 'validate', path, '--format', 'json'],
        { encoding: 'utf8' },
      );
      return { status, out: stdout };
    };
    const path = writeVolume(760);
    const { status, out } = run(path);
    expect([status, JSON.parse(out).findings]).toEqual([0, []]);
    const joined = readFileSync(path, 'utf8').replace(
      /<\/div>\s*<div type="document" xml:id="d(?:[6-9]|\d\d+)"[\s\S]*?<p>/g,
      '<p>',
    );
    const other = run(fileOf(joined));
    expect(other.status).toBe(2);
    expect((JSON.parse(other.out) as { findings: { code: string }[] }).findings.map(({ code }) => code)).toEqual([
      'VA065',
    ]);
  });
});
