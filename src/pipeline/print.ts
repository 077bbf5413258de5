/** The PDF alone, in one of its profiles: the whole book, an offprint, or a proof for the editors. */
import { join } from 'node:path';
import { type Diagnostic, diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import type { Sources } from '../diagnostics/format.js';
import { refusal, writeWhole } from '../formats/file-output.js';
import type { SourceFile } from '../model/source-file.js';
import type { PressOptions } from '../press/press.js';
import type { PageReport } from '../press/report.js';
import type { Interpretation } from '../transform/pivot.js';
import type { VolumeReading } from '../transform/tei-reading.js';
import { readBuildInput } from './input.js';
import { Run, type Surroundings } from './run.js';
import { assembleVolume, encodeFolder, enrichVolume, type TeiVolume } from './volume.js';

/** What the file is for: reading on a screen, a printer, or an archive. */
export type Profile = 'screen' | 'press' | 'archive';
export const profiles: readonly Profile[] = ['screen', 'press', 'archive'];

export interface PrintRequest {
  readonly input: string;
  readonly out?: string;
  readonly profile: Profile;
  /** The name of a trim size. */
  readonly trim: string;
  readonly documents: readonly string[];
  readonly division?: string;
  readonly sourcePages: boolean;
  /** A proof: wide margins with line numbers, source pages and findings. */
  readonly proof: boolean;
}

export interface Printed
  extends Result<{ readonly file: string; readonly bytes: number; readonly report: PageReport }> {
  readonly sources: Sources;
}

/** Room for crop marks round the page, in points. */
const CROP = 27;

export async function printVolume(request: PrintRequest, surroundings: Surroundings): Promise<Printed> {
  const run = new Run(surroundings);
  const sources = new Map<string, SourceFile>();
  const value = await printed(request, run, sources);
  return { ...(value === undefined ? {} : { value }), diagnostics: run.diagnostics, sources };
}

async function printed(request: PrintRequest, run: Run, sources: Map<string, SourceFile>): Promise<Printed['value']> {
  const input = await run.stage('read', `Reading ${request.input}`, () => readBuildInput(request.input));
  if (input === undefined) return undefined;
  for (const source of input.sources) sources.set(source.path, source);
  const volume = await run.stage('tei', 'Reading the TEI', async () => {
    if (input.kind === 'tei') return enrichVolume(input);
    const encoded = await encodeFolder(input);
    if (encoded.value === undefined) return { diagnostics: encoded.diagnostics };
    const assembled = await assembleVolume(input, encoded.value, (id) => join('dist', id, 'tei', `${id}.xml`));
    return { ...assembled, diagnostics: [...encoded.diagnostics, ...assembled.diagnostics] };
  });
  if (volume === undefined) return undefined;
  if (!sources.has(volume.source.path)) sources.set(volume.source.path, volume.source);
  run.relocate = (place) => (place.file === volume.source.path ? volume.relocate(place) : place);

  const { interpret } = await import('../transform/pivot.js');
  const interpretation = await run.stage('pivot', 'Interpreting the TEI', () => interpret(volume.source));
  if (interpretation === undefined) return undefined;
  const book = await run.stage('print', 'Printing', () => bookOf(request, volume, interpretation, run));
  if (book === undefined) return undefined;
  const file = request.out ?? `${volume.id}${request.proof ? '-proof' : ''}.pdf`;
  const refused = written(file, book.pdf);
  if (refused !== undefined) return run.stop(refused);
  return { file, bytes: book.pdf.length, report: book.report };
}

async function bookOf(
  request: PrintRequest,
  volume: TeiVolume,
  { pivot, reading }: Interpretation,
  run: Run,
): Promise<Result<{ pdf: Uint8Array; report: PageReport }>> {
  const { pageContentOf } = await import('../transform/pdf.js');
  const { print } = await import('../press/press.js');
  const whole = pageContentOf(pivot);
  const isOffprint = request.documents.length > 0 || request.division !== undefined;
  const { select } = await import('../transform/pdf/selection.js');
  const { content, unknown } = isOffprint
    ? select(whole, {
        documents: request.documents,
        ...(request.division === undefined ? {} : { division: request.division }),
      })
    : { content: whole, unknown: [] };
  if (unknown.length > 0)
    return { diagnostics: unknown.map((id) => diagnostic('PR010', { id }, { file: volume.source.path })) };
  const book = print(content, await pressOptions(request, volume, reading, run));
  const diagnostics = [...book.diagnostics];
  if (book.value === undefined) return { diagnostics };
  if (!isOffprint) {
    const { readPages } = await import('../transform/pdf/reading.js');
    const { findLosses } = await import('../transform/loss.js');
    diagnostics.push(...findLosses(reading, readPages(content, book.value.drawn), 'PDF'));
  }
  return hasErrors(diagnostics) ? { diagnostics } : { value: book.value, diagnostics };
}

async function pressOptions(
  request: PrintRequest,
  volume: TeiVolume,
  reading: VolumeReading,
  run: Run,
): Promise<PressOptions> {
  const { bundledFonts } = await import('../press/font-files.js');
  const { proofForm, trims } = await import('../press/typography.js');
  const form = request.proof ? proofForm : trims[request.trim];
  const margin = request.proof
    ? { sourcePages: true, lineNumbers: true, remarks: await remarksOf(volume, reading) }
    : request.sourcePages
      ? { sourcePages: true }
      : undefined;
  const tei = {
    name: `${volume.id}.xml`,
    type: 'application/tei+xml',
    bytes: Buffer.from(volume.source.text),
    description: 'The TEI that this edition was made from',
  };
  return {
    fonts: bundledFonts(),
    file: volume.source.path,
    ...(form === undefined ? {} : { form }),
    ...(margin === undefined ? {} : { margin }),
    ...(request.profile === 'press' ? { bleed: CROP, links: false, tagged: false } : {}),
    ...(request.profile === 'archive' ? { conformance: 'PDF/A-3a', attachments: [tei] } : {}),
    progress: (done, total) => {
      if (done % 50 === 0) run.progress(`Printing: page ${done} of ${total}`);
    },
  };
}

/** What validation finds, beside the document that each finding is in. */
async function remarksOf(volume: TeiVolume, reading: VolumeReading): Promise<ReadonlyMap<string, readonly string[]>> {
  const { beginValidation } = await import('./validation.js');
  const { diagnostics } = await beginValidation(volume, {}).result;
  const remarks = new Map<string, string[]>();
  for (const found of diagnostics) {
    const id = documentOf(found, reading);
    if (id !== undefined) remarks.set(id, [...(remarks.get(id) ?? []), `${found.code} ${found.message}`]);
  }
  return remarks;
}

function documentOf({ place }: Diagnostic, reading: VolumeReading): string | undefined {
  const offset = place?.start?.offset;
  if (offset === undefined) return undefined;
  for (const [id, { start, end }] of reading.documents) if (start <= offset && offset < end) return id;
  return undefined;
}

function written(file: string, bytes: Uint8Array): Diagnostic | undefined {
  try {
    writeWhole(file, bytes);
    return undefined;
  } catch (error) {
    const refused = refusal(error);
    if (refused === undefined) throw error;
    return diagnostic('PR011', { file, reason: refused.reason }, { file });
  }
}
