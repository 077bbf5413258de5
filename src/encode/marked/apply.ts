import type { DocumentNode, Inline, Note, Text } from '../../model/document.js';
import { append, firstFrom } from '../../model/list.js';
import type { Emphasis } from '../../model/marked-text.js';
import type { Span } from '../../model/position.js';
import type { SourceFile } from '../../model/source-file.js';
import { type Finding, finding, quoted } from '../facts/finding.js';
import { withSource } from '../notes/noted-text.js';
import type { MovedNote } from '../proof/declared.js';
import { type Built, withNotes } from '../regions/build.js';
import { readSource } from '../regions/constructs/head.js';
import type { Context } from '../regions/context.js';
import { Alignment } from './alignment.js';
import { type MadeNote, makeNotes, movedOf, withSuppliedCall } from './marked-notes.js';
import type { Marks } from './readings.js';

/** A document with what the marks of its file say: each note at its call, each emphasis. */
export interface Marked {
  readonly built: Built;
  /** The notes, which stand elsewhere in the text. */
  readonly moved: readonly MovedNote[];
  readonly doubts: readonly Finding[];
}

/** Where a document stands, and what the editor says of it. */
export interface Stretch {
  /** The id of the document; the ids of its notes begin with it. */
  readonly id: string;
  readonly extent: Span;
  /** The words after which a note stands that nothing calls, by its label. */
  readonly calls: NonNullable<Context['calls']>;
}

/**
 * Puts notes and emphasis into the blocks of a document by the places of its words. The grammar has read the words without them, so that a label or a dateline is one
 * whether it is emphasised or not.
 */
export function applyMarks(
  built: Built,
  text: SourceFile,
  { markup, notes: found }: Marks,
  { id, extent, calls }: Stretch,
  annotate: Context['annotate'],
): Marked {
  const doubts: Finding[] = [];
  const notes = found.map((note) =>
    note.call === undefined ? withSuppliedCall(note, text, extent, calls, doubts) : note,
  );
  const made = makeNotes(text, notes, id, annotate);
  const called = made.filter((note) => note.call !== undefined).sort((a, b) => (a.call ?? 0) - (b.call ?? 0));
  const marker = new Marker(text.text, called, markup.emphasis);
  const blocks = built.blocks.map((block) => marker.node(block, 'none'));
  // A note can be called in another that nothing calls.
  const uncalled: MadeNote[] = [];
  const emphasised: Note[] = [];
  for (const note of made) {
    if (marker.placed.has(note.element)) continue;
    marker.placed.add(note.element);
    uncalled.push(note);
    emphasised.push(marker.node(note.element, 'keep'));
  }
  const source = made.find(
    ({ element }) => element.attributes.type === 'source' && !uncalled.some((note) => note.element === element),
  );
  const all: Built = {
    blocks: withNotes(blocks, emphasised),
    facts: source === undefined ? built.facts : { ...built.facts, source: readSource(source.element) },
  };
  for (const { label, at } of uncalled) {
    const words = text.text.slice(at, at + EXCERPT);
    doubts.push(finding('EN002', { label, text: words }, at, `calls: { ${quoted(label)}: "the words before it" }`));
  }
  return {
    built: withSource(all, { notes: made.map(({ element }) => element), uncalled: emphasised }),
    moved: movedOf(made),
    doubts,
  };
}

const EXCERPT = 60;

/** Where emphasis is kept: always; where it is not that of a whole line, which is how the line is set; or never, as of a label. */
type Keeping = 'keep' | 'part' | 'none';

const KEEPING: ReadonlyMap<string, Keeping> = new Map([
  ['p', 'keep'],
  ['item', 'keep'],
  ['cell', 'keep'],
  ['note', 'keep'],
  ['head', 'part'],
  ['dateline', 'none'],
  ['salute', 'part'],
  ['signed', 'none'],
  ['addrLine', 'part'],
  ['seg', 'part'],
  ['fw', 'none'],
]);

/** Elements at whose end a call stands behind them: it belongs to what it follows, not inside the name. */
const OF_WORDS: ReadonlySet<string> = new Set([
  'persName',
  'orgName',
  'gloss',
  'placeName',
  'date',
  'hi',
  'del',
  'term',
  'ref',
]);

/** Places notes and emphasis; the blocks are walked in the order of the text. */
class Marker {
  readonly placed = new Set<Note>();
  readonly #text: string;
  readonly #called: readonly MadeNote[];
  readonly #emphasis: readonly Emphasis[];

  constructor(text: string, called: readonly MadeNote[], emphasis: readonly Emphasis[]) {
    this.#text = text;
    this.#called = called;
    this.#emphasis = emphasis;
  }

  node<Node extends DocumentNode>(node: Node, keeping: Keeping, parent = ''): Node {
    if (node.element === 'text') return node;
    const own = node.element === 'head' && parent === 'list' ? 'none' : (KEEPING.get(node.element) ?? keeping);
    const children: DocumentNode[] = [];
    for (const child of node.children as readonly DocumentNode[]) {
      if (child.element === 'text') append(children, this.#words(child, own));
      else append(children, withNotesBehind(this.node(child, own, node.element)));
    }
    return { ...node, children } as Node;
  }

  /** Words with the emphasis and the calls that stand in them. */
  #words(node: Text, keeping: Keeping): readonly Inline[] {
    if (node.at === undefined || node.text === '') return [node];
    const places = new Alignment(this.#text, node.text, node.at);
    const end = places.end;
    const calls = this.#callsIn(node.at, end);
    const emphasis = keeping === 'none' ? [] : this.#emphasisIn(node.at, end, keeping);
    if (calls.length === 0 && emphasis.length === 0) return [node];
    const cuts = new Set([0, node.text.length]);
    const spans = emphasis.map((one) => ({ ...one, start: places.inText(one.start), end: places.inText(one.end) }));
    for (const { start, end: until } of spans) cuts.add(start).add(until);
    const behind = calls.map((note) => ({ note, at: places.inText(note.call ?? 0) }));
    for (const { at } of behind) cuts.add(at);
    const edges = [...cuts].sort((a, b) => a - b);
    const made: Inline[] = [];
    let nextCall = 0;
    let nextSpan = 0;
    /** The emphasis that reaches over the place, outermost first. */
    let around: typeof spans = [];
    for (const [index, edge] of edges.entries()) {
      for (; (behind[nextCall]?.at ?? Number.POSITIVE_INFINITY) <= edge; nextCall++) {
        const note = behind[nextCall]?.note.element;
        if (note === undefined) break;
        this.placed.add(note);
        made.push(this.node(note, 'keep'));
      }
      const next = edges[index + 1];
      if (next === undefined) break;
      around = around.filter(({ end }) => end > edge);
      for (; (spans[nextSpan]?.start ?? Number.POSITIVE_INFINITY) <= edge; nextSpan++) {
        const span = spans[nextSpan];
        if (span !== undefined && span.end > edge) around = [...around, span];
      }
      const words: Inline = { element: 'text', text: node.text.slice(edge, next), at: places.inRaw(edge) };
      made.push(around.reduceRight<Inline>((inner, one) => highlighted(inner, one.rend), words));
    }
    return made;
  }

  /** The notes that are called behind a character of a stretch. */
  #callsIn(start: number, end: number): readonly MadeNote[] {
    const from = firstFrom(this.#called, (note) => (note.call ?? 0) > start);
    const found: MadeNote[] = [];
    for (let at = from; at < this.#called.length && (this.#called[at]?.call ?? 0) <= end; at++) {
      const note = this.#called[at];
      if (note !== undefined && !this.placed.has(note.element)) found.push(note);
    }
    return found;
  }

  #emphasisIn(start: number, end: number, keeping: Keeping): readonly Emphasis[] {
    // Of those that begin before the stretch only one in which it stands can reach it; they nest a few deep.
    const from = firstFrom(this.#emphasis, (one) => one.start >= start);
    const found: Emphasis[] = [];
    for (let at = Math.max(0, from - DEEPEST); at < this.#emphasis.length; at++) {
      const one = this.#emphasis[at];
      if (one === undefined || one.start >= end) break;
      if (one.end > start && (keeping === 'keep' || !one.isWholeLine)) found.push(one);
    }
    return found;
  }
}

/** So deep emphasis stands in emphasis. */
const DEEPEST = 8;

function highlighted(inner: Inline, rend: string): Inline {
  return { element: rend === 'strikethrough' ? 'del' : 'hi', attributes: { rend }, children: [inner] };
}

/** An element of words without the notes at its end, and these behind it. */
function withNotesBehind(node: DocumentNode): readonly DocumentNode[] {
  if (!OF_WORDS.has(node.element) || node.element === 'text') return [node];
  const children = node.children as readonly DocumentNode[];
  let end = children.length;
  while (end > 0 && children[end - 1]?.element === 'note') end--;
  if (end === children.length || end === 0) return [node];
  return [{ ...node, children: children.slice(0, end) } as DocumentNode, ...children.slice(end)];
}
