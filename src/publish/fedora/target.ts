import { diagnostic } from '../../diagnostics/diagnostic.js';
import { decodedAddress } from '../../model/decoded.js';
import type { Client } from '../client.js';
import { mustBeUnchanged } from '../deposit-file.js';
import { Again, Refused } from '../failure.js';
import type { Extent, Facts, Look, Situation, Step, Summary, Target } from '../target.js';
import type { FedoraDeposit, FedoraFile } from './deposit.js';
import { fact, filesThere, saidBefore } from './facts.js';
import { filePath, inspectionSteps, planOf, rollBackStep, vanishedKeys } from './plan.js';
import { Repository } from './repository.js';
import { isSaid, statementsIn, type Triple, updateText } from './statements.js';

const DONE: Look = { isDone: true };
const OPEN: Look = { isDone: false };
const CONTAINS = 'http://www.w3.org/ns/ldp#contains';

/**
 * A Fedora 6 repository. An edition is one ArchivalGroup; each change of it is one transaction and therefore one version (memento), which becomes
 * visible whole or not at all. A transaction of a run that was broken off is gone on with while it lives, and begun anew where it is over.
 */
export class Fedora implements Target {
  readonly name: string;
  readonly client: Client;
  readonly #repository: Repository;
  readonly #deposit: FedoraDeposit;

  constructor(name: string, client: Client, deposit: FedoraDeposit) {
    this.name = name;
    this.client = client;
    this.#repository = new Repository(client);
    this.#deposit = deposit;
  }

  inspection(): readonly Step[] {
    return inspectionSteps(this.#deposit);
  }

  notices(): readonly [] {
    return [];
  }

  plan(facts: Facts, _extent: Extent): readonly Step[] {
    return planOf(this.#deposit, facts);
  }

  withdrawal(facts: Facts): readonly Step[] {
    return fact(facts, 'transaction') === '' ? [] : [rollBackStep()];
  }

  summary(facts: Facts): Summary {
    const record = fact(facts, 'record');
    const isOpen = fact(facts, 'transaction') !== '';
    if (record === '')
      return isOpen ? { state: 'draft', record: this.#deposit.group, files: [] } : { state: 'absent', files: [] };
    const version = fact(facts, 'version');
    return {
      state: isOpen ? 'draft' : 'published',
      record: version === '' ? record : `${record}, version ${version}`,
      files: [...filesThere(facts).keys()].map((key) => ({ key })),
      page: `${this.client.base.href.replace(/\/$/, '')}${record}`,
    };
  }

  async survey({ facts }: Situation): Promise<Facts> {
    const { group, statements } = this.#deposit;
    const transaction = fact(facts, 'transaction');
    const isOpen = transaction !== '' && (await this.#repository.isOpen(transaction));
    const open = { transaction: isOpen ? transaction : '' };
    const triples = await this.#ownTriples();
    if (triples === undefined) return { ...open, record: '', files: '', described: '', version: '' };
    const files: Record<string, string> = {};
    for (const key of childrenOf(triples)) {
      const standing = await this.#repository.standing(filePath(group, key));
      if (standing.state === 'there') files[key] = standing.sha512;
    }
    const said = statementsIn(triples.filter(({ subject }) => subject.endsWith(group)));
    const version = (await this.#repository.versions(group)).at(-1) ?? '';
    const isDescribed = isSaid(statements, said, saidBefore(facts));
    const described = isDescribed ? { described: 'yes', said: JSON.stringify(statements) } : { described: '' };
    return { ...open, record: group, files: JSON.stringify(files), ...described, version };
  }

  /** What is said of the group outside a transaction; undefined where there is none. @throws Refused for one that is not the edition's */
  async #ownTriples(): Promise<readonly Triple[] | undefined> {
    const { group, urn } = this.#deposit;
    const found = await this.#repository.group(group);
    if (found.state === 'absent') return undefined;
    if (found.state === 'deleted') throw new Refused(diagnostic('PU055', { path: group, host: this.client.base.host }));
    if (!found.isGroup) return this.#repository.refuse(group, 'it is no ArchivalGroup');
    const isOurs = statementsIn(found.triples).some(({ term, value }) => term === 'identifier' && value === urn);
    return isOurs ? found.triples : this.#repository.refuse(group, `it does not bear ${urn}`);
  }

  async look({ kind, subject = '' }: Step, situation: Situation): Promise<Look> {
    const { facts } = situation;
    const { group } = this.#deposit;
    switch (kind) {
      case 'survey':
        return { isDone: true, facts: await this.survey(situation) };
      case 'place':
        await this.#ownTriples();
        return DONE;
      case 'transaction':
        return (await this.#isAlive(facts)) ? DONE : OPEN;
      case 'roll back':
        return (await this.#isAlive(facts)) ? OPEN : { isDone: true, facts: { transaction: '' } };
      case 'group':
        return (await this.#repository.group(group, this.#within(facts))).state === 'there' ? DONE : OPEN;
      case 'describe':
        return this.#described(facts);
      case 'file': {
        const standing = await this.#repository.standing(filePath(group, subject), this.#within(facts));
        return standing.state === 'there' && standing.sha512 === this.#file(subject).sha512 ? DONE : OPEN;
      }
      case 'remove':
        return (await this.#repository.standing(filePath(group, subject), this.#within(facts))).state === 'there'
          ? OPEN
          : DONE;
      case 'compare':
        return (await this.#isAsOurs(facts, this.#within(facts))) ? DONE : OPEN;
      case 'commit': {
        if (await this.#isAsOurs(facts)) return { isDone: true, facts: { transaction: '' } };
        if (!(await this.#isAlive(facts))) throw new Again('commit');
        return OPEN;
      }
      default:
        return this.#verified(facts);
    }
  }

  async act({ kind, subject = '' }: Step, { facts }: Situation): Promise<Facts> {
    const { group, statements } = this.#deposit;
    if (kind === 'transaction') return { transaction: await this.#repository.begin() };
    const transaction = this.#within(facts);
    if (kind === 'roll back') await this.#repository.rollBack(transaction);
    else if (kind === 'commit') await this.#repository.commit(transaction);
    else await this.#repository.renew(transaction);
    if (kind === 'group') await this.#repository.makeGroup(group, transaction);
    if (kind === 'describe') {
      const before = saidBefore(facts);
      await this.#repository.describe(group, updateText(statements, before), transaction);
      // Until all of it is committed, both may stand there.
      return { said: JSON.stringify([...before, ...statements]) };
    }
    if (kind === 'remove') await this.#repository.delete(filePath(group, subject), transaction);
    if (kind === 'file') await this.#send(this.#file(subject), transaction);
    return {};
  }

  async #send(file: FedoraFile, transaction: string): Promise<void> {
    await mustBeUnchanged(file);
    const path = filePath(this.#deposit.group, file.key);
    // Of a file that an earlier version has deleted there is a tombstone, which must go before its name can be used again.
    const { state } = await this.#repository.standing(path, transaction);
    if (state === 'deleted') await this.#repository.delete(`${path}/fcr:tombstone`, transaction);
    await this.#repository.put(path, file, await file.read(0, file.bytes), transaction);
  }

  /** The transaction that is open by what is known. */
  #within(facts: Facts): string {
    const transaction = fact(facts, 'transaction');
    if (transaction === '') throw new Again('transaction');
    return transaction;
  }

  async #isAlive(facts: Facts): Promise<boolean> {
    const transaction = fact(facts, 'transaction');
    return transaction !== '' && this.#repository.isOpen(transaction);
  }

  async #described(facts: Facts, transaction: string | undefined = this.#within(facts)): Promise<Look> {
    const { group, statements } = this.#deposit;
    const found = await this.#repository.group(group, transaction);
    if (found.state !== 'there') return OPEN;
    const said = statementsIn(found.triples.filter(({ subject }) => subject.endsWith(group)));
    return { isDone: isSaid(statements, said, saidBefore(facts)) };
  }

  /** Whether all is as ours, within a transaction or outside. */
  async #isAsOurs(facts: Facts, transaction?: string): Promise<boolean> {
    const { group, files, statements } = this.#deposit;
    const found = await this.#repository.group(group, transaction);
    if (found.state !== 'there') return false;
    const said = statementsIn(found.triples.filter(({ subject }) => subject.endsWith(group)));
    if (!isSaid(statements, said, saidBefore(facts))) return false;
    for (const { key, sha512 } of files) {
      const standing = await this.#repository.standing(filePath(group, key), transaction);
      if (standing.state !== 'there' || standing.sha512 !== sha512) return false;
    }
    for (const key of vanishedKeys(this.#deposit, facts))
      if ((await this.#repository.standing(filePath(group, key), transaction)).state === 'there') return false;
    return true;
  }

  async #verified(facts: Facts): Promise<Look> {
    const { group, files, statements } = this.#deposit;
    if (!(await this.#isAsOurs(facts))) return OPEN;
    const others = [...filesThere(facts)].filter(([key]) => !vanishedKeys(this.#deposit, facts).includes(key));
    const now = Object.fromEntries([...others, ...files.map(({ key, sha512 }) => [key, sha512] as const)]);
    const version = (await this.#repository.versions(group)).at(-1) ?? '';
    const said = JSON.stringify(statements);
    return { isDone: true, facts: { record: group, files: JSON.stringify(now), described: 'yes', said, version } };
  }

  #file(key: string): FedoraFile {
    const file = this.#deposit.files.find((one) => one.key === key);
    if (file === undefined) throw new Error(`The plan names a file ${key} that is not deposited.`);
    return file;
  }
}

/** The names of what a group holds, as they are before they are escaped. */
function childrenOf(triples: readonly Triple[]): readonly string[] {
  return triples.flatMap(({ property, value }) =>
    property === CONTAINS ? [decodedAddress(value.replace(/^.*\//, ''))] : [],
  );
}
