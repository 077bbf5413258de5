import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import type { NoteState, SectionState, VolumeState } from '../errata/state.js';
import type { StartTag, XmlHandler } from '../formats/sax.js';
import { inTurn } from '../formats/xml-handlers.js';
import { documentFacts, volumeFacts } from '../metadata/header-facts.js';
import { bibliographyOf } from '../metadata/read-bibliography.js';
import { headersOf } from '../metadata/read-document.js';
import { ExcerptReader } from '../metadata/tei-excerpt.js';
import { grouped } from '../model/list.js';
import { MAY_PART } from '../model/may-part.js';
import { SourceFile } from '../model/source-file.js';
import { even, wordsOf } from '../transform/evened.js';
import { type NoteReading, UNDIVIDED } from '../transform/reading.js';
import { readVolume } from '../transform/tei-reading.js';
import { readBuiltEdition } from './built-edition.js';
import { readBuildInput } from './input.js';
import { teiOf } from './volume.js';

/** A volume as an errata list compares it, with the files that it was read from. */
export interface ReadState {
  readonly state: VolumeState;
  readonly read: readonly string[];
}

/**
 * Reads a volume at one time, whatever it is: a TEI file, a folder with its manifest, or what a build has made of either.
 * Of its findings, only those are told that keep it from being read.
 */
export async function readVolumeState(path: string): Promise<Result<ReadState>> {
  const tei = isBuilt(path) ? builtTei(path) : await inputTei(path);
  if (tei.value === undefined) return { diagnostics: errorsOf(tei.diagnostics) };
  const { source, id, read } = tei.value;
  const state = volumeState(source, id);
  return state.value === undefined
    ? { diagnostics: errorsOf(state.diagnostics) }
    : { value: { state: state.value, read }, diagnostics: [] };
}

function errorsOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return hasErrors(diagnostics) ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
}

/** Whether a folder is what a build has made. */
function isBuilt(path: string): boolean {
  return existsSync(join(path, 'tei')) && !existsSync(join(path, 'volume.yaml'));
}

interface ReadTei {
  readonly source: SourceFile;
  readonly id: string;
  readonly read: readonly string[];
}

function builtTei(folder: string): Result<ReadTei> {
  const { value, diagnostics } = readBuiltEdition(folder);
  if (value === undefined) return { diagnostics };
  const { path, text } = value.tei;
  return { value: { source: new SourceFile(path, text), id: value.edition.volume, read: [path] }, diagnostics };
}

async function inputTei(path: string): Promise<Result<ReadTei>> {
  const input = await readBuildInput(path);
  if (input.value === undefined) return { diagnostics: input.diagnostics };
  const tei = await teiOf(input.value);
  if (tei.value === undefined) return { diagnostics: tei.diagnostics };
  const { source, id } = tei.value;
  return { value: { source, id, read: input.value.read }, diagnostics: [] };
}

/** No character of XML, nor of those that texts are evened by. */
const MARK = '\u0002';

/** The call of a note in a text that is read. */
const CALLS = new RegExp(`${MARK}([^${MARK}]*)${MARK}`, 'g');

/** A TEI volume as an errata list compares it, in one pass over its text. */
export function volumeState(source: SourceFile, fallbackId: string): Result<VolumeState> {
  const excerpts = new ExcerptReader();
  const tags = new TagReader();
  const { value: reading, diagnostics } = readVolume(source, inTurn([excerpts, tags]), MARK);
  if (reading === undefined) return { diagnostics };
  const excerpt = excerpts.excerpt();
  const bibliography = bibliographyOf(excerpt, fallbackId);
  const headers = headersOf(excerpt);
  const records = new Map(bibliography.documents.map((record) => [record.id, record]));
  const notes = grouped(reading.notes.values(), ({ section }) => section);
  const sections = [...reading.sections.values()].map(({ id, isDocument, text, apart }): SectionState => {
    const record = records.get(id);
    const called = withCalls(text);
    const numbered = record?.number !== undefined && called.words[0] === `${record.number}.` ? 1 : 0;
    const words = [...called.words.slice(numbered), ...wordsOf(even(apart.replace(CALLS, '')))];
    const within = record?.within.at(-1);
    return {
      id,
      isDocument,
      ...(record?.number === undefined ? {} : { number: record.number }),
      title: record?.title ?? titleOf(id, words),
      ...(within === undefined ? {} : { within }),
      facts: isDocument ? documentFacts(headers.of(id), record?.language) : new Map(),
      words,
      notes: (notes.get(id) ?? []).map((note) => noteState(note, tags, called.calls.get(note.id), numbered)),
      tags: tags.of.get(id) ?? [],
    };
  });
  const { id, title } = bibliography.volume;
  return { value: { id, title, facts: volumeFacts(bibliography.volume), sections }, diagnostics: [] };
}

function titleOf(id: string, words: readonly string[]): string {
  const [first] = words;
  if (first === undefined) return id;
  return words.length <= 8 ? words.join(' ') : `${words.slice(0, 8).join(' ')} …`;
}

function noteState(
  { id, text, apart }: NoteReading,
  tags: TagReader,
  call: number | undefined,
  numbered: number,
): NoteState {
  const words = wordsOf(even(`${text} ${apart}`.replace(CALLS, '')));
  return {
    id,
    label: tags.labels.get(id) ?? '',
    words,
    tags: tags.of.get(id) ?? [],
    ...(call === undefined ? {} : { at: Math.max(0, call - numbered) }),
  };
}

/** The words of a text, and for each note that it calls the number of words before. It is evened without the calls, since a call is no reason for a space. */
function withCalls(text: string): { readonly words: readonly string[]; readonly calls: ReadonlyMap<string, number> } {
  const words = wordsOf(even(text.replace(CALLS, '')));
  const calls = new Map<string, number>();
  let [from, at, word, end] = [0, 0, 0, 0];
  for (const { 0: call, 1: note = '', index } of text.matchAll(CALLS)) {
    at += text.slice(from, index).replaceAll(MAY_PART, '').replace(/\s/g, '').length;
    from = index + call.length;
    while (end < at && word < words.length) end += words[word++]?.length ?? 0;
    calls.set(note, word);
  }
  return { words, calls };
}

/** Collects the start tags of each section and note, and the printed numbers of the notes. */
class TagReader implements XmlHandler {
  readonly of = new Map<string, string[]>();
  readonly labels = new Map<string, string>();
  /** Of each open element, whether it is a section or note. */
  readonly #open: boolean[] = [];
  readonly #holders: { readonly id: string; readonly isDocument: boolean }[] = [];
  #isInText = false;

  startTag(tag: StartTag): void {
    if (tag.local === 'text') this.#isInText = true;
    const id = tag.attributes['xml:id']?.value;
    const isDocument = tag.attributes['type']?.value === 'document';
    const isSection = tag.local === 'div' && !this.#holders.some((holder) => holder.isDocument);
    const isHolder = id !== undefined && (isSection || tag.local === 'note');
    this.#open.push(isHolder);
    if (isHolder) this.#holders.push({ id, isDocument: isSection && isDocument });
    if (!this.#isInText) return;
    if (tag.local === 'note' && id !== undefined) this.labels.set(id, labelOf(tag));
    const holder = this.#holders.at(-1)?.id ?? UNDIVIDED;
    const tags = this.of.get(holder);
    if (tags === undefined) this.of.set(holder, [written(tag)]);
    else tags.push(written(tag));
  }

  endTag(): void {
    if (this.#open.pop() === true) this.#holders.pop();
  }
}

function labelOf({ attributes: { n, type } }: StartTag): string {
  return n?.value ?? (type?.value === 'source' ? 'source note' : '');
}

/** Numbers of documents and notes follow from their places. */
const COUNTED: ReadonlySet<string> = new Set(['div', 'note']);

function written({ name, local, attributes }: StartTag): string {
  const own = Object.values(attributes)
    .filter((attribute) => attribute.name !== 'xml:id' && !attribute.name.startsWith('xmlns'))
    .filter((attribute) => !(attribute.name === 'n' && COUNTED.has(local)))
    .map((attribute) => ` ${attribute.name}="${attribute.value}"`)
    .sort();
  return `<${name}${own.join('')}>`;
}
