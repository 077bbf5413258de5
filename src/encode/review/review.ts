import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { plural } from '../../diagnostics/words.js';
import type { SourceFile } from '../../model/source-file.js';
import type { EncodedDocument } from '../encode.js';
import type { DocumentFinding } from '../facts/finding.js';
import { type EncodedBlock, encodedText } from './encoded-text.js';

/** What an editor looks at to judge an encoding: plain data, written as JSON or as a page. */
export interface Review {
  readonly title: string;
  readonly documents: readonly ReviewedDocument[];
  /** Findings about texts that gave no document. */
  readonly failures: readonly Doubt[];
}

export interface ReviewedDocument {
  readonly id: string;
  readonly file: string;
  readonly shape: string;
  readonly heading: string;
  /** Facts with their labels, in the order of the header. */
  readonly reading: readonly ReadFact[];
  /** `high`, or lower where the source note was not wholly understood. */
  readonly certainty: string;
  readonly doubts: readonly Doubt[];
  /** The raw text of the document, line by line, with the numbers of the file. */
  readonly lines: readonly { readonly number: number; readonly text: string }[];
  /** The text as it was encoded, block by block. */
  readonly encoded: readonly EncodedBlock[];
}

export interface ReadFact {
  readonly label: string;
  readonly values: readonly string[];
  /** The editor supplied it; the text has it not. */
  readonly isSupplied?: boolean;
}

export interface Doubt {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly line: number;
  readonly reason: string;
  /** What settles it, in words. */
  readonly advice?: string;
  /** The lines of `volume.yaml` that settle it. */
  readonly entry?: string;
  /** Where words were lost: what the raw text has, and what the TEI has in its place. */
  readonly difference?: DocumentFinding['difference'];
}

/** Makes the review of the documents of some raw texts. */
export function review(
  title: string,
  encoded: readonly { readonly source: SourceFile; readonly documents: readonly EncodedDocument[] }[],
  diagnostics: readonly DocumentFinding[],
): Review {
  const documents = encoded.flatMap(({ source, documents: own }) => own.map((document) => reviewed(source, document)));
  const withDocument = new Set(encoded.flatMap(({ documents: own }) => own.flatMap((d) => d.diagnostics)));
  const failures = diagnostics.filter((d) => !withDocument.has(d)).map((d) => doubtOf(d, { id: '', file: '' }));
  return { title, documents, failures };
}

function reviewed(source: SourceFile, document: EncodedDocument): ReviewedDocument {
  const { id, facts, span, shape } = document;
  const first = source.positionAt(span.start).line;
  const last = source.positionAt(Math.max(span.start, span.end - 1)).line;
  const lines: { number: number; text: string }[] = [];
  for (let number = first; number <= last; number++) lines.push({ number, text: source.lineText(number) });
  while (lines.length > 0 && lines.at(-1)?.text.trim() === '') lines.pop();
  return {
    id,
    file: source.path,
    shape,
    heading: facts.heading?.text ?? '',
    reading: readFacts(document),
    certainty: facts.source?.reading.certainty ?? 'high',
    doubts: document.diagnostics.map((d) => doubtOf(d, { id, file: source.path.replace(/^.*[\\/]/, '') })),
    lines,
    encoded: encodedText(document.div, source),
  };
}

/** The document of the manifest that a doubt belongs to. */
interface Owner {
  readonly id: string;
  readonly file: string;
}

function doubtOf(d: DocumentFinding, owner: Owner): Doubt {
  return {
    code: d.code,
    severity: d.severity,
    line: d.place?.start?.line ?? 0,
    reason: d.message,
    ...(d.hint === undefined ? {} : { advice: d.hint }),
    ...(d.difference === undefined ? {} : { difference: d.difference }),
    ...(d.entry === undefined ? {} : { entry: entryFor(d.entry, owner) }),
  };
}

/** The lines of the manifest that settle a finding, as they stand in the outline. */
function entryFor(lines: string, { id, file }: Owner): string {
  return [`- document: ${id}`, `file: ${file}`, ...lines.split('\n')].join('\n  ');
}

/** What the header says of the document, as an editor names it. */
function readFacts(document: EncodedDocument): readonly ReadFact[] {
  const { header, facts } = document;
  const { source, date, place } = header;
  const iso =
    date === undefined ? '' : (date.reading.when ?? [date.reading.from, date.reading.to].filter(Boolean).join(' to '));
  const rows: readonly (ReadFact | undefined)[] = [
    fact('Number', facts.heading?.number),
    fact('Genre', header.genre?.replaceAll('-', ' ')),
    fact('From', ...(header.from ?? []).map((p) => p.name)),
    fact('To', ...(header.to ?? []).map((p) => p.name)),
    supplied(fact('Place', place?.words), place?.resp),
    supplied(
      fact('Date', date === undefined ? undefined : `${date.words}${iso === '' ? '' : ` (${iso})`}`),
      date?.resp,
    ),
    fact('Classification', source?.classification),
    fact('Handling', ...(source?.handling ?? [])),
    fact('Precedence', ...(source?.precedence ?? [])),
    fact('Repository', source?.repository),
    fact('Citation', source?.citation.map((part) => part.text).join(', ')),
    ...(source?.acts ?? []).map((act) =>
      fact(
        `${act.key.slice(0, 1).toUpperCase()}${act.key.slice(1)}`,
        ...act.persons.map((p) => (p.role === undefined ? p.name : `${p.name} (${p.role})`)),
      ),
    ),
    fact('Transmission', ...(source?.transmission ?? [])),
    fact('Signed', ...(facts.signed ?? [])),
    fact('Text', partsOf(document)),
    fact('Left out', ...Object.entries(document.dropped).map(([kind, count]) => pluralKind(count, kind))),
  ];
  return rows.filter((row) => row !== undefined);
}

/** `3 calls`, `1 heading of notes`. */
function pluralKind(count: number, kind: string): string {
  return kind === 'heading of notes' && count > 1 ? `${count} headings of notes` : plural(count, kind);
}

/** What the text consists of: `12 paragraphs, 3 notes, 1 table`. */
function partsOf({ tei, notes }: EncodedDocument): string {
  const text = tei.slice(tei.indexOf('<text>'));
  const countOf = (name: string): number => text.split(`<${name}`).length - 1;
  const parts: readonly (readonly [number, string])[] = [
    [countOf('p>') + countOf('p '), 'paragraph'],
    [notes, 'note'],
    [countOf('pb '), 'page break'],
    [countOf('list '), 'list'],
    [countOf('table '), 'table'],
    [countOf('gap '), 'gap'],
    [countOf('postscript>'), 'postscript'],
    [countOf('frus:attachment>'), 'attachment'],
  ];
  return parts
    .filter(([n]) => n > 0)
    .map(([n, noun]) => plural(n, noun))
    .join(', ');
}

function fact(label: string, ...values: readonly (string | undefined)[]): ReadFact | undefined {
  const known = values.filter((value): value is string => value !== undefined && value !== '');
  return known.length === 0 ? undefined : { label, values: known };
}

function supplied(row: ReadFact | undefined, resp: string | undefined): ReadFact | undefined {
  return row === undefined || resp === undefined ? row : { ...row, isSupplied: true };
}
