/** What has changed in a volume between two times: plain data, from which the errata list is written. */
export interface Changes {
  readonly before: Named;
  readonly after: Named;
  /** What the header says of the volume otherwise. */
  readonly facts: readonly FactChange[];
  readonly added: readonly Whole[];
  readonly removed: readonly Whole[];
  /** What there is at both times and is not the same, in the order of the volume as it is now. */
  readonly changed: readonly SectionChange[];
  readonly aliases: readonly Alias[];
}

export interface Named {
  readonly id: string;
  readonly title: string;
}

/** A document or section that there is at one time alone. */
export interface Whole extends Named {
  readonly isDocument: boolean;
  readonly number?: string;
  readonly words: number;
}

export interface SectionChange extends Named {
  readonly isDocument: boolean;
  readonly number?: string;
  /** What it was called, where its id or its printed number was another. */
  readonly renumbered?: { readonly id: string; readonly number?: string };
  /** Where it stood and stands, where that is not the same. */
  readonly moved?: { readonly from: string; readonly to: string };
  readonly text: readonly TextChange[];
  readonly notes: readonly NoteChange[];
  readonly facts: readonly FactChange[];
  /** Tags that are others than they were: what links, dates and emphasis say. */
  readonly markup: readonly MarkupChange[];
}

/** Words that stand for others: `For “before” read “after”`. */
export interface TextChange {
  readonly before: string;
  readonly after: string;
  /** The words on either side, which are the same. */
  readonly lead: string;
  readonly tail: string;
}

export interface NoteChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** Its printed number now; of one that was removed, its number before. */
  readonly label: string;
  /** The words of a note that is added or removed; the words before the call of one that is moved. */
  readonly words: string;
  readonly text: readonly TextChange[];
}

export interface FactChange {
  readonly name: string;
  /** Nothing where the header did not say it, or says it no more. */
  readonly before: string;
  readonly after: string;
}

export interface MarkupChange {
  /** The printed number of the note that it is in. */
  readonly note?: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** An id that a document had, with the one that it has; one that now names another document can be no alias. */
export interface Alias {
  readonly id: string;
  readonly now: string;
  readonly isFree: boolean;
}

/** Whether the two are the same. */
export function isSame({ facts, added, removed, changed }: Changes): boolean {
  return facts.length + added.length + removed.length + changed.length === 0;
}
