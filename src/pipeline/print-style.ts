/** The house style of the printed book: one that comes with the program, or a `print.yaml` that is named or stands beside the manifest. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Diagnostic, diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import { readRegularFile, readTextBytes, unreadable } from '../formats/text-file.js';
import { type HouseStyle, houseStyles } from '../model/house-style.js';
import type { SourceFile } from '../model/source-file.js';
import type { FontFiles } from '../press/press-document.js';
import type { ReadPrintStyle } from '../volume/print-style.js';
import type { BuildInput } from './input.js';
import { fileInside } from './look.js';

/** The name of a house style that needs no option: it stands beside the manifest. */
const PRINT_STYLE = 'print.yaml';
/** The narrowest measure and the fewest lines that a text can be set in. */
const LEAST_MEASURE = 140;
const LEAST_LINES = 10;

export interface PrintDress {
  readonly style: HouseStyle;
  /** The faces of the text and of what it lacks; loaded when the press is. */
  readonly fonts: () => Promise<FontFiles>;
  /** The style's file and its fonts, for the archive, and the paths that were read. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly read: readonly string[];
}

/**
 * Reads the house style.
 * @param path what is built or printed
 * @param named the style of the call, where it names one: a file, or the name of a style of the program
 */
export async function readPrintDress(
  path: string,
  { kind }: Pick<BuildInput, 'kind'>,
  named: string | undefined,
  found: (source: SourceFile) => void,
): Promise<Result<PrintDress>> {
  const folder = kind === 'folder' ? (basename(path) === 'volume.yaml' ? dirname(path) : path) : undefined;
  const beside = folder === undefined ? undefined : join(folder, PRINT_STYLE);
  const file = named ?? (beside !== undefined && existsSync(beside) ? beside : undefined);
  const shipped = Object.entries(houseStyles).find(([name]) => name === (file ?? 'chancery'))?.[1];
  if (file === undefined || (shipped !== undefined && !existsSync(file)))
    return { value: plainDress(shipped ?? houseStyles.chancery), diagnostics: [] };
  if (!existsSync(file))
    return { diagnostics: [diagnostic('PR047', { name: file, names: Object.keys(houseStyles).join(', ') })] };
  let bytes: Uint8Array;
  try {
    bytes = readRegularFile(file);
  } catch (error) {
    return { diagnostics: [unreadable(file, error as NodeJS.ErrnoException)] };
  }
  const source = readTextBytes(file, bytes);
  if (source.value === undefined) return { diagnostics: source.diagnostics };
  found(source.value);
  const { readPrintStyle } = await import('../volume/print-style.js');
  const said = readPrintStyle(source.value);
  if (said.value === undefined) return { diagnostics: [...source.diagnostics, ...said.diagnostics] };
  const dress = await dressOf(said.value, file, bytes);
  return { ...dress, diagnostics: [...source.diagnostics, ...said.diagnostics, ...dress.diagnostics] };
}

function plainDress(style: HouseStyle): PrintDress {
  return { style, fonts: () => fontsOf(style), files: new Map(), read: [] };
}

async function fontsOf({ face }: HouseStyle): Promise<FontFiles> {
  const { bundledFonts } = await import('../press/font-files.js');
  return bundledFonts(face);
}

async function dressOf(
  { style, faceFiles, sizeAt }: ReadPrintStyle,
  file: string,
  bytes: Uint8Array,
): Promise<Result<PrintDress>> {
  const diagnostics: Diagnostic[] = [];
  const { trimNames, trimOf } = await import('../press/trim.js');
  const { depthOf, formIn, measureOf } = await import('../press/typography.js');
  const trim = trimOf(style.page.size);
  if (trim === undefined)
    diagnostics.push(diagnostic('PR050', { size: style.page.size, names: trimNames.slice(2).join(', ') }, sizeAt));
  else {
    const form = formIn(trim, style);
    if (measureOf(form) < LEAST_MEASURE || form.lines < LEAST_LINES) {
      const facts = { width: Math.round(measureOf(form)), height: Math.round(depthOf(form)) };
      diagnostics.push(diagnostic('PR051', facts, sizeAt));
    }
  }
  const files = new Map([[basename(file), bytes]]);
  const read = [file];
  const family = faceFiles && (await familyOf(faceFiles, dirname(file), { files, read, diagnostics }));
  if (hasErrors(diagnostics)) return { diagnostics };
  const fonts = async (): Promise<FontFiles> => {
    const bundled = await fontsOf(style);
    return family === undefined ? bundled : { ...bundled, text: family };
  };
  return { value: { style, fonts, files, read }, diagnostics };
}

async function familyOf(
  cuts: NonNullable<ReadPrintStyle['faceFiles']>,
  folder: string,
  out: { files: Map<string, Uint8Array>; read: string[]; diagnostics: Diagnostic[] },
): Promise<FontFiles['text']> {
  const { faultOfFont, lacksOf } = await import('../press/font-rights.js');
  const pathOf = (cut: string): string => {
    const said = cuts[cut];
    if (said === undefined) return '';
    const { file, place } = said;
    const inside = fileInside(folder, file);
    if (inside === undefined) {
      out.diagnostics.push(diagnostic('PR048', { file }, place));
      return '';
    }
    const fault = faultOfFont(inside.bytes);
    if (fault !== undefined) out.diagnostics.push(diagnostic('PR049', { file, ...fault }, place));
    else {
      const characters = lacksOf(inside.bytes);
      if (characters !== '') out.diagnostics.push(diagnostic('PR052', { file, characters }, place));
    }
    out.files.set(file, inside.bytes);
    out.read.push(inside.path);
    return inside.path;
  };
  return {
    regular: pathOf('regular'),
    italic: pathOf('italic'),
    bold: pathOf('bold'),
    boldItalic: pathOf('bold-italic'),
  };
}
