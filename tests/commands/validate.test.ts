import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/commands/run.js';
import { verb } from '../../src/commands/validate.js';
import { touchedBy } from '../../src/commands/validate-fragments.js';
import { watchFiles } from '../../src/commands/validate-watch.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chancery-validate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
}

/** Runs `chancery validate` with these words. */
async function run(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  const code = await runCommandLine(
    [{ name: 'validate', summary: '', load: async () => ({ verb }) }],
    ['validate', ...words],
    {
      stdout: { write: (text) => (stdout += text) },
      stderr: { write: (text) => (stderr += text) },
      env: {},
    },
  );
  return { code, stdout, stderr };
}

const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>A</title></titleStmt><publicationStmt><p>A</p></publicationStmt><sourceDesc><p>A</p></sourceDesc></fileDesc></teiHeader>';

function tei(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v">
${HEADER}
<text><body>
<div type="document" subtype="historical-document" n="1" xml:id="d1">
<head>1. Letter</head>
${content}
</div>
</body></text>
</TEI>
`;
}

const structure = ['--only', 'relaxng'];

describe('exit codes', () => {
  it('0 where nothing is wrong', async () => {
    expect(await run(file('good.xml', tei('<p>Dear Nick:</p>')), ...structure)).toMatchObject({ code: 0, stderr: '' });
  });

  it('1 where something is, with the place, the line and what was expected', async () => {
    const at = file('bad.xml', tei('<list><p>Dear Nick:</p></list>'));
    const { code, stdout } = await run(at, ...structure);
    expect(code).toBe(1);
    expect(stdout).toContain(`${at}:7:7 error VA010: \`p\` may not stand in \`list\`; expected`);
    expect(stdout).toContain('  7 │ <list><p>Dear Nick:</p></list>\n    │       ^^^\n');
    expect(stdout).toMatch(/\d errors? in 1 file/);
  });

  it('0 where only older forms are found, 1 for the same with --strength current', async () => {
    const at = file('older.xml', tei('<p rend="sourcearchiveboldbig">Sources</p>'));
    expect(await run(at, ...structure)).toMatchObject({ code: 0, stdout: expect.stringContaining('warning VA106') });
    expect((await run(at, ...structure, '--strength', 'current')).code).toBe(1);
  });

  it.each([
    ['a missing file', ['absent.xml'], 'IN001'],
    ['a schema that is none', ['good.xml', '--schema', 'good.xml'], 'VA030'],
    ['a missing schema', ['good.xml', '--schema', 'absent.rng'], 'IN001'],
    ['an unknown check', ['good.xml', '--only', 'grammar'], 'CM007'],
    ['an index that is none', ['good.xml', '--index', 'good.xml'], 'CM033'],
    ['a manifest that is none', ['good.xml', '--manifest', 'good.xml'], 'VO004'],
  ])('2 for %s', async (_what, words, found) => {
    file('good.xml', tei('<p/>'));
    const { code, stdout, stderr } = await run(...words.map((w) => (w.includes('.') ? path.join(folder, w) : w)));
    expect([code, (stdout + stderr).includes(found)]).toEqual([2, true]);
  });
});

/** Nine lines that grow tenfold each. */
const bomb = Array.from({ length: 9 }, (_, i) => `<!ENTITY b${i + 1} "${`&b${i};`.repeat(10)}">`).join('');

describe('what comes from elsewhere', () => {
  const schema = (test: string): string =>
    `<schema xmlns="http://purl.oclc.org/dsdl/schematron"><ns prefix="js" uri="http://saxonica.com/ns/globalJS"/><pattern><rule context="/"><assert test="${test}"/></rule></pattern></schema>`;

  it.each([
    ["js:eval('1')", 'VA060'],
    ["unparsed-text-available('../x')", 'VA061'],
    ["unparsed-text-available(string-join(('..', 'x'), '/'))", 'VA061'],
  ])('a Schematron schema with %s gives 2', async (test, code) => {
    const at = file('good.xml', tei('<p/>'));
    const result = await run(at, '--schematron', file('elsewhere.sch', schema(test)), '--only', 'schematron');
    expect(result.code).toBe(2);
    expect(result.stdout + result.stderr).toMatch(new RegExp(`elsewhere\\.sch:1:\\d+ error ${code}`));
  });

  it('a file with a DOCTYPE is not repaired, and stays as it is', async () => {
    const text = tei('<p>&e;</p>').replace('<TEI', '<!DOCTYPE TEI [<!ENTITY e "x">]><TEI');
    const at = file('entities.xml', text);
    const result = await run(at, '--fix');
    expect([result.code, result.stdout.includes('IN046')]).toEqual([1, true]);
    expect(readFileSync(at, 'utf8')).toBe(text);
  });
});

describe('input that could harm or cannot be read is an error with a place', () => {
  const cases: Readonly<Record<string, readonly [string | Uint8Array, string]>> = {
    'an entity bomb': [
      tei('<p>&b9;</p>').replace('<TEI', `<!DOCTYPE TEI [<!ENTITY b0 "aaaaaaaaaa">${bomb}]><TEI`),
      '7:4 error IN044',
    ],
    'an external entity': [
      '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<TEI>&x;</TEI>',
      '2:6 error IN041',
    ],
    '100,000 elements deep': [tei(`<p>${'<hi rend="italic">'.repeat(100_000)}`), 'error IN021'],
    'an attribute of 10 MB': [tei(`<p n="${'x'.repeat(10_000_000)}"/>`), '7:4 error IN022'],
    '100,000 attributes': [
      tei(`<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ')}/>`),
      '7:1 error IN026',
    ],
    'NUL bytes': [tei('<p>a\u0000b</p>'), '7:5 error IN016'],
    'Windows-1252 without saying so': [Buffer.from(tei('<p>Chargé</p>'), 'latin1'), '7:9 error IN024'],
    'an unknown encoding': ['<?xml version="1.0" encoding="x-klingon"?><TEI/>', 'error IN025'],
    'another vocabulary': ['<html xmlns="http://www.w3.org/1999/xhtml"/>', '1:1 error IN030'],
    'an empty file': ['', 'error IN023'],
    'a mismatched tag': [tei('<p>x</hi>'), '7:5 error IN011'],
  };
  it.each(Object.entries(cases))('%s', async (_name, [content, found]) => {
    const { code, stdout } = await run(file('harm.xml', content));
    expect(stdout).toContain(found);
    expect(stdout).not.toContain('root:');
    expect(code).toBe(1);
  });

  it('elements as deep as may be read go through every check', async () => {
    const deep = `<p>${'<hi rend="italic">'.repeat(990)}x${'</hi>'.repeat(990)}</p>`;
    expect(await run(file('deep.xml', tei(deep)))).toMatchObject({ code: 0, stderr: '' });
  });

  it('a paragraph of 10 MB is read like any other', async () => {
    expect((await run(file('long.xml', tei(`<p>${'x'.repeat(10_000_000)}</p>`)))).code).toBe(0);
  });

  it('UTF-16 is read, and said', async () => {
    const utf16 = Buffer.from(`\ufeff${tei('<p>Chargé</p>').replace('UTF-8', 'UTF-16')}`, 'utf16le');
    const { code, stdout } = await run(file('utf16.xml', utf16), ...structure);
    expect([code, stdout.includes('info IN004')]).toEqual([0, true]);
  });
});

describe('several files', () => {
  it('a folder stands for its .xml files; JSON holds all findings', async () => {
    const inside = mkdtempSync(path.join(folder, 'many-'));
    writeFileSync(path.join(inside, 'b.xml'), tei('<p><b/></p>'));
    writeFileSync(path.join(inside, 'a.xml'), tei('<q/>'));
    writeFileSync(path.join(inside, 'c.txt'), 'not XML');
    const { code, stdout } = await run(inside, ...structure, '--format', 'json');
    const { counts, findings } = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(counts.error).toBe(2);
    expect(findings.map((d: { place: { file: string } }) => path.basename(d.place.file))).toEqual(['a.xml', 'b.xml']);
    expect(JSON.parse((await run(inside, ...structure, '--json')).stdout)).toEqual(JSON.parse(stdout));
  });

  describe('of which some include others', () => {
    const include = (...names: readonly string[]): string =>
      names.map((n) => `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${n}"/>`).join('');
    const div = (inner: string): string =>
      `<div xmlns="http://www.tei-c.org/ns/1.0" type="section"><head>A</head>${inner}</div>`;
    const checked = async (files: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<string[]> => {
      const inside = mkdtempSync(path.join(folder, 'including-'));
      mkdirSync(path.join(inside, 'parts'));
      for (const [name, text] of Object.entries(files)) writeFileSync(path.join(inside, name), text);
      const { stdout } = await run(inside, ...structure, ...words, '--format', 'json');
      return JSON.parse(stdout)
        .findings.filter((d: Diagnostic) => d.severity === 'error')
        .map((d: Diagnostic) => `${d.code} ${path.relative(inside, d.place?.file ?? '')}`);
    };

    it('what is included is checked in its place alone', async () => {
      const files = {
        'a.xml': div(include('parts/b.xml')),
        'parts/b.xml': div('<p><b/></p>'),
        'v.xml': tei(include('a.xml')),
      };
      expect(await checked(files)).toEqual(['VA011 parts/b.xml']);
      expect(await checked({ ...files, 'v.xml': tei('') })).toEqual(['IN030 a.xml', 'IN030 parts/b.xml']);
    });

    it('also where something else cannot be included', async () => {
      const files = { 'a.xml': div('<p/>'), 'c.xml': div('<p/>'), 'v.xml': tei(include('no.xml', 'a.xml')) };
      expect(await checked(files)).toEqual(['IN030 c.xml', 'IN050 v.xml']);
    });

    it('fragments that include each other are in no volume', async () => {
      expect(await checked({ 'a.xml': div(include('b.xml')), 'b.xml': div('') })).toEqual([
        'IN030 a.xml',
        'IN030 b.xml',
      ]);
    });

    it('documents that are included are TEI by themselves as well', async () => {
      const corpus = `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0" xml:id="c">${HEADER}${include('d.xml')}</teiCorpus>`;
      expect(await checked({ 'c.xml': corpus, 'd.xml': tei('<p><b/></p>') })).toEqual(['VA011 d.xml', 'VA011 d.xml']);
    });

    it('with a schema of the user’s', async () => {
      const rnc = file(
        'volume.rnc',
        'default namespace = "http://www.tei-c.org/ns/1.0" start = element TEI { attribute xml:id { text }, any* } any = element * { attribute * { text }*, (any | text)* }',
      );
      expect(await checked({ 'a.xml': div(''), 'v.xml': tei(include('a.xml')) }, '--schema', rnc)).toEqual([]);
    });

    it('a change of a part is one of what includes it', () => {
      const at = (name: string): string => path.join(folder, name);
      const included = new Map([[at('v.xml'), new Set([path.join(realpathSync(folder), 'a.xml')])]]);
      expect(touchedBy([at('a.xml')], [at('a.xml'), at('c.xml'), at('v.xml')], included)).toEqual([
        at('a.xml'),
        at('v.xml'),
      ]);
    });
  });

  it('a folder without any is a mistake', async () => {
    const empty = mkdtempSync(path.join(folder, 'empty-'));
    expect(await run(empty)).toMatchObject({ code: 2, stderr: expect.stringContaining('CM030') });
  });
});

describe('schemas of the user', () => {
  it('take the place of our own, for any vocabulary, in both syntaxes', async () => {
    const rnc = file('own.rnc', 'start = element a { element b { empty }+ }');
    const good = file('own.xml', '<a><b/></a>');
    const bad = file('own-bad.xml', '<a>\n <c/></a>');
    expect((await run(good, '--schema', rnc)).code).toBe(0);
    const { code, stdout } = await run(bad, '--schema', rnc);
    expect([code, stdout.includes(':2:2 error VA011')]).toEqual([1, true]);
  });
});

describe('--svrl', () => {
  it('writes the report of the schema that is used, in the language of ISO Schematron', async () => {
    const sch = file(
      'own.sch',
      '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><pattern id="p"><rule context="t:p"><assert id="P1" test="false()">No <name/>.</assert></rule></pattern></schema>',
    );
    const at = file('svrl.xml', tei('<p>Dear Nick:</p>'));
    const out = path.join(folder, 'reports');
    const { code, stdout } = await run(at, '--schematron', sch, '--svrl', out, '--only', 'schematron');
    expect([code, stdout.includes(':7:1 error P1: No p.')]).toEqual([1, true]);
    const svrl = readFileSync(path.join(out, 'svrl.svrl'), 'utf8');
    expect(svrl).toContain('<svrl:schematron-output ');
    // The grammar of the language (ISO/IEC 19757-3 annex D) has each result after the rule that fired.
    expect(svrl).toMatch(
      /<svrl:active-pattern id="p"[^>]*\/><svrl:fired-rule context="t:p"\/><svrl:failed-assert id="P1"/,
    );
    expect(svrl).toMatch(/<svrl:failed-assert id="P1" test="false\(\)" location="[^"]+">/);
    expect((await run(at, '--svrl', out)).code).toBe(0);
    const own = readFileSync(path.join(out, 'svrl.svrl'), 'utf8');
    expect(own).toContain('<svrl:active-pattern id="document"');
    expect(own).toContain('<svrl:fired-rule context="/tei:TEI"/>');
  });
});

describe('--manifest', () => {
  const older = '<p rend="sourcearchiveboldbig">Sources</p>';

  it('sets what findings weigh, and turns them off', async () => {
    const at = file('older.xml', tei(older));
    const severe = file('severe.yaml', 'severities:\n  VA106: error\n');
    expect(await run(at, ...structure, '--manifest', severe)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('error VA106'),
    });
    const off = file('off.yaml', 'severities:\n  VA106: off\n');
    expect(await run(at, ...structure, '--manifest', off)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('nothing was found'),
    });
  });

  it('knows the codes of validation', async () => {
    const wrong = file('wrong.yaml', 'severities:\n  VA1O6: off\n');
    const { code, stderr } = await run(file('older.xml', tei(older)), '--manifest', wrong);
    expect(code).toBe(2);
    expect(stderr).toContain(`${wrong}:2:3 error VO002`);
    expect(stderr).toContain('VA106');
  });
});

describe('--fix', () => {
  const content =
    '<opener><dateline>Washington, <date>November 19, 1964</date>.</dateline></opener>\r\n<p>  kept\tas it is</p>';

  it('makes the repairs that are safe, and leaves every other byte as it is', async () => {
    const before = `\ufeff${tei(content)}`;
    const at = file('fix.xml', before);
    const { stdout } = await run(at, '--fix', '--only', 'rules');
    expect(stdout).toContain('info CM032: Repaired in ');
    expect(readFileSync(at, 'utf8')).toBe(before.replace('<date>', '<date when="1964-11-19">'));
    expect((await run(at, '--fix', '--only', 'rules')).stdout).not.toContain('CM032');
  });

  it('changes nothing in a file that is not in UTF-8', async () => {
    const before = Buffer.from(`\ufeff${tei(content).replace('UTF-8', 'UTF-16')}`, 'utf16le');
    const at = file('fix16.xml', before);
    expect((await run(at, '--fix', '--only', 'rules')).stdout).toContain('CM031');
    expect(readFileSync(at)).toEqual(before);
  });
});

describe('--watch', () => {
  it('tells of a changed file once, however many steps the change takes', async () => {
    const watched = file('watched.xml', 'a');
    const other = file('unwatched.xml', 'a');
    const batches: (readonly string[])[] = [];
    const watcher = await new Promise<{ stop(): void }>((resolve) => {
      const started = watchFiles([watched], (files) => {
        batches.push(files);
        resolve(started);
      });
      writeFileSync(other, 'b');
      writeFileSync(watched, 'b');
      writeFileSync(watched, 'c');
    });
    watcher.stop();
    expect(batches).toEqual([[watched]]);
  });
});
