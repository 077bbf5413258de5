import type { Result } from '../diagnostics/diagnostic.js';
import type { FileSet } from '../model/file-set.js';
import type { Pivot } from '../model/pivot.js';
import type { TeiVolume } from './volume.js';

/** An edition that is made of the pivot. */
export interface Edition {
  /** What is being done, for the person who waits. */
  readonly words: string;
  make(volume: TeiVolume, pivot: Pivot, progress: (words: string) => void): Promise<Result<FileSet>>;
}

export type EditionName = 'epub';

/** The table of editions. Each loads what it needs when it is made. */
export const editions: Readonly<Record<EditionName, Edition>> = {
  epub: {
    words: 'Making the EPUB',
    async make(volume, pivot) {
      const { epub } = await import('../transform/epub.js');
      const { openFace, packagedFont } = await import('../formats/font.js');
      const face = (style: string) => openFace(packagedFont(`@expo-google-fonts/eb-garamond/${style}.ttf`));
      const faces = {
        regular: face('400Regular/EBGaramond_400Regular'),
        italic: face('400Regular_Italic/EBGaramond_400Regular_Italic'),
      };
      const { value, diagnostics } = epub(pivot, { modified: modifiedOf(pivot), faces });
      return value === undefined
        ? { diagnostics }
        : { value: new Map([[`${volume.id}.epub`, value.bytes]]), diagnostics };
    },
  },
};

/** The time that the EPUB's files bear: the volume's date of publication, since the same input makes the same bytes. */
function modifiedOf(pivot: Pivot): string {
  const date = /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(pivot.metadata.get('date')?.[0] ?? '')?.[0] ?? '1970';
  return `${date}${'-01-01'.slice(date.length - 4)}T00:00:00Z`;
}
