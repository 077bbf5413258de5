import { size } from '../../diagnostics/words.js';
import type { Extent, Facts, Step } from '../target.js';
import { digestOf, PACKAGINGS, type SwordDeposit } from './deposit.js';
import { fact, mayBeEnded } from './facts.js';

/** The step that asks whether the server would take the package. */
export function inspectionSteps(service: string, { collection, packaging }: SwordDeposit): readonly Step[] {
  return [
    {
      kind: 'service',
      words: `Look for the collection ${collection} in the service document`,
      check: `it takes ${PACKAGINGS[packaging]} of this size`,
      looks: [{ method: 'GET', path: service }],
      acts: [],
      isLook: true,
    },
  ];
}

/** Whether the server has all of the edition, as far as is known. */
function isThere({ entry, file }: SwordDeposit, facts: Facts): boolean {
  return (
    fact(facts, 'record') !== '' && fact(facts, 'described') === digestOf(entry) && fact(facts, 'sent') === file.sha256
  );
}

/** Whether a draft is asked for of a changed edition whose deposit was ended: there is none any more, and to put it in the place of what was handed over is for `--publish`. */
export function isLeft(deposit: SwordDeposit, facts: Facts, extent: Extent): boolean {
  return mayBeEnded(facts) && extent !== 'published' && !isThere(deposit, facts);
}

/** The steps of a deposit, from what is known; none where nothing has changed, or nothing may be. Nothing is asked of the network. */
export function planOf(deposit: SwordDeposit, facts: Facts, extent: Extent): readonly Step[] {
  const { entry, file } = deposit;
  const isComplete = fact(facts, 'completed') === 'yes';
  if (isThere(deposit, facts) && (isComplete || extent === 'draft')) return [];
  if (isLeft(deposit, facts, extent)) return [];
  // What was ended is with the repository: what is put into it cannot be taken back.
  const final = mayBeEnded(facts) ? ({ isFinal: true } as const) : {};
  const path = (name: 'collection' | 'record' | 'media' | 'add' | 'statement'): string =>
    fact(facts, name) || `{${name}}`;
  const bytes = Buffer.byteLength(entry);
  const isNew = fact(facts, 'record') === '';
  const looks = [{ method: 'GET', path: path('statement') }] as const;
  return [
    ...(isNew
      ? [
          {
            kind: 'create',
            words: 'Make a deposit that is not complete yet, with its metadata',
            check: 'its receipt names its addresses',
            looks: [{ method: 'GET', path: path('collection') }],
            acts: [{ method: 'POST', path: path('collection'), bytes }],
          } as const,
        ]
      : []),
    {
      kind: 'metadata',
      words: 'Write the metadata',
      check: 'the server has taken them',
      looks: [],
      acts: [{ method: 'PUT', path: path('record'), bytes }],
      ...final,
      ...(isNew ? { isSpare: true as const } : {}),
    },
    {
      kind: 'package',
      subject: file.key,
      words: `Send the package, ${file.key} (${size(file.bytes)})`,
      check: `the server has compared its MD5, ${file.md5}`,
      looks: [],
      acts: [{ method: 'PUT', path: path('media'), bytes: file.bytes }],
      ...final,
    },
    ...(extent === 'published' && !isComplete
      ? [
          {
            kind: 'complete',
            words: 'End the deposit: the repository goes on with it',
            check: 'the server has taken that',
            looks,
            acts: [{ method: 'POST', path: path('add') }],
            isFinal: true,
          } as const,
        ]
      : []),
    {
      kind: 'verify',
      words: 'Read the statement, and the package as far as the server shows it',
      check: `SHA-256 ${file.sha256}`,
      looks,
      acts: [],
      isLook: true,
    },
  ];
}

/** The step that takes back what is not complete. */
export function discardStep(facts: Facts): Step {
  const path = fact(facts, 'record');
  return {
    kind: 'discard',
    words: 'Delete the deposit',
    check: 'it is there no more',
    looks: [{ method: 'GET', path: fact(facts, 'statement') || path }],
    acts: [{ method: 'DELETE', path }],
    isFinal: true,
  };
}
