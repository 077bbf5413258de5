import type { FileSet } from '../../model/file-set.js';
import { documentsWithPage, recordPaths } from '../metadata-files.js';
import type { NewRecord, PublishedSet } from '../publication.js';
import { addressOf, type WebEdition } from '../web-edition.js';

/** The records of an edition, of the volume and of each document, and the sets that they are in: the volume, and in it its chapters. */
export function recordsOf(
  edition: WebEdition,
  pages: ReadonlyMap<string, string>,
  metadata: FileSet,
): { readonly records: readonly NewRecord[]; readonly sets: readonly PublishedSet[] } {
  const { volume } = edition.bibliography;
  const top = specOf(volume.id);
  const sets = new Map([[top, volume.title]]);
  const documents = [...documentsWithPage(edition, pages)].map(([{ id, within }, page]): NewRecord => {
    let spec = top;
    for (const chapter of within) {
      spec = `${spec}:${specOf(chapter.id)}`;
      if (!sets.has(spec)) sets.set(spec, chapter.head === '' ? chapter.id : chapter.head);
    }
    const identifier = identifierOf(edition, [volume.id, id], `${page}.html`);
    return { identifier, sets: [spec], forms: recordPaths.document(page) };
  });
  const forms = Object.fromEntries(Object.entries(recordPaths.volume).filter(([, path]) => metadata.has(path)));
  const own: NewRecord = { identifier: identifierOf(edition, [volume.id], 'index.html'), sets: [top], forms };
  return { records: [own, ...documents], sets: [...sets].map(([spec, name]) => ({ spec, name })) };
}

/**
 * The identifier of a record: `oai:example.org:frus1964-68v14/d73` (OAI identifier format 2.0). A host that has no name of a domain cannot have such; its
 * records are known by the addresses of their pages.
 */
function identifierOf(edition: WebEdition, steps: readonly string[], page: string): string {
  const { hostname } = new URL(edition.base);
  const isDomain = /^[a-z][a-z\d-]*(?:\.[a-z][a-z\d-]*)+$/i.test(hostname);
  return isDomain ? `oai:${hostname}:${steps.map(encodeURIComponent).join('/')}` : addressOf(edition, page);
}

/** An id as the name of a set, which has few signs (OAI-PMH 2.0, §2.6): the others are written by their bytes (`~C3~A4`). */
function specOf(id: string): string {
  return encodeURIComponent(id).replaceAll('~', '~7E').replaceAll('%', '~');
}
