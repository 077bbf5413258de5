import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VerbEntry } from '../../src/commands/help.js';
import { runCommandLine } from '../../src/commands/run.js';
import { runs } from '../runs.js';

const verbs: readonly VerbEntry[] = [
  { name: 'init', summary: '', load: () => import('../../src/commands/init.js') },
  { name: 'build', summary: '', load: () => import('../../src/commands/build.js') },
  { name: 'encode', summary: '', load: () => import('../../src/commands/encode.js') },
  { name: 'validate', summary: '', load: () => import('../../src/commands/validate.js') },
  { name: 'print', summary: '', load: () => import('../../src/commands/print.js') },
  { name: 'proof', summary: '', load: () => import('../../src/commands/proof.js') },
  { name: 'index', summary: '', load: () => import('../../src/commands/index-volumes.js') },
];

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-'));
});
afterEach(async () => {
  rmSync(root, { recursive: true, force: true });
  await new Promise(setImmediate);
});
const at = (...path: string[]): string => join(root, ...path);

/** Runs a command, whatever the fault: what it says is a finding, never a stack trace, and never a failure of the program itself. */
async function run(...words: string[]) {
  let output = '';
  const stream = { write: (text: string) => (output += text) };
  const code = await runCommandLine(verbs, words, { stdout: stream, stderr: stream, env: {} });
  expect(output).not.toMatch(/CM008|^ +at .*:\d+:\d+/m);
  return { code, output };
}

function write(path: string, content: string | Uint8Array): string {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
  return at(path);
}

const tei = (id: string, body = '<p>Words.</p>', document = 'd1', idno = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"${id === '' ? '' : ` xml:id="${id}"`}><teiHeader><fileDesc><titleStmt><title type="complete">T</title></titleStmt><publicationStmt><publisher>P</publisher>${idno}</publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
<text><body><div type="document" subtype="historical-document" xml:id="${document}" n="1"><head>1. Letter</head>${body}</div></body></text></TEI>
`;

const manifest = (outline: string, more = ''): string => `id: mini
title: { complete: T, volume: V }
editors: [{ name: E }]
publisher: P
place: W
date: 2000
licence: { target: "https://example.org/", text: L }
${more}outline:
${outline}`;
const letter = (number: number): string =>
  `${number}. Letter From A to B\n\nWashington, January 5, 1964.\n\nText of letter ${number}.\n`;

/** All files below the root with their content. */
function everything(): ReadonlyMap<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries
      .map((entry) => [join(entry.parentPath, entry.name), ''])
      .map(([path = '']) => [path, readFileSync(path, 'latin1')]),
  );
}

describe('an id of a volume', () => {
  it.each(['..', '.', '../../escape', 'a/b', '/etc', 'a b', '1a', 'C:\\x', '-x', 'a\u00a0b', '*', '&quot;'])(
    'that is no name of XML is an error at its line: %s',
    async (id) => {
      write('in/p/html/mine.html', 'mine');
      const before = everything().size;
      const file = write('in/p/q/a.xml', tei(id));
      const { code, output } = await run('build', file, '--only', 'html');
      expect(code).toBe(1);
      expect(output).toContain(`${file}:2:`);
      expect(output).toContain('VO030');
      const idno = write('in/p/q/b.xml', tei('', '<p>x</p>', 'd1', `<idno type="frus">${id}</idno>`));
      expect((await run('build', idno, '--only', 'html')).output).toContain('VO030');
      expect(everything().size).toBe(before + 2);
    },
  );

  it.each(['CON', 'nul.x', 'a.', `v${'x'.repeat(500)}`, 'é'])(
    'that some disk does not take as a name is made fit for it: %s',
    async (id) => {
      const file = write('a.xml', tei(id));
      expect((await run('build', file, '--only', 'html,epub', '--out', at('o'))).code).toBe(0);
      for (const name of [...readdirSync(at('o/tei')), ...readdirSync(at('o/epub'))])
        expect(name).not.toMatch(/^(?:con|nul)\.|\.\.|.{200}/i);
    },
  );

  it('of a file without one is made of its name', async () => {
    const file = write('my volume (1).xml', tei(''));
    expect((await run('build', file, '--only', 'html', '--out', at('o'))).code).toBe(0);
    expect(readdirSync(at('o/tei'))).toEqual(['my-volume-1-.xml']);
  });
});

describe('an id of a document', () => {
  it('never leads out of the edition, nor to another page', async () => {
    const id = fc.oneof(
      fc.constantFrom(
        '..',
        'index',
        'INDEX',
        'style',
        'a/b',
        '../x',
        'CON',
        'titlepage',
        'D1',
        '',
        '.',
        'a#b',
        'a?b',
        'a%2fb',
        'x'.repeat(300),
      ),
      fc.string({ unit: fc.constantFrom('.', '/', 'a', '\\', ' ', 'B', '-', '%', '#') }),
    );
    let nth = 0;
    await fc.assert(
      fc.asyncProperty(id, async (document) => {
        nth++;
        const second = '</div><div type="document" xml:id="d1" n="2"><head>2. Letter</head><p>More.</p>';
        const file = write(`${nth}.xml`, tei('v', `<p>Words.</p>${second}`, document));
        const { code, output } = await run('build', file, '--only', 'html,epub', '--out', at(`o${nth}`));
        expect([0, 1]).toContain(code);
        if (code !== 0) expect(output).toMatch(/error/);
        else expect(readdirSync(at(`o${nth}/html`)).filter((name) => name.endsWith('.html')).length).toBeGreaterThan(2);
      }),
      { numRuns: runs(25) },
    );
    const outside = readdirSync(root).filter((name) => !/^o?\d+(\.xml)?$/.test(name));
    expect(outside).toEqual([]);
  });
});

describe('a manifest', () => {
  it('of somebody else publishes no file but those of its folder', async () => {
    write('host.txt', 'SECRET');
    mkdirSync(at('v'));
    symlinkSync('../host.txt', at('v/s.txt'));
    for (const file of ['../host.txt', at('host.txt'), 's.txt', './../host.txt', 'x/../../host.txt']) {
      write('v/volume.yaml', manifest(`  - document: d1\n    file: ${file}\n`));
      const { code, output } = await run('build', at('v'), '--out', at('o'));
      expect(code).toBe(1);
      expect(output).toContain('VO032');
      expect(output).toContain(`${at('v/volume.yaml')}:`);
      expect(existsSync(at('o'))).toBe(false);
    }
  });

  it('that names a text twice is an error at its second line, and no document vanishes', async () => {
    write('v/a.txt', letter(1));
    write('v/volume.yaml', manifest('  - document: d1\n    file: a.txt\n  - document: d2\n    file: ./a.txt\n'));
    const { code, output } = await run('build', at('v'), '--only', 'html', '--out', at('o'));
    expect([code, /volume\.yaml:(\d+):\d+ error VO031/.exec(output)?.[1]]).toEqual([1, '12']);
    expect(existsSync(at('o'))).toBe(false);
  });

  it('can be named in the place of its folder', async () => {
    write('v/a.txt', letter(1));
    write('v/volume.yaml', manifest('  - document: d1\n    file: a.txt\n'));
    expect((await run('build', at('v/volume.yaml'), '--only', 'html', '--out', at('o'))).code).toBe(0);
    expect((await run('encode', at('v/volume.yaml'), '--out', at('tei'))).code).toBe(0);
    expect((await run('build', write('v/other.yml', ''), '--only', 'html')).output).toContain('is named volume.yaml');
  });
});

describe('a place that the system gives to nobody', () => {
  it.skipIf(process.platform === 'win32').each([
    ['build', '--out', 'o'],
    ['build', '--out', 'o/deep'],
    ['build', '--out', 'x'.repeat(300)],
    ['build', '--archive', 'o'],
    ['print', '--out', 'o'],
    ['print', '--out', 'o/x.pdf'],
    ['encode', '--out', 'o'],
    ['encode', '--report', 'o'],
    ['index', '--out', 'o'],
    ['validate', '--schema', 'o'],
  ])('is told as such: %s %s %s', async (verb, option, place) => {
    symlinkSync('o', at('o'));
    const volume = write('in/a.xml', tei('v'));
    const input = verb === 'encode' ? write('a.txt', letter(1)) : verb === 'index' ? at('in') : volume;
    const { code, output } = await run(verb, input, option, at(place));
    expect(code, output).toBe(2);
    expect(output).toContain(at(place).slice(0, 200));
    expect(output).not.toMatch(/ELOOP|ENAMETOOLONG/);
  });
});

describe('what is no file', () => {
  it.skipIf(process.platform === 'win32').each(['encode', 'validate', 'build', 'print', 'index'])(
    '%s does not wait for it',
    async (verb) => {
      mkdirSync(at('in'));
      execFileSync('mkfifo', [at('in/pipe.xml')]);
      for (const input of verb === 'index' ? [at('in')] : [at('in/pipe.xml'), '/dev/zero', '/dev/null'])
        expect((await run(verb, input)).code).toBe(2);
    },
  );

  it.skipIf(process.platform === 'win32')('is refused as a schema, a manifest and an index too', async () => {
    const file = write('a.xml', tei('v'));
    execFileSync('mkfifo', [at('pipe.rng')]);
    for (const option of ['--schema', '--schematron', '--manifest', '--index'])
      expect((await run('validate', file, option, at('pipe.rng'))).code, option).toBe(2);
  });
});

describe('no command destroys what it did not write', () => {
  it('print, proof, index, encode and validate, over what they read', async () => {
    const file = write('in/volume.xml', tei('v'));
    write('ed/letter.txt', letter(1));
    write('ed/volume.yaml', manifest('  - document: d1\n    file: letter.txt\n'));
    symlinkSync(file, at('link.pdf'));
    const before = everything();
    const commands = [
      ['print', file, '--out', file],
      ['print', file, '--out', at('in/../in/volume.xml')],
      ['print', file, '--out', at('link.pdf')],
      ['print', file, '--out', at('o.pdf'), '--report', file],
      ['proof', at('ed'), '--out', at('ed/volume.yaml')],
      ['proof', at('ed'), '--out', at('ed/letter.txt')],
      ['index', at('in'), '--out', file],
      ['encode', at('ed/letter.txt'), '--out', at('tei'), '--report', at('ed/letter.txt')],
      ['encode', at('ed'), '--out', at('tei'), '--report', at('ed/volume.yaml'), '--force'],
      ['validate', file, '--svrl', at('in'), '--schematron', write('in/volume.svrl', 'mine')],
    ];
    for (const words of commands) expect((await run(...words)).code, words.join(' ')).toBe(2);
    for (const [path, content] of before) expect(readFileSync(path, 'latin1')).toBe(content);
    expect(existsSync(at('o.pdf'))).toBe(false);
    expect(existsSync(at('tei/d1.xml'))).toBe(false);
  });

  it('print, index and reports, over what is the user’s own', async () => {
    const file = write('in/volume.xml', tei('v'));
    const mine = write('thesis.pdf', 'mine');
    write('letter.txt', letter(1));
    expect((await run('print', file, '--out', mine)).code).toBe(2);
    expect((await run('print', file, '--out', at('o.pdf'), '--report', mine)).code).toBe(2);
    expect((await run('index', at('in'), '--out', mine)).code).toBe(2);
    expect((await run('encode', at('letter.txt'), '--out', at('tei'), '--report', mine)).code).toBe(2);
    expect(readFileSync(mine, 'utf8')).toBe('mine');
    expect(existsSync(at('o.pdf'))).toBe(false);
    for (let i = 0; i < 2; i++) {
      expect((await run('print', file, '--out', at('o.pdf'), '--report', at('o.json'))).code).toBe(0);
      expect((await run('index', at('in'))).code).toBe(0);
      expect((await run('encode', at('letter.txt'), '--out', at('tei'), '--report', at('r.html'))).code).toBe(0);
    }
  }, 30_000);

  it('encode, where two texts have one name: neither is written', async () => {
    const texts = [write('box1/001.txt', letter(1)), write('box2/001.txt', letter(2))];
    const { code, output } = await run('encode', ...texts, '--out', at('tei'));
    expect([code, output.match(/IN033/g)?.length]).toEqual([2, 1]);
    expect(readdirSync(at('tei'))).toEqual([]);
    expect(
      (await run('encode', write('a/B.txt', letter(1)), write('b/b.txt', letter(2)), '--out', at('tei'))).code,
    ).toBe(2);
  });

  it('build, where a part of the output folder holds something else', async () => {
    const file = write('a.xml', tei('v'));
    const mine = ['out/pdf/thesis.pdf', 'out/html/mine.html', 'out/tei/letter.xml', 'out/epub/x/y'].map((path) =>
      write(path, 'mine'),
    );
    const { code, output } = await run('build', file, '--out', at('out'));
    expect(code).toBe(2);
    for (const path of mine) {
      expect(readFileSync(path, 'utf8')).toBe('mine');
      expect(output).toContain(path);
    }
    expect((await run('build', at('out/tei/letter.xml'), '--out', at('out'), '--only', 'html')).code).not.toBe(0);
  });

  it('build, over a corrected TEI file of encode or of an earlier build', async () => {
    write('ed/texts/letter.txt', letter(1));
    write('ed/volume.yaml', manifest('  - document: d1\n    file: texts/letter.txt\n'));
    await run('encode', at('ed'), '--out', at('ed/tei'));
    expect((await run('build', at('ed'), '--out', at('ed'), '--only', 'html')).code).toBe(0);
    const corrected = readFileSync(at('ed/tei/d1.xml'), 'utf8').replace('Text of', 'TEXT of');
    write('ed/tei/d1.xml', corrected);
    const { code, output } = await run('build', at('ed'), '--out', at('ed'), '--only', 'html');
    expect([code, output.includes(at('ed/tei/d1.xml'))]).toEqual([2, true]);
    expect(readFileSync(at('ed/tei/d1.xml'), 'utf8')).toBe(corrected);
  });

  it('validate --fix, which repairs what a link names and leaves the link', async () => {
    const file = write('real.xml', tei('v', '<p>see <ref target="d1">x</ref></p>'));
    symlinkSync('real.xml', at('link.xml'));
    await run('validate', '--fix', at('link.xml'));
    expect(lstatSync(at('link.xml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain('target="#d1"');
    expect(readdirSync(root).sort()).toEqual(['link.xml', 'real.xml']);
  });

  it('encode, through a link that somebody has put in the place of a file to come', async () => {
    const victim = write('victim.txt', 'precious');
    mkdirSync(at('o'));
    for (const name of ['letter.xml', 'letter.xml.part', '.letter.xml.part']) symlinkSync(victim, at('o', name));
    await run('encode', write('letter.txt', letter(1)), '--out', at('o'));
    expect(readFileSync(victim, 'utf8')).toBe('precious');
  });
});

describe('the summary of a build', () => {
  it('names the parts where the output is the folder itself', async () => {
    const file = write('a.xml', tei('v'));
    const before = process.cwd();
    process.chdir(root);
    try {
      const { output } = await run('build', file, '--only', 'html', '--out', '.');
      expect(output).toMatch(/^ {2}html {2}html.index\.html/m);
    } finally {
      process.chdir(before);
    }
  });
});
