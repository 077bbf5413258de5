import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// Loading fontkit takes 0.1 s, so it is loaded on the first use.
const require = createRequire(import.meta.url);

/** A step of an outline, in units of the type size, y upwards: a pen is moved, draws a line, a quadratic or a cubic curve, or closes. */
export interface OutlineStep {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  readonly args: readonly number[];
}

/** A line of text as shapes. */
export interface TextOutline {
  /** Width in units of the type size. */
  readonly width: number;
  readonly steps: readonly OutlineStep[];
}

/** A face that turns text into outlines. */
export interface Face {
  /** `features` are OpenType features besides the face's default ones (`smcp`, `c2sc`, `onum`); `tracking` is added after each letter. */
  outline(text: string, features?: readonly string[], tracking?: number): TextOutline;
}

/** What is used of fontkit. */
interface FontkitFont {
  readonly unitsPerEm: number;
  layout(
    text: string,
    features?: readonly string[],
  ): {
    readonly glyphs: readonly { readonly path: { readonly commands: readonly OutlineStep[] } }[];
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
  };
}

/** Opens a TrueType or OpenType font. A text that was outlined once is not outlined again. */
export function openFace(bytes: Uint8Array): Face {
  const { create } = require('fontkit') as { create(font: Buffer): FontkitFont };
  const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const em = font.unitsPerEm;
  const known = new Map<string, TextOutline>();
  return {
    outline(text, features = [], tracking = 0) {
      const key = `${features.join()} ${tracking} ${text}`;
      const made = known.get(key);
      if (made !== undefined) return made;
      const run = font.layout(text, features);
      const steps: OutlineStep[] = [];
      let pen = 0;
      run.glyphs.forEach((glyph, i) => {
        const position = run.positions[i] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 };
        const origin = [pen + position.xOffset / em, position.yOffset / em] as const;
        for (const { command, args } of glyph.path.commands) {
          steps.push({ command, args: args.map((value, axis) => value / em + (origin[axis % 2] ?? 0)) });
        }
        pen += position.xAdvance / em + tracking;
      });
      const outline = { width: Math.max(0, pen - tracking), steps };
      known.set(key, outline);
      return outline;
    },
  };
}

/** A font file of an npm package, by its path there. */
export function packagedFont(path: string): Uint8Array {
  return readFileSync(require.resolve(path));
}
