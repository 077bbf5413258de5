import { diagnostic } from '../../diagnostics/diagnostic.js';
import { Again, Refused } from '../failure.js';
import type { Facts, Look, Situation, Step } from '../target.js';
import { searchAnswer } from './answers.js';
import { digestOf, listOf, termsOf } from './deposit.js';
import { fact, filesAsFact, opened, ownDoi } from './facts.js';
import { lookAtFile } from './file-transfer.js';
import { modeOf } from './plan.js';
import { paths } from './repository.js';
import { survey, untouchedTwins } from './survey.js';
import type { Work } from './work.js';

const DONE: Look = { isDone: true };
const OPEN: Look = { isDone: false };
/** A stock server takes no more files in a record. */
const MOST_FILES = 100;

type Looks = Readonly<Record<string, (step: Step, situation: Situation) => Promise<Look>>>;

/** What each kind of step looks at, before it acts and after. */
export function looksOf(work: Work): Looks {
  return {
    survey: async (_, situation) => ({
      isDone: true,
      facts: await survey(work.repository, work.deposit, work.body(), situation),
    }),
    token: async () => {
      await work.repository.get('/api/user/records?size=1', searchAnswer);
      return DONE;
    },
    term: async ({ subject = '' }) => {
      await lookForTerm(work, subject);
      return DONE;
    },
    community: async () => {
      const slug = work.deposit.community ?? '';
      const found = await work.repository.community(slug);
      if (found === undefined) throw new Refused(diagnostic('PU018', { community: slug, host: work.host }));
      return { isDone: true, facts: { community: found.id } };
    },
    agreement: async (_, { facts }) => {
      agree(work, facts);
      return DONE;
    },
    draft: async (_, { facts, isRepeated }) => {
      const id = fact(facts, 'record');
      if (id !== '') return work.openDraft(id).then(() => DONE);
      if (!isRepeated) return OPEN;
      // A draft whose answer was lost comes to light in the index a second later or more.
      const found = await survey(work.repository, work.deposit, work.body(), {
        facts,
        isRepeated: true,
        hasOpen: true,
      });
      if (fact(found, 'record') === '') return OPEN;
      if (fact(found, 'published') === 'yes') throw new Again('draft');
      return { isDone: true, facts: found };
    },
    version: async ({ subject }, { facts }) => {
      const [id, latest] = [fact(facts, 'record'), fact(facts, 'latest')];
      if (latest !== subject || id === '' || id === latest) return OPEN;
      return (await work.repository.draft(id)) === undefined ? OPEN : DONE;
    },
    edit: async ({ subject = '' }, { facts, isRepeated }) => {
      const draft = await work.repository.draft(subject);
      if (draft === undefined) return OPEN;
      if (fact(facts, 'editing') === subject) return DONE;
      if (!isRepeated) throw new Refused(diagnostic('PU019', { record: subject, host: work.host }));
      // Ours, of which nothing was learnt before the end came: what its answer would have told.
      return { isDone: true, facts: opened(draft, await work.repository.record(subject)) };
    },
    metadata: async (_, { facts, hasOpen }) => {
      const draft = await work.openDraft(fact(facts, 'record'));
      const isLeft = String(draft.revision_id) === fact(facts, 'revision');
      const isOurs = fact(facts, 'metadata') === digestOf(work.body()) && fact(facts, 'metadataOf') === draft.id;
      if (isLeft) return isOurs ? DONE : OPEN;
      // Where no call of ours is open that can have changed it, somebody else has.
      if (fact(facts, 'metadataOf') === draft.id && !hasOpen && work.deposit.isReplacing !== true)
        throw new Refused(diagnostic('PU021', { record: draft.id, host: work.host }));
      return OPEN;
    },
    doi: async (_, { facts }) => {
      const draft = await work.openDraft(fact(facts, 'record'));
      const { doi } = draft.pids;
      const wanted = ownDoi(work.deposit, facts);
      // A DOI from elsewhere that was mistaken is put right; one that the repository gave stays.
      const isMistaken = doi?.provider === 'external' && doi.identifier.toLowerCase() !== wanted?.toLowerCase();
      if (doi === undefined || isMistaken) return OPEN;
      return { isDone: true, facts: { doi: doi.identifier, revision: String(draft.revision_id) } };
    },
    import: async (_, { facts }) => ((await work.draftFiles(facts)).length === 0 ? OPEN : DONE),
    remove: async (_, { facts }) => {
      const own = new Set(work.deposit.files.map(({ key }) => key));
      return (await work.draftFiles(facts)).every(({ key }) => own.has(key)) ? DONE : OPEN;
    },
    file: ({ subject }, { facts }) => lookAtFile(work.repository, fact(facts, 'record'), work.file(subject)),
    compare: async (_, { facts }) => {
      const id = fact(facts, 'record');
      const hasAll = await work.hasAll(await work.draftFiles(facts), (key) => paths.file(id, key));
      return hasAll ? { isDone: true, facts: { held: filesAsFact(work.deposit.files) } } : OPEN;
    },
    alone: async (_, { facts }) => {
      const twins = await untouchedTwins(work.repository, work.deposit.urn, fact(facts, 'record'));
      return twins.length === 0 ? DONE : OPEN;
    },
    review: async (_, { facts, isRepeated }) => {
      const community = await work.repository.reviewer(fact(facts, 'record'));
      if (community === undefined || community !== fact(facts, 'community')) return OPEN;
      return { isDone: true, facts: isRepeated ? await work.revision(facts) : {} };
    },
    submit: async (_, { facts, isRepeated }) => {
      const id = fact(facts, 'record');
      if ((await work.repository.record(id))?.is_published === true)
        return { isDone: true, facts: { published: 'yes' } };
      if ((await work.openDraft(id)).status !== 'in_review') return OPEN;
      return { isDone: true, facts: { status: 'in_review', ...(isRepeated ? await work.revision(facts) : {}) } };
    },
    publish: async (_, { facts }) => {
      const id = fact(facts, 'record');
      const isEdit = fact(facts, 'editing') === id;
      if (isEdit && (await work.repository.draft(id)) !== undefined) return OPEN;
      const record = await work.repository.record(id);
      if (record?.is_published === true) return { isDone: true, facts: { published: 'yes', editing: '' } };
      if ((await work.repository.draft(id)) === undefined) throw new Again('publish');
      return OPEN;
    },
    verify: (_, { facts }) => verify(work, facts),
    discard: async ({ subject = '' }, { facts }) => {
      const draft = await work.repository.draft(subject);
      if (draft === undefined) return { isDone: true, facts: withoutDraft(facts) };
      const isOurs = listOf(draft.metadata['identifiers']).some((i) => i['identifier'] === work.deposit.urn);
      if (!isOurs) throw new Refused(diagnostic('PU022', { record: subject, host: work.host }));
      return OPEN;
    },
  };
}

/** The DOI of the files and that of the record must be one; the DOI of all versions is right too. */
function agree(work: Work, facts: Facts): void {
  const { doi: borne, files } = work.deposit;
  if (files.length > MOST_FILES)
    throw new Refused(diagnostic('PU024', { count: files.length, most: MOST_FILES, host: work.host }));
  // A new version would else bear the day of today, which nobody has chosen.
  if (typeof work.deposit.metadata['publication_date'] !== 'string')
    throw new Refused(diagnostic('PU036', {}, work.deposit.placeOf('metadata.publication_date')));
  if (borne === undefined) return;
  const is = (name: 'doi' | 'parentDoi' | 'latestDoi'): boolean =>
    fact(facts, name).toLowerCase() === borne.toLowerCase();
  if (is('parentDoi')) return;
  const isNext = modeOf(work.deposit, work.body(), facts, 'published') === 'version';
  const isOut = fact(facts, 'published') === 'yes';
  const place = work.deposit.placeOf('pids.doi');
  if (isNext && (isOut ? is('doi') : is('latestDoi')))
    throw new Refused(diagnostic('PU025', { doi: borne, target: work.name }, place));
  const record = fact(facts, 'doi');
  // In a draft, a DOI from elsewhere that was mistaken can be put right: the step that sees to the DOI does it.
  const isOpen = !isOut && fact(facts, 'provider') === 'external';
  const isExpected = record === '' || is('doi') || isOpen || (isNext && isOut);
  if (!isExpected) throw new Refused(diagnostic('PU026', { doi: borne, record, target: work.name }, place));
}

async function lookForTerm(work: Work, subject: string): Promise<void> {
  const term = termsOf(work.deposit.metadata).find(({ vocabulary, id }) => `${vocabulary} ${id}` === subject);
  if (term === undefined || (await work.repository.isTerm(term.vocabulary, term.id))) return;
  const facts = { id: term.id, vocabulary: term.vocabulary, host: work.host, field: term.field };
  const place = work.deposit.placeOf(term.field);
  if (term.vocabulary !== 'languages') throw new Refused(diagnostic('PU027', facts, place));
  if (!work.absent.has(term.id)) work.notices.push(diagnostic('PU028', facts, place));
  work.absent.add(term.id);
}

async function verify(work: Work, facts: Facts): Promise<Look> {
  const id = fact(facts, 'record');
  const record = await work.repository.record(id);
  if (record?.is_published !== true) return OPEN;
  if (fact(facts, 'editedFrom') !== '' && String(record.revision_id) === fact(facts, 'editedFrom')) return OPEN;
  const entries = await work.repository.files(id, false);
  const pathOf = (key: string): string => `${paths.record(id)}/files/${encodeURIComponent(key)}`;
  if (!(await work.hasAll(entries, pathOf))) throw new Refused(diagnostic('PU029', { record: id, host: work.host }));
  const files = filesAsFact(work.deposit.files);
  const identifiers = { doi: record.pids.doi?.identifier ?? '', parentDoi: record.parent.pids.doi?.identifier ?? '' };
  return {
    isDone: true,
    facts: { ...identifiers, files, published: 'yes', latest: '', latestDoi: '', editing: '', editedFrom: '' },
  };
}

/** What is known when the draft is gone: the version before, where there is one. */
function withoutDraft(facts: Facts): Facts {
  const latest = fact(facts, 'latest');
  return {
    record: latest,
    published: latest === '' ? '' : 'yes',
    latest: '',
    doi: fact(facts, 'latestDoi'),
    latestDoi: '',
    editing: '',
    metadata: '',
    metadataOf: '',
    revision: '',
  };
}
