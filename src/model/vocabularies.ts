/** Vocabularies that key words are commonly taken from: the addresses by which linked data know them, by their codes in MARC (source codes for subjects). */
export const VOCABULARIES: Readonly<Record<string, { readonly name: string; readonly address: string }>> = {
  lcsh: { name: 'Library of Congress Subject Headings', address: 'http://id.loc.gov/authorities/subjects' },
  fast: { name: 'FAST', address: 'http://id.worldcat.org/fast' },
  gnd: { name: 'Gemeinsame Normdatei', address: 'https://d-nb.info/gnd' },
  aat: { name: 'Art & Architecture Thesaurus', address: 'http://vocab.getty.edu/aat' },
  wikidata: { name: 'Wikidata', address: 'https://www.wikidata.org/entity' },
};

/** The code and name of the vocabulary at an address; undefined for one that is not among the common ones. */
export function vocabularyAt(address: string): { readonly code: string; readonly name: string } | undefined {
  const bare = address.replace(/\/$/, '');
  const found = Object.entries(VOCABULARIES).find(([, { address: known }]) => known === bare);
  return found === undefined ? undefined : { code: found[0], name: found[1].name };
}

/** How one edition can stand to another thing: the relationTypes of DataCite 4.6 that an edition of documents can have. */
export const RELATION_TYPES = [
  'IsPartOf',
  'HasPart',
  'IsNewVersionOf',
  'IsPreviousVersionOf',
  'IsVersionOf',
  'HasVersion',
  'IsDerivedFrom',
  'IsSourceOf',
  'IsVariantFormOf',
  'IsOriginalFormOf',
  'IsIdenticalTo',
  'IsSupplementTo',
  'IsSupplementedBy',
  'IsContinuedBy',
  'Continues',
  'IsTranslationOf',
  'HasTranslation',
  'IsReferencedBy',
  'References',
  'IsReviewedBy',
  'Reviews',
  'IsDescribedBy',
  'Describes',
  'IsDocumentedBy',
  'Documents',
  'IsObsoletedBy',
  'Obsoletes',
] as const;

/** The kinds of identifiers that a related thing can have, as the `idno` of TEI names them. */
export const IDENTIFIER_TYPES = ['doi', 'isbn', 'issn', 'url', 'urn', 'ark', 'handle', 'oclc', 'lccn'] as const;
