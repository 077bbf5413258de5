import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { pause } from './client.js';
import { Again, Refused, Uncertain } from './failure.js';
import { ALL, type Journal } from './journal.js';
import { type Extent, type Facts, nameOf, type Step, type Target } from './target.js';

/** What is told while an edition is sent. */
export interface Told {
  readonly progress: (words: string) => void;
}

/** What a run has done. */
export interface Executed {
  readonly facts: Facts;
  /** The steps that had to act, by their names; none where all was there already. */
  readonly acted: readonly string[];
}

/** How often a step is tried, and how often all begins again where something has changed meanwhile. */
const ATTEMPTS = 8;
const ROUNDS = 3;

/**
 * Brings an edition to a target: looks what is there, makes the plan from there, and does its steps. Every step looks before it acts and again
 * after, so that a call whose answer was lost is never made on trust, and a run that was broken off is gone on with by running it again. A step
 * that finds what another has made undone ({@link Again}) begins a new round.
 */
export async function execute(target: Target, journal: Journal, extent: Extent, told: Told): Promise<Result<Executed>> {
  const acted: string[] = [];
  try {
    for (const step of target.inspection()) await bring(target, step, journal, told, []);
    for (let round = 1; ; round++) {
      const { facts: known, open } = journal.state;
      const found = await steadily(target, 'survey', () =>
        target.survey({ facts: known, isRepeated: open.size > 0, hasOpen: open.size > 0 }),
      );
      if (differs(known, found)) journal.write('survey', 'done', found);
      try {
        for (const step of target.plan(journal.state.facts, extent)) await bring(target, step, journal, told, acted);
        if (journal.state.open.size > 0) journal.write(ALL, 'done');
        return { value: { facts: journal.state.facts, acted }, diagnostics: target.notices() };
      } catch (error) {
        if (!(error instanceof Again) || round >= ROUNDS) throw error;
      }
    }
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Again)) throw error;
    return { diagnostics: [...target.notices(), ...findings(error, target)] };
  }
}

/** Does the steps that take back what is not published, or only look. */
export async function executeSteps(
  target: Target,
  journal: Journal,
  steps: readonly Step[],
  told: Told,
): Promise<Result<Executed>> {
  const acted: string[] = [];
  try {
    for (const step of steps) await bring(target, step, journal, told, acted);
    return { value: { facts: journal.state.facts, acted }, diagnostics: target.notices() };
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Again)) throw error;
    return { diagnostics: findings(error, target) };
  }
}

/** Brings one step to its end. */
async function bring(target: Target, step: Step, journal: Journal, told: Told, acted: string[]): Promise<void> {
  const name = nameOf(step);
  told.progress(`${step.words} …`);
  let last = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const { facts, open } = journal.state;
    const situation = { facts, isRepeated: open.has(name), hasOpen: open.size > 0 };
    const look = await steadily(target, name, () => target.look(step, situation));
    if (look.isDone) {
      if (open.has(name) || differs(facts, look.facts ?? {})) journal.write(name, 'done', look.facts);
      return;
    }
    if (look.facts !== undefined && differs(facts, look.facts)) journal.write(name, 'learnt', look.facts);
    if (step.isLook === true) throw new Again(name);
    if (attempt === ATTEMPTS) break;
    journal.write(name, 'begin');
    if (!acted.includes(name)) acted.push(name);
    try {
      const learnt = await target.act(step, { ...situation, facts: journal.state.facts });
      if (differs(journal.state.facts, learnt)) journal.write(name, 'learnt', learnt);
    } catch (error) {
      if (!(error instanceof Uncertain)) throw error;
      last = error.message;
      await target.client.sleep(pause(attempt, error.wait));
    }
  }
  const reason = last === '' ? step.check : last;
  throw new Refused(diagnostic('PU013', { target: target.name, step: step.words, reason }));
}

/** A look that does not come to its end, though it was tried again and again, ends the run. */
async function steadily<T>(target: Target, name: string, look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof Uncertain)) throw error;
    throw new Refused(diagnostic('PU014', { host: target.client.base.host, reason: error.message, step: name }));
  }
}

function findings(error: Refused | Again, target: Target): readonly Diagnostic[] {
  if (error instanceof Refused) return error.diagnostics;
  return [diagnostic('PU015', { target: target.name, step: error.message })];
}

function differs(known: Facts, learnt: Facts): boolean {
  return Object.entries(learnt).some(([name, word]) => known[name] !== word);
}
