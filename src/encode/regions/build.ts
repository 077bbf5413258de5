import { readHeading } from '../../grammar/heading.js';
import { isSourceNote } from '../../grammar/source-prefix.js';
import type { Attachment, Block, DocumentNode, Head, Note, Postscript } from '../../model/document.js';
import { append } from '../../model/list.js';
import type { SettledLine } from '../../model/manifest.js';
import type { Span } from '../../model/position.js';
import type { Settlement } from '../page/settled-lines.js';
import { type Strand, weave } from '../page/strand.js';
import { attachmentStarts, isAttachmentLabel, isInnerHeading } from './constructs/attachment.js';
import { closer } from './constructs/closer-block.js';
import { type Closing, findClosing, type KnownSignature, knownClosing } from './constructs/find-closing.js';
import { headLines } from './constructs/head-lines.js';
import { paragraph } from './constructs/paragraph.js';
import { postscriptStarts } from './constructs/postscript.js';
import { settledHeading } from './constructs/section-heading.js';
import { attachmentOpening, body } from './constructs.js';
import type { Construct, Context, Facts, Recognition } from './context.js';
import { datelineAnnotations, leadingPages, nameAnnotation } from './elements.js';
import { type Settled, withSettledLines } from './settled.js';

/** The blocks of a document, and what was found out about it. */
export interface Built {
  readonly blocks: readonly Block[];
  readonly facts: Facts;
}

/** What `encode` gives to every recogniser. */
export type Tools = Pick<
  Context,
  | 'annotate'
  | 'person'
  | 'drop'
  | 'part'
  | 'report'
  | 'startsGroup'
  | 'calls'
  | 'areNotesKnown'
  | 'isHeadSupplied'
  | 'isWritten'
> & {
  readonly inText?: readonly Construct[];
  /** What the manifest says of lines. */
  readonly settled?: readonly Settlement[];
  /** What it says of the strands that were made of them. */
  readonly kinds?: ReadonlyMap<Strand, SettledLine>;
  readonly signature?: KnownSignature;
};

/** What a shape of raw texts has of its own. */
export interface ShapeOfDocument {
  /** What may open a document of this shape. */
  readonly opening: readonly Construct[];
  /** What its text may hold besides what every text may. */
  readonly inText?: readonly Construct[];
  /** Notes without a call. */
  readonly uncalled?: readonly Note[];
  /** What stands after the last word. */
  readonly trailing?: readonly Block[];
  readonly startsGroup?: (at: number) => boolean;
  /** The strand that is the signature, or that there is none, where the shape knows it; else it is looked for at the end. */
  readonly signature?: KnownSignature;
}

/** Builds the blocks of a document from its strands by the registry of constructs. */
export function build(lines: readonly Strand[], shape: ShapeOfDocument, offered: Tools): Built {
  const { opening, uncalled = [], trailing = [], startsGroup } = shape;
  const settled = withSettledLines(lines, offered.settled ?? []);
  const { strands, kinds } = settled;
  const tools: Tools = {
    ...offered,
    kinds,
    ...(startsGroup === undefined
      ? {}
      : { startsGroup: (at: number) => isOwn(settled, at) || startsGroup(settled.origins[at] ?? at) }),
    ...(shape.inText === undefined ? {} : { inText: shape.inText }),
    ...(shape.signature === undefined ? {} : { signature: asCut(shape.signature, settled) }),
  };
  const { heading, more } = headLines((line) => strands[line]?.text ?? '', strands.length);
  const starts = attachmentStarts(strands, heading + more + 2);
  const end = starts[0] ?? strands.length;
  const main = buildPart(strands, 0, end, opening, tools);
  const attachments = starts.map((start, index) =>
    buildAttachment(strands, start, starts[index + 1] ?? strands.length, tools),
  );
  return {
    blocks: withOneSource([...withNotes([...main.blocks, ...attachments], uncalled), ...settled.trailing, ...trailing]),
    facts: main.facts,
  };
}

/** The known signature among strands that were cut or joined as the editor says. */
function asCut(signature: KnownSignature, { origins }: Settled): KnownSignature {
  return signature === 'none' ? signature : { ...signature, at: origins.lastIndexOf(signature.at) };
}

/** Whether the editor says that something of its own begins with a strand, or cut it from the one before. */
function isOwn({ strands, kinds, origins }: Settled, at: number): boolean {
  const strand = strands[at];
  return strand !== undefined && (kinds.has(strand) || (at > 0 && origins[at] === origins[at - 1]));
}

/** A document, or an attachment after its label: opening, text, closing. */
function buildPart(
  strands: readonly Strand[],
  from: number,
  end: number,
  openings: readonly Construct[],
  tools: Tools,
): Built {
  const postscripts = postscriptStarts(strands, from + 1, end);
  const main = buildMain(strands, from, postscripts[0] ?? end, openings, tools);
  const after = postscripts.flatMap((start, index) =>
    postscriptBlocks(buildMain(strands, start, postscripts[index + 1] ?? end, [], tools).blocks),
  );
  return { blocks: [...main.blocks, ...after], facts: main.facts };
}

/** Blocks as a postscript; what is of the page stands between two parts of it. */
function postscriptBlocks(blocks: readonly Block[]): readonly Block[] {
  const made: Block[] = [];
  for (const block of blocks) {
    const last = made.at(-1);
    if (block.element === 'fw' || block.element === 'note') made.push(block);
    else if (last?.element === 'postscript') {
      made[made.length - 1] = { ...last, children: [...last.children, block as Postscript['children'][number]] };
    } else if (block.element === 'p' || block.element === 'list' || block.element === 'table') {
      made.push({ element: 'postscript', attributes: {}, children: [block] });
    } else made.push(block);
  }
  return made;
}

/** A document without its postscripts, or one of these. */
function buildMain(
  strands: readonly Strand[],
  from: number,
  end: number,
  openings: readonly Construct[],
  tools: Tools,
): Built {
  const blocks: Block[] = [];
  let facts: Facts = {};
  let at = from;
  const take = (recognition: Recognition): void => {
    append(blocks, recognition.blocks);
    facts = merged(facts, recognition.facts ?? {});
    at = recognition.next;
  };
  // What a construct drops counts only where it recognises what it looks at.
  let dropping: Span[] = [];
  let parting: number[] = [];
  const kindAt = (index: number): SettledLine | undefined => tools.kinds?.get(strands[index] ?? NO_STRAND);
  const isText = (index: number): boolean => kindAt(index) === 'paragraph' || kindAt(index) === 'heading';
  const opened: Context = {
    ...tools,
    strands,
    end: firstFrom(from, end, isText),
    drop: (span) => dropping.push(span),
    part: (offset) => parting.push(offset),
  };
  const attempt = (construct: Construct, context: Context): Recognition | undefined => {
    dropping = [];
    parting = [];
    const recognition = construct.recognise(context, at);
    if (recognition === undefined) return undefined;
    for (const span of dropping) tools.drop(span);
    for (const offset of parting) tools.part(offset);
    return recognition;
  };
  for (const construct of openings) {
    const recognition = at < opened.end ? attempt(construct, opened) : undefined;
    if (recognition !== undefined) take(recognition);
  }
  const found = closingOf(strands, at, end, tools);
  // A closer follows text (TEI P5, content of div); lines that stand alone are the text.
  const hasText =
    found.start > at || kindAt(found.start) === 'signature' || blocks.some((block) => block.element === 'list');
  const closing = hasText ? found : { start: end };
  const context: Context = { ...opened, end: closing.start };
  const inText = tools.inText === undefined ? body : [...tools.inText, ...body];
  while (at < closing.start) {
    const here = at;
    const constructs = isText(at) ? [kindAt(at) === 'heading' ? settledHeading : paragraph] : inText;
    for (const construct of constructs) {
      const recognition = attempt(construct, context);
      if (recognition === undefined) continue;
      take(recognition);
      break;
    }
    if (at === here) throw new Error(`No construct takes the line at ${here}.`);
  }
  const closed = closer(context, closing, end);
  if (closed !== undefined) take(closed);
  return { blocks, facts };
}

/** The closing, as the editor says, as the shape of the text knows it, or as its lines show it. */
function closingOf(strands: readonly Strand[], from: number, end: number, tools: Tools): Closing {
  const kindAt = (index: number): SettledLine | undefined => tools.kinds?.get(strands[index] ?? NO_STRAND);
  const signature = firstFrom(from, end, (index) => kindAt(index) === 'signature');
  if (signature < end) return { start: signature, signature: { from: signature, to: end } };
  let begin = from;
  for (let index = from; index < end; index++)
    if (kindAt(index) === 'paragraph' || kindAt(index) === 'heading') begin = index + 1;
  if (tools.signature !== undefined && begin < end) return knownClosing(tools.signature, end);
  return findClosing(strands, begin, end);
}

const NO_STRAND: Strand = { text: '', pieces: [], milestones: [] };

/** The first index from one on of which something holds; the end where it holds of none. */
function firstFrom(from: number, end: number, holds: (index: number) => boolean): number {
  for (let index = from; index < end; index++) if (holds(index)) return index;
  return end;
}

/** Facts with those of what follows: a dateline or a file at the end counts only where there is none at the beginning, a note that says “Source:” always. */
function merged(known: Facts, { to: toAtEnd, source: sourceAtEnd, ...more }: Facts): Facts {
  const { dateline = more.dateline, heading } = known;
  const isFirst = known.source === undefined || isSourceNote(sourceAtEnd?.text ?? '');
  const source = isFirst ? (sourceAtEnd ?? known.source) : known.source;
  // The heading names whom the document is to; where there is none it may be the address at its foot.
  const to = known.to ?? (heading === undefined ? toAtEnd : undefined);
  return {
    ...known,
    ...more,
    ...(dateline === undefined ? {} : { dateline }),
    ...(source === undefined ? {} : { source }),
    ...(to === undefined ? {} : { to }),
  };
}

/** An attachment: its label, its heading, and a part. */
function buildAttachment(strands: readonly Strand[], start: number, end: number, tools: Tools): Attachment {
  const blocks: Block[] = [];
  let at = start;
  const label = strands[at];
  if (label !== undefined && isAttachmentLabel(label.text)) {
    const { pages, rest } = leadingPages(label);
    const seg = { element: 'seg', attributes: {}, children: weave(rest) } as const;
    append(blocks, [...pages, { element: 'opener', attributes: {}, children: [seg] }]);
    at++;
  }
  const heading = strands[at];
  if (heading !== undefined && at < end && isInnerHeading(heading.text)) {
    const { pages, rest } = leadingPages(heading);
    append(blocks, [...pages, innerHead(rest)]);
    at++;
  }
  append(blocks, buildPart(strands, at, end, attachmentOpening, tools).blocks);
  return { element: 'frus:attachment', attributes: {}, children: blocks };
}

function innerHead(strand: Strand): Head {
  const { correspondents, dateline } = readHeading(strand.text);
  const annotations = [
    ...correspondents.map((c) => nameAnnotation(c.span, c.element)),
    ...(dateline === undefined ? [] : datelineAnnotations(dateline)),
  ];
  return { element: 'head', attributes: {}, children: weave(strand, annotations) };
}

/** Where a note says “Source:”, the file number before the heading is a note like others: a document has one source note. */
function withOneSource(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(hasSource)) return blocks;
  return blocks.map((block) => {
    if (block.element === 'head') return { ...block, children: block.children.map(untyped) };
    return block.element === 'note' ? untyped(block) : block;
  });
}

/** An inline note that is a source note no more; any other element as it is. */
function untyped<Node extends DocumentNode>(node: Node): Node {
  const isFile = node.element === 'note' && node.attributes.rend === 'inline' && node.attributes.type === 'source';
  return isFile ? { ...node, attributes: { rend: 'inline' } } : node;
}

function hasSource(node: DocumentNode): boolean {
  if (node.element === 'text' || node.element === 'frus:attachment') return false;
  if (node.element === 'note') return node.attributes.type === 'source' && node.attributes.rend !== 'inline';
  return (node.children as readonly DocumentNode[]).some(hasSource);
}

/**
 * Notes without a call: the source note to the heading that it belongs to, others to the end of the document's own text, which is before what is attached to it: after an
 * attachment only further ones follow.
 */
export function withNotes(blocks: readonly Block[], uncalled: readonly Note[]): readonly Block[] {
  const source = uncalled.filter((note) => note.attributes.type === 'source');
  const others = uncalled.filter((note) => note.attributes.type !== 'source');
  const placed = blocks.map((block) =>
    block.element === 'head' ? { ...block, children: [...block.children, ...source] } : block,
  );
  const hasHead = blocks.some((block) => block.element === 'head');
  const attached = blocks.findIndex((block) => block.element === 'frus:attachment');
  const end = attached === -1 ? blocks.length : attached;
  return [...placed.slice(0, end), ...(hasHead ? [] : source), ...others, ...placed.slice(end)];
}
