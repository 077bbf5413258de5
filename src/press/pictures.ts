import type { Figure } from '../model/page-content.js';
import type { LayoutNode } from './galley.js';

/** The picture of a figure, no larger than `fit` (width and height in points). */
export function pictureOf(figure: Figure, image: Uint8Array, fit: readonly [number, number]): LayoutNode {
  const type = isPng(image) ? 'png' : 'jpeg';
  return { image: `data:image/${type};base64,${Buffer.from(image).toString('base64')}`, figure, fit };
}

function isPng(bytes: Uint8Array): boolean {
  return bytes[0] === 0x89 && bytes[1] === 0x50;
}
