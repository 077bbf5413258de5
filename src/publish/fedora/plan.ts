import { size } from '../../diagnostics/words.js';
import type { Facts, PlannedCall, Step } from '../target.js';
import { type FedoraDeposit, type FedoraFile, isOwnKey } from './deposit.js';
import { fact, filesThere } from './facts.js';
import { updateText } from './statements.js';

/** The address of a file of a group. */
export function filePath(group: string, key: string): string {
  return `${group}/${encodeURIComponent(key)}`;
}

/** The files of the edition that the group had and the edition has no more. */
export function vanishedKeys({ id, files }: FedoraDeposit, facts: Facts): readonly string[] {
  const kept = new Set(files.map(({ key }) => key));
  return [...filesThere(facts).keys()].filter((key) => isOwnKey(id, key) && !kept.has(key)).sort();
}

/** The step that asks whether the repository lets us in, and whether the path is free or ours. */
export function inspectionSteps({ group }: FedoraDeposit): readonly Step[] {
  return [
    {
      kind: 'place',
      words: `Look what is at ${group}`,
      check: 'nothing, or the ArchivalGroup of this edition',
      looks: [{ method: 'GET', path: group }],
      acts: [],
      isLook: true,
    },
  ];
}

/** The steps of a new version, all within one transaction; none where nothing has changed. Nothing is asked of the network. */
export function planOf(deposit: FedoraDeposit, facts: Facts): readonly Step[] {
  const { group, files } = deposit;
  const there = filesThere(facts);
  const changed = files.filter(({ key, sha512 }) => there.get(key) !== sha512);
  const vanished = vanishedKeys(deposit, facts);
  const isDescribed = fact(facts, 'described') === 'yes';
  if (changed.length === 0 && vanished.length === 0 && isDescribed) return [];
  const look = (path: string, method: PlannedCall['method'] = 'GET'): readonly PlannedCall[] => [{ method, path }];
  const compared = {
    looks: files.map(({ key }): PlannedCall => ({ method: 'HEAD', path: filePath(group, key) })),
    acts: [],
  };
  return [
    {
      kind: 'transaction',
      words: 'Begin a transaction',
      check: 'it is open',
      looks: look('/fcr:tx/{transaction}'),
      acts: [{ method: 'POST', path: '/fcr:tx' }],
    },
    ...(fact(facts, 'record') === '' ? [groupStep(group)] : []),
    ...(isDescribed ? [] : [describeStep(deposit)]),
    ...changed.map((file) => fileStep(group, file)),
    ...vanished.map((key) => removeStep(group, key)),
    {
      kind: 'compare',
      words: 'Compare all files with ours, within the transaction',
      check: `${files.length} files with their SHA-512, and what is said of the volume`,
      ...compared,
      isLook: true,
    },
    {
      kind: 'commit',
      words: 'Commit the transaction: one new version',
      check: 'outside the transaction all files and what is said are as ours',
      looks: compared.looks,
      acts: [{ method: 'PUT', path: '/fcr:tx/{transaction}' }],
      isFinal: true,
    },
    {
      kind: 'verify',
      words: 'Read the digests back, and the name of the version',
      check: `SHA-512 of ${files.length} files`,
      looks: [...compared.looks, { method: 'GET', path: `${group}/fcr:versions` }],
      acts: [],
      isLook: true,
    },
  ];
}

function groupStep(group: string): Step {
  return {
    kind: 'group',
    words: `Make the ArchivalGroup ${group}`,
    check: 'it is there',
    looks: [{ method: 'GET', path: group }],
    acts: [{ method: 'PUT', path: group }],
  };
}

function describeStep({ group, statements }: FedoraDeposit): Step {
  return {
    kind: 'describe',
    words: 'Say what the volume is (DCMI Metadata Terms)',
    check: `${statements.length} statements`,
    looks: [{ method: 'GET', path: group }],
    acts: [{ method: 'PATCH', path: group, bytes: Buffer.byteLength(updateText(statements, [])) }],
  };
}

function fileStep(group: string, { key, words, bytes, sha512 }: FedoraFile): Step {
  const path = filePath(group, key);
  return {
    kind: 'file',
    subject: key,
    words: `Send ${words}, ${key} (${size(bytes)})`,
    check: `SHA-512 ${sha512}`,
    looks: [{ method: 'HEAD', path }],
    acts: [{ method: 'PUT', path, bytes }],
  };
}

function removeStep(group: string, key: string): Step {
  const path = filePath(group, key);
  return {
    kind: 'remove',
    subject: key,
    words: `Delete ${key}, which the edition has no more`,
    check: 'it is not in the new version',
    looks: [{ method: 'HEAD', path }],
    acts: [{ method: 'DELETE', path }],
  };
}

/** The step that takes back what is not committed. */
export function rollBackStep(): Step {
  return {
    kind: 'roll back',
    words: 'Roll the transaction back',
    check: 'it is over',
    looks: [{ method: 'GET', path: '/fcr:tx/{transaction}' }],
    acts: [{ method: 'DELETE', path: '/fcr:tx/{transaction}' }],
  };
}
