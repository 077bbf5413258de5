import { type Diagnostic, diagnostic, type Place, type Result } from '../diagnostics/diagnostic.js';
import type { DocumentDiv } from '../model/document.js';
import { append } from '../model/list.js';
import type { Manifest, RawShape, SuppliedDocument } from '../model/manifest.js';
import { type FrontMatter, MarkedFile } from '../model/marked-text.js';
import type { Span } from '../model/position.js';
import type { SourceFile } from '../model/source-file.js';
import type { HeaderFacts } from '../tei/header.js';
import { dateDoubts, sourceDoubts } from './facts/doubts.js';
import { withoutEchoes } from './facts/echoes.js';
import { type DocumentFinding, type Finding, finding, quoted } from './facts/finding.js';
import { headerFacts, writeHeader } from './facts/header.js';
import { namesOf } from './facts/names.js';
import { placeDoubts } from './facts/place-doubts.js';
import { remainsDoubts } from './facts/remains.js';
import { settledDoubts } from './facts/settled-doubts.js';
import { supply } from './facts/supply.js';
import { supplyParticipants } from './facts/supply-participants.js';
import { applyMarks } from './marked/apply.js';
import { type Marks, notesIn, type Reading, readingsOf } from './marked/readings.js';
import { findRedactions } from './page/redactions.js';
import { type Settlement, settledLines } from './page/settled-lines.js';
import { type Annotation, rawOffset, type Strand } from './page/strand.js';
import { countDrops, type DropCounts, type Dropped } from './proof/declared.js';
import { dropDoubts } from './proof/drop-doubts.js';
import { proveNothingLost } from './proof/proof.js';
import { countNotes, serialize } from './proof/serialize.js';
import type { Built, Tools } from './regions/build.js';
import { blockQuotation } from './regions/constructs/block-quotation.js';
import type { Facts } from './regions/context.js';
import type { RawPart } from './shapes/raw-part.js';
import { readers } from './shapes/shapes.js';

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
  /** What of the raw text is not in the text of the document, by kind: calls, page marks, hyphens. */
  readonly dropped: DropCounts;
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
  if (options.shape === 'markdown' && !(source instanceof MarkedFile))
    return { diagnostics: [diagnostic('EN093', { reason: 'it was opened as plain text' }, { file: source.path })] };
  const readings = readingsOf(source, options.shape);
  const said = settledLines(
    readings.map(({ lines }) => lines),
    options.documents ?? [],
  );
  const parts = readings.flatMap((reading, at) => partsOf(reading, said.settled[at] ?? []));
  const lastOf = new Map(parts.map((part, at) => [part.id(at + 1), at]));
  const taken = new Set<string>();
  const documents: EncodedDocument[] = [];
  const diagnostics: Diagnostic[] = missingParts(source, options, parts.length);
  for (const [index, part] of parts.entries()) {
    const named = options.documents?.find((document) => (document.part ?? 1) === index + 1);
    const supplied = stated(part, named, source, index);
    const next = parts[index + 1];
    const end = next === undefined ? source.text.length : startIn(source, next);
    const span = { start: index === 0 ? 0 : startIn(source, part), end };
    const isNamed = named !== undefined || part.front?.facts.number !== undefined;
    const isFree = (id: string): boolean => !isNamed && !taken.has(id) && (lastOf.get(id) ?? -1) <= index;
    const result = encodePart(source, part, { index, span, supplied, options, isFree });
    append(diagnostics, result.diagnostics);
    if (result.value === undefined) continue;
    documents.push(result.value);
    taken.add(result.value.id);
  }
  const place = (offset: number): Place => ({ file: source.path, start: source.positionAt(offset) });
  for (const missing of said.findings) diagnostics.push(missing(place));
  return { value: documents, diagnostics };
}

/** A document with the reading that it is cut out of. */
interface Part extends RawPart {
  readonly reading: Reading;
  /** What the manifest says of its lines. */
  readonly settled: readonly Settlement[];
  /** What of the text as read has to come into the TEI. */
  readonly extent: Span;
  readonly marks?: Marks;
  /** What the front matter states, where it is that of this document. */
  readonly front?: FrontMatter;
}

function partsOf(reading: Reading, settled: readonly Settlement[]): readonly Part[] {
  const parts = readers[reading.shape](reading.lines);
  return parts.map((part, index) => {
    const next = parts[index + 1];
    const extent = { start: index === 0 ? reading.extent.start : part.start, end: next?.start ?? reading.extent.end };
    const { marks } = reading;
    if (marks === undefined) return { ...part, reading, settled, extent };
    const own = { ...marks, notes: notesIn(marks.notes, extent.start, next?.start) };
    return { ...part, reading, settled, extent, marks: own, ...(index === 0 ? { front: marks.front } : {}) };
  });
}

/** Where a document begins in the text that the user gave. */
function startIn(source: SourceFile, { reading, extent, start }: Part): number {
  if (reading.text === source) return start;
  return reading.text.positionAt(Math.max(start, extent.start)).offset;
}

/** What the front matter of a text states, under what the manifest says of it. */
function stated(
  part: Part,
  named: SuppliedDocument | undefined,
  source: SourceFile,
  index: number,
): SuppliedDocument | undefined {
  const facts = part.front?.facts ?? {};
  if (Object.keys(facts).length === 0) return named;
  const id = facts.number === undefined ? part.id(index + 1) : `d${facts.number}`;
  return { kind: 'document', file: source.path, id, ...facts, ...named };
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
  readonly supplied: SuppliedDocument | undefined;
  readonly options: EncodeOptions;
  /** Whether the document may have an id that the number of its heading gives it. */
  isFree(id: string): boolean;
}

function encodePart(
  source: SourceFile,
  part: Part,
  { index, span, supplied, options, isFree }: PartOptions,
): Result<EncodedDocument> {
  const { marks } = part;
  const { text, shape } = part.reading;
  const id = supplied?.id ?? part.id(index + 1);
  const findings: Finding[] = [];
  const dropped: Dropped[] = [];
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
    settled: part.settled,
    ...(supplied?.calls === undefined ? {} : { calls: supplied.calls }),
    ...(marks === undefined ? {} : markedTools(part, marks)),
  });
  // The number can stand further down than it was looked for, or its last digits call a note.
  const meant = `d${read.built.facts.heading?.number ?? ''}`;
  if (meant !== 'd' && meant !== id && isFree(meant)) {
    const own = {
      index,
      span,
      supplied: supplied === undefined ? undefined : { ...supplied, id: meant },
      options,
      isFree: () => false,
    };
    return encodePart(source, { ...part, id: () => meant }, own);
  }
  const marked =
    marks === undefined
      ? undefined
      : applyMarks(read.built, text, marks, { id, extent: part.extent, calls: supplied?.calls ?? {} }, annotate);
  const whole = supply(withStatedMarkings(marked?.built ?? read.built, part.front), supplied, names);
  const told = supplyParticipants(whole, supplied, names);
  const { built } = told;
  const declared = {
    dropped: [...read.dropped, ...dropped, ...(marks?.dropped ?? [])],
    moved: [...read.moved, ...(marked?.moved ?? [])],
    parted,
    reordered: read.reordered ?? [],
  };
  const place: Parameters<Finding>[0] = (offset) => ({ file: source.path, start: text.positionAt(offset) });
  const doubts = [
    ...(part.extent.start === part.reading.extent.start ? part.reading.findings : []),
    ...read.doubts,
    ...(marked?.doubts ?? []),
    ...dropDoubts(text.text, part.extent, declared.dropped),
    ...dateDoubts(part.start, built),
    ...sourceDoubts(part.start, built),
    ...placeDoubts(part.start, built),
    ...remainsDoubts(part.start, built.blocks),
    ...findings,
    ...told.findings,
  ];
  const { open, idle } = settledDoubts(withoutEchoes(doubts.map((finding) => finding(place))), supplied, (found) =>
    text.lineText(found.place?.start?.line ?? 1),
  );
  const diagnostics = [...open, ...idle.map((said) => finding('EN150', { said }, part.start)(place))];
  const div = divOf(id, built, supplied);
  const header = headerFacts(built.facts, supplied, names);
  const teiHeader = writeHeader({ facts: built.facts, header, supplied, volume: options.volume, div });
  const tei = serialize(rootId(source, options, id), teiHeader, div);
  const difference = proveNothingLost(text.text, part.extent, declared, tei);
  if (difference !== undefined) {
    const { expected, found, offset } = difference;
    const loss: DocumentFinding = {
      ...diagnostic('EN001', { expected, found }, place(offset)),
      difference: { expected, found },
    };
    return { diagnostics: [...diagnostics, loss] };
  }
  const notes = countNotes(tei);
  const left = countDrops(text.text, declared.dropped);
  return {
    value: { id, tei, div, facts: built.facts, header, notes, dropped: left, span, shape, diagnostics },
    diagnostics,
  };
}

/** What a reader must know of a text whose marks have been read. */
function markedTools({ front }: Part, { markup, isHeaded }: Marks): Partial<Tools> {
  return {
    inText: [blockQuotation],
    areNotesKnown: markup.notes.length > 0,
    isHeadSupplied: front?.facts.head !== undefined && !isHeaded,
    isWritten: (offset) => markup.bars.has(offset),
  };
}

function withStatedMarkings(built: Built, front: FrontMatter | undefined): Built {
  if (front === undefined || front.markings.length === 0) return built;
  return { ...built, facts: { ...built.facts, markings: front.markings, areMarkingsStated: true } };
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
