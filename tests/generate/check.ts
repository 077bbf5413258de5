import type { Diagnostic, Result } from '../../src/diagnostics/diagnostic.js';
import type { PivotNode } from '../../src/model/pivot.js';
import { SourceFile } from '../../src/model/source-file.js';
import { bundledFonts } from '../../src/press/font-files.js';
import { print } from '../../src/press/press.js';
import { type Draft, isBlock } from '../../src/transform/draft.js';
import { epub } from '../../src/transform/epub.js';
import { html } from '../../src/transform/html.js';
import { findLosses } from '../../src/transform/loss.js';
import { readPages } from '../../src/transform/pdf/reading.js';
import { pageContentOf } from '../../src/transform/pdf.js';
import { type Interpretation, interpret } from '../../src/transform/pivot.js';
import { enrich } from '../../src/volume/enrich.js';
import { recordOf } from '../transform/record.js';

/** What making all editions of a TEI text has found. */
function editionsOf(source: SourceFile, { value, diagnostics }: Result<Interpretation>): readonly Diagnostic[] {
  if (value === undefined) return diagnostics;
  const { pivot, reading } = value;
  const found = [...diagnostics, ...html(pivot, reading).diagnostics];
  found.push(...epub(pivot, reading, { record: recordOf(source), modified: '2000-01-01T00:00:00Z' }, () => undefined));
  const content = pageContentOf(pivot);
  const book = print(content, { fonts: bundledFonts(), file: source.path });
  found.push(...book.diagnostics);
  if (book.value === undefined) return found;
  found.push(...findLosses(reading, readPages(content, book.value.drawn), 'PDF'));
  return found;
}

/** What says that an edition is not as the TEI is, or that it shows something without the form that it should have. */
const ALTERATIONS: ReadonlySet<string> = new Set([
  'TR001',
  'TR016',
  'TR018',
  'TR040',
  'TR041',
  'TR042',
  'TR046',
  'PR023',
]);

const TRANSPARENT: ReadonlySet<string> = new Set(['a', 'del', 'ins']);
const HOLDS_PHRASES = /^(p|h[1-6]|span|em|strong|u|sup|sub|dfn|time|code)$/;

/** The blocks of the pivot that stand in paragraphs or phrases, where XHTML has none (HTML Living Standard 3.2.5.2.5), as `p > blockquote`. */
function misplacedIn(node: PivotNode, phrase?: string): readonly string[] {
  if (typeof node === 'string') return [];
  const inside = HOLDS_PHRASES.test(node.name) ? node.name : TRANSPARENT.has(node.name) ? phrase : undefined;
  const here = phrase !== undefined && isBlock(node as Draft) ? [`XHTML: ${phrase} > ${node.name}`] : [];
  return [...here, ...node.children.flatMap((child) => misplacedIn(child, inside))];
}

/** The losses and alterations of all editions, as lines; what is thrown is one too. */
export function failuresOf(tei: string): readonly string[] {
  try {
    const source = new SourceFile('volume.xml', enrich(tei).text);
    const interpreted = interpret(source);
    const misplaced = interpreted.value === undefined ? [] : misplacedIn(interpreted.value.pivot.body);
    if (misplaced.length > 0) return misplaced;
    return editionsOf(source, interpreted)
      .filter(({ code, severity }) => severity === 'error' || ALTERATIONS.has(code))
      .map((d) => `${d.code} ${d.message}`);
  } catch (error) {
    return [`thrown: ${error instanceof Error ? (error.stack ?? error.message).slice(0, 400) : String(error)}`];
  }
}
