import type { Block, PageContent, Paragraph, Part } from '../model/page-content.js';

/** A run of blocks between two forced page breaks, with the division that each block belongs to. */
export interface TextRunOfPages {
  readonly area: 'front' | 'body' | 'back';
  /** Begins on a right-hand page. */
  readonly recto: boolean;
  /** No folio and no running head on its pages. */
  readonly bare: boolean;
  readonly title: string;
  /** Stands at the foot of its page: the imprint. */
  readonly atFoot: boolean;
  /** How many columns its text is set in, below the heading. */
  readonly columns: number;
  readonly blocks: readonly { readonly block: Block; readonly part: Part; readonly chapter: string }[];
}

interface OpenRun {
  area: TextRunOfPages['area'];
  recto: boolean;
  bare: boolean;
  atFoot: boolean;
  title: string;
  columns: number;
  blocks: { block: Block; part: Part; chapter: string }[];
}

/**
 * Parts the book into runs. Title page, front sections, compilations, chapters and back sections begin a page; a chapter whose compilation's heading stands
 * alone before it shares its page. Documents follow one another.
 */
export function runsOf(content: PageContent): TextRunOfPages[] {
  const runs: OpenRun[] = [];
  for (const part of content.parts) walk(part, part.shortTitle ?? part.title, runs);
  return runs.filter((run) => run.blocks.length > 0);
}

const opening: ReadonlySet<string> = new Set([
  'titlepage',
  'front',
  'contents',
  'compilation',
  'chapter',
  'back',
  'index',
]);

function walk(part: Part, chapter: string, runs: OpenRun[]): void {
  const begins = opening.has(part.kind) && !onlyHeadsSoFar(runs.at(-1));
  const isWithin = part.kind === 'document' || part.kind === 'subchapter' || part.kind === 'section';
  const named = isWithin || part.title === '' ? chapter : (part.shortTitle ?? part.title);
  if (begins || runs.length === 0)
    runs.push({
      area: areaOf(part, runs.at(-1)),
      recto:
        part.overleaf !== true && (part.kind !== 'front' || runs.at(-1)?.area !== 'front' || part.id === 'preface'),
      bare: part.kind === 'titlepage',
      atFoot: part.overleaf === true,
      title: named,
      columns: part.kind === 'index' ? 2 : 1,
      blocks: [],
    });
  const run = runs.at(-1);
  if (run === undefined) return;
  for (const block of part.blocks) run.blocks.push({ block, part, chapter: named });
  for (const inner of part.parts) walk(inner, named, runs);
}

/** Whether the last run is a compilation of which only the heading has come. */
function onlyHeadsSoFar(run: OpenRun | undefined): boolean {
  return (
    run !== undefined &&
    run.blocks.length > 0 &&
    run.blocks.every(({ block, part }) => part.kind === 'compilation' && isHead(block))
  );
}

function areaOf(part: Part, before: OpenRun | undefined): TextRunOfPages['area'] {
  if (part.kind === 'titlepage' || part.kind === 'front' || part.kind === 'contents')
    return before === undefined || before.area === 'front' ? 'front' : 'back';
  if (part.kind === 'back' || part.kind === 'index') return 'back';
  return 'body';
}

function isHead(block: Block): block is Paragraph {
  return block.type === 'paragraph' && block.level !== undefined;
}
