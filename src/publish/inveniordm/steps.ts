import { size } from '../../diagnostics/words.js';
import type { DepositFile } from '../deposit-file.js';
import type { Facts, PlannedCall, Step } from '../target.js';
import { type InvenioDeposit, termsOf } from './deposit.js';
import { type Mode, partsOf } from './facts.js';
import { paths } from './repository.js';

/** The steps that only look whether the repository would take the deposit. */
export function inspectionSteps({ metadata, community }: InvenioDeposit): readonly Step[] {
  const get = (path: string): readonly PlannedCall[] => [{ method: 'GET', path }];
  const only = { acts: [], isLook: true } as const;
  return [
    {
      kind: 'token',
      words: 'Ask whether the token is good',
      check: 'the token opens the user’s own records',
      looks: get('/api/user/records?size=1'),
      ...only,
    },
    ...termsOf(metadata).map(({ vocabulary, id, field }) => ({
      kind: 'term',
      subject: `${vocabulary} ${id}`,
      words: `Look for “${id}” in the list of ${vocabulary}`,
      check: `${field} names a term that the repository has`,
      looks: get(`/api/vocabularies/${vocabulary}/${encodeURIComponent(id)}`),
      ...only,
    })),
    ...(community === undefined
      ? []
      : [
          {
            kind: 'community',
            words: `Look for the community ${community}`,
            check: 'it is there',
            looks: get(`/api/communities/${encodeURIComponent(community)}`),
            ...only,
          },
        ]),
  ];
}

/** @param subject what the DOI is compared with once more when the record has one */
export function agreement(deposit: InvenioDeposit, subject?: string): Step {
  return {
    kind: 'agreement',
    ...(subject === undefined ? {} : { subject }),
    words: 'Compare the DOI of the edition with that of the record',
    check: `the files bear ${deposit.doi ?? 'no DOI'}; not more than 100 files (${deposit.files.length})`,
    looks: [],
    acts: [],
    isLook: true,
  };
}

export function beginStep(mode: Mode, base: string, bytes: number, { urn }: InvenioDeposit): Step {
  if (mode === 'version')
    return {
      kind: 'version',
      subject: base,
      words: `Begin a new version of ${base}`,
      check: 'there is a draft of it',
      looks: [{ method: 'GET', path: '/api/records/{record}/draft' }],
      acts: [{ method: 'POST', path: `${paths.record(base)}/versions` }],
    };
  if (mode === 'edit')
    return {
      kind: 'edit',
      subject: base,
      words: `Open ${base} for a change of its metadata`,
      check: 'there is a draft of it, and nobody else’s',
      looks: [{ method: 'GET', path: paths.draft(base) }],
      acts: [{ method: 'POST', path: paths.draft(base) }],
    };
  return {
    kind: 'draft',
    words: 'Begin a draft',
    check: `an own draft that bears ${urn}`,
    looks: [{ method: 'GET', path: paths.search(urn) }],
    acts: [{ method: 'POST', path: '/api/records', bytes }],
  };
}

export function metadataStep(id: string, bytes: number): Step {
  const path = `/api/records/${id}/draft`;
  return {
    kind: 'metadata',
    words: 'Send the metadata',
    check: 'the draft is at the revision that our last metadata made it; If-Match: its revision',
    looks: [{ method: 'GET', path }],
    acts: [{ method: 'PUT', path, bytes }],
  };
}

export function doiStep(doi: string | undefined, id: string): Step {
  const draft = `/api/records/${id}/draft`;
  return {
    kind: 'doi',
    words: doi === undefined ? 'Reserve a DOI' : `See to the DOI ${doi}`,
    check: doi === undefined ? 'the draft has a DOI' : `the draft has the DOI ${doi}`,
    looks: [{ method: 'GET', path: draft }],
    acts: [doi === undefined ? { method: 'POST', path: `${draft}/pids/doi` } : { method: 'PUT', path: draft }],
  };
}

const filesPath = (id: string): string => `/api/records/${id}/draft/files`;

export function importStep(id: string, kept: readonly DepositFile[]): Step {
  return {
    kind: 'import',
    words: `Take over ${kept.map(({ key }) => key).join(', ')} from the version before`,
    check: 'the draft has files',
    looks: [{ method: 'GET', path: filesPath(id) }],
    acts: [{ method: 'POST', path: `/api/records/${id}/draft/actions/files-import` }],
  };
}

export function removeStep(id: string, { files }: InvenioDeposit, before: readonly string[]): Step {
  const gone = before.filter((key) => !files.some((file) => file.key === key));
  return {
    kind: 'remove',
    words: 'Take out files that are no more in the edition',
    check: 'the draft holds no file but ours',
    looks: [{ method: 'GET', path: filesPath(id) }],
    acts: gone.map((key) => ({ method: 'DELETE', path: `${filesPath(id)}/${encodeURIComponent(key)}` })),
  };
}

export function fileStep(id: string, file: DepositFile, facts: Facts, isKept: boolean): Step {
  const path = `${filesPath(id)}/${encodeURIComponent(file.key)}`;
  const cut = partsOf(file.bytes, facts);
  const content: PlannedCall[] =
    cut === undefined
      ? [{ method: 'PUT', path: `${path}/content`, bytes: file.bytes }]
      : Array.from({ length: cut.parts }, (_, i) => ({
          method: 'PUT',
          path: `${path}/content/${i + 1}`,
          bytes: Math.min(cut.size, file.bytes - i * cut.size),
        }));
  return {
    kind: 'file',
    subject: file.key,
    words: isKept ? `Keep ${file.key}` : `Send ${file.key}, ${file.words} (${size(file.bytes)})`,
    check: `completed, ${file.bytes} bytes, md5:${file.md5}`,
    looks: [{ method: 'GET', path: filesPath(id) }],
    acts: [{ method: 'POST', path: filesPath(id) }, ...content, { method: 'POST', path: `${path}/commit` }],
    ...(isKept ? { isSpare: true } : {}),
  };
}

export function compareStep(id: string, { files }: InvenioDeposit): Step {
  return {
    kind: 'compare',
    words: 'Compare all files with ours',
    check: `${files.length} files, all completed, sizes and MD5 as ours, and no other`,
    looks: [{ method: 'GET', path: filesPath(id) }],
    acts: [],
    isLook: true,
  };
}

export function aloneStep({ urn }: InvenioDeposit): Step {
  return {
    kind: 'alone',
    words: 'Look whether a call that was sent twice has left a second draft',
    check: `no untouched draft beside ours bears ${urn}`,
    looks: [{ method: 'GET', path: paths.search(urn) }],
    acts: [{ method: 'DELETE', path: '/api/records/{second}/draft' }],
    isSpare: true,
  };
}

export function reviewStep(id: string, community: string): Step {
  const path = `/api/records/${id}/draft/review`;
  return {
    kind: 'review',
    words: 'Address the draft to the community',
    check: `the review is addressed to ${community || 'the community'}`,
    looks: [{ method: 'GET', path }],
    acts: [{ method: 'PUT', path }],
  };
}

export function submitStep(id: string): Step {
  return {
    kind: 'submit',
    words: 'Submit the draft to the community’s review',
    check: 'the draft is in review, or published',
    looks: [{ method: 'GET', path: `/api/records/${id}/draft` }],
    acts: [{ method: 'POST', path: `/api/records/${id}/draft/actions/submit-review` }],
    isFinal: true,
  };
}

/** @param edited the record whose metadata are edited; empty for a draft that becomes a record */
export function publishStep(id: string, edited: string): Step {
  const looked = edited === '' ? `/api/records/${id}` : `/api/records/${id}/draft`;
  return {
    kind: 'publish',
    subject: edited === '' ? 'the draft' : `the changes of ${edited}`,
    words: 'Publish',
    check: edited === '' ? 'the record is published' : 'there is no draft of it any more',
    looks: [{ method: 'GET', path: looked }],
    acts: [{ method: 'POST', path: `/api/records/${id}/draft/actions/publish` }],
    isFinal: true,
  };
}

export function verifyStep(id: string, { files }: InvenioDeposit): Step {
  return {
    kind: 'verify',
    words: 'Compare what is published with ours',
    check: `the DOI, and sizes and MD5 of ${files.length} files`,
    looks: [
      { method: 'GET', path: `/api/records/${id}` },
      { method: 'GET', path: `/api/records/${id}/files` },
    ],
    acts: [],
    isLook: true,
  };
}

/** The step that takes back a draft. */
export function discardStep(id: string): Step {
  return {
    kind: 'discard',
    subject: id,
    words: `Delete the draft ${id}`,
    check: 'there is no such draft any more',
    looks: [{ method: 'GET', path: paths.draft(id) }],
    acts: [{ method: 'DELETE', path: paths.draft(id) }],
    isFinal: true,
  };
}
