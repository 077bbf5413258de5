import { escapeText } from '../../formats/xhtml.js';
import type { EncodedBlock, Run } from './encoded-text.js';
import type { ReviewedDocument } from './review.js';

/** What some runs are, said to those who do not see their colour. */
const SPOKEN: Readonly<Partial<Record<NonNullable<Run['as']>, string>>> = {
  furniture: 'page furniture',
  stamp: 'stamp',
  call: 'note',
  supplied: 'supplied by the editor',
  struck: 'struck through',
};

/** The text of a document as it was encoded, as HTML: each block with what it became and the line that it came from. */
export function encodedBlocks({ encoded }: ReviewedDocument, id: string): string {
  return encoded.map((block) => blockHtml(block, id)).join('\n');
}

function blockHtml({ kind, line, runs, depth }: EncodedBlock, id: string): string {
  const where = line === undefined ? '' : `, <a href="#${id}-l${line}">line ${line}</a>`;
  const words = runs.map(runHtml).join('');
  const look = `is-${kind.replace(/ \d.*$/, '').replace(/[^a-z]+/g, '-')}`;
  return `<div class="block ${look}${depth > 0 ? ' depth' : ''}"><span class="kind">${escapeText(kind)}${where}</span><p class="words">${words}</p></div>`;
}

function runHtml({ text, as }: Run): string {
  const words = escapeText(text);
  if (as === undefined) return words;
  const spoken = SPOKEN[as];
  const said = spoken === undefined ? '' : `<span class="spoken">${spoken}: </span>`;
  return `<span class="${as}">${said}${words}</span>`;
}
