/**
 * A document of the edition as the encoder makes it: the TEI elements of `encoding.md` §3 as readonly data. Every union is
 * discriminated by `element`, the TEI name; attributes carry their TEI names too.
 */

type Attributes<Name extends string = never> = Readonly<
  Partial<Record<Name | 'xml:id' | 'n' | 'type' | 'resp' | 'cert' | 'rend', string>>
>;

interface Element<Name extends string, Child, Attribute extends string = never> {
  readonly element: Name;
  readonly attributes: Attributes<Attribute>;
  readonly children: readonly Child[];
}

/** Words of the text. `at` is the offset of the first character in the raw text; words that the editor supplies have none. */
export interface Text {
  readonly element: 'text';
  readonly text: string;
  readonly at?: number;
}

export type PageBreak = Element<'pb', never>;
export type LineBreak = Element<'lb', never>;
export type Gap = Element<'gap', never, 'reason' | 'unit' | 'quantity' | 'extent'>;

export type PersName = Element<'persName', Inline, 'corresp' | 'role'>;
export type OrgName = Element<'orgName', Inline>;
export type Gloss = Element<'gloss', Inline, 'target'>;
export type PlaceName = Element<'placeName', Inline>;
export type DateElement = Element<'date', Inline, 'when' | 'from' | 'to'>;
export type Hi = Element<'hi', Inline>;
/** What is struck through (`@rend`), as FRUS encodes it. */
export type Deletion = Element<'del', Inline>;
export type Stamp = Element<'stamp', Inline>;
export type Seg = Element<'seg', Inline, 'ana'>;
export type Note = Element<'note', Inline | Paragraph>;
/** A running head, a page number, a stamp, a classification marking: on the page, but not of the text (TEI P5 §11.6). */
export type FormeWork = Element<'fw', Inline>;

export type Name = PersName | OrgName | Gloss | PlaceName;
export type Inline =
  | Text
  | PageBreak
  | LineBreak
  | Gap
  | Name
  | DateElement
  | Hi
  | Deletion
  | Stamp
  | Seg
  | Note
  | FormeWork;

export type Head = Element<'head', Inline>;
export type Dateline = Element<'dateline', Inline>;
export type Salute = Element<'salute', Inline>;
export type Signed = Element<'signed', Inline>;
export type Address = Element<'address', AddressLine | PageBreak | FormeWork>;
export type AddressLine = Element<'addrLine', Inline>;
export type Opener = Element<'opener', Dateline | Salute | Address | Seg | PageBreak | FormeWork | Note>;
export type Closer = Element<'closer', Dateline | Salute | Signed | Address | Seg | PageBreak | FormeWork | Note>;
export type Paragraph = Element<'p', Inline>;
/** A quotation that stands apart. */
export type Quote = Element<'quote', Paragraph>;
export type Item = Element<'item', Inline | List>;
export type Label = Element<'label', Inline>;
export type List = Element<'list', Head | Item | PageBreak | FormeWork>;
export type Cell = Element<'cell', Inline, 'role' | 'cols'>;
export type Row = Element<'row', Cell, 'role'>;
export type Table = Element<'table', Head | Row | PageBreak | FormeWork, 'rows' | 'cols'>;
/** Who speaks, as printed. */
export type Speaker = Element<'speaker', Inline>;
/** What one speaker says (TEI P5 §3.13.2). */
export type Speech = Element<'sp', Speaker | Paragraph | PageBreak>;
export type Postscript = Element<'postscript', Paragraph | List | Table | Closer | PageBreak>;
export type Attachment = Element<'frus:attachment', Block>;

export type Block =
  | Note
  | FormeWork
  | PageBreak
  | Head
  | Opener
  | Closer
  | Paragraph
  | List
  | Table
  | Quote
  | Speech
  | Postscript
  | Attachment;

/** One document: the `div` of the text. */
export type DocumentDiv = Element<'div', Block, 'subtype' | 'frus:doc-dateTime-min' | 'frus:doc-dateTime-max'>;

/** Every element that can stand in a document. */
export type DocumentNode =
  | DocumentDiv
  | Block
  | Inline
  | Speaker
  | Dateline
  | Salute
  | Signed
  | Address
  | AddressLine
  | Item
  | Label
  | Cell
  | Row;
