/** The kinds of repetition that `npm run bench:growth` reads. */

/** Letters, spaces and signs without end; signs that open and do not close, or close and do not open. */
const SIGNS = [
  ...[
    'a',
    'A',
    '1',
    ' ',
    '\t',
    '\n',
    ' \n',
    '\f',
    '\u00a0',
    '~',
    '-',
    '- ',
    '—',
    '/',
    '.',
    '. ',
    '...',
    ' ,',
    ', ',
    ': ',
  ],
  ...['; ', '(', '( ', ')', '(a)', '((a) ', '[', '[ ', ']', '[]', '“', '”', '“ ”', '” and “', '‘', '’', '"', "'"],
  ...[
    '<',
    '>',
    '> ',
    '&',
    '& ',
    '&amp;',
    '*',
    '* ',
    '**',
    '_',
    '__',
    '#',
    '# ',
    '`',
    '|',
    '| ',
    '=',
    '=\n',
    '~~',
    '\\',
    '\u00ad',
  ],
  ...['X', 'É', 'é ', 'e\u0301', '中', 'א', '😀', '¹', '¹ ', '¹²³', '§', '†'],
];

/** Words of notes, headings, datelines, names and numbers. */
const WORDS = [
  ...[
    'a ',
    'A ',
    'a b',
    'A, ',
    'a; ',
    'and ',
    ', and ',
    'by ',
    'to ',
    'x  ',
    'x    ',
    'Smith (',
    'Smith) ',
    '(a, ',
    '(Secret) ',
  ],
  ...[
    'Mr. ',
    'J. ',
    'J. R. Smith, ',
    'Secretary of State ',
    'Department of State, ',
    'United States ',
    'No. 1 ',
    '1964 ',
    '1.',
    '1. ',
  ],
  ...[
    'May 1, ',
    'May 1–2, ',
    'May 1, 1964 ',
    '10:30 a.m. ',
    '1–2, ',
    'pp. 1–2, ',
    'Secret; ',
    'Top Secret ',
    'Drafted by A. ',
    'Cleared by ',
  ],
  ...[
    'in S/S by ',
    '[not declassified] ',
    '[1 line not declassified] ',
    'C O N F I ',
    'S E C R E T ',
    'R 231724Z JAN 06 ',
    '231724Z ',
  ],
  ...[
    '[1] ',
    '[^1] ',
    '*a* ',
    '[a](',
    '![',
    'a-',
    'a- ',
    'http://a',
    'a@b.c ',
    'Source: ',
    'From ',
    'Telegram From the Embassy in ',
  ],
];

/** Lines of the forms of notes, headings, marks of pages, lists and tables. */
const LINES = [
  ...[
    'a\n',
    'A\n',
    'a\n\n',
    'a-\n',
    '.\n',
    '1\n',
    '1. \n',
    '1. a\n',
    '1) a\n',
    '(a) b\n',
    '* a\n',
    '- a\n',
    '    - ',
    '• a\n',
    '[1] a\n',
  ],
  ...[
    '[^1]: a\n',
    '¹ a\n',
    '[Page 1]\n',
    '- 1 -\n',
    'Page 1\n',
    '1\f',
    'a\f',
    '--- \n',
    '* * *\n',
    '___\n',
    '# a\n',
    'a\n=\n',
    '> a\n',
    '>> ',
  ],
  ...[
    'a|b\n',
    '| a | b |\n',
    'a\tb\n',
    'a   b   c\n',
    '        a\n',
    'TO X\n',
    'FM X\n',
    'TO: X\n',
    'SUBJECT: A\n',
    'UNCLASSIFIED\n',
  ],
  ...[
    'SECRET\n',
    'S E C R E T\n',
    'A. B. \n',
    'Smith: Yes.\n',
    'Dear A:\n',
    'Sincerely,\n',
    'Footnotes\n',
    'Notes\n1. a\n',
    'Attachment\n',
  ],
  ...[
    'Washington, May 1, 1964.\n',
    'May 1\n',
    '1. Letter From A to B\n\n',
    'From: a@b.c\n',
    '> From: A\n',
    'On May 1, A wrote:\n',
    'MEMORANDUM\n',
  ],
  ...[
    'R 231724Z JAN 06\n',
    'SECTION 01 OF 02\n',
    'END OF PAGE\n',
    'A/RES/1 (I)\n',
    '[Enclosure]\n',
    'a b c d e f g h i j k l m n o p q r s t\n',
  ],
];

/** Markup, for what reads XML or a page as it stands. */
const TAGS = [
  ...[
    '<p>',
    '<p>a</p>',
    '<div>',
    '<div></div>',
    '<hi>',
    '<hi>a</hi>',
    '<note>a</note>',
    '<pb n="1"/>',
    '<lb/>',
    '<list><item>a</item></list>',
  ],
  ...[
    '<item>a',
    '<table><row><cell>a</cell></row></table>',
    '<row>',
    '<td>',
    '<table>',
    '<!--',
    '<!-- a -->',
    '<![CDATA[',
    '<![CDATA[a]]>',
    '<?a',
  ],
  ...[
    '<?a b?>',
    '&#',
    '&#1',
    '&#x41;',
    '</p>',
    '<a href="',
    '<b',
    '<ref target="#a">a</ref>',
    '<persName>A B</persName>',
    ' a="1"',
    '<b><i>',
  ],
  ...[
    '<ul><li>',
    '<h1>a</h1>',
    '<sup>1</sup>',
    '<br>',
    '<span>a</span> ',
    '<script>',
    '<title>',
    '<svg>',
    '<select>',
    '<!DOCTYPE a>',
    '<font color=a>',
  ],
];

/** Single signs that all turn up in `SIGNS` besides words: what random units are made of. */
const PIECES = [...new Set([...SIGNS, ...WORDS, ...LINES])];

export type UnitKind = 'text' | 'markup';

/** All kinds of repetition: of text, in one line or as lines, and of markup. */
export const units: Readonly<Record<UnitKind, readonly string[]>> = {
  text: [...new Set([...SIGNS, ...WORDS, ...LINES])],
  markup: TAGS,
};

/**
 * Units of one to six pieces in an order of chance, of small sets of letters and signs or of whole words and lines; the same for the same seed. What is found slow by
 * nobody's choice is slow by somebody's.
 */
export function randomUnits(count: number, seed: number, kind: UnitKind): readonly string[] {
  const random = generator(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const pieces = kind === 'text' ? PIECES : [...TAGS, ...SIGNS];
  return Array.from({ length: count }, () => {
    const alphabet = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(pieces));
    return Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(alphabet)).join('');
  });
}

/** Numbers from 0 to 1, the same for the same seed: Mulberry32, whose 32 bits of state are enough here. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
