import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBuildInput } from '../../src/pipeline/input.js';
import { encodeFolder } from '../../src/pipeline/volume.js';
import { call, docx, note, paragraph, run, styled } from '../formats/marked/docx.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-'));
  mkdirSync(join(root, 'texts'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const MANIFEST = `id: example
title: { complete: Examples, volume: Examples }
editors: [{ name: The editors }]
publisher: Chancery
place: Online
date: 2026
licence: { target: "https://creativecommons.org/publicdomain/zero/1.0/", text: Public domain. }
outline:
`;

const heading = (number: number): string => `${number}. Letter From Consul Sample to Secretary of State Specimen`;
const word = docx({
  body:
    styled(run(heading(1)), 'Heading1') +
    paragraph(run('Riga, March 4, 1921.')) +
    paragraph(run('It is so.') + call(2)),
  footnotes: note(2, [run('Not printed.')]),
});
const page = `<h1>${heading(2)}</h1><p>Riga, March 5, 1921.<p>It is so.<sup><a href="#n1">1</a></sup><p id=n1>1. Not printed.`;
const markdown = `# ${heading(3)}\n\nRiga, March 6, 1921.\n\nIt is so.[^n]\n\n[^n]: Not printed.\n`;

describe('files of other kinds in a volume', () => {
  it('are named in the outline, encoded like all texts, and kept as they are for the archive', async () => {
    writeFileSync(join(root, 'texts/a.docx'), word);
    writeFileSync(join(root, 'texts/b.html'), page);
    writeFileSync(join(root, 'texts/c.md'), markdown);
    const files = ['a.docx', 'b.html', 'c.md'];
    writeFileSync(
      join(root, 'volume.yaml'),
      MANIFEST + files.map((file, i) => `  - document: d${i + 1}\n    file: texts/${file}\n`).join(''),
    );
    const { value, diagnostics } = await readBuildInput(root);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (value?.kind !== 'folder') throw new Error('no folder');
    expect(Buffer.from(value.files.get('texts/a.docx') ?? [])).toEqual(Buffer.from(word));
    expect(Buffer.from(value.files.get('texts/b.html') ?? []).toString()).toBe(page);
    const encoded = await encodeFolder(value);
    expect(encoded.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const bodies = [...(encoded.value ?? [])].map(([, tei]) => /<p>It.*<\/p>/.exec(tei)?.[0]);
    expect(bodies).toEqual([1, 2, 3].map((n) => `<p>It is so.<note n="1" xml:id="d${n}fn1">Not printed.</note></p>`));
  });

  it('that cannot be read are told where the manifest names them', async () => {
    writeFileSync(join(root, 'texts/a.docx'), docx({ body: paragraph(`<w:ins w:id="1">${run('new')}</w:ins>`) }));
    writeFileSync(join(root, 'volume.yaml'), `${MANIFEST}  - document: d1\n    file: texts/a.docx\n`);
    const { value, diagnostics } = await readBuildInput(root);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain('IN072');
  });

  it('beside the manifest that it does not name are told of', async () => {
    writeFileSync(join(root, 'texts/c.md'), markdown);
    writeFileSync(join(root, 'left.docx'), word);
    writeFileSync(join(root, '~$left.docx'), 'lock');
    writeFileSync(join(root, 'README.md'), '# no text');
    writeFileSync(join(root, 'volume.yaml'), `${MANIFEST}  - document: d3\n    file: texts/c.md\n`);
    const { diagnostics } = await readBuildInput(root);
    expect(diagnostics.filter(({ code }) => code === 'VO011').map(({ place }) => place?.file)).toEqual([
      join(root, 'left.docx'),
    ]);
    expect(readdirSync(root)).toContain('left.docx');
    expect(readFileSync(join(root, 'texts/c.md'), 'utf8')).toBe(markdown);
  });
});
