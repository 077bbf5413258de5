import { element, type XmlElement } from '../formats/xml-writer.js';
import type { FileSet } from '../model/file-set.js';
import { byCodeUnits } from '../model/list.js';
import { bareMediaTypeOf } from '../model/media-type.js';
import type { Publication, PublishedFile } from './publication.js';
import { addressList, type ListParts, type SitemapLimits } from './sitemap.js';
import { addressOf, type WebEdition } from './web-edition.js';

/** Where the files of ResourceSync stand; the description is where a client looks for it at the top of a host (ANSI/NISO Z39.99-2017, §6.3). */
export const resourceSyncPaths = {
  description: '.well-known/resourcesync',
  capabilities: 'resourcesync/capabilitylist.xml',
  resources: 'resourcesync/resourcelist.xml',
  changes: 'resourcesync/changelist.xml',
} as const;

const ATTRIBUTES = { 'xmlns:rs': 'http://www.openarchives.org/rs/terms/' };

/**
 * What a copy of the edition needs to stay the same as it (ResourceSync, ANSI/NISO Z39.99-2017): a description of the source, a list of what it offers, all files with
 * their lengths and digests, and what has changed since the first version that is known, where there was one before.
 */
export function resourceSync(
  edition: WebEdition,
  { files, since, modified }: Pick<Publication, 'files' | 'since' | 'modified'>,
  limits?: SitemapLimits,
): FileSet {
  const { description, capabilities, resources, changes } = resourceSyncPaths;
  const address = (path: string): string => addressOf(edition, path);
  const entry = (path: string, ...children: readonly XmlElement[]): XmlElement =>
    element('url', {}, element('loc', {}, address(path)), ...children);
  const link = (rel: string, path: string): XmlElement => element('rs:ln', { rel, href: address(path) });
  const capability = (name: string, more: Readonly<Record<string, string>> = {}): XmlElement =>
    element('rs:md', { capability: name, ...more });
  const list = (parts: Omit<ListParts, 'attributes'>): FileSet =>
    addressList(edition, { attributes: ATTRIBUTES, ...parts }, limits);

  const all = Object.entries(files);
  const changed = all
    .filter(([, file]) => file.changed > since)
    .sort(([, a], [, b]) => byCodeUnits(a.changed, b.changed));
  const up = link('up', capabilities);
  const resourceHead = capability('resourcelist', { at: modified });
  const changeHead = capability('changelist', { from: since, until: modified });
  return new Map([
    ...list({
      path: description,
      head: [capability('description')],
      entries: [entry(capabilities, capability('capabilitylist'))],
    }),
    ...list({
      path: capabilities,
      head: [link('up', description), capability('capabilitylist')],
      entries: [
        entry(resources, capability('resourcelist')),
        ...(changed.length === 0 ? [] : [entry(changes, capability('changelist'))]),
      ],
    }),
    ...list({
      path: resources,
      head: [up, resourceHead],
      partHead: [up, link('index', resources), resourceHead],
      ofPart: [element('rs:md', { at: modified })],
      entries: all
        .filter(([, { deleted }]) => !deleted)
        .map(([path, file]) =>
          entry(path, element('lastmod', {}, file.changed), element('rs:md', contentOf(path, file))),
        ),
    }),
    ...(changed.length === 0
      ? []
      : list({
          path: changes,
          head: [up, changeHead],
          partHead: [up, link('index', changes), changeHead],
          ofPart: [element('rs:md', { from: since, until: modified })],
          entries: changed.map(([path, file]) => entry(path, changeOf(path, file))),
        })),
  ]);
}

function contentOf(path: string, { sha256, bytes }: PublishedFile): Readonly<Record<string, string>> {
  return { hash: `sha-256:${sha256}`, length: String(bytes), type: bareMediaTypeOf(path) };
}

function changeOf(path: string, file: PublishedFile): XmlElement {
  const { created, changed, deleted } = file;
  if (deleted) return element('rs:md', { change: 'deleted', datetime: changed });
  const change = created === changed ? 'created' : 'updated';
  return element('rs:md', { change, datetime: changed, ...contentOf(path, file) });
}
