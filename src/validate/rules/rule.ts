import type { Code } from '../../diagnostics/codes.js';
import type { TextEdit } from '../../diagnostics/diagnostic.js';
import type { Span } from '../../model/position.js';
import type { TeiElement, TeiText, TeiTree } from '../tree.js';
import type { VolumeIndex } from '../volume-index.js';

/** `current`: today's rules of the series; `legacy`: what older volumes hold is tolerated and reported as a warning. */
export type Strength = 'current' | 'legacy';

/** Where a finding is: an element's start tag, one of its attributes, characters of a text, or any stretch of the source. */
export type Where =
  | TeiElement
  | { readonly element: TeiElement; readonly attribute: string }
  | { readonly text: TeiText; readonly from: number; readonly to: number }
  | Span;

/** The facts that fill the message of a code. */
export type Facts = Readonly<Record<string, string | number>>;

export interface RuleContext {
  readonly tree: TeiTree;
  readonly strength: Strength;
  readonly volumes?: VolumeIndex;
  report(code: Code, where: Where, facts?: Facts, edits?: readonly TextEdit[]): void;
}

/** One rule, one file: it looks at the whole volume and reports what it finds. */
export interface Rule {
  /** The codes that it can report. */
  readonly codes: readonly Code[];
  check(context: RuleContext): void;
}
