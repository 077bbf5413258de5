/** An entity of the document: its replacement text, or the external file that it stands for. */
export interface Entity {
  /** The replacement text (XML 1.0 §4.5); undefined of an external entity. */
  readonly text?: string;
  /** The system identifier of an external entity. */
  readonly system?: string;
  readonly isUnparsed: boolean;
}

/** What an attribute of an element is declared to be. */
export interface AttributeDeclaration {
  readonly name: string;
  readonly isCdata: boolean;
  /** Its default value, as written between the quotation marks. */
  readonly value?: string;
}

/** The document type declaration of a document, with all that its internal subset declares. */
export interface Dtd {
  /** Offset after its `>`. */
  readonly end: number;
  readonly entities: ReadonlyMap<string, Entity>;
  /** Declared attributes by the name of their element. */
  readonly attributes: ReadonlyMap<string, readonly AttributeDeclaration[]>;
  /** Files with more declarations, which are not read: the external subset, and parameter entities. */
  readonly external: readonly string[];
  /** There are such files, so that what they declare is not known. */
  readonly isPartial: boolean;
}

/** A breach of XML in a DTD; `at` is an offset in the document. */
export class DtdError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}
