/**
 * The pivot as data: the XHTML tree of a volume in the vocabulary of `xslt/README.md`, from which every edition is made. Names are those of
 * XHTML, in the XHTML namespace; texts are as they are to be shown, with their spaces settled.
 */
export interface PivotElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PivotNode[];
}

export type PivotNode = PivotElement | string;

/** The pivot of a volume. */
export interface Pivot {
  /** The volume's id (`frus1964-68v14`). */
  readonly volume: string;
  /** BCP 47 tag of the volume's language. */
  readonly language: string;
  /** The complete title. */
  readonly title: string;
  /** `meta` of the pivot's head by name (`title-volume`, `editor-primary`, `publisher`, `idno-isbn-13` …), in order. */
  readonly metadata: ReadonlyMap<string, readonly string[]>;
  /** The volume's own renditions: the CSS of each, by the class that refers to it (`rendition-right`). */
  readonly renditions: ReadonlyMap<string, string>;
  /** `body`: its children are the sections of the volume. */
  readonly body: PivotElement;
}
