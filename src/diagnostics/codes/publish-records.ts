import type { CodeEntry } from '../codes.js';

/** Findings of publishing at Dataverse (`PU07n`), and of what a record is open to. */
export const publishRecordCodes = {
  PU070: {
    severity: 'error',
    message: 'The dataset {record} at {host} has been locked for ten minutes: {locks}.',
    hint: 'Wait until what is under way there has ended, and run the command again; it goes on from here. If it stays so, ask those who keep the repository.',
    explanation:
      'Dataverse locks a dataset while it publishes it or works on its files, and nobody can change it until then.',
  },
  PU071: {
    severity: 'error',
    message: 'The dataset {record} at {host} is in review.',
    hint: 'Wait for the answer of those who review it, or ask them to return it.',
    explanation: 'A dataset that was submitted for review is theirs until they publish or return it.',
  },
  PU072: {
    severity: 'error',
    message: 'There is no collection “{collection}” at {host}, or the token may not see it.',
    hint: 'Write it as in the address of its page, after /dataverse/.',
    explanation: 'A dataset stands in a collection (a “dataverse”), which the target names as collection.',
  },
  PU073: {
    severity: 'error',
    message: 'The files bear the DOI {doi}, and {host} gives a dataset its own.',
    hint: 'Take the DOI out of volume.yaml (identifiers: doi) and get that of the dataset: publish --to {target} --reserve; build; publish again.',
    explanation:
      'Dataverse takes no DOI from elsewhere. A reader who follows the DOI in the book must come to the book.',
  },
  PU074: {
    severity: 'warning',
    message: '{host} does not offer the licence {licence}; it stands in the dataset’s terms of use, in words.',
    explanation:
      'Each installation has its own list of licences. What is not in it is said in words, which programs do not understand.',
  },
  PU075: {
    severity: 'error',
    message: 'The target “{target}” names no contact, and the edition has none.',
    hint: 'Write an e-mail address into the target: contact: editors@example.org.',
    explanation: 'Dataverse asks for an e-mail address to which questions about a dataset go. It is not shown there.',
  },
  PU076: {
    severity: 'error',
    message:
      '{host} has found files of {record} missing or damaged in its own store ({locks}), and publishes nothing of it.',
    hint: 'Tell those who keep the repository. Nothing can be done from here.',
    explanation:
      'Dataverse compares the files with their digests when it publishes, and locks a dataset whose files do not agree.',
  },
  PU077: {
    severity: 'error',
    message: 'The search of {host} does not show the draft {record} that has just been made there.',
    hint: 'Run the same command again later; it goes on from here.',
    explanation:
      'Before publishing, the repository is asked whether a call that was sent twice has left a second draft. Its answer is believed only when it names our own draft; until then a second one could stand there unseen.',
  },
  PU078: {
    severity: 'error',
    message: '{host} does not keep {record} as closed as the target asks: {asked} was asked, and it says {said}.',
    hint: 'Nothing was published. Look at the draft there, and ask those who keep the repository what may be restricted or put under embargo.',
    explanation:
      'A record or files that shall be seen by some only, or from a day on, must not come out before. What the repository has made of the request is compared before anything is published.',
  },
  PU079: {
    severity: 'error',
    message: 'The service document of {host} has no collection {collection}; it has: {there}.',
    hint: 'Write the title of one of them, or the end of its address, into the target: collection: NAME.',
    explanation:
      'A SWORD server says in its service document into which collections you may deposit; it can show other users others.',
  },
  PU080: {
    severity: 'error',
    message: 'The collection {collection} of {host} does not take packages of the form {form}; it takes: {taken}.',
    hint: 'Write packaging: SimpleZip or packaging: BagIt into the target, whichever of them it takes.',
    explanation:
      'A package is unpacked by its form (SWORD 2.0 Profile, §7). One of a form that the server does not know would be refused, or kept as a ZIP file that nobody opens.',
  },
  PU081: {
    severity: 'error',
    message: 'The package {file} has {bytes}, and {host} takes {most} at most.',
    hint: 'Send less: --only tei,pdf, or ask those who keep the repository for more.',
    explanation: 'The service document of a SWORD server says how much it takes in one deposit (sword:maxUploadSize).',
  },
  PU082: {
    severity: 'error',
    message:
      'Whether {host} has made a deposit of {urn} before the line broke cannot be known: it does not list what it has, or not all of it, or not so that one edition can be told from another.',
    hint: 'Look there whether there is one that is not complete, and delete it; then delete the journal of the target and begin again.',
    explanation:
      'SWORD gives an edition no address of its own before it is there, and leaves it to a server whether it lists its deposits, and with what of their metadata. To send once more on trust could make a second one.',
  },
  PU083: {
    severity: 'error',
    message: '{host} has {count} deposits of this edition ({urn}), where there should be one.',
    hint: 'Delete all but one there; then run the same command again.',
    explanation:
      'A call that arrived twice, or a deposit from another machine, makes a second one. Which is to stay is for people to decide, before anything is ended.',
  },
  PU084: {
    severity: 'info',
    message: '{host} does not show what it holds: {file} could not be read back and compared.',
    hint: 'It has taken the package with its MD5, which the profile of SWORD has it compare.',
    explanation:
      'A statement may name the packages that were deposited (SWORD 2.0 Profile, §11); not every server has that.',
  },
  PU085: {
    severity: 'warning',
    message:
      'The deposit of {urn} at {host} was ended, as far as is known, and does not hold the edition as it is now. Nothing was sent.',
    hint: 'Put the changed edition in its place with --publish, where the repository lets you: that cannot be undone.',
    explanation:
      'What was handed over with --publish is with the repository and has no draft any more. Whatever is sent to it stands there at once.',
  },
  PU086: {
    severity: 'error',
    message:
      '{host} shows other packages than {file}, which was sent to it twice: none that its statement names has the SHA-256 {sha256}.',
    hint: 'Look at the deposit there, and ask those who keep the repository whether it changes packages; running the command again sends it once more.',
    explanation:
      'A server has compared the MD5 of a package when it takes it (SWORD 2.0 Profile, §6.3.1). What it shows after that under another digest was changed, or is another package.',
  },
} as const satisfies Record<string, CodeEntry>;
