import { foldedPath } from '../../model/file-name.js';
import type { PagePicture, PagePictures } from '../../model/page-images.js';
import type { PagedVolume } from '../pages.js';
import { nameFor, type PrintedPage, printedPages } from '../printed-pages.js';

/** The pages of the source as the site has them. */
export class Leaves {
  readonly all: readonly PrintedPage[];
  readonly pictures: PagePictures;
  /** The name of the page that lists them. */
  readonly listName: string;
  readonly #names: ReadonlyMap<string, string>;

  constructor(volume: PagedVolume, pictures: PagePictures) {
    this.all = printedPages(volume);
    this.pictures = pictures;
    this.#names = new Map(this.all.map(({ id, name }) => [id, name]));
    const taken = new Set([...volume.pages, ...this.all].map(({ name }) => foldedPath(name)));
    this.listName = nameFor('pages', taken);
  }

  /** The name of the page that shows the page of the source whose break has this id. */
  readonly nameOf = (id: string): string | undefined => this.#names.get(id);

  /** The picture of a page of the source. */
  pictureOf({ facs }: PrintedPage): PagePicture | undefined {
    return facs === undefined ? undefined : this.pictures.of(facs);
  }

  /** Whether any of them has a picture: then its words stand beside it. */
  get hasPictures(): boolean {
    return this.all.some((leaf) => this.pictureOf(leaf) !== undefined);
  }
}
