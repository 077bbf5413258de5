import * as crypto from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../formats/file-output.js';

/** The file that says what was written into a folder. */
export const recordName = '.chancery.json';

/** The files that were written into a folder, by their paths in it with forward slashes, each with its SHA-256 digest in hexadecimal. */
export type FolderRecord = ReadonlyMap<string, string>;

/** The record of a folder; empty where there is none that can be read. */
export function readRecord(folder: string): FolderRecord {
  try {
    const { files } = JSON.parse(readFileSync(join(folder, recordName), 'utf8')) as { files?: object };
    return new Map(Object.entries(files ?? {}).filter(([, digest]) => typeof digest === 'string'));
  } catch {
    return new Map();
  }
}

/** The record as it is stored: JSON, sorted, so that the same outputs make the same record. */
export function recordText(record: FolderRecord): string {
  const files = Object.fromEntries([...record].sort(([a], [b]) => (a < b ? -1 : 1)));
  const about =
    'What Chancery has written here, with its SHA-256: what you have changed or added is never written over.';
  return `${JSON.stringify({ about, files }, undefined, 1)}\n`;
}

/** Enters a file into the record of its folder. */
export function enterIntoRecord(folder: string, name: string, content: string | Uint8Array): void {
  writeWhole(join(folder, recordName), recordText(new Map([...readRecord(folder), [name, digestOf(content)]])));
}

export function digestOf(content: string | Uint8Array): string {
  return atOnce?.('sha256', content, 'hex') ?? crypto.createHash('sha256').update(content).digest('hex');
}

/** Hashes in one call, which for thousands of small files takes half the time; Node.js has it since 20.12. */
const atOnce = (crypto as { hash?: (algorithm: string, data: string | Uint8Array, encoding: 'hex') => string }).hash;
