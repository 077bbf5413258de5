import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { type MarkdownNode, readMarkdown } from '../../formats/markdown.js';
import { markdownTree } from '../../formats/marked/from-markdown.js';
import { firstDifference } from '../../formats/marked/words.js';
import { writeMarked } from '../../formats/marked/write.js';
import type { MarkedText } from '../../model/marked-text.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Finding } from '../facts/finding.js';
import type { Line } from '../page/segment.js';
import {
  type FrontMatter,
  frontMatterStarts,
  hasFrontMatter,
  NO_FRONT_MATTER,
  readFrontMatter,
} from './front-matter.js';

/** A part of a file in Markdown: what its front matter states, and the text after it. */
export interface MarkdownSection {
  readonly text: MarkedText;
  readonly front: FrontMatter;
  /** Places are offsets in the text as read. */
  readonly findings: readonly Finding[];
}

/** Whether a text is in Markdown: by the name of its file, or because it begins with front matter or with the signs of a heading. */
export function isMarkdown(path: string, lines: readonly Line[]): boolean {
  return (
    /\.(?:md|markdown|mdown|mkd)$/i.test(path) ||
    hasFrontMatter(lines) ||
    /^#{1,3} (?=.*\p{L}{3})/u.test(lines[0]?.text ?? '')
  );
}

/** The sections of a file in Markdown, each from its front matter to the next; what hinders, where it cannot be read as such. */
export function markdownSections(source: SourceFile, lines: readonly Line[]): readonly MarkdownSection[] | Diagnostic {
  const starts = frontMatterStarts(lines);
  const firsts = starts[0] === 0 ? starts : [0, ...starts];
  const place = (offset: number): Diagnostic['place'] => ({ file: source.path, start: source.positionAt(offset) });
  const sections: MarkdownSection[] = [];
  for (const [index, first] of firsts.entries()) {
    const after = firsts[index + 1];
    const front = first === 0 && starts[0] !== 0 ? NO_FRONT_MATTER : readFrontMatter(lines.slice(first, after));
    const shift = front.end;
    const text = source.text.slice(shift, after === undefined ? undefined : lines[after]?.start);
    const root = readMarkdown(text);
    const hindrance = find(root, 'tooManyMarks') ?? find(root, 'tooDeep');
    if (hindrance !== undefined) {
      const reason = hindrance.type === 'tooDeep' ? TOO_DEEP : TOO_MANY;
      return diagnostic('EN093', { reason }, place(shift + hindrance.offset));
    }
    const { tree, words } = markdownTree(root, text);
    const written = writeMarked(source.path, tree, { source, shift });
    const lost = firstDifference(words, written.words);
    if (lost !== undefined) return diagnostic('EN092', lost, place(shift));
    // The front matter is no part of the text as read: its places are those of the file.
    const findings = front.findings.map(
      (found): Finding =>
        () =>
          found(place),
    );
    sections.push({ text: written.text, front, findings });
  }
  return sections;
}

const TOO_DEEP = 'lists and quotations stand more than 50 deep in each other';
const TOO_MANY = 'a paragraph has more than 5,000 signs of emphasis, links and the like';

function find(node: MarkdownNode, type: string): MarkdownNode | undefined {
  if (node.type === type) return node;
  for (const child of node.children) {
    const found = find(child, type);
    if (found !== undefined) return found;
  }
  return undefined;
}
