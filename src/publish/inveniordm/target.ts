import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Client } from '../client.js';
import type { Extent, Facts, Look, Situation, Step, Summary, Target } from '../target.js';
import { actsOf } from './acts.js';
import type { InvenioDeposit } from './deposit.js';
import { fact, filesThere } from './facts.js';
import { looksOf } from './looks.js';
import { planOf } from './plan.js';
import { Repository } from './repository.js';
import { discardStep, inspectionSteps } from './steps.js';
import { survey } from './survey.js';
import { Work } from './work.js';

/** An InvenioRDM repository (version 14), and an edition that is deposited there. */
export class InvenioRdm implements Target {
  readonly name: string;
  readonly client: Client;
  readonly #work: Work;
  readonly #looks: ReturnType<typeof looksOf>;
  readonly #acts: ReturnType<typeof actsOf>;

  constructor(name: string, client: Client, deposit: InvenioDeposit) {
    this.name = name;
    this.client = client;
    this.#work = new Work(name, new Repository(client), deposit);
    this.#looks = looksOf(this.#work);
    this.#acts = actsOf(this.#work);
  }

  inspection(): readonly Step[] {
    return inspectionSteps(this.#work.deposit);
  }

  notices(): readonly Diagnostic[] {
    return this.#work.notices;
  }

  survey(situation: Situation): Promise<Facts> {
    const { repository, deposit } = this.#work;
    return survey(repository, deposit, this.#work.body(), situation);
  }

  plan(facts: Facts, extent: Extent): readonly Step[] {
    return planOf(this.#work.deposit, this.#work.body(), facts, extent);
  }

  summary(facts: Facts): Summary {
    const [record, doi, parentDoi] = [fact(facts, 'record'), fact(facts, 'doi'), fact(facts, 'parentDoi')];
    if (record === '') return { state: 'absent', files: [] };
    const isPublished = fact(facts, 'published') === 'yes';
    const state = isPublished ? 'published' : fact(facts, 'status') === 'in_review' ? 'in review' : 'draft';
    const home = this.client.base.href.replace(/\/$/, '');
    return {
      state,
      record,
      files: filesThere(facts),
      ...(doi === '' ? {} : { doi }),
      ...(parentDoi === '' ? {} : { parentDoi }),
      page: `${home}/${isPublished ? 'records' : 'uploads'}/${encodeURIComponent(record)}`,
      ...(fact(facts, 'editing') === '' ? {} : { isChanging: true }),
    };
  }

  withdrawal(facts: Facts): readonly Step[] {
    const isOpen = fact(facts, 'record') !== '' && fact(facts, 'published') !== 'yes';
    return isOpen ? [discardStep(fact(facts, 'record'))] : [];
  }

  look(step: Step, situation: Situation): Promise<Look> {
    const look = this.#looks[step.kind];
    if (look === undefined) throw new Error(`There is no step ${step.kind}.`);
    return look(step, situation);
  }

  act(step: Step, situation: Situation): Promise<Facts> {
    const act = this.#acts[step.kind];
    if (act === undefined) throw new Error(`The step ${step.kind} only looks.`);
    return act(step, situation);
  }
}
