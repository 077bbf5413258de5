import { diagnostic } from '../../diagnostics/diagnostic.js';
import {
  localName,
  elementsCalled as named,
  type PlainElement,
  readForeignXml,
  wordsCalled,
} from '../../formats/xml-tree.js';
import { decodedAddress } from '../../model/decoded.js';
import type { Answer, Call, Client } from '../client.js';
import type { DepositFile } from '../deposit-file.js';
import { Refused, Uncertain } from '../failure.js';
import type { PlannedCall } from '../target.js';
import type { MirrorPlace } from './place.js';
import { escapedKey } from './s3-signature.js';
import { foldersAbove, STAGING, stagedPath } from './staging.js';

/** What is asked of each resource (RFC 4918, §9.1). */
const PROPERTIES =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/></prop></propfind>';

interface Entry {
  readonly path: string;
  readonly isFolder: boolean;
  readonly size: number;
}

/**
 * A folder of a WebDAV server (RFC 4918). A file is written among the extensions, read back, and moved to its place. Tried against Apache httpd with mod_dav.
 * One file is in memory at a time.
 */
export class WebDavPlace implements MirrorPlace {
  readonly words: string;
  readonly #client: Client;
  /** Files that were read back and then moved: they need not be read once more. */
  readonly #verified = new Map<string, string>();

  constructor(client: Client) {
    this.#client = client;
    this.words = client.base.pathname;
  }

  looks(path: string): readonly PlannedCall[] {
    return [{ method: 'GET', path: pathOf(path) }];
  }

  acts(file: DepositFile): readonly PlannedCall[] {
    const staged = pathOf(stagedPath(file));
    return [
      { method: 'PUT', path: staged, bytes: file.bytes },
      { method: 'MOVE', path: staged },
    ];
  }

  async open(): Promise<void> {
    const entries = await this.#entries('');
    if (entries === undefined)
      throw new Refused(diagnostic('PU057', { path: this.words, host: this.#client.base.host }));
  }

  async list(folder: string): Promise<ReadonlyMap<string, number>> {
    const found = new Map<string, number>();
    const folders = [folder];
    for (let next = folders.pop(); next !== undefined; next = folders.pop())
      for (const { path, isFolder, size } of (await this.#entries(next)) ?? []) {
        if (!isFolder) found.set(path, size);
        else if (path !== STAGING) folders.push(path);
      }
    return found;
  }

  async digest(path: string, bytes: number): Promise<string | undefined> {
    const verified = this.#verified.get(path);
    this.#verified.delete(path);
    if (verified !== undefined) return verified;
    const call: Call = { method: 'HEAD', path: pathOf(path) };
    const { status } = await this.#call(call);
    if (status === 404 || status === 410) return undefined;
    return (await this.#client.download(pathOf(path), bytes)).sha256;
  }

  async put(file: DepositFile, isReplacing: boolean): Promise<void> {
    const staged = stagedPath(file);
    await this.#makeFolders(staged);
    const content = await file.read(0, file.bytes);
    const put: Call = { method: 'PUT', path: pathOf(staged), body: { type: 'application/octet-stream', content } };
    const sent = await this.#call({ ...put, isRepeatable: true });
    if (![200, 201, 204].includes(sent.status)) throw this.#refused(put, sent);
    const { sha256 } = await this.#client.download(pathOf(staged), file.bytes);
    if (sha256 !== file.sha256) throw new Uncertain(`${file.key} was changed on its way`);
    await this.#makeFolders(file.key);
    const destination = `${this.#client.base.href.replace(/\/$/, '')}${pathOf(file.key)}`;
    const headers = { destination, overwrite: isReplacing ? 'T' : 'F' };
    const move: Call = { method: 'MOVE', path: pathOf(staged), headers };
    const moved = await this.#call(move);
    // Somebody was quicker (412), or the staged file is gone (404): the next look says what is there now.
    if (moved.status === 412 || moved.status === 404) throw new Uncertain(`it answered ${moved.status}`);
    if (moved.status !== 201 && moved.status !== 204) throw this.#refused(move, moved);
    this.#verified.set(file.key, sha256);
  }

  async hasLeavings(): Promise<boolean> {
    return (await this.#entries(STAGING)) !== undefined;
  }

  async tidy(files: readonly DepositFile[]): Promise<void> {
    const own = new Set(files.map(stagedPath));
    for (const { path } of (await this.#entries(STAGING)) ?? []) if (own.has(path)) await this.#delete(pathOf(path));
    for (const folder of [STAGING, 'extensions'])
      if ((await this.#entries(folder))?.length === 0) await this.#delete(`${pathOf(folder)}/`);
  }

  async close(): Promise<void> {}

  async #delete(path: string): Promise<void> {
    const call: Call = { method: 'DELETE', path, isRepeatable: true };
    const answer = await this.#call(call);
    if (![200, 204, 404].includes(answer.status)) throw this.#refused(call, answer);
  }

  async #makeFolders(path: string): Promise<void> {
    for (const folder of foldersAbove(path)) {
      // A collection that is there answers 405 (RFC 4918, §9.3.1).
      const call: Call = { method: 'MKCOL', path: `${pathOf(folder)}/`, isRepeatable: true };
      const answer = await this.#call(call);
      if (answer.status !== 201 && answer.status !== 405) throw this.#refused(call, answer);
    }
  }

  /** What is directly in a folder; undefined where there is no such folder. */
  async #entries(folder: string): Promise<readonly Entry[] | undefined> {
    const path = folder === '' ? '/' : `${pathOf(folder)}/`;
    const body = { type: 'application/xml; charset=utf-8', content: PROPERTIES };
    const call: Call = { method: 'PROPFIND', path, headers: { depth: '1' }, body, isRepeatable: true };
    const answer = await this.#call(call);
    if (answer.status === 404) return undefined;
    if (answer.status !== 207) throw this.#refused(call, answer);
    const root = decodedAddress(this.#client.base.pathname).replace(/\/$/, '');
    return this.#responses(call, answer).flatMap((response) => {
      const href = new URL(wordsCalled(response, 'href'), this.#client.base).pathname;
      const found = decodedAddress(href)
        .replace(/\/$/, '')
        .slice(root.length + 1);
      const isWithin = folder === '' ? found !== '' : found.startsWith(`${folder}/`);
      if (!isWithin) return [];
      const isFolder = [...named(response, 'collection')].length > 0;
      return [{ path: found, isFolder, size: Number(wordsCalled(response, 'getcontentlength')) }];
    });
  }

  #responses(call: Call, { text }: Answer): readonly PlainElement[] {
    try {
      const root = readForeignXml(text);
      if (localName(root) === 'multistatus') return [...named(root, 'response')];
    } catch {
      // It is no XML.
    }
    const facts = { host: this.#client.base.host, path: call.path, what: 'no list of files (multistatus)' };
    throw new Refused(diagnostic('PU017', facts));
  }

  #call(call: Call): Promise<Answer> {
    return this.#client.call({ ...call, headers: { accept: '*/*', ...call.headers } });
  }

  #refused(call: Call, { status }: Answer): Refused {
    return new Refused(this.#client.finding(call, status, ''));
  }
}

function pathOf(path: string): string {
  return path === '' ? '/' : `/${escapedKey(path)}`;
}
