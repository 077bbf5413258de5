import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { BagFindings } from '../archive/bagit/bag-findings.js';
import { checkBag } from '../archive/bagit/check-bag.js';
import { type BagProfile, readProfile } from '../archive/bagit/profile.js';
import { type BagInfo, bagFiles } from '../archive/bagit/write-bag.js';
import { diskStore } from '../archive/disk.js';
import { refusedPaths } from '../archive/portable.js';
import { type Diagnostic, diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import { makeFolder, refusal, writePieces } from '../formats/file-output.js';
import type { OpenPackage } from '../formats/package-entries.js';
import { tarOf } from '../formats/tar.js';
import { zipStored } from '../formats/zip-stored.js';
import { chunksOf, type Files, sizeOf } from '../model/file-set.js';

/** `bagit` is a bag as a folder; the others are the same bag in one file. */
export const packageForms = ['bagit', 'zip', 'tar'] as const;
export type PackageForm = (typeof packageForms)[number];

export interface PackageRequest {
  /** The name of the bag's folder in a ZIP or tar file. */
  readonly name: string;
  readonly payload: Files;
  /** What `bag-info.txt` is to say, `Bagging-Date` among it. */
  readonly info: BagInfo;
  /** Further files beside the payload, by their paths in the bag. */
  readonly tagFiles?: Files;
  readonly form: PackageForm;
  /** The time that entries of a ZIP or tar file bear; RFC 3339. */
  readonly modified: string;
  /** The file of a BagIt profile that the bag is to keep to. */
  readonly profile?: string;
  /** The file, or for `bagit` the folder, that is made; nothing may stand there. */
  readonly out: string;
}

export interface PackageReport {
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
}

/** Writes a bag of files (RFC 8493), which are read as they are written. The same request makes the same bytes. */
export async function writePackage(request: PackageRequest): Promise<Result<PackageReport>> {
  const { payload, out, name, modified, form } = request;
  const refused = [...refusedPaths([...payload.keys()]), ...standing(out)];
  if (refused.length > 0) return { diagnostics: refused };
  try {
    const { value: profile, diagnostics: unread } = profileOf(request);
    if (hasErrors(unread)) return { diagnostics: unread };
    const named: BagInfo = profile === undefined ? [] : [['BagIt-Profile-Identifier', profile.identifier]];
    const files = bagFiles({ ...request, info: [...request.info, ...named] });
    const unfit = profile === undefined ? [] : await faultsBy(profile, files, request);
    if (hasErrors(unfit)) return { diagnostics: unfit };
    if (form === 'bagit') return { value: writeFolder(out, files), diagnostics: unfit };
    const packed = new Map([...files].map(([path, content]) => [`${name}/${path}`, content]));
    const bytes = writePieces(out, form === 'zip' ? zipStored(packed, modified) : tarOf(packed, modified));
    return { value: { path: out, files: payload.size, bytes }, diagnostics: unfit };
  } catch (error) {
    const denied = refusal(error);
    if (denied === undefined) throw error;
    return { diagnostics: [diagnostic('IN007', { path: denied.path ?? out, reason: denied.reason })] };
  }
}

function standing(out: string): readonly Diagnostic[] {
  return existsSync(out) ? [diagnostic('AR017', { path: out })] : [];
}

function profileOf({ profile }: PackageRequest): Result<BagProfile> {
  if (profile === undefined) return { diagnostics: [] };
  return readProfileFile(profile);
}

/** Reads the file of a BagIt profile. */
export function readProfileFile(path: string): Result<BagProfile> {
  try {
    return { value: readProfile(readFileSync(path, 'utf8')), diagnostics: [] };
  } catch (error) {
    const findings = new BagFindings(path);
    findings.add('BG023', refusal(error)?.reason ?? (error as Error).message);
    return { diagnostics: findings.diagnostics };
  }
}

/** What a profile finds in a bag that is not written yet. */
async function faultsBy(
  profile: BagProfile,
  files: Files,
  { out, form }: PackageRequest,
): Promise<readonly Diagnostic[]> {
  const entries = [...files].map(([path, content]) => ({
    path: form === 'bagit' ? path : `bag/${path}`,
    kind: 'file' as const,
    size: sizeOf(content),
    chunks: () => chunksOf(content),
  }));
  const opened: OpenPackage = { form: form === 'bagit' ? 'folder' : form, entries, close: () => undefined };
  return (await checkBag(basename(out), opened, profile)).diagnostics;
}

/** Writes a bag as a folder that is not there yet; what fails leaves nothing. */
function writeFolder(out: string, files: Files): PackageReport {
  try {
    makeFolder(out);
    const { write } = diskStore(out);
    for (const [path, content] of files) write(path, content);
  } catch (error) {
    rmSync(out, { recursive: true, force: true });
    throw error;
  }
  const bytes = [...files.values()].reduce((sum, content) => sum + sizeOf(content), 0);
  return { path: out, files: [...files.keys()].filter((path) => path.startsWith('data/')).length, bytes };
}
