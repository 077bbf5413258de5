import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../src/formats/package.js';
import { readBuildInput } from '../../src/pipeline/input.js';
import { enrichVolume } from '../../src/pipeline/volume.js';
import { presentVolumes } from '../search/volumes.js';

/** Facts that pages print as a record and readers search by, held against the headings and wordings of every volume that is here. */

const folder = packageFile('../shared/volumes');
const inputs = presentVolumes(safeList(folder));

function safeList(path: string): readonly string[] {
  try {
    return readdirSync(path)
      .filter((name) => name.endsWith('.xml'))
      .map((name) => basename(name, '.xml'));
  } catch {
    console.warn(`SKIPPED: ${path} is not there.`);
    return [];
  }
}

interface Parties {
  readonly id: string;
  readonly head: string;
  readonly sent: readonly string[];
  readonly received: readonly string[];
}

/** The headings of a volume's documents in plain words, with the persons whom their headers name as sender and receiver. */
function partiesIn(tei: string): readonly Parties[] {
  const heads = new Map<string, string>();
  for (const [, id = '', before = ''] of tei.matchAll(
    /<div\b(?=[^>]*type="document")[^>]*xml:id="([^"]+)"[^>]*>([\s\S]*?)<\/head>/g,
  ))
    heads.set(id, plain(before.slice(before.indexOf('<head'))));
  return [...tei.matchAll(/<correspDesc corresp="#([^"]+)">([\s\S]*?)<\/correspDesc>/g)].flatMap(
    ([, id = '', text = '']) => {
      const head = heads.get(id);
      const of = (type: string): readonly string[] =>
        [...text.matchAll(new RegExp(`<correspAction type="${type}">([\\s\\S]*?)</correspAction>`, 'g'))].flatMap(
          ([, action = '']) => [...action.matchAll(/<persName\b[^>]*>([^<]+)</g)].map(([, name = '']) => name),
        );
      return head === undefined ? [] : [{ id, head, sent: of('sent'), received: of('received') }];
    },
  );
}

function plain(markup: string): string {
  return markup
    .replace(/<note\b[\s\S]*?<\/note>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([),.])/g, '$1')
    .replace(/\( /g, '(')
    .trim();
}

const OFFICE = '(?:[A-Z]\\w+ ){0,4}(?:Assistant|Deputy|Aide|Adviser|Counselor|Secretary|Consultant|Officer)';

/** Whoever stands in the parenthesis of an office that somebody named before it serves: `Mr. Ann Roe, Assistant to the Adviser (Doe)`. */
const CHIEF = new RegExp(
  `(?:Mr|Mrs|Miss|Dr|Colonel|General|Captain)\\.? (?:[A-Z][\\w.’'-]* ?)+, (?:the )?${OFFICE} (?:to|of) the [\\w ,]+? \\(([^)]+)\\)`,
  'g',
);
/** `Diary Entry by the Ambassador to the United Kingdom (Bruce)`: nobody received it. Who is met in a conversation counts as the other party. */
const BY =
  /^(?:\d+\. )?(?:Diary Entry|Memorandum(?: of [\w ]+?)?|Report|Statement|Paper|Minutes),? (?:prepared )?by (?!.*\bwith\b)/i;

describe.each(inputs)('the header facts of %s', (path) => {
  it('take no sender or receiver from the parenthesis of another’s office, and one key for each classification', async () => {
    const { value: input } = await readBuildInput(path);
    if (input?.kind !== 'tei') throw new Error(`${path} cannot be read`);
    const tei = (await enrichVolume(input)).value?.source.text ?? '';
    const all = partiesIn(tei);
    expect(all.length).toBeGreaterThan(10);
    const wrong = all.flatMap(({ id, head, sent, received }) => {
      const chiefs = [...head.matchAll(CHIEF)].map(([, name]) => name);
      const named = [...sent, ...received].filter((name) => chiefs.includes(name));
      const tos = BY.test(head) ? head.replace(BY, '').replace(new RegExp(`${OFFICE} to `, 'g'), '') : 'to';
      const got = / to |^to/.test(tos) ? [] : received;
      return [...named, ...got].map((name) => `${join(basename(path), id)}: ${name} of “${head}”`);
    });
    expect(wrong).toEqual([]);
    const keys = new Map<string, Set<string>>();
    for (const [, key = '', words = ''] of tei.matchAll(
      /<classCode scheme="#classification"(?: ana="([^"]*)")?>([^<]*)</g,
    )) {
      const folded = words
        .toLowerCase()
        .replace(/[^a-z]+/g, ' ')
        .trim();
      keys.set(folded, (keys.get(folded) ?? new Set()).add(key));
    }
    // Every wording has a category, and the same wherever it stands.
    expect([...keys].filter(([, own]) => own.size > 1 || own.has('')).map(([words]) => words)).toEqual([]);
  });
});
