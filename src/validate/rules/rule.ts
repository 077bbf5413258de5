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
  | { readonly element: Tag; readonly attribute: string }
  | { readonly text: TeiText; readonly from: number; readonly to: number }
  | Span;

/** A start tag: all that the place of an attribute needs. */
export type Tag = Pick<TeiElement, 'start' | 'startEnd' | 'attributes'>;

/** The facts that fill the message of a code. */
export type Facts = Readonly<Record<string, string | number>>;

export interface RuleContext<Fact = unknown> {
  readonly tree: TeiTree;
  readonly strength: Strength;
  readonly volumes?: VolumeIndex;
  report(code: Code, where: Where, facts?: Facts, edits?: readonly TextEdit[]): void;
  /** What {@link Rule.learn} has learnt of a document. */
  learnt(document: TeiElement): Fact;
}

/**
 * How much a rule looks at together, so that a long volume need not be held whole:
 * - `part`: one document, or all that is in none. It is given each by itself.
 * - `description`: a document and what the header of the volume says of it. It asks for no elements but {@link DESCRIPTIONS} and the document.
 * - `volume`: all of it. It asks for documents, for elements with an id, and for those that {@link Rule.asks} names, but for no texts.
 */
export type Scope = 'part' | 'description' | 'volume';

/** The elements of a header that describe a document. */
export const DESCRIPTIONS: ReadonlySet<string> = new Set([
  'msDesc',
  'textClass',
  'correspDesc',
  'correspAction',
  'creation',
]);

/** One rule, one file: it looks at the whole volume, or at each of its parts, and reports what it finds. */
export interface Rule<Fact = unknown> {
  /** The codes that it can report. */
  readonly codes: readonly Code[];
  readonly scope: Scope;
  /** The elements that a rule about the volume asks for, by their names and attributes. */
  readonly asks?: { readonly names: readonly string[]; readonly attributes?: readonly string[] };
  /** What a rule about the volume has to know of each document; what is in a document of a long volume is not at hand later. */
  learn?(document: TeiElement): Fact;
  check(context: RuleContext<Fact>): void;
}
