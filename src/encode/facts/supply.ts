import { readDate } from '../../grammar/dateline.js';
import { readHeading } from '../../grammar/heading.js';
import { readSourceNote } from '../../grammar/source-note.js';
import type { Block, Closer, Dateline, DocumentNode, Head, Inline, Opener, Signed } from '../../model/document.js';
import type { DateReading, SourceReading } from '../../model/header.js';
import type { SuppliedDocument } from '../../model/manifest.js';
import { strandOf, weave } from '../page/strand.js';
import type { Built } from '../regions/build.js';
import type { Facts } from '../regions/context.js';
import { correspondentAnnotation, dateAttributes } from '../regions/elements.js';
import type { Names } from './names.js';
import { supplyReading } from './supply-reading.js';

/** What marks that a fact is the editor's and not the text's (`encoding.md` §1). */
const EDITOR = { resp: '#editor' } as const;

/** Puts into a document what the manifest supplies and the raw text has lost; what the text has is left as it is. */
export function supply(built: Built, supplied: SuppliedDocument | undefined, names: Names): Built {
  if (supplied === undefined) return built;
  return [supplyHead, supplySource, supplyReading, supplyDateline, supplySignature].reduce(
    (made, step) => step(made, supplied, names),
    built,
  );
}

function supplyHead(built: Built, { head }: SuppliedDocument, names: Names): Built {
  if (head === undefined || built.blocks.some((block) => block.element === 'head')) return built;
  const reading = readHeading(head);
  const strand = strandOf(head, 0);
  const annotations = reading.correspondents.map((c) => correspondentAnnotation(c, head, names));
  const block: Head = { element: 'head', attributes: EDITOR, children: withoutPlaces(weave(strand, annotations)) };
  return { blocks: [block, ...built.blocks], facts: { ...built.facts, heading: { ...reading, text: head } } };
}

function corresp(names: Names, name: string): Readonly<Record<string, string>> {
  const person = names.person(name);
  return person === undefined ? {} : { corresp: person };
}

/** Words of the editor have no place in the raw text. */
function withoutPlaces(nodes: readonly Inline[]): readonly Inline[] {
  return nodes.map((node) =>
    node.element === 'text'
      ? { element: 'text', text: node.text }
      : ({ ...node, children: withoutPlaces(node.children as readonly Inline[]) } as Inline),
  );
}

function text(words: string): Inline {
  return { element: 'text', text: words };
}

function supplySource(built: Built, { source }: SuppliedDocument): Built {
  const own = built.facts.source;
  // The number of a cable cites it only where there is no source note.
  if (source === undefined || (own !== undefined && own.text !== (built.facts.message ?? ''))) return built;
  const note: Inline = { element: 'note', attributes: { type: 'source', ...EDITOR }, children: [text(source)] };
  let isPlaced = false;
  const blocks = built.blocks.map((block): Block => {
    if (block.element !== 'head' || isPlaced) return block;
    isPlaced = true;
    return { ...block, children: [...block.children, note] };
  });
  const reading = withMarkingsOf(own?.reading, readSourceNote(source));
  return { blocks, facts: { ...built.facts, source: { text: source, reading } } };
}

/** The reading of a source note, with the markings that the document itself bears where the note has none. */
function withMarkingsOf(own: SourceReading | undefined, note: SourceReading): SourceReading {
  if (own === undefined) return note;
  const classification = note.classification ?? own.classification;
  return {
    ...note,
    ...(classification === undefined ? {} : { classification }),
    handling: note.handling.length > 0 ? note.handling : own.handling,
    precedence: note.precedence.length > 0 ? note.precedence : own.precedence,
  };
}

function supplyDateline(built: Built, supplied: SuppliedDocument): Built {
  const { place, date, when } = supplied;
  if (built.facts.dateline?.date !== undefined && built.facts.dateline.date.undated !== true) {
    return when === undefined ? built : overrideDate(built, when);
  }
  if (place === undefined && date === undefined && when === undefined) return built;
  const words = date ?? when ?? '';
  const reading: DateReading | undefined = words === '' ? undefined : readDate(words);
  const fact: DateReading = {
    ...(when === undefined ? (reading ?? {}) : { when }),
    span: { start: 0, end: words.length },
  };
  const children: Inline[] = [];
  if (place !== undefined) children.push({ element: 'placeName', attributes: {}, children: [text(place)] });
  if (place !== undefined && words !== '') children.push(text(', '));
  if (words !== '') children.push({ element: 'date', attributes: dateAttributes(fact), children: [text(words)] });
  children.push(text('.'));
  const dateline: Dateline = { element: 'dateline', attributes: EDITOR, children };
  const line = `${place === undefined ? '' : `${place}, `}${words}`;
  const facts: Facts = {
    ...built.facts,
    isDatelineSupplied: true,
    dateline: {
      text: line,
      ...(place === undefined ? {} : { place: { start: 0, end: place.length } }),
      ...(words === '' ? {} : { date: { ...fact, span: { start: line.length - words.length, end: line.length } } }),
    },
  };
  return { blocks: withDateline(built.blocks, dateline), facts };
}

/** The editor's date in place of the one that the words seem to say. */
function overrideDate(built: Built, when: string): Built {
  const { dateline } = built.facts;
  if (dateline?.date === undefined) return built;
  let isDone = false;
  const override = <Node extends DocumentNode>(node: Node): Node => {
    if (isDone || node.element === 'text' || node.element === 'note' || node.element === 'frus:attachment') return node;
    if (node.element === 'date') {
      isDone = true;
      return { ...node, attributes: { when, ...EDITOR } };
    }
    return { ...node, children: (node.children as readonly DocumentNode[]).map(override) };
  };
  const blocks = built.blocks.map((block) => (HAS_DATE.has(block.element) ? override(block) : block));
  const { span } = dateline.date;
  return {
    blocks,
    facts: { ...built.facts, isDateSupplied: true, dateline: { ...dateline, date: { when, span } } },
  };
}

/** Where the document's own date stands: in its heading, its opener, its closer, or the `DATE:` of a memorandum. */
const HAS_DATE: ReadonlySet<string> = new Set(['head', 'opener', 'closer', 'list', 'p']);

/** The dateline goes first into the opener, which stands after the heading. */
function withDateline(blocks: readonly Block[], dateline: Dateline): readonly Block[] {
  const at = blocks.findIndex((block) => block.element === 'opener');
  const existing = blocks[at];
  if (existing?.element === 'opener') {
    const opener: Opener = { ...existing, children: [dateline, ...existing.children] };
    return blocks.with(at, opener);
  }
  const head = blocks.findIndex((block) => block.element === 'head');
  const opener: Opener = { element: 'opener', attributes: {}, children: [dateline] };
  return blocks.toSpliced(head + 1, 0, opener);
}

/** A signature that was read below certainty and that the editor confirms. */
function withSureSignature(built: Built): Built {
  const blocks = built.blocks.map((block): Block => {
    if (block.element !== 'closer') return block;
    const children = block.children.map((child) => {
      if (child.element !== 'signed') return child;
      const { cert: _, ...attributes } = child.attributes;
      return { ...child, attributes };
    });
    return { ...block, children };
  });
  return { ...built, blocks };
}

function supplySignature(built: Built, { signed }: SuppliedDocument, names: Names): Built {
  if (signed === undefined) return built;
  if ((built.facts.signed ?? []).length > 0)
    return built.facts.signed?.includes(signed) ? withSureSignature(built) : built;
  const element: Signed = {
    element: 'signed',
    attributes: EDITOR,
    children: [{ element: 'persName', attributes: corresp(names, signed), children: [text(signed)] }],
  };
  const attachment = built.blocks.findIndex((block) => block.element === 'frus:attachment');
  const end = attachment < 0 ? built.blocks.length : attachment;
  const at = built.blocks.slice(0, end).findLastIndex((block) => block.element === 'closer');
  const existing = built.blocks[at];
  const blocks: readonly Block[] =
    existing?.element === 'closer'
      ? built.blocks.with(at, { ...existing, children: [...existing.children, element] } satisfies Closer)
      : built.blocks.toSpliced(end, 0, { element: 'closer', attributes: {}, children: [element] });
  return { blocks, facts: { ...built.facts, signed: [signed] } };
}
