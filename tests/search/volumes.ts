/** Real volumes and the sampler as what is searched in, and queries made of their own words. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../../src/formats/package.js';
import { readBibliography } from '../../src/metadata/read-bibliography.js';
import {
  type FacetName,
  facetNames,
  type SearchableDocument,
  type SearchableVolume,
} from '../../src/model/searchable.js';
import { readBuildInput } from '../../src/pipeline/input.js';
import { assembleVolume, encodeFolder, enrichVolume } from '../../src/pipeline/volume.js';
import type { SearchRequest } from '../../src/search/search.js';
import { browsePages } from '../../src/transform/html/browse.js';
import { searchableOf } from '../../src/transform/html/searchable.js';
import { Site } from '../../src/transform/html/site.js';
import { splitIntoPages } from '../../src/transform/pages.js';
import { interpret } from '../../src/transform/pivot.js';
import { type Asked, isTrueOf, isWithin, type Paragraphs, paragraphsOf, writtenQuery } from './brute-force.js';

/** What can be searched in a folder with a manifest, or a TEI volume. */
export async function searchableIn(path: string): Promise<SearchableVolume> {
  const { value: input } = await readBuildInput(path);
  if (input === undefined) throw new Error(`${path} cannot be read`);
  const { value: volume } =
    input.kind === 'tei'
      ? await enrichVolume(input)
      : await assembleVolume(input, (await encodeFolder(input)).value ?? new Map(), (id) => `${id}.xml`);
  const pivot = volume && interpret(volume.source).value?.pivot;
  const bibliography = volume && readBibliography(volume.source, volume.name).value;
  if (pivot === undefined || bibliography === undefined) throw new Error(`${path} cannot be interpreted`);
  const site = new Site(pivot, splitIntoPages(pivot), bibliography);
  // The values of facets have the names that they have there.
  browsePages(site);
  return searchableOf(site);
}

/** Those volumes that this machine has; what is absent is said aloud. */
export function presentVolumes(names: readonly string[]): readonly string[] {
  return names
    .map((name) => packageFile(join('../shared/volumes', `${name}.xml`)))
    .filter((path) => {
      if (existsSync(path)) return true;
      console.warn(`SKIPPED: ${path} is not there.`);
      return false;
    });
}

/** A request, and what it asks as the test has made it. */
export interface Case {
  readonly request: SearchRequest;
  readonly asked: Asked | undefined;
}

/** Numbers that look like chance, the same each time (a linear congruential generator, with the constants of Numerical Recipes). */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Requests of all kinds, made of words, phrases, days and facets of the volume: what is sought is there, and beside it what may not be. */
export function casesFrom(
  { documents }: SearchableVolume,
  stopWords: ReadonlySet<string>,
  count: number,
  seed = 20261129,
): readonly Case[] {
  const next = chance(seed);
  const texts = documents.map(paragraphsOf).map((all) => all.filter((one) => one.length > 3));
  const held = texts.filter((text) => text.length > 0);
  const pick = <T>(from: readonly T[]): T => from[next(from.length)] as T;
  const words = (length: number): readonly string[] => {
    const paragraph = pick(pick(held));
    const start = next(Math.max(1, paragraph.length - length));
    return paragraph.slice(start, start + length);
  };
  const phrase = (): Asked => {
    for (;;) {
      const found = words(pick([1, 1, 1, 2, 2, 3, 4, 6]));
      if (found.length > 1 || !stopWords.has(found[0] ?? '')) return { kind: 'phrase', words: found };
    }
  };
  const beginning = (): Asked => {
    for (;;) {
      const found = words(pick([1, 1, 2, 3]));
      const last = found.at(-1) ?? '';
      if (last.length > 3)
        return { kind: 'phrase', words: [...found.slice(0, -1), last.slice(0, 3)], isBeginning: true };
    }
  };
  const asked = (): Asked | undefined => {
    const kind = next(10);
    if (kind < 3) return phrase();
    if (kind === 3) return beginning();
    if (kind === 4) return { kind: 'or', of: [phrase(), phrase()] };
    if (kind === 5) return { kind: 'and', of: [phrase(), { kind: 'not', of: phrase() }] };
    if (kind === 6) return { kind: 'and', of: [{ kind: 'or', of: [phrase(), phrase()] }, phrase()] };
    if (kind === 7) return { kind: 'and', of: [beginning(), phrase()] };
    return kind === 8 ? { kind: 'and', of: [phrase(), phrase()] } : undefined;
  };
  const dated = documents.flatMap(({ date }) => date ?? []);
  const days = (): Pick<SearchRequest, 'from' | 'to'> => {
    if (dated.length === 0 || next(3) > 0) return {};
    const [from = '', to = ''] = [pick(dated).from, pick(dated).to].sort();
    return [{ from, to }, { from }, { to }][next(3)] ?? {};
  };
  const chosen = (): SearchRequest['chosen'] => {
    if (next(3) > 0) return {};
    const found: Partial<Record<FacetName, readonly string[]>> = {};
    for (const name of facetNames) {
      const values = documents.flatMap(({ facets }) => facets[name] ?? []);
      if (values.length > 0 && name !== 'volume' && next(4) === 0) found[name] = [pick(values).key, pick(values).key];
    }
    return found;
  };
  return Array.from({ length: count }, (): Case => {
    const own = asked();
    const query = own === undefined ? '' : writtenQuery(own);
    return { asked: own, request: { words: query, forms: next(5) === 0, ...days(), chosen: chosen() ?? {} } };
  });
}

/** Whether what a case asks in words is true of each document, by a look at every word. */
export function truthsOf(
  { asked, request }: Case,
  texts: readonly Paragraphs[],
  stopWords: ReadonlySet<string>,
): readonly boolean[] {
  return texts.map((text) => asked === undefined || isTrueOf(asked, text, stopWords, request.forms));
}

/** The numbers of the documents of which the words are true, in the days and the facets of a request. */
export function within(
  truths: readonly boolean[],
  documents: readonly SearchableDocument[],
  { from, to, chosen = {} }: SearchRequest,
): readonly number[] {
  return documents.flatMap((document, i) => (truths[i] && isWithin(document, from, to, chosen) ? [i] : []));
}
