import { userInfo } from 'node:os';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { OptionSpec } from './verb.js';

/** The options of what adds a version to an archive: who, and why. */
export const provenanceOptions: Readonly<Record<string, OptionSpec>> = {
  message: {
    value: 'TEXT',
    short: 'm',
    description: 'what the new version of the archive is for (default: what has changed, counted)',
  },
  user: { value: 'NAME', description: 'who makes the new version of the archive (default: the name of the account)' },
  'user-address': {
    value: 'URI',
    description: 'an address of that person that lasts: mailto:NAME@example.org or https://orcid.org/…',
  },
};

/** Whether an address is a URI, as archives keep it (OCFL 1.1, W009). */
export function checkAddress(address: string | undefined): readonly Diagnostic[] {
  if (address === undefined || /^[a-z][a-z0-9+.-]*:\S+$/i.test(address)) return [];
  const meant = address.includes('@') ? `mailto:${address}` : 'mailto:NAME@example.org, or https://orcid.org/…';
  return [diagnostic('AR023', { address, meant })];
}

/** When the archive's version is made: now, or the time that the surroundings fix for builds that can be repeated to the byte. */
export function depositTime(): string {
  return new Date(fixedTime() ?? Date.now()).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The time in milliseconds that the surroundings fix (https://reproducible-builds.org/specs/source-date-epoch). */
export function fixedTime(): number | undefined {
  const given = process.env['SOURCE_DATE_EPOCH'];
  const milliseconds = given === undefined || given.trim() === '' ? Number.NaN : Number(given) * 1000;
  return Number.isNaN(new Date(milliseconds).getTime()) ? undefined : milliseconds;
}

/** The name of the account; its number where the system knows no name for it, as in a container that is run with another number. */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USER'] || process.env['LOGNAME'] || `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
