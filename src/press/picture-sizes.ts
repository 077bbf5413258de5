import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { pictureFacts } from '../formats/picture.js';
import type { Figure } from '../model/page-content.js';
import type { PressOptions } from './options.js';

const INCH = 72;

/** How finely pictures are printed. */
export class PictureSizes {
  readonly #drawn: { readonly figure: Figure; readonly width: number; readonly page: string }[] = [];

  /** A picture that is printed so many points wide, on a page. */
  add(figure: Figure, width: number, page: string): void {
    this.#drawn.push({ figure, width, page });
  }

  /** PR054 for each picture with fewer pixels to the inch than is asked for; none where nobody asks. */
  findings({ resolution: asked, file }: PressOptions): Diagnostic[] {
    if (asked === undefined) return [];
    return this.#drawn.flatMap(({ figure: { image, name = '' }, width, page }) => {
      const pixels = image === undefined ? undefined : pictureFacts(image)?.width;
      if (pixels === undefined) return [];
      const fineness = Math.round((pixels * INCH) / width);
      if (fineness >= asked) return [];
      return [diagnostic('PR054', { picture: name, page, pixels: fineness, asked }, { file })];
    });
  }
}
