import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { encode } from '../../src/encode/encode.js';
import type { DocumentFinding } from '../../src/encode/facts/finding.js';
import { entriesFor } from '../../src/encode/review/entries.js';
import type { SuppliedDocument } from '../../src/model/manifest.js';
import { opened } from './opened.js';

const golden = new URL('../golden/encode/', import.meta.url);

interface Case {
  readonly name: string;
  readonly text: string;
}

const cases: readonly Case[] = readdirSync(golden).flatMap((name) => {
  const input = new URL(`${name}/input.txt`, golden);
  return existsSync(input) ? [{ name, text: readFileSync(input, 'utf8') }] : [];
});

const nameOf = ({ code, place }: DocumentFinding): string => `${code} at line ${place?.start?.line ?? 0}`;
const isDoubt = ({ severity }: DocumentFinding): boolean => severity !== 'error';

function doubtsOf(text: string, supplied: readonly SuppliedDocument[]): readonly (readonly DocumentFinding[])[] {
  const { value = [] } = encode(opened('text.txt', text, undefined), { documents: supplied });
  return value.map(({ diagnostics }) => diagnostics.filter(isDoubt));
}

/** The entry of the outline that the review page proposes for a document, as an editor copies it; what only the editor knows (`date: …`) is left out. */
function copied(findings: readonly DocumentFinding[], part: number): SuppliedDocument {
  const doubts = findings.map(({ code, severity, entry }) => ({
    code,
    severity,
    line: 0,
    reason: '',
    ...(entry === undefined
      ? {}
      : { entry: ['- document: d1', '  file: text.txt', ...entry.split('\n').map((line) => `  ${line}`)].join('\n') }),
  }));
  const [, , ...lines] = entriesFor(doubts);
  const known = lines.filter((line) => !line.includes('…') && !line.includes('the words before it'));
  const read = (parse(known.map((line) => line.slice(2)).join('\n')) ?? {}) as Record<string, unknown>;
  // `reading:` whose only line was left out says nothing.
  const fields = Object.fromEntries(
    Object.entries(read).filter(([, value]) => value !== null),
  ) as Partial<SuppliedDocument>;
  return { kind: 'document', file: 'text.txt', id: `d${part}`, part, ...fields };
}

describe('what the review page proposes', () => {
  it.each(cases)('settles the doubts of $name', ({ text }) => {
    const plain = doubtsOf(text, []);
    const ids = plain.map((_, at) => copied([], at + 1));
    const before = doubtsOf(text, ids);
    const after = doubtsOf(
      text,
      before.map((findings, at) => copied(findings, at + 1)),
    );
    const settled = before.map(
      (findings) => new Set(findings.filter(({ entry = '' }) => !/…|the words before it/.test(entry)).map(nameOf)),
    );
    // That digits are no call may leave a note without one: that is new, and told.
    for (const [at, findings] of after.entries())
      expect(findings.map(nameOf).filter((name) => settled[at]?.has(name))).toEqual([]);
  });

  it('gives an entry with every doubt', () => {
    for (const { text } of cases)
      for (const findings of doubtsOf(text, []))
        for (const { code, entry } of findings) expect([code, entry]).toEqual([code, expect.any(String)]);
  });
});
