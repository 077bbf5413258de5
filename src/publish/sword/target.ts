import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { size } from '../../diagnostics/words.js';
import type { Client } from '../client.js';
import { mustBeUnchanged } from '../deposit-file.js';
import { Again, Refused } from '../failure.js';
import type { Extent, Facts, Look, Situation, Step, Summary, Target } from '../target.js';
import type { Receipt, Statement } from './answers.js';
import { digestOf, PACKAGINGS, type SwordDeposit } from './deposit.js';
import { fact, GONE, mayBeEnded } from './facts.js';
import { discardStep, inspectionSteps, isLeft, planOf } from './plan.js';
import { collectionNamed, Repository } from './repository.js';

const DONE: Look = { isDone: true };
const OPEN: Look = { isDone: false };
/** So many of the packages that a statement names are read for ours. */
const MOST_ORIGINALS = 100;

/**
 * A repository that is reached by SWORD 2.0. An edition is one resource of a collection with one package. It is begun with its metadata alone, “in progress”;
 * the package is put in the place of whatever content is there, so that a call that was broken off can be made again; and it is ended where that is asked for.
 * What the repository makes of it then is its own matter: SWORD knows neither versions nor DOIs.
 */
export class Sword implements Target {
  readonly name: string;
  readonly client: Client;
  readonly #repository: Repository;
  readonly #service: string;
  readonly #deposit: SwordDeposit;
  #notices: readonly Diagnostic[] = [];
  /** Whether the last plan leaves another state of the edition as it is. */
  #isLeft = false;
  /** How often the statement has named other packages alone. */
  #strange = 0;

  /** @param service the path of the service document */
  constructor(name: string, client: Client, service: string, deposit: SwordDeposit) {
    this.name = name;
    this.client = client;
    this.#repository = new Repository(client);
    this.#service = service;
    this.#deposit = deposit;
  }

  inspection(): readonly Step[] {
    return inspectionSteps(this.#service, this.#deposit);
  }

  notices(): readonly Diagnostic[] {
    return this.#isLeft ? [...this.#notices, this.#finding('PU085')] : this.#notices;
  }

  plan(facts: Facts, extent: Extent): readonly Step[] {
    this.#isLeft = isLeft(this.#deposit, facts, extent);
    return planOf(this.#deposit, facts, extent);
  }

  withdrawal(facts: Facts): readonly Step[] {
    return fact(facts, 'record') === '' || mayBeEnded(facts) ? [] : [discardStep(facts)];
  }

  summary(facts: Facts): Summary {
    const record = fact(facts, 'record');
    if (record === '') return { state: 'absent', files: [] };
    const { file } = this.#deposit;
    const isSent = fact(facts, 'sent') === file.sha256;
    const own = isSent ? { bytes: file.bytes, md5: file.md5 } : sentBefore(facts);
    const state = fact(facts, 'state');
    return {
      state: fact(facts, 'completed') === 'yes' ? 'in review' : 'draft',
      record: state === '' ? record : `${record} (${state})`,
      files: fact(facts, 'sent') === '' ? [] : [{ key: file.key, sha256: fact(facts, 'sent'), ...own }],
      page: fact(facts, 'page') || new URL(record, this.client.base).href,
      ...(this.#isLeft ? { isOther: true } : {}),
    };
  }

  async survey({ facts, isRepeated }: Situation): Promise<Facts> {
    const record = fact(facts, 'record');
    if (record !== '') {
      const receipt = await this.#repository.receipt(record);
      if (receipt === 'gone') return GONE;
      const links = receipt === 'unknown' ? {} : this.#repository.factsOf({ edit: record, ...receipt }, record);
      const stands = withKnown(links, facts);
      const statement = await this.#statement({ ...facts, ...stands });
      if (statement === 'gone') return GONE;
      if (statement === undefined) return stands;
      const { state } = statement;
      // A state that is as it was before the end was asked for says that it has not come.
      const isOpen = state !== '' && state === fact(facts, 'before');
      return { ...stands, state, ...(isOpen ? { asked: '' } : {}) };
    }
    // What was begun and never answered may be there all the same.
    return isRepeated ? this.#found(facts, false) : {};
  }

  async look({ kind }: Step, situation: Situation): Promise<Look> {
    const { facts, isRepeated } = situation;
    const { entry, file } = this.#deposit;
    const isIn = fact(facts, 'record') !== '';
    switch (kind) {
      case 'service':
        return this.#inspected();
      case 'survey':
        return { isDone: true, facts: await this.survey(situation) };
      case 'create': {
        const found = isIn || !isRepeated ? {} : await this.#found(facts, true);
        return isIn || found['record'] !== undefined ? { isDone: true, facts: found } : OPEN;
      }
      case 'metadata':
        return fact(facts, 'described') === digestOf(entry) ? DONE : OPEN;
      case 'package':
        if (fact(facts, 'sent') === file.sha256) return DONE;
        if (this.#strange > 1) throw new Refused(this.#finding('PU086'));
        return OPEN;
      case 'complete':
        return this.#completed(facts, isRepeated);
      case 'discard':
        return (await this.#isGone(facts)) ? { isDone: true, facts: GONE } : OPEN;
      default:
        return this.#verified(facts);
    }
  }

  async act({ kind }: Step, { facts }: Situation): Promise<Facts> {
    const { entry, file, packaging, urn } = this.#deposit;
    const record = fact(facts, 'record');
    const isInProgress = fact(facts, 'completed') !== 'yes';
    switch (kind) {
      case 'create': {
        const made = await this.#repository.create(fact(facts, 'collection'), entry, urn);
        return { ...made, described: digestOf(entry), completed: '', asked: '', sent: '' };
      }
      case 'metadata':
        await this.#repository.describe(record, entry, isInProgress);
        return { described: digestOf(entry) };
      case 'package': {
        await mustBeUnchanged(file);
        const content = await file.read(0, file.bytes);
        await this.#repository.send(fact(facts, 'media') || record, file, packaging, content, isInProgress);
        return { sent: file.sha256, size: String(file.bytes), md5: file.md5 };
      }
      case 'complete':
        await this.#repository.complete(fact(facts, 'add'));
        return { completed: 'yes' };
      default:
        await this.#repository.delete(record);
        // A server that does not show its deposits has said at least that this one is gone.
        return GONE;
    }
  }

  /** Whether the collection is there, and takes the package. */
  async #inspected(): Promise<Look> {
    const { collection, packaging, file } = this.#deposit;
    const service = await this.#repository.service(this.#service);
    const { host } = this.#repository;
    const found = collectionNamed(service.collections, collection);
    if (found === undefined) {
      const there = service.collections
        .map(({ title, href }) => title || href)
        .slice(0, 20)
        .join(', ');
      throw new Refused(diagnostic('PU079', { collection, host, there: there || 'none' }));
    }
    const form = PACKAGINGS[packaging];
    if (found.packagings.length > 0 && !found.packagings.includes(form))
      throw new Refused(diagnostic('PU080', { collection, host, form, taken: found.packagings.join(', ') }));
    const most = (service.largest ?? Number.POSITIVE_INFINITY) * 1000;
    if (file.bytes > most)
      throw new Refused(diagnostic('PU081', { host, bytes: size(file.bytes), most: size(most), file: file.key }));
    return { isDone: true, facts: { collection: this.#repository.pathOf(found.href, this.#service) } };
  }

  /** The resource that an earlier attempt may have made. @throws Refused where that cannot be known */
  async #found(facts: Facts, mustBeKnown: boolean): Promise<Facts> {
    const listed = await this.#listed(facts);
    if (listed === undefined || listed.some(({ edit }) => edit === undefined)) {
      if (!mustBeKnown) return {};
      throw new Refused(diagnostic('PU082', { host: this.#repository.host, urn: this.#deposit.urn }));
    }
    const [one] = listed;
    if (one === undefined) return {};
    if (listed.length > 1) throw this.#several(listed.length);
    return this.#repository.factsOf(one, fact(facts, 'collection'));
  }

  /** The resources of the edition in the collection; undefined where that cannot be known. */
  async #listed(facts: Facts): Promise<readonly Receipt[] | undefined> {
    const collection = fact(facts, 'collection');
    return collection === '' ? undefined : this.#repository.listed(collection, this.#deposit.urn);
  }

  /** A call that arrived twice leaves a second resource behind: nothing is ended before that is looked at, where the server lists what it has. */
  async #isOne(facts: Facts): Promise<void> {
    const listed = await this.#listed(facts);
    if (listed !== undefined && listed.length > 1) throw this.#several(listed.length);
  }

  #finding(code: 'PU084' | 'PU085' | 'PU086'): Diagnostic {
    const { file, urn } = this.#deposit;
    return diagnostic(code, {
      host: this.#repository.host,
      file: file.key,
      sha256: file.sha256,
      urn,
      target: this.name,
    });
  }

  #several(count: number): Refused {
    return new Refused(diagnostic('PU083', { host: this.#repository.host, count, urn: this.#deposit.urn }));
  }

  /** What the server says of the resource; undefined where it says nothing. */
  async #statement(facts: Facts): Promise<Statement | 'gone' | undefined> {
    const path = fact(facts, 'statement');
    return path === '' ? this.#repository.spoken(fact(facts, 'page')) : this.#repository.statement(path);
  }

  async #isGone(facts: Facts): Promise<boolean> {
    const record = fact(facts, 'record');
    if (record === '') return true;
    const receipt = await this.#repository.receipt(record);
    if (receipt === 'gone') return true;
    return receipt === 'unknown' && (await this.#statement(facts)) === 'gone';
  }

  /**
   * Whether the deposit is ended. What a state means is the server's own matter: where the answer to the end was lost, a state that has changed since says that it
   * has come; where there is none, it is asked for once more, which changes nothing (§9.3).
   */
  async #completed(facts: Facts, isRepeated: boolean): Promise<Look> {
    if (fact(facts, 'completed') === 'yes') return DONE;
    const statement = await this.#statement(facts);
    if (statement === 'gone') throw new Again('complete');
    const state = statement?.state ?? '';
    const before = fact(facts, 'before');
    const isAsked = isRepeated || fact(facts, 'asked') === 'yes';
    if (isAsked && before !== '' && state !== before) return { isDone: true, facts: { completed: 'yes', state } };
    await this.#isOne(facts);
    return { isDone: false, facts: { before: state, asked: 'yes' } };
  }

  /** Compares what the server shows: its statement, and the package where that can be read. */
  async #verified(facts: Facts): Promise<Look> {
    const { file } = this.#deposit;
    const statement = await this.#statement(facts);
    if (statement === 'gone') return OPEN;
    const done = { isDone: true, facts: { state: statement?.state ?? '' } };
    const originals = statement?.originals ?? [];
    // A server may name the packages before it too; in which order the profile does not say (§11.3). Most add at one end or the other.
    const { length } = originals;
    for (let i = 0; i < Math.min(length, MOST_ORIGINALS); i++) {
      const original = originals[i % 2 === 0 ? length - 1 - i / 2 : (i - 1) / 2];
      const path = this.#repository.pathOf(original ?? '', fact(facts, 'statement'));
      const back = await this.client.download(path, file.bytes);
      if (back.bytes === file.bytes && back.sha256 === file.sha256) return done;
    }
    if (length === 0) {
      this.#notices = [this.#finding('PU084')];
      return done;
    }
    this.#strange++;
    // Sent again in the next round.
    return { isDone: false, facts: { sent: '' } };
  }
}

/** What the journal knows of a package that was sent before. */
function sentBefore(facts: Facts): { readonly bytes?: number; readonly md5?: string } {
  const [bytes, md5] = [fact(facts, 'size'), fact(facts, 'md5')];
  return { ...(bytes === '' ? {} : { bytes: Number(bytes) }), ...(md5 === '' ? {} : { md5 }) };
}

/** The addresses that a receipt names, and of those that it does not name what was known. */
function withKnown(links: Facts, before: Facts): Facts {
  return Object.fromEntries(Object.entries(links).map(([name, path]) => [name, path || (before[name] ?? '')]));
}
