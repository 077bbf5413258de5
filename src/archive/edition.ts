import { extname } from 'node:path/posix';
import { chunksOf, type FileContent, type Files } from '../model/file-set.js';
import { digests } from './digest.js';
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

/** Media types by file name extension (IANA registry; TEI is RFC 6129). */
const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.epub': 'application/epub+zip',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.otf': 'font/otf',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain',
  '.woff2': 'font/woff2',
  '.xhtml': 'application/xhtml+xml',
  '.yaml': 'application/yaml',
  '.yml': 'application/yaml',
};

/** A line of `manifest.json`. */
interface Described {
  readonly path: string;
  /** None of what stands beside the parts. */
  readonly part?: EditionPart;
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
  const add = (path: string, content: FileContent, part?: EditionPart): void => {
    files.set(path, content);
    const found = digests(['sha256'], chunksOf(content));
    const own = {
      mediaType: mediaType(path, part),
      bytes: Number(found.get('size')),
      sha256: found.get('sha256') ?? '',
    };
    described.push({ path, ...(part === undefined ? {} : { part }), ...own });
  };
  add('README.md', readme(edition));
  add('rights.txt', rightsText(edition.rights));
  for (const [part, set] of edition.parts) for (const [name, content] of set) add(`${part}/${name}`, content, part);
  described.sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest = { volume: edition.volume, title: edition.title, files: described };
  files.set('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  files.set('checksums.sha256', described.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
  return files;
}

function rightsText(rights: Rights | undefined): string {
  if (rights === undefined) return 'The header of the TEI edition says nothing about rights.\n';
  return `${rights.text}\n${rights.target === undefined ? '' : `${rights.target}\n`}`;
}

/** The media type of a file of a part, or of one beside the parts, by its extension. */
export function mediaType(name: string, part: EditionPart | undefined): string {
  const extension = extname(name).toLowerCase();
  if (extension === '.xml') return part === 'tei' ? 'application/tei+xml' : 'application/xml';
  return mediaTypes[extension] ?? 'application/octet-stream';
}
