import { diagnostic } from '../../diagnostics/diagnostic.js';
import { Refused } from '../failure.js';
import type { Facts, Situation } from '../target.js';
import type { RecordAnswer } from './answers.js';
import { digestOf, type InvenioDeposit, isSaidBy } from './deposit.js';
import { fact, filesAsFact } from './facts.js';
import type { Repository } from './repository.js';

/** How often the index is asked before it is believed that there is nothing, and how long between. It lags a second or more behind. */
const TRIES = 3;
const TRIES_AFTER_LOSS = 8;
const TRIES_FOR_OWN = 60;
const PAUSE = 700;

/** What an edition has at a repository: a published record, and a draft that is to become one. */
interface Found {
  readonly published?: RecordAnswer | undefined;
  readonly draft?: RecordAnswer | undefined;
  /** What has become of the change of its metadata that we had begun. */
  readonly edit?: 'published' | 'discarded' | undefined;
}

/**
 * Looks what is there of an edition: by the record that the journal names, else by its URN among the own records and drafts. What was withdrawn
 * or deleted there is forgotten; a newer version that was published from another machine is taken up.
 */
export async function survey(
  repository: Repository,
  deposit: InvenioDeposit,
  body: Readonly<Record<string, unknown>>,
  { facts, isRepeated }: Situation,
): Promise<Facts> {
  const known = await journalled(repository, facts);
  const found = known ?? (await searched(repository, deposit.urn, isRepeated));
  return factsOf(repository, body, facts, found);
}

async function journalled(repository: Repository, facts: Facts): Promise<Found | undefined> {
  const id = fact(facts, 'record');
  if (id === '') return undefined;
  const [draft, record] = [await repository.draft(id), await repository.record(id)];
  if (record?.is_published === true) {
    const hasEnded = fact(facts, 'editing') === id && draft === undefined;
    const edit = !hasEnded
      ? undefined
      : String(record.revision_id) === fact(facts, 'editedFrom')
        ? 'discarded'
        : 'published';
    return { published: await newest(repository, record), edit };
  }
  const latest = fact(facts, 'latest');
  const before = latest === '' ? undefined : await repository.record(latest);
  if (draft !== undefined) return { draft, published: before };
  return before === undefined ? undefined : { published: await newest(repository, before) };
}

async function newest(repository: Repository, record: RecordAnswer): Promise<RecordAnswer> {
  return record.versions.is_latest ? record : ((await repository.latestVersion(record.id)) ?? record);
}

async function searched(repository: Repository, urn: string, isRepeated: boolean): Promise<Found> {
  for (let tries = isRepeated ? TRIES_AFTER_LOSS : TRIES; tries > 0; tries--) {
    const hits = await repository.search(urn);
    if (hits.length > 0) return chosen(repository, hits, urn);
    if (tries > 1) await repository.client.sleep(PAUSE);
  }
  return {};
}

/** Of what the index names, the newest record and the draft after it; of two editions nobody can choose. */
async function chosen(repository: Repository, hits: readonly RecordAnswer[], urn: string): Promise<Found> {
  const live: Live[] = [];
  for (const { id } of hits) {
    const one = { record: await repository.record(id), draft: await repository.draft(id) };
    // What was deleted stays in the index for a while.
    if (one.record !== undefined || one.draft !== undefined)
      live.push({ ...one, isUntouched: await isUntouched(repository, one) });
  }
  // Of drafts that one call has left twice, any will do; the others are deleted later.
  const touched = live.filter((one) => !one.isUntouched);
  const meant = (touched.length > 0 ? touched : live.slice(0, 1)).sort((a, b) => indexOf(b) - indexOf(a));
  const ids = meant.flatMap(({ draft, record }) => draft ?? record ?? []);
  const parents = new Map(ids.map(({ parent, id }) => [parent.id, id]));
  if (parents.size > 1)
    throw new Refused(
      diagnostic('PU016', { host: repository.client.base.host, urn, records: [...parents.values()].join(', ') }),
    );
  const published = meant.find(({ record }) => record?.is_published === true)?.record;
  const [newestOne] = meant;
  const isNewDraft = newestOne?.record === undefined && newestOne?.draft !== undefined;
  return { published, draft: isNewDraft ? newestOne.draft : undefined };
}

/** What the index names and is there. */
interface Live {
  readonly record: RecordAnswer | undefined;
  readonly draft: RecordAnswer | undefined;
  readonly isUntouched: boolean;
}

function indexOf({ record, draft }: Live): number {
  return (record ?? draft)?.versions.index ?? 0;
}

/** Whether it is a first draft with neither a DOI nor a file, as it was made. */
async function isUntouched(repository: Repository, { record, draft }: Omit<Live, 'isUntouched'>): Promise<boolean> {
  if (record !== undefined || draft === undefined || draft.versions.index > 1 || draft.pids.doi !== undefined)
    return false;
  return (await repository.files(draft.id, true))?.length === 0;
}

/**
 * Drafts beside ours that bear its URN and that nobody has touched since they were made: a call that arrived twice has left them. The index
 * is believed only when it shows our own draft, which is the younger or as young.
 */
export async function untouchedTwins(repository: Repository, urn: string, own: string): Promise<readonly string[]> {
  const twins: string[] = [];
  for (const { id } of await indexed(repository, urn, own)) {
    if (id === own) continue;
    const one = { record: await repository.record(id), draft: await repository.draft(id) };
    if (await isUntouched(repository, one)) twins.push(id);
  }
  return twins;
}

/** What the index names of an edition, once it names one of its records; a server's parts may learn of two at two moments, so it is asked again. */
async function indexed(repository: Repository, urn: string, own: string): Promise<readonly RecordAnswer[]> {
  for (let tries = TRIES_FOR_OWN; tries > 0; tries--) {
    const hits = await repository.search(urn);
    if (hits.some(({ id }) => id === own)) {
      await repository.client.sleep(PAUSE);
      return repository.search(urn);
    }
    await repository.client.sleep(PAUSE);
  }
  throw new Refused(diagnostic('PU077', { host: repository.client.base.host, record: own }));
}

async function factsOf(
  repository: Repository,
  body: Readonly<Record<string, unknown>>,
  facts: Facts,
  { published, draft, edit }: Found,
): Promise<Facts> {
  const record = draft ?? published;
  const isSame = record !== undefined && record.id === fact(facts, 'record');
  const sent = isSame ? {} : { metadata: '', metadataOf: '', revision: '', held: '' };
  const common = {
    record: record?.id ?? '',
    status: record?.status ?? '',
    published: draft === undefined && published !== undefined ? 'yes' : '',
    doi: record?.pids.doi?.identifier ?? '',
    provider: record?.pids.doi?.provider ?? '',
    parentDoi: published?.parent.pids.doi?.identifier ?? '',
    latest: draft === undefined ? '' : (published?.id ?? ''),
    latestDoi: draft === undefined ? '' : (published?.pids.doi?.identifier ?? ''),
  };
  const files = published === undefined ? '' : await filesOf(repository, published.id);
  if (published === undefined || draft !== undefined) return { ...common, ...sent, files, editing: '' };
  const ended = edit === undefined ? {} : { editing: '', editedFrom: '' };
  if (isSame && fact(facts, 'metadataOf') === published.id && edit !== 'discarded')
    return { ...common, ...ended, files };
  // Published from another machine, or the journal is lost: whether it says what we would say.
  const isSaid = isSaidBy(body['metadata'], published.metadata) && isSaidBy(body['access'], published.access);
  const adopted = isSaid ? { metadata: digestOf(body), metadataOf: published.id } : { metadata: '', metadataOf: '' };
  return { ...common, ...ended, files, ...adopted };
}

/** The files of a published record with their MD5, as the facts keep them. */
async function filesOf(repository: Repository, id: string): Promise<string> {
  const entries = (await repository.files(id, false)) ?? [];
  return filesAsFact(entries.map(({ key, checksum }) => ({ key, md5: checksum?.replace(/^md5:/, '') ?? '' })));
}
