import { SUBJECTS } from '../metadata/dataverse.js';
import { E_MAIL } from '../model/e-mail.js';
import { record, text, z } from './manifest-shapes.js';

/** A secret is never named in a finding: what is wrong with it is told without it. */
const token = z.union(
  [
    record({ env: text('The variable of the surroundings that holds the token: ARCHIVE_TOKEN.') }),
    record({ file: text('The file that holds the token and nothing else, which only you can read.') }),
  ],
  { error: () => 'says where the token is kept: { env: NAME } or { file: PATH }' },
);

const kind = <const T extends string>(name: T, description: string) => z.literal(name).describe(description);
const tokenSource = token.describe('Where the token is kept, never the token itself.');

/** The kinds of targets, told by their `type`. */
const kinds = [
  record({
    type: kind('inveniordm', 'The kind of the repository: inveniordm (InvenioRDM).'),
    baseUrl: text('The address of its home page: https://repository.example.org.'),
    community: text('The community that a record is handed to, as in the address of its page.').optional(),
    licence: text(
      'The id of the licence in the repository’s list, where it is not the one that `licence` means.',
    ).optional(),
    token: tokenSource,
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
    subject: z.enum(SUBJECTS).default('Arts and Humanities').describe('The subject, in the words of Dataverse’s list.'),
    token: tokenSource,
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
