import { element, writeContent, type XmlElement } from '../../formats/xml-writer.js';
import { XSI } from '../../metadata/xml.js';
import type { FileSet } from '../../model/file-set.js';
import type { Publication } from '../publication.js';
import { addressOf } from '../web-edition.js';
import { RECORD_FORMS } from './forms.js';

/** The file of the static repository. */
export const staticRepositoryPath = 'oai.xml';

const STATIC = 'http://www.openarchives.org/OAI/2.0/static-repository';
const OAI = 'http://www.openarchives.org/OAI/2.0/';

/**
 * All records of the edition as a file that a gateway makes harvestable, for hosts that only send files (OAI Static Repository 2.0). It knows days
 * only, no sets and no deleted records. Its base URL is its own address until a gateway gives it one. Undefined where nobody is named to whom
 * questions go, since every repository has to name somebody.
 * @param files the files of the edition, in which the records stand
 */
export function staticRepository(publication: Publication, files: FileSet): string | undefined {
  const { contact, title } = publication;
  if (contact === undefined) return undefined;
  const records = publication.records.filter(({ deleted }) => !deleted);
  const days = records.map(({ datestamp }) => datestamp.slice(0, 10)).sort();
  const forms = RECORD_FORMS.filter(({ prefix }) => records.some((record) => record.forms[prefix] !== undefined));
  const identify = element(
    'Identify',
    {},
    oai('repositoryName', title),
    oai('baseURL', addressOf(publication, staticRepositoryPath)),
    oai('protocolVersion', '2.0'),
    oai('adminEmail', contact),
    oai('earliestDatestamp', days[0] ?? publication.modified.slice(0, 10)),
    oai('deletedRecord', 'no'),
    oai('granularity', 'YYYY-MM-DD'),
  );
  const formats = element(
    'ListMetadataFormats',
    {},
    forms.map(({ prefix, schema, namespace }) =>
      element(
        'oai:metadataFormat',
        {},
        oai('metadataPrefix', prefix),
        oai('schema', schema),
        oai('metadataNamespace', namespace),
      ),
    ),
  );
  const lists = forms.map(({ prefix }) => {
    const own = records.map(({ identifier, datestamp, forms: paths }) => {
      const metadata = files.get(paths[prefix] ?? '');
      if (metadata === undefined) return '';
      const header = element('oai:header', {}, oai('identifier', identifier), oai('datestamp', datestamp.slice(0, 10)));
      return `<oai:record>\n${writeContent([header])}\n<oai:metadata>\n${rootOf(metadata)}</oai:metadata>\n</oai:record>\n`;
    });
    return `<ListRecords metadataPrefix="${prefix}">\n${own.join('')}</ListRecords>\n`;
  });
  const start = `<Repository xmlns="${STATIC}" xmlns:oai="${OAI}" xmlns:xsi="${XSI}" xsi:schemaLocation="${STATIC} ${OAI}static-repository.xsd">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${start}\n${writeContent([identify])}\n${writeContent([formats])}\n${lists.join('')}</Repository>\n`;
}

function oai(name: string, words: string): XmlElement {
  return element(`oai:${name}`, {}, words);
}

/** A document without its declaration, to be put into another. */
export function rootOf(document: string | Uint8Array): string {
  return Buffer.from(document)
    .toString()
    .replace(/^\uFEFF?<\?xml[^>]*\?>\s*/, '');
}
