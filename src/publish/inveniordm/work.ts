import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { Again, Refused } from '../failure.js';
import type { Facts } from '../target.js';
import type { RecordAnswer } from './answers.js';
import { bodyOf, type InvenioDeposit, isSaidBy } from './deposit.js';
import { fact } from './facts.js';
import { isThere } from './file-transfer.js';
import type { Repository } from './repository.js';

/** What looks and acts have in common: the deposit, the repository, and what was learnt of its lists. */
export class Work {
  /** The name of the target. */
  readonly name: string;
  readonly repository: Repository;
  readonly deposit: InvenioDeposit;
  readonly notices: Diagnostic[] = [];
  /** Languages that the repository’s list lacks, without which its metadata are sent. */
  readonly absent = new Set<string>();

  constructor(name: string, repository: Repository, deposit: InvenioDeposit) {
    this.name = name;
    this.repository = repository;
    this.deposit = deposit;
  }

  get host(): string {
    return this.repository.client.base.host;
  }

  body(doi?: string): Readonly<Record<string, unknown>> {
    return bodyOf(this.deposit, this.absent, doi);
  }

  /** Whether a draft is open as it is asked to be. */
  isOpenAsAsked({ access }: RecordAnswer): boolean {
    return isSaidBy(this.body()['access'], access);
  }

  /** What is to be seen by some only, or from a day on, must be so in the draft before it comes out. */
  seeAccess(draft: RecordAnswer): void {
    if (this.isOpenAsAsked(draft)) return;
    const [asked, said] = [this.body()['access'], draft.access].map((access) => JSON.stringify(access));
    const facts = { host: this.host, record: draft.id, asked: asked ?? '', said: said ?? '' };
    throw new Refused(diagnostic('PU078', facts, this.deposit.placeOf('access')));
  }

  /** A draft that must be there; where it has gone or become a record, all is looked at once more. */
  async openDraft(id: string): Promise<RecordAnswer> {
    const draft = id === '' ? undefined : await this.repository.draft(id);
    if (draft === undefined) throw new Again('draft');
    return draft;
  }

  /** The revision that a step of ours, which was open until now, has made of the draft. */
  async revision(facts: Facts): Promise<Facts> {
    return { revision: String((await this.openDraft(fact(facts, 'record'))).revision_id) };
  }

  async draftFiles(facts: Facts) {
    const files = await this.repository.files(fact(facts, 'record'), true);
    if (files === undefined) throw new Again('draft');
    return files;
  }

  file(key: string | undefined) {
    const file = this.deposit.files.find((one) => one.key === key);
    if (file === undefined) throw new Error(`The plan names a file ${key} that is not deposited.`);
    return file;
  }

  async hasAll(entries: Awaited<ReturnType<Repository['files']>>, pathOf: (key: string) => string): Promise<boolean> {
    const { files } = this.deposit;
    if (entries?.length !== files.length) return false;
    for (const file of files) {
      const entry = entries.find(({ key }) => key === file.key);
      if (!(await isThere(this.repository, file, entry, pathOf(file.key)))) return false;
    }
    return true;
  }
}
