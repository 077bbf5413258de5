import type { Client } from '../client.js';
import type { DepositFile } from '../deposit-file.js';
import type { FileAnswer, VersionAnswer } from './answers.js';
import { paths } from './repository.js';

/** The files of an edition, and how those of a dataset compare with them. */
export class Files {
  readonly #client: Client;
  readonly #files: readonly DepositFile[];

  constructor(client: Client, files: readonly DepositFile[]) {
    this.#client = client;
    this.#files = files;
  }

  has(key: string): boolean {
    return this.#files.some((file) => file.key === key);
  }

  named(key: string | undefined): DepositFile {
    const file = this.#files.find((one) => one.key === key);
    if (file === undefined) throw new Error(`The plan names a file ${key} that is not deposited.`);
    return file;
  }

  /** Whether a version holds no other files than ours. */
  areAll({ files }: VersionAnswer): boolean {
    return files.every((entry) => this.has(keyOf(entry)));
  }

  /** Whether a file there is one of ours for the second time, which the server has given a number: a call that arrived twice has left it. */
  async isCopy(entry: FileAnswer): Promise<boolean> {
    const key = keyOf(entry).replace(/-\d+(?=\.[^.]*$)/, '');
    const file = this.#files.find((one) => one.key === key);
    return file !== undefined && key !== keyOf(entry) && this.#isOurs(entry, file);
  }

  /** Whether a version holds a file as ours, once. */
  async holds({ files }: VersionAnswer, file: DepositFile): Promise<boolean> {
    const entries = files.filter((entry) => keyOf(entry) === file.key);
    const [entry] = entries;
    return entry !== undefined && entries.length === 1 && this.#isOurs(entry, file);
  }

  /** Whether a version holds our files and no others. */
  async holdsAll(version: VersionAnswer): Promise<boolean> {
    if (version.files.length !== this.#files.length) return false;
    for (const file of this.#files) if (!(await this.holds(version, file))) return false;
    return true;
  }

  /** The files of a version by their names: with the MD5 of ours where they have our bytes, else with the server’s digest. */
  async asFact({ files }: VersionAnswer): Promise<string> {
    const known: Record<string, string> = {};
    for (const entry of files) {
      const key = keyOf(entry);
      const file = this.#files.find((one) => one.key === key);
      const isOurs = file !== undefined && (await this.#isOurs(entry, file));
      const { type, value } = fixityOf(entry);
      known[key] = isOurs ? file.md5 : type === 'MD5' ? value.toLowerCase() : `${type}:${value}`;
    }
    return JSON.stringify(known);
  }

  /** Whether a file there has our bytes; it is read back where the server’s digest is one that we have not. */
  async #isOurs(entry: FileAnswer, file: DepositFile): Promise<boolean> {
    const { id, filesize } = entry.dataFile;
    if (filesize !== undefined && filesize !== file.bytes) return false;
    const known = isSame(entry, file);
    if (known !== undefined) return known;
    const back = await this.#client.download(paths.content(id), file.bytes);
    return back.bytes === file.bytes && back.sha256 === file.sha256;
  }
}

/** The name of a file in a dataset, with the folder that somebody may have put it in. */
export function keyOf({ label, directoryLabel }: FileAnswer): string {
  return directoryLabel ? `${directoryLabel}/${label}` : label;
}

/** The digest that the server has made of a file, and by which algorithm; an installation chooses that. */
function fixityOf({ dataFile: { md5, checksum } }: FileAnswer): {
  readonly type: string;
  readonly value: string;
} {
  return checksum ?? { type: 'MD5', value: md5 ?? '' };
}

/** Whether a file there has our bytes, by the server’s digest; undefined where its algorithm is one that we have no digest of. */
function isSame(entry: FileAnswer, file: DepositFile): boolean | undefined {
  const { type, value } = fixityOf(entry);
  if (value === '') return undefined;
  if (type === 'MD5') return value.toLowerCase() === file.md5;
  return type === 'SHA-256' ? value.toLowerCase() === file.sha256 : undefined;
}
