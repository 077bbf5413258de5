import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manual } from '../../src/build/manual.js';
import { ruleCodes } from '../../src/diagnostics/codes/rules.js';
import { packageFile } from '../../src/formats/package.js';
import { SourceFile } from '../../src/model/source-file.js';
import { type AttributeSpec, readCustomisation } from '../../src/validate/customisation.js';
import { inventory } from '../../src/validate/relaxng/inventory.js';
import { loadSchema } from '../../src/validate/relaxng/load.js';
import { childElements, descendants, readTree, type TeiElement, type TeiTree } from '../../src/validate/tree.js';
import { ContentComparison } from './same-content.js';

/** The three descriptions of the encoding say the same: the customisation (ODD), the RELAX NG schema, the Schematron schema. */
function tree(path: string): TeiTree {
  return readTree(new SourceFile(path, readFileSync(packageFile(path), 'utf8')));
}

const odd = tree('tei/chancery.odd');
const schematron = tree('tei/chancery.sch');
const customisation = readCustomisation(odd);
const schema = loadSchema(packageFile('tei/chancery.rnc')).value ?? expect.fail('tei/chancery.rnc');
const relaxng = inventory(schema);
const comparison = new ContentComparison(
  schema,
  customisation.elements.map(({ name }) => name),
  customisation.macros,
);

type Attributes = Record<string, readonly string[] | undefined>;

function sorted(attributes: Iterable<readonly [string, readonly string[] | undefined]>): Attributes {
  const entries = [...attributes].map(([name, values]) => [name, values && [...values].sort()] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function specified(attributes: readonly AttributeSpec[]): Attributes {
  return sorted(attributes.map(({ ident, values }) => [ident, values?.map(({ value }) => value)]));
}

describe('the customisation', () => {
  it('has the elements of the RELAX NG schema', () => {
    expect(customisation.elements.map(({ name }) => name).sort()).toEqual([...relaxng.keys()].sort());
  });

  for (const { name, attributes, hasGlobalAttributes } of customisation.elements) {
    it(`has the attributes and values of ${name}`, () => {
      const all = hasGlobalAttributes ? [...customisation.globalAttributes, ...attributes] : attributes;
      expect(specified(all)).toEqual(sorted(relaxng.get(name)?.attributes ?? []));
    });
  }

  for (const { name, content } of customisation.elements) {
    it(`has the content of ${name}`, () => {
      if (content === undefined) expect.fail('it has no content model');
      const [odd, rng] = [comparison.oddContent(content), comparison.schemaContent(name)];
      expect(comparison.difference(odd, rng)).toBeUndefined();
    });
  }

  it('is compared in earnest: a change of a content model is noticed', () => {
    const elements = new Map(customisation.elements.map(({ name, content }) => [name, content]));
    const [list, item] = [elements.get('list'), elements.get('item')];
    if (list === undefined || item === undefined) expect.fail('there are no lists');
    const rng = comparison.schemaContent('list');
    const twice = { kind: 'sequence', parts: [list, list], least: 1, most: 1 } as const;
    expect(comparison.difference(comparison.oddContent(item), rng)).toBeDefined();
    expect(comparison.difference(comparison.oddContent(twice), rng)).toBeDefined();
    expect(comparison.difference(comparison.oddContent({ ...twice, least: 0 }), rng)).toBe('nothing');
  });

  it('describes every element and attribute in words', () => {
    for (const { name, gloss, description, attributes } of customisation.elements) {
      expect(
        [gloss, description, ...attributes.map((a) => a.description)].every((text) => text !== ''),
        name,
      ).toBe(true);
    }
  });

  it('keeps to the schema in its examples', () => {
    const wrong: string[] = [];
    for (const example of odd.elements.filter(({ local }) => local === 'egXML')) {
      for (const element of descendants(example)) checkExample(element, wrong);
    }
    expect(wrong).toEqual([]);
  });

  it('has an example of every kind of element that editors meet', () => {
    const shown = new Set(odd.elements.filter((e) => e.uri.endsWith('/Examples')).map((e) => e.local));
    const met = [
      'div',
      'head',
      'note',
      'dateline',
      'date',
      'closer',
      'pb',
      'persName',
      'gloss',
      'ref',
      'list',
      'table',
      'msDesc',
      'respStmt',
    ];
    expect(met.filter((name) => name !== 'msDesc' && !shown.has(name))).toEqual([]);
  });
});

function exampleName(element: TeiElement): string {
  return element.name.startsWith('frus:') ? element.name : element.local;
}

function checkExample(element: TeiElement, wrong: string[]): void {
  const name = exampleName(element);
  const model = relaxng.get(name);
  if (model === undefined) wrong.push(`${name} is no element`);
  for (const [attribute, value] of Object.entries(element.attributes)) {
    if (attribute.startsWith('xmlns')) continue;
    const values = model?.attributes.get(attribute);
    if (model?.attributes.has(attribute) !== true) wrong.push(`${name} has no attribute ${attribute}`);
    if (values !== undefined && !values.includes(value)) wrong.push(`${name}/@${attribute} has no value ${value}`);
  }
  for (const child of childElements(element)) {
    if (model?.children.has(exampleName(child)) !== true) wrong.push(`${exampleName(child)} may not stand in ${name}`);
  }
}

describe('the Schematron schema', () => {
  const expressions = schematron.elements.flatMap(({ attributes: { context, test, value, select, subject, path } }) =>
    [context, test, value, select, subject, path].filter((expression) => expression !== undefined),
  );

  it('speaks of elements and attributes that the customisation has', () => {
    const names = expressions.flatMap((e) => [...e.matchAll(/\b(tei|frus):([A-Za-z]+)/g)]);
    const unknown = names
      .map(([, prefix, name]) => (prefix === 'tei' ? `${name}` : `frus:${name}`))
      .filter((n) => !relaxng.has(n));
    expect(names.length).toBeGreaterThan(50);
    expect(unknown).toEqual([]);
    const known = new Set([...relaxng.values()].flatMap(({ attributes }) => [...attributes.keys()]));
    const attributes = expressions.flatMap((e) => [...e.matchAll(/@([A-Za-z:]+)/g)].map(([, name = '']) => name));
    expect(attributes.filter((name) => !known.has(name))).toEqual([]);
  });

  it('compares attributes with values that the customisation lists', () => {
    const lists = [...relaxng.values()].flatMap(({ attributes }) => [...attributes]);
    const compared = expressions.flatMap((e) => [...e.matchAll(/@([A-Za-z:]+) = '([^']*)'/g)]);
    expect(compared.length).toBeGreaterThan(5);
    for (const [whole, name = '', value = ''] of compared) {
      const isKnown = lists.some(
        ([attribute, values]) => attribute === name && (values === undefined || values.includes(value)),
      );
      expect(isKnown, whole).toBe(true);
    }
  });

  it('has an assertion for each of its codes, and no other', () => {
    const ids = schematron.elements.flatMap((e) =>
      /^(?:assert|report)$/.test(e.local) ? [e.attributes['id'] ?? ''] : [],
    );
    const own = Object.keys(ruleCodes).filter((code) => /^VA2[01]/.test(code));
    expect([...new Set(ids)].sort()).toEqual(own.sort());
  });
});

describe('the encoding manual', () => {
  it('is the one that npm run manual makes', () => {
    expect(readFileSync(packageFile('tei/manual.md'), 'utf8')).toBe(manual());
  });
});
