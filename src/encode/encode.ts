import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import type { DocumentDiv } from '../model/document.js';
import { append } from '../model/list.js';
import type { Manifest, RawShape, SuppliedDocument } from '../model/manifest.js';
import type { Span } from '../model/position.js';
import type { SourceFile } from '../model/source-file.js';
import type { HeaderFacts } from '../tei/header.js';
import { dateDoubts, sourceDoubts } from './facts/doubts.js';
import { type DocumentFinding, type Finding, finding, quoted } from './facts/finding.js';
import { headerFacts, writeHeader } from './facts/header.js';
import { namesOf } from './facts/names.js';
import { placeDoubts } from './facts/place-doubts.js';
import { remainsDoubts } from './facts/remains.js';
import { supply } from './facts/supply.js';
import { findRedactions } from './page/redactions.js';
import { segment } from './page/segment.js';
import { type Annotation, rawOffset, type Strand } from './page/strand.js';
import { proveNothingLost } from './proof/proof.js';
import { serialize } from './proof/serialize.js';
import type { Built } from './regions/build.js';
import type { Facts } from './regions/context.js';
import type { RawPart } from './shapes/raw-part.js';
import { readers, recogniseShape } from './shapes/shapes.js';

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
  /** What the header says. */
  readonly header: HeaderFacts;
  /** How many notes the document has. */
  readonly notes: number;
  /** The stretch of the raw text that is this document. */
  readonly span: Span;
  readonly shape: RawShape;
  /** What is doubtful about the document, with places in the raw text. */
  readonly diagnostics: readonly DocumentFinding[];
}

/**
 * Encodes a raw text as TEI P5, one file for each document that it holds (`encoding.md`). Never throws on any text: what the grammar
 * does not recognise is a paragraph. Every document is proven to hold each word of its part of the raw text (EN001 where it does not);
 * such a document is not in the result.
 */
export function encode(source: SourceFile, options: EncodeOptions = {}): Result<readonly EncodedDocument[]> {
  const lines = segment(source);
  const shape = options.shape ?? recogniseShape(lines);
  const parts = readers[shape](lines);
  const documents: EncodedDocument[] = [];
  const diagnostics: Diagnostic[] = missingParts(source, options, parts.length);
  for (const [index, part] of parts.entries()) {
    const named = options.documents?.find((document) => (document.part ?? 1) === index + 1);
    const supplied = stated(part, named, source, index);
    const span = { start: index === 0 ? 0 : part.start, end: parts[index + 1]?.start ?? source.text.length };
    const result = encodePart(source, part, { index, span, shape, supplied, options });
    append(diagnostics, result.diagnostics);
    if (result.value !== undefined) documents.push(result.value);
  }
  return { value: documents, diagnostics };
}

/** What the front matter of a text states, under what the manifest says of it. */
function stated(
  part: RawPart,
  named: SuppliedDocument | undefined,
  source: SourceFile,
  index: number,
): SuppliedDocument | undefined {
  if (part.stated === undefined || Object.keys(part.stated).length === 0) return named;
  const id = part.id(index + 1);
  return { kind: 'document', file: source.path, ...part.stated, id, ...named };
}

/** Parts that the manifest names and the text does not have. */
function missingParts(source: SourceFile, { documents = [] }: EncodeOptions, count: number): Diagnostic[] {
  return documents
    .filter(({ part = 1 }) => part > count)
    .map(({ part = 1, id }) => diagnostic('EN007', { count, part, id }, { file: source.path }));
}

interface PartOptions {
  readonly index: number;
  readonly span: Span;
  readonly shape: RawShape;
  readonly supplied: SuppliedDocument | undefined;
  readonly options: EncodeOptions;
}

function encodePart(
  source: SourceFile,
  part: RawPart,
  { index, span, shape, supplied, options }: PartOptions,
): Result<EncodedDocument> {
  const id = supplied?.id ?? part.id(index + 1);
  const findings: Finding[] = [];
  const dropped: Span[] = [];
  const parted: number[] = [];
  const names = namesOf(options.volume, supplied);
  const asked = new Set<string>();
  const annotate = (strand: Strand): readonly Annotation[] => {
    const found = names.find(strand.text, ({ name, candidates, at }) => {
      if (asked.has(name)) return;
      asked.add(name);
      if (candidates.length === 1) {
        const entry = `names: { ${quoted(name)}: ${candidates[0]} }`;
        findings.push(finding('EN036', { name, person: candidates[0] ?? '' }, rawOffset(strand, at), entry));
        return;
      }
      const [first = '', ...others] = candidates;
      const facts = { name, candidates: candidates.join(', '), first };
      const entry = `names: { ${quoted(name)}: ${first} }\n# or ${others.join(', or ')}`;
      findings.push(finding('EN006', facts, rawOffset(strand, at), entry));
    });
    return [...findRedactions(strand.text), ...found];
  };
  const read = part.read(id, {
    annotate: (strand) => annotate(strand),
    person: (name) => names.person(name),
    drop: (stretch) => dropped.push(stretch),
    part: (offset) => parted.push(offset),
    report: (finding) => findings.push(finding),
    ...(supplied?.calls === undefined ? {} : { calls: supplied.calls }),
  });
  const built = supply(read.built, supplied, names);
  const place: Parameters<Finding>[0] = (offset) => ({ file: source.path, start: source.positionAt(offset) });
  const doubts = [
    ...read.doubts,
    ...dateDoubts(part.start, built),
    ...sourceDoubts(part.start, built),
    ...placeDoubts(part.start, built),
    ...remainsDoubts(part.start, built.blocks),
    ...findings,
  ];
  const diagnostics = doubts.map((finding) => finding(place));
  const div = divOf(id, built, supplied);
  const header = headerFacts(built.facts, supplied, names);
  const teiHeader = writeHeader({ facts: built.facts, header, supplied, volume: options.volume, div });
  const tei = serialize(rootId(source, options, id), teiHeader, div);
  const declared = { dropped: [...read.dropped, ...dropped], moved: read.moved, parted };
  const difference = proveNothingLost(source.text, span, declared, tei);
  if (difference !== undefined) {
    const { expected, found, offset } = difference;
    const loss: DocumentFinding = {
      ...diagnostic('EN001', { expected, found }, place(offset)),
      difference: { expected, found },
    };
    return { diagnostics: [...diagnostics, loss] };
  }
  const notes = countOf('<note n=', tei);
  return { value: { id, tei, div, facts: built.facts, header, notes, span, shape, diagnostics }, diagnostics };
}

function countOf(words: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) count++;
  return count;
}

/** `frus1964-68v14-d73`, or the name of the file where there is no volume. */
function rootId(source: SourceFile, options: EncodeOptions, id: string): string {
  const name = options.volume?.id ?? source.path.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const clean = name.replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return `${/^[\p{L}_]/u.test(clean) ? '' : 'text-'}${clean}${clean.endsWith(`-${id}`) ? '' : `-${id}`}`;
}

function divOf(id: string, { blocks, facts }: Built, supplied: SuppliedDocument | undefined): DocumentDiv {
  const number = supplied?.number ?? facts.heading?.number ?? /^d(\d+[a-zA-Z]?)$/.exec(id)?.[1];
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
