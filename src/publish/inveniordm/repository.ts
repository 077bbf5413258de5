import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { z } from '../../formats/schema.js';
import type { Answer, Call, Client } from '../client.js';
import { Refused, Uncertain } from '../failure.js';
import {
  communityAnswer,
  errorAnswer,
  type FieldError,
  type FileEntry,
  filesAnswer,
  type RecordAnswer,
  recordAnswer,
  reviewAnswer,
  searchAnswer,
} from './answers.js';

/** Addresses, each part of which is escaped: ids and keys come from outside. */
export const paths = {
  record: (id: string): string => `/api/records/${encodeURIComponent(id)}`,
  draft: (id: string): string => `${paths.record(id)}/draft`,
  file: (id: string, key: string): string => `${paths.draft(id)}/files/${encodeURIComponent(key)}`,
  action: (id: string, action: string): string => `${paths.draft(id)}/actions/${action}`,
  /** All versions of what bears an identifier, drafts among them; quoted, since a colon means something else to the search. */
  search: (identifier: string): string =>
    `/api/user/records?allversions=true&size=50&q=${encodeURIComponent(`metadata.identifiers.identifier:"${identifier}"`)}`,
};

/** What a call came to: the answer as data, or why not. */
export type Outcome<T> =
  | { readonly isOk: true; readonly value: T }
  | { readonly isOk: false; readonly status: number; readonly message: string; readonly errors: readonly FieldError[] };

/** InvenioRDM's REST API as typed calls. */
export class Repository {
  readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }

  /** Undefined where there is none. A draft that has become a record answers 404 too. */
  draft(id: string): Promise<RecordAnswer | undefined> {
    return this.#found(paths.draft(id), recordAnswer);
  }

  /** The published record; undefined where there is none, or a draft only. */
  record(id: string): Promise<RecordAnswer | undefined> {
    return this.#found(paths.record(id), recordAnswer);
  }

  latestVersion(id: string): Promise<RecordAnswer | undefined> {
    return this.#found(`${paths.record(id)}/versions/latest`, recordAnswer);
  }

  async files(id: string, isDraft: boolean): Promise<readonly FileEntry[] | undefined> {
    const found = await this.#found(`${isDraft ? paths.draft(id) : paths.record(id)}/files`, filesAnswer);
    return found?.entries;
  }

  /** The own records and drafts that bear an identifier. The index lags a second or more behind: nothing found is no proof. */
  async search(identifier: string): Promise<readonly RecordAnswer[]> {
    const found = await this.get(paths.search(identifier), searchAnswer);
    return found.hits.hits;
  }

  /** The id of the community that a draft shall be handed to. */
  async reviewer(id: string): Promise<string | undefined> {
    return (await this.#found(`${paths.draft(id)}/review`, reviewAnswer))?.receiver.community;
  }

  community(slug: string): Promise<{ readonly id: string } | undefined> {
    return this.#found(`/api/communities/${encodeURIComponent(slug)}`, communityAnswer);
  }

  async isTerm(vocabulary: string, id: string): Promise<boolean> {
    const call: Call = { method: 'GET', path: `/api/vocabularies/${vocabulary}/${encodeURIComponent(id)}` };
    const answer = await this.client.call(call);
    if (answer.status === 404) return false;
    if (answer.status !== 200) throw this.#refused(call, answer);
    return true;
  }

  /** Reads what must be there. */
  async get<T>(path: string, shape: z.ZodType<T>): Promise<T> {
    const call: Call = { method: 'GET', path };
    const answer = await this.client.call(call);
    if (answer.status !== 200) throw this.#refused(call, answer);
    return this.#parsed(call, answer, shape);
  }

  /** Sends what changes something; an answer that says no is data, but for those that say that nobody may. */
  async send<T>(call: Call, shape: z.ZodType<T>): Promise<Outcome<T>> {
    const answer = await this.client.call(call);
    if (answer.status >= 200 && answer.status < 300) return { isOk: true, value: this.#parsed(call, answer, shape) };
    if (answer.status === 401 || answer.status === 403) throw this.#refused(call, answer);
    return { isOk: false, status: answer.status, ...refusalOf(answer) };
  }

  /** @throws Refused for an answer that nothing can be made of */
  refuse(call: Call, { status, message }: { readonly status: number; readonly message: string }): never {
    throw new Refused(this.client.finding(call, status, message));
  }

  async #found<T>(path: string, shape: z.ZodType<T>): Promise<T | undefined> {
    const call: Call = { method: 'GET', path };
    const answer = await this.client.call(call);
    if (answer.status === 404 || answer.status === 410) return undefined;
    if (answer.status !== 200) throw this.#refused(call, answer);
    return this.#parsed(call, answer, shape);
  }

  #refused(call: Call, answer: Answer): Refused {
    return new Refused(this.client.finding(call, answer.status, refusalOf(answer).message));
  }

  #parsed<T>(call: Call, answer: Answer, shape: z.ZodType<T>): T {
    const parsed = shape.safeParse(jsonOf(answer));
    if (parsed.success) return parsed.data;
    // What changes something may have been done though its answer is garbled: that must be looked at.
    if (call.method !== 'GET') throw new Uncertain('its answer cannot be understood');
    const [issue] = parsed.error.issues;
    const what = `${issue?.path.join('.') || 'the answer'}: ${issue?.message ?? ''}`;
    throw new Refused(diagnostic('PU017', { host: this.client.base.host, path: call.path.replace(/\?.*/, ''), what }));
  }
}

function jsonOf({ text }: Answer): unknown {
  try {
    return text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusalOf(answer: Answer): { readonly message: string; readonly errors: readonly FieldError[] } {
  const parsed = errorAnswer.safeParse(jsonOf(answer));
  return parsed.success ? parsed.data : { message: '', errors: [] };
}
