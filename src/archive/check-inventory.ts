import { digestSupport } from './digest.js';
import type { Findings, OcflCode } from './findings.js';
import {
  contentFolder,
  type Inventory,
  isTimestamp,
  type PathFault,
  pathFaults,
  pathsOf,
  versionNumber,
  versionsInOrder,
} from './inventory.js';

type Json = Readonly<Record<string, unknown>>;

const inventoryKeys = new Set([
  'id',
  'type',
  'digestAlgorithm',
  'head',
  'contentDirectory',
  'manifest',
  'versions',
  'fixity',
]);
const versionKeys = new Set(['created', 'state', 'message', 'user']);

/**
 * Reads an inventory and checks everything that can be known from it alone (OCFL 1.1, §3.5); gives it back where its structure is such that
 * the files can be checked against it. `entry` is the inventory's path inside the object.
 */
export function readInventory(bytes: Uint8Array, entry: string, findings: Findings): Inventory | undefined {
  const json = parse(bytes, entry, findings);
  if (json === undefined) return undefined;
  for (const key of Object.keys(json)) {
    if (!inventoryKeys.has(key)) findings.add('E102', key, entry);
  }
  const sound = [
    checkKeys(json, entry, findings),
    checkContentDirectory(json['contentDirectory'], entry, findings),
    checkManifest(json['manifest'], entry, findings),
    checkVersions(json['versions'], entry, findings),
    checkFixity(json['fixity'], entry, findings),
  ].every(Boolean);
  if (!sound) return undefined;
  const inventory = json as unknown as Inventory;
  checkSequence(inventory, entry, findings);
  checkDigests(inventory, entry, findings);
  return inventory;
}

function parse(bytes: Uint8Array, entry: string, findings: Findings): Json | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (isObject(value)) return value;
    findings.add('E033', 'it is not a JSON object', entry);
  } catch (error) {
    findings.add('E033', error instanceof Error ? error.message : String(error), entry);
  }
  return undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDigestMap(value: unknown): value is Readonly<Record<string, readonly string[]>> {
  return (
    isObject(value) &&
    Object.values(value).every((paths) => Array.isArray(paths) && paths.every((path) => typeof path === 'string'))
  );
}

function checkKeys(json: Json, entry: string, findings: Findings): boolean {
  let sound = true;
  for (const key of ['id', 'type', 'digestAlgorithm', 'head']) {
    if (typeof json[key] === 'string' && json[key] !== '') continue;
    const isWrongHead = key === 'head' && json[key] !== undefined;
    findings.add(isWrongHead ? 'E040' : 'E036', isWrongHead ? 'it is no version name' : key, entry);
    sound = false;
  }
  for (const key of ['manifest', 'versions']) {
    if (key in json) continue;
    findings.add('E041', key, entry);
    sound = false;
  }
  if (!sound) return false;
  const { id, digestAlgorithm, type } = json as { id: string; digestAlgorithm: string; type: string };
  if (!/^[a-z][a-z0-9+.-]*:\S+$/i.test(id)) findings.add('W005', id, entry);
  if (!/^https:\/\/ocfl\.io\/1\.[01]\/spec\/#inventory$/.test(type)) findings.add('E038', type, entry);
  if (digestAlgorithm === 'sha256') findings.add('W004', digestAlgorithm, entry);
  else if (digestAlgorithm !== 'sha512') {
    findings.add('E025', digestAlgorithm, entry);
    return false;
  }
  return true;
}

function checkContentDirectory(value: unknown, entry: string, findings: Findings): boolean {
  if (value === undefined) return true;
  if (typeof value !== 'string' || value === '') findings.add('E033', 'contentDirectory is not a name', entry);
  else if (value.includes('/')) findings.add('E017', value, entry);
  else if (value === '.' || value === '..') findings.add('E018', value, entry);
  else return true;
  return false;
}

function checkManifest(value: unknown, entry: string, findings: Findings): boolean {
  if (value === undefined) return true;
  if (!isObject(value)) findings.add('E106', typeof value, entry);
  else if (!isDigestMap(value)) findings.add('E092', 'a digest’s value is not a list of paths', entry);
  else {
    checkRepeated(Object.keys(value), 'E096', entry, findings);
    reportPaths(Object.values(value).flat(), contentPathCodes, entry, findings);
    return true;
  }
  return false;
}

function checkRepeated(digests: readonly string[], code: OcflCode, entry: string, findings: Findings): void {
  const seen = new Set<string>();
  for (const digest of digests) {
    if (seen.has(digest.toLowerCase())) findings.add(code, digest, entry);
    seen.add(digest.toLowerCase());
  }
}

const contentPathCodes: Readonly<Record<PathFault, OcflCode>> = { element: 'E099', slash: 'E100', conflict: 'E101' };
const logicalPathCodes: Readonly<Record<PathFault, OcflCode>> = { element: 'E052', slash: 'E053', conflict: 'E095' };

function reportPaths(
  paths: readonly string[],
  codes: Readonly<Record<PathFault, OcflCode>>,
  entry: string,
  findings: Findings,
): void {
  for (const [path, fault] of pathFaults(paths)) findings.add(codes[fault], path, entry);
}

function checkVersions(value: unknown, entry: string, findings: Findings): boolean {
  if (value === undefined) return true;
  if (!isObject(value)) {
    findings.add('E044', typeof value, entry);
    return false;
  }
  if (Object.keys(value).length === 0) {
    findings.add('E008', '', entry);
    return false;
  }
  return Object.entries(value)
    .map(([name, version]) => checkVersion(name, version, entry, findings))
    .every(Boolean);
}

function checkVersion(name: string, version: unknown, entry: string, findings: Findings): boolean {
  if (versionNumber(name) === undefined) {
    findings.add('E046', name, entry);
    return false;
  }
  if (!isObject(version)) {
    findings.add('E047', name, entry);
    return false;
  }
  for (const key of Object.keys(version)) {
    if (!versionKeys.has(key)) findings.add('E102', `${name}, ${key}`, entry);
  }
  checkProvenance(name, version, entry, findings);
  const state = version['state'];
  if (!('created' in version) || state === undefined) findings.add('E048', name, entry);
  if (state === undefined) return false;
  if (!isDigestMap(state)) {
    findings.add('E050', `${name}, the state does not map digests to lists of paths`, entry);
    return false;
  }
  reportPaths(Object.values(state).flat(), logicalPathCodes, entry, findings);
  return true;
}

function checkProvenance(name: string, version: Json, entry: string, findings: Findings): void {
  const { created, message, user } = version;
  if (created !== undefined && !(typeof created === 'string' && isTimestamp(created))) {
    findings.add('E049', `${name}, ${typeof created === 'string' ? created : 'no text'}`, entry);
  }
  if (message === undefined || user === undefined) findings.add('W007', name, entry);
  if (message !== undefined && typeof message !== 'string') findings.add('E094', name, entry);
  if (user === undefined) return;
  if (!isObject(user) || typeof user['name'] !== 'string' || user['name'] === '') {
    findings.add('E054', name, entry);
    return;
  }
  const address = user['address'];
  if (address === undefined) findings.add('W008', name, entry);
  else if (typeof address !== 'string' || !/^[a-z][a-z0-9+.-]*:\S+$/i.test(address)) {
    findings.add('W009', `${name}, ${typeof address === 'string' ? address : 'no text'}`, entry);
  }
}

function checkFixity(value: unknown, entry: string, findings: Findings): boolean {
  if (value === undefined) return true;
  if (!isObject(value)) {
    findings.add('E111', value === null ? 'null' : typeof value, entry);
    return false;
  }
  let sound = true;
  for (const [algorithm, block] of Object.entries(value)) {
    if (digestSupport(algorithm) === 'unknown') findings.add('E056', algorithm, entry);
    if (!isDigestMap(block)) {
      findings.add('E057', algorithm, entry);
      sound = false;
      continue;
    }
    checkRepeated(Object.keys(block), 'E097', entry, findings);
    reportPaths(Object.values(block).flat(), contentPathCodes, entry, findings);
  }
  return sound;
}

/** Version names: one convention, from 1, without gaps, `head` the last (OCFL 1.1, §3.3). */
function checkSequence(inventory: Inventory, entry: string, findings: Findings): void {
  const names = versionsInOrder(inventory);
  const padded = names.filter((name) => /^v0\d/.test(name));
  if (padded.length > 0) findings.add('W001', padded.join(', '), entry);
  checkNaming(names, entry, findings);
  const numbers = names.map((name) => versionNumber(name) ?? 0);
  if (numbers[0] !== 1) findings.add('E009', `the first is ${numbers[0]}`, entry);
  const gap = numbers.findIndex((number, i) => i > 0 && number !== (numbers[i - 1] ?? 0) + 1);
  if (gap > 0) findings.add('E010', `${numbers[gap - 1]} is followed by ${numbers[gap]}`, entry);
  if (!Object.hasOwn(inventory.versions, inventory.head) || versionNumber(inventory.head) !== numbers.at(-1)) {
    findings.add('E040', inventory.head, entry);
  }
}

/** Each version is named as the first is: with no zeros before its number, or with as many digits (E011, E012, E013). */
function checkNaming(names: readonly string[], entry: string, findings: Findings): void {
  const [first = ''] = names;
  const isPadded = /^v0\d/.test(first);
  const others = names.filter((name) =>
    isPadded ? !name.startsWith('v0') || name.length !== first.length : /^v0\d/.test(name),
  );
  if (others.length === 0) return;
  const unpadded = isPadded ? others.filter((name) => !name.startsWith('v0')) : [];
  if (unpadded.length > 0) findings.add('E011', unpadded.join(', '), entry);
  if (unpadded.length < others.length) findings.add('E012', names.join(', '), entry);
  findings.add('E013', `${others.join(', ')} after ${first}`, entry);
}

/** States against the manifest, both ways, and content paths against the versions (E050, E107, E042). */
function checkDigests(inventory: Inventory, entry: string, findings: Findings): void {
  const used = new Set<string>();
  for (const [name, version] of Object.entries(inventory.versions)) {
    for (const digest of Object.keys(version.state)) {
      used.add(digest);
      if (!Object.hasOwn(inventory.manifest, digest)) findings.add('E050', `${name}, ${digest}`, entry);
    }
    checkRepeated(Object.keys(version.state), 'E050', entry, findings);
  }
  for (const digest of Object.keys(inventory.manifest)) {
    if (!used.has(digest)) findings.add('E107', digest, entry);
  }
  const content = inventory.contentDirectory ?? contentFolder;
  for (const path of pathsOf(inventory.manifest).keys()) {
    const [version = '', folder] = path.split('/');
    if (!Object.hasOwn(inventory.versions, version) || folder !== content) findings.add('E042', path, entry);
  }
}
