import type { ArchiveFiles } from './archive-files.js';
import { digestSupport } from './digest.js';
import type { Findings, OcflCode } from './findings.js';
import { contentFolder, type Inventory, pathsOf, versionsInOrder } from './inventory.js';
import { join } from './store.js';

/** An inventory of an object, with its path in it. */
export interface PlacedInventory {
  readonly inventory: Inventory;
  readonly entry: string;
}

/** What an inventory says of a stored file: its digest, and the code of the finding where that is not so. */
interface Claim {
  readonly algorithm: string;
  readonly digest: string;
  readonly code: OcflCode;
  readonly entry: string;
}

/**
 * Checks the stored files: each is in the manifest (E023), and is what the manifests (E092) and the fixity blocks (E093) of the object's own
 * inventory and of those kept with its versions say, each by its own algorithm. Every file
 * is read once; none where the check is not deep: then they are only seen to be there.
 */
export function checkContent(
  files: ArchiveFiles,
  root: Inventory,
  priors: readonly PlacedInventory[],
  findings: Findings,
  isDeep: boolean,
): void {
  const claims = gatherClaims([{ inventory: root, entry: 'inventory.json' }, ...priors]);
  const named = pathsOf(root.manifest);
  for (const path of storedFiles(files, root, findings)) {
    if (!named.has(path)) findings.add('E023', `${path} is not in the manifest`, path);
    if (isDeep) checkFile(files, path, claims.get(path) ?? [], findings);
    claims.delete(path);
  }
  for (const [path, ofPath] of claims) {
    for (const code of new Set(ofPath.map((claim) => claim.code)))
      findings.add(code, `${path} is missing`, ofPath.find((claim) => claim.code === code)?.entry);
  }
}

function gatherClaims(inventories: readonly PlacedInventory[]): Map<string, Claim[]> {
  const claims = new Map<string, Claim[]>();
  const add = (paths: ReadonlyMap<string, string>, claim: Omit<Claim, 'digest'>): void => {
    for (const [path, stated] of paths) {
      const known = claims.get(path);
      if (known === undefined) claims.set(path, [{ ...claim, digest: stated }]);
      else if (!known.some((other) => isSame(other, { ...claim, digest: stated })))
        known.push({ ...claim, digest: stated });
    }
  };
  for (const { inventory, entry } of inventories) {
    add(pathsOf(inventory.manifest), { algorithm: inventory.digestAlgorithm, code: 'E092', entry });
    for (const [algorithm, block] of Object.entries(inventory.fixity ?? {}))
      if (digestSupport(algorithm) === 'supported') add(pathsOf(block), { algorithm, code: 'E093', entry });
  }
  return claims;
}

function isSame(a: Claim, b: Claim): boolean {
  return a.algorithm === b.algorithm && a.digest === b.digest && a.code === b.code;
}

/** The paths of all files in the content folders of the versions; empty folders (E024) and links (E090) on the way are findings. */
function storedFiles(files: ArchiveFiles, root: Inventory, findings: Findings): readonly string[] {
  return versionsInOrder(root).flatMap((version) => {
    const folder = join(version, root.contentDirectory ?? contentFolder);
    const contents = files.walk(folder);
    for (const path of contents.emptyFolders) findings.add('E024', join(folder, path), join(folder, path));
    for (const path of contents.others) findings.add('E090', join(folder, path), join(folder, path));
    return contents.files.map((file) => join(folder, file));
  });
}

function checkFile(files: ArchiveFiles, path: string, claims: readonly Claim[], findings: Findings): void {
  if (claims.length === 0) return;
  const actual = files.digests(
    path,
    claims.map(({ algorithm }) => algorithm),
  );
  if (actual === undefined) return;
  for (const { algorithm, digest, code, entry } of claims)
    if (actual.get(algorithm) !== digest) findings.add(code, `${path}, by ${algorithm} in ${entry}`, path);
}
