import { z } from '../../formats/schema.js';

/** What Dataverse answers, by its Native API guide, as far as it is read; all else is passed over. */

const license = z.union([z.string(), z.object({ name: z.string().default(''), uri: z.string().default('') })]);

const file = z.object({
  /** Its name in this version. */
  label: z.string().default(''),
  directoryLabel: z.string().optional(),
  restricted: z.boolean().default(false),
  dataFile: z.object({
    id: z.number().int(),
    filename: z.string().default(''),
    filesize: z.number().optional(),
    embargo: z.object({ dateAvailable: z.string().default('') }).nullish(),
    md5: z.string().optional(),
    checksum: z.object({ type: z.string(), value: z.string() }).optional(),
  }),
});
export type FileAnswer = z.infer<typeof file>;

export const versionAnswer = z.object({
  versionState: z.string(),
  versionNumber: z.number().int().optional(),
  versionMinorNumber: z.number().int().optional(),
  license: license.nullish(),
  termsOfUse: z.string().nullish(),
  metadataBlocks: z
    .record(z.string(), z.object({ fields: z.array(z.object({ typeName: z.string(), value: z.unknown() })) }))
    .default({}),
  files: z.array(file).default([]),
});
export type VersionAnswer = z.infer<typeof versionAnswer>;

export const createdAnswer = z.object({ persistentId: z.string().regex(/^[a-z]+:\S+$/) });

export const locksAnswer = z.array(z.object({ lockType: z.string() }));

export const licencesAnswer = z.array(
  z.object({ name: z.string(), uri: z.string(), active: z.boolean().default(true) }),
);
export type LicenceAnswer = z.infer<typeof licencesAnswer>[number];

export const searchAnswer = z.object({
  items: z.array(z.object({ global_id: z.string().default('') })).default([]),
});

/** What a collection holds. */
export const contentsAnswer = z.array(
  z.object({
    id: z.number().int(),
    type: z.string(),
    protocol: z.string().default('doi'),
    authority: z.string().optional(),
    separator: z.string().default('/'),
    identifier: z.string().optional(),
  }),
);

export const blocksAnswer = z.array(z.object({ name: z.string() }));

export const errorAnswer = z.object({ message: z.string().default('') });
