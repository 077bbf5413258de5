import { extname } from 'node:path/posix';
import type { FileContent, Files } from '../model/file-set.js';
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

/** Media types by file name extension (IANA registry; TEI is RFC 6129). */
const mediaTypes: Readonly<Record<string, string>> = {
  '.bib': 'application/x-bibtex',
  '.css': 'text/css',
  '.csv': 'text/csv',
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
  '.ris': 'application/x-research-info-systems',
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
    const own = {
      mediaType: mediaType(path, part),
      bytes: Number(found.get('size')),
      sha256: found.get('sha256') ?? '',
    };
    const about = { ...(part === undefined ? {} : { part }), ...(original === undefined ? {} : { original }) };
    described.push({ path, ...about, ...own });
  };
  add('README.md', readme(edition));
  add('rights.txt', rightsText(edition.rights));
  const renamed = renamedSources(edition);
  for (const [part, set] of edition.parts)
    for (const [name, content] of set) {
      const portable = part === 'sources' ? renamed.get(name) : undefined;
      if (portable === undefined) add(`${part}/${name}`, content, part);
      else add(`${part}/${portable}`, content, part, name);
    }
  described.sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest = { volume: edition.volume, title: edition.title, files: described };
  files.set('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  files.set('checksums.sha256', described.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
  return files;
}

/** The sources whose names not every disk can hold, and the names that they have in an archive. Names of the other parts are this program's own. */
export function renamedSources({ parts }: Pick<Edition, 'parts'>): ReadonlyMap<string, string> {
  return portablePaths([...(parts.get('sources')?.keys() ?? [])]);
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
