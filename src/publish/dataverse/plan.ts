import { size } from '../../diagnostics/words.js';
import type { FileAccess } from '../../model/target.js';
import type { Extent, Facts, PlannedCall, Step } from '../target.js';
import { accessFact } from './access.js';
import { bodyOf, type DataverseDeposit, digestOf } from './deposit.js';
import { fact, filesIn, offerOf } from './facts.js';
import { paths } from './repository.js';

const get = (path: string): readonly PlannedCall[] => [{ method: 'GET', path }];

/** The steps that ask whether the installation would take the edition. */
export function inspectionSteps({ collection }: DataverseDeposit): readonly Step[] {
  const step = (kind: string, words: string, check: string, path: string): Step => ({
    kind,
    words,
    check,
    looks: get(path),
    acts: [],
    isLook: true,
  });
  return [
    step('token', 'Look whether the token is known', 'it is that of a user', '/api/users/:me'),
    step('collection', `Look for the collection ${collection}`, 'it is there', paths.collection(collection)),
    step(
      'blocks',
      'Look which metadata the collection takes',
      'the block “citation”',
      paths.collection(collection, '/metadatablocks'),
    ),
    step('licence', 'Look for the licence', 'it is in the list, else it stands in words', '/api/licenses'),
  ];
}

/** What is to be done, from what is there. */
export function modeOf(deposit: DataverseDeposit, facts: Facts): 'new' | 'open' | 'files' | 'metadata' | 'there' {
  if (fact(facts, 'record') === '') return 'new';
  if (fact(facts, 'published') !== 'yes' || fact(facts, 'changing') === 'yes') return 'open';
  const access = accessFact(deposit.access);
  if (!areSame(deposit, filesIn(facts)) || (access !== '' && access !== fact(facts, 'access'))) return 'files';
  return fact(facts, 'described') === digestOf(bodyOf(deposit, offerOf(facts))) ? 'there' : 'metadata';
}

function areSame({ files }: DataverseDeposit, there: ReadonlyMap<string, string>): boolean {
  return there.size === files.length && files.every(({ key, md5 }) => there.get(key) === md5);
}

/** A change of the files makes a version with a new number before the point, one of the metadata alone a number after it. */
function kindOfVersion(deposit: DataverseDeposit, facts: Facts): 'major' | 'minor' {
  const isFirst = fact(facts, 'published') !== 'yes';
  return isFirst || !areSame(deposit, filesIn(facts, 'publishedFiles')) ? 'major' : 'minor';
}

/** The steps of a deposit, from what is known. Nothing is asked of the network. */
export function planOf(deposit: DataverseDeposit, facts: Facts, extent: Extent): readonly Step[] {
  const mode = modeOf(deposit, facts);
  if (mode === 'there') return [];
  const id = fact(facts, 'record') || '{record}';
  const bytes = Buffer.byteLength(JSON.stringify(bodyOf(deposit, offerOf(facts))));
  const latest = paths.version(id, ':latest');
  const agreement: Step = {
    kind: 'agreement',
    words: 'Compare the DOI of the files with that of the dataset',
    check: 'they are one, or the files bear none',
    looks: [],
    acts: [],
    isLook: true,
  };
  const create: Step = {
    kind: 'create',
    words: 'Make a draft of a dataset',
    check: 'there is one that bears the URN',
    looks: get(mode === 'new' ? paths.search(deposit.urn) : latest),
    acts: [{ method: 'POST', path: paths.collection(deposit.collection, '/datasets'), bytes }],
  };
  if (extent === 'doi') return mode === 'new' ? [create] : [];
  const locks = get(paths.dataset(id, '/locks'));
  const draft: readonly Step[] = [
    agreement,
    ...(mode === 'new' ? [create] : []),
    {
      kind: 'metadata',
      words: 'Write the metadata',
      check: 'the newest version says them',
      looks: get(latest),
      acts: [{ method: 'PUT', path: paths.version(id, ':draft'), bytes }],
      ...(mode === 'new' ? { isSpare: true as const } : {}),
    },
    removeStep(id),
    ...deposit.files.map(
      ({ key, words, bytes: length, md5 }): Step => ({
        kind: 'file',
        subject: key,
        words: `Send ${words}, ${key} (${size(length)})`,
        check: `size and MD5 ${md5}`,
        looks: [...get(latest), ...locks],
        acts: [{ method: 'POST', path: paths.dataset(id, '/add'), bytes: length }],
        ...(filesIn(facts).get(key) === md5 ? { isSpare: true as const } : {}),
      }),
    ),
    ...(deposit.access === undefined ? [] : [accessStep(deposit.access, id)]),
    {
      kind: 'compare',
      words: 'Compare all files of the draft with ours',
      check: `names, sizes and MD5 of ${deposit.files.length} files`,
      looks: get(latest),
      acts: [],
      isLook: true,
    },
  ];
  return extent === 'draft' ? draft : [...draft, ...publishSteps(deposit, facts, id)];
}

function accessStep(access: FileAccess, id: string): Step {
  const { files = 'public', embargo } = access;
  const until = embargo === undefined ? '' : `, under embargo until ${embargo.until}`;
  return {
    kind: 'access',
    words: `Say who may read the files: ${files}${until}`,
    check: `all files are ${files}${until}`,
    looks: get(paths.version(id, ':latest')),
    acts: [
      { method: 'PUT', path: paths.restrict('{file}') },
      { method: 'POST', path: paths.embargo(id, access) },
    ],
  };
}

function removeStep(id: string): Step {
  return {
    kind: 'remove',
    words: 'Delete the files that the edition has no more',
    check: 'there are none but ours',
    looks: get(paths.version(id, ':latest')),
    acts: [{ method: 'DELETE', path: '/api/files/{file}' }],
    isSpare: true,
  };
}

function publishSteps(deposit: DataverseDeposit, facts: Facts, id: string): readonly Step[] {
  const locks = get(paths.dataset(id, '/locks'));
  const kind = kindOfVersion(deposit, facts);
  return [
    {
      kind: 'publish',
      words: kind === 'major' ? 'Publish' : 'Publish the changed metadata (a minor version)',
      check: 'there is no draft any more, and nothing is locked',
      looks: [...locks, ...get(paths.version(id, ':latest'))],
      acts: [{ method: 'POST', path: paths.dataset(id, '/actions/:publish', `&type=${kind}`) }],
      isFinal: true,
    },
    {
      kind: 'verify',
      words: 'Compare what is published with ours',
      check: `the metadata, and names, sizes and MD5 of ${deposit.files.length} files`,
      looks: get(paths.version(id, ':latest-published')),
      acts: [],
      isLook: true,
    },
  ];
}

/** The step that takes back a draft: of the next version, or the whole of a dataset that was never published. */
export function discardStep(facts: Facts): Step {
  const id = fact(facts, 'record');
  return {
    kind: 'discard',
    subject: id,
    words: `Delete the draft of ${id}`,
    check: 'there is no draft of it any more',
    looks: get(paths.version(id, ':draft')),
    acts: [{ method: 'DELETE', path: paths.version(id, ':draft') }],
    isFinal: true,
  };
}
