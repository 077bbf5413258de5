/** The house style of a printed book, as plain data: what `print.yaml` says, completed by the style that it begins with. Lengths are in points. */
export interface HouseStyle {
  readonly page: {
    /** The size of the page by its name, or as width and height. */
    readonly size: string;
    /** Margins where they are not those of the size. */
    readonly margins: Partial<Readonly<Record<'top' | 'inner' | 'outer' | 'bottom', number>>>;
  };
  /** The family of the text: one of those that come with the program, or files of the house. */
  readonly face: string;
  readonly text: {
    readonly size: number;
    readonly leading: number;
    /** Of the first line of a paragraph. */
    readonly indent: number;
    readonly lines: 'justified' | 'ragged';
    readonly hyphenation: boolean;
    /** Hyphens, stops and quotation marks stand a little out of the lines that they end or begin. */
    readonly hangingPunctuation: boolean;
    readonly figures: 'lining' | 'old-style';
    /** What is encoded in capitals as such, or as small ones. */
    readonly capitals: 'as-encoded' | 'small';
    readonly apostrophes: 'as-encoded' | 'curly';
  };
  readonly heads: {
    /** Of chapters and all that is larger; and of documents. */
    readonly align: 'center' | 'left';
    readonly documents: 'center' | 'left';
    readonly weight: 'bold' | 'regular';
  };
  readonly runningHeads: {
    readonly titles: 'italic' | 'roman' | 'small-capitals';
    /** The numbers of the documents on a page, and their dates. */
    readonly numbers: boolean;
    readonly dates: boolean;
  };
  readonly notes: {
    readonly size: number;
    readonly leading: number;
    readonly columns: 1 | 2;
    readonly rule: 'short' | 'full' | 'none';
  };
  readonly index: {
    readonly size: number;
    readonly leading: number;
    readonly columns: 1 | 2 | 3;
    /** Whether an index of persons and subjects is made: where the volume has none of its own, always, or never. */
    readonly made: 'auto' | 'always' | 'never';
    /** Whether a list of the documents by their dates is made. */
    readonly chronology: boolean;
  };
  readonly contents: { readonly leaders: 'dots' | 'none' };
}

/** The families that come with the program. */
export const houseFaces = ['source-serif', 'eb-garamond'] as const;

const plain: HouseStyle = {
  page: { size: '6.125x9.25', margins: {} },
  face: 'source-serif',
  text: {
    size: 10.2,
    leading: 12.4,
    indent: 14,
    lines: 'justified',
    hyphenation: true,
    hangingPunctuation: false,
    figures: 'lining',
    capitals: 'as-encoded',
    apostrophes: 'as-encoded',
  },
  heads: { align: 'center', documents: 'left', weight: 'bold' },
  runningHeads: { titles: 'italic', numbers: true, dates: false },
  notes: { size: 8.6, leading: 10.4, columns: 1, rule: 'short' },
  index: { size: 8.8, leading: 11, columns: 2, made: 'auto', chronology: false },
  contents: { leaders: 'dots' },
};

/** The styles that come with the program, by the names that `print.yaml` and `--style` have for them. */
export const houseStyles = {
  /** The calm page that a volume has where nothing is said. */
  chancery: plain,
  /** The bound volumes of the Government Printing Office: close-set, notes and index in two columns, heads of documents in the middle. */
  frus: {
    ...plain,
    page: { size: '6.125x9.25', margins: { top: 60, inner: 54, outer: 54, bottom: 50 } },
    text: { ...plain.text, size: 10, leading: 11.6, indent: 12, apostrophes: 'curly' },
    heads: { align: 'center', documents: 'center', weight: 'bold' },
    runningHeads: { titles: 'small-capitals', numbers: false, dates: false },
    notes: { size: 7.8, leading: 9, columns: 2, rule: 'none' },
    index: { ...plain.index, size: 7.8, leading: 9 },
  },
  /** A book of a small press: Garamond with old-style figures, wide margins, quiet heads. */
  'small-press': {
    ...plain,
    page: { size: '6x9', margins: { top: 64, inner: 58, outer: 74, bottom: 78 } },
    face: 'eb-garamond',
    text: {
      ...plain.text,
      size: 11.4,
      leading: 14,
      indent: 13,
      hangingPunctuation: true,
      figures: 'old-style',
      capitals: 'small',
      apostrophes: 'curly',
    },
    heads: { align: 'left', documents: 'left', weight: 'regular' },
    runningHeads: { titles: 'small-capitals', numbers: false, dates: true },
    notes: { size: 9.2, leading: 11.2, columns: 1, rule: 'none' },
    index: { ...plain.index, size: 9.6, leading: 11.6 },
    contents: { leaders: 'none' },
  },
} as const satisfies Record<string, HouseStyle>;

export type HouseStyleName = keyof typeof houseStyles;
