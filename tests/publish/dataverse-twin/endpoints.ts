import {
  jsonOfCollection,
  jsonOfDataset,
  jsonOfFile,
  jsonOfFiles,
  jsonOfLocks,
  jsonOfUser,
  jsonOfVersion,
} from './answers.js';
import {
  type Answer,
  type Call,
  collectionOf,
  datasetOf,
  type Endpoint,
  Forbidden,
  may,
  ok,
  permitted,
  signedIn,
  versionOf,
} from './call.js';
import { type Field, ParseFailure, parseBlocks, validate } from './citation.js';
import { type Dataset, type License, latest, latestReleased, type User } from './installation.js';
import { publish } from './publication.js';
import { Rejection } from './rejection.js';
import { search } from './search.js';
import { readUpload, Uploader } from './upload.js';

/** The licences that come with the software; the first is given to a dataset that says nothing. */
const licenses: readonly [License, ...License[]] = [
  { name: 'CC0 1.0', uri: 'http://creativecommons.org/publicdomain/zero/1.0' },
  { name: 'CC BY 4.0', uri: 'http://creativecommons.org/licenses/by/4.0' },
];

function termsOf(version: Record<string, unknown>): License | string {
  const { license, termsOfUse } = version as { license?: string | License; termsOfUse?: unknown };
  if (license === undefined || license === null)
    return typeof termsOfUse === 'string' && termsOfUse.trim() !== '' ? termsOfUse : licenses[0];
  const said = typeof license === 'string' ? license : license.name;
  const known = licenses.find(({ name, uri }) => name === said || uri === said);
  if (known === undefined) throw new ParseFailure(`Invalid license: ${said}`);
  return known;
}

type Body = Record<string, unknown>;

function parse({ body }: Call): Body {
  try {
    const json: unknown = JSON.parse(body.toString());
    if (typeof json === 'object' && json !== null) return json as Body;
  } catch {}
  throw new Rejection(400, 'Error parsing Json: the body is no JSON object');
}

/** The fields and terms of a version in JSON; failures begin with the words of the endpoint. */
function read(version: Body, words: string): { fields: Field[]; terms: License | string } {
  try {
    return { fields: parseBlocks(version['metadataBlocks']), terms: termsOf(version) };
  } catch (error) {
    throw error instanceof ParseFailure ? new Rejection(400, `${words}: ${error.message}`) : error;
  }
}

const holdsFiles = ({ files }: Body): boolean => Array.isArray(files) && files.length > 0;

function createDataset(call: Call): Answer {
  const collection = collectionOf(call);
  const json = call.contentType.startsWith('application/json');
  const version = json ? ((parse(call)['datasetVersion'] ?? {}) as Body) : {};
  const { fields, terms } = read(version, 'Error parsing the POSTed json into a dataset');
  if (holdsFiles(version) && call.user?.superuser !== true)
    throw new Rejection(400, 'Only a superuser may add files via this api');
  permitted(call, 'AddDataset');
  validate(fields);
  const { id, persistentId } = call.installation.create(collection, fields, terms);
  return { status: 201, json: { status: 'OK', data: { id, persistentId } } };
}

/** @throws Rejection 403 while something else than an ingest goes on */
function unlocked({ locks }: Dataset): void {
  if (locks.some(({ reason }) => reason !== 'Ingest'))
    throw new Rejection(403, 'Dataset cannot be edited due to dataset lock.');
}

function updateDraft(call: Call): Answer {
  if (call.path[1] !== ':draft') throw new Rejection(400, 'Only the :draft version can be updated');
  if (!call.contentType.startsWith('application/json')) throw new Rejection(415, 'HTTP 415 Unsupported Media Type');
  const dataset = datasetOf(call);
  const body = parse(call);
  const { fields, terms } = read(body, 'Error parsing dataset version');
  if (holdsFiles(body)) throw new Rejection(400, 'You may not add files via this api.');
  permitted(call, 'EditDataset');
  unlocked(dataset);
  validate(fields);
  const version = call.installation.edit(dataset);
  Object.assign(version, { fields, terms });
  return ok(jsonOfVersion(dataset, version));
}

function deleteDraft(call: Call): Answer {
  if (call.path[1] !== ':draft') throw new Rejection(400, 'Only the :draft version can be deleted');
  const dataset = datasetOf(call);
  if (latest(dataset).state !== 'DRAFT') throw new Rejection(401, 'This is NOT a DRAFT version');
  permitted(call, 'EditDataset');
  unlocked(dataset);
  call.installation.deleteDraft(dataset);
  return ok({ message: `Draft version of dataset ${call.path[0]} deleted` });
}

/** An upload asks for its permission in its own way. */
function uploader(call: Call): User {
  if (call.user !== undefined && may(call.user, 'EditDataset')) return call.user;
  throw new Rejection(403, 'You do not have permission to edit this dataset.');
}

async function addFile(call: Call): Promise<Answer> {
  const dataset = datasetOf(call);
  const upload = await readUpload(call.body, call.contentType);
  const { added, warning } = new Uploader(call.installation).add(dataset, upload, uploader(call));
  const files = added.map((entry) => jsonOfFile(entry, latest(dataset)));
  const message = warning === '' ? {} : { message: { message: warning } };
  return { json: { status: 'OK', ...message, data: { files } } };
}

async function replaceFile(call: Call): Promise<Answer> {
  const [id = ''] = call.path;
  const found = (() => {
    try {
      return call.installation.findFile(id);
    } catch {
      throw new Rejection(400, `Replacement file not found. There was no file found for ID: ${id}`);
    }
  })();
  const upload = await readUpload(call.body, call.contentType);
  const entry = new Uploader(call.installation).replace(found.dataset, found.file, upload, uploader(call));
  return ok({ files: [jsonOfFile(entry, latest(found.dataset))] });
}

/** Takes a file out of the draft; the answer says whether its bytes are gone too, which those of a release never are. */
function deleteFile(call: Call): Answer {
  const { installation, path } = call;
  const { dataset, file } = installation.findFile(path[0] ?? '');
  const failed = `Delete failed for file ID ${path[0]} (CommandException):`;
  if (!may(call.user, 'EditDataset'))
    throw new Rejection(400, `${failed} ${call.user?.identifier ?? ':guest'} is missing permissions [EditDataset]`);
  if (dataset.locks.some(({ reason }) => reason !== 'Ingest'))
    throw new Rejection(400, `${failed} Dataset cannot be edited due to dataset lock.`);
  const version = installation.edit(dataset);
  version.files = version.files.filter((entry) => entry.file !== file);
  installation.counters.filesDeleted++;
  return ok(file.published === undefined);
}

/** A file, as it is shown or, with `format=original`, as it was uploaded. */
function download(call: Call): Answer {
  const { dataset, file } = call.installation.findFile(call.path[0] ?? '');
  const entry = dataset.versions.flatMap(({ files }) => files).find((f) => f.file === file);
  if (entry === undefined) throw new Rejection(404, `File with ID ${file.id} not found.`);
  if ((file.published === undefined || entry.restricted) && !may(call.user, 'EditDataset')) throw new Forbidden();
  const { bytes, contentType, original } = file;
  if (original !== undefined && call.query.get('format') === 'original') return original;
  return { bytes, contentType, name: entry.label };
}

function token(call: Call): Answer {
  const { token: text, expires } = signedIn(call);
  return ok({
    message: `Token ${text} expires on ${new Date(expires ?? call.installation.now + 31_536e6).toISOString()}`,
  });
}

function collection(call: Call): Answer {
  const found = collectionOf(call);
  if (!found.released) permitted(call, 'AddDataset');
  return ok(jsonOfCollection(found));
}

function dataset(call: Call): Answer {
  const found = datasetOf(call);
  const version = may(call.user, 'EditDataset') ? latest(found) : latestReleased(found);
  if (version === undefined) permitted(call, 'EditDataset');
  return ok({ ...jsonOfDataset(found), latestVersion: version && jsonOfVersion(found, version) });
}

function versions(call: Call): Answer {
  const found = datasetOf(call);
  const shown = found.versions.filter(({ state }) => state === 'RELEASED' || may(call.user, 'EditDataset'));
  return ok(shown.map((version) => jsonOfVersion(found, version, call.query.get('excludeFiles') !== 'true')));
}

function version(call: Call): Answer {
  const found = datasetOf(call);
  return ok(jsonOfVersion(found, versionOf(call, found), call.query.get('excludeFiles') !== 'true'));
}

function files(call: Call): Answer {
  const all = jsonOfFiles(versionOf(call, datasetOf(call)));
  const offset = Number(call.query.get('offset') ?? 0);
  const shown = all.slice(offset, offset + Number(call.query.get('limit') ?? all.length));
  return { json: { status: 'OK', totalCount: all.length, data: shown } };
}

function locks(call: Call): Answer {
  const { locks: all, ...rest } = datasetOf(call);
  const kind = call.query.get('type');
  return ok(jsonOfLocks({ ...rest, locks: all.filter(({ reason }) => kind === null || reason === kind) }));
}

/** Native API guide, “Restrict Files”: the body is `true` or `false`; a file that is so already is an error. */
function restrict(call: Call): Answer {
  const { installation, body } = call;
  const { dataset: found, file } = installation.findFile(call.path[0] ?? '');
  permitted(call, 'EditDataset');
  if (!['true', 'false'].includes(body.toString())) throw new Rejection(400, 'The body is neither true nor false.');
  const isRestricted = body.toString() === 'true';
  const { files: own } = installation.edit(found);
  const at = own.findIndex((one) => one.file === file);
  const entry = own[at];
  if (entry === undefined) throw new Rejection(404, `File with ID ${file.id} not found.`);
  if (entry.restricted === isRestricted)
    throw new Rejection(400, `Problem trying to update restriction status on ${entry.label}: File is already so.`);
  // What is published stays as it was.
  own[at] = { ...entry, restricted: isRestricted };
  return ok({ message: `File ${entry.label} ${isRestricted ? 'restricted' : 'unrestricted'}.` });
}

/** Native API guide, “Set an Embargo on Files in a Dataset”: where the installation has them, on files that no version has published. */
function setEmbargo(call: Call): Answer {
  const found = datasetOf(call);
  permitted(call, 'EditDataset');
  const { dateAvailable, reason, fileIds } = parse(call) as {
    dateAvailable?: string;
    reason?: string;
    fileIds?: number[];
  };
  if (!call.installation.hasEmbargoes) throw new Rejection(400, 'No Embargoes allowed');
  const isSet = call.query.get('persistentId') !== null && dateAvailable !== undefined;
  if (dateAvailable !== undefined && dateAvailable <= '2026-01-01')
    throw new Rejection(400, 'Date available can not be in the past');
  for (const { file } of latest(found).files.filter((entry) => fileIds?.includes(entry.file.id))) {
    if (file.published !== undefined)
      throw new Rejection(400, 'You do not have permission to embargo the following files');
    if (isSet) file.embargo = { dateAvailable: dateAvailable ?? '', reason: reason ?? '' };
    else delete file.embargo;
  }
  return ok({ message: 'Files were embargoed' });
}

/** Method and path of every endpoint the twin has; a star stands for a part of the path that is handed on. */
export const endpoints: readonly (readonly [method: string, path: string, endpoint: Endpoint])[] = [
  ['GET', 'info/version', ({ installation }) => ok({ version: installation.settings.version, build: 'twin' })],
  ['GET', 'users/:me', (call) => ok(jsonOfUser(signedIn(call)))],
  ['GET', 'users/token', token],
  ['GET', 'dataverses/*', collection],
  ['POST', 'dataverses/*/datasets', createDataset],
  ['GET', 'datasets/*', dataset],
  ['GET', 'datasets/*/versions', versions],
  ['GET', 'datasets/*/versions/*', version],
  ['PUT', 'datasets/*/versions/*', updateDraft],
  ['DELETE', 'datasets/*/versions/*', deleteDraft],
  ['GET', 'datasets/*/versions/*/files', files],
  ['POST', 'datasets/*/add', addFile],
  ['POST', 'datasets/*/actions/:publish', publish],
  ['GET', 'datasets/*/locks', locks],
  ['POST', 'datasets/*/files/actions/:set-embargo', setEmbargo],
  ['POST', 'datasets/*/files/actions/:unset-embargo', setEmbargo],
  ['PUT', 'files/*/restrict', restrict],
  ['DELETE', 'files/*', deleteFile],
  ['POST', 'files/*/replace', replaceFile],
  ['GET', 'access/datafile/*', download],
  ['GET', 'search', search],
];
