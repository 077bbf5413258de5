import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Client } from './client.js';

/**
 * What is known of an edition at a target: the id of its record there, its DOI, what was sent last. Words by their names, as the journal
 * keeps them; an empty word takes one back. Which names there are is the target's own matter.
 */
export type Facts = Readonly<Record<string, string>>;

/** A call that a step makes, as it is shown before anything is sent. `{record}` in a path is what the step before it will have given. */
export interface PlannedCall {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'MKCOL' | 'MOVE';
  readonly path: string;
  /** Bytes of the body. */
  readonly bytes?: number;
}

/** A step of a plan: what it looks at before it acts, so that it can be repeated, and what it calls where that is not there yet. */
export interface Step {
  readonly kind: string;
  /** What it is about (the name of a file), where a plan has several of one kind. */
  readonly subject?: string;
  /** What it does, for people. */
  readonly words: string;
  /** What is compared, before it acts and after. */
  readonly check: string;
  /** The calls that look. They change nothing. */
  readonly looks: readonly PlannedCall[];
  /** The calls that act. */
  readonly acts: readonly PlannedCall[];
  /** It looks and never acts: where the look fails, all is looked at once more. */
  readonly isLook?: true;
  /** Its calls are needed only where the step before has not brought about what it looks for. */
  readonly isSpare?: true;
  /** It cannot be taken back. */
  readonly isFinal?: true;
}

/** How far a plan goes: to a reserved DOI, to a draft with its files, or to the published record. */
export type Extent = 'doi' | 'draft' | 'published';

/** What a look has found: whether all that the step is for is there, and what was learnt. */
export interface Look {
  readonly isDone: boolean;
  readonly facts?: Facts;
}

/** What a step may ask while it is under way. */
export interface Situation {
  readonly facts: Facts;
  /** An earlier attempt at this step was begun and its end is not known: what it made may come to light late. */
  readonly isRepeated: boolean;
  /** So it is with any step. */
  readonly hasOpen: boolean;
}

/** How an edition stands at a target. */
export interface Summary {
  readonly state: 'absent' | 'draft' | 'in review' | 'published';
  /** The id of the record there. */
  readonly record?: string;
  readonly doi?: string;
  /** The DOI of all versions. */
  readonly parentDoi?: string;
  /** Where a person looks at it. */
  readonly page?: string;
  /** Its files there; size and SHA-256 of those that were sent from here. */
  readonly files: readonly {
    readonly key: string;
    readonly md5?: string;
    readonly bytes?: number;
    readonly sha256?: string;
  }[];
  /** A change of the published record that is not yet published. */
  readonly isChanging?: true;
  /** What is there is another state of the edition, and is left as it is. */
  readonly isOther?: true;
}

/**
 * A repository that editions are published in. It says what there is, makes a plan of that as data, and does a step. How steps are
 * repeated, remembered and told is the same for all targets (`execute.ts`).
 */
export interface Target {
  /** The name that the user has given it. */
  readonly name: string;
  readonly client: Client;
  /** The steps that only look whether the target would take the edition: the token, the lists of terms, the limits. */
  inspection(): readonly Step[];
  /** What is there of the edition already. Changes nothing. */
  survey(situation: Situation): Promise<Facts>;
  /** The steps from there. They depend on the facts alone, so that a plan can be shown without a network; where the target has all, none of them acts. */
  plan(facts: Facts, extent: Extent): readonly Step[];
  look(step: Step, situation: Situation): Promise<Look>;
  /** @returns what was learnt */
  act(step: Step, situation: Situation): Promise<Facts>;
  /** What the user should know though nothing was stopped by it. */
  notices(): readonly Diagnostic[];
  /** What the facts come to, for people and programs. */
  summary(facts: Facts): Summary;
  /** The steps that take back what is not published. */
  withdrawal(facts: Facts): readonly Step[];
  /** Ends what is held open, where something is. */
  close?(): Promise<void>;
}

/** What a step is called in the journal. */
export function nameOf({ kind, subject }: Step): string {
  return subject === undefined ? kind : `${kind} ${subject}`;
}
