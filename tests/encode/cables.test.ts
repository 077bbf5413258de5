import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import type { Block, DocumentNode } from '../../src/model/document.js';
import { SourceFile } from '../../src/model/source-file.js';
import { type CableFields, type CableLayout, fields, layout, precedenceWords, typed } from './cable-texts.js';

/** The words of a node without what the sheet bears. */
function words(node: DocumentNode): string {
  if (node.element === 'text') return node.text;
  if (node.element === 'fw' || node.element === 'pb') return ' ';
  if (node.element === 'lb') return ' ';
  return (node.children as readonly DocumentNode[]).map(words).join('');
}

function paragraphs(blocks: readonly Block[]): readonly string[] {
  return blocks.filter(({ element }) => element === 'p').map((block) => words(block).replace(/\s+/g, ' ').trim());
}

function lists(blocks: readonly Block[], label: RegExp): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.element !== 'list' || !label.test(words(block.children[0] as DocumentNode))) return [];
    return block.children.slice(1).map((item) =>
      words(item)
        .replace(/\s+/g, ' ')
        .replace(/^[A-Z]\. |[;,]$/g, '')
        .trim(),
    );
  });
}

const official = (name: string): string => name.slice(name.indexOf(':') + 1);

/** What the encoder reads in a cable as the fields that it was typed from. */
function read(text: string): Record<string, unknown> {
  const { value = [], diagnostics } = encode(new SourceFile('cable.txt', text));
  const [document] = value;
  const { facts, header, div } = document ?? {};
  const blocks = div?.children ?? [];
  const acts = (key: string): readonly string[] =>
    (header?.source?.acts ?? [])
      .filter((act) => act.key === key)
      .flatMap(({ persons }) => persons.map(({ name }) => name));
  return {
    documents: value.length,
    lost: diagnostics.filter(({ code }) => code === 'EN001').length,
    shape: document?.shape,
    from: header?.from?.map(({ name }) => name),
    to: header?.to?.map(({ name }) => name),
    info: header?.info?.map(({ name }) => name),
    precedence: header?.source?.precedence,
    when: facts?.dateline?.date?.when,
    classification: header?.source?.classification,
    message: facts?.message,
    handling: [...(header?.source?.handling ?? [])].sort(),
    subject: lists(blocks, /^SUBJ/).join(' '),
    references: lists(blocks, /^REF/),
    drafted: acts('drafted'),
    approved: acts('approved'),
    cleared: [...acts('cleared')].sort(),
    signed: facts?.signed,
    paragraphs: paragraphs(blocks),
  };
}

function wanted(cable: CableFields, how: CableLayout): Record<string, unknown> {
  // Only the heads that the Department's own telegrams have name who drafted them.
  const hasDrafting = how.head === 'archive' || how.head === 'situation-room';
  const names = (list: readonly (string | undefined)[]): readonly string[] =>
    hasDrafting ? list.flatMap((name) => (name === undefined ? [] : [official(name)])) : [];
  return {
    documents: 1,
    lost: 0,
    shape: 'cable',
    from: [cable.from],
    to: cable.to,
    info: cable.info,
    precedence: precedenceWords(cable.precedence),
    when: cable.when,
    classification: cable.classification,
    message: `${cable.station} ${cable.number}`,
    handling: [...cable.handling].sort(),
    subject: cable.subject,
    references: cable.references,
    drafted: names([cable.drafted]),
    approved: names([cable.approved]),
    cleared: [...names(cable.cleared)].sort(),
    signed: [cable.signed],
    paragraphs: cable.paragraphs.map((text, index) => (how.isNumbered ? `${index + 1}. ${text}` : text)),
  };
}

describe('a cable, typed in any of its layouts', () => {
  it('is read as what it was typed from', () => {
    fc.assert(
      fc.property(fields, layout, (cable, how) => {
        expect(read(typed(cable, how))).toEqual(wanted(cable, how));
      }),
      { numRuns: Number(process.env['CHANCERY_RUNS'] ?? 500), seed: Number(process.env['CHANCERY_SEED'] ?? 12) },
    );
  });

  it('and another after it, where both end with NNNN or begin a page of their own', () => {
    fc.assert(
      fc.property(fields, fields, layout, (first, second, how) => {
        fc.pre(first.number !== second.number && first.group !== second.group);
        const both = [first, second].map((cable) => typed(cable, { ...how, tail: 'nnnn' }));
        const { value = [] } = encode(new SourceFile('cables.txt', both.join('\n\n')));
        expect(value.map(({ facts }) => facts.message)).toEqual([first, second].map((c) => `${c.station} ${c.number}`));
      }),
      { numRuns: 150, seed: 12 },
    );
  });
});
