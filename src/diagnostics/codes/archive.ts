import type { CodeEntry } from '../codes.js';
import { ocflCodes } from './ocfl.js';

/** Findings of archive packages: codes `ARnnn`, and the codes of the OCFL specification as they are. */
export const archiveCodes = {
  AR001: {
    severity: 'error',
    message:
      'The archive at {path} is damaged, so nothing was added to it: {count} problem(s), the first is {code}: {first}',
    hint: 'Restore the archive from a copy, or move it aside; the next build then starts a new one.',
    explanation:
      'A new version builds on the files of the versions before it. Adding to an object whose files no longer match their digests would give ' +
      'the damage the look of an intended state.',
  },
  AR002: {
    severity: 'error',
    message: 'The path “{path}” cannot be archived: {reason}.',
    hint: 'Rename the file.',
    explanation:
      'Logical paths of an OCFL object are relative, have no empty, “.” or “..” part, and no file’s path is the beginning of another’s ' +
      '(OCFL 1.1, §3.5.3.1, E052, E053, E095).',
  },
  AR003: {
    severity: 'error',
    message: 'The time “{created}” of the deposit is not an RFC 3339 time with seconds and zone.',
    hint: 'Write it like 2026-01-31T12:00:00Z.',
    explanation: 'The time of a version is part of the object’s history and must be exact (OCFL 1.1, E049).',
  },
  AR004: {
    severity: 'error',
    message: 'The folder {path} is not an OCFL 1.1 storage root with the layout that this program writes.',
    hint: 'Choose an empty folder or an archive that this program made.',
    explanation: 'Objects are only added where the storage root’s declaration and its layout are known (OCFL 1.1, §4).',
  },
  AR005: {
    severity: 'info',
    message: 'A deposit that was broken off was completed: version {version} of {id}.',
    explanation:
      'A version is complete in its folder before the object’s inventory names it. When a deposit is killed in between, the next one copies the ' +
      'version’s own inventory to its place.',
  },
  AR006: {
    severity: 'error',
    message: 'Another build has been archiving into {path} for a minute.',
    hint: 'Build again when it has ended; where none is running, delete {lock} first.',
    explanation:
      'Two deposits into one archive at the same time would damage it, so that the second waits for the first.',
  },
  AR020: {
    severity: 'error',
    message:
      'The archive {path} cannot lie there: it would be in a part of the output {folder}, or the output in the archive.',
    hint: 'Give the archive a folder of its own with --archive, or the outputs another with --out.',
    explanation:
      'The parts of the output folder (tei, html, epub, pdf) are replaced at every build, and a storage root holds nothing but objects (OCFL 1.1, §4).',
  },
  ...ocflCodes,
} as const satisfies Record<string, CodeEntry>;
