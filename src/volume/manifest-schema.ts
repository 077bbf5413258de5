import { E_MAIL } from '../model/e-mail.js';
import { SETTLED_LINES } from '../model/manifest.js';
import { problemOfLanguageTag } from './language-tag.js';
import { editionKeys } from './manifest-edition.js';
import { editor, funding, relation, subject } from './manifest-repository.js';
import { address, id, isoDate, record, text, z } from './manifest-shapes.js';
import { targets } from './manifest-targets.js';

/**
 * The shape of `volume.yaml`. Its scalars come as text (see `formats/yaml.ts`). The descriptions become the hover texts of an editor that
 * knows the JSON Schema made of it.
 */

const titles = record({
  complete: text('The whole title, as a catalogue prints it.'),
  series: text('The series.').optional(),
  subseries: text('The sub-series (1964–1968).').optional(),
  'volume-number': text('The number of the volume (Volume XIV).').optional(),
  volume: text('The title of the volume alone.'),
});

const matter = record({
  id: id('The xml:id of the section: preface, sources, note-on-sources …'),
  head: text('The heading.'),
  text: text('The text, in Markdown: with notes (a call [^1], and the note on a line of its own: [^1]: …) and tables.'),
});

const person = record({
  id: id('The xml:id: p_, initials surname first, a number (p_RD1 for Dean Rusk).'),
  name: text('The name as the list prints it, surname first: Rusk, Dean.'),
  forms: z
    .array(z.string())
    .default([])
    .describe('Other forms that occur in the texts and mean this person. The surname needs no mention.'),
  ref: z
    .union([address, z.array(address)])
    .transform((refs) => (typeof refs === 'string' ? [refs] : refs))
    .default([])
    .describe(
      'The person in an authority file, as one address or several: https://d-nb.info/gnd/118604252, https://viaf.org/viaf/…, https://www.wikidata.org/entity/….',
    ),
  description: text('Who that was.').default(''),
});

const term = record({
  id: id('The xml:id: t_, the abbreviation, a number (t_NSC1).'),
  term: text('The abbreviation as the list prints it.'),
  forms: z.array(z.string()).default([]).describe('Other forms that occur in the texts (U.S.S.R. beside USSR).'),
  description: text('What it stands for.').default(''),
});

const namesOf = (act: string) => z.array(z.string()).describe(`Who ${act} the document.`).optional();

const reading = record({
  repository: text('The archive or library.').optional(),
  collection: text('The record group, papers or series.').optional(),
  file: text('The number of the file.').optional(),
  classification: text('The classification: Secret.').optional(),
  handling: z.array(z.string()).describe('The caveats: [Nodis, Eyes Only]; [] where there is none.').optional(),
  precedence: z.array(z.string()).describe('The precedence: [Immediate]; [] where there is none.').optional(),
  drafted: namesOf('drafted'),
  cleared: namesOf('cleared'),
  approved: namesOf('approved'),
});

const names = (description: string) => z.union([z.string(), z.array(z.string())]).describe(description);

const document = record({
  document: id('The xml:id of the document: d73.'),
  file: text('The raw text, relative to this manifest.'),
  part: z.coerce
    .number('is a number, counted from 1')
    .int('is a whole number')
    .positive('is counted from 1')
    .describe('Which document of a raw text that holds several, from 1.')
    .optional(),
  shape: z
    .enum(['frus-web', 'typescript', 'cable', 'markdown', 'e-mail'])
    .describe('The shape of the raw text, where it is not recognised.')
    .optional(),
  number: text('The number to print.').optional(),
  head: text('The heading, where the raw text has none.').optional(),
  genre: text('The genre: letter, telegram, memorandum …').optional(),
  place: text('The place of the dateline, where the raw text has lost it.').optional(),
  date: text('The date in the words to print, where the raw text has lost it: December 28, 1967, 0137Z.').optional(),
  when: isoDate.describe('The date as ISO 8601, where the words do not say it.').optional(),
  signed: text('The signature, where the raw text has lost it.').optional(),
  from: names('The sender, or a list of several.').optional(),
  to: names('The receiver, or a list of several.').optional(),
  info: z.array(z.string()).describe('Who has a copy of a cable for information: [AMEMBASSY OSLO].').optional(),
  participants: z
    .array(z.string())
    .describe('Who took part, by the names as the list of participants in the raw text has them, where it was misread.')
    .optional(),
  source: text('The source note, where the raw text has none.').optional(),
  names: z
    .record(z.string(), z.string())
    .describe(
      'Names in this document that several persons bear, each with the id of the person meant: Thompson: p_TLE1.',
    )
    .optional(),
  calls: z
    .record(z.string(), z.string())
    .describe(
      'Notes whose call was not found, each with the words of the text that it stands after: "3": the harvest. “none” for digits that are no call.',
    )
    .optional(),
  lines: z
    .record(z.string(), z.enum(SETTLED_LINES))
    .describe(
      'Lines of the raw text that were misread, each by the words with which it begins, with what it is: "COPY NO. 14": stamp. ' +
        '“goes on” belongs to the line before, “ends” ends its paragraph.',
    )
    .optional(),
  checked: z
    .array(z.string())
    .describe(
      'Doubts of the encoder that were compared with the page and found rightly read, each by its code and the first words of its line: ["EN083 The harbor"].',
    )
    .optional(),
  reading: z
    .union([z.literal('checked'), reading], {
      error: 'is “checked”, or the facts of the source note that were misread',
    })
    .describe(
      'What the source note says, where it was misread; “checked” where the reading is right though it was doubted.',
    )
    .optional(),
});

/** An entry of the outline as it is written: the key that names its kind holds its id. */
export type Entry = DocumentEntry | DivisionEntry;
export type DocumentEntry = z.infer<typeof document>;
export type DivisionEntry = Held & ({ compilation: string } | { chapter: string } | { subchapter: string });
interface Held {
  readonly head: string;
  readonly contents: readonly Entry[];
}

const contents: z.ZodType<readonly Entry[]> = z.array(z.lazy(() => entry)).min(1, 'holds at least one entry');
const held = { head: text('The heading.'), contents };

const entry: z.ZodType<Entry> = z.union([
  document,
  record({ compilation: id('The xml:id of the compilation: comp1.'), ...held }),
  record({ chapter: id('The xml:id of the chapter: ch1.'), ...held }),
  record({ subchapter: id('The xml:id of the subchapter: ch1subch1.'), ...held }),
]);

const severities = z
  .record(z.string(), z.enum(['error', 'warning', 'info', 'off']))
  .default({})
  .describe('What findings of validation weigh in this volume, by code: VA310: off.');

/** What validation reads of a manifest. */
export const severitiesSchema = z.object({ severities });

/** The whole manifest. */
export const manifestSchema = record({
  id: id('The volume’s id: the name of its files and the prefix of its documents’ ids.'),
  title: titles.describe('The five titles.'),
  editors: z.array(editor).min(1, 'names at least one editor'),
  publisher: text('The publisher.'),
  place: text('The place of publication.'),
  date: isoDate.describe('Year or date of publication.'),
  modified: isoDate
    .describe(
      'When the edition was last changed, where it is corrected after its publication: reading systems show it.',
    )
    .optional(),
  identifiers: z.record(z.string(), z.string()).default({}).describe('Identifiers by type: isbn-13, dospubno, doi …'),
  licence: record({
    target: z.url('is a web address').describe('The address of the licence.'),
    text: text('The licence in words.'),
  }).describe('Under which terms the edition may be used.'),
  language: text('The language of the edition, as a BCP 47 tag.')
    .superRefine((tag, context) => {
      const problem = problemOfLanguageTag(tag);
      if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
    })
    .default('en'),
  address: address.describe('The address at which the web edition is published.').optional(),
  contact: z
    .string()
    .regex(E_MAIL, 'is no e-mail address: editors@example.org')
    .describe('The e-mail address to which questions go; those who harvest the web edition by OAI-PMH ask for one.')
    .optional(),
  description: text(
    'What the edition is, for catalogues and repositories: a paragraph, or several with an empty line between.',
  ).optional(),
  subjects: z.array(subject).default([]).describe('Key words, for catalogues and repositories.'),
  funding: z.array(funding).default([]).describe('Who paid for the edition.'),
  relations: z
    .array(relation)
    .default([])
    .describe('What the edition belongs to, was made from or replaces, each with its identifier.'),
  provenance: text('What the edition was made from, in a sentence.').optional(),
  front: z.array(matter).default([]).describe('The sections before the documents, in order: preface, sources …'),
  persons: z.array(person).default([]).describe('The list of persons.'),
  terms: z.array(term).default([]).describe('The list of abbreviations and terms.'),
  outline: z
    .array(entry)
    .min(1, 'holds at least one document')
    .describe('Compilations, chapters and documents, in order.'),
  ...editionKeys,
  severities,
  targets,
  back: z.array(matter).default([]).describe('The sections after the documents.'),
});

export type ManifestData = z.infer<typeof manifestSchema>;

/** A problem that the schema found, as far as the findings need it. */
export type ManifestIssue = z.core.$ZodIssue;

/** The JSON Schema for editors: numbers may stand where text is meant, since YAML needs no quotation marks there. */
export function manifestJsonSchema(): string {
  const schema = z.toJSONSchema(manifestSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === 'string' && jsonSchema.enum === undefined)
        (jsonSchema as { type: unknown }).type = ['string', 'number'];
    },
  });
  return `${JSON.stringify({ title: 'A Chancery volume', ...schema }, undefined, 2)}\n`;
}
