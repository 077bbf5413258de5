/** The input of a build, with what its editions are dressed in: the theme of the web site, the house style of the printed book. */
import type { Result } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../model/source-file.js';
import { type Look, PLAIN_LOOK } from '../model/theme.js';
import { type BuildInput, readBuildInput } from './input.js';
import { readLook } from './look.js';
import { type PrintDress, readPrintDress } from './print-style.js';

export interface Dressed {
  readonly input: BuildInput;
  readonly look: Look;
  /** Undefined where no PDF is made. */
  readonly dress: PrintDress | undefined;
}

/** What is asked for: a theme and a house style of the call, and for which editions. */
export interface DressRequest {
  readonly input: string;
  readonly theme?: string;
  readonly printStyle?: string;
  readonly isWanted: (edition: 'html' | 'pdf') => boolean;
}

export async function readDressed(request: DressRequest, sources: Map<string, SourceFile>): Promise<Result<Dressed>> {
  const { value: input, diagnostics } = await readBuildInput(request.input);
  if (input === undefined) return { diagnostics };
  const found = (source: SourceFile): void => void sources.set(source.path, source);
  const look = request.isWanted('html') ? await readLook(request.input, input, request.theme, found) : undefined;
  const dress = request.isWanted('pdf')
    ? await readPrintDress(request.input, input, request.printStyle, found)
    : undefined;
  const all = [...diagnostics, ...(look?.diagnostics ?? []), ...(dress?.diagnostics ?? [])];
  if ((look !== undefined && look.value === undefined) || (dress !== undefined && dress.value === undefined))
    return { diagnostics: all };
  const given = [look?.value, dress?.value].filter((part) => part !== undefined);
  const files = new Map([...input.files, ...given.flatMap((part) => [...part.files])]);
  const read = [...input.read, ...given.flatMap((part) => part.read)];
  const value = { input: { ...input, files, read }, look: look?.value?.look ?? PLAIN_LOOK, dress: dress?.value };
  return { value, diagnostics: all };
}
