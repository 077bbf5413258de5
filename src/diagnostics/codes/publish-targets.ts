import type { CodeEntry } from '../codes.js';

/** Findings of publishing at Fedora and of mirrors: codes `PU05n` and `PU06n`. */
export const publishTargetCodes = {
  PU050: {
    severity: 'error',
    message: '--{option} has no meaning for the target “{target}”, which is of the kind {type}.',
    hint: 'Leave it away.',
    explanation:
      'Fedora and mirrors know no drafts and give no DOIs: what is sent there stands there when the command has ended, each change as a version. A mirror is sent the whole archive.',
  },
  PU051: {
    severity: 'error',
    message: 'At {place} of {host} there is another {path} than in the archive here.',
    hint: 'Look what it is (chancery archive validate on a copy of the mirror); if the mirror is damaged there, delete that file there, and run the command again.',
    explanation: 'What an archive holds is written once. A mirror that holds something else is not written over.',
  },
  PU052: {
    severity: 'error',
    message: 'The mirror {place} of {host} holds what the archive here has not: {path}.',
    hint: 'Look whether a newer archive was mirrored from another machine, and go on from that one.',
    explanation:
      'A version that stands at the mirror and not here would be lost if this archive were put in its place. Each version of an object must be among those here.',
  },
  PU053: {
    severity: 'error',
    message: 'The archive {path} is not valid ({count} findings), so it is not mirrored.',
    hint: 'chancery archive validate {path} says what is wrong.',
    explanation: 'A mirror is what one goes back to when the archive is lost: nothing damaged is sent there.',
  },
  PU054: {
    severity: 'error',
    message: 'What is at {path} of {host} is not this edition: {reason}.',
    hint: 'Name another container in the target: container: PATH.',
    explanation: 'Only what bears the URN of the edition is changed; nothing of others is written over.',
  },
  PU055: {
    severity: 'error',
    message: 'What was at {path} of {host} has been deleted there.',
    hint: 'Ask those who keep the repository to take away its tombstone, or name another container in the target.',
    explanation:
      'Fedora keeps a tombstone of what was deleted. To take it away loses the history, which is for people to decide.',
  },
  PU056: {
    severity: 'error',
    message: '{host} shows another key than the target names: {shown}, and not {known}.',
    hint: 'Ask those who keep the server whether its key has changed, by another way than this line. If so, write the new one as hostKey.',
    explanation:
      'A server of SSH is known by the fingerprint of its key alone. Another key can mean that somebody has put another machine in its place; nothing was sent, and no password.',
  },
  PU057: {
    severity: 'error',
    message: 'There is no {path} at {host}.',
    hint: 'Make it there, or write its right name into the target.',
    explanation: 'A mirror is begun in a bucket or folder that somebody has made for it.',
  },
  PU058: {
    severity: 'error',
    message: '{place} of {host} is no archive and not empty: it holds {path}.',
    hint: 'Name an empty folder, or a prefix of its own, in the target.',
    explanation: 'An OCFL storage root holds nothing but its objects. A mirror is begun in an empty place.',
  },
  PU059: {
    severity: 'error',
    message: 'There is no archive in {folder}, which a mirror is made of.',
    hint: 'Build the edition with its archive: chancery build',
    explanation: 'A mirror is a copy of archive/ in the output folder of the build, the OCFL storage root.',
  },
  PU060: {
    severity: 'error',
    message: '{host} does not let {user} do this: {said}.',
    hint: 'Look whether user and password or private key are right, and whether that user may write there.',
    explanation: 'What was done before stands; run the command again when it is put right.',
  },
} as const satisfies Record<string, CodeEntry>;
