import { z } from '../../formats/schema.js';

/** What InvenioRDM 14 answers, as far as it is read; all else in an answer is passed over. Tried against a server of version 14.0.5. */

const pid = z.object({ identifier: z.string(), provider: z.string().default('') });
const pids = z.object({ doi: pid.optional() }).default({});

/** A record or a draft: both have one shape. */
export const recordAnswer = z.object({
  id: z.string().regex(/^[A-Za-z0-9-]+$/),
  revision_id: z.number().int(),
  status: z.string().default(''),
  is_published: z.boolean().default(false),
  pids,
  parent: z.object({ id: z.string(), pids }),
  versions: z.object({ index: z.number().int().default(1), is_latest: z.boolean().default(false) }),
  metadata: z.record(z.string(), z.unknown()).default({}),
  access: z.record(z.string(), z.unknown()).default({}),
  /** A wrong value is dropped and told of here, with a status that says that all is well. */
  errors: z.array(z.object({ field: z.string().default(''), messages: z.array(z.string()).default([]) })).default([]),
});
export type RecordAnswer = z.infer<typeof recordAnswer>;
export type FieldError = RecordAnswer['errors'][number];

export const searchAnswer = z.object({ hits: z.object({ hits: z.array(recordAnswer) }) });

const entry = z.object({
  key: z.string(),
  status: z.string().default(''),
  /** `md5:` and the digest; nothing before the commit, and for files in parts before the server has read them. */
  checksum: z.string().nullable().default(null),
  size: z.number().nullable().default(null),
  transfer: z
    .object({ type: z.string().default('L'), parts: z.number().optional(), part_size: z.number().optional() })
    .default({ type: 'L' }),
});
export type FileEntry = z.infer<typeof entry>;
export const filesAnswer = z.object({ entries: z.array(entry).default([]) });

export const reviewAnswer = z.object({ receiver: z.object({ community: z.string().optional() }).default({}) });
export const communityAnswer = z.object({ id: z.string(), slug: z.string().default('') });

/** An answer that says no. */
export const errorAnswer = z.object({
  message: z.string().default(''),
  errors: recordAnswer.shape.errors,
});
