import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { OpenPackage, PackageEntry } from '../../formats/package-entries.js';
import { collisions } from '../portable.js';
import { BagFindings } from './bag-findings.js';
import { checkManifests, type Manifest } from './check-manifests.js';
import { type BagProfile, checkProfile } from './profile.js';
import { type Declaration, decodeTagFile, readDeclaration, readInfo, readManifest, unsafePath } from './tag-files.js';

/** How long a tag file may be that is read into memory: a manifest of two million files. */
const LONGEST_TAG_FILE = 256 << 20;

/** What the check of a bag found, and what it is as far as it could be read. */
export interface BagCheck {
  readonly version?: string;
  readonly info: readonly (readonly [label: string, value: string])[];
  readonly payloadFiles: number;
  readonly payloadBytes: number;
  readonly algorithms: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A bag by the paths in its base directory. */
export interface BagEntries {
  readonly files: ReadonlyMap<string, PackageEntry>;
  readonly isFolder: (path: string) => boolean;
}

/**
 * Checks a bag of anybody's (RFC 8493; also versions 0.93 to 0.97) in a folder, ZIP file or tar file that is open, without writing anything or visiting any address:
 * its declaration, manifests, paths, the checksum of every file, and its profile where one is given.
 * @param name what the package is called in findings
 * @throws {SyntaxError} where the package turns out to be damaged while it is read
 */
export async function checkBag(name: string, opened: OpenPackage, profile?: BagProfile): Promise<BagCheck> {
  const findings = new BagFindings(name);
  const bag = entriesOf(opened, findings);
  const none = { info: [], payloadFiles: 0, payloadBytes: 0, algorithms: [], diagnostics: findings.diagnostics };
  if (bag === undefined) return none;
  const declaration = await declarationOf(bag, findings);
  if (declaration === undefined) return none;
  const payload = [...bag.files].filter(([path]) => path.startsWith('data/'));
  if (payload.length === 0 && !bag.isFolder('data')) findings.add('BG002');

  const info = await infoOf(bag, declaration, findings);
  const manifests = await manifestsOf(bag, declaration, findings);
  await checkFetch(bag, declaration, findings);
  await checkManifests(bag, manifests, declaration, findings);
  const payloadBytes = payload.reduce((sum, [, { size }]) => sum + size, 0);
  checkOxum(info, payloadBytes, payload.length, findings);
  const named = info.find(([label]) => label.toLowerCase() === 'bagit-profile-identifier')?.[1];
  if (profile !== undefined) checkProfile(profile, { declaration, info, manifests, bag, form: opened.form }, findings);
  else if (named !== undefined) findings.add('BG024', named, 'bag-info.txt');
  const algorithms = manifests.filter(({ isTag }) => !isTag).map(({ algorithm }) => algorithm);
  return {
    version: declaration.version,
    info,
    payloadFiles: payload.length,
    payloadBytes,
    algorithms,
    diagnostics: findings.diagnostics,
  };
}

/** The files of the bag by their paths in it; every entry of the package is looked at for where it leads. */
function entriesOf({ form, entries }: OpenPackage, findings: BagFindings): BagEntries | undefined {
  const files = new Map<string, PackageEntry>();
  const folders = new Set<string>();
  for (const entry of entries) {
    const path = entry.path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
    if (path === '' || path === '.') continue;
    const unsafe = unsafePath(path);
    if (unsafe !== undefined) findings.add('BG008', `${entry.path} (${unsafe})`, entry.path);
    else if (entry.kind === 'link' || entry.kind === 'other') findings.add('BG009', path, path);
    else if (entry.kind === 'folder') folders.add(path);
    else if (files.has(path)) findings.add('BG010', path, path);
    else files.set(path, entry);
  }
  for (const [path, other] of collisions(files.keys())) findings.add('BG011', `${path} and ${other}`, path);
  const base = form === 'folder' ? '' : baseOf([...files.keys(), ...folders], findings);
  if (base === undefined) return undefined;
  const within = (paths: Iterable<string>): string[] =>
    [...paths].flatMap((path) => (path.startsWith(base) ? [path.slice(base.length)] : []));
  const known = new Set(within(folders));
  const own = new Map([...files].map(([path, entry]): [string, PackageEntry] => [path.slice(base.length), entry]));
  return { files: own, isFolder: (path) => known.has(path) };
}

/** The one folder of a package, with a slash; a bag without one is read all the same. */
function baseOf(paths: readonly string[], findings: BagFindings): string | undefined {
  const tops = new Set(paths.map((path) => path.split('/')[0] ?? ''));
  const [top = ''] = tops;
  if (tops.size === 1 && paths.includes(`${top}/bagit.txt`)) return `${top}/`;
  if (paths.includes('bagit.txt')) {
    findings.add('BG017', 'the bag is packed without its folder');
    return '';
  }
  const bags = [...tops].filter((name) => paths.includes(`${name}/bagit.txt`));
  findings.add('BG017', bags.length === 0 ? 'there is no bagit.txt in it' : `beside ${bags[0]}/ there is more`);
  return undefined;
}

/** The text of a tag file; undefined where it is not there, or cannot be read, which is a finding. */
async function textOf(
  { files }: BagEntries,
  path: string,
  encoding: string,
  findings: BagFindings,
): Promise<string | undefined> {
  const entry = files.get(path);
  if (entry === undefined) return undefined;
  if (entry.size > LONGEST_TAG_FILE) {
    findings.add('BG014', `${path} is too long`, path);
    return undefined;
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry.chunks()) chunks.push(Uint8Array.from(chunk));
  const decoded = decodeTagFile(Buffer.concat(chunks), encoding);
  if ('text' in decoded) return decoded.text;
  findings.add(
    path === 'bagit.txt' ? 'BG001' : 'BG014',
    path === 'bagit.txt' ? decoded.fault : `${path}, ${decoded.fault}`,
    path,
  );
  return undefined;
}

async function declarationOf(bag: BagEntries, findings: BagFindings): Promise<Declaration | undefined> {
  if (!bag.files.has('bagit.txt')) {
    findings.add('BG001', 'it is missing');
    return undefined;
  }
  const text = await textOf(bag, 'bagit.txt', 'utf-8', findings);
  if (text === undefined) return undefined;
  const read = readDeclaration(text);
  if ('value' in read) return read.value;
  findings.add('BG001', read.fault, 'bagit.txt');
  return undefined;
}

async function infoOf(
  bag: BagEntries,
  { version, encoding }: Declaration,
  findings: BagFindings,
): Promise<BagCheck['info']> {
  const path = Number(version) < 0.95 && bag.files.has('package-info.txt') ? 'package-info.txt' : 'bag-info.txt';
  const text = await textOf(bag, path, encoding, findings);
  if (text === undefined) return [];
  const { value, faults } = readInfo(text, Number(version) >= 1);
  for (const fault of faults) findings.add('BG019', fault, path);
  return value;
}

async function manifestsOf(
  bag: BagEntries,
  { encoding }: Declaration,
  findings: BagFindings,
): Promise<readonly Manifest[]> {
  const manifests: Manifest[] = [];
  for (const name of [...bag.files.keys()].sort()) {
    const match = /^(tag)?manifest-([^/]+)\.txt$/.exec(name);
    if (match === null) continue;
    const text = await textOf(bag, name, encoding, findings);
    if (text === undefined) continue;
    const { value: lines, faults } = readManifest(text);
    for (const fault of faults) findings.add('BG004', fault, name);
    const algorithm = (match[2] ?? '').toLowerCase().replace(/[^a-z0-9/]/g, '');
    manifests.push({ name, algorithm, isTag: match[1] !== undefined, lines });
  }
  return manifests;
}

/** `fetch.txt` is read for its paths alone (RFC 8493, §2.2.3). */
async function checkFetch(bag: BagEntries, { encoding }: Declaration, findings: BagFindings): Promise<void> {
  const text = await textOf(bag, 'fetch.txt', encoding, findings);
  if (text === undefined) return;
  const missing: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/).filter((words) => words !== '')) {
    const path = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/.exec(line)?.[1];
    if (path === undefined) findings.add('BG019', JSON.stringify(line), 'fetch.txt');
    else if (unsafePath(path) !== undefined || !path.startsWith('data/')) findings.add('BG008', path, 'fetch.txt');
    else if (!bag.files.has(path)) missing.push(path);
  }
  if (missing.length > 0)
    findings.add('BG013', `${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ' …' : ''}`, 'fetch.txt');
}

function checkOxum(info: BagCheck['info'], bytes: number, files: number, findings: BagFindings): void {
  const oxums = info.filter(([label]) => label.toLowerCase() === 'payload-oxum').map(([, value]) => value);
  if (oxums.length > 1) findings.add('BG012', `it stands ${oxums.length} times`, 'bag-info.txt');
  for (const oxum of oxums)
    if (oxum !== `${bytes}.${files}`) findings.add('BG012', `${oxum}, but there are ${bytes}.${files}`, 'bag-info.txt');
}
