import type { CodeEntry } from '../codes.js';

/** Findings of what a web edition tells programs, and of serving it: codes `DInnn`. */
export const discoveryCodes = {
  DI001: {
    severity: 'warning',
    message:
      'In {volume} {count} file(s) of the web edition differ from the version before, but its time of change is still {modified}: harvesters will not notice.',
    hint: 'Set `modified` in the manifest (in a TEI volume: a dated `change` in `revisionDesc`) before you publish this version.',
    explanation:
      'Harvesters ask for what has changed after the time of their last visit (OAI-PMH 2.0, §2.7; ResourceSync, §14). The time comes from the edition and never from the clock, so that the same input makes the same bytes.',
  },
  DI002: {
    severity: 'info',
    message:
      'The web edition of {volume} names nobody to whom questions go, so it has no file for OAI-PMH gateways (oai.xml).',
    hint: 'Add `contact: editors@example.org` to the manifest (in a TEI volume: an `address` with an `addrLine` in `publicationStmt`).',
    explanation:
      'Every repository that is harvested by OAI-PMH names an e-mail address (OAI-PMH 2.0, §4.2, adminEmail), and none is made up.',
  },
  DI010: {
    severity: 'error',
    message: 'There is no web edition in {path}.',
    hint: 'Name the folder that `chancery build` has made, its folder `html`, or a folder that holds such; `chancery build … --only html` makes one.',
    explanation: 'A web edition is a folder with an index.html, or one with such a folder of the name `html` in it.',
  },
  DI011: {
    severity: 'error',
    message: 'Both {path} and {other} would be served as {name}.',
    hint: 'Serve them by a command each, or rename one of the folders.',
    explanation: 'Several editions are served beside each other, each under the name of its folder.',
  },
  DI012: {
    severity: 'error',
    message: 'The web edition in {path} has nothing for harvesters.',
    hint: 'Add `address: https://…` to the manifest, the address at which it is published, and build it again.',
    explanation:
      'With an address the web edition has its metadata and a record of what was published when (publication.json), from which harvesters are answered. Records need names that stay, and those are made from the address.',
  },
  DI013: {
    severity: 'error',
    message: '{path} is not as `chancery build` has made it.',
    hint: 'Build the edition again.',
    explanation:
      'What harvesters are given must be what the edition has published: each file of metadata is compared with its digest in publication.json.',
  },
  DI014: {
    severity: 'error',
    message: 'Nobody is named to whom questions of harvesters go.',
    hint: 'Add --email editors@example.org, or `contact` to the manifest, and build again.',
    explanation: 'A repository names an e-mail address (OAI-PMH 2.0, §4.2, adminEmail), and none is made up.',
  },
  DI015: {
    severity: 'error',
    message: 'Nothing can be served at {address}: {reason}.',
    hint: 'Choose another with --port (0 takes any that is free) or --host.',
    explanation:
      'A server waits at an address and a port of this machine, of which each is free for one program at a time; ports below 1024 are kept for the system.',
  },
  DI016: {
    severity: 'warning',
    message: 'The records of {path} and of {other} have the same identifiers; those of the first are given.',
    hint: 'Serve one of the two: they are versions of one edition.',
    explanation: 'The identifier of a record is unique in a repository (OAI-PMH 2.0, §2.4).',
  },
  DI017: {
    severity: 'error',
    message: '{option} is for harvesters, and none are answered.',
    hint: 'Add --oai, or leave it away.',
    explanation: 'An option that would do nothing is refused, since somebody expects something of it.',
  },
  DI018: {
    severity: 'error',
    message: 'With --host {host} the server does not know under which address harvesters reach it.',
    hint: 'Say it: --address https://editions.example.org/',
    explanation:
      'A repository says its own address in every response (OAI-PMH 2.0, §3.2), and harvesters keep it. A server that waits at all addresses of a machine cannot know which of them, or which server before it, harvesters use.',
  },
} as const satisfies Record<string, CodeEntry>;
