/** What the editions of an input depend on besides the input itself. */
import { dirname, join } from 'node:path';
import { isTemplate } from '../model/page-images.js';
import type { Pivot } from '../model/pivot.js';
import { picturesNamed } from '../transform/pictures.js';
import type { BuildInput } from './input.js';
import { editionSettingsOf } from './pictured-volume.js';
import { placesOfPicture } from './pictures.js';

/**
 * The files that a build has read, and the places where it has looked for one and found none: whoever keeps its editions has to make them anew when any of
 * these comes, changes or goes. A folder stands for all that is in it.
 *
 * @param path what is built
 */
export function lookedAt(path: string, input: BuildInput, pivot: Pivot): readonly string[] {
  const folder = input.kind === 'tei' || /\.ya?ml$/i.test(path) ? dirname(path) : path;
  const { images } = editionSettingsOf(input);
  const beside = [
    'volume.yaml',
    ...[...picturesNamed(pivot)].flatMap(placesOfPicture),
    ...(images === undefined || isTemplate(images) ? [] : [images.from]),
  ];
  return [...new Set([...input.read, ...beside.map((name) => join(folder, name))])].sort();
}
