/** How a series is told from a volume, before anything of it is read: without what reads manifests, which takes longer to load than to ask. */
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

export const SERIES_MANIFEST = 'series.yaml';

/** Whether an input is a series: a folder with a series.yaml and no volume.yaml, or a series.yaml itself. */
export function isSeries(path: string): boolean {
  if (basename(path) === SERIES_MANIFEST) return true;
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  return existsSync(join(path, SERIES_MANIFEST)) && !existsSync(join(path, 'volume.yaml'));
}
