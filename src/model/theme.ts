import type { FaceRole, WebFace } from './web-face.js';

/** The colours of a page, as `#rrggbb`, by what they are for. */
export interface Colours {
  /** Behind the text. */
  readonly ground: string;
  readonly ink: string;
  /** Text of less weight: labels, dates, what the edition adds. */
  readonly quiet: string;
  /** Lines between parts. */
  readonly rule: string;
  readonly link: string;
  /** Calls of notes, numbers of pages. */
  readonly mark: string;
  /** Behind what a link has led to. */
  readonly lit: string;
  /** Behind the head of each page. */
  readonly band: string;
  /** On that. */
  readonly 'band-ink': string;
}

/** The two sets that a page has: a reader's system says which is shown. */
export interface ColourSets {
  readonly light: Colours;
  readonly dark: Colours;
}

/** A picture that stands for the office in the head of each page. */
export interface Logo {
  /** The name of its file in the site. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** What a screen reader says in its place. */
  readonly description: string;
  /** The office's own site. */
  readonly address?: string;
}

/** The house style of an office: what a site is dressed in. */
export interface Theme {
  readonly colours: ColourSets;
  /** Faces of the house; the bundled ones of the same role are not used. */
  readonly faces: readonly WebFace[];
  readonly logo?: Logo;
  readonly 'dark-logo'?: Logo;
  /** Lines at the foot of each page. */
  readonly imprint: readonly ImprintLine[];
  /** Links in the head of each page. */
  readonly links: readonly HouseLink[];
}

export interface HouseLink {
  readonly text: string;
  readonly address: string;
}

export interface ImprintLine {
  readonly text: string;
  readonly address?: string;
}

/** All pairs of text and ground have a contrast of at least 7 : 1 (WCAG 2.2, 1.4.6), quiet text and marks at least 4.5 : 1 (1.4.3). */
export const PLAIN_COLOURS: ColourSets = {
  light: {
    ground: '#fdfcf9',
    ink: '#1c1a17',
    quiet: '#5d564b',
    rule: '#d9d2c3',
    link: '#0b4a7f',
    mark: '#7a2e12',
    lit: '#fbf0cf',
    band: '#fdfcf9',
    'band-ink': '#1c1a17',
  },
  dark: {
    ground: '#15171a',
    ink: '#e4e0d7',
    quiet: '#a8a294',
    rule: '#3a3d41',
    link: '#9cc7ee',
    mark: '#efb08c',
    lit: '#3c3418',
    band: '#15171a',
    'band-ink': '#e4e0d7',
  },
};

export const PLAIN_THEME: Theme = { colours: PLAIN_COLOURS, faces: [], imprint: [], links: [] };

/** How a site looks: its theme, the faces it may use, and the licence that goes with those. */
export interface Look {
  readonly theme: Theme;
  readonly faces: readonly WebFace[];
  readonly fontLicence?: string;
}

/** The faces of a theme, and of the bundled ones those whose role it has none for. */
export function facesOf(theme: Theme, bundled: readonly WebFace[]): readonly WebFace[] {
  const own = new Set<FaceRole>(theme.faces.map(({ role }) => role));
  return [...theme.faces, ...bundled.filter(({ role }) => !own.has(role))];
}

/** No theme, and the faces that the reader's machine has. */
export const PLAIN_LOOK: Look = { theme: PLAIN_THEME, faces: [] };
