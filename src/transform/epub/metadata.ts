import type { Certification } from '../../model/certification.js';
import { editionName, nameUrn } from '../../model/identifier.js';
import type { Pivot } from '../../model/pivot.js';
import type { Publication } from './publication.js';

/** Reads what the pivot's head says of the volume as the facts of a publication. Empty fields are as good as none. */
export function publicationOf(
  pivot: Pivot,
  options: { readonly modified: string; readonly certification?: Certification | undefined },
): Publication {
  const all = (name: string): readonly string[] => (pivot.metadata.get(name) ?? []).filter((text) => text !== '');
  const facts = {
    series: all('title-series')[0],
    subseries: all('title-subseries')[0],
    volumeNumber: all('title-volumenumber')[0],
    volumeTitle: all('title-volume')[0],
    publisher: all('publisher')[0],
    place: all('pubPlace')[0],
    date: date(all('date')[0]),
    source: all('source')[0],
    doi: all('idno-doi')[0],
    isbn: all('idno-isbn-13')[0] ?? all('idno-isbn')[0],
    description: all('description')[0],
    certification: options.certification,
  };
  const [licence = all('rights')[0]] = all('licence');
  const [url] = all('licence-url');
  const editors = (['primary', 'general'] as const).flatMap((role) =>
    all(`editor-${role}`).map((name) => ({ name, role })),
  );
  return {
    volume: pivot.volume,
    identifier: nameUrn(`${editionName({ ...facts, volume: pivot.volume })}.epub`),
    title: pivot.title,
    language: pivot.language,
    modified: options.modified,
    editors,
    subjects: [...new Set(all('subject'))],
    ...present(facts),
    ...(licence === undefined ? {} : { licence: { text: licence, ...(url === undefined ? {} : { url }) } }),
  };
}

/** A date as EPUB recommends it (W3CDTF): a year, a month or a day; other words are no date. */
function date(text: string | undefined): string | undefined {
  return /\b\d{4}(-\d{2}(-\d{2})?)?\b/.exec(text ?? '')?.[0];
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function present<T extends object>(facts: T): Present<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Present<T>;
}
