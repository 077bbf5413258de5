import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../src/formats/package.js';
import { readXml } from '../../src/formats/sax.js';
import { decodeXml } from '../../src/formats/xml-bytes.js';
import { SourceFile } from '../../src/model/source-file.js';
import { SchemaCheck } from '../../src/validate/relaxng/check.js';
import { loadSchema } from '../../src/validate/relaxng/load.js';
import { checkTree } from '../../src/validate/rules/check.js';
import type { Strength } from '../../src/validate/rules/rule.js';
import { readTree, type TeiTree } from '../../src/validate/tree.js';
import { kinds, type Mutation, mutate } from './mutations.js';
import { seeded } from './single-changes.js';

/**
 * Nothing missed: single seeded changes of valid volumes, each of which must be reported at its line with a right code. Here the volume of the
 * tests and a few documents of each real volume, every kind of change twice; `npm run test:conformance` makes 300 changes, also of
 * whole volumes.
 */
const isWhole = process.env['CHANCERY_CONFORMANCE'] !== undefined;
const changes = isWhole ? 300 : 2 * kinds.length;
const wanted = 0.99;
/** Bytes of the largest volume that is taken whole: each change has it read and checked anew. */
const largest = 2_100_000;
const volumesFolder = packageFile('../shared/volumes');

interface Subject {
  readonly name: string;
  readonly strength: Strength;
  readonly tree: TeiTree;
  /** The findings of the unchanged file, as `line code`. */
  readonly known: ReadonlySet<string>;
}

const schemas = { current: 'chancery.rnc', legacy: 'chancery-legacy.rnc' };

function schemaOf(strength: Strength) {
  const { value, diagnostics } = loadSchema(packageFile(`tei/${schemas[strength]}`));
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return value;
}

const loaded = { current: schemaOf('current'), legacy: schemaOf('legacy') };

function findings(tree: TeiTree, strength: Strength): ReadonlySet<string> {
  const check = new SchemaCheck(tree.source, loaded[strength]);
  readXml(tree.source, check);
  const all = [...tree.diagnostics, ...check.diagnostics, ...checkTree(tree, { strength })];
  return new Set(all.map(({ place, code }) => `${place?.start?.line} ${code}`));
}

function subject(name: string, source: SourceFile, strength: Strength): Subject {
  const tree = readTree(source);
  return { name, strength, tree, known: findings(tree, strength) };
}

/** Eight documents of a volume, with a table among them if there is one, and its front matter; the rest is cut out. */
function excerpt(source: SourceFile): SourceFile {
  const tree = readTree(source);
  const { documents } = tree;
  const withTable = documents.findIndex((d) =>
    tree.named('table').some((t) => t.document === d && t.attributes['cols'] !== undefined),
  );
  const first = Math.max(0, Math.min(withTable < 0 ? 20 : withTable - 5, documents.length - 8));
  const kept = new Set(documents.slice(first, first + 8));
  const cut = [...documents.filter((d) => !kept.has(d)), ...tree.named('back')].sort((a, b) => b.start - a.start);
  let { text } = source;
  for (const { start, end } of cut) text = text.slice(0, start) + text.slice(end);
  return new SourceFile(source.path, text);
}

function* subjects(): Generator<Subject> {
  const own = join(import.meta.dirname, '../diagnostics/valid-volume.xml');
  yield subject('valid-volume', new SourceFile(own, readFileSync(own, 'utf8')), 'current');
  if (!existsSync(volumesFolder)) {
    console.warn('../shared/volumes is absent: the changes of real volumes are skipped.');
    return;
  }
  for (const name of readdirSync(volumesFolder).filter((n) => n.endsWith('.xml') && !n.includes('mSupp'))) {
    const source = decodeXml(readFileSync(join(volumesFolder, name)), name).value;
    if (source === undefined) continue;
    yield subject(name, excerpt(source), 'legacy');
    if (isWhole && source.text.length < largest) yield subject(`${name} (whole)`, source, 'legacy');
  }
}

function isReported({ text, line, codes }: Mutation, of: Subject): boolean {
  const found = findings(readTree(new SourceFile(of.tree.source.path, text)), of.strength);
  return [...found].some((finding) => {
    const [at = '', code = ''] = finding.split(' ');
    return Number(at) === line && codes.test(code) && !of.known.has(finding);
  });
}

describe('nothing is missed', () => {
  it(`reports ${changes} single changes, at least ${wanted * 100} % of them at their line with the right code`, () => {
    const random = seeded(1964);
    const all = [...subjects()];
    const missed: string[] = [];
    let made = 0;
    for (let i = 0; made < changes && i < changes * 20; i++) {
      const kind = kinds[i % kinds.length];
      const of = all[Math.floor(random() * all.length)];
      if (kind === undefined || of === undefined) break;
      const mutation = mutate(of.tree, kind, random);
      if (mutation === undefined) continue;
      made++;
      if (!isReported(mutation, of)) missed.push(`${of.name}:${mutation.line} ${mutation.kind}`);
    }
    expect(made).toBe(changes);
    console.info(
      `${made - missed.length} of ${made} changes reported${missed.length > 0 ? `; missed: ${missed.join('; ')}` : ''}`,
    );
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(Math.floor(changes * (1 - wanted)));
  }, 1_800_000);
});
