import { type Diagnostic, diagnostic, type Result } from '../../diagnostics/diagnostic.js';
import { times } from '../../diagnostics/words.js';
import { append } from '../../model/list.js';
import { MarkedFile, type MarkedSection, NO_FRONT_MATTER } from '../../model/marked-text.js';
import type { SourceFile } from '../../model/source-file.js';
import { type MarkdownNode, readMarkdown } from '../markdown.js';
import { type LeftOut, markdownTree } from './from-markdown.js';
import { frontBlocks, readFrontMatter } from './front-matter.js';
import { firstDifference } from './words.js';
import { writeMarked } from './write.js';

/** A text in Markdown, each section from its front matter to the next, proven to have all words of the file; no value where it cannot be read as Markdown. */
export function readMarkdownText(source: SourceFile): Result<MarkedFile> {
  const blocks = frontBlocks(source.text);
  const firsts = blocks[0]?.start === 0 ? blocks : [undefined, ...blocks];
  const place = (offset: number): Diagnostic['place'] => ({ file: source.path, start: source.positionAt(offset) });
  const sections: MarkedSection[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, block] of firsts.entries()) {
    const front = block === undefined ? NO_FRONT_MATTER : readFrontMatter(source.text, block);
    const shift = block?.end ?? 0;
    const text = source.text.slice(shift, firsts[index + 1]?.start);
    const root = readMarkdown(text);
    const hindrance = Object.keys(HINDRANCES).flatMap((type) => find(root, type) ?? [])[0];
    if (hindrance !== undefined) {
      const reason = HINDRANCES[hindrance.type] ?? '';
      return { diagnostics: [diagnostic('EN093', { reason }, place(shift + hindrance.offset))] };
    }
    const { tree, words, leftOut } = markdownTree(root, text);
    const written = writeMarked(source.path, tree, { source, shift });
    const lost = firstDifference(words, written.words);
    if (lost !== undefined) return { diagnostics: [diagnostic('EN092', lost, place(shift))] };
    sections.push({ text: written.text, front });
    append(
      diagnostics,
      told(leftOut, (offset) => place(shift + offset)),
    );
  }
  return { value: new MarkedFile(source.path, source.text, sections), diagnostics };
}

const EXCERPT = 60;

/** What was left out: each picture and each comment at its place, for their words are nowhere else; addresses and tags once, at the first. */
function told(leftOut: readonly LeftOut[], place: (offset: number) => Diagnostic['place']): readonly Diagnostic[] {
  const apart = leftOut
    .filter(({ kind }) => kind === 'picture' || kind === 'comment')
    .map(({ kind, words, offset }) => diagnostic('EN095', { kind, words: excerpt(words) }, place(offset)));
  const others = (['address of a link', 'tag of HTML'] as const).flatMap((kind) => {
    const [first, ...more] = leftOut.filter((one) => one.kind === kind);
    if (first === undefined) return [];
    const facts = { kind, words: excerpt(first.words), times: times(more.length + 1) };
    return diagnostic('EN096', facts, place(first.offset));
  });
  return [...apart, ...others];
}

function excerpt(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
}

/** Why a text cannot be read, by the node that stands in its place. */
const HINDRANCES: Readonly<Record<string, string>> = {
  tooManyMarks: 'a paragraph has more than 5,000 signs of emphasis, links and the like',
  tooManyUnderlines:
    'more than 3,000 headings are marked by a line of signs below them; mark them with # before their words',
  tooManyUnmarked:
    'more than 5,000 lines of a list or a quotation follow each other without a blank line or a sign of their own',
  tooManyReturns:
    'more than 3,000 items of lists follow items or quotations that stand deeper; part the text into several files',
  tooDeep: 'lists and quotations stand more than 50 deep in each other',
};

function find(node: MarkdownNode, type: string): MarkdownNode | undefined {
  if (node.type === type) return node;
  for (const child of node.children) {
    const found = find(child, type);
    if (found !== undefined) return found;
  }
  return undefined;
}
