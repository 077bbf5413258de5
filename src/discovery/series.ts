import type { VolumeRecord } from '../metadata/bibliography.js';

/** A series that is published at an address of the web, as far as the files for programs tell of it. */
export interface PublishedSeries {
  readonly title: string;
  /** The address of its home page; it ends with a solidus. */
  readonly base: string;
  /** The time of the last change of any volume, RFC 3339, UTC. */
  readonly modified: string;
  /** BCP 47. */
  readonly language: string;
  readonly publisher?: string;
}

/** A volume of the series, with the files that it can be read in. */
export interface PublishedVolume {
  readonly record: VolumeRecord;
  /** The address of its home page; it ends with a solidus. */
  readonly base: string;
  /** When it was first published and when it was last changed, RFC 3339, UTC. */
  readonly created: string;
  readonly modified: string;
  /** The part of the series that it is in: a sub-series, an administration. */
  readonly group?: string;
  /** What can be downloaded, EPUB and PDF, each with its address. */
  readonly downloads: readonly Download[];
  /** A picture of the cover, where there is one. */
  readonly cover?: Download;
}

export interface Download {
  readonly address: string;
  readonly mediaType: string;
  readonly bytes?: number;
}

/** The volumes by the parts of the series, in their order; those in none have the title of the series. */
export function byGroup(
  series: PublishedSeries,
  volumes: readonly PublishedVolume[],
): ReadonlyMap<string, readonly PublishedVolume[]> {
  const groups = new Map<string, PublishedVolume[]>();
  for (const volume of volumes) {
    const name = volume.group ?? series.title;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [volume]);
    else group.push(volume);
  }
  return groups;
}
