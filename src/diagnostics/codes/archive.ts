import type { CodeEntry } from '../codes.js';
import { bagitCodes } from './bagit.js';
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
      '(OCFL 1.1, §3.5.3.1, E052, E053, E095). Nor may a name be one that Windows or another system cannot hold: with < > : " \\ | ? * or a control character, ' +
      'a full stop or space at its end, the name of a device (con, nul, com1 …), or two names that differ in capitals or in how an accent is written alone.',
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
  AR007: {
    severity: 'error',
    message: '{path} is no edition that was built: {reason}.',
    hint: 'Name the folder that chancery build has written, as dist/my-volume.',
    explanation: 'A built edition is a folder with tei/ and the editions that were made from it (html, epub, pdf).',
  },
  AR008: {
    severity: 'error',
    message: 'There is no archive at {path}.',
    hint: 'Name the archive with --archive, as dist/my-volume/archive: the folder with a file 0=ocfl_1.1 in it.',
    explanation:
      'An archive is an OCFL storage root. Without --archive it is looked for in archive/, in dist/ID/archive and in the folder where the command runs.',
  },
  AR009: {
    severity: 'error',
    message: 'There is no {name} in the archive {path}. It holds {ids}.',
    hint: 'Name an object by its id, or by the id of its volume.',
    explanation: 'Objects are found by their ids, and those that this program has stored by the ids of their volumes.',
  },
  AR010: {
    severity: 'error',
    message: '{name} is the volume of several objects of the archive: {ids}.',
    hint: 'Name the one that is meant by its id.',
    explanation: 'Two publishers can give their volumes one id; their editions are two objects.',
  },
  AR011: {
    severity: 'error',
    message: 'The object {id} has no version {version}. It has {versions}.',
    hint: 'chancery archive log ID lists the versions.',
    explanation: 'Versions are called v1, v2 and so on (OCFL 1.1, §3.3).',
  },
  AR012: {
    severity: 'info',
    message: 'What a broken-off deposit had left was removed: {path}.',
    explanation:
      'A version is made ready beside the archive and then moved into it in one step. What was not moved was never a part of the archive.',
  },
  AR013: {
    severity: 'warning',
    message: '{path} has the name of what a deposit leaves, but holds something else; it was left.',
    hint: 'Look at it, and move it away.',
    explanation: 'Only what this program makes is removed.',
  },
  AR014: {
    severity: 'info',
    message: 'A storage root whose making was broken off was completed: {path}.',
    explanation: 'The declaration of a storage root is written last, so that without it a root is not finished.',
  },
  AR015: {
    severity: 'warning',
    message: '{path} has been changed since it was built.',
    hint: 'Build the edition again, so that all its parts are made from one TEI.',
    explanation: 'The record of the folder, .chancery.json, has another digest for the file. It is archived as it is.',
  },
  AR016: {
    severity: 'error',
    message: '{path} is neither a file nor a folder.',
    hint: 'Put the file itself in the place of the link.',
    explanation: 'Links and devices are not portable, and nothing is read through them (OCFL 1.1, E090).',
  },
  AR017: {
    severity: 'error',
    message: '{path} stands there already, and nothing is written over.',
    hint: 'Give another place with --out.',
    explanation: 'What was handed over or taken out may be somebody’s only copy.',
  },
  AR018: {
    severity: 'error',
    message: '{path} is neither an OCFL storage root or object, nor a BagIt bag, nor a ZIP or tar file.',
    hint: 'Name the folder with a file 0=ocfl_1.1, 0=ocfl_object_1.1 or bagit.txt in it. A file that is compressed as a whole (.tar.gz) is to be decompressed first.',
    explanation: 'What a package is, its declaration says: OCFL 1.1, §3.2 and §4.1; RFC 8493, §2.1.1.',
  },
  AR019: {
    severity: 'info',
    message: 'The version has no sources, since a built edition does not hold them.',
    hint: 'Add the folder of the raw texts with --sources DIR; chancery build archives them by itself.',
    explanation: 'What an edition was made from is a part of what later readers want to see.',
  },
  AR020: {
    severity: 'error',
    message:
      'The archive {path} cannot lie there: it would be in a part of the output {folder}, or the output in the archive.',
    hint: 'Give the archive a folder of its own with --archive, or the outputs another with --out.',
    explanation:
      'The parts of the output folder (tei, html, epub, pdf) are replaced at every build, and a storage root holds nothing but objects (OCFL 1.1, §4).',
  },
  AR021: {
    severity: 'info',
    message: 'An empty folder that a broken-off deposit had left in the archive was removed: {path}.',
    explanation: 'The folders above an object are made before it is moved into them (OCFL 1.1, E073).',
  },
  AR022: {
    severity: 'error',
    message: '{path} is damaged in the archive: it does not match its digest. Nothing was written.',
    hint: 'chancery archive verify --deep shows all damage. Restore the archive from a copy.',
    explanation:
      'Every file is hashed when it is taken out or packed, and compared with the inventory. Of what was written before, nothing stays.',
  },
  AR023: {
    severity: 'error',
    message: '“{address}” is no address that an archive can keep.',
    hint: 'Write it as a URI: {meant}.',
    explanation: 'A name alone is ambiguous; an address says who it was (OCFL 1.1, W008 and W009).',
  },
  AR024: {
    severity: 'info',
    message: 'The source {path} is called {name} in the archive, since {reason}.',
    hint: 'Where you want to choose the name yourself, rename the file.',
    explanation:
      'An archive is to be read on machines that nobody knows yet. The manifest.json of the archived edition has the name that the file had. Names of all other files are refused where a system cannot hold them (AR002).',
  },
  ...ocflCodes,
  ...bagitCodes,
} as const satisfies Record<string, CodeEntry>;
