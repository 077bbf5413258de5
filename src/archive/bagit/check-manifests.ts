import { createHash, getHashes } from 'node:crypto';
import type { PackageEntry } from '../../formats/package-entries.js';
import type { BagFindings } from './bag-findings.js';
import type { BagEntries } from './check-bag.js';
import { type Declaration, type ManifestLine, unsafePath } from './tag-files.js';

/** A manifest of a bag. */
export interface Manifest {
  /** `manifest-sha256.txt`. */
  readonly name: string;
  /** In lower case, without signs (RFC 8493, §2.4). */
  readonly algorithm: string;
  readonly isTag: boolean;
  readonly lines: readonly ManifestLine[];
}

/** Node's names for the algorithms that manifests are by (RFC 8493, §2.4). */
const algorithms: ReadonlyMap<string, string> = new Map(
  ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3-224', 'sha3-256', 'sha3-384', 'sha3-512', 'blake2b512']
    .filter((name) => getHashes().includes(name))
    .map((name) => [name.replaceAll('-', ''), name]),
);
const WEAK: ReadonlySet<string> = new Set(['md5', 'sha1']);

/** What manifests say of a file. */
interface Claim {
  readonly manifest: Manifest;
  readonly line: ManifestLine;
}

/** Checks the manifests against the files, both ways, and the checksum of every file, each of which is read once. */
export async function checkManifests(
  bag: BagEntries,
  manifests: readonly Manifest[],
  { version }: Declaration,
  findings: BagFindings,
): Promise<void> {
  const known = manifests.filter(({ algorithm, name }) => {
    if (algorithms.has(algorithm)) return true;
    findings.add('BG016', name, name);
    return false;
  });
  const payload = known.filter(({ isTag }) => !isTag);
  if (payload.length === 0)
    findings.add('BG003', known.length === manifests.length ? 'there is none' : 'none is by a known algorithm');
  else if (payload.every(({ algorithm }) => WEAK.has(algorithm)))
    findings.add('BG015', payload.map(({ name }) => name).join(', '));

  const claims = new Map<string, Claim[]>();
  const covered = new Map<Manifest, Set<string>>();
  for (const manifest of known) covered.set(manifest, gather(bag, manifest, claims, findings));
  checkCoverage(bag, payload, covered, Number(version) >= 1, findings);
  for (const [path, own] of claims) {
    const entry = bag.files.get(path);
    if (entry !== undefined) await checkFile(entry, path, own, findings);
  }
}

/** Enters what a manifest says of each file that is there; the paths of these. */
function gather(bag: BagEntries, manifest: Manifest, claims: Map<string, Claim[]>, findings: BagFindings): Set<string> {
  const seen = new Set<string>();
  const fetched = bag.files.has('fetch.txt');
  for (const line of manifest.lines) {
    const unsafe =
      unsafePath(line.path) ??
      (line.path.startsWith('data/') === manifest.isTag ? 'it is not where this manifest may lead' : undefined);
    if (unsafe !== undefined) {
      findings.add('BG008', `${line.path} (${unsafe})`, manifest.name);
      continue;
    }
    if (line.isMarked) findings.add('BG022', line.written, manifest.name);
    const path = pathIn(bag, line);
    if (path === undefined) {
      // What is to be fetched is told with fetch.txt.
      if (!fetched || manifest.isTag) findings.add('BG005', line.path, manifest.name);
      continue;
    }
    if (path !== line.path) findings.add('BG021', line.written, manifest.name);
    if (seen.has(path)) findings.add('BG010', path, manifest.name);
    seen.add(path);
    const own = claims.get(path);
    if (own === undefined) claims.set(path, [{ manifest, line }]);
    else own.push({ manifest, line });
  }
  return seen;
}

/** The file that a line means: by its path, by how it is written, or in another normal form of Unicode (RFC 8493, §6.1.1). */
function pathIn({ files }: BagEntries, { path, written }: ManifestLine): string | undefined {
  return [path, written, path.normalize('NFC'), path.normalize('NFD')].find((name) => files.has(name));
}

function checkCoverage(
  { files }: BagEntries,
  payload: readonly Manifest[],
  covered: ReadonlyMap<Manifest, ReadonlySet<string>>,
  isEach: boolean,
  findings: BagFindings,
): void {
  for (const path of files.keys()) {
    if (!path.startsWith('data/')) continue;
    const without = payload.filter((manifest) => covered.get(manifest)?.has(path) !== true);
    if (without.length > 0 && (isEach || without.length === payload.length))
      findings.add('BG006', `${path} is not in ${without.map(({ name }) => name).join(', ')}`, path);
  }
}

async function checkFile(
  entry: PackageEntry,
  path: string,
  claims: readonly Claim[],
  findings: BagFindings,
): Promise<void> {
  const names = [...new Set(claims.map(({ manifest }) => manifest.algorithm))];
  const hashes = names.map((name) => [name, createHash(algorithms.get(name) ?? name)] as const);
  for await (const chunk of entry.chunks()) for (const [, hash] of hashes) hash.update(chunk);
  const actual = new Map(hashes.map(([name, hash]) => [name, hash.digest('hex')]));
  for (const { manifest, line } of claims)
    if (actual.get(manifest.algorithm) !== line.checksum) findings.add('BG007', `${path}, in ${manifest.name}`, path);
}
