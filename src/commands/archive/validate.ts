import { existsSync, readdirSync, statSync } from 'node:fs';
import { BagFindings } from '../../archive/bagit/bag-findings.js';
import { type BagCheck, checkBag } from '../../archive/bagit/check-bag.js';
import type { BagProfile } from '../../archive/bagit/profile.js';
import { validateObject } from '../../archive/check-object.js';
import { validateStorageRoot } from '../../archive/check-root.js';
import { type Diagnostic, diagnostic, type Result } from '../../diagnostics/diagnostic.js';
import { countFindings } from '../../diagnostics/format.js';
import { plural, size } from '../../diagnostics/words.js';
import { openPackage } from '../../formats/package-entries.js';
import { unreadable } from '../../formats/text-file.js';
import { readProfileFile } from '../../pipeline/package.js';
import { locationOf } from '../../pipeline/storage-root.js';
import type { Verb } from '../verb.js';
import { outcome } from './outcome.js';

/** What was checked. */
interface Checked {
  readonly kind: 'OCFL storage root' | 'OCFL object' | 'BagIt bag';
  readonly bag?: Omit<BagCheck, 'diagnostics'>;
}

/** `archive validate PATH`. */
export const verb: Verb = {
  name: 'archive validate',
  description:
    'Checks a package of anybody’s, whatever program has made it: an OCFL storage root or object (1.0, 1.1), or a BagIt bag (0.93 to 1.0) in a folder, a ZIP file or a tar file. Every file is read and compared with its digests. ' +
    'Nothing is unpacked, written or fetched: paths that lead out of a package, links and addresses are findings, and are not followed.',
  argument: { name: 'PATH', count: 'one', description: 'the folder, the ZIP file or the tar file' },
  options: { profile: { value: 'FILE', description: 'a BagIt profile (JSON) that the bag is to keep to' } },
  examples: [
    ['chancery archive validate delivery.zip', 'check a BagIt package before it is unpacked'],
    [
      'chancery archive validate delivery.zip --profile repository-profile.json',
      'and whether a repository will take it',
    ],
  ],
  async run({ arguments: [path = ''], options, terminal }) {
    terminal.progress(`Checking ${path} …`);
    const { value, diagnostics } = await check(path, options.value('profile'));
    return outcome(terminal, diagnostics, value && { path, ...value }, () => {
      const bag = value?.bag;
      const more =
        bag === undefined
          ? ''
          : ` ${bag.version ?? ''}, ${plural(bag.payloadFiles, 'file')}, ${size(bag.payloadBytes)}, by ${bag.algorithms.join(', ')}`;
      return `${path}: ${value?.kind ?? ''}${more}; ${countFindings(diagnostics)}`;
    });
  },
};

async function check(path: string, profilePath: string | undefined): Promise<Result<Checked>> {
  try {
    if (existsSync(path) && statSync(path).isDirectory()) {
      const names = readdirSync(path);
      const { store, root } = locationOf(path, path);
      if (names.some((name) => name.startsWith('0=ocfl_object_')))
        return { value: { kind: 'OCFL object' }, diagnostics: validateObject(store, root).diagnostics };
      if (names.some((name) => name.startsWith('0=ocfl_')))
        return { value: { kind: 'OCFL storage root' }, diagnostics: validateStorageRoot(store, root) };
      if (!names.includes('bagit.txt')) return { diagnostics: [diagnostic('AR018', { path })] };
    }
    const profile = profilePath === undefined ? undefined : readProfileFile(profilePath);
    if (profile !== undefined && profile.value === undefined) return { diagnostics: profile.diagnostics };
    return await checkPackage(path, profile?.value);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return { diagnostics: [unreadable(path, error as NodeJS.ErrnoException)] };
  }
}

async function checkPackage(path: string, profile: BagProfile | undefined): Promise<Result<Checked>> {
  try {
    const opened = await openPackage(path);
    if (opened === undefined) return { diagnostics: [diagnostic('AR018', { path })] };
    try {
      const { diagnostics, ...bag } = await checkBag(path, opened, profile);
      return { value: { kind: 'BagIt bag', bag }, diagnostics };
    } finally {
      opened.close();
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { diagnostics: damaged(path, error.message) };
  }
}

function damaged(path: string, what: string): readonly Diagnostic[] {
  const findings = new BagFindings(path);
  findings.add('BG018', what);
  return findings.diagnostics;
}
