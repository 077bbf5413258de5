import type { FileContent, FileSet, Files } from '../model/file-set.js';
import { mediaTypeInPackage } from '../model/media-type.js';
import { digestsOf } from './digest.js';
import { portablePaths } from './portable.js';
import { readme } from './readme.js';

/** The parts of a finished edition, each a folder of the archived object. */
export const editionParts = ['sources', 'tei', 'html', 'epub', 'pdf', 'metadata', 'reports'] as const;

export type EditionPart = (typeof editionParts)[number];

/** Who may do what with an edition: the words of its header, and the address of the licence where it has one. */
export interface Rights {
  readonly text: string;
  readonly target?: string;
}

/** A finished edition: what it is, and its files by part. */
export interface Edition {
  /** The volume's id (`frus1964-68v14`). */
  readonly volume: string;
  readonly title: string;
  readonly rights?: Rights;
  readonly parts: ReadonlyMap<EditionPart, Files>;
}

/** A line of `manifest.json`. */
interface Described {
  readonly path: string;
  /** None of what stands beside the parts. */
  readonly part?: EditionPart;
  /** The path in its part as the editors had it, where not every disk can hold that. */
  readonly original?: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * The files of the archived object: the parts, each in its folder; a `README.md` and `rights.txt` for people; `manifest.json`, which says what every file is;
 * and `checksums.sha256`, which `sha256sum -c` checks. All are made from the edition alone, so that an unchanged edition stays the same to the byte.
 */
export function editionFiles(edition: Edition): Files {
  const files = new Map<string, FileContent>();
  const described: Described[] = [];
  const add = (path: string, content: FileContent, part?: EditionPart, original?: string): void => {
    files.set(path, content);
    const found = digestsOf(content, ['sha256', 'size']);
    const about = { ...(part === undefined ? {} : { part }), ...(original === undefined ? {} : { original }) };
    const own = { bytes: Number(found.get('size')), sha256: found.get('sha256') ?? '' };
    described.push({ path, ...about, mediaType: mediaTypeInPackage(path), ...own });
  };
  for (const [path, content] of filesBesideParts(edition)) add(path, content);
  for (const { path, content, part, original } of partFiles(edition)) add(path, content, part, original);
  described.sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest = { volume: edition.volume, title: edition.title, files: described };
  files.set('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  files.set('checksums.sha256', described.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
  return files;
}

/** What stands beside the parts for people; but for what is made of the digests of all other files. */
export function filesBesideParts(edition: Edition): FileSet {
  return new Map([
    ['README.md', readme(edition)],
    ['rights.txt', rightsText(edition.rights)],
  ]);
}

/** A file of a part, by its path in the archived object. */
interface PartFile {
  readonly path: string;
  readonly content: FileContent;
  readonly part: EditionPart;
  readonly original?: string;
}

/** The files of the parts, each in its folder, by names that every disk can hold. */
export function partFiles(edition: Pick<Edition, 'parts'>): readonly PartFile[] {
  const renamed = renamedSources(edition);
  return [...edition.parts].flatMap(([part, set]) =>
    [...set].map(([name, content]): PartFile => {
      const portable = part === 'sources' ? renamed.get(name) : undefined;
      if (portable === undefined) return { path: `${part}/${name}`, content, part };
      return { path: `${part}/${portable}`, content, part, original: name };
    }),
  );
}

/** The sources whose names not every disk can hold, and the names that they have in an archive. Names of the other parts are this program's own. */
export function renamedSources({ parts }: Pick<Edition, 'parts'>): ReadonlyMap<string, string> {
  return portablePaths([...(parts.get('sources')?.keys() ?? [])]);
}

function rightsText(rights: Rights | undefined): string {
  if (rights === undefined) return 'The header of the TEI edition says nothing about rights.\n';
  return `${rights.text}\n${rights.target === undefined ? '' : `${rights.target}\n`}`;
}
