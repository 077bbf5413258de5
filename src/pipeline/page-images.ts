/** The pictures of the pages of a volume's source: those of a folder read and made fit for a web site, those of the web named. */
import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { type ImageLibrary, imageLibrary } from '../formats/image-library.js';
import { pictureFacts } from '../formats/picture.js';
import {
  addressOfImage,
  facsimileUrl,
  isTemplate,
  noPagePictures,
  originOf,
  type PageImages,
  type PagePicture,
  type PagePictures,
  stemOf,
} from '../model/page-images.js';
import type { Picture, Pictures, PictureType } from '../model/picture.js';
import type { Pivot } from '../model/pivot.js';
import { facsimilesNamed, withFacsimiles } from '../transform/facsimiles.js';
import { firstFile, pathFor } from './pictures.js';

/** The volume with the pictures of its pages. */
export interface Pictured {
  readonly pivot: Pivot;
  /** All that stand in the text: figures, and documents that are there as pictures. */
  readonly pictures: Pictures;
  readonly pages: PagePictures;
}

/** The folder of the site for pictures of pages. */
const FOLDER = 'images';
/** The widths of the two sizes, in pixels: for a column beside the words, and for reading the print. */
const WIDTHS = [800, 1600] as const;
/** The most that one file of the folder may have, and all that go into the site, in bytes. */
const MOST = 256_000_000;
const MOST_TOGETHER = 1_500_000_000;

/** The endings of files that every browser shows, and of those that the library can make into such. */
const SHOWN = ['webp', 'png', 'jpg', 'jpeg', 'gif'].flatMap((ending) => [ending, ending.toUpperCase()]);
const CONVERTED = ['tif', 'tiff', 'jp2'].flatMap((ending) => [ending, ending.toUpperCase()]);

/**
 * Finds the pictures of the pages.
 *
 * @param folder that of the TEI file or of the manifest
 * @param images what the manifest says
 * @param wanted whether a web site is made, for which alone pictures of pages are made; documents that are pictures are in every edition
 * @returns warnings for pictures that are not there or cannot be shown, each kind with its count and the first
 */
export async function picturedPages(
  folder: string,
  images: PageImages,
  { pivot, pictures }: Omit<Pictured, 'pages'>,
  file: string,
  wanted: boolean,
): Promise<Result<Pictured>> {
  const names = facsimilesNamed(pivot);
  if (names.pages.length + names.documents.length === 0)
    return { value: { pivot, pictures, pages: noPagePictures }, diagnostics: [diagnostic('WP001', {}, { file })] };
  if (isTemplate(images)) return remote(images, { pivot, pictures }, [...names.pages, ...names.documents], file);
  const taken = [...pictures.values()].map(({ path }) => stemOf(path).toLowerCase());
  const reading = new FolderReading(folder, images.from, await imageLibrary(), taken);
  const inText = new Map(pictures);
  for (const path of names.documents) {
    const picture = await reading.picture(path);
    if (picture !== undefined) inText.set(facsimileUrl(path), picture);
  }
  const pages = new Map<string, PagePicture>();
  if (wanted)
    for (const facs of names.pages) {
      const picture = await reading.page(facs);
      if (picture !== undefined) pages.set(facs, picture);
    }
  return {
    value: {
      pivot: withFacsimiles(pivot, inText),
      pictures: inText,
      pages: { of: (facs) => pages.get(facs), files: reading.files },
    },
    diagnostics: reading.findings(file),
  };
}

function remote(
  images: PageImages,
  volume: Omit<Pictured, 'pages'>,
  names: readonly string[],
  file: string,
): Result<Pictured> {
  const { width, height } = images;
  const size = width === undefined || height === undefined ? {} : { width, height };
  const found = new Map<string, PagePicture>();
  const unfit: string[] = [];
  for (const name of names) {
    const src = addressOfImage(images, volume.pivot.volume, name);
    if (src === undefined) unfit.push(name);
    else found.set(name, { src, type: typeOf(src), ...size });
  }
  const origin = originOf(images);
  const [first = ''] = unfit;
  return {
    value: {
      ...volume,
      pages: { of: (facs) => found.get(facs), files: new Map(), ...(origin === undefined ? {} : { origin }) },
    },
    diagnostics: unfit.length === 0 ? [] : [diagnostic('WP002', { count: unfit.length, first }, { file })],
  };
}

function typeOf(address: string): string {
  const ending = /\.([a-z0-9]+)$/i.exec(address)?.[1]?.toLowerCase() ?? '';
  const type = ending === 'jpg' ? 'jpeg' : ending;
  return ['png', 'jpeg', 'gif', 'webp', 'avif'].includes(type) ? `image/${type}` : 'image/jpeg';
}

/** What can keep a picture out, each kind told once. */
type Fault = 'WP003' | 'WP004' | 'WP005' | 'WP006' | 'WP007';

/** A file of the folder. */
interface FoundFile {
  readonly bytes: Uint8Array;
  readonly source: string;
}

/** Reads the pictures of a folder, one after the other, so that no more than one is held as it was. */
class FolderReading {
  readonly files = new Map<string, Uint8Array>();
  readonly #folder: string;
  readonly #from: string;
  readonly #library: ImageLibrary | undefined;
  readonly #taken = new Set<string>();
  readonly #faults = new Map<Fault, string[]>();
  #together = 0;
  #copied = 0;

  constructor(folder: string, from: string, library: ImageLibrary | undefined, taken: readonly string[]) {
    for (const path of taken) this.#taken.add(path);
    this.#folder = folder;
    this.#from = from;
    this.#library = library;
  }

  /** A page as the web site shows it: as WebP in two sizes, or as it is where no library makes them. */
  async page(facs: string): Promise<PagePicture | undefined> {
    const file = await this.#file(facs);
    if (file === undefined) return undefined;
    const stem = pathFor(stemOf(facs), this.#taken);
    const library = this.#library;
    if (library === undefined) return this.#asItIs(file, stem);
    try {
      const made = [];
      for (const width of WIDTHS) made.push(await library.make(file.bytes, 'webp', width));
      const [small, large] = made;
      if (small === undefined || large === undefined) return undefined;
      const src = this.#store(`${FOLDER}/${stem}.webp`, large.bytes);
      if (src === undefined) return undefined;
      const { width, height } = large;
      if (small.width >= width) return { src, type: 'image/webp', width, height };
      const smaller = this.#store(`${FOLDER}/${stem}-${small.width}.webp`, small.bytes);
      return {
        src,
        type: 'image/webp',
        width,
        height,
        ...(smaller === undefined ? {} : { smaller: [{ src: smaller, width: small.width }] }),
      };
    } catch {
      return this.#fault('WP004', file.source);
    }
  }

  /** A document's page for every edition: as JPEG, which the PDF prints too, or as it is. */
  async picture(path: string): Promise<Picture | undefined> {
    const file = await this.#file(path);
    if (file === undefined) return undefined;
    const stem = pathFor(`facsimiles/${stemOf(path)}`, this.#taken);
    if (this.#library === undefined) {
      const facts = pictureFacts(file.bytes);
      if (facts === undefined) return this.#fault('WP004', file.source);
      if (!this.#count(file.bytes.length)) return this.#fault('WP006', file.source);
      this.#copied++;
      return { ...facts, bytes: file.bytes, source: file.source, path: `${stem}.${endingOf(facts.type)}` };
    }
    try {
      const { bytes, width, height } = await this.#library.make(file.bytes, 'jpeg', WIDTHS[1]);
      if (!this.#count(bytes.length)) return this.#fault('WP006', file.source);
      return {
        type: 'image/jpeg',
        bytes,
        width,
        height,
        source: `${posix.join(this.#from, stem)}.jpg`,
        path: `${stem}.jpg`,
      };
    } catch {
      return this.#fault('WP004', file.source);
    }
  }

  /** What is to be said, the first of each kind named. */
  findings(file: string): readonly Diagnostic[] {
    const faults = [...this.#faults].map(([code, [first = '', ...more]]) =>
      diagnostic(code, { folder: this.#from, count: more.length + 1, first }, { file }),
    );
    const copied = this.#copied === 0 ? [] : [diagnostic('WP008', { count: this.#copied }, { file })];
    return [...faults.sort((a, b) => (a.code < b.code ? -1 : 1)), ...copied];
  }

  async #file(name: string): Promise<FoundFile | undefined> {
    const stem = stemOf(name);
    const isPath = stem.split('/').every((step) => step !== '' && !/^\.+$/.test(step)) && !/[\\\0:#]/.test(stem);
    if (!isPath) return this.#fault('WP007', name);
    const endings = this.#library === undefined ? SHOWN : [...SHOWN, ...CONVERTED];
    const path = posix.join(this.#from, stem);
    const file = await firstFile(
      this.#folder,
      endings.map((ending) => `${path}.${ending}`),
    );
    if (file === undefined) {
      const raw = await firstFile(
        this.#folder,
        CONVERTED.map((ending) => `${path}.${ending}`),
      );
      return raw === undefined ? this.#fault('WP003', path) : this.#fault('WP005', raw.source);
    }
    if (file.isOutside) return this.#fault('WP007', path);
    if (file.size > MOST) return this.#fault('WP006', file.source);
    const bytes = await readFile(file.path).catch(() => undefined);
    return bytes === undefined ? this.#fault('WP003', path) : { bytes, source: file.source };
  }

  #asItIs({ bytes, source }: FoundFile, stem: string): PagePicture | undefined {
    const facts = pictureFacts(bytes);
    if (facts === undefined || facts.type === 'image/svg+xml') return this.#fault('WP004', source);
    const src = this.#store(`${FOLDER}/${stem}.${endingOf(facts.type)}`, bytes);
    this.#copied++;
    const { type, width, height } = facts;
    return src === undefined
      ? undefined
      : { src, type, ...(width === undefined || height === undefined ? {} : { width, height }) };
  }

  #store(path: string, bytes: Uint8Array): string | undefined {
    if (!this.#count(bytes.length)) return this.#fault('WP006', path);
    this.files.set(path, bytes);
    return path;
  }

  #count(bytes: number): boolean {
    if (this.#together + bytes > MOST_TOGETHER) return false;
    this.#together += bytes;
    return true;
  }

  #fault(code: Fault, path: string): undefined {
    this.#faults.set(code, [...(this.#faults.get(code) ?? []), path]);
  }
}

function endingOf(type: PictureType): string {
  return type.replace(/^image\/|\+xml$/g, '').replace('jpeg', 'jpg');
}
