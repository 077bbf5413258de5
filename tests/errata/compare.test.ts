import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Changes, SectionChange } from '../../src/errata/changes.js';
import { isSame } from '../../src/errata/changes.js';
import { compareVolumes } from '../../src/errata/compare.js';
import { listing } from '../../src/errata/listing.js';
import { errataPage } from '../../src/errata/page.js';
import { differences } from '../../src/errata/sequences.js';
import type { SectionState, VolumeState } from '../../src/errata/state.js';
import { renumberings } from '../../src/errata/words.js';
import { runs } from '../runs.js';
import { type Edit, edited, statesOf } from './states.js';

/** What each edit is to be told as. */
const TOLD: Readonly<Partial<Record<Edit, (change: SectionChange) => unknown>>> = {
  word: ({ text: [one] }) => one?.after === 'fresh' && one.before !== '',
  insert: ({ text: [one] }) => one?.after === 'fresh' && one.before === '',
  delete: ({ text: [one] }) => one?.after === '',
  note: ({ notes: [one] }) => one?.kind === 'changed' && one.text.length === 1,
  'note added': ({ notes: [one] }) => one?.kind === 'added' && one.words === 'something fresh and unheard of',
  'note removed': ({ notes: [one] }) => one?.kind === 'removed' && one.label === '1',
  fact: ({ facts: [one] }) => one?.after === 'Top Secret',
  tag: ({ markup: [one] }) => one?.after[0] === '<hi rend="bold">',
  call: ({ notes: [one] }) => one?.kind === 'moved' && one.label === '1',
};

const count = ({ text, notes, facts, markup }: SectionChange): number =>
  text.length + notes.length + facts.length + markup.length;

function expectTold(change: SectionChange | undefined, was: string | undefined, edit: Edit): void {
  const told = TOLD[edit];
  expect(change?.renumbered?.id).toBe(was);
  expect(change?.moved).toBeUndefined();
  expect(change === undefined ? 0 : count(change), edit).toBe(told === undefined ? 0 : 1);
  if (told !== undefined && change !== undefined) expect(told(change), edit).toBe(true);
}

describe('an errata list', () => {
  it('tells every edit, and nothing else', () => {
    fc.assert(
      fc.property(edited, (what) => {
        const { before, after, numbers } = statesOf(what);
        const changes = compareVolumes(before, after);
        expect(changes.added.map(({ id }) => id)).toEqual(idsOf(numbers, 'added'));
        expect(changes.removed.map(({ id }) => id)).toEqual(idsOf(numbers, 'removed'));
        const byId = new Map(changes.changed.map((change) => [change.id, change]));
        for (const { old, now, draft } of numbers)
          if (old !== undefined && now !== undefined)
            expectTold(byId.get(`d${now}`), old === now ? undefined : `d${old}`, draft.edit);
        const now = new Set(after.sections.map(({ id }) => id));
        for (const alias of changes.aliases) expect(alias.isFree).toBe(!now.has(alias.id));
        expect(listing(changes) === 'Nothing is different.').toBe(isSame(changes));
      }),
      { numRuns: runs(120) },
    );
  });

  it('of a volume and itself is empty', () => {
    fc.assert(
      fc.property(edited, (what) => {
        const { after } = statesOf(what);
        const changes = compareVolumes(after, after);
        expect(isSame(changes) && changes.aliases.length === 0).toBe(true);
      }),
    );
  });

  it('tells which documents have moved, and of none that has only made room', () => {
    const section = (id: string, chapter: string): SectionState => ({
      id,
      isDocument: true,
      title: id,
      within: { id: chapter, head: `Chapter ${chapter}` },
      facts: new Map(),
      words: [`words`, 'of', id],
      notes: [],
      tags: [],
    });
    const volume = (...sections: SectionState[]): VolumeState => ({ id: 'v', title: 'V', facts: new Map(), sections });
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => section(id, '1')) as [
      SectionState,
      SectionState,
      SectionState,
      SectionState,
    ];
    const moved = ({ changed }: Changes): readonly string[] =>
      changed.filter((one) => one.moved !== undefined).map(({ id }) => id);
    expect(moved(compareVolumes(volume(a, b, c, d), volume(b, c, d, a)))).toEqual(['a']);
    expect(moved(compareVolumes(volume(a, b, c, d), volume(a, b, section('c', '2'), d)))).toEqual(['c']);
  });

  it('writes ids that follow one another as one line', () => {
    const change = (old: string, id: string): SectionChange => ({
      id,
      title: id,
      isDocument: true,
      renumbered: { id: old },
      text: [],
      notes: [],
      facts: [],
      markup: [],
    });
    expect(renumberings([change('d7', 'd8'), change('d8', 'd9'), change('d12', 'd11')])).toEqual([
      'd7–d8 → d8–d9',
      'd12 → d11',
    ]);
  });

  it('has a page whose words are the texts’ own, whatever they hold', () => {
    const { before, after } = statesOf({
      renumber: false,
      drafts: [
        {
          words: '<script>alert(1)</script> & more'.split(' ').concat(Array(20).fill('x')),
          notes: [['n']],
          secret: 'Secret',
          edit: 'fact',
        },
      ],
    });
    const page = errataPage(compareVolumes(before, after));
    expect(page).not.toContain('<script');
    expect(page).toContain('for “Secret” read “Top Secret”.');
  });
});

describe('the differences of two lists', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd.'), { maxLength: 40 });

  it('make the one of the other', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        expect(applied(before, after)).toEqual(after);
      }),
    );
  });

  it('come to an end where all is new', () => {
    const text = (seed: number): string[] =>
      Array.from({ length: 8000 }, (_, i) => `${(i * seed) % 9973}${i % 11 === 0 ? '.' : ''}`);
    expect(applied(text(7), text(13))).toEqual(text(13));
  });

  function applied(before: readonly string[], after: readonly string[]): readonly string[] {
    const made: string[] = [];
    let at = 0;
    for (const hunk of differences(before, after)) {
      for (; at < hunk.before[0]; at++) made.push(before[at] ?? '');
      for (const word of after.slice(...hunk.after)) made.push(word);
      at = hunk.before[1];
    }
    for (; at < before.length; at++) made.push(before[at] ?? '');
    return made;
  }
});

function idsOf(numbers: ReturnType<typeof statesOf>['numbers'], edit: Edit): readonly string[] {
  return numbers.filter(({ draft }) => draft.edit === edit).map(({ old, now }) => `d${old ?? now}`);
}
