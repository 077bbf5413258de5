import type { Block } from '../../model/document.js';
import type { Act, DatelineReading, HeadingReading, SourceReading } from '../../model/header.js';
import type { SuppliedDocument } from '../../model/manifest.js';
import type { Span } from '../../model/position.js';
import type { Party } from '../../tei/header.js';
import type { Finding } from '../facts/finding.js';
import type { Annotation, Strand } from '../page/strand.js';

/** What the recognisers find out about the document, for its header and for the review report. */
export interface Facts {
  readonly heading?: HeadingReading & { readonly text: string };
  /** The dateline, with the offset of its text in the raw text. */
  readonly dateline?: DatelineReading & { readonly text: string; readonly at?: number };
  /** The text of the source note, or the file number of older documents, with what it says. */
  readonly source?: {
    readonly text: string;
    readonly reading: SourceReading;
    /** The offset of the note in the raw text. */
    readonly at?: number;
  };
  /** A line of the body that marks classification or precedence (`secret us urgent`), as the raw text has it. */
  readonly markings?: readonly string[];
  /** The markings are those that the editor states in the front matter; the text need not have them. */
  readonly areMarkingsStated?: boolean;
  readonly signed?: readonly string[];
  /** The genre, where something else than the heading tells it. */
  readonly genre?: string;
  /** The post and number of a cable: `MOSCOW 00279`. */
  readonly message?: string;
  /** Sender and receiver, where something else than the heading names them. */
  readonly from?: readonly Party[];
  readonly to?: readonly Party[];
  /** Who has a copy of a telegram for information. */
  readonly info?: readonly Party[];
  /** Who drafted, cleared and approved, where the text itself says so and not a source note. */
  readonly acts?: readonly Act[];
  /** The subject as its label has it. */
  readonly subject?: string;
  /** The dateline is the editor's. */
  readonly isDatelineSupplied?: boolean;
  /** The day of a printed dateline is the editor's. */
  readonly isDateSupplied?: boolean;
  /** The facts that a second reading of the lines sees elsewhere, by their keys in the manifest. */
  readonly unsure?: ReadonlySet<string>;
}

/** What a recogniser sees. */
export interface Context {
  readonly strands: readonly Strand[];
  /** Where the closing of the document begins. */
  readonly end: number;
  /** Whether an empty line stands before a strand; only typescripts tell. */
  startsGroup?(at: number): boolean;
  /** Persons, terms and redactions in a strand of running text. */
  annotate(strand: Strand): readonly Annotation[];
  /** The pointer to the person whom a name means (`#p_RD1`), where it can mean only one. */
  person(name: string): string | undefined;
  /** Declares characters of the raw text that do not come into the TEI as text (a bullet, the bar between two cells). */
  drop(span: Span): void;
  /** Declares that a word of the raw text is two in the TEI, parted before an offset (`SUBJECT:Trade`, `a|b`). */
  part(offset: number): void;
  report(finding: Finding): void;
  /** What the editor says of calls that were not found, by the label of the note. */
  readonly calls?: SuppliedDocument['calls'];
  /** The marks of the file have told which notes there are, so that none are looked for in its words. */
  readonly areNotesKnown?: boolean;
  /** The heading stands in the front matter and not in the text. */
  readonly isHeadSupplied?: boolean;
  /** Whether a bar is one of the words of a cell and parts no cells. */
  isWritten?(offset: number): boolean;
}

/** A construct that was recognised: the blocks that it makes and the first strand after it. */
export interface Recognition {
  readonly blocks: readonly Block[];
  readonly next: number;
  readonly facts?: Facts;
}

/** One construct of a document. `recognise` looks at the strand `at` and says what it is, or that it is something else. */
export interface Construct {
  readonly name: string;
  recognise(context: Context, at: number): Recognition | undefined;
}
