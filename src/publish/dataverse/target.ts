import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { z } from '../../formats/schema.js';
import type { Client } from '../client.js';
import { type DepositFile, mustBeUnchanged } from '../deposit-file.js';
import { Again, Refused } from '../failure.js';
import type { Extent, Facts, Look, Situation, Step, Summary, Target } from '../target.js';
import { lookAtAccess, refuseOpen, setAccess } from './access.js';
import type { VersionAnswer } from './answers.js';
import { bodyOf, type DataverseDeposit, digestOf, isOwnKey, uploadOf, type VersionBody } from './deposit.js';
import { fact, filesIn, filesThere, offerOf, sentAsFact } from './facts.js';
import { Files, keyOf } from './files.js';
import { inspected } from './inspect.js';
import { discardStep, inspectionSteps, planOf } from './plan.js';
import { paths, Repository } from './repository.js';
import { bears, digestOfVersion, isSaidBy } from './said.js';
import { found } from './survey.js';

const DONE: Look = { isDone: true };
const OPEN: Look = { isDone: false };
const anything = z.unknown();

/**
 * A Dataverse installation (5.14 or newer, since files are deleted by the Native API), written from its guides and tested with a twin that was made
 * from them, never with an installation. An edition is one dataset with one DOI; each change of it is a version of that. Publishing goes on
 * there after it was asked for: until the dataset’s locks are gone, nothing is known.
 */
export class Dataverse implements Target {
  readonly name: string;
  readonly client: Client;
  readonly #repository: Repository;
  readonly #deposit: DataverseDeposit;
  readonly #files: Files;
  readonly #notices: Diagnostic[] = [];

  constructor(name: string, client: Client, deposit: DataverseDeposit) {
    this.name = name;
    this.client = client;
    this.#repository = new Repository(client);
    this.#deposit = deposit;
    this.#files = new Files(client, deposit.files);
  }

  inspection(): readonly Step[] {
    return inspectionSteps(this.#deposit);
  }

  notices(): readonly Diagnostic[] {
    return this.#notices;
  }

  plan(facts: Facts, extent: Extent): readonly Step[] {
    return planOf(this.#deposit, facts, extent);
  }

  withdrawal(facts: Facts): readonly Step[] {
    const isOpen = fact(facts, 'published') !== 'yes' || fact(facts, 'changing') === 'yes';
    return fact(facts, 'record') !== '' && isOpen ? [discardStep(facts)] : [];
  }

  summary(facts: Facts): Summary {
    const record = fact(facts, 'record');
    if (record === '') return { state: 'absent', files: [] };
    const version = fact(facts, 'version');
    const home = this.client.base.href.replace(/\/$/, '');
    return {
      state: fact(facts, 'published') === 'yes' ? 'published' : 'draft',
      record: version === '' ? record : `${record}, version ${version}`,
      files: filesThere(facts),
      page: `${home}/dataset.xhtml?persistentId=${encodeURIComponent(record)}`,
      ...(/^doi:/.test(record) ? { doi: record.slice('doi:'.length) } : {}),
      ...(version !== '' && fact(facts, 'changing') === 'yes' ? { isChanging: true as const } : {}),
    };
  }

  async survey(situation: Situation): Promise<Facts> {
    const { facts } = situation;
    const id = await found(this.#repository, this.#deposit, situation);
    const latest = id === '' ? undefined : await this.#repository.version(id, ':latest');
    if (latest === undefined)
      return {
        record: '',
        published: '',
        version: '',
        changing: '',
        described: '',
        left: '',
        files: '',
        publishedFiles: '',
      };
    const isDraft = latest.versionState === 'DRAFT';
    const published = isDraft ? await this.#repository.version(id, ':latest-published') : latest;
    const body = this.#body(facts);
    return {
      record: id,
      published: published === undefined ? '' : 'yes',
      version: published === undefined ? '' : numberOf(published),
      changing: isDraft && published !== undefined ? 'yes' : '',
      described: isSaidBy(body, latest) ? digestOf(body) : '',
      ...(id === fact(facts, 'record') ? {} : { left: '' }),
      files: await this.#files.asFact(latest),
      publishedFiles: published === undefined ? '' : await this.#files.asFact(published),
    };
  }

  async look(step: Step, situation: Situation): Promise<Look> {
    const { facts } = situation;
    const id = fact(facts, 'record');
    switch (step.kind) {
      case 'survey':
        return { isDone: true, facts: await this.survey(situation) };
      case 'token':
      case 'collection':
      case 'blocks':
      case 'licence':
        return inspected(step.kind, this.#repository, this.#deposit, this.#notices);
      case 'agreement':
        this.#agree(facts);
        return DONE;
      case 'create':
        return this.#created(situation);
      case 'metadata':
        return this.#described(situation);
      case 'remove':
        return this.#files.areAll(await this.#latest(id)) ? DONE : OPEN;
      case 'file':
        return { isDone: await this.#files.holds(await this.#latest(id), this.#files.named(step.subject)) };
      case 'access':
        return lookAtAccess(await this.#latest(id), this.#deposit.access);
      case 'compare': {
        const latest = await this.#latest(id);
        if (!(await this.#files.holdsAll(latest))) return OPEN;
        const isChanging = latest.versionState === 'DRAFT' && fact(facts, 'published') === 'yes';
        const files = await this.#files.asFact(latest);
        const sent = sentAsFact(this.#deposit.files);
        return { isDone: true, facts: { files, sent, changing: isChanging ? 'yes' : '' } };
      }
      case 'publish': {
        await this.#repository.unlocked(id);
        const latest = await this.#latest(id);
        if (latest.versionState === 'RELEASED') return DONE;
        refuseOpen(latest, this.#deposit.access, id, this.#repository.host);
        return OPEN;
      }
      case 'verify':
        return this.#verified(facts);
      default:
        return this.#discarded(step, facts);
    }
  }

  async act({ kind, subject }: Step, { facts }: Situation): Promise<Facts> {
    const id = fact(facts, 'record');
    const body = this.#body(facts);
    if (kind === 'create')
      return { record: await this.#repository.create(this.#deposit.collection, { datasetVersion: body }) };
    await this.#repository.unlocked(id);
    if (kind === 'metadata') await this.#repository.describe(id, body);
    if (kind === 'remove') await this.#remove(id, facts);
    if (kind === 'file') await this.#send(id, this.#files.named(subject));
    const { access } = this.#deposit;
    if (kind === 'access' && access) await setAccess(this.#repository, id, await this.#latest(id), access);
    if (kind === 'publish') await this.#publish(id);
    if (kind === 'discard') await this.#repository.delete(paths.version(id, ':draft'), id);
    return {};
  }

  #body(facts: Facts): VersionBody {
    return bodyOf(this.#deposit, offerOf(facts));
  }

  /** The newest version, which must be there; where it has gone, all is looked at once more. */
  async #latest(id: string): Promise<VersionAnswer> {
    const latest = id === '' ? undefined : await this.#repository.version(id, ':latest');
    if (latest === undefined) throw new Again('dataset');
    return latest;
  }

  /** The DOI of the files must be that of the dataset, which Dataverse gives and keeps for all versions. */
  #agree(facts: Facts): void {
    const { doi, placeOf } = this.#deposit;
    const record = fact(facts, 'record').replace(/^doi:/, '');
    if (doi === undefined || doi.toLowerCase() === record.toLowerCase()) return;
    const place = placeOf('pids.doi');
    if (record !== '') throw new Refused(diagnostic('PU026', { doi, record, target: this.name }, place));
    throw new Refused(diagnostic('PU073', { doi, host: this.#repository.host, target: this.name }, place));
  }

  async #created(situation: Situation): Promise<Look> {
    const id = fact(situation.facts, 'record');
    if (id !== '') return this.#latest(id).then(() => DONE);
    if (!situation.isRepeated) return OPEN;
    const survey = await this.survey(situation);
    return fact(survey, 'record') === '' ? OPEN : { isDone: true, facts: survey };
  }

  async #described({ facts, hasOpen }: Situation): Promise<Look> {
    const id = fact(facts, 'record');
    const latest = await this.#latest(id);
    const body = this.#body(facts);
    const left = digestOfVersion(latest);
    if (isSaidBy(body, latest)) return { isDone: true, facts: { described: digestOf(body), left } };
    const before = fact(facts, 'left');
    const isDraft = latest.versionState === 'DRAFT';
    if (isDraft && before !== '' && before !== left && !hasOpen && !this.#deposit.isReplacing)
      throw new Refused(diagnostic('PU021', { record: id, host: this.#repository.host }));
    return OPEN;
  }

  /** Deletes what the edition has no more, and no file of others. */
  async #remove(id: string, facts: Facts): Promise<void> {
    const before = filesIn(facts, 'publishedFiles');
    for (const entry of (await this.#latest(id)).files) {
      const key = keyOf(entry);
      if (this.#files.has(key)) continue;
      const isKnown = before.has(key) || isOwnKey(this.#deposit.id, key) || (await this.#files.isCopy(entry));
      if (!isKnown) throw new Refused(diagnostic('PU023', { file: key, record: id, host: this.#repository.host }));
      await this.#repository.delete(paths.file(entry.dataFile.id), id);
      await this.#repository.unlocked(id);
    }
  }

  /**
   * Sends a file. One that has its name goes first: what replacing (`/api/files/ID/replace`) does with a ZIP file, the documentation does not say. What
   * is published keeps it.
   */
  async #send(id: string, file: DepositFile): Promise<void> {
    await mustBeUnchanged(file);
    for (const entry of (await this.#latest(id)).files)
      if (keyOf(entry) === file.key) {
        await this.#repository.delete(paths.file(entry.dataFile.id), id);
        await this.#repository.unlocked(id);
      }
    const isRestricted = this.#deposit.access?.files === 'restricted';
    const body = uploadOf(file, await file.read(0, file.bytes), isRestricted);
    await this.#repository.send({ method: 'POST', path: paths.dataset(id, '/add'), body }, anything, id);
  }

  /** Publishes the draft: as a minor version where it has the very files of the published one, since no other is taken as such. */
  async #publish(id: string): Promise<void> {
    const idsOf = (version: VersionAnswer | undefined): string =>
      String(version?.files.map(({ dataFile }) => dataFile.id).sort((x, y) => x - y));
    const published = await this.#repository.version(id, ':latest-published');
    const isMinor = published !== undefined && idsOf(await this.#latest(id)) === idsOf(published);
    const path = paths.dataset(id, '/actions/:publish', `&type=${isMinor ? 'minor' : 'major'}`);
    try {
      await this.#repository.send({ method: 'POST', path }, anything, id);
    } catch (error) {
      // A call of ours whose answer was lost may have come through meanwhile.
      const isOut = error instanceof Refused && (await this.#latest(id)).versionState === 'RELEASED';
      if (!isOut) throw error;
    }
  }

  async #verified(facts: Facts): Promise<Look> {
    const id = fact(facts, 'record');
    const published = await this.#repository.version(id, ':latest-published');
    if (published === undefined) return OPEN;
    const body = this.#body(facts);
    if (!(await this.#files.holdsAll(published)) || !isSaidBy(body, published))
      throw new Refused(diagnostic('PU029', { record: id, host: this.#repository.host }));
    const files = await this.#files.asFact(published);
    const left = digestOfVersion(published);
    const sent = sentAsFact(this.#deposit.files);
    const state = { published: 'yes', changing: '', version: numberOf(published), sent };
    return { isDone: true, facts: { ...state, files, publishedFiles: files, described: digestOf(body), left } };
  }

  async #discarded({ subject = '' }: Step, facts: Facts): Promise<Look> {
    const draft = await this.#repository.version(subject, ':draft');
    if (draft === undefined) {
      const isPublished = fact(facts, 'published') === 'yes';
      const gone = { changing: '', described: '', left: '', files: fact(facts, 'publishedFiles') };
      return { isDone: true, facts: isPublished ? gone : { ...gone, record: '' } };
    }
    if (!bears(draft, this.#deposit.urn))
      throw new Refused(diagnostic('PU022', { record: subject, host: this.#repository.host }));
    return OPEN;
  }
}

function numberOf({ versionNumber = 0, versionMinorNumber = 0 }: VersionAnswer): string {
  return `${versionNumber}.${versionMinorNumber}`;
}
