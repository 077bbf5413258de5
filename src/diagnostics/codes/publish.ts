import type { CodeEntry } from '../codes.js';

/** Findings of publishing: codes `PUnnn`. */
export const publishCodes = {
  PU001: {
    severity: 'error',
    message: 'There is no target “{name}”.',
    hint: '{suggestion}',
    explanation:
      'A target is a repository that editions are published in. It is described under `targets` in volume.yaml, or in your own list, ~/.config/chancery/targets.yaml: its type, its address, and where the token is kept.',
  },
  PU002: {
    severity: 'error',
    message: '{where} holds what looks like a token itself.',
    hint: 'Take it out, make the token void at the repository and get another; then name where it is kept: token: { env: NAME } or token: { file: PATH }.',
    explanation:
      'A token opens the repository to whoever reads it, and manifests are passed on and kept in version control. It is given in a variable of the surroundings, or in a file that only you can read.',
  },
  PU003: {
    severity: 'error',
    message: 'There is no {secret} for the target “{target}”: {reason}.',
    hint: '{remedy}',
    explanation:
      'The repository asks who is calling. You make a token on its pages, in the settings of your account, and give it (or your password there) in a variable of the surroundings or in a file.',
  },
  PU004: {
    severity: 'error',
    message: 'Others than you can {act} {path}.',
    hint: 'chmod {mode} {path}',
    explanation:
      'Whoever can read the file of a token can publish in your name; whoever can write the list of targets can have your token sent to another address. The list may be read by others, since no token stands in it.',
  },
  PU005: {
    severity: 'error',
    message: 'The address of the target “{target}” is {address}: {reason}.',
    hint: 'Write the address of the repository’s home page, beginning with https://.',
    explanation:
      'Tokens are sent over encrypted lines only. An address that begins with http:// is taken for this machine alone (localhost), for trying out.',
  },
  PU006: {
    severity: 'error',
    message: 'There is no edition in {folder}.',
    hint: 'Build it first: chancery build {input}',
    explanation: 'What is published is what the last build has written: TEI, web site, EPUB, PDF.',
  },
  PU007: {
    severity: 'error',
    message: '{path} {reason}, so nothing is sent.',
    hint: '{remedy}',
    explanation:
      'Only what Chancery wrote and nobody changed since is published: a file that was put into the folder by mistake would go out with the edition, and cannot be called back.',
  },
  PU008: {
    severity: 'error',
    message: 'Another publisher is at work on this edition and target.',
    hint: 'Wait until it has ended; where none is running, delete {lock} first.',
    explanation: 'Two at a time could make two records of one edition.',
  },
  PU009: {
    severity: 'error',
    message: 'The journal {path} is damaged in line {line}.',
    hint: 'Take it from a copy, or delete it: the record is then looked for at the repository.',
    explanation:
      'The journal says which record at the repository is that of the edition. With a wrong one the wrong record could be changed.',
  },
  PU010: {
    severity: 'error',
    message: '{host} does not let the token do this ({call} → {status}){said}.',
    hint: 'Look on its pages whether the token is still valid, belongs to the owner of the record, and may do this (in InvenioRDM: the scopes deposit:write and deposit:actions; in a Dataverse: your role in the collection).',
    explanation:
      'A repository answers so to a wrong or expired token, and to one that may not do what is asked. What was done before stands; run the command again with a good token.',
  },
  PU011: {
    severity: 'error',
    message: '{host} refused {call} with {status}{said}.',
    hint: 'What was done before stands; the command can be run again.',
    explanation: 'The repository’s own words stand after the number of its answer.',
  },
  PU012: {
    severity: 'error',
    message: '{host} wants {call} sent on to {origin}, which was not done.',
    hint: 'Look whether baseUrl is the address that the repository has today.',
    explanation:
      'What is sent, and the token, go to the address that you have given and to no other, whatever a server says. A redirection is followed within it, and for reading.',
  },
  PU013: {
    severity: 'error',
    message: 'The step “{step}” at {target} did not come to its end: {reason}.',
    hint: 'Run the command again later: it goes on from there.',
    explanation: 'Each step is tried several times with growing pauses, and looked at before it is made again.',
  },
  PU014: {
    severity: 'error',
    message: '{host} cannot be asked: {reason}.',
    hint: 'Run the command again later: it goes on from where it was.',
    explanation: 'The network or the server failed though it was tried several times.',
  },
  PU015: {
    severity: 'error',
    message:
      'Somebody else is changing the record at {target}: at the step “{step}” it was not as it had been left, three times.',
    hint: 'Look at the record in the browser; run the command again when nobody is at work on it.',
    explanation: 'What a step has made is looked at before the next, and all is begun once more where it is gone.',
  },
  PU016: {
    severity: 'error',
    message: 'At {host} there is more than one record of this edition: {records}.',
    hint: 'Delete the drafts among them that are not wanted, so that one is left.',
    explanation:
      'A record of an edition is known by its URN ({urn}) among the identifiers. Where several bear it, nobody but you can choose.',
  },
  PU017: {
    severity: 'error',
    message: '{host} answers {path} with something else than a repository of this kind would: {what}.',
    hint: 'Look whether type and baseUrl of the target are right.',
    explanation: 'What a server answers is checked before anything is made of it.',
  },
  PU018: {
    severity: 'error',
    message: 'There is no community “{community}” at {host}.',
    hint: 'Write it as in the address of its page, after /communities/.',
    explanation: 'The record is handed to the community that the target names; its curators publish it.',
  },
  PU019: {
    severity: 'error',
    message: 'Somebody has opened the record {record} at {host} for a change that is not yet published.',
    hint: 'Publish or discard that change in the browser first.',
    explanation: 'There is one draft of a record; to write into it would publish somebody else’s half-made change.',
  },
  PU020: {
    severity: 'error',
    message: '{host} does not take “{field}”: {said}',
    hint: 'Correct it in volume.yaml, build, and publish again.',
    explanation:
      'The repository checks the metadata by rules of its own. It says so also in answers that look like a success, and drops the value; nothing is published then.',
  },
  PU021: {
    severity: 'error',
    message: 'The draft {record} at {host} was changed by somebody since it was last sent from here.',
    hint: 'Take the change over into volume.yaml and build; then publish with --replace, which puts the edition’s metadata in its place.',
    explanation: 'What somebody has corrected in the browser is not written over without a word.',
  },
  PU022: {
    severity: 'error',
    message: 'The draft {record} at {host} is not one of this edition; it stays.',
    explanation: 'Only a draft that bears the URN of the edition is deleted.',
  },
  PU023: {
    severity: 'error',
    message: 'The draft {record} at {host} holds {file}, which was not sent from here.',
    hint: 'Delete it there if it is not wanted. What is published holds the files of the edition and no other.',
    explanation: 'A file that somebody has added in the browser is not deleted without a word.',
  },
  PU024: {
    severity: 'error',
    message: 'The edition has {count} files to send, and {host} takes {most}.',
    hint: 'Leave some out with --only.',
    explanation: 'InvenioRDM takes a hundred files in a record. The web site and the archive go as one ZIP file each.',
  },
  PU025: {
    severity: 'error',
    message: 'The edition has changed, and its files bear the DOI of the version that is published ({doi}).',
    hint: 'Get the DOI of the new version first: publish --to {target} --reserve; build; publish again.',
    explanation: 'Each published version has a DOI of its own, and its files should bear that.',
  },
  PU026: {
    severity: 'error',
    message: 'The files bear the DOI {doi}, and the record at {target} has {record}.',
    hint: 'Write the DOI of the record into volume.yaml (identifiers: doi) and build again.',
    explanation: 'A reader who follows the DOI in the book must come to the book.',
  },
  PU027: {
    severity: 'error',
    message: '{host} has no “{id}” in its list of {vocabulary}, which {field} names.',
    hint: 'For a licence, name one of its list in the target: licence: ID.',
    explanation: 'A repository knows a term by its id, and refuses the whole record for one that it does not know.',
  },
  PU028: {
    severity: 'warning',
    message: '{host} has no “{id}” in its list of {vocabulary}; the record is sent without it.',
    explanation: 'The files say in which languages they are; only the record at the repository does not.',
  },
  PU029: {
    severity: 'error',
    message: 'What {host} has published as {record} is not what was sent: files are missing, added or changed.',
    hint: 'Tell the repository’s support: a published record can be corrected by a new version only.',
    explanation: 'After publication the size and the MD5 of every file are compared once more.',
  },
  PU030: {
    severity: 'error',
    message: '{file} was changed while it was sent.',
    hint: 'Wait until the build has ended, and run the command again.',
    explanation: 'What is sent must be what was looked at when the plan was made.',
  },
  PU031: {
    severity: 'error',
    message: '`chancery publish {action}` is for a record that was sent from here, and there is none at {target}.',
    hint: 'Publish first: chancery publish EDITION --to {target}',
    explanation: 'The journal beside the edition says what was sent where; it names no record for this target.',
  },
  PU032: {
    severity: 'error',
    message: 'The record {record} at {target} is published, and cannot be withdrawn.',
    hint: 'Publish a corrected version, or ask the repository’s support to take it down.',
    explanation: 'A published record is cited by its DOI, and a repository keeps it. Only a draft can be deleted.',
  },
  PU033: {
    severity: 'warning',
    message: 'The DOI {doi} is reserved and could not be written into {path}: {reason}.',
    hint: 'Write it there yourself (identifiers: doi), and build again.',
    explanation: 'The DOI is written into the manifest without changing anything else of it.',
  },
  PU034: {
    severity: 'info',
    message: 'The files of the edition bear no DOI; the record has {doi}.',
    hint: 'To have it in the files, run publish --reserve, build, and publish again.',
    explanation: 'A DOI that stands in the book leads its reader to the record, its newest version and its citation.',
  },
  PU035: {
    severity: 'error',
    message: '--{one} and --{other} cannot stand together.',
    hint: 'Leave one of them away.',
    explanation: 'An option that would do nothing is refused, since somebody expects something of it.',
  },
  PU036: {
    severity: 'error',
    message: 'The edition has no date of publication, which the repository asks for.',
    hint: 'Write “date:” into volume.yaml, and build again.',
    explanation:
      'A record needs the date under which it is cited. Where none is sent, a new version is given the day of today, which nobody has chosen.',
  },
  PU037: {
    severity: 'error',
    message: '--{option} has no meaning for `chancery publish {action}`.',
    hint: 'Leave it away.',
    explanation: 'An option that would do nothing is refused, since somebody expects something of it.',
  },
  PU038: {
    severity: 'error',
    message: 'Nothing was begun at {target} that could be gone on with.',
    hint: 'Leave --resume away to begin.',
    explanation: 'The journal beside the edition has no line for this target.',
  },
  PU039: {
    severity: 'error',
    message: '{path} does not bear the DOI {doi}, which the TEI beside it bears: it is from an earlier build.',
    hint: 'Build all editions again, or leave it out with --only.',
    explanation:
      'What is published together should be of one build: with `build --only` the other editions stay as they were.',
  },
} as const satisfies Record<string, CodeEntry>;
