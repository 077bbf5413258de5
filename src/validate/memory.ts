import { freemem } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { LongSource } from '../formats/long-source.js';
import { placeOf } from '../formats/sax.js';
import type { SourceFile } from '../model/source-file.js';
import type { TooLong } from './long-tree.js';

/** Bytes that a document takes for each code unit of its text: as the tree of the rules, and as that of Schematron. */
const TREES = 40;

/** Bytes that Schematron takes for each code unit of a file that it has as a whole. */
const WHOLE = 25;

/** Millions of code units from which a file cannot be handed over as one text. */
const LONGEST_TEXT = 400;

/** Bytes for the program itself, the schemas, and what is kept of a volume. */
const PROGRAM = 100_000_000;

/** How long, in UTF-16 code units, a document may be so that its trees have room in the memory that Node.js gives the program. */
export function longestDocument(): number {
  return Math.max(0, getHeapStatistics().heap_size_limit - PROGRAM) / TREES;
}

/** The megabytes that Node.js gives the program at most. */
export function heapMegabytes(): number {
  return Math.floor(getHeapStatistics().heap_size_limit / 1_000_000);
}

/** The megabytes that this computer has free, as far as they are the program's to take. */
export function freeMegabytes(): number {
  const available = process.availableMemory?.() ?? freemem();
  return Math.floor(available / 1_000_000);
}

/** The finding for a document, or a volume outside its documents, that is too long. */
export function tooLong(source: SourceFile, { element }: TooLong): Diagnostic {
  const what =
    element === undefined ? 'What stands outside the documents' : `Document ${element.attributes['xml:id'] ?? '?'}`;
  const facts = { what, limit: Math.floor(longestDocument() / 1_000_000) };
  const place = element === undefined ? { file: source.path } : placeOf(source, element.start, element.startEnd);
  return diagnostic('VA065', facts, place);
}

/**
 * The finding for a long file that something needs as a whole and that would not fit into the memory; nothing where it fits, or the file is not long.
 * @param available megabytes
 */
export function tooLongAsAWhole(what: string, source: SourceFile, available: number): Diagnostic | undefined {
  if (!(source instanceof LongSource)) return undefined;
  const size = Math.ceil(source.length / 1_000_000);
  const needed = WHOLE * size;
  if (needed <= available && size <= LONGEST_TEXT) return undefined;
  return diagnostic('VA066', { what, needed, size, available }, { file: source.path });
}
