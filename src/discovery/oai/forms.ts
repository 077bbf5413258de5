/** A form in which records are given to harvesters (OAI-PMH 2.0, §3.4). */
export interface RecordForm {
  readonly prefix: string;
  readonly schema: string;
  readonly namespace: string;
}

/** The forms of this program; Dublin Core is the one that every repository has. */
export const RECORD_FORMS: readonly RecordForm[] = [
  {
    prefix: 'oai_dc',
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  },
  {
    prefix: 'oai_datacite',
    schema: 'https://schema.datacite.org/meta/kernel-4.6/metadata.xsd',
    namespace: 'http://datacite.org/schema/kernel-4',
  },
  {
    prefix: 'mods',
    schema: 'http://www.loc.gov/standards/mods/v3/mods-3-8.xsd',
    namespace: 'http://www.loc.gov/mods/v3',
  },
];
