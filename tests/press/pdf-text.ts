import { inflateSync } from 'node:zlib';

/** A piece of text in a PDF, where it begins, in points from the page's lower left corner. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly page: number;
}

/**
 * Reads the text of a PDF of the press from the bytes of the file: its pages (ISO 32000-1, 7.7.3), what they show (9.4) and the letters that its fonts say their glyphs
 * stand for (9.10.3). It knows of PDF only what the press writes.
 */
export function textOfPdf(pdf: Uint8Array): PdfText[] {
  const objects = objectsOf(Buffer.from(pdf));
  const letters = new Map<string, readonly string[]>();
  const lettersOf = (font: string): readonly string[] => {
    let known = letters.get(font);
    if (known === undefined) {
      const [, map = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.dictionary ?? '') ?? [];
      known = charactersOf(objects.get(map)?.stream ?? '');
      letters.set(font, known);
    }
    return known;
  };
  const texts: PdfText[] = [];
  let page = 0;
  for (const { dictionary } of objects.values()) {
    if (!/\/Type \/Page\n/.test(dictionary)) continue;
    page++;
    const [, contents = ''] = /\/Contents (\d+) 0 R/.exec(dictionary) ?? [];
    const [, resources = ''] = /\/Resources (\d+) 0 R/.exec(dictionary) ?? [];
    const named = objects.get(resources)?.dictionary ?? '';
    const fonts = new Map([...named.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', font = '']) => [name, font]));
    let current: readonly string[] = [];
    const shown = /\/(F\d+) \S+ Tf|1 0 0 1 (\S+) (\S+) Tm \[([^\]]*)\]TJ/g;
    for (const [, font, x, y, glyphs] of (objects.get(contents)?.stream ?? '').matchAll(shown)) {
      if (font !== undefined) current = lettersOf(fonts.get(font) ?? '');
      else {
        const codes = [...(glyphs ?? '').matchAll(/<([0-9a-f]+)>/g)].flatMap(
          ([, hex = '']) => hex.match(/.{4}/g) ?? [],
        );
        const text = codes.map((code) => current[Number.parseInt(code, 16)] ?? '').join('');
        texts.push({ text, x: Number(x), y: Number(y), page });
      }
    }
  }
  return texts;
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string;
}

/** The objects of the file by their numbers, in their order; streams inflated. */
function objectsOf(file: Buffer): Map<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  for (let at = 0; ; ) {
    const begin = file.indexOf(' 0 obj\n', at);
    if (begin < 0) return objects;
    const number = file.toString('latin1', file.lastIndexOf('\n', begin) + 1, begin);
    const [end, stream] = [file.indexOf('\nendobj', begin), file.indexOf('\nstream\n', begin)];
    if (stream < 0 || stream > end) {
      objects.set(number, { dictionary: file.toString('latin1', begin + 7, end), stream: '' });
      at = end;
      continue;
    }
    const dictionary = file.toString('latin1', begin + 7, stream + 1);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const bytes = file.subarray(stream + 8, stream + 8 + length);
    objects.set(number, { dictionary, stream: bytes[0] === 0x78 ? inflateSync(bytes).toString('latin1') : '' });
    at = stream + 8 + length;
  }
}

/** What the glyphs of a font stand for, by their numbers. */
function charactersOf(map: string): string[] {
  const characters: string[] = [];
  for (const [, first = '0', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g))
    for (const [i, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries())
      characters[Number.parseInt(first, 16) + i] = Buffer.from(hex.replace(/ /g, ''), 'hex')
        .swap16()
        .toString('utf16le');
  return characters;
}
