/** The grammar against labels made by hand and against the FRUS volumes' own encoding. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../src/formats/package.js';
import { readDateline } from '../../src/grammar/dateline.js';
import { readHeading } from '../../src/grammar/heading.js';
import { readSourceNote } from '../../src/grammar/source-note.js';
import type { ActKey } from '../../src/model/header.js';

const labelsFile = packageFile('../shared/eval/headers-dev.jsonl');
const goldFile = packageFile('../shared/eval/dev/gold.jsonl');
const present = existsSync(labelsFile) && existsSync(goldFile);
if (!present) console.warn('Skipped: the grammar against labelled notes and headings (../shared/eval is absent).');

interface Label {
  readonly text: string;
  readonly repository: string | null;
  readonly locator: string | null;
  readonly classification: string | null;
  readonly handling: readonly string[];
  readonly precedence: readonly string[];
  readonly drafted: readonly string[];
  readonly cleared: readonly string[];
  readonly approved: readonly string[];
}

interface Gold {
  readonly head: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly date: string | null;
  readonly place: string | null;
  readonly dateline: string | null;
}

const lines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

/** The letters and digits alone: what counts when words are compared. */
const key = (words: string | null | undefined): string =>
  (words ?? '')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}_]/gu, '')
    .toLowerCase();

/** F1 over the items of many lists. */
class Score {
  #hit = 0;
  #all = 0;

  add(gold: readonly string[], found: readonly string[]): boolean {
    const rest = found.map(key);
    for (const item of gold.map(key)) {
      const at = rest.indexOf(item);
      if (at >= 0) this.#hit += rest.splice(at, 1).length;
    }
    this.#all += gold.length + found.length;
    return rest.length === 0 && gold.length === found.length;
  }

  get f1(): number {
    return (2 * this.#hit) / this.#all;
  }
}

describe.skipIf(!present)('labelled source notes', () => {
  it('are read as the labels say', () => {
    const labels = lines<Label>(labelsFile);
    const scores = {
      handling: new Score(),
      precedence: new Score(),
      drafted: new Score(),
      cleared: new Score(),
      approved: new Score(),
    };
    const met = { repository: 0, locator: 0, classification: 0, whole: 0 };
    for (const label of labels) {
      const reading = readSourceNote(label.text);
      const act = (wanted: ActKey): string[] =>
        reading.acts.filter((a) => a.key === wanted).flatMap((a) => a.persons.map((p) => p.name));
      const repository = key(reading.repository) === key(label.repository);
      const locator = key(reading.citation.map((part) => part.text).join(', ')) === key(label.locator);
      const classification = key(reading.classification) === key(label.classification);
      const lists = [
        scores.handling.add(label.handling, reading.handling),
        scores.precedence.add(label.precedence, reading.precedence),
        scores.drafted.add(label.drafted, act('drafted')),
        scores.cleared.add(label.cleared, act('cleared')),
        scores.approved.add(label.approved, act('approved')),
      ];
      met.repository += Number(repository);
      met.locator += Number(locator);
      met.classification += Number(classification);
      met.whole += Number(repository && locator && classification && lists.every(Boolean));
    }
    expect(met.repository / labels.length).toBeGreaterThanOrEqual(0.99);
    expect(met.locator / labels.length).toBeGreaterThanOrEqual(0.98);
    expect(met.classification / labels.length).toBeGreaterThanOrEqual(0.99);
    for (const score of Object.values(scores)) expect(score.f1).toBeGreaterThanOrEqual(0.97);
    expect(met.whole / labels.length).toBeGreaterThanOrEqual(0.96);
  });
});

describe.skipIf(!present)('headings and datelines of the volumes', () => {
  const gold = present ? lines<Gold>(goldFile) : [];

  it('name sender and receiver', () => {
    for (const type of ['from', 'to'] as const) {
      const score = new Score();
      for (const { head, ...names } of gold) {
        if (names[type].length === 0) continue;
        const found = readHeading(head).correspondents.filter((c) => c.type === type);
        score.add(
          names[type],
          found.map((c) => head.slice(c.span.start, c.span.end)),
        );
      }
      expect(score.f1).toBeGreaterThanOrEqual(0.975);
    }
  });

  it('give date and place', () => {
    const dated = gold.filter((g) => g.date !== null && g.dateline !== null);
    const dates = dated.filter(({ dateline, date }) => {
      const reading = readDateline(dateline ?? '')?.date;
      return (reading?.when ?? reading?.from)?.slice(0, 10) === date?.slice(0, 10);
    });
    expect(dates.length / dated.length).toBeGreaterThanOrEqual(0.985);
    const placed = gold.filter((g) => g.place !== null && g.dateline !== null);
    const places = placed.filter(({ dateline, place }) => {
      const span = readDateline(dateline ?? '')?.place;
      return span !== undefined && key(dateline?.slice(span.start, span.end)) === key(place);
    });
    expect(places.length / placed.length).toBeGreaterThanOrEqual(0.97);
  });
});
