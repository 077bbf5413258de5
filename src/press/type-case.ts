import { hasLettersFromRight } from '../model/direction.js';
import type { TextStyle } from '../model/page-content.js';
import type { Face, Feature } from './face.js';

/** A run's style made concrete: which face, at what size, raised or lowered by how much. Equal styles are the same object. */
export interface Setting {
  readonly face: Face;
  readonly feature?: Feature;
  readonly size: number;
  readonly rise: number;
  /** Space added after each character, in thousandths of the type size. */
  readonly tracking: number;
  readonly underline: boolean;
  readonly strike: boolean;
}

/** The cuts of the text family and of the family that stands in for characters which it lacks. */
export interface Faces {
  /** By weight and slope: `regular`, `italic`, `bold`, `bold-italic`. */
  readonly text: (bold: boolean, italic: boolean) => Face;
  readonly fallback: (bold: boolean, italic: boolean) => Face;
  /** Those of other scripts and of signs, in the order in which a character is looked for in them; opened only where one is asked for. */
  readonly others: readonly { readonly covers: RegExp; readonly face: (bold: boolean) => Face }[];
}

/** A part of a word that one face can set. */
export interface FacedPart {
  readonly text: string;
  readonly setting: Setting;
}

const SUPERIOR_RISE = 0.34;
const INFERIOR_RISE = -0.14;
const SMALL = 0.66;
/** Small capitals are opened a little, in thousandths of the type size. */
const SMALL_CAPS_TRACKING = 20;

/** What stands for a character that no face has: a box, or where no face has a box, the sign for such a character. */
const STAND_INS = ['□', '\ufffd'];
/** Characters that are not seen (Unicode, DerivedCoreProperties), and marks: both belong to the character before them. */
const unseen = /\p{Default_Ignorable_Code_Point}/u;
const clinging = /[\p{M}\p{Default_Ignorable_Code_Point}]/u;

/** Only figures have superior forms of their own in every cut; letters and signs are raised and made smaller. */
const figures = /^[0-9]+$/;

interface CaseStyle extends TextStyle {
  readonly raised?: boolean;
}

/**
 * Chooses faces: for a style, and for each character of a word. It remembers what it has chosen, and tells of each character that no face has.
 */
export class TypeCase {
  readonly #faces: Faces;
  readonly #sizes = new Map<string, SizedCase>();
  readonly #missing: (character: string) => void;

  constructor(faces: Faces, missing: (character: string) => void) {
    this.#faces = faces;
    this.#missing = missing;
  }

  /** The case of one type size and tracking. */
  at(size: number, tracking: number): SizedCase {
    const key = `${size} ${tracking}`;
    let sized = this.#sizes.get(key);
    if (sized === undefined) {
      sized = new SizedCase(this.#faces, this.#missing, size, tracking);
      this.#sizes.set(key, sized);
    }
    return sized;
  }
}

/** All settings of one type size. */
export class SizedCase {
  readonly #faces: Faces;
  readonly #missing: (character: string) => void;
  readonly #size: number;
  readonly #tracking: number;
  readonly #settings: (Setting | undefined)[] = [];
  /** For signs and figures that stand among words read from the right. */
  readonly #directed = new DirectedSettings();

  constructor(faces: Faces, missing: (character: string) => void, size: number, tracking: number) {
    this.#faces = faces;
    this.#missing = missing;
    this.#size = size;
    this.#tracking = tracking;
  }

  setting(style: TextStyle): Setting {
    return this.#setting(style, TEXT);
  }

  /** A face sets letters that are read from the right in that order by itself; signs among them, and Arabic figures, it does not. */
  inDirection(setting: Setting, text: string, level: number): Setting {
    const isRight = level % 2 === 1;
    if (isRight === hasLettersFromRight(text)) return setting;
    return this.#directed.of(setting, isRight ? 'mirrored' : 'forward');
  }

  /** A word cut where its characters need another face; nearly always one part. */
  parts(word: string, style: TextStyle): readonly FacedPart[] {
    const raised = style.superior === true && !figures.test(word) ? { ...style, superior: false, raised: true } : style;
    const main = this.#setting(raised, TEXT);
    if (coversAll(main.face, word)) return [{ text: word, setting: main }];
    const parts: { text: string; setting: Setting }[] = [];
    for (const character of word) {
      const last = parts.at(-1);
      const setting = this.#settingFor(character, raised, clinging.test(character) ? last?.setting : undefined);
      if (last !== undefined && last.setting === setting) last.text += character;
      else parts.push({ text: character, setting });
    }
    return parts;
  }

  /** The setting whose face has the character: that of the character before it, where it clings to that; else the first family that has it. */
  #settingFor(character: string, style: CaseStyle, before: Setting | undefined): Setting {
    const codePoint = character.codePointAt(0) ?? 0;
    if (before?.face.covers(codePoint) === true) return before;
    const main = this.#setting(style, TEXT);
    if (main.face.covers(codePoint)) return main;
    if (unseen.test(character)) {
      (before ?? main).face.drawAs(character, undefined);
      return before ?? main;
    }
    const found = this.#find(character, style);
    if (found !== undefined) return found;
    this.#missing(character);
    for (const sign of STAND_INS) {
      const standIn = this.#find(sign, style);
      if (standIn === undefined) continue;
      standIn.face.drawAs(character, sign);
      return standIn;
    }
    return main;
  }

  /** The setting of the first family, beside that of the text, that has a character. */
  #find(character: string, style: CaseStyle): Setting | undefined {
    const codePoint = character.codePointAt(0) ?? 0;
    const fallback = this.#setting(style, FALLBACK);
    if (fallback.face.covers(codePoint)) return fallback;
    for (const [i, { covers }] of this.#faces.others.entries()) {
      if (!covers.test(character)) continue;
      const setting = this.#setting(style, FALLBACK + 1 + i);
      if (setting.face.covers(codePoint)) return setting;
    }
    return undefined;
  }

  #setting(style: CaseStyle, family: number): Setting {
    const key = flags(style) + family * FAMILY;
    let setting = this.#settings[key];
    if (setting === undefined) {
      setting = this.#make(style, family);
      this.#settings[key] = setting;
    }
    return setting;
  }

  #make(style: CaseStyle, family: number): Setting {
    const size = this.#size;
    const bold = style.bold === true;
    // The italics of the text family have no small capitals; a printed page sets them upright too.
    const italic = style.italic === true && style.smallCaps !== true;
    const other = this.#faces.others[family - FALLBACK - 1];
    const face =
      other?.face(bold) ?? (family === FALLBACK ? this.#faces.fallback(bold, italic) : this.#faces.text(bold, italic));
    const common = {
      face,
      tracking: style.smallCaps === true ? this.#tracking + SMALL_CAPS_TRACKING : this.#tracking,
      underline: style.underline === true,
      strike: style.strike === true,
    };
    const has = (feature: Feature): boolean => face.font.font.availableFeatures.includes(feature);
    if (style.superior === true && has('sups') && family === TEXT) return { ...common, feature: 'sups', size, rise: 0 };
    if (style.superior === true || style.raised === true)
      return { ...common, size: size * SMALL, rise: size * SUPERIOR_RISE };
    if (style.inferior === true) return { ...common, size: size * SMALL, rise: size * INFERIOR_RISE };
    if (style.smallCaps === true && has('smcp')) return { ...common, feature: 'smcp', size, rise: 0 };
    return { ...common, size, rise: 0 };
  }
}

/** Families by number: of the text, of what it lacks; the others follow. Their place in a key is above the bits of `flags`. */
const TEXT = 0;
const FALLBACK = 1;
const FAMILY = 256;

function coversAll(face: Face, word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code > 0x20 && code < 0x7f) continue;
    if (!face.covers(word.codePointAt(i) ?? 0)) return false;
    if (code >= 0xd800 && code < 0xdc00) i++;
  }
  return true;
}

function flags(style: CaseStyle): number {
  return (
    (style.italic === true ? 1 : 0) |
    (style.bold === true ? 2 : 0) |
    (style.smallCaps === true ? 4 : 0) |
    (style.underline === true ? 8 : 0) |
    (style.strike === true ? 16 : 0) |
    (style.superior === true ? 32 : 0) |
    (style.inferior === true ? 64 : 0) |
    (style.raised === true ? 128 : 0)
  );
}

/** The settings made of others for what stands among words read from the right; equal ones are the same object. */
export class DirectedSettings {
  readonly #made = { mirrored: new WeakMap<Setting, Setting>(), forward: new WeakMap<Setting, Setting>() };

  of(setting: Setting, feature: 'mirrored' | 'forward'): Setting {
    let found = this.#made[feature].get(setting);
    if (found === undefined) {
      found = { ...setting, feature };
      this.#made[feature].set(setting, found);
    }
    return found;
  }
}

/** The width of a word in points. */
export function widthOf(text: string, setting: Setting): number {
  const { face, feature, size, tracking } = setting;
  return (face.shape(text, feature).width * size) / 1000 + (tracking * size * text.length) / 1000;
}
