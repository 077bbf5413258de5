import { record, text, z } from './manifest-shapes.js';

/** A secret is never named in a finding: what is wrong with it is told without it. */
const token = z.union(
  [
    record({ env: text('The variable of the surroundings that holds the token: ARCHIVE_TOKEN.') }),
    record({ file: text('The file that holds the token and nothing else, which only you can read.') }),
  ],
  { error: () => 'says where the token is kept: { env: NAME } or { file: PATH }' },
);

const target = record({
  type: z.enum(['inveniordm']).describe('The kind of the repository: inveniordm (InvenioRDM).'),
  baseUrl: text('The address of its home page: https://repository.example.org.'),
  community: text('The community that a record is handed to, as in the address of its page.').optional(),
  licence: text(
    'The id of the licence in the repository’s list, where it is not the one that `licence` means.',
  ).optional(),
  token: token.describe('Where the token is kept, never the token itself.'),
});

export const targets = z
  .record(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'is made of letters, digits and “-”'), target)
  .default({})
  .describe(
    'Repositories in which the edition is published, by names of your own: `chancery publish EDITION --to NAME`.',
  );

/** What publishing reads of a manifest, and the whole of a user’s own list of targets. */
export const targetsSchema = z.object({ targets });
