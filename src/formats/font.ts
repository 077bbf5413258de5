import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// Loading fontkit takes 0.1 s, so it is loaded on the first use.
const require = createRequire(import.meta.url);

/** A letter as it is drawn. */
export interface Letter {
  /** In thousandths of the type size. */
  readonly width: number;
  /** Path data (SVG 2, §9.3) with y upwards, in thousandths of the type size. */
  readonly path: string;
}

/** A face that says how its letters are drawn. */
export interface Face {
  /** Whether it has a character. */
  has(character: string): boolean;
  /** A letter or a ligature; `features` are OpenType features besides the face's default ones (`smcp`). */
  letter(text: string, features?: readonly string[]): Letter;
}

/** What is used of fontkit. */
interface FontkitFont {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(
    text: string,
    features?: readonly string[],
  ): {
    readonly advanceWidth: number;
    readonly glyphs: readonly {
      readonly path: { readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[] };
    }[];
  };
}

/** The letters of path data for fontkit's commands. */
const COMMANDS: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

/** Opens a TrueType or OpenType font. */
export function openFace(bytes: Uint8Array): Face {
  const { create } = require('fontkit') as { create(font: Buffer): FontkitFont };
  const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const scale = 1000 / font.unitsPerEm;
  return {
    has: (character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    letter(text, features = []) {
      const { advanceWidth, glyphs } = font.layout(text, features);
      const commands = glyphs[0]?.path.commands ?? [];
      const path = commands.map(
        ({ command, args }) => `${COMMANDS[command] ?? ''}${args.map((n) => Math.round(n * scale)).join()}`,
      );
      return { width: advanceWidth * scale, path: path.join('') };
    },
  };
}

/** A font file of an npm package, by its path there. */
export function packagedFont(path: string): Uint8Array {
  return readFileSync(require.resolve(path));
}
