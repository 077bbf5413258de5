import { grouped } from '../../model/list.js';
import { type AuthorityPerson, type ListedPerson, type PersonKey, personKey } from '../../model/people.js';
import { type Compared, compared, type Likeness, likenessOf } from './likeness.js';

/** Entries that may be one person; an editor decides. */
export interface Proposal {
  readonly persons: readonly ListedPerson[];
  readonly certainty: Certainty;
  readonly reasons: readonly string[];
}

export type Certainty = 'high' | 'medium' | 'low';

/** What an editor has decided of entries: that they are one person, or that no two of them are. */
export interface Decision {
  readonly persons: readonly PersonKey[];
  readonly decision: 'same' | 'different' | undefined;
}

/** The volume of the entries of an authority file, in the keys of persons. */
export const AUTHORITY = 'people';

/** What a certainty takes: the weight of the weakest link by which an entry has come to the others. */
const LEAST: readonly (readonly [Certainty, number])[] = [
  ['high', 5],
  ['medium', 3],
  ['low', 2],
];

/** With how many of the namesakes before it, and of the entries of each, an entry is compared. */
const MOST_NAMESAKES = 40;
const MOST_MEMBERS = 6;

/**
 * Proposes which entries of the lists of several volumes are one person. Compared are those that have a record of an authority file, or surname and first initial, in
 * common: no entry with all others. What is decided, or said by the authority file, is not proposed again.
 */
export function proposeMerges(
  people: readonly ListedPerson[],
  authority: readonly AuthorityPerson[],
  decisions: readonly Decision[],
): readonly Proposal[] {
  const own = authority.map((one): Compared => compared(asListed(one), lifeOf(one)));
  const all = [...own, ...people.map((person) => compared(person))];
  const groups = new Groups(all, decisions);
  for (const one of authority) groups.settle([personKey(asListed(one)), ...one.entries]);
  for (const { decision, persons } of decisions) if (decision === 'same') groups.settle(persons);
  const byRecord = grouped(
    all.flatMap((one) => [...one.records.values()].map((record) => ({ record, one }))),
    ({ record }) => record,
  );
  for (const block of byRecord.values()) groups.compare(block.map(({ one }) => one));
  const byName = grouped(all, ({ family, given: [first = ''] }) => `${family},${first.charAt(0)}`);
  for (const block of byName.values()) groups.compare(block);
  return groups.proposals();
}

/** A person of the authority file as an entry among others. */
export function asListed({ id, name, description, refs }: AuthorityPerson): ListedPerson {
  return { volume: AUTHORITY, id, name, description, refs };
}

function lifeOf({ born, died }: AuthorityPerson): string | undefined {
  return born === undefined || died === undefined ? undefined : `${born.slice(0, 4)}–${died.slice(0, 4)}`;
}

/** Entries that are taken for one person so far. */
interface Group {
  readonly members: readonly Compared[];
  /** The weakest link; none where it is settled. */
  readonly weight: number;
  /** What speaks for that link. */
  readonly reasons: readonly string[];
}

class Groups {
  readonly #of = new Map<PersonKey, Group>();
  /** The decisions that entries are different, by the entries. */
  readonly #different = new Map<PersonKey, ReadonlySet<Decision>>();

  constructor(all: readonly Compared[], decisions: readonly Decision[]) {
    for (const one of all)
      this.#of.set(personKey(one.person), { members: [one], weight: Number.POSITIVE_INFINITY, reasons: [] });
    for (const decision of decisions)
      if (decision.decision === 'different')
        for (const key of decision.persons)
          this.#different.set(key, new Set([...(this.#different.get(key) ?? []), decision]));
  }

  /** Entries that are one person, as somebody has said. */
  settle(keys: readonly PersonKey[]): void {
    const found = new Set(keys.flatMap((key) => this.#of.get(key) ?? []));
    const [first, ...others] = found;
    if (first !== undefined) others.reduce((group, other) => this.#join(group, other), first);
  }

  /** Joins those of a block that are alike. */
  compare(block: readonly Compared[]): void {
    let before: readonly Group[] = [];
    for (const one of block) {
      const own = this.#groupOf(one);
      if (before.includes(own)) continue;
      const best = before
        .slice(-MOST_NAMESAKES)
        .map((group) => ({ group, likeness: this.#between(own, group) }))
        .reduce<{ group: Group; likeness: Likeness } | undefined>(
          (most, { group, likeness }) =>
            likeness !== undefined && likeness.weight > (most?.likeness.weight ?? 0) ? { group, likeness } : most,
          undefined,
        );
      const least = LEAST.at(-1)?.[1] ?? 0;
      if (best === undefined || best.likeness.weight < least) before = [...before.slice(-MOST_NAMESAKES), own];
      else {
        const joined = this.#join(best.group, own, best.likeness);
        before = before.map((group) => (group === best.group ? joined : group));
      }
    }
  }

  proposals(): readonly Proposal[] {
    return [...new Set(this.#of.values())]
      .filter(({ reasons, members }) => reasons.length > 0 && members.length > 1)
      .map(({ members, weight, reasons }) => ({
        persons: members.map(({ person }) => person),
        certainty: LEAST.find(([, least]) => weight >= least)?.[0] ?? 'low',
        reasons,
      }));
  }

  #groupOf({ person }: Compared): Group {
    return this.#of.get(personKey(person)) as Group;
  }

  #join(one: Group, other: Group, likeness?: Likeness): Group {
    const links = [one, other, ...(likeness === undefined ? [] : [likeness])].filter(
      ({ reasons }) => reasons.length > 0,
    );
    const weakest = links.reduce((least, link) => (link.weight < least.weight ? link : least), links[0] ?? one);
    const joined: Group = {
      members: [...one.members, ...other.members],
      weight: Math.min(one.weight, other.weight, likeness?.weight ?? Number.POSITIVE_INFINITY),
      reasons: weakest.reasons,
    };
    for (const { person } of joined.members) this.#of.set(personKey(person), joined);
    return joined;
  }

  /** How alike two groups are: as their most alike members, where nothing speaks against any two of them. A volume lists a person once. */
  #between(one: Group, other: Group): Likeness | undefined {
    const volumes = new Set(one.members.map(({ person }) => person.volume));
    if (other.members.some(({ person }) => volumes.has(person.volume))) return undefined;
    let best: Likeness | undefined;
    for (const a of one.members.slice(0, MOST_MEMBERS))
      for (const b of other.members.slice(0, MOST_MEMBERS)) {
        const likeness = this.#isDecided(a, b) ? undefined : likenessOf(a, b);
        if (likeness === undefined) return undefined;
        if (likeness.weight > (best?.weight ?? 0)) best = likeness;
      }
    return best;
  }

  #isDecided(a: Compared, b: Compared): boolean {
    const theirs = this.#different.get(personKey(b.person));
    return [...(this.#different.get(personKey(a.person)) ?? [])].some((decision) => theirs?.has(decision));
  }
}
