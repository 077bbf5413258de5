import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { ArchiveFiles } from './archive-files.js';
import { validateObject } from './check-object.js';
import { Findings } from './findings.js';
import { isExtensionName } from './inventory.js';
import { layoutName, objectFolder } from './layout.js';
import { join, type StoreReader } from './store.js';

/**
 * Checks a storage root: its declaration and layout, that its folders lead to objects and hold nothing else, and every object in it
 * (OCFL 1.1, §4). Objects are found by their declarations, whatever the layout; where an
 * object must lie is checked for the layout that this program writes. Two objects of one id are a finding in any (E037).
 */
export function validateStorageRoot(store: StoreReader, root: string, isDeep = true): readonly Diagnostic[] {
  const findings = new Findings(root);
  const files = new ArchiveFiles(store, root, (path, reason) =>
    findings.add('E072', `${path} cannot be read (${reason})`, path),
  );
  const version = declaration(files, findings);
  const layout = layoutOf(files, findings);
  const objects: string[] = [];
  for (const entry of files.list('')) {
    if (entry.kind === 'other') findings.add('E090', entry.name, entry.name);
    else if (entry.kind === 'folder' && entry.name === 'extensions') extensions(files, findings);
    else if (entry.kind === 'folder') hierarchy(files, entry.name, findings, objects);
  }
  const ids = new Map<string, string>();
  const checked = objects.flatMap((path) => {
    const { inventory, diagnostics } = validateObject(store, join(root, path), isDeep);
    laterThan(files, path, version, findings);
    const misplaced = inventory !== undefined && layout === layoutName && objectFolder(inventory.id) !== path;
    const other = inventory && ids.get(inventory.id);
    if (inventory !== undefined && other !== undefined)
      findings.add('E037', `${inventory.id} at ${other} and ${path}`, path);
    else if (inventory !== undefined) ids.set(inventory.id, path);
    if (misplaced) findings.add('E083', `${inventory.id} at ${path}`, path);
    return diagnostics;
  });
  return [...findings.diagnostics, ...checked];
}

/** The declaration of the root: the version of OCFL that it names. */
function declaration(files: ArchiveFiles, findings: Findings): string | undefined {
  const names = files.list('').flatMap(({ kind, name }) => (kind === 'file' && /^0=ocfl_/.test(name) ? [name] : []));
  const [name, ...more] = names;
  if (name === undefined) findings.add('E069', 'there is no file 0=ocfl_1.1');
  else if (more.length > 0) findings.add('E076', names.join(', '));
  else if (files.read(name)?.toString() !== `${name.slice(2)}\n`) findings.add('E080', name, name);
  const version = /^0=ocfl_(\d+\.\d+)$/.exec(name ?? '')?.[1];
  if (name !== undefined && version === undefined) findings.add('E077', name, name);
  return more.length > 0 ? undefined : version;
}

/** An object may not be of a later OCFL than its root says (E081). */
function laterThan(files: ArchiveFiles, path: string, version: string | undefined, findings: Findings): void {
  const declared = files.list(path).flatMap(({ name }) => /^0=ocfl_object_(\d+\.\d+)$/.exec(name)?.[1] ?? []);
  for (const own of declared)
    if (version !== undefined && Number(own) > Number(version))
      findings.add('E081', `${path} is of ${own}, the root of ${version}`, path);
}

function layoutOf(files: ArchiveFiles, findings: Findings): string | undefined {
  const json = files.read('ocfl_layout.json')?.toString();
  if (json === undefined) return undefined;
  try {
    const layout = JSON.parse(json) as { extension?: unknown; description?: unknown } | null;
    if (typeof layout?.extension === 'string' && typeof layout.description === 'string') return layout.extension;
    findings.add('E070', 'extension or description is missing', 'ocfl_layout.json');
  } catch (error) {
    findings.add('E070', error instanceof Error ? error.message : String(error), 'ocfl_layout.json');
  }
  return undefined;
}

function extensions(files: ArchiveFiles, findings: Findings): void {
  for (const { name, kind } of files.list('extensions')) {
    if (kind !== 'folder') findings.add('E112', name, `extensions/${name}`);
    else if (!isExtensionName(name)) findings.add('W016', name, `extensions/${name}`);
  }
}

function hierarchy(files: ArchiveFiles, path: string, findings: Findings, objects: string[]): void {
  const entries = files.list(path);
  if (entries.some(({ name }) => name.startsWith('0=ocfl_object_'))) {
    objects.push(path);
    return;
  }
  if (entries.length === 0) findings.add('E073', path, path);
  for (const { name, kind } of entries) {
    const child = join(path, name);
    if (kind === 'folder') hierarchy(files, child, findings, objects);
    else findings.add(kind === 'file' ? 'E072' : 'E090', child, child);
  }
}
