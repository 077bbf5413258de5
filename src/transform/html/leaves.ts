import type { PagePicture, PagePictures } from '../../model/page-images.js';
import type { FreeNames } from '../free-names.js';
import type { PagedVolume } from '../pages.js';
import { type PrintedPage, printedPages } from '../printed-pages.js';

/** The pages of the source as the site has them. */
export class Leaves {
  readonly all: readonly PrintedPage[];
  readonly pictures: PagePictures;
  /** The name of the page that lists them. */
  readonly listName: string;
  readonly #names: ReadonlyMap<string, string>;

  /** @param names those of the site's files, from which these take theirs */
  constructor(volume: PagedVolume, pictures: PagePictures, names: FreeNames) {
    this.all = printedPages(volume, names);
    this.pictures = pictures;
    this.#names = new Map(this.all.map(({ id, name }) => [id, name]));
    this.listName = names.take('pages');
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
