/** The structured header is valid TEI P5, for every source note, heading and dateline of real volumes. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../src/formats/package.js';
import { writeFragment } from '../../src/formats/xml-fragment.js';
import { readDateline } from '../../src/grammar/dateline.js';
import { readHeading } from '../../src/grammar/heading.js';
import { readSourceNote } from '../../src/grammar/source-note.js';
import {
  classDecl,
  correspDesc,
  creation,
  type HeaderFacts,
  msDesc,
  partiesOf,
  textClass,
} from '../../src/tei/header.js';

const schema = packageFile('../shared/reference/tei_all-4.12.0.rng');
const goldFile = packageFile('../shared/eval/dev/gold.jsonl');
const present = existsSync(schema) && existsSync(goldFile);
if (!present) console.warn('Skipped: the header against TEI P5 (../shared/reference or ../shared/eval is absent).');

interface Gold {
  readonly head: string;
  readonly source: string | null;
  readonly dateline: string | null;
}

function factsOf({ head, source, dateline }: Gold, corresp: string): HeaderFacts {
  const heading = readHeading(head);
  const line = readDateline(dateline ?? '');
  const words = (span: { start: number; end: number }): string => (dateline ?? '').slice(span.start, span.end);
  return {
    corresp,
    source: readSourceNote(source ?? ''),
    ...(heading.genre === undefined ? {} : { genre: heading.genre }),
    ...(line?.date === undefined ? {} : { date: { words: words(line.date.span), reading: line.date } }),
    ...(line?.place === undefined ? {} : { place: { words: words(line.place) } }),
    ...(line?.received === undefined ? {} : { received: line.received }),
    ...partiesOf(head, heading),
  };
}

describe.skipIf(!present)('the header', () => {
  it('is valid TEI P5', () => {
    const all = readFileSync(goldFile, 'utf8')
      .trim()
      .split('\n')
      .map((line, i) => factsOf(JSON.parse(line) as Gold, `#d${i}`));
    const write = (make: typeof msDesc): string =>
      all
        .map(make)
        .map((node) => (node === undefined ? '' : writeFragment(node)))
        .join('');
    const tei =
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>All</title></titleStmt>' +
      `<publicationStmt><p/></publicationStmt><sourceDesc>${write(msDesc)}</sourceDesc></fileDesc>` +
      `<encodingDesc>${writeFragment(classDecl())}</encodingDesc>` +
      `<profileDesc>${write(creation)}${write(textClass)}${write(correspDesc)}</profileDesc></teiHeader>` +
      `<text><body>${all.map((_, i) => `<div xml:id="d${i}"><p/></div>`).join('')}</body></text></TEI>`;
    const folder = mkdtempSync(join(tmpdir(), 'chancery-'));
    try {
      const file = join(folder, 'headers.xml');
      writeFileSync(file, tei);
      expect(() => execFileSync('jing', [schema, file], { stdio: 'pipe', encoding: 'utf8' })).not.toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
