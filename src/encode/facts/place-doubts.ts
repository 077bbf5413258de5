import { isFileLine, isHeading } from '../../grammar/file-line.js';
import type { Block, DocumentNode, Head, Text } from '../../model/document.js';
import type { Built } from '../regions/build.js';
import { type Finding, finding, quoted } from './finding.js';

/** What stands where only a heading can: any heading will do to ask whether the line above would be a file's. */
const ANY_HEADING = 'Letter From Roe to Doe';

const LONGEST_SHORT = 70;
const EXCERPT = 60;
/** A sign that ends a word: `State1`, `Kennedy*`. */
const CALL_LIKE = /[\p{L}.)\]”"][*†‡§]{1,3}$|\p{Ll}[)\].”"]?(\d{1,2})$/u;
/** Letters that these genres have a signature under. */
const SIGNED_GENRES = /^(?:letter|telegram|despatch|airgram)$/;

/** What is doubtful about where the heading, the opening and the closing end: lines that stand there and were not understood. */
export function placeDoubts(start: number, { blocks, facts }: Built): readonly Finding[] {
  if (facts.heading?.genre === 'editorial-note') return [];
  const head = blocks.find((block) => block.element === 'head');
  return [
    ...(head === undefined ? [] : headDoubts(start, head)),
    ...openingDoubts(blocks, facts.dateline?.date !== undefined),
    ...closingDoubts(blocks, facts.heading?.genre ?? facts.genre ?? ''),
    ...signedDoubts(blocks),
  ];
}

function headDoubts(start: number, head: Head): readonly Finding[] {
  const { text, at = start } = wordsOf(head);
  const found: Finding[] = [];
  if (!isHeading(text) && isFileLine(text, ANY_HEADING))
    found.push(finding('EN101', { words: text.slice(0, EXCERPT) }, at, `source: ${quoted(text)}\nhead: …`));
  return [...found, ...callDoubt('heading', text, at)];
}

function callDoubt(part: string, text: string, at: number): readonly Finding[] {
  const call = CALL_LIKE.exec(text);
  if (call === null) return [];
  const label = call[1] ?? call[0].replace(/^./u, '');
  const words = text.slice(-EXCERPT);
  const before = text.slice(0, text.length - label.length).slice(-30);
  return [finding('EN104', { part, words, label }, at, `calls: { ${quoted(label)}: ${quoted(before)} }`)];
}

function signedDoubts(blocks: readonly Block[]): readonly Finding[] {
  return blocks.flatMap((block) =>
    block.element !== 'closer'
      ? []
      : block.children.flatMap((child) => {
          if (child.element !== 'signed') return [];
          const { text, at = 0 } = wordsOf(child);
          return callDoubt('signature', text, at);
        }),
  );
}

/** Short lines right under the heading, before the first paragraph, in a document whose date was not found. */
function openingDoubts(blocks: readonly Block[], isDated: boolean): readonly Finding[] {
  const body = blocks.filter(({ element }) => element !== 'head' && element !== 'note' && element !== 'pb');
  const first = body[0]?.element === 'opener' ? 1 : 0;
  const lines: { text: string; at?: number }[] = [];
  for (const block of body.slice(first)) {
    if (block.element !== 'p') break;
    const words = wordsOf(block);
    if (!isShort(words.text)) break;
    lines.push(words);
  }
  const [line] = lines;
  if (line?.at === undefined || lines.length === body.length - first) return [];
  // With a date, one short line is most often the heading of a section.
  if (isDated && lines.length < FEWEST_LINES) return [];
  return [finding('EN102', { words: line.text.slice(0, EXCERPT) }, line.at, isDated ? undefined : 'place: …\ndate: …')];
}

const FEWEST_LINES = 3;

/** A short line at the end of a letter or telegram that has no signature. */
function closingDoubts(blocks: readonly Block[], genre: string): readonly Finding[] {
  const end = blocks.findIndex(({ element }) => element === 'frus:attachment');
  const own = end < 0 ? blocks : blocks.slice(0, end);
  if (!SIGNED_GENRES.test(genre) || own.some(({ element }) => element === 'closer')) return [];
  const last = own.findLast(({ element }) => element !== 'pb' && element !== 'fw' && element !== 'note');
  if (last?.element !== 'p') return [];
  const { text, at } = wordsOf(last);
  if (at === undefined || !isShort(text) || !/^[\p{Lu}[(/]/u.test(text)) return [];
  return [finding('EN103', { words: text.slice(0, EXCERPT) }, at, `signed: ${quoted(text)}`)];
}

function isShort(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST_SHORT && !/[.?!:;”"’)\]…*–—-]$/.test(text);
}

/** The text of an element without its notes, and where it begins. */
function wordsOf(node: DocumentNode): { readonly text: string; readonly at?: number } {
  let text = '';
  let at: number | undefined;
  const collect = (one: DocumentNode): void => {
    if (one.element === 'text') {
      at ??= (one as Text).at;
      text += one.text;
    } else if (one.element === 'lb') text += ' ';
    else if (one.element !== 'note') for (const child of one.children as readonly DocumentNode[]) collect(child);
  };
  collect(node);
  return { text: text.trim(), ...(at === undefined ? {} : { at }) };
}
