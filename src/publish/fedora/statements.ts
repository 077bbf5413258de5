import type { VolumeRecord } from '../../metadata/bibliography.js';

/** What is said of a group in RDF: one value of one property of DCMI Metadata Terms. */
export interface Statement {
  /** The name of the term: `title`. */
  readonly term: string;
  readonly value: string;
  /** The value is an address, not words. */
  readonly isAddress?: true;
}

const DCTERMS = 'http://purl.org/dc/terms/';

/** Terms of which a volume has one value: whatever else stands there gives way. Of the others only what was said from here does. */
const SINGLE: ReadonlySet<string> = new Set(['title', 'publisher', 'issued', 'modified', 'description', 'license']);

/** What a volume's record comes to in DCMI Metadata Terms, as far as a repository's lists show it. */
export function statementsOf(volume: VolumeRecord, urn: string): readonly Statement[] {
  const words = (term: string, ...values: readonly (string | undefined)[]): readonly Statement[] =>
    values.flatMap((value) => (value === undefined || value.trim() === '' ? [] : [{ term, value: value.trim() }]));
  const { licence } = volume;
  const all: readonly Statement[] = [
    ...words('title', volume.title),
    ...words('identifier', urn, ...volume.identifiers.map(({ type, value }) => `${type}:${value}`)),
    ...words('contributor', ...volume.contributions.map(({ agent }) => agent.name)),
    ...words('publisher', volume.publisher?.name),
    ...words('issued', volume.issued),
    ...words('modified', volume.modified),
    ...words('language', ...volume.languages),
    ...words('description', volume.description),
    ...words('subject', ...volume.subjects.map(({ term }) => term)),
    ...(licence !== undefined && isAddress(licence.target)
      ? [{ term: 'license', value: licence.target, isAddress: true as const }]
      : words('rights', licence?.text)),
  ];
  return [...new Map(all.map((statement) => [keyOf(statement), statement])).values()];
}

/** What can stand between `<` and `>` (SPARQL 1.1, production IRIREF) and be called. */
function isAddress(value: string): boolean {
  return /^https?:\/\/[^\s<>"{}|\\^`]+$/.test(value);
}

export function keyOf({ term, value, isAddress: address }: Statement): string {
  return `${term} ${address === true ? `<${value}>` : JSON.stringify(value)}`;
}

/** A triple of RDF, as far as it is read. */
export interface Triple {
  readonly subject: string;
  readonly property: string;
  readonly value: string;
  readonly isAddress: boolean;
}

const LINE = /^<([^>]*)>\s*<([^>]*)>\s*(?:<([^>]*)>|"((?:[^"\\]|\\.)*)"(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?)\s*\.\s*$/;

/** Reads N-Triples (RDF 1.1 N-Triples, §2). Lines about nodes without an address are left out. */
export function readTriples(text: string): readonly Triple[] {
  return text.split('\n').flatMap((line) => {
    const [whole, subject = '', property = '', address, words] = LINE.exec(line) ?? [];
    if (whole === undefined) return [];
    return [{ subject, property, value: address ?? unescaped(words ?? ''), isAddress: address !== undefined }];
  });
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' };

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gs, (_, four, eight, one) => {
    const code = Number.parseInt(four ?? eight ?? '', 16);
    if (Number.isNaN(code)) return ESCAPES[one] ?? one;
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** The statements among the triples, those of DCMI Metadata Terms. */
export function statementsIn(triples: readonly Triple[]): readonly Statement[] {
  return triples.flatMap(({ property, value, isAddress: address }) =>
    property.startsWith(DCTERMS)
      ? [{ term: property.slice(DCTERMS.length), value, ...(address ? { isAddress: true as const } : {}) }]
      : [],
  );
}

/** Whether a group says what it should: all of ours, nothing else of what it can say once, nothing that was said from here and holds no more. */
export function isSaid(
  wanted: readonly Statement[],
  there: readonly Statement[],
  before: readonly Statement[],
): boolean {
  const [ours, theirs] = [new Set(wanted.map(keyOf)), new Set(there.map(keyOf))];
  return (
    wanted.every((statement) => theirs.has(keyOf(statement))) &&
    there.every((statement) => !SINGLE.has(statement.term) || ours.has(keyOf(statement))) &&
    before.every((statement) => ours.has(keyOf(statement)) || !theirs.has(keyOf(statement)))
  );
}

/** The update by which a group comes to say what it should (SPARQL 1.1 Update, §3.1). */
export function updateText(wanted: readonly Statement[], before: readonly Statement[]): string {
  const ours = new Set(wanted.map(keyOf));
  const gone = before.filter((statement) => !SINGLE.has(statement.term) && !ours.has(keyOf(statement)));
  return [
    ...[...SINGLE].map((term) => `DELETE WHERE { <> <${DCTERMS}${term}> ?${term} }`),
    ...(gone.length === 0 ? [] : [`DELETE DATA {\n${gone.map(tripleText).join('\n')}\n}`]),
    `INSERT DATA {\n${wanted.map(tripleText).join('\n')}\n}`,
  ].join(' ;\n');
}

function tripleText({ term, value, isAddress: address }: Statement): string {
  return `<> <${DCTERMS}${term}> ${address === true ? `<${value}>` : quoted(value)} .`;
}

/** A text as a literal (SPARQL 1.1, production STRING_LITERAL2). Signs that no RDF text can hold are replaced. */
function quoted(value: string): string {
  const escaped = value
    .toWellFormed()
    .replace(
      /[\\"\n\r\t]/g,
      (sign) => ({ '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[sign] ?? '',
    );
  return `"${escaped}"`;
}
