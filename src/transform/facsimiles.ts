import { facsimileUrl, type PagePictures } from '../model/page-images.js';
import type { Pictures } from '../model/picture.js';
import type { Pivot, PivotElement, PivotNode } from '../model/pivot.js';
import { isElement, withChildren } from './tree.js';

/** The names of a volume's facsimiles, each once, in order. */
export interface FacsimileNames {
  /** Of the pages of the source, whose words the volume has (`pb/@facs`). */
  readonly pages: readonly string[];
  /** Of documents that are there as pictures alone (`frus:file/@path`). */
  readonly documents: readonly string[];
}

export function facsimilesNamed({ body }: Pivot): FacsimileNames {
  const pages = new Set<string>();
  const documents = new Set<string>();
  const visit = ({ attributes, children }: PivotElement): void => {
    const { class: kind } = attributes;
    if (kind === 'pb' && attributes['data-facs']) pages.add(attributes['data-facs']);
    else if (kind === 'file' && attributes['data-path']) documents.add(attributes['data-path']);
    for (const child of children) if (typeof child !== 'string') visit(child);
  };
  visit(body);
  return { pages: [...pages], documents: [...documents] };
}

/** The volume with the facsimiles that stand beside it in their places, as figures whose pictures every edition has. */
export function withFacsimiles(pivot: Pivot, pictures: Pictures): Pivot {
  return replaced(pivot, (path, alternative) =>
    pictures.has(facsimileUrl(path))
      ? {
          name: 'span',
          attributes: { class: 'graphic', 'data-url': facsimileUrl(path), role: 'img', 'aria-label': alternative },
          children: [],
        }
      : undefined,
  );
}

/** The volume with the facsimiles that are at an address of the web: for the web edition alone, since others hold all that they show. */
export function withRemoteFacsimiles(pivot: Pivot, pictures: PagePictures): Pivot {
  if (pictures.origin === undefined) return pivot;
  return replaced(pivot, (path, alternative) => {
    const picture = pictures.of(path);
    if (picture === undefined) return undefined;
    const { src, width, height } = picture;
    const size: Record<string, string> =
      width === undefined || height === undefined ? {} : { width: String(width), height: String(height) };
    const image = { class: 'graphic facsimile', src, alt: alternative, loading: 'lazy', decoding: 'async', ...size };
    return {
      name: 'a',
      attributes: { class: 'added', href: src },
      children: [{ name: 'img', attributes: image, children: [] }],
    };
  });
}

/** Each facsimile with its picture, in a figure with its name as the caption. */
function replaced(pivot: Pivot, pictureOf: (path: string, alternative: string) => PivotElement | undefined): Pivot {
  let shown = false;
  const inside = (parent: PivotElement): PivotElement => {
    const files = parent.children.filter(isFile);
    const number = parent.attributes['data-n'] ?? '';
    return withChildren(parent, (child) => {
      if (!isElement(child)) return child;
      if (!isFile(child)) return inside(child);
      const place = `Page ${files.indexOf(child) + 1} of ${files.length}${number === '' ? '' : ` of document ${number}`}`;
      const picture = pictureOf(
        child.attributes['data-path'] ?? '',
        `${place}, as a picture: its words are not in the edition`,
      );
      if (picture === undefined) return child;
      shown = true;
      const caption: PivotElement = { name: 'figcaption', attributes: {}, children: child.children };
      return { name: 'figure', attributes: child.attributes, children: [picture, caption] };
    });
  };
  const body = inside(pivot.body);
  return shown ? { ...pivot, body } : pivot;
}

function isFile(node: PivotNode): node is PivotElement {
  return isElement(node) && node.attributes['class'] === 'file' && node.name === 'p';
}
