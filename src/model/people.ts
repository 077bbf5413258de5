/** A person in the list of a volume: the same person is another entry in each volume. */
export interface ListedPerson {
  readonly volume: string;
  readonly id: string;
  /** As the list prints it, surname first: `Rusk, Dean`. */
  readonly name: string;
  /** What the list says of the person. */
  readonly description: string;
  /** Addresses in authority files. */
  readonly refs: readonly string[];
}

/** The name that an entry has everywhere: `frus1964-68v14#p_RD1`. */
export type PersonKey = `${string}#${string}`;

export function personKey({ volume, id }: Pick<ListedPerson, 'volume' | 'id'>): PersonKey {
  return `${volume}#${id}`;
}

/** A person of an authority file, with the entries of the volumes that mean this person. */
export interface AuthorityPerson {
  readonly id: string;
  readonly name: string;
  readonly forms: readonly string[];
  readonly born?: string;
  readonly died?: string;
  readonly description: string;
  readonly refs: readonly string[];
  readonly entries: readonly PersonKey[];
}

/** A document or section in which a person has a part or is named. */
export interface PersonAppearance {
  /** The name of its page. */
  readonly page: string;
  readonly title: string;
  /** ISO 8601. */
  readonly date?: string;
  /** `Sent`, `Drafted` …; none for who is only named. */
  readonly roles: readonly string[];
}

/** The persons that a volume's web edition has pages of. */
export interface VolumePeople {
  readonly volume: string;
  readonly title: string;
  readonly persons: readonly (ListedPerson & { readonly appearances: readonly PersonAppearance[] })[];
}
