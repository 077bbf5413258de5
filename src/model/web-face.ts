/** Characters that are loaded together: as CSS writes them (CSS Fonts Level 4, `unicode-range`), with the text by which the range is chosen. */
export interface CharacterRange {
  readonly name: string;
  /** Pairs of the first and last code point. */
  readonly spans: readonly (readonly [first: number, last: number])[];
}

/** What a face does in the site: the text, or its titles. */
export type FaceRole = 'text' | 'titles';

/** A cut of a face with the characters of one range, as a file of the site. */
export interface WebFace {
  readonly role: FaceRole;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Undefined where the file has all that the face has. */
  readonly range?: CharacterRange;
  /** Its name in the folder of fonts. */
  readonly file: string;
  readonly bytes: () => Uint8Array;
}

const span = (text: string): CharacterRange['spans'] =>
  text.split(' ').map((part) => {
    const [first = '', last = first] = part.split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });

/** The range that every edition in a Latin script needs; a site always has it. */
export const LATIN: CharacterRange = {
  name: 'latin',
  spans: span(
    '0-ff 131 152-153 160-161 178 17d-17e 2bb-2bc 2c6 2da 2dc 2000-206f 2074 20ac 2116 2122 2150-215e 2190-2193 2212 2215 fb00-fb04 fffd',
  ),
};

/** The other ranges of the text face. */
export const EUROPEAN: readonly CharacterRange[] = [
  {
    name: 'latin-ext',
    spans: span(
      '100-130 132-151 154-15f 162-177 179-17c 17f-2ba 2bd-2c5 2c7-2d9 2db 2dd-36f 1d00-1dbf 1e00-1eff 2070-2073 2075-209f 20a0-20ab 20ad-20c0 2c60-2c7f a720-a7ff',
    ),
  },
  { name: 'greek', spans: span('370-3ff 1f00-1fff') },
  { name: 'cyrillic', spans: span('400-52f 1c80-1c8f 2de0-2dff a640-a69f') },
  {
    name: 'symbols',
    spans: span('2100-2115 2117-2121 2123-214f 215f-218f 2194-2211 2213-2214 2216-22ff 2460-24ff 25a0-27bf'),
  },
];

/** Scripts that have a face of their own. */
export const HEBREW: CharacterRange = { name: 'hebrew', spans: span('590-5ff fb1d-fb4f') };
export const ARABIC: CharacterRange = { name: 'arabic', spans: span('600-6ff 750-77f 8a0-8ff fb50-fdff fe70-fefc') };
export const DEVANAGARI: CharacterRange = { name: 'devanagari', spans: span('900-97f 1cd0-1cff a8e0-a8ff') };

/** As CSS writes it. */
export function unicodeRange({ spans }: CharacterRange): string {
  const hex = (code: number): string => code.toString(16).toUpperCase();
  return spans.map(([first, last]) => `U+${hex(first)}${last === first ? '' : `-${hex(last)}`}`).join(', ');
}
