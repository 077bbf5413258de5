import { byCodeUnits } from '../../model/list.js';
import {
  type AuthorityPerson,
  type ListedPerson,
  type PersonAppearance,
  type PersonKey,
  personKey,
  type VolumePeople,
} from '../../model/people.js';
import { sameRecord } from './authority-ids.js';
import type { Decision } from './propose.js';

/** A person of a series, with every place in its volumes: what a page of the series tells. */
export interface SeriesPerson {
  /** The name of the page: the id in the authority file, else the volume and the id of the first entry. */
  readonly id: string;
  readonly name: string;
  readonly forms: readonly string[];
  readonly born?: string;
  readonly died?: string;
  readonly description: string;
  readonly refs: readonly string[];
  /** The entries in the lists of the volumes. */
  readonly entries: readonly ListedPerson[];
  /** By date, what has none last; within a day, in the order of the volumes. */
  readonly appearances: readonly (PersonAppearance & { readonly volume: string })[];
}

/**
 * Joins the persons of the volumes into those of the series: by the authority file (its entries, and the records that both have) and by what editors have decided. Whatever is
 * only likely stays apart. Linear in the number of entries.
 */
export function seriesPeople(
  volumes: readonly VolumePeople[],
  authority: readonly AuthorityPerson[],
  decisions: readonly Decision[],
): readonly SeriesPerson[] {
  const heads = new Heads();
  const records = new Map<string, PersonKey>();
  const joinRecords = (key: PersonKey, refs: readonly string[]): void => {
    for (const ref of refs.map(sameRecord)) heads.join(records.get(ref) ?? key, key);
    for (const ref of refs.map(sameRecord)) records.set(ref, key);
  };
  const ofAuthority = new Map<PersonKey, AuthorityPerson>();
  for (const one of authority) {
    const key = personKey({ volume: 'people', id: one.id });
    ofAuthority.set(key, one);
    for (const entry of one.entries) heads.join(key, entry);
    joinRecords(key, one.refs);
  }
  for (const { decision, persons } of decisions)
    if (decision === 'same') for (const key of persons) heads.join(persons[0] as PersonKey, key);
  const all = volumes.flatMap(({ persons }) => persons);
  for (const person of all) joinRecords(personKey(person), person.refs);

  const known = new Map([...ofAuthority].map(([key, one]) => [heads.of(key), one]));
  const groups = new Map<PersonKey, (typeof all)[number][]>();
  for (const person of all) {
    const head = heads.of(personKey(person));
    groups.set(head, [...(groups.get(head) ?? []), person]);
  }
  return [...groups]
    .map(([head, entries]) => joined(entries, known.get(head)))
    .sort((a, b) => byCodeUnits(folded(a.name), folded(b.name)) || byCodeUnits(a.id, b.id));
}

function joined(entries: readonly VolumePeople['persons'][number][], known: AuthorityPerson | undefined): SeriesPerson {
  const names = [...(known === undefined ? [] : [known.name, ...known.forms]), ...entries.map(({ name }) => name)];
  const [name = '', ...forms] = new Set(names);
  const refs = new Map(
    [...(known?.refs ?? []), ...entries.flatMap((one) => one.refs)].map((ref) => [sameRecord(ref), ref]),
  );
  const [first] = entries;
  return {
    id: known?.id ?? `${first?.volume ?? ''}-${first?.id ?? ''}`,
    name,
    forms,
    ...(known?.born === undefined ? {} : { born: known.born }),
    ...(known?.died === undefined ? {} : { died: known.died }),
    description: known?.description ?? '',
    refs: [...refs.values()],
    entries: entries.map(({ appearances: _, ...entry }) => entry),
    appearances: entries
      .flatMap(({ volume, appearances }) => appearances.map((one) => ({ volume, ...one })))
      .sort((a, b) => byCodeUnits(a.date ?? LAST, b.date ?? LAST)),
  };
}

/** After all dates. */
const LAST = '~';

function folded(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Entries that are one person, each known by one of them (disjoint sets, with halving of paths). */
class Heads {
  readonly #above = new Map<PersonKey, PersonKey>();

  of(key: PersonKey): PersonKey {
    let at = key;
    for (let above = this.#above.get(at); above !== undefined; above = this.#above.get(at)) {
      const next = this.#above.get(above);
      if (next !== undefined) this.#above.set(at, next);
      at = above;
    }
    return at;
  }

  join(one: PersonKey, other: PersonKey): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a !== b) this.#above.set(b, a);
  }
}
