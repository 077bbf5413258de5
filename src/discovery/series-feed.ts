import { writeLaidOut } from '../formats/xml-layout.js';
import { element } from '../formats/xml-writer.js';
import { addressBelow } from '../metadata/web-address.js';
import { feedPath } from './feed.js';
import type { PublishedSeries, PublishedVolume } from './series.js';

/** A volume that was published, or published again with corrections. */
export interface SeriesEvent {
  readonly volume: Pick<PublishedVolume, 'record' | 'base'>;
  readonly kind: 'new' | 'corrected';
  /** RFC 3339, UTC. */
  readonly time: string;
  /** What was corrected, in words: `2 documents corrected, 1 added`. */
  readonly summary?: string;
  /** Where the errata list is. */
  readonly errata?: string;
}

/** A reader of feeds wants the latest. */
const MOST_ENTRIES = 50;

/** The feed of new and corrected volumes (Atom, RFC 4287): the latest first. A volume that is corrected again has an entry of its own each time. */
export function seriesFeed(series: PublishedSeries, events: readonly SeriesEvent[]): string {
  const latest = [...events].sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0)).slice(0, MOST_ENTRIES);
  const address = addressBelow(series.base, feedPath);
  return writeLaidOut(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': series.language },
      element('title', {}, series.title),
      element('id', {}, address),
      element('updated', {}, latest[0]?.time ?? series.modified),
      element('link', { rel: 'self', type: 'application/atom+xml', href: address }),
      element('link', { rel: 'alternate', type: 'text/html', href: series.base }),
      element('author', {}, element('name', {}, series.publisher ?? series.title)),
      latest.map(({ volume: { record, base }, kind, time, summary, errata }) =>
        element(
          'entry',
          {},
          element('title', {}, kind === 'new' ? record.title : `Corrected: ${record.title}`),
          element('id', {}, kind === 'new' ? base : `${base}#corrected-${time.replace(/[^\dTZ]/g, '')}`),
          element('updated', {}, time),
          element('link', { rel: 'alternate', type: 'text/html', href: base }),
          errata === undefined
            ? []
            : [element('link', { rel: 'related', type: 'text/html', href: errata, title: 'Errata' })],
          summary === undefined ? [] : [element('summary', {}, summary)],
        ),
      ),
    ),
  );
}
