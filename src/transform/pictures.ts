import type { Pictures } from '../model/picture.js';
import type { Pivot, PivotElement, PivotNode } from '../model/pivot.js';
import { isElement, withChildren } from './tree.js';

/** The addresses of the pictures that a volume names, each once, in order. */
export function picturesNamed({ body }: Pivot): readonly string[] {
  const urls = new Set<string>();
  const visit = (element: PivotElement): void => {
    const url = element.attributes['class'] === 'graphic' ? element.attributes['data-url'] : undefined;
    if (url !== undefined && url !== '') urls.add(url);
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  visit(body);
  return [...urls];
}

/** The pivot with the pictures that there are in their places, as `img`; `folder` leads from a page to the folder for pictures. */
export function illustrated(pivot: Pivot, pictures: Pictures, folder: string): Pivot {
  if (pictures.size === 0) return pivot;
  const shown = (node: PivotNode): PivotNode => {
    if (!isElement(node)) return node;
    const { class: kind, 'data-url': url = '' } = node.attributes;
    const picture = kind === 'graphic' ? pictures.get(url) : undefined;
    if (picture === undefined) return withChildren(node, shown);
    const { id, 'aria-label': alt = '', 'data-described': described } = node.attributes;
    const { width, height, path } = picture;
    const attributes: Record<string, string> = {
      class: 'graphic',
      src: `${folder}${path}`,
      alt,
      ...(width === undefined || height === undefined ? {} : { width: String(width), height: String(height) }),
      ...(id === undefined ? {} : { id }),
      ...(described === undefined ? {} : { 'data-described': described }),
    };
    return { name: 'img', attributes, children: [] };
  };
  return { ...pivot, body: withChildren(pivot.body, shown) };
}
