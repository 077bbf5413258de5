/** Where the pictures of the source's pages are, as the manifest says it. */
export interface PageImages {
  /**
   * A folder below that of the manifest (`pages`), or the template of an address (`https://example.org/{volume}/{facs}.png`): `{volume}` is the volume's id,
   * `{facs}` what the TEI says of the page (`pb/@facs`, or the path of a facsimile).
   */
  readonly from: string;
  /** The size of the pictures behind addresses, in pixels; they are not loaded while an edition is made. */
  readonly width?: number;
  readonly height?: number;
}

/** Whether the pictures are at an address of the web. */
export function isTemplate({ from }: PageImages): boolean {
  return from.startsWith('https://');
}

/** The one origin that a template leads to (`https://example.org`); undefined for a folder. */
export function originOf(images: PageImages): string | undefined {
  return isTemplate(images) ? new URL(filled(images.from, 'v', 'f')).origin : undefined;
}

/**
 * What is wrong with a template or a folder, in words; undefined where it is one. The host of a template is fixed, so that the pages' policy can name it
 * (Content Security Policy Level 3, §2.3.1), and the address has no query or name of a user.
 */
export function faultOfImages(from: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(from)) {
    const steps = from.split('/');
    const isInside = !/^[/~]|[\\\0]/.test(from) && steps.every((step) => step !== '..' && step !== '');
    return isInside ? undefined : 'is a folder below that of the manifest (pages), or an address with {facs} in it';
  }
  if (!/^https:\/\//.test(from)) return 'begins with https://, since pictures are loaded into the pages';
  const [, host = '', rest = ''] = /^https:\/\/([^/]*)(.*)$/.exec(from) ?? [];
  if (!/^[a-z0-9.-]+(?::\d+)?$/i.test(host) || !URL.canParse(`https://${host}/`))
    return 'has the plain name of one host';
  if (!rest.includes('{facs}')) return 'has {facs} in it, where the name of the page’s picture comes';
  const other = /\{(?!facs\}|volume\})[^}]*\}?/.exec(rest)?.[0];
  if (other !== undefined) return `has ${other} in it, but only {volume} and {facs} are known`;
  return /[\s"'<>\\^`|?#]/.test(rest) ? 'has no blanks, quotation marks, “?” or “#”' : undefined;
}

/** The names that a picture's file may have at its end; a template that has an ending of its own takes the names without it. */
const ENDING = /\.(?:png|jpe?g|gif|webp|svg|tiff?|jp2)$/i;

/** What a page's picture is called, without the ending of a file. */
export function stemOf(facs: string): string {
  return facs.replace(ENDING, '');
}

/** The address of a page's picture; undefined where its name cannot be part of one. */
export function addressOfImage({ from }: PageImages, volume: string, facs: string): string | undefined {
  const name = /\{facs\}\.[a-z0-9]+$/i.test(from) ? stemOf(facs) : facs;
  const isPath =
    name !== '' && name.split('/').every((step) => step !== '' && !/^\.+$/.test(step)) && !/^#|[\s:\\]/.test(name);
  return isPath ? filled(from, volume, name) : undefined;
}

function filled(template: string, volume: string, facs: string): string {
  const path = (name: string): string => name.split('/').map(encodeURIComponent).join('/');
  return template.replace(/\{(volume|facs)\}/g, (_, name: string) => path(name === 'volume' ? volume : facs));
}

/** What stands before the name of a facsimile that is the whole of a document, among the addresses of pictures. */
const FACSIMILE = 'facsimile:';

/** The address of such a facsimile among those of a volume's pictures (`facsimile:0003/0001.TIF`). */
export function facsimileUrl(path: string): string {
  return `${FACSIMILE}${path}`;
}

export function isFacsimile(url: string): boolean {
  return url.startsWith(FACSIMILE);
}

/** The picture of a page of the source, as the web edition shows it. */
export interface PagePicture {
  /** From the folder of the pages, or an address of the web. */
  readonly src: string;
  readonly type: string;
  /** In pixels, where they are known. */
  readonly width?: number;
  readonly height?: number;
  /** Smaller ones of the same, with their widths. */
  readonly smaller?: readonly { readonly src: string; readonly width: number }[];
}

/** The pictures of the pages of a volume, by the names that the TEI gives them. */
export interface PagePictures {
  readonly of: (facs: string) => PagePicture | undefined;
  /** Where they are loaded from, where that is not the edition itself (`https://example.org`). */
  readonly origin?: string;
  /** Those of the edition itself, by their paths in it. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export const noPagePictures: PagePictures = { of: () => undefined, files: new Map() };
