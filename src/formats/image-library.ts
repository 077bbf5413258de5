/** Pictures made smaller by `sharp`, where the user has installed it: the libraries in it are under the LGPL, so that it does not come with the program. */

/** A picture of another size or form. */
export interface MadePicture {
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Makes pictures of pictures. */
export interface ImageLibrary {
  /**
   * A picture as WebP or JPEG, no wider than `width`; turned as its file says.
   * @throws where the bytes are of no picture that the library reads
   */
  make(bytes: Uint8Array, type: 'webp' | 'jpeg', width: number): Promise<MadePicture>;
}

/** What is used of sharp. */
interface Sharp {
  rotate(): Sharp;
  flatten(options: { readonly background: string }): Sharp;
  resize(options: { readonly width: number; readonly withoutEnlargement: boolean }): Sharp;
  webp(options: { readonly quality: number }): Sharp;
  jpeg(options: { readonly quality: number; readonly mozjpeg: boolean }): Sharp;
  toBuffer(options: { readonly resolveWithObject: true }): Promise<{
    readonly data: Uint8Array;
    readonly info: { readonly width: number; readonly height: number };
  }>;
}

/** Of pages of print, letters stay sharp with these. */
const QUALITY = 72;

/** The library, where it is installed. */
export async function imageLibrary(): Promise<ImageLibrary | undefined> {
  // A name that is no literal: the compiler would look for what need not be there.
  const name: string = 'sharp';
  let open: (bytes: Uint8Array, options: object) => Sharp;
  try {
    const library = (await import(name)) as { readonly default: typeof open };
    open = library.default;
  } catch {
    return undefined;
  }
  return {
    async make(bytes, type, width) {
      const picture = open(bytes, { failOn: 'error', limitInputPixels: 400_000_000 })
        .rotate()
        .flatten({ background: '#fff' })
        .resize({ width, withoutEnlargement: true });
      const made =
        type === 'webp' ? picture.webp({ quality: QUALITY }) : picture.jpeg({ quality: QUALITY, mozjpeg: true });
      const { data, info } = await made.toBuffer({ resolveWithObject: true });
      return { bytes: data, width: info.width, height: info.height };
    },
  };
}
