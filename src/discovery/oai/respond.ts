import { element, writeContent, type XmlElement, type XmlNode } from '../../formats/xml-writer.js';
import { XSI } from '../../metadata/xml.js';
import { RECORD_FORMS, type RecordForm } from './forms.js';
import { type HarvestedRecord, isIn, type Repository } from './repository.js';
import { type ErrorCode, type OaiError, type OaiRequest, readRequest, type Verb } from './request.js';
import { writeToken } from './resumption-token.js';

const OAI = 'http://www.openarchives.org/OAI/2.0/';

/** How many records a response holds, and how many headers or sets, which are short. */
export interface PageSizes {
  readonly records: number;
  readonly headers: number;
}

/** How a repository is asked. */
export interface Asking {
  /** The address at which it answers. */
  readonly baseUrl: string;
  /** The time of the response, RFC 3339, UTC, in seconds. */
  readonly now: string;
  readonly sizes?: PageSizes;
}

const PAGE_SIZES: PageSizes = { records: 100, headers: 500 };

/** XML that is written already: metadata stand in a response as they are. */
interface Written {
  readonly xml: string;
}

type Content = XmlElement | Written;

/** An answer to a verb, or why there is none. */
type Answer = readonly Content[] | OaiError;

/**
 * The response to a request for harvesting (OAI-PMH 2.0), as XML by its schema.
 * @param pairs the arguments as the request has them, `verb` among them
 */
export function respond(
  repository: Repository,
  pairs: Iterable<readonly [name: string, value: string]>,
  asking: Asking,
): string {
  const read = readRequest(pairs, repository.digest);
  if ('errors' in read) return response(asking, read.request, read.errors.map(errorElement));
  const answer = ANSWERS[read.verb](repository, read, asking);
  if (isError(answer)) return response(asking, read, [errorElement(answer)]);
  return response(asking, read, [{ xml: `<${read.verb}>\n${answer.map(contentOf).join('\n')}\n</${read.verb}>` }]);
}

function isError(answer: Answer): answer is OaiError {
  return 'code' in answer;
}

function contentOf(content: Content): string {
  return 'xml' in content ? content.xml : writeContent([content]);
}

function errorElement({ code, message }: OaiError): XmlElement {
  return element('error', { code }, message);
}

function response(
  { baseUrl, now }: Asking,
  request: Pick<OaiRequest, 'verb' | 'given'> | undefined,
  content: readonly Content[],
): string {
  const { verb, given = {} } = request ?? {};
  const parts = [element('responseDate', {}, now), element('request', { verb, ...given }, baseUrl), ...content];
  return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="${OAI}" xmlns:xsi="${XSI}" xsi:schemaLocation="${OAI} ${OAI}OAI-PMH.xsd">
${parts.map(contentOf).join('\n')}
</OAI-PMH>
`;
}

const ANSWERS: Readonly<Record<Verb, (repository: Repository, request: OaiRequest, asking: Asking) => Answer>> = {
  Identify: identify,
  ListMetadataFormats: listMetadataFormats,
  ListSets: listSets,
  GetRecord: getRecord,
  ListIdentifiers: (repository, request, { sizes = PAGE_SIZES }) => list(repository, request, sizes.headers, header),
  ListRecords: (repository, request, { sizes = PAGE_SIZES }) => list(repository, request, sizes.records, record),
};

function simple(name: string, words: string): XmlElement {
  return element(name, {}, words);
}

function fault(code: ErrorCode, message: string): OaiError {
  return { code, message };
}

function identify({ name, emails, records }: Repository, _: OaiRequest, { baseUrl }: Asking): Answer {
  return [
    simple('repositoryName', name),
    simple('baseURL', baseUrl),
    simple('protocolVersion', '2.0'),
    ...emails.map((email) => simple('adminEmail', email)),
    simple('earliestDatestamp', records[0]?.datestamp ?? '1970-01-01T00:00:00Z'),
    // What was deleted is remembered from version to version, but a version that was built without the one before knows nothing of it.
    simple('deletedRecord', 'transient'),
    simple('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
  ];
}

function listMetadataFormats({ records }: Repository, { asked: { identifier } }: OaiRequest): Answer {
  const about = identifier === undefined ? records : records.filter((one) => one.identifier === identifier);
  if (identifier !== undefined && about.length === 0) return unknownIdentifier();
  const forms = RECORD_FORMS.filter(({ prefix }) => about.some(({ metadata }) => metadata.has(prefix)));
  if (forms.length === 0 && identifier !== undefined)
    return fault('noMetadataFormats', 'There are no metadata of this item.');
  return (forms.length === 0 ? RECORD_FORMS : forms).map(formElement);
}

function formElement({ prefix, schema, namespace }: RecordForm): XmlElement {
  return element(
    'metadataFormat',
    {},
    simple('metadataPrefix', prefix),
    simple('schema', schema),
    simple('metadataNamespace', namespace),
  );
}

function unknownIdentifier(): OaiError {
  return fault('idDoesNotExist', 'There is no item with this identifier.');
}

function listSets(
  { sets, digest }: Repository,
  { asked, cursor }: OaiRequest,
  { sizes: { headers: size } = PAGE_SIZES }: Asking,
): Answer {
  if (sets.length === 0) return fault('noSetHierarchy', 'There are no sets.');
  const elements = sets
    .slice(cursor, cursor + size)
    .map(({ spec, name }) => element('set', {}, simple('setSpec', spec), simple('setName', name)));
  return [...elements, ...resumption({ verb: 'ListSets', asked, cursor }, size, sets.length, digest)];
}

function getRecord({ records }: Repository, { asked: { identifier, metadataPrefix = '' } }: OaiRequest): Answer {
  const found = records.find((one) => one.identifier === identifier);
  if (found === undefined) return unknownIdentifier();
  if (!found.metadata.has(metadataPrefix)) return unknownForm();
  return [record(found, metadataPrefix)];
}

function unknownForm(): OaiError {
  return fault('cannotDisseminateFormat', 'Nothing is given in this metadata format.');
}

/** The records in a set and of a time (OAI-PMH 2.0, §2.7), a part of them at a time. */
function list(
  repository: Repository,
  { verb, asked, cursor }: OaiRequest,
  size: number,
  write: (one: HarvestedRecord, prefix: string) => Content,
): Answer {
  const { records, digest } = repository;
  const { metadataPrefix = '', from, until, set } = asked;
  if (!RECORD_FORMS.some(({ prefix }) => prefix === metadataPrefix)) return unknownForm();
  const found = records.filter(
    (one) =>
      one.metadata.has(metadataPrefix) &&
      (from === undefined || one.datestamp.slice(0, from.length) >= from) &&
      (until === undefined || one.datestamp.slice(0, until.length) <= until) &&
      (set === undefined || isIn(one, set)),
  );
  if (found.length === 0) return fault('noRecordsMatch', 'No record is in this set, of this time and in this format.');
  const page = found.slice(cursor, cursor + size);
  return [
    ...page.map((one) => write(one, metadataPrefix)),
    ...resumption({ verb, asked, cursor }, size, found.length, digest),
  ];
}

/** The token by which the list goes on; at the end of a list in parts an empty one, and none where it is whole (OAI-PMH 2.0, §3.5). */
function resumption(
  { verb, asked, cursor }: Pick<OaiRequest, 'verb' | 'asked' | 'cursor'>,
  size: number,
  completeListSize: number,
  digest: string,
): readonly XmlElement[] {
  const next = cursor + size;
  if (cursor === 0 && next >= completeListSize) return [];
  const token = next >= completeListSize ? [] : [writeToken({ verb, arguments: asked, cursor: next }, digest)];
  const attributes = { completeListSize: String(completeListSize), cursor: String(cursor) };
  return [element('resumptionToken', attributes, ...token)];
}

function header({ identifier, datestamp, sets, isDeleted }: HarvestedRecord): XmlElement {
  const specs: readonly XmlNode[] = sets.map((spec) => simple('setSpec', spec));
  const attributes = { status: isDeleted ? 'deleted' : undefined };
  return element('header', attributes, simple('identifier', identifier), simple('datestamp', datestamp), specs);
}

function record(one: HarvestedRecord, prefix: string): Written {
  const metadata = one.isDeleted ? '' : `\n<metadata>\n${one.metadata.get(prefix) ?? ''}</metadata>`;
  return { xml: `<record>\n${writeContent([header(one)])}${metadata}\n</record>` };
}
