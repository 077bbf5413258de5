/** A volume with all that it shows: figures, and the pictures of the pages of its source. */
import { dirname } from 'node:path';
import type { Result } from '../diagnostics/diagnostic.js';
import type { EditionSettings } from '../model/manifest.js';
import { noPagePictures } from '../model/page-images.js';
import type { Pivot } from '../model/pivot.js';
import type { SourceFile } from '../model/source-file.js';
import { picturesNamed } from '../transform/pictures.js';
import type { BuildInput } from './input.js';
import type { Pictured } from './page-images.js';
import { readPictures } from './pictures.js';

/** What the manifest says of how the editions of an input are made. */
export function editionSettingsOf(input: BuildInput): EditionSettings {
  return (input.kind === 'tei' ? input.edition : input.volume.manifest.edition) ?? {};
}

/**
 * The pictures of what is built, which stand beside the TEI file or the manifest at `path`.
 *
 * @param isSite whether a web site is made, which alone shows pictures of pages
 */
export async function picturedVolume(
  path: string,
  input: BuildInput,
  source: SourceFile,
  pivot: Pivot,
  isSite: boolean,
): Promise<Result<Pictured>> {
  const folder = input.kind === 'tei' || /\.ya?ml$/i.test(path) ? dirname(path) : path;
  const { value: pictures, diagnostics } = await readPictures(folder, picturesNamed(pivot), source);
  if (pictures === undefined) return { diagnostics };
  const { images } = editionSettingsOf(input);
  if (images === undefined) return { value: { pivot, pictures, pages: noPagePictures }, diagnostics };
  const { picturedPages } = await import('./page-images.js');
  const pages = await picturedPages(folder, images, { pivot, pictures }, source.path, isSite);
  return { ...pages, diagnostics: [...diagnostics, ...pages.diagnostics] };
}
