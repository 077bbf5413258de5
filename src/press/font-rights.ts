/** What a font file says of itself, read from its own tables (OpenType 1.9): whether it may be put into a PDF, and which characters it has. */

/** Restricted License embedding, and Bitmap embedding only (`OS/2`, fsType). */
const RESTRICTED = 0x0002;
const BITMAPS = 0x0200;

const SIGNATURES: ReadonlySet<number> = new Set([0x00010000, 0x4f54544f, 0x74727565]);

const NOT_WHOLE = { reason: 'the file is not whole', hint: 'Copy it anew.' };

/** Why a font cannot be used in print, and what to do; undefined where it can. */
export function faultOfFont(bytes: Uint8Array): { readonly reason: string; readonly hint: string } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (!SIGNATURES.has(view.getUint32(0)))
      return {
        reason: 'it is no TrueType or OpenType font',
        hint: 'Name a .ttf or .otf file; a web font (WOFF2) is for screens.',
      };
    if (!isWhole(view)) return NOT_WHOLE;
    const os2 = tableOf(view, 'OS/2');
    if (tableOf(view, 'cmap') === undefined) return { reason: 'it has no letters', hint: 'Name another file.' };
    coverageOf(view);
    const rights = os2 === undefined ? 0 : view.getUint16(os2 + 8);
    if ((rights & RESTRICTED) === 0 && (rights & BITMAPS) === 0) return undefined;
    return {
      reason: 'its maker forbids to embed it in a document',
      hint: 'Ask the maker for a licence and a file that allow it, or choose another face.',
    };
  } catch (error) {
    if (error instanceof RangeError) return NOT_WHOLE;
    throw error;
  }
}

/** Letters, figures and signs that nearly every volume has. */
const NEEDED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;-–—‘’“”()[]&§†éüçñ½';

/** Those of them that a font without fault lacks, in words; nothing where it has all. */
export function lacksOf(bytes: Uint8Array): string {
  const has = coverageOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return [...NEEDED].filter((character) => !has(character.codePointAt(0) ?? 0)).join(' ');
}

/** Whether each table of the font's directory lies within the file. */
function isWhole(view: DataView): boolean {
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    if (view.getUint32(at + 8) + view.getUint32(at + 12) > view.byteLength) return false;
  }
  return true;
}

function tableOf(view: DataView, tag: string): number | undefined {
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const name = [0, 1, 2, 3].map((k) => String.fromCharCode(view.getUint8(at + k))).join('');
    if (name === tag) return view.getUint32(at + 8);
  }
  return undefined;
}

/** By the table `cmap`: of its parts the one for Unicode in format 4 or 12. */
function coverageOf(view: DataView): (codePoint: number) => boolean {
  const cmap = tableOf(view, 'cmap') ?? 0;
  const ranges: [number, number][] = [];
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    const format = view.getUint16(at);
    if (format === 4) {
      const count = view.getUint16(at + 6) / 2;
      for (let k = 0; k < count; k++)
        ranges.push([view.getUint16(at + 16 + 2 * (count + k)), view.getUint16(at + 14 + 2 * k)]);
    } else if (format === 12) {
      const count = view.getUint32(at + 12);
      for (let k = 0; k < count; k++) ranges.push([view.getUint32(at + 16 + 12 * k), view.getUint32(at + 20 + 12 * k)]);
    }
  }
  return (codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
}
