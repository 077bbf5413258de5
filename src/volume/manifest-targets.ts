import { SUBJECTS } from '../metadata/dataverse.js';
import { E_MAIL } from '../model/e-mail.js';
import { record, text, z } from './manifest-shapes.js';

/** A secret is never named in a finding: what is wrong with it is told without it. */
const secret = (what: string, variable: string) =>
  z
    .union(
      [
        record({ env: text(`The variable of the surroundings that holds the ${what}: ${variable}.`) }),
        record({ file: text(`The file that holds the ${what} and nothing else, which only you can read.`) }),
      ],
      { error: () => `says where the ${what} is kept: { env: NAME } or { file: PATH }` },
    )
    .describe(`Where the ${what} is kept, never the ${what} itself.`);

const kind = <Type extends string>(type: Type, description: string) => z.literal(type).describe(description);
const user = text('The name of the user there.');
const password = secret('password', 'ARCHIVE_PASSWORD');
/** A path within a repository: no empty part, and none that leads elsewhere. */
const path = (description: string) =>
  z
    .string()
    .regex(
      /^(?!\.{1,2}(?:\/|$))[^/]+(?:\/(?!\.{1,2}(?:\/|$))[^/]+)*$/,
      'is a path without “.”, “..” and slashes at its ends',
    )
    .describe(description);

const openness = z.enum(['public', 'restricted']);

const embargo = record({
  until: z.iso
    .date({ error: 'is a day: 2030-01-31' })
    .describe('The day on which what is restricted becomes public: 2030-01-31.'),
  reason: text('Why, in words that are shown there.').optional(),
})
  .describe('What is restricted becomes public on a day.')
  .optional();

/** What of a record is open; an embargo keeps the files back where nothing else is said. */
const access = record({
  record: openness.default('public').describe('Who sees the record: public, or restricted (whom you let in there).'),
  files: openness.describe('Who may read the files: public, or restricted; with an embargo restricted.').optional(),
  embargo,
}).refine(({ record: own, files, embargo }) => embargo === undefined || own === 'restricted' || files !== 'public', {
  path: ['files'],
  error: 'are public, so that the embargo would keep nothing back; write files: restricted',
});

const kinds = [
  record({
    type: kind('inveniordm', 'The kind of the repository: inveniordm (InvenioRDM).'),
    baseUrl: text('The address of its home page: https://repository.example.org.'),
    community: text('The community that a record is handed to, as in the address of its page.').optional(),
    licence: text(
      'The id of the licence in the repository’s list, where it is not the one that `licence` means.',
    ).optional(),
    access: access.describe('Who sees the record and its files; where nothing is said, everybody.').optional(),
    token: secret('token', 'ARCHIVE_TOKEN'),
  }),
  record({
    type: kind('dataverse', 'The kind of the repository: dataverse (Dataverse).'),
    baseUrl: text('The address of its home page: https://dataverse.example.org.'),
    collection: text('The collection that the dataset is put into, as in the address of its page after /dataverse/.'),
    contact: z
      .string()
      .regex(E_MAIL, 'must be an e-mail address')
      .describe('The e-mail address to which questions go, where it is not the `contact` of the edition.')
      .optional(),
    access: record({
      files: openness.describe('Who may read the files: public, or restricted (whom you let in there).').optional(),
      embargo,
    })
      .describe(
        'Who may read the files; where nothing is said, everybody. An embargo needs an installation that has them.',
      )
      .optional(),
    subject: z.enum(SUBJECTS).default('Arts and Humanities').describe('The subject, in the words of Dataverse’s list.'),
    token: secret('token', 'ARCHIVE_TOKEN'),
  }),
  record({
    type: kind('fedora', 'The kind of the repository: fedora (Fedora 6).'),
    baseUrl: text('The address of its REST API: https://fedora.example.org/fcrepo/rest.'),
    container: path('The path of the container that the volumes are put into.').optional(),
    user,
    password,
  }),
  record({
    type: kind('sword', 'The kind of the repository: sword (SWORD 2.0).'),
    baseUrl: text('The address of its service document: https://repository.example.org/swordv2/servicedocument.'),
    collection: text('The collection of that document: its title, or the end of its address.'),
    packaging: z
      .enum(['SimpleZip', 'BagIt'])
      .default('SimpleZip')
      .describe('The form of the package: SimpleZip (a ZIP file of the files) or BagIt (a bag as a ZIP file).'),
    user,
    password,
  }),
  record({
    type: kind('s3', 'A mirror of the archive in an object store that speaks S3.'),
    baseUrl: text('The address of the service, without the bucket: https://s3.eu-central-1.amazonaws.com.'),
    bucket: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'is made of 3 to 63 small letters, digits, “.” and “-”')
      .describe('The bucket, which must be there.'),
    prefix: path('What the keys begin with, where the mirror is not the whole of the bucket.').optional(),
    region: text('The region of the bucket: eu-central-1.').default('us-east-1'),
    accessKeyId: text('The name of the access key.'),
    secretAccessKey: secret('secret key', 'AWS_SECRET_ACCESS_KEY'),
  }),
  record({
    type: kind('sftp', 'A mirror of the archive on a server that is reached by SFTP.'),
    baseUrl: text('The folder: sftp://archive.example.org/srv/ocfl.'),
    user,
    hostKey: z
      .string()
      .regex(/^SHA256:[A-Za-z0-9+/]{43}$/, 'is the server’s fingerprint, as `ssh-keygen -lf` shows it: SHA256:…')
      .describe('The fingerprint of the server’s key, by which it is known: SHA256:….'),
    password: password.optional(),
    privateKey: secret('private key', 'ARCHIVE_KEY').optional(),
  }),
  record({
    type: kind('webdav', 'A mirror of the archive on a WebDAV server.'),
    baseUrl: text('The address of the folder, which must be there: https://dav.example.org/ocfl.'),
    user,
    password,
  }),
] as const;

const target = z.discriminatedUnion('type', kinds, {
  error: () => `names the kind of the target: ${kinds.map(({ shape }) => shape.type.value).join(', ')}`,
});

export const targets = z
  .record(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'is made of letters, digits and “-”'), target)
  .default({})
  .describe(
    'Repositories in which the edition is published, by names of your own: `chancery publish EDITION --to NAME`.',
  );

/** What publishing reads of a manifest, and the whole of a user’s own list of targets. */
export const targetsSchema = z.object({ targets });
