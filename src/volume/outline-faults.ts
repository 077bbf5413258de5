import { type Diagnostic, diagnostic, type Place } from '../diagnostics/diagnostic.js';
import { foldedPath } from '../model/file-name.js';
import type { Manifest, OutlineEntry, SuppliedDocument } from '../model/manifest.js';

/** The documents of an outline, in order. */
export function documentsOf(outline: readonly OutlineEntry[]): readonly SuppliedDocument[] {
  return outline.flatMap((entry) => (entry.kind === 'document' ? [entry] : documentsOf(entry.children)));
}

type PlaceOf = (id: string, key?: string) => Place;

/** Documents of an outline that are made from one and the same text, or part of a text: of two, one would be lost. */
export function textsNamedTwice(documents: readonly SuppliedDocument[], placeOf: PlaceOf): Diagnostic[] {
  const first = new Map<string, string>();
  const found: Diagnostic[] = [];
  for (const { id, file, part } of documents) {
    const key = `${file.normalize()}\n${part ?? 1}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, id);
      continue;
    }
    const line = placeOf(other, 'file').start?.line ?? 1;
    const facts = { id, file, part: part === undefined ? '' : `, part ${part}`, other, line };
    found.push(diagnostic('VO031', facts, placeOf(id, 'file')));
  }
  return found;
}

/** Ids whose files would be one where capitals do not count: of two documents, or of a document and the volume. */
export function filesOfOneName(
  volume: { readonly id: string; readonly line: number },
  documents: readonly SuppliedDocument[],
  placeOf: PlaceOf,
): Diagnostic[] {
  const first = new Map([[foldedPath(volume.id), volume]]);
  const found: Diagnostic[] = [];
  for (const { id } of documents) {
    const place = placeOf(id, 'document');
    const other = first.get(foldedPath(id));
    if (other === undefined) first.set(foldedPath(id), { id, line: place.start?.line ?? 1 });
    // An id that is given twice has a finding of its own.
    else if (other.id !== id || id === volume.id)
      found.push(diagnostic('VO033', { id, other: other.id, line: other.line }, place));
  }
  return found;
}

/** Aliases that are ids of the outline: an address leads to what has the id now. */
export function aliasesOfIds({ edition }: Manifest, ids: ReadonlySet<string>): Diagnostic[] {
  const clashing = (edition?.aliases ?? []).filter(({ id }) => ids.has(id));
  return clashing.map(({ id, place }) => diagnostic('SE041', { id }, place));
}
