import { type Zippable, zipSync, zlibSync } from 'fflate';
import type { FileSet } from '../model/file-set.js';

/** How a ZIP file is made. */
export interface ZipOptions {
  /** The time whose day (in UTC) every entry carries, at noon; RFC 3339. ZIP knows no zone and no day before 1980. */
  readonly modified: string;
  /** Which entries are stored without compression: formats that are compressed already, and EPUB's `mimetype`. */
  readonly store?: (path: string) => boolean;
}

/**
 * Packs files as a ZIP file, in the order of the set. The same files and time make the same bytes, on every machine and in every time zone.
 * Entries have no extra fields, as EPUB asks for its `mimetype` (EPUB 3.3, §4.2.2, “OCF ZIP container media type identification”).
 */
export function zip(files: FileSet, { modified, store = () => false }: ZipOptions): Uint8Array {
  const mtime = wallClock(modified);
  const entries: Zippable = {};
  for (const [path, content] of files) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    entries[path] = [bytes, { level: store(path) ? 0 : 6, mtime, os: 0, attrs: 0 }];
  }
  return zipSync(entries);
}

/** Compresses bytes as a zlib stream (RFC 1950); unlike Node's own zlib, which differs between machines, always to the same bytes. */
export function compress(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes, { level: 3 });
}

/** Noon of the day in the local zone: fflate writes what the local clock shows, and no zone changes its clock at noon. */
function wallClock(time: string): Date {
  const utc = new Date(time);
  return new Date(Math.max(1980, utc.getUTCFullYear()), utc.getUTCMonth(), utc.getUTCDate(), 12);
}
