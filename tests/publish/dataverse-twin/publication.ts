import { jsonOfDataset } from './answers.js';
import { type Answer, type Call, datasetOf, ok, permitted, signedIn } from './call.js';
import { type Dataset, latest, latestReleased, type Version } from './installation.js';
import { Rejection } from './rejection.js';

const kinds = ['major', 'minor', 'updatecurrent'];

/** Publishes the latest version: the answer 200 says only that it has begun. */
export function publish(call: Call): Answer {
  const type = call.query.get('type')?.toLowerCase();
  if (type === undefined)
    throw new Rejection(400, "Missing 'type' parameter (either 'major','minor', or 'updatecurrent').");
  const user = signedIn(call);
  if (!kinds.includes(type))
    throw new Rejection(
      400,
      `Illegal 'type' parameter value '${type}'. It needs to be either 'major', 'minor', or 'updatecurrent'.`,
    );
  if (type === 'updatecurrent' && user.superuser !== true)
    throw new Rejection(403, 'Only superusers can update the current version');
  const dataset = datasetOf(call);
  if (call.query.get('assureIsIndexed') === 'true' && call.installation.awaitsIndexing(dataset))
    throw new Rejection(409, 'Dataset is awaiting indexing');
  permitted(call, 'PublishDataset');
  if (type === 'updatecurrent') return updateCurrent(call, dataset);
  const number = nextNumber(dataset, type === 'minor');
  call.installation.publish(dataset, latest(dataset), number, user);
  return ok(jsonOfDataset(dataset));
}

/**
 * The number under which the draft is published.
 * @throws Rejection 403 where publishing it so makes no sense
 */
function nextNumber(dataset: Dataset, minor: boolean): NonNullable<Version['number']> {
  const { collection, locks, persistentId } = dataset;
  if (!collection.released)
    throw new Rejection(
      403,
      `This dataset may not be published because its host dataverse (${collection.alias}) has not been published.`,
    );
  if (locks.some(({ reason }) => reason === 'FileValidationFailed'))
    throw new Rejection(
      403,
      'This dataset cannot be published because some files have been found missing or corrupted. . Please contact support to address this.',
    );
  if (locks.length > 0)
    throw new Rejection(
      403,
      `This dataset is locked. Reason: ${locks.map(({ reason }) => reason).join(',')}. Please try publishing later.`,
    );
  const draft = latest(dataset);
  if (draft.state === 'RELEASED')
    throw new Rejection(
      403,
      `Latest version of dataset ${persistentId.replace(/^doi:[^/]*\//, '')} is already released. Only draft versions can be released.`,
    );
  const before = latestReleased(dataset);
  if (before?.number === undefined) {
    if (minor) throw new Rejection(403, 'Cannot publish as minor version. Re-try as major release.');
    return { major: 1, minor: 0 };
  }
  if (!minor) return { major: before.number.major + 1, minor: 0 };
  if (!sameFiles(draft, before)) throw new Rejection(403, 'Cannot release as minor version. Re-try as major release.');
  return { major: before.number.major, minor: before.number.minor + 1 };
}

function sameFiles(one: Version, other: Version): boolean {
  const files = new Set(one.files.map(({ file }) => file));
  return files.size === other.files.length && other.files.every(({ file }) => files.has(file));
}

/** Puts the metadata of the draft into the latest release, whose number stays. */
function updateCurrent({ installation }: Call, dataset: Dataset): Answer {
  const draft = latest(dataset);
  const current = latestReleased(dataset);
  if (draft.state === 'RELEASED' || current === undefined || !sameFiles(draft, current))
    throw new Rejection(500, 'Dataset Version Update failed. Changes are still in the DRAFT version.');
  Object.assign(current, { fields: draft.fields, terms: draft.terms, files: draft.files, updated: installation.now });
  dataset.versions = dataset.versions.filter((version) => version !== draft);
  installation.changed(dataset);
  const words = 'The published version of your Dataset has been updated.';
  return { json: { status: 'OK', status_details: words, data: jsonOfDataset(dataset) } };
}
