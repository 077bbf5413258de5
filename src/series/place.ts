/** Puts the editions of a volume into their place, with its references to other volumes as links. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { Gate } from '../pipeline/gate.js';
import { replaceParts } from '../pipeline/output-folder.js';
import { type Resolved, withLinks } from './links.js';
import { unpackParts } from './pack.js';
import { resultOf, type VolumeResult } from './result.js';
import { getPack, type Store } from './store.js';

/** References that lead somewhere in the series. */
export type Links = Readonly<Record<string, Resolved>>;

export interface Placement {
  readonly name: string;
  /** The folder of the volume's editions. */
  readonly folder: string;
  /** The key of its result. */
  readonly key: string;
  readonly links: Links;
  /** The files that the volume is made of, over which nothing may be written. */
  readonly read: readonly string[];
}

export interface Placed {
  readonly name: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What is kept of it is damaged: it has to be built again. */
  readonly isDamaged: boolean;
}

export async function placeVolume({ name, folder, key, links, read }: Placement, store: Store): Promise<Placed> {
  const result = await resultOf(store, key);
  const packed = result === undefined || result === 'damaged' ? undefined : await getPack(store, result.pack);
  if (packed === undefined) return { name, diagnostics: [], isDamaged: true };
  const parts = linked(unpackParts(packed), (result as VolumeResult).references, links);
  return { name, diagnostics: replaceParts(folder, parts, new Gate(read)), isDamaged: false };
}

function linked(
  parts: ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>,
  references: VolumeResult['references'],
  links: Links,
): ReadonlyMap<string, ReadonlyMap<string, string | Uint8Array>> {
  const site = new Map<string, string | Uint8Array>(parts.get('html'));
  const pages = new Set(Object.keys(links).flatMap((target) => references[target] ?? []));
  for (const path of pages) {
    const page = site.get(path);
    if (page !== undefined)
      site.set(
        path,
        withLinks(Buffer.from(page as Uint8Array).toString(), path, (target) => links[target]),
      );
  }
  const all = new Map<string, ReadonlyMap<string, string | Uint8Array>>(parts);
  return site.size === 0 ? all : all.set('html', site);
}
