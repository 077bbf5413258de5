/** What editors leave for each other in a text, and what text recognition and copying from web pages leave behind. */
const RESIDUE: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /\b(?:TODO|FIXME|TBD|X{4,}|TK TK|lorem ipsum)\b/g, what: 'a reminder of the editors' },
  { pattern: /(?<=\s|^)\?{3,}(?=\s|$)|\[\?\?+\]|<<|>>|@@+/g, what: 'a mark of the editors' },
  { pattern: /\[(?:check|query|verify|need|fix|insert|au:|ed:)[^\]]{0,60}\]/gi, what: 'a reminder of the editors' },
  {
    pattern: /~~|\*\*[^\s*](?:[^*]*[^\s*])?\*\*|↩|\[\^\d+\]|&(?:amp|lt|gt|nbsp|quot);/g,
    what: 'a mark of text recognition or of a web page',
  },
  { pattern: /\[Page \d+\]/g, what: 'a page mark that should be a pb' },
];

/** A sign or a word that each piece of residue has; a text without any holds none. */
const SIGN = /[[<>@~*↩&]|\?\?\?|TODO|FIXME|TBD|XXXX|TK TK|lorem/;

/** A piece of residue: its words, what it looks like, and where it begins in the text. */
export interface Residue {
  readonly text: string;
  readonly what: string;
  readonly at: number;
}

/** The residue in a text, in no order. Linear in the text. */
export function residueIn(text: string): readonly Residue[] {
  if (!SIGN.test(text)) return [];
  return RESIDUE.flatMap(({ pattern, what }) =>
    [...text.matchAll(pattern)].map((match) => ({ text: match[0], what, at: match.index })),
  );
}
