import { extname } from 'node:path/posix';
import type { FileSet } from '../model/file-set.js';
import { digest } from './digest.js';

/** The parts of a finished edition, each a folder of the archived object. */
export type EditionPart = 'sources' | 'tei' | 'html' | 'epub' | 'pdf' | 'metadata';

/** A finished edition: what it is, and its files by part. */
export interface Edition {
  /** The volume's id (`frus1964-68v14`). */
  readonly volume: string;
  readonly title: string;
  readonly parts: ReadonlyMap<EditionPart, FileSet>;
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

/**
 * The files of the archived object: the parts, each in its folder; `manifest.json`, which says what every file is; and `checksums.sha256`,
 * which `sha256sum -c` checks. Both are made from the files alone, so that an unchanged edition stays the same to the byte.
 */
export function editionFiles(edition: Edition): FileSet {
  const files = new Map<string, string | Uint8Array>();
  const described: { path: string; part: EditionPart; mediaType: string; bytes: number; sha256: string }[] = [];
  for (const [part, set] of edition.parts) {
    for (const [name, content] of set) {
      const path = `${part}/${name}`;
      files.set(path, content);
      const bytes = typeof content === 'string' ? Buffer.byteLength(content, 'utf8') : content.length;
      described.push({ path, part, mediaType: mediaType(name, part), bytes, sha256: digest('sha256', content) });
    }
  }
  described.sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest = { volume: edition.volume, title: edition.title, files: described };
  files.set('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  files.set('checksums.sha256', described.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
  return files;
}

/** The media type of a file of a part, by its extension. */
export function mediaType(name: string, part: EditionPart): string {
  const extension = extname(name).toLowerCase();
  if (extension === '.xml') return part === 'tei' ? 'application/tei+xml' : 'application/xml';
  return mediaTypes[extension] ?? 'application/octet-stream';
}
