import type { Agent, Contribution, VolumeRecord } from './bibliography.js';

/**
 * Who made the edition, in the sense of catalogues: its authors and editors. The general editor of a series is one where a volume names no other; where it
 * names nobody, its publisher is. Persons of the documents never are.
 */
export function creatorsOf({ contributions, publisher }: VolumeRecord): readonly Contribution[] {
  const makers = contributions.filter(({ role }) => role === 'editor' || role === 'author');
  if (makers.length > 0) return makers;
  const general = contributions.filter(({ role }) => role === 'general-editor');
  if (general.length > 0) return general;
  return publisher === undefined ? [] : [{ agent: publisher, role: 'publisher' }];
}

/** Whoever else had a share in the edition; one who is a creator too has both roles. */
export function contributorsOf(volume: VolumeRecord): readonly Contribution[] {
  const creators = creatorsOf(volume);
  return volume.contributions.filter((contribution) => !creators.includes(contribution));
}

/** The ORCID iD among the addresses of a person. */
export function orcidOf({ ids }: Agent): string | undefined {
  return idAt(ids, /^https?:\/\/orcid\.org\/([\dX-]+)$/i);
}

/** The ROR identifier among the addresses of a body. */
export function rorOf({ ids }: Agent): string | undefined {
  return idAt(ids, /^https?:\/\/ror\.org\/(0[a-z\d]{8})$/i);
}

function idAt(ids: readonly string[], form: RegExp): string | undefined {
  return ids.map((id) => form.exec(id)?.[1]).find((id) => id !== undefined);
}

/** The day of a date or time: a catalogue has no use for the hour. */
export function dayOf(date: string): string {
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(date)?.[0] ?? date;
}

/** Dates as ISO 8601 has them, with a solidus between the first and the last. */
export function intervalOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? from : `${from}/${to}`;
}
