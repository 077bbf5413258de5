import { bareOrcid } from '../model/orcid.js';
import { IDENTIFIER_TYPES, RELATION_TYPES, VOCABULARIES } from '../model/vocabularies.js';
import { address, record, text, z } from './manifest-shapes.js';

/** The keys of the manifest by which catalogues and repositories know the edition: editors, key words, funding, relations. */

export const editor = record({
  name: text('The name as it stands on the title page.'),
  role: z
    .enum(['primary', 'general'])
    .default('primary')
    .describe('“primary” edited the volume, “general” oversees the series.'),
  orcid: z
    .string()
    .describe('The ORCID iD, by which repositories know the person: 0000-0002-1825-0097.')
    .transform((given, context) => {
      const id = bareOrcid(given);
      if (id !== undefined) return id;
      const message = `is “${given}”, which is no ORCID iD: four groups of four digits, of which the last digit confirms the others`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    })
    .optional(),
  affiliation: text('The institution that the editor belongs to.').optional(),
});

export const subject = record({
  term: text('The key word, as the vocabulary has it: Cold War.'),
  scheme: z
    .string()
    .regex(/^\S+$/, 'is the code of a vocabulary (lcsh, fast, gnd, aat, wikidata) or its address, without blanks')
    .transform((scheme) => VOCABULARIES[scheme.toLowerCase()]?.address ?? scheme)
    .describe('The vocabulary that it is from: lcsh, fast, gnd, aat, wikidata, or the address of another.')
    .optional(),
  address: address
    .describe('Its own address in the vocabulary: http://id.loc.gov/authorities/subjects/sh….')
    .optional(),
});

export const funding = record({
  funder: text('Who paid: National Historical Publications and Records Commission.'),
  address: address.describe('The funder in a register of institutions: https://ror.org/….').optional(),
  award: text('The number of the grant.').optional(),
  title: text('The title of the grant.').optional(),
});

export const relation = record({
  type: z
    .enum(RELATION_TYPES)
    .describe(
      'How this edition stands to the other thing, in the words of DataCite: IsPartOf (a series), IsNewVersionOf (an earlier edition), IsDerivedFrom (a printed volume, the holdings of an archive), IsTranslationOf ….',
    ),
  scheme: z
    .enum(IDENTIFIER_TYPES)
    .default('url')
    .describe('What kind of identifier the other thing has; url where nothing is said.'),
  identifier: text('The identifier of the other thing: its address, DOI, ISBN, ISSN ….').regex(
    /^\S+$/,
    'is an identifier, without blanks',
  ),
  title: text('What it is called.').optional(),
});
