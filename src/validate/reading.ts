import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { LongSource, standingAlone } from '../formats/long-source.js';
import type { XmlHandler } from '../formats/sax.js';
import { inTurn } from '../formats/xml-handlers.js';
import type { SourceFile } from '../model/source-file.js';
import { LongTreeBuilder } from './long-tree.js';
import { longestDocument } from './memory.js';
import type { RuleRun } from './rules/run.js';
import type { Growth, Pieces } from './schematron/pieces.js';
import { type TeiTree, TreeBuilder } from './tree.js';

/** What a file has been read into for Schematron and the rules, in one reading. */
export interface Reading {
  /** The document; of a long file, what {@link LongTreeBuilder} keeps of it. */
  readonly tree: TeiTree;
  /** What our own Schematron has found, where it was asked for. */
  readonly schematron?: readonly Diagnostic[];
  /** What the rules have found, where they were run while the file was read. */
  readonly rules?: readonly Diagnostic[];
}

/** Code units of documents that Schematron has at a time of a long file: fewer, and their trees take up less memory. */
const LONG_PIECE = 600_000;

/** What looks at a file while it is read, in place of the whole tree. */
export interface Watchers {
  /** Our own Schematron. */
  readonly schematron?: (source: SourceFile, tree: Growth, size?: number) => Pieces;
  /** The editorial rules, which are run so where a file is long. */
  readonly rules?: (source: LongSource, limit: number) => RuleRun;
}

/** What takes the events of a reading, and what has become of them when it has come to its end. */
export interface Builders {
  readonly handlers: readonly XmlHandler[];
  reading(): Reading;
}

/** @param needsTree whether anything is asked of the tree afterwards */
export function buildersFor(source: SourceFile, watchers: Watchers, needsTree: boolean): Builders {
  const run = source instanceof LongSource ? watchers.rules?.(source, longestDocument()) : undefined;
  const tree = run?.tree ?? newTree(source);
  const pieces = watchers.schematron?.(source, tree, source instanceof LongSource ? LONG_PIECE : undefined);
  const handlers = [...(needsTree ? [tree] : []), ...(pieces === undefined ? [] : [pieces])];
  return {
    handlers: tree instanceof LongTreeBuilder ? [keepingLittle(tree, handlers)] : handlers,
    reading: () => ({
      tree: tree.tree(),
      ...(pieces === undefined ? {} : { schematron: pieces.findings() }),
      ...(run === undefined ? {} : { rules: run.findings() }),
    }),
  };
}

/** Texts in no document are kept to the end, and so must not be pieces of the long stretches that they were read in. */
function keepingLittle(tree: LongTreeBuilder, handlers: readonly XmlHandler[]): XmlHandler {
  const all = inTurn(handlers);
  return { ...all, text: (text, start, end) => all.text?.(tree.isOutside ? standingAlone(text) : text, start, end) };
}

function newTree(source: SourceFile): TreeBuilder | LongTreeBuilder {
  if (!(source instanceof LongSource)) return new TreeBuilder(source);
  const isNone = (): boolean => false;
  return new LongTreeBuilder(source, {
    isHeld: isNone,
    isDescription: isNone,
    take: () => undefined,
    limit: longestDocument(),
  });
}
