import { times } from '../diagnostics/words.js';
/** The PDF alone, in one of its profiles: the whole book, an offprint, or a proof for the editors. */

import { join } from 'node:path';
import { type Diagnostic, diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import type { Sources } from '../diagnostics/format.js';
import { fileNameOf } from '../model/file-name.js';
import type { HouseStyle } from '../model/house-style.js';
import { append } from '../model/list.js';
import type { PageContent } from '../model/page-content.js';
import type { Pictures } from '../model/picture.js';
import type { SourceFile } from '../model/source-file.js';
import type { PressOptions, PrintedBook } from '../press/press.js';
import type { PageReport } from '../press/report.js';
import type { PageForm } from '../press/typography.js';
import type { Interpretation } from '../transform/pivot.js';
import type { VolumeReading } from '../transform/tei-reading.js';
import { Gate } from './gate.js';
import { readBuildInput } from './input.js';
import { editionSettingsOf, picturedVolume } from './pictured-volume.js';
import { pictureNamed } from './pictures.js';
import { type PrintDress, readPrintDress } from './print-style.js';
import { Run, type Surroundings } from './run.js';
import { type TeiVolume, teiOf } from './volume.js';

/** What the file is for: reading on a screen, the same by the newer standards (PDF 2.0), a printer, or an archive. */
export type Profile = 'screen' | 'ua-2' | 'press' | 'archive';
export const profiles: readonly Profile[] = ['screen', 'ua-2', 'press', 'archive'];

export interface PrintRequest {
  readonly input: string;
  /** The file to write, or the folder where there is one for each document. */
  readonly out?: string;
  readonly profile: Profile;
  /** The form of the page, where it is not that of the style; and the style, by its name or its file. */
  readonly trim?: PageForm;
  readonly style?: string;
  /** The file for what was counted on every page, as JSON. */
  readonly report?: string;
  readonly documents: readonly string[];
  readonly division?: string;
  /** The name of a length; that of the profile where it is absent. */
  readonly bleed: string | undefined;
  readonly cropMarks: boolean;
  /** The pages of a signature, for a printer who folds them. */
  readonly signature?: number;
  /** A file for each document instead of one for the volume. */
  readonly eachDocument: boolean;
  readonly sourcePages: boolean;
  /** A proof: wide margins with line numbers, source pages and findings. */
  readonly proof: boolean;
}

export interface PrintedFile {
  readonly file: string;
  readonly bytes: number;
  readonly report: PageReport;
}

export interface Printed extends Result<{ readonly files: readonly PrintedFile[] }> {
  readonly sources: Sources;
}

/** Pixels to an inch that printers ask for. */
const PRINT_RESOLUTION = 300;

/** A book that is to be printed, and where to. */
interface Copy {
  readonly file: string;
  readonly content: PageContent;
  /** All that the volume holds, so that what is printed can be compared with the TEI. */
  readonly whole: boolean;
}

export async function printVolume(request: PrintRequest, surroundings: Surroundings): Promise<Printed> {
  const run = new Run(surroundings);
  const sources = new Map<string, SourceFile>();
  const value = await printed(request, run, sources);
  return { ...(value === undefined ? {} : { value }), diagnostics: run.diagnostics, sources };
}

async function printed(request: PrintRequest, run: Run, sources: Map<string, SourceFile>): Promise<Printed['value']> {
  const input = await run.stage('read', `Reading ${request.input}`, () => readBuildInput(request.input));
  if (input === undefined) return undefined;
  for (const source of input.sources.flatMap(({ parts }) => parts)) sources.set(source.path, source);
  const volume = await run.stage('tei', 'Reading the TEI', () => teiOf(input));
  if (volume === undefined) return undefined;
  if (!sources.has(volume.source.path)) sources.set(volume.source.path, volume.source);
  run.relocate = volume.relocate;

  const dress = await run.stage('style', 'Reading the house style', () =>
    readPrintDress(request.input, input, request.style, (source) => sources.set(source.path, source)),
  );
  if (dress === undefined) return undefined;

  const { interpret } = await import('../transform/pivot.js');
  const interpretation = await run.stage('pivot', 'Interpreting the TEI', () => interpret(volume.source));
  if (interpretation === undefined) return undefined;
  const { reading } = interpretation;
  const pictured = await run.stage('pictures', 'Reading the pictures', () =>
    picturedVolume(request.input, input, volume.source, interpretation.pivot, false),
  );
  if (pictured === undefined) return undefined;
  const { pivot, pictures } = pictured;
  const copies = await run.stage('content', 'Reading the content', () =>
    copiesOf(request, {
      volume,
      pivot,
      pictures,
      style: dress.style,
      shortTitles: editionSettingsOf(input).shortTitles ?? {},
    }),
  );
  if (copies === undefined) return undefined;
  const gate = new Gate([...input.read, ...dress.read]);
  const { report } = request;
  const hindrances = gate.hindrances([...copies.map(({ file }) => file), ...(report === undefined ? [] : [report])]);
  if (hindrances.length > 0) return run.stop(...hindrances);
  const options = await pressOptions(request, volume, reading, dress);
  const files: PrintedFile[] = [];
  for (const [i, copy] of copies.entries()) {
    const what = copies.length === 1 ? 'Printing' : `Printing ${i + 1} of ${copies.length}`;
    const progress = (done: number, total: number): void => {
      if (done % 50 === 0) run.progress(`${what}: page ${done} of ${total}`);
    };
    const book = await run.stage('print', what, () => bookOf(copy, reading, { ...options, progress }));
    if (book === undefined) return undefined;
    const refused = gate.write(copy.file, book.pdf);
    if (refused.length > 0) return run.stop(...refused);
    files.push({ file: copy.file, bytes: book.pdf.length, report: book.report });
  }
  if (report !== undefined) {
    const counted = files.length === 1 ? files[0]?.report : files.map((made) => ({ file: made.file, ...made.report }));
    const refused = gate.write(report, `${JSON.stringify(counted, null, 2)}\n`);
    if (refused.length > 0) return run.stop(...refused);
  }
  return { files };
}

/** What copies are made of. */
interface Book {
  readonly volume: TeiVolume;
  readonly pivot: Interpretation['pivot'];
  readonly pictures: Pictures;
  readonly style: HouseStyle;
  readonly shortTitles: Readonly<Record<string, string>>;
}

/** What is to be printed: the volume, an offprint of it, or its documents one by one. */
async function copiesOf(
  request: PrintRequest,
  { volume, pivot, pictures, style, shortTitles }: Book,
): Promise<Result<readonly Copy[]>> {
  const { pageContentOf } = await import('../transform/pdf.js');
  const { unknownShortTitles } = await import('../transform/pdf/short-titles.js');
  const { select, singleDocuments, unfolded } = await import('../transform/pdf/selection.js');
  const { printImages } = await import('../transform/pdf/images.js');
  const { value: images, diagnostics: found } = printImages(pictures, (url) => pictureNamed(url, volume.source));
  const { division, out } = request;
  const isOffprint = request.documents.length > 0 || division !== undefined || request.eachDocument;
  const whole = pageContentOf(pivot, images, { shortTitles, ...(isOffprint ? {} : { index: style.index }) });
  const documents = unfolded(whole, request.documents);
  const { path: file } = volume.source;
  const untitled = unknownShortTitles(whole, shortTitles).map((id) => diagnostic('PR053', { id }, { file }));
  const diagnostics = [...found, ...untitled];
  const { content, unknown } =
    documents.length > 0 || division !== undefined
      ? select(whole, { documents, ...(division === undefined ? {} : { division }) })
      : { content: whole, unknown: [] };
  if (unknown.length > 0)
    return { diagnostics: unknown.map((id) => diagnostic('PR010', { id }, { file: volume.source.path })) };
  if (request.eachDocument) {
    const folder = out ?? `${volume.name}-documents`;
    const copies = singleDocuments(content).map(
      ({ id, content }): Copy => ({
        file: join(folder, `${volume.name}-${fileNameOf(id)}.pdf`),
        content,
        whole: false,
      }),
    );
    return { value: copies, diagnostics };
  }
  const target = out ?? `${volume.name}${request.proof ? '-proof' : ''}.pdf`;
  return { value: [{ file: target, content, whole: !isOffprint }], diagnostics };
}

async function bookOf(
  { content, whole }: Copy,
  reading: VolumeReading,
  options: PressOptions,
): Promise<Result<PrintedBook>> {
  const { print } = await import('../press/press.js');
  const book = print(content, options);
  const diagnostics = [...book.diagnostics];
  if (book.value === undefined) return { diagnostics };
  if (whole) {
    const { readPages } = await import('../transform/pdf/reading.js');
    const { findLosses } = await import('../transform/loss.js');
    append(diagnostics, findLosses(reading, readPages(content, book.value.drawn), 'PDF'));
  }
  return hasErrors(diagnostics) ? { diagnostics } : { value: book.value, diagnostics };
}

async function pressOptions(
  request: PrintRequest,
  volume: TeiVolume,
  reading: VolumeReading,
  { style, fonts }: PrintDress,
): Promise<PressOptions> {
  const { bleeds, PRESS_BLEED, proofForm } = await import('../press/typography.js');
  const { locator } = await import('../transform/pdf/place.js');
  const forPress = request.profile === 'press';
  const margin = request.proof
    ? { sourcePages: true, lineNumbers: true, remarks: await remarksOf(volume, reading) }
    : request.sourcePages
      ? { sourcePages: true }
      : undefined;
  const tei = {
    name: `${volume.name}.xml`,
    type: 'application/tei+xml',
    bytes: Buffer.from(volume.source.text),
    description: 'The TEI that this edition was made from',
  };
  return {
    fonts: await fonts(),
    style,
    file: volume.source.path,
    ...(request.proof ? { form: proofForm } : request.trim === undefined ? {} : { form: request.trim }),
    locate: locator(reading),
    ...(margin === undefined ? {} : { margin }),
    bleed: bleeds[request.bleed ?? (forPress ? PRESS_BLEED : 'none')] ?? 0,
    cropMarks: forPress || request.cropMarks,
    ...(forPress ? { links: false, tagged: false, resolution: PRINT_RESOLUTION } : {}),
    ...(request.profile === 'ua-2' ? { accessibility: 2 } : {}),
    ...(request.signature === undefined ? {} : { signature: request.signature }),
    ...(request.profile === 'archive' ? { conformance: 'PDF/A-3a', attachments: [tei] } : {}),
  };
}

/** As many findings stand beside one document; the margin of a page has no room for more. */
const MOST_REMARKS = 12;

/** What validation finds, beside the document that each finding is in; what is found several times stands there once. */
async function remarksOf(volume: TeiVolume, reading: VolumeReading): Promise<ReadonlyMap<string, readonly string[]>> {
  const { beginValidation } = await import('./validation.js');
  const { diagnostics } = await beginValidation(volume, {}).result;
  const counts = new Map<string, Map<string, number>>();
  for (const found of diagnostics) {
    const id = documentOf(found, reading);
    if (id === undefined) continue;
    const ofDocument = counts.get(id) ?? new Map<string, number>();
    counts.set(id, ofDocument);
    const remark = `${found.code} ${found.message}`;
    ofDocument.set(remark, (ofDocument.get(remark) ?? 0) + 1);
  }
  return new Map([...counts].map(([id, ofDocument]) => [id, remarksFrom(ofDocument)]));
}

/** Remarks with how often each was made; the rest of a long list as a number. */
export function remarksFrom(counts: ReadonlyMap<string, number>): readonly string[] {
  const remarks = [...counts].map(([remark, count]) => remark + times(count));
  if (remarks.length <= MOST_REMARKS) return remarks;
  return [...remarks.slice(0, MOST_REMARKS), `… and ${remarks.length - MOST_REMARKS} more.`];
}

function documentOf({ place }: Diagnostic, reading: VolumeReading): string | undefined {
  const offset = place?.start?.offset;
  if (offset === undefined) return undefined;
  for (const [id, { start, end }] of reading.documents) if (start <= offset && offset < end) return id;
  return undefined;
}
