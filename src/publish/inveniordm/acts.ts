import { diagnostic } from '../../diagnostics/diagnostic.js';
import { z } from '../../formats/schema.js';
import type { Call } from '../client.js';
import { Refused } from '../failure.js';
import type { Facts, Situation, Step } from '../target.js';
import { type FieldError, type RecordAnswer, recordAnswer, reviewAnswer } from './answers.js';
import { digestOf } from './deposit.js';
import { fact, opened, ownDoi, publishedFiles, wasSent } from './facts.js';
import { fieldFindings, isOfDoi, isOfMetadata } from './field-errors.js';
import { deleteFile, sendFile } from './file-transfer.js';
import { paths } from './repository.js';
import { untouchedTwins } from './survey.js';
import type { Work } from './work.js';

const anyAnswer = z.unknown();

type Acts = Readonly<Record<string, (step: Step, situation: Situation) => Promise<Facts>>>;

/** What each kind of step calls. An answer that says that it was done before is none of a fault: the next look tells. */
export function actsOf(work: Work): Acts {
  return {
    draft: async () => {
      const call = json('POST', '/api/records', work.body());
      const made = await changed(work, call);
      return { ...begun(made), latest: '', latestDoi: '', ...sent(work, made) };
    },
    version: async ({ subject = '' }, { facts }) => {
      const made = await changed(work, { method: 'POST', path: `${paths.record(subject)}/versions` });
      const latestDoi = fact(facts, 'published') === 'yes' ? fact(facts, 'doi') : fact(facts, 'latestDoi');
      return { ...begun(made), latest: subject, latestDoi };
    },
    edit: async ({ subject = '' }) => {
      const record = await work.repository.record(subject);
      const made = await changed(work, { method: 'POST', path: paths.draft(subject) });
      return opened(made, record);
    },
    metadata: async (_, { facts }) => {
      const id = fact(facts, 'record');
      const draft = await work.openDraft(id);
      const ifMatch = { 'if-match': String(draft.revision_id) };
      const put = json('PUT', paths.draft(id), work.body(), ifMatch);
      const made = await work.repository.send(put, recordAnswer);
      if (!made.isOk) {
        // Somebody has changed it since the look: the next look will say.
        if (made.status === 412) return {};
        throw refusal(work, put, made);
      }
      return checked(work, made.value);
    },
    doi: async (_, { facts }) => {
      const id = fact(facts, 'record');
      const doi = ownDoi(work.deposit, facts);
      const call: Call =
        doi === undefined
          ? { method: 'POST', path: `${paths.draft(id)}/pids/doi` }
          : json('PUT', paths.draft(id), work.body(doi));
      const made = await work.repository.send(call, recordAnswer);
      // Reserved already, by an attempt whose answer was lost.
      if (!made.isOk && made.errors.some(({ messages }) => messages.some((m) => /already exists/.test(m)))) return {};
      if (!made.isOk) throw refusal(work, call, made);
      checked(work, made.value, isOfDoi);
      return { doi: made.value.pids.doi?.identifier ?? '', revision: String(made.value.revision_id) };
    },
    import: async (_, { facts }) => {
      const call: Call = { method: 'POST', path: paths.action(fact(facts, 'record'), 'files-import') };
      const made = await work.repository.send(call, anyAnswer);
      // There are files already, by an attempt whose answer was lost.
      if (!made.isOk && !/remove all files/i.test(wordsOf(made))) work.repository.refuse(call, made);
      return {};
    },
    remove: async (_, { facts }) => {
      const [id, own, before] = [fact(facts, 'record'), work.deposit.files, publishedFiles(facts)];
      for (const { key } of await work.draftFiles(facts)) {
        if (own.some((file) => file.key === key)) continue;
        if (!before.has(key) && !wasSent(facts, key, id))
          throw new Refused(diagnostic('PU023', { file: key, record: id, host: work.host }));
        await deleteFile(work.repository, id, key);
      }
      return {};
    },
    file: ({ subject }, { facts }) => sendFile(work.repository, fact(facts, 'record'), work.file(subject), facts),
    alone: async (_, { facts }) => {
      for (const id of await untouchedTwins(work.repository, work.deposit.urn, fact(facts, 'record')))
        await discard(work, id);
      return {};
    },
    review: async (_, { facts }) => {
      const path = `${paths.draft(fact(facts, 'record'))}/review`;
      const receiver = { community: fact(facts, 'community') };
      const call = json('PUT', path, { receiver, type: 'community-submission' });
      const made = await work.repository.send(call, reviewAnswer);
      if (!made.isOk) throw refusal(work, call, made);
      return {};
    },
    submit: (_, { facts }) => done(work, paths.action(fact(facts, 'record'), 'submit-review')),
    publish: (_, { facts }) => done(work, paths.action(fact(facts, 'record'), 'publish')),
    discard: async ({ subject = '' }) => discard(work, subject),
  };
}

function json(method: string, path: string, content: unknown, headers: Readonly<Record<string, string>> = {}): Call {
  return { method, path, headers, body: { type: 'application/json', content: JSON.stringify(content) } };
}

/** All that a refusal says: what is the matter may stand in its message or among the errors of fields. */
function wordsOf({ message, errors }: { message: string; errors: readonly FieldError[] }): string {
  return [message, ...errors.flatMap(({ messages }) => messages)].join(' ');
}

/** Deletes a draft; one that is not there is deleted already. */
async function discard(work: Work, id: string): Promise<Facts> {
  const call: Call = { method: 'DELETE', path: paths.draft(id) };
  const made = await work.repository.send(call, anyAnswer);
  if (!made.isOk && made.status !== 404) throw refusal(work, call, made);
  return {};
}

/** Sends what makes or opens a draft. */
async function changed(work: Work, call: Call): Promise<RecordAnswer> {
  const made = await work.repository.send(call, recordAnswer);
  if (!made.isOk) throw refusal(work, call, made);
  return made.value;
}

/** Sends an action that ends a draft. Where there is none any more, it was done before, or the next look says what is the matter. */
async function done(work: Work, path: string): Promise<Facts> {
  const call: Call = { method: 'POST', path };
  const made = await work.repository.send(call, anyAnswer);
  if (!made.isOk && made.status !== 404) throw refusal(work, call, made);
  return {};
}

function refusal(
  work: Work,
  call: Call,
  made: { status: number; message: string; errors: readonly FieldError[] },
): Refused {
  if (made.errors.length > 0) return new Refused(...fieldFindings(made.errors, work.host, work.deposit.placeOf));
  return new Refused(work.repository.client.finding(call, made.status, made.message));
}

/** What is kept of metadata that were taken without a fault. */
function sent(work: Work, made: RecordAnswer): Facts {
  const revision = String(made.revision_id);
  if (made.errors.some(isOfMetadata) || !work.isOpenAsAsked(made)) return { revision };
  return { revision, metadata: digestOf(work.body()), metadataOf: made.id };
}

function checked(work: Work, made: RecordAnswer, isMeant = isOfMetadata): Facts {
  const faults = made.errors.filter(isMeant);
  if (faults.length > 0) throw new Refused(...fieldFindings(faults, work.host, work.deposit.placeOf));
  work.seeAccess(made);
  return sent(work, made);
}

function begun(made: RecordAnswer): Facts {
  return {
    record: made.id,
    published: '',
    editing: '',
    editedFrom: '',
    revision: String(made.revision_id),
    metadata: '',
    metadataOf: '',
    held: '',
    doi: made.pids.doi?.identifier ?? '',
  };
}
