import { type Alias, type EditionSettings, OFFPRINT_PARTS } from '../model/manifest.js';
import { faultOfImages } from '../model/page-images.js';
import { address, id, isoDate, record, text, z } from './manifest-shapes.js';

/** What the manifest says of how editions are made; a volume that was encoded elsewhere can have a manifest of these keys alone. */

const from = z
  .string()
  .describe(
    'Where the pictures of the pages are: a folder beside the manifest (pages), or an address (https://example.org/{volume}/{facs}.png) with {facs}, what the TEI says of the page.',
  )
  .superRefine((value, context) => {
    const fault = faultOfImages(value);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
  });

const pixels = (what: string) =>
  z.coerce
    .number('is a number of pixels')
    .int('is a whole number')
    .min(1, 'is more than nothing')
    .max(100_000, 'is less than 100,000')
    .describe(`The ${what} of the pictures behind an address, in pixels.`)
    .optional();

const images = z
  .union([from, record({ from, width: pixels('width'), height: pixels('height') })])
  .describe('The pictures of the pages of the source, which the web edition shows with them.');

const accessibility = record({
  'certified-by': text('Who has examined the EPUB and vouches for EPUB Accessibility 1.1 at WCAG 2.2 level AA.'),
  credential: text('What entitles them to: the name or the address of a certificate.').optional(),
  report: address.describe('The address of their report.').optional(),
}).describe('Who vouches for the accessibility of the EPUB; without it no conformance is claimed.');

const statement = text(
  'What the publisher says of the accessibility of the web edition, in paragraphs with an empty line between: who has examined it, what is known to fall short, whom to tell. It stands first on the page that says what was checked.',
);

const offprints = z
  .enum(OFFPRINT_PARTS)
  .describe(
    'Of which parts of the volume the web edition has an EPUB and a PDF to download: “chapters”, or “documents” for these and every document, which takes many times as long. The TEI of each document is always there.',
  );

const dts = z
  .enum(['yes', 'no'])
  .describe(
    'Whether the web edition answers Distributed Text Services 1.0 (“yes”): files in the folder dts, a collection for the volume and each chapter and a resource for each document, without units to be cited inside a document. It needs the address of the web edition.',
  );

const ID = 'The id that the document had, and the one that it has (d71: d73).';

const aliases = z
  .record(
    id(ID),
    z.union([
      id('The id that it has now.'),
      record({
        to: id('The id that it has now.'),
        until: isoDate.describe('Until when it had the old one: a year or date.').optional(),
      }),
    ]),
  )
  .describe(
    'Ids that documents had before they were renumbered, each with the one that they have now (d71: d73). In the web edition their old addresses go on leading to them. `chancery diff` proposes the lines.',
  );

const shortTitles = z
  .record(z.string(), z.string())
  .describe(
    'Titles for the running heads of the printed book, by the ids of divisions: ch2: The Consular Convention; “volume” is that of the volume. Without one, a title too long is shortened to its first whole phrases.',
  );

export const editionKeys = {
  aliases: aliases.optional(),
  'short-titles': shortTitles.optional(),
  images: images.optional(),
  offprints: offprints.optional(),
  dts: dts.optional(),
  accessibility: accessibility.optional(),
  'accessibility-statement': statement.optional(),
};

/** What a build reads of a manifest beside a volume that is TEI already. */
export const editionSchema = z.object(editionKeys);

/** @param placeOf where the key of an alias stands */
export function editionSettings(
  data: z.infer<typeof editionSchema>,
  placeOf: (id: string) => Alias['place'],
): EditionSettings {
  const {
    aliases: old,
    'short-titles': shortTitles,
    images: said,
    accessibility: vouched,
    'accessibility-statement': statement,
    offprints: parts,
    dts: services,
  } = data;
  return {
    ...(old === undefined
      ? {}
      : {
          aliases: Object.entries(old).map(([own, now]) => ({
            id: own,
            ...(typeof now === 'string' ? { to: now } : { to: now.to, ...present({ until: now.until }) }),
            place: placeOf(own),
          })),
        }),
    ...(said === undefined ? {} : { images: typeof said === 'string' ? { from: said } : present(said) }),
    ...(parts === undefined ? {} : { offprints: parts }),
    ...(services === undefined ? {} : { dts: services === 'yes' }),
    ...(shortTitles === undefined ? {} : { shortTitles }),
    ...(statement === undefined ? {} : { statement }),
    ...(vouched === undefined
      ? {}
      : {
          certification: present({
            by: vouched['certified-by'],
            credential: vouched.credential,
            report: vouched.report,
          }),
        }),
  };
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function present<T extends object>(facts: T): Present<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Present<T>;
}
