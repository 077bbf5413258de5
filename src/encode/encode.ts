import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import type { DocumentDiv } from '../model/document.js';
import type { Manifest, RawShape, SuppliedDocument } from '../model/manifest.js';
import type { Span } from '../model/position.js';
import type { SourceFile } from '../model/source-file.js';
import { type Built, build } from './build.js';
import type { Context, Facts, Finding } from './context.js';
import { documentId, type Reading, readFrusWeb } from './frus-web.js';
import { writeHeader } from './header.js';
import { proveNothingLost } from './proof.js';
import { segment } from './segment.js';
import { serialize } from './serialize.js';
import { supply } from './supply.js';

/** What may be known about a raw text from elsewhere. */
export interface EncodeOptions {
  /** The shape of the text; recognised by itself where it is not given. */
  readonly shape?: RawShape;
  /** The documents that the manifest expects in this text, with the facts that the editor supplies. */
  readonly documents?: readonly SuppliedDocument[];
  /** The volume: its id, titles, publication, persons and terms. */
  readonly volume?: Manifest;
}

/** A document of a raw text. */
export interface EncodedDocument {
  /** `d73`: the xml:id of the document's div. */
  readonly id: string;
  /** The TEI file, as text. */
  readonly tei: string;
  readonly div: DocumentDiv;
  readonly facts: Facts;
  /** The stretch of the raw text that is this document. */
  readonly span: Span;
  readonly shape: RawShape;
  /** What is doubtful about the document, with places in the raw text. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Encodes a raw text as TEI P5, one file for each document that it holds (`encoding.md`). Never throws on any text: what the grammar
 * does not recognise is a paragraph. Every document is proven to hold each word of its part of the raw text (EN001 where it does not);
 * such a document is not in the result.
 */
export function encode(source: SourceFile, options: EncodeOptions = {}): Result<readonly EncodedDocument[]> {
  const lines = segment(source);
  const supplied = options.documents?.[0];
  const id = supplied?.id ?? documentId(lines, 1);
  const findings: Finding[] = [];
  const dropped: Span[] = [];
  const tools: Pick<Context, 'annotate' | 'drop' | 'report'> = {
    annotate: () => [],
    drop: (span) => dropped.push(span),
    report: (finding) => findings.push(finding),
  };
  const reading = readFrusWeb(lines, id, tools.annotate);
  const built = supply(build(reading.strands, reading.uncalled, tools), supplied);
  const place: Parameters<Finding>[0] = (offset) => ({ file: source.path, start: source.positionAt(offset) });
  const span = { start: 0, end: source.text.length };
  const diagnostics = [...doubtsOf(reading, built), ...findings].map((finding) => finding(place));
  const div = divOf(id, built);
  const tei = serialize(
    rootId(source, options, id),
    writeHeader({ facts: built.facts, supplied, volume: options.volume }),
    div,
  );
  const declared = { dropped: [...reading.dropped, ...dropped], moved: reading.moved };
  const difference = proveNothingLost(source.text, span, declared, tei);
  if (difference !== undefined) {
    const { expected, found, offset } = difference;
    return { value: [], diagnostics: [...diagnostics, diagnostic('EN001', { expected, found }, place(offset))] };
  }
  const document: EncodedDocument = {
    id,
    tei,
    div,
    facts: built.facts,
    span,
    shape: options.shape ?? 'frus-web',
    diagnostics,
  };
  return { value: [document], diagnostics };
}

/** `frus1964-68v14-d73`, or the name of the file where there is no volume. */
function rootId(source: SourceFile, options: EncodeOptions, id: string): string {
  const name = options.volume?.id ?? source.path.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const clean = name.replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return `${/^[\p{L}_]/u.test(clean) ? '' : 'text-'}${clean}${clean.endsWith(`-${id}`) ? '' : `-${id}`}`;
}

function divOf(id: string, { blocks, facts }: Built): DocumentDiv {
  const number = facts.heading?.number ?? /^d(\d+[a-zA-Z]?)$/.exec(id)?.[1];
  const isEditorial = facts.heading?.genre === 'editorial-note';
  return {
    element: 'div',
    attributes: {
      type: 'document',
      subtype: isEditorial ? 'editorial-note' : 'historical-document',
      ...(number === undefined ? {} : { n: number }),
      'xml:id': id,
    },
    children: blocks,
  };
}

const EXCERPT = 60;

/** Doubts about notes and date. */
function doubtsOf(reading: Reading, { facts }: Built): readonly Finding[] {
  const start = reading.strands[0]?.pieces[0]?.raw ?? 0;
  const uncalled = new Set(reading.uncalled);
  const notes = reading.matched.flatMap((match, index): Finding[] => {
    if (match.call !== undefined) return [];
    const at = match.note.lines[0];
    const label = match.label;
    const text = (at?.text ?? '').slice(0, EXCERPT);
    return index >= 0 && uncalled.size > 0
      ? [(place) => diagnostic('EN002', { label, text }, place(at?.start ?? 0))]
      : [];
  });
  const calls = reading.callsWithoutNote.map(
    ({ label, span }): Finding =>
      (place) =>
        diagnostic('EN003', { label }, place(span.start)),
  );
  const { dateline, heading } = facts;
  const isUndated = dateline?.date === undefined && heading?.genre !== 'editorial-note';
  const date: Finding[] = isUndated ? [(place) => diagnostic('EN004', {}, place(start))] : [];
  const undated: Finding[] = dateline?.date?.undated === true ? [(place) => diagnostic('EN008', {}, place(start))] : [];
  return [...notes, ...calls, ...date, ...undated];
}
