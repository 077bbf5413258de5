import { diagnostic } from '../../diagnostics/diagnostic.js';
import { z } from '../../formats/schema.js';
import type { FileAccess } from '../../model/target.js';
import type { Answer, Call, Client } from '../client.js';
import { Refused, Uncertain } from '../failure.js';
import {
  blocksAnswer,
  contentsAnswer,
  createdAnswer,
  errorAnswer,
  type LicenceAnswer,
  licencesAnswer,
  locksAnswer,
  searchAnswer,
  type VersionAnswer,
  versionAnswer,
} from './answers.js';

const anything = z.unknown();

/** Addresses, each part of which is escaped: ids and names come from outside. */
export const paths = {
  collection: (alias: string, rest = ''): string => `/api/dataverses/${encodeURIComponent(alias)}${rest}`,
  dataset: (id: string, rest = '/', query = ''): string =>
    `/api/datasets/:persistentId${rest}?persistentId=${encodeURIComponent(id)}${query}`,
  version: (id: string, version: Version): string => paths.dataset(id, `/versions/${version}`),
  file: (id: number): string => `/api/files/${id}`,
  restrict: (file: string): string => `/api/files/${file}/restrict`,
  embargo: (id: string, { embargo }: FileAccess): string =>
    paths.dataset(id, `/files/actions/${embargo === undefined ? ':unset-embargo' : ':set-embargo'}`),
  content: (id: number): string => `/api/access/datafile/${id}`,
  search: (urn: string): string =>
    `/api/search?type=dataset&per_page=50&q=${encodeURIComponent(`otherIdValue:"${urn}"`)}`,
};

/** A version by its name: the draft, the draft or else the published one, the published one. */
export type Version = ':draft' | ':latest' | ':latest-published';

/** How often a locked dataset is looked at, and how long between, in milliseconds: ten minutes in all. */
const LOCK_LOOKS = 200;
const LOCK_PAUSE = 3000;
/** Of a collection, so many of the newest datasets are looked through for one whose answer was lost. */
const NEWEST = 25;

/** Dataverse's Native API as typed calls. */
export class Repository {
  readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }

  get host(): string {
    return this.client.base.host;
  }

  /** Undefined where there is none, or none that the token may see. */
  version(id: string, version: Version): Promise<VersionAnswer | undefined> {
    return this.#found(paths.version(id, version), versionAnswer);
  }

  /** Whether the token is one. */
  async user(): Promise<void> {
    await this.#get('/api/users/:me', anything);
  }

  async isCollection(alias: string): Promise<boolean> {
    return (await this.#found(paths.collection(alias), anything)) !== undefined;
  }

  /** The names of the metadata blocks that a collection uses. */
  async blocks(alias: string): Promise<readonly string[]> {
    const blocks = await this.#found(paths.collection(alias, '/metadatablocks'), blocksAnswer);
    return (blocks ?? []).map(({ name }) => name);
  }

  /** The licences that may be chosen; none where the installation is older than such lists. */
  async licences(): Promise<readonly LicenceAnswer[]> {
    return (await this.#found('/api/licenses', licencesAnswer)) ?? [];
  }

  /** The datasets that bear an identifier. The index lags behind: nothing found is no proof. */
  async search(urn: string): Promise<readonly string[]> {
    const { items } = await this.#get(paths.search(urn), searchAnswer);
    return items.map((item) => item.global_id).filter((id) => id !== '');
  }

  /** The newest datasets of a collection, which are listed without the index. */
  async newest(alias: string): Promise<readonly string[]> {
    const contents = await this.#found(paths.collection(alias, '/contents'), contentsAnswer);
    return (contents ?? [])
      .filter(({ type, authority, identifier }) => type === 'dataset' && authority !== undefined && !!identifier)
      .sort((a, b) => b.id - a.id)
      .slice(0, NEWEST)
      .map(({ protocol, authority, separator, identifier }) => `${protocol}:${authority}${separator}${identifier}`);
  }

  async create(alias: string, body: unknown): Promise<string> {
    const made = await this.send(json('POST', paths.collection(alias, '/datasets'), body), createdAnswer);
    return made.persistentId;
  }

  /** Writes the metadata of the draft, which is made of the published version where there is none. */
  async describe(id: string, body: unknown): Promise<void> {
    await this.send(json('PUT', paths.version(id, ':draft'), body), anything, id);
  }

  /**
   * Waits until nothing is under way with a dataset.
   * @throws Refused where it is in review, where its files are damaged, or where that lasts too long
   */
  async unlocked(id: string): Promise<void> {
    for (let looks = 1; ; looks++) {
      const locks = await this.locks(id);
      if (locks.length === 0) return;
      const facts = { record: id, host: this.host, locks: locks.join(', ') };
      if (locks.includes('InReview')) throw new Refused(diagnostic('PU071', facts));
      if (locks.includes('FileValidationFailed')) throw new Refused(diagnostic('PU076', facts));
      if (looks >= LOCK_LOOKS) throw new Refused(diagnostic('PU070', facts));
      await this.client.sleep(LOCK_PAUSE);
    }
  }

  async locks(id: string): Promise<readonly string[]> {
    const locks = await this.#found(paths.dataset(id, '/locks'), locksAnswer);
    return (locks ?? []).map(({ lockType }) => lockType);
  }

  /**
   * Sends what changes something.
   * @param id the dataset; what is refused because it has been locked since the look is tried again
   * @throws Refused, Uncertain
   */
  async send<T>(call: Call, shape: z.ZodType<T>, id?: string): Promise<T> {
    const answer = await this.client.call(call);
    if (answer.status >= 200 && answer.status < 300) return this.#parsed(call, answer, shape);
    if (id !== undefined && [400, 403, 409, 423].includes(answer.status)) {
      const locks = await this.locks(id);
      if (locks.length > 0 && !locks.includes('InReview')) throw new Uncertain(`it is locked (${locks.join(', ')})`);
    }
    throw this.#refused(call, answer);
  }

  /** Deletes; what is not there is deleted already. */
  async delete(path: string, id: string): Promise<void> {
    const call: Call = { method: 'DELETE', path };
    const answer = await this.client.call(call);
    if (answer.status === 404 || (answer.status >= 200 && answer.status < 300)) return;
    if ((await this.locks(id)).length > 0) throw new Uncertain('it is locked');
    throw this.#refused(call, answer);
  }

  async #get<T>(path: string, shape: z.ZodType<T>): Promise<T> {
    const call: Call = { method: 'GET', path };
    const answer = await this.client.call(call);
    if (answer.status !== 200) throw this.#refused(call, answer);
    return this.#parsed(call, answer, shape);
  }

  async #found<T>(path: string, shape: z.ZodType<T>): Promise<T | undefined> {
    const call: Call = { method: 'GET', path };
    const answer = await this.client.call(call);
    if (answer.status === 404 || answer.status === 410) return undefined;
    if (answer.status !== 200) throw this.#refused(call, answer);
    return this.#parsed(call, answer, shape);
  }

  #refused(call: Call, answer: Answer): Refused {
    const parsed = errorAnswer.safeParse(jsonOf(answer));
    return new Refused(this.client.finding(call, answer.status, parsed.success ? parsed.data.message : ''));
  }

  #parsed<T>(call: Call, answer: Answer, shape: z.ZodType<T>): T {
    const { data } = (jsonOf(answer) ?? {}) as { readonly data?: unknown };
    const parsed = shape.safeParse(data);
    if (parsed.success) return parsed.data;
    // What changes something may have been done though its answer is garbled: that must be looked at.
    if (call.method !== 'GET') throw new Uncertain('its answer cannot be understood');
    const [issue] = parsed.error.issues;
    const what = `${issue?.path.join('.') || 'the answer'}: ${issue?.message ?? ''}`;
    throw new Refused(diagnostic('PU017', { host: this.host, path: call.path.replace(/\?.*/, ''), what }));
  }
}

function json(method: string, path: string, content: unknown): Call {
  return { method, path, body: { type: 'application/json', content: JSON.stringify(content) } };
}

function jsonOf({ text }: Answer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
