/** The kinds of pictures that editions show, by their media types. */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml';

/** A picture that stands beside the TEI. */
export interface Picture {
  readonly type: PictureType;
  readonly bytes: Uint8Array;
  /** In pixels, where the file says it. */
  readonly width?: number;
  readonly height?: number;
  /** Its path from the folder of the TEI, with forward slashes. */
  readonly source: string;
  /** Its path in an edition, below the folder for pictures: letters that every file system and address has. */
  readonly path: string;
}

/** The pictures of a volume, by their addresses in the TEI (`graphic/@url`). */
export type Pictures = ReadonlyMap<string, Picture>;

export const noPictures: Pictures = new Map();
