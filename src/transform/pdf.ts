import type { HouseStyle } from '../model/house-style.js';
import { doiAddress } from '../model/identifier.js';
import { append } from '../model/list.js';
import type {
  Block,
  Inline,
  NoteBody,
  PageContent,
  Paragraph,
  ParagraphRole,
  Part,
  PartKind,
} from '../model/page-content.js';
import type { Pivot, PivotElement, PivotNode } from '../model/pivot.js';
import { BlockReader, type Place, plainWords } from './pdf/blocks.js';
import { completeFront, halfTitleOf } from './pdf/front.js';
import { type PrintImages, withImages } from './pdf/images.js';
import { inlinesOf } from './pdf/inlines.js';
import { withMadeLists } from './pdf/made-index.js';
import { withShortTitles } from './pdf/short-titles.js';
import { UNDIVIDED } from './reading.js';
import { isSubhead } from './subheadings.js';

/**
 * The pivot as page-layout content, for the press. It is walked in TypeScript, not by a stylesheet: the pivot is a tree in memory already, and SaxonJS would
 * take longer to make the maps of a volume than the press to set it.
 *
 * @param images The pictures that can be printed, by their addresses in the TEI.
 */
export function pageContentOf(
  pivot: Pivot,
  images: PrintImages = new Map(),
  { index, shortTitles = {} }: ContentOptions = {},
): PageContent {
  const notes: NoteBody[] = [];
  const loose: PivotElement[] = [];
  const found = new PartReader(notes).parts(UNDIVIDED, pivot.body.children.filter(isElement), (child) => {
    collectNotesOf(child, notes);
    loose.push(child);
  });
  const before: Part[] =
    loose.length === 0 ? [] : [{ kind: 'section', id: UNDIVIDED, title: '', blocks: readAll(loose), parts: [] }];
  const parts = [...before, ...found];
  const editors = pivot.metadata.get('editor-primary') ?? [];
  const published = pivot.metadata.get('date')?.[0];
  const doi = pivot.metadata.get('idno-doi')?.[0];
  const content: PageContent = {
    lang: pivot.language,
    volume: pivot.volume,
    title: pivot.title,
    runningTitle: runningTitleOf(pivot),
    ...(editors.length === 0 ? {} : { author: editors.join(', ') }),
    ...(published === undefined ? {} : { date: published }),
    ...(doi === undefined ? {} : { identifier: doiAddress(doi) }),
    parts: completeFront(parts, halfTitleOf(pivot), doi),
    notes,
  };
  const complete = index === undefined ? content : withMadeLists(content, pivot.body, index);
  return withImages(withShortTitles(complete, shortTitles), images);
}

/** What the volume does not say of its printed form. */
export interface ContentOptions {
  /** The lists that the house style asks for; none where nothing is said: in offprints. */
  readonly index?: HouseStyle['index'];
  /** Titles for running heads by the ids of divisions; `volume` is that of the volume. */
  readonly shortTitles?: Readonly<Record<string, string>>;
}

/** `Foreign Relations, 1964–1968, Volume XIV` for a volume of the series; otherwise the volume's own title. */
function runningTitleOf(pivot: Pivot): string {
  const of = (name: string): string => pivot.metadata.get(`title-${name}`)?.[0] ?? '';
  const series = of('series').replace(/^Foreign Relations of the United States$/i, 'Foreign Relations');
  const words = [series, of('subseries'), of('volumenumber')].filter((title) => title !== '');
  return series !== '' && words.length > 1 ? words.join(', ') : pivot.title;
}

const partKinds: ReadonlySet<string> = new Set([
  'titlepage',
  'front',
  'compilation',
  'chapter',
  'subchapter',
  'document',
  'section',
  'back',
]);

const headRoles: Readonly<Record<PartKind, ParagraphRole>> = {
  titlepage: 'title-main',
  front: 'head-chapter',
  contents: 'head-chapter',
  compilation: 'head-part',
  chapter: 'head-chapter',
  subchapter: 'head-subchapter',
  document: 'head-document',
  section: 'head-subchapter',
  back: 'head-chapter',
  index: 'head-chapter',
};

function isElement(node: PivotNode): node is PivotElement {
  return typeof node !== 'string';
}

function readAll(nodes: readonly PivotElement[]): Block[] {
  const reader = new BlockReader('body');
  return [...reader.blocks(nodes), ...reader.rest()];
}

function isPart(node: PivotElement): boolean {
  return partKinds.has(node.attributes['data-kind'] ?? '') && (node.name === 'section' || node.name === 'article');
}

/** What stands before, between and after the sections of a section: page breaks mostly. It goes with what follows it, or ends the last part. */
class PartReader {
  readonly #notes: NoteBody[];
  #waiting: PivotElement[] = [];

  constructor(notes: NoteBody[]) {
    this.#notes = notes;
  }

  /** The parts among the children of the section `id`; `own` takes what comes before the first of them. */
  parts(id: string, children: readonly PivotElement[], own: (child: PivotElement) => void): Part[] {
    const parts: Part[] = [];
    for (const child of children) {
      if (isPart(child)) {
        append(parts, this.#between(id));
        const before = this.#waiting;
        this.#waiting = [];
        parts.push(this.#part(child, before));
      } else if (parts.length === 0) own(child);
      else this.#waiting.push(child);
    }
    append(parts, this.#between(id));
    const last = parts.at(-1);
    if (last === undefined || this.#waiting.length === 0) return parts;
    const blocks = readAll(this.#waiting);
    this.#waiting = [];
    return [...parts.slice(0, -1), appended(last, blocks)];
  }

  /** Words between two parts are the section's own: a part without heading, under the section's id. Page breaks alone go on waiting. */
  #between(id: string): Part[] {
    if (this.#waiting.every((node) => node.attributes['class'] === 'pb-block')) return [];
    for (const node of this.#waiting) collectNotesOf(node, this.#notes);
    const blocks = readAll(this.#waiting);
    this.#waiting = [];
    return [{ kind: 'section', id, title: '', blocks, parts: [] }];
  }

  #part(node: PivotElement, before: readonly PivotElement[]): Part {
    const { attributes } = node;
    const kind = kindOf(attributes['data-kind'] ?? 'section', attributes['data-type'] ?? '');
    const id = attributes['id'] ?? '';
    const reader = new BlockReader(placeOf(kind, attributes['data-type'] ?? ''));
    const blocks = reader.blocks(before);
    reader.anchor(id);
    let title = '';
    const own = (child: PivotElement): void => {
      if (child.attributes['class'] === 'notes') readNotes(child, this.#notes);
      else if (/^h[1-6]$/.test(child.name) && !isSubhead(child) && title === '' && kind !== 'titlepage') {
        title = plainWords(child).replace(/\s+/g, ' ').trim();
        blocks.push(headOf(child, kind, reader));
      } else {
        collectNotes(child, this.#notes);
        append(blocks, kind === 'titlepage' ? titlePage(child, reader) : reader.block(child));
      }
    };
    const inner = new PartReader(this.#notes);
    const children = node.children.filter(isElement);
    const notes = children.filter((child) => child.attributes['class'] === 'notes');
    const parts = inner.parts(
      id,
      children.filter((child) => !notes.includes(child)),
      own,
    );
    for (const section of notes) own(section);
    append(blocks, reader.rest());
    const { 'data-n': number, 'data-date': date } = attributes;
    return {
      kind,
      id,
      title: title === '' ? titleWithoutHead(kind, number) : title,
      ...(/(^| )made( |$)/.test(attributes['class'] ?? '') ? { made: true } : {}),
      ...(kind === 'document' && number !== undefined ? { number } : {}),
      ...(kind === 'document' && date !== undefined ? { date } : {}),
      blocks,
      parts,
    };
  }
}

/** A part with blocks at its very end. */
function appended(part: Part, blocks: readonly Block[]): Part {
  const last = part.parts.at(-1);
  if (last === undefined) return { ...part, blocks: [...part.blocks, ...blocks] };
  return { ...part, parts: [...part.parts.slice(0, -1), appended(last, blocks)] };
}

/** What has no heading is called nothing: a word of ours would be read as the volume's. */
function titleWithoutHead(kind: PartKind, number: string | undefined): string {
  if (kind === 'titlepage') return 'Title page';
  return kind === 'document' && number !== undefined ? `Document ${number}` : '';
}

function kindOf(kind: string, type: string): PartKind {
  if (/^(toc|contents)$/i.test(type)) return 'contents';
  if (kind === 'back' && /^index/i.test(type)) return 'index';
  return partKinds.has(kind) ? (kind as PartKind) : 'section';
}

function placeOf(kind: PartKind, type: string): Place {
  if (kind === 'contents') return 'contents';
  if (kind === 'index') return 'index';
  return kind === 'front' && /^(persons|terms|names|abbreviations)/i.test(type) ? 'persons' : 'body';
}

function headOf(node: PivotElement, kind: PartKind, reader: BlockReader): Paragraph {
  return reader.paragraph(headRoles[kind], inlinesOf(node.children), { level: Number(node.name[1]) });
}

/** The lines of the title page, each with its own size. */
function titlePage(node: PivotElement, reader: BlockReader): Block[] {
  if (node.name !== 'h1') {
    return reader
      .block(linedImprint(node))
      .map((block) => (block.type === 'paragraph' ? { ...block, role: 'title-imprint' } : block));
  }
  return node.children.filter(isElement).map((part, i) => {
    const type = part.attributes['data-type'] ?? '';
    const main = /^(volume|volumetitle)$/.test(type);
    const role: ParagraphRole = main ? 'title-main' : type === 'series' ? 'title-series' : 'title-sub';
    return reader.paragraph(role, inlinesOf([part]), i === 0 || main ? { level: 1 } : {});
  });
}

/** The publisher, the place and the date of an imprint, each on a line of its own. */
function linedImprint(node: PivotElement): PivotElement {
  const children = node.children.map((child) =>
    isElement(child) && /^(publisher|pubPlace|docDate)$/.test(child.attributes['class'] ?? '')
      ? { ...child, name: 'div' }
      : child,
  );
  return { ...node, children };
}

/** The notes of an element that may itself be the notes of what stands in no division. */
function collectNotesOf(node: PivotElement, notes: NoteBody[]): void {
  if (node.attributes['class'] === 'notes') readNotes(node, notes);
  else collectNotes(node, notes);
}

/** Notes that stand deeper than the section's own children: those of attachments. */
function collectNotes(node: PivotElement, notes: NoteBody[]): void {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    if (child.attributes['class'] === 'notes') readNotes(child, notes);
    else collectNotes(child, notes);
  }
}

function readNotes(section: PivotElement, notes: NoteBody[]): void {
  for (const note of section.children.filter(isElement)) {
    if (note.attributes['class'] !== 'note') continue;
    const id = note.attributes['id'] ?? '';
    const label = note.attributes['data-n'] ?? '';
    const reader = new BlockReader('body');
    const blocks = [...reader.blocks(note.children.filter((child) => !isBackLink(child))), ...reader.rest()];
    // A source note without a number begins with its words.
    const isNumbered = label !== '';
    notes.push({
      id,
      label,
      blocks: isNumbered ? labelled(blocks, { type: 'note-label', note: id, label }) : asText(blocks),
    });
  }
}

function isBackLink(node: PivotNode): boolean {
  return isElement(node) && node.attributes['class'] === 'backref';
}

/** A note begins with a paragraph. */
function asText(blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.type === 'paragraph') return [{ ...first, role: 'text' }, ...rest];
  return [{ type: 'paragraph', role: 'text', inlines: [] }, ...blocks];
}

/** The label at the head of the first paragraph; a note that begins with a list or table gets a paragraph for it. */
function labelled(blocks: readonly Block[], label: Inline): Block[] {
  const [first, ...rest] = blocks;
  if (first?.type === 'paragraph') return [{ ...first, role: 'text', inlines: [label, ...first.inlines] }, ...rest];
  return [{ type: 'paragraph', role: 'text', inlines: [label] }, ...blocks];
}
