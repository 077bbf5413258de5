import type { Span } from './position.js';

/** A person in an act of drafting, clearing …, as the source note prints it, without titles; the parenthesised office apart. */
export interface NamedPerson {
  readonly name: string;
  /** The office in parentheses after the name, or the title before it (`EUR/EE`, `Acting Legal Adviser`). */
  readonly role?: string;
  /** An office that acted without a person named (`approved in S/S`). */
  readonly isOffice?: boolean;
}

/** What somebody did to the document; the verbs of `frus-facts` §4, in the past tense as `resp/@key`. */
export type ActKey =
  | 'drafted'
  | 'cleared'
  | 'approved'
  | 'initialed'
  | 'signed'
  | 'concurred'
  | 'prepared'
  | 'transcribed'
  | 'authorized'
  | 'dictated'
  | 'released';

/** One act with those who did it: becomes one `respStmt`. */
export interface Act {
  readonly key: ActKey;
  /** The note's own phrase: `Drafted by`, `cleared in draft with`. */
  readonly phrase: string;
  readonly persons: readonly NamedPerson[];
  /** The date given for the act, in the note's words (`on November 25`). */
  readonly when?: string;
  readonly span: Span;
}

/** A part of the archival citation after the repository: a `collection`, or an `idno` with its type. */
export interface CitationPart {
  readonly element: 'collection' | 'idno';
  /** `file`, `box`, `folder`, `lot`, `job`, `microfilm`, `printed` … on `idno`. */
  readonly type?: string;
  readonly text: string;
}

/** A token of the note that the grammar does not know, for the review report. */
export interface UnknownToken {
  readonly text: string;
  readonly span: Span;
  readonly where: 'citation' | 'markings' | 'acts';
}

/** What a source note says of its document; spans are offsets in the note's text. */
export interface SourceReading {
  readonly repository?: string;
  /** The rest of the citation, in order; joined by `, ` it gives the citation back word for word. */
  readonly citation: readonly CitationPart[];
  /** The genre that an inline file number names after its colon (`763.72/406: Telegram`), as an id of the taxonomy. */
  readonly genre?: string;
  readonly classification?: string;
  readonly handling: readonly string[];
  readonly precedence: readonly string[];
  readonly acts: readonly Act[];
  /** Sentences on transmission and copies (`Repeated to …`, `Also sent to …`, `Copies were sent to …`), verbatim. */
  readonly transmission: readonly string[];
  readonly unknown: readonly UnknownToken[];
  /** Facts that the editor has given in place of those that were read: `repository`, `citation`, `classification`, `drafted` … */
  readonly supplied?: readonly string[];
  /** `high` where every token was understood; lower where something was inferred. */
  readonly certainty: 'high' | 'medium' | 'low';
}

/** A date or a range of dates, as ISO 8601 in the precision that the text has. */
export interface DateReading {
  readonly when?: string;
  readonly from?: string;
  readonly to?: string;
  /** The document says that it is undated. */
  readonly undated?: boolean;
  /** What else the words can mean: `4/5/1986` is April 5 or May 4. */
  readonly alternatives?: readonly string[];
  /** The same day in the old (Julian) calendar, where the words give both: `March 14/27, 1917`; `when` is the new one. */
  readonly oldStyle?: string;
  /** Letters that stand for figures, as reading machines take them, were put right: `l975`. */
  readonly isMended?: boolean;
  /** The words say themselves that the date is in doubt: `March 14 [15?]`, `May 1962?`. */
  readonly isDoubted?: boolean;
  /** Letters stood where figures must (`O81130Z`); the date is what they must mean. */
  readonly isCorrected?: boolean;
  readonly span: Span;
}

/** A dateline: place, date and what stands around them; spans are offsets in the line. */
export interface DatelineReading {
  readonly place?: Span;
  readonly date?: DateReading;
  /** When the document was received, where the dateline says so (`[Received January 12—7:25 a.m.]`): its span, with the date if it is whole. */
  readonly received?: DateReading;
}

/** A name inside a heading that is the sender or the receiver; `element` as FRUS encodes it. */
export interface Correspondent {
  readonly type: 'from' | 'to';
  readonly element: 'persName' | 'gloss' | 'orgName';
  readonly span: Span;
}

/** What a heading says: `73. Letter From Secretary of State Rusk to …`. */
export interface HeadingReading {
  /** The printed number, without its full stop (`73`, `No. 21` → `21`). */
  readonly number?: string;
  /** The id of the genre in the taxonomy: `letter`, `telegram`, `memorandum-of-conversation` … */
  readonly genre?: string;
  readonly correspondents: readonly Correspondent[];
  /** A dateline inside the heading, where the family prints it there. */
  readonly dateline?: DatelineReading;
}
