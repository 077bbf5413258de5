import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Code, type CodeEntry, table } from '../../src/diagnostics/codes.js';
import { encode } from '../../src/encode/encode.js';
import { readTextBytes } from '../../src/formats/text-file.js';
import { decodeXml } from '../../src/formats/xml-bytes.js';
import { SourceFile } from '../../src/model/source-file.js';
import { createValidator, type Validator } from '../../src/validate/validate.js';

async function validator(strength: 'current' | 'legacy'): Promise<Validator> {
  const { value, diagnostics } = await createValidator({ strength, only: ['wellformed', 'relaxng'] });
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return value;
}

describe('today’s schema', () => {
  const folder = 'corpus/sampler';
  for (const name of readdirSync(folder).filter((n) => n.endsWith('.txt'))) {
    it(`takes what the encoder writes of ${name}`, async () => {
      const { value: text } = readTextBytes(name, readFileSync(`${folder}/${name}`));
      if (text === undefined) throw new Error(name);
      const documents = encode(text, {}).value ?? [];
      expect(documents.length).toBeGreaterThan(0);
      const check = await validator('current');
      for (const { id, tei } of documents) expect(check.validate(new SourceFile(`${id}.xml`, tei))).toEqual([]);
    });
  }
});

describe('the schema for older volumes', () => {
  const folder = '../shared/volumes';
  if (!existsSync(folder)) console.warn(`Skipped: validating the real volumes (${folder} is absent).`);
  it.skipIf(!existsSync(folder))('finds no error in any volume, and names today’s form of what is older', async () => {
    const check = await validator('legacy');
    for (const name of readdirSync(folder)) {
      const { value: source } = decodeXml(readFileSync(`${folder}/${name}`), name);
      if (source === undefined) throw new Error(name);
      const found = check.validate(source);
      expect(found.filter((d) => d.severity === 'error')).toEqual([]);
      expect(found.filter((d) => d.message.includes('{') || d.code < 'VA100')).toEqual([]);
    }
  });
});

/** A whole document around a passage, so that the examples of the codes can be checked by themselves. */
function documentWith(passage: string): string {
  const head = '<head>73. Letter</head>';
  const wrap: readonly (readonly [RegExp, (p: string) => string])[] = [
    [
      /^<teiHeader>/,
      (p) =>
        `${p}<text><body><div type="document" subtype="historical-document" n="73" xml:id="d73">${head}<p/></div></body></text>`,
    ],
    [/^<titlePart/, (p) => volume(`<front><titlePage><docTitle>${p}</docTitle></titlePage></front>`, '<p/>')],
    [/^<div type="document"/, (p) => `${HEADER}<text><body>${p}${head}<p/></div></body></text>`],
    [
      /^<div type="(?:section|online-supplement)"/,
      (p) => volume(`<front>${p.endsWith('</div>') ? p : `${p}<head>A</head></div>`}</front>`, '<p/>'),
    ],
    [/^<head>73/, (p) => document(p)],
    [/^<(?:list|p|table|figure|pb|frus:file)\b/, (p) => document(`${head}${p}`)],
    [/^<cell/, (p) => document(`${head}<table><row>${p}</row></table>`)],
    [/^</, (p) => document(`${head}<p>${p}</p>`)],
  ];
  const [, make] = wrap.find(([pattern]) => pattern.test(passage)) ?? [];
  if (make === undefined) throw new Error(passage);
  const body = make(passage.replaceAll('…', HEADER_PARTS));
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="v">${body}</TEI>`;
}

const HEADER_PARTS =
  '<titleStmt><title>A</title></titleStmt><publicationStmt><p>A</p></publicationStmt><sourceDesc><p>A</p></sourceDesc>';
const HEADER = `<teiHeader><fileDesc>${HEADER_PARTS}</fileDesc></teiHeader>`;

function document(content: string): string {
  return volume('', content);
}

function volume(front: string, content: string): string {
  const start = content.startsWith('<head>') ? '' : '<head>73. Letter</head>';
  return `${HEADER}<text>${front}<body><div type="document" subtype="historical-document" n="73" xml:id="d73">${start}${content}</div></body></text>`;
}

describe('the examples of the codes', () => {
  const examples = Object.entries(table as Readonly<Record<string, CodeEntry>>).filter(
    ([code, entry]) => /^VA[01]\d\d$/.test(code) && entry.wrong !== undefined,
  );
  it.each(examples)(
    '%s: the wrong one is found by this code, the right one is clean',
    async (code, { wrong = '', right = '' }) => {
      const isOlder = (code as Code) >= 'VA100';
      const check = await validator(isOlder ? 'legacy' : 'current');
      const found = check.validate(new SourceFile('a.xml', documentWith(wrong)));
      expect(found.map((d) => d.code)).toContain(code);
      const strict = await validator('current');
      expect(strict.validate(new SourceFile('a.xml', documentWith(right)))).toEqual([]);
    },
  );
});
