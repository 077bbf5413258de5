import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { type EncodedDocument, encode } from '../../src/encode/encode.js';
import type { Block, DocumentNode } from '../../src/model/document.js';
import { SourceFile } from '../../src/model/source-file.js';

/** What the encoder makes of the text of one cable. */
export interface EncodedCable {
  /** How many documents it sees in the text. */
  readonly documents: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly document: EncodedDocument | undefined;
  readonly blocks: readonly Block[];
  /** Who drafted, approved or cleared. */
  acts(key: string): readonly string[];
}

export function encodedCable(text: string): EncodedCable {
  const { value = [], diagnostics } = encode(new SourceFile('cable.txt', text));
  const [document] = value;
  return {
    documents: value.length,
    diagnostics,
    document,
    blocks: document?.div.children ?? [],
    acts: (key) =>
      (document?.header.source?.acts ?? [])
        .filter((act) => act.key === key)
        .flatMap(({ persons }) => persons.map(({ name }) => name)),
  };
}

/** The words of a node without what the sheet bears. */
export function words(node: DocumentNode): string {
  if (node.element === 'text') return node.text;
  if (node.element === 'fw' || node.element === 'pb' || node.element === 'lb') return ' ';
  return (node.children as readonly DocumentNode[]).map(words).join('');
}

/** The paragraphs of the text, white space evened. */
export function paragraphs(blocks: readonly Block[]): readonly string[] {
  return blocks.filter(({ element }) => element === 'p').map((block) => words(block).replace(/\s+/g, ' ').trim());
}
