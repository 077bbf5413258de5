/** A volume at one time, as far as an errata list compares it with the same volume at another. Plain data; `pipeline/volume-state.ts` reads it. */
export interface VolumeState {
  readonly id: string;
  readonly title: string;
  /** What its header says of the volume, by name. */
  readonly facts: Facts;
  /** Documents, the headings and introductions of chapters, the front and back matter: in reading order. */
  readonly sections: readonly SectionState[];
}

/** What a header says, in words, by the name of the fact: `classification`, `drafted` … */
export type Facts = ReadonlyMap<string, string>;

export interface SectionState {
  readonly id: string;
  readonly isDocument: boolean;
  /** The printed number, which its words do not have. */
  readonly number?: string;
  readonly title: string;
  /** The chapter that holds it. */
  readonly within?: Division;
  readonly facts: Facts;
  /** Its words in their order, without those of its notes. */
  readonly words: readonly string[];
  readonly notes: readonly NoteState[];
  /** Its start tags in their order, without those of its notes, and without the ids and numbers that follow from its own. */
  readonly tags: readonly string[];
}

export interface Division {
  readonly id: string;
  readonly head: string;
}

export interface NoteState {
  readonly id: string;
  /** The printed number, or the type of one without. */
  readonly label: string;
  readonly words: readonly string[];
  readonly tags: readonly string[];
  /** After how many words of the section it is called; a note within a note is called nowhere in the section. */
  readonly at?: number;
}

/** All words of a section with those of its notes, parted so that no two sections that differ have the same. */
export function contentOf({ words, notes }: SectionState): string {
  return [words, ...notes.map((note) => note.words)].map((list) => list.join(' ')).join('\n');
}
