import { address, id, record, text, z } from '../volume/manifest-shapes.js';

/** The shape of `series.yaml`. Its descriptions become the hover texts of an editor that knows the JSON Schema made of it. */

/** The editions that a series can have; the TEI is always there. */
export const SERIES_EDITIONS = ['html', 'epub', 'pdf'] as const;
export type SeriesEdition = (typeof SERIES_EDITIONS)[number];

const path = (description: string) =>
  z
    .string()
    .regex(/^[^\\\0]+$/, 'is a path whose parts are parted by “/”, on Windows too')
    .describe(description);

const volume = record({
  volume: path('A volume: a TEI file (volumes/frus1964-68v14.xml) or a folder with a volume.yaml, from this file.'),
});

const volumes = record({
  volumes: path('Several volumes, in the order of their names: volumes/*.xml. “*” stands for any part of a name.'),
});

const planned = record({
  planned: id('The id of a volume that is not there yet: references to it say so.'),
  title: text('Its title.'),
});

/** An entry as it is written: the key that names its kind says which volume it is. */
export type SeriesEntry = z.infer<typeof volume> | z.infer<typeof volumes> | z.infer<typeof planned> | GroupEntry;
export interface GroupEntry {
  readonly group: string;
  readonly head: string;
  readonly contents: readonly SeriesEntry[];
}

const contents: z.ZodType<readonly SeriesEntry[]> = z.array(z.lazy(() => entry)).min(1, 'holds at least one entry');

const entry: z.ZodType<SeriesEntry> = z.union([
  volume,
  volumes,
  planned,
  record({
    group: id('The id of the group: johnson.'),
    head: text('What the group is called: a sub-series, an administration.'),
    contents,
  }),
]);

export const seriesSchema = record({
  id: id('The series’ id: the name of its folder in dist/.'),
  title: text('The title of the series: Foreign Relations of the United States.'),
  subtitle: text('A second line for the title.').optional(),
  publisher: text('The publisher.'),
  address: address.describe('The address at which the series is published.').optional(),
  editions: z
    .array(z.enum(SERIES_EDITIONS))
    .min(1, 'names at least one edition')
    .default([...SERIES_EDITIONS])
    .describe('What is made of each volume; its TEI is always there.'),
  volumes: contents.describe('The volumes in their order, in groups where you like.'),
  aliases: z
    .record(z.string(), z.record(z.string(), z.string()))
    .default({})
    .describe('Ids that have changed, by volume: frus1964-68v14: { d71: d73 } where d73 was d71 before.'),
});

export type SeriesData = z.infer<typeof seriesSchema>;

/** The JSON Schema of `series.yaml`, by which editors complete and explain its keys. */
export function seriesJsonSchema(): string {
  const schema = z.toJSONSchema(seriesSchema, { io: 'input' });
  return `${JSON.stringify({ title: 'A Chancery series', ...schema }, undefined, 2)}\n`;
}
