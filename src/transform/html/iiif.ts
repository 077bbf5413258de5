import { directionOfLanguage } from '../../model/direction.js';
import { grouped } from '../../model/list.js';
import type { Pivot, PivotElement } from '../../model/pivot.js';
import type { Page, PagedVolume } from '../pages.js';
import { isElement } from '../tree.js';
import type { Leaves } from './leaves.js';

/** Where the manifest is in the site. */
export const iiifPath = 'iiif/manifest.json';

/** The canvas of a picture whose size is not known: the shape of a printed page. */
const UNKNOWN = { width: 1000, height: 1500 };

/** A picture that is a canvas. */
interface Canvas {
  readonly name: string;
  readonly title: string;
  /** The address of the picture. */
  readonly src: string;
  readonly type: string;
  readonly size: { readonly width: number; readonly height: number } | undefined;
  readonly thumbnail: { readonly src: string; readonly width: number } | undefined;
}

/**
 * The IIIF manifest of a volume (IIIF Presentation API 3.0): a canvas for each picture of a page of the source, and a range for each section with the canvases on
 * which it has words.
 *
 * @param base the address of the home page, below which all files of the edition are; it ends with a solidus
 * @returns undefined where there are no pictures
 */
export function iiifManifest(pivot: Pivot, volume: PagedVolume, leaves: Leaves, base: string): string | undefined {
  const at = (path: string): string => new URL(path, base).href;
  const canvases: Canvas[] = [];
  const onPage = new Map<Page, string[]>();
  const place = (page: Page, name: string): void => {
    onPage.set(page, [...(onPage.get(page) ?? []), name]);
  };
  const ofLeaves = grouped(leaves.all, ({ home }) => home);
  for (const page of volume.pages) {
    for (const leaf of ofLeaves.get(page) ?? []) {
      const picture = leaves.pictureOf(leaf);
      if (picture === undefined) continue;
      const { src, type, width, height, smaller } = picture;
      const size = width === undefined || height === undefined ? undefined : { width, height };
      canvases.push({ name: leaf.name, title: leaf.title, src: at(src), type, size, thumbnail: smaller?.[0] });
      for (const section of leaf.sections) place(section, leaf.name);
    }
    for (const [i, image] of facsimilesIn(page.content).entries()) {
      const { src = '', alt = '', width, height } = image.attributes;
      const size =
        width === undefined || height === undefined ? undefined : { width: Number(width), height: Number(height) };
      const name = `${page.name}-${i + 1}`;
      const title = alt.replace(/,.*/, '');
      canvases.push({ name, title, src: at(src), type: typeOf(src), size, thumbnail: undefined });
      place(page, name);
    }
  }
  if (canvases.length === 0) return undefined;
  const id = (kind: string, name: string): string => at(`iiif/${kind}/${encodeURIComponent(name)}`);
  const words = (text: string): object => ({ [pivot.language]: [text] });
  const manifest = {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id: at(iiifPath),
    type: 'Manifest',
    label: words(pivot.title),
    metadata: metadataOf(pivot),
    ...rightsOf(pivot),
    ...(directionOfLanguage(pivot.language) === 'rtl' ? { viewingDirection: 'right-to-left' } : {}),
    homepage: [{ id: base, type: 'Text', label: words(pivot.title), format: 'text/html', language: [pivot.language] }],
    items: canvases.map((canvas) => canvasOf(canvas, id, words, at)),
    structures: rangesOf(volume.top, onPage, id, words),
  };
  return `${JSON.stringify(manifest, undefined, 1)}\n`;
}

type Named = (kind: string, name: string) => string;
type Words = (text: string) => object;

function canvasOf(
  { name, title, src, type, size, thumbnail }: Canvas,
  id: Named,
  words: Words,
  at: (path: string) => string,
): object {
  const canvas = id('canvas', name);
  return {
    id: canvas,
    type: 'Canvas',
    label: words(title),
    ...(size ?? UNKNOWN),
    ...(thumbnail === undefined
      ? {}
      : { thumbnail: [{ id: at(thumbnail.src), type: 'Image', format: type, width: thumbnail.width }] }),
    items: [
      {
        id: id('page', name),
        type: 'AnnotationPage',
        items: [
          {
            id: id('annotation', name),
            type: 'Annotation',
            motivation: 'painting',
            body: { id: src, type: 'Image', format: type, ...size },
            target: canvas,
          },
        ],
      },
    ],
  };
}

/** The sections as ranges, those below them inside; one without a canvas is left out. */
function rangesOf(
  pages: readonly Page[],
  onPage: ReadonlyMap<Page, readonly string[]>,
  id: Named,
  words: Words,
): object[] {
  return pages.flatMap((page) => {
    const own = (onPage.get(page) ?? []).map((name) => ({ id: id('canvas', name), type: 'Canvas' }));
    const items = [...own, ...rangesOf(page.children, onPage, id, words)];
    return items.length === 0 ? [] : [{ id: id('range', page.name), type: 'Range', label: words(page.title), items }];
  });
}

/** Who made the volume, and when. */
function metadataOf({ metadata }: Pivot): object[] {
  const rows: readonly (readonly [label: string, names: readonly string[]])[] = [
    ['Series', ['title-series']],
    ['Editor', ['editor-primary']],
    ['General editor', ['editor-general']],
    ['Publisher', ['publisher']],
    ['Date', ['date']],
  ];
  return rows.flatMap(([label, names]) => {
    const values = names.flatMap((name) => metadata.get(name) ?? []).filter((value) => value !== '');
    return values.length === 0 ? [] : [{ label: { en: [label] }, value: { none: values } }];
  });
}

/** Licences of Creative Commons and statements of RightsStatements.org are addresses (3.1, rights); others are shown in words. */
function rightsOf({ metadata }: Pivot): object {
  const url = metadata.get('licence-url')?.[0] ?? '';
  const text = metadata.get('licence')?.[0] ?? metadata.get('rights')?.[0] ?? '';
  const known = /^https?:\/\/(creativecommons\.org|rightsstatements\.org)\/(.*)$/.exec(url);
  return {
    ...(known === null ? {} : { rights: `http://${known[1]}/${known[2]}` }),
    ...(text === '' ? {} : { requiredStatement: { label: { en: ['Licence'] }, value: { none: [text] } } }),
  };
}

/** The pictures of a document that is there as pictures, in order. */
function facsimilesIn(element: PivotElement, found: PivotElement[] = []): readonly PivotElement[] {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    const image = child.attributes['class'] === 'file' ? imageIn(child) : undefined;
    if (image !== undefined) found.push(image);
    else facsimilesIn(child, found);
  }
  return found;
}

function imageIn(element: PivotElement): PivotElement | undefined {
  if (element.name === 'img') return element;
  for (const child of element.children) {
    const image = isElement(child) ? imageIn(child) : undefined;
    if (image !== undefined) return image;
  }
  return undefined;
}

function typeOf(src: string): string {
  const ending = /\.([a-z]+)$/i.exec(src)?.[1]?.toLowerCase() ?? 'jpg';
  return `image/${ending === 'jpg' ? 'jpeg' : ending}`;
}
