import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/diagnostics/diagnostic.js';
import { contrast } from '../../src/model/contrast.js';
import { SourceFile } from '../../src/model/source-file.js';
import { PLAIN_COLOURS, PLAIN_THEME, type Theme } from '../../src/model/theme.js';
import { ARABIC, DEVANAGARI, EUROPEAN, HEBREW, LATIN, unicodeRange, type WebFace } from '../../src/model/web-face.js';
import { faceRules, facesNeeded } from '../../src/transform/html/faces.js';
import { stylesheetFor } from '../../src/transform/html/stylesheet.js';
import { readTheme } from '../../src/volume/theme.js';
import { themeJsonSchema } from '../../src/volume/theme-schema.js';
import { runs } from '../runs.js';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const files = new Map([
  ['logo.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>')],
  ['bad.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['a.woff2', bytes('wOF2 and more')],
  ['a.ttf', bytes('\0\x01\0\0')],
  ['large.woff2', bytes('wOF2'.padEnd(4_000_001))],
]);
const read = (text: string): Result<Theme> => readTheme(new SourceFile('theme.yaml', text), (name) => files.get(name));
const found = (text: string): readonly string[] =>
  read(text).diagnostics.map(({ code, message, place }) => `${place?.start?.line ?? 0} ${code} ${message}`);

describe('a theme', () => {
  it('dresses a site in its colours, faces, logo, imprint and links; what it does not say is as in the plain site', () => {
    const { value, diagnostics } = read(`
colours:
  light: { link: "#004", band: "#112255", band-ink: "#FFFFFF" }
faces:
  text: { regular: a.woff2, bold: a.woff2 }
logo: { file: logo.svg, description: The Office, address: https://example.org/ }
imprint:
  - text: Office of the Historian
    address: https://example.org/about
links:
  - { text: Search all, address: https://example.org/search }
`);
    expect(diagnostics).toEqual([]);
    expect(value?.colours).toEqual({
      light: { ...PLAIN_COLOURS.light, link: '#000044', band: '#112255', 'band-ink': '#ffffff' },
      dark: PLAIN_COLOURS.dark,
    });
    expect(value?.faces.map(({ role, weight, file }) => [role, weight, file])).toEqual([
      ['text', 400, 'house-text-regular.woff2'],
      ['text', 600, 'house-text-bold.woff2'],
    ]);
    expect(value?.logo?.file).toBe('theme/logo.svg');
    expect(read('').value).toEqual(PLAIN_THEME);
  });

  it('has its mistakes told at their lines', () => {
    expect(found('colours:\n  light:\n    lnik: "#004"')).toEqual(['3 WL002 A theme has no key “lnik” here.']);
    expect(found('colours:\n  dark:\n    ink: "#444444"')).toEqual([
      '3 WL003 The dark colours “ink” (#444444) and “ground” (#15171a) have a contrast of 1.84 : 1.',
      '3 WL003 The dark colours “ink” (#444444) and “lit” (#3c3418) have a contrast of 1.27 : 1.',
    ]);
    expect(found('logo: { file: ../logo.svg, description: x }')).toEqual([
      '1 WL004 There is no file “../logo.svg” in the folder of the theme.',
    ]);
    expect(found('logo: { file: bad.svg, description: x }')[0]).toMatch(/^1 WL005 “bad.svg” cannot be the logo: /);
    expect(found('faces: { titles: { regular: a.ttf } }')).toEqual([
      '1 WL005 “a.ttf” cannot be the face: it is no WOFF2 font.',
    ]);
    expect(found('faces: { titles: { regular: large.woff2 } }')).toEqual([
      '1 WL005 “large.woff2” cannot be the face: it has more than 4 MB.',
    ]);
    expect(found('dark-logo: { file: logo.svg, description: x }')[0]).toMatch(/^1 WL006/);
    expect(found('a: [')[0]).toMatch(/WL001/);
    for (const address of ['http://example.org/', 'javascript:alert(1)', 'https://a.org/" onclick="x', '//a.org'])
      expect(found(`links:\n  - { text: x, address: '${address}' }`)[0]).toMatch(/^2 VO004/);
    for (const colour of ['red', 'url(x)', '#12', '#0b4a7f; } body { display: none'])
      expect(found(`colours: { light: { ink: '${colour}' } }`)[0]).toMatch(/^1 VO004/);
  });

  it('that the plain site has, passes its own test', () => {
    const text = (['light', 'dark'] as const)
      .map(
        (set) =>
          `  ${set}:\n${Object.entries(PLAIN_COLOURS[set])
            .map(([name, value]) => `    ${name}: "${value}"\n`)
            .join('')}`,
      )
      .join('');
    expect(found(`colours:\n${text}`)).toEqual([]);
  });

  it('writes nothing into the stylesheet but colours, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('ink', 'ground', 'rule'), (value, name) => {
        const { value: theme } = read(JSON.stringify({ colours: { light: { [name]: value } } }));
        if (theme === undefined) return;
        for (const line of Object.values(theme.colours.light)) expect(line).toMatch(/^#[0-9a-f]{6}$/);
        expect(stylesheetFor(new Map(), theme, []).match(/color-scheme/g)).toHaveLength(3);
      }),
      { numRuns: runs(200) },
    );
  });

  it('has its JSON Schema beside that of volumes', () => {
    expect(readFileSync(new URL('../../corpus/theme.schema.json', import.meta.url), 'utf8')).toBe(themeJsonSchema());
  });
});

it('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#ffffff', '#777777')).toBe(contrast('#777777', '#ffffff'));
});

describe('the faces of a site', () => {
  const faces: readonly WebFace[] = [LATIN, ...EUROPEAN].map((range) => ({
    role: 'text',
    weight: 400,
    style: 'normal',
    range,
    file: `${range.name}.woff2`,
    bytes: () => new Uint8Array(),
  }));
  const names = (...pages: readonly string[]): readonly string[] => facesNeeded(faces, pages).map(({ file }) => file);

  it('are those whose characters it has, and always that of Latin', () => {
    expect(names('“Café” – naïve')).toEqual(['latin.woff2']);
    expect(names('a', 'Dvořák', 'Правда')).toEqual(['latin.woff2', 'latin-ext.woff2', 'cyrillic.woff2']);
    expect(names()).toEqual(['latin.woff2']);
  });

  it('have ranges that do not overlap, so that each character is loaded once', () => {
    const spans = [LATIN, ...EUROPEAN].flatMap(({ spans }) => spans).sort(([a], [b]) => a - b);
    spans.forEach(([first, last], i) => {
      expect(first).toBeLessThanOrEqual(last);
      expect(last).toBeLessThan(spans[i + 1]?.[0] ?? Number.POSITIVE_INFINITY);
    });
    expect(unicodeRange(LATIN)).toMatch(/^U\+0-FF, U\+131, U\+152-153, /);
    // By code units, of which each of these characters is one, those from 0x100 are looked at (`faces.ts`).
    for (const [first, last] of [...EUROPEAN, HEBREW, ARABIC, DEVANAGARI].flatMap(({ spans }) => spans)) {
      expect(first).toBeGreaterThanOrEqual(0x100);
      expect(last).toBeLessThan(0xd800 + (first < 0xd800 ? 0 : 0x2800));
    }
    expect(faceRules(faces.slice(0, 1))).toContain(
      'src: url("fonts/latin.woff2") format("woff2"); unicode-range: U+0-FF',
    );
  });
});
