import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { Answer, Call, Client } from '../client.js';
import { Again, Refused, Uncertain } from '../failure.js';
import { dispositionOf, type FedoraFile } from './deposit.js';
import { readTriples, type Triple } from './statements.js';

/** What a group is (Fedora API Specification 1.0, §3): one OCFL object holds all that lies below it. */
const ARCHIVAL_GROUP = '<http://fedora.info/definitions/v4/repository#ArchivalGroup>;rel="type"';
/** A file, whatever its media type: without this a Turtle file would become a container. */
const BINARY = '<http://www.w3.org/ns/ldp#NonRDFSource>;rel="type"';

/** How a resource stands, and what is known of one that is there. */
export type Standing<T> =
  | { readonly state: 'absent' }
  | { readonly state: 'deleted' }
  | ({ readonly state: 'there' } & T);

/** What a path holds, if it is RDF: what is said of it, and whether it is an ArchivalGroup. */
export interface Description {
  readonly isGroup: boolean;
  readonly triples: readonly Triple[];
}

/** Fedora 6's REST API as typed calls. Tried against version 6.1.0. */
export class Repository {
  readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }

  /** @returns the address by which a new transaction is named */
  async begin(): Promise<string> {
    const call: Call = { method: 'POST', path: '/fcr:tx' };
    const answer = await this.#call(call);
    const location = answer.header('location') ?? '';
    if (answer.status !== 201) throw this.#refused(call, answer);
    if (!/^https?:\/\/\S+\/fcr:tx\/[\w-]+$/.test(location)) throw new Uncertain('its answer names no transaction');
    return location;
  }

  async isOpen(transaction: string): Promise<boolean> {
    const call: Call = { method: 'GET', path: transactionPath(transaction) };
    const answer = await this.#call(call);
    if (answer.status === 204) return true;
    if ([404, 409, 410].includes(answer.status)) return false;
    throw this.#refused(call, answer);
  }

  /** Gives a transaction three more minutes. @throws Again where it is over */
  async renew(transaction: string): Promise<void> {
    const call: Call = { method: 'POST', path: transactionPath(transaction), isRepeatable: true };
    const answer = await this.#call(call);
    if (answer.status !== 204) throw this.#over(call, answer);
  }

  /** Asks for the end of a transaction. Where it is over (410), whether it was committed must be looked at: one rolled back answers so too. */
  async commit(transaction: string): Promise<void> {
    const call: Call = { method: 'PUT', path: transactionPath(transaction) };
    const answer = await this.#call(call);
    if (answer.status !== 204 && answer.status !== 410) throw this.#over(call, answer);
  }

  async rollBack(transaction: string): Promise<void> {
    const call: Call = { method: 'DELETE', path: transactionPath(transaction), isRepeatable: true };
    const answer = await this.#call(call);
    if (![204, 404, 409, 410].includes(answer.status)) throw this.#refused(call, answer);
  }

  /** How a file stands, within a transaction or outside. */
  async standing(path: string, transaction?: string): Promise<Standing<{ readonly sha512: string }>> {
    const call: Call = { method: 'HEAD', path, headers: { 'want-digest': 'sha-512', ...within(transaction) } };
    const answer = await this.#call(call);
    if (answer.status === 404) return { state: 'absent' };
    if (answer.status === 410) return { state: 'deleted' };
    if (answer.status !== 200) throw this.#over(call, answer);
    const sha512 = /(?:^|,)\s*sha-512=([0-9a-f]{128})/i.exec(answer.header('digest') ?? '')?.[1]?.toLowerCase();
    return { state: 'there', sha512: sha512 ?? '' };
  }

  /** What is said of a group, and what it holds. */
  async group(path: string, transaction?: string): Promise<Standing<Description>> {
    const call: Call = { method: 'GET', path, headers: { accept: 'application/n-triples', ...within(transaction) } };
    const answer = await this.#call(call);
    if (answer.status === 404) return { state: 'absent' };
    if (answer.status === 410) return { state: 'deleted' };
    if (answer.status === 406) return { state: 'there', isGroup: false, triples: [] };
    if (answer.status !== 200) throw this.#over(call, answer);
    const isGroup = /repository#ArchivalGroup>/.test(answer.header('link') ?? '');
    return { state: 'there', isGroup, triples: readTriples(answer.text) };
  }

  /** The names of a group's mementos, oldest first. */
  async versions(path: string): Promise<readonly string[]> {
    const call: Call = { method: 'GET', path: `${path}/fcr:versions`, headers: { accept: 'application/link-format' } };
    const answer = await this.#call(call);
    if (answer.status !== 200) throw this.#refused(call, answer);
    return [...answer.text.matchAll(/fcr:versions\/(\d{14})>/g)].map(([, name = '']) => name).sort();
  }

  async makeGroup(path: string, transaction: string): Promise<void> {
    const headers = { link: ARCHIVAL_GROUP, 'if-none-match': '*', ...within(transaction) };
    const call: Call = { method: 'PUT', path, headers };
    const answer = await this.#call(call);
    if (answer.status !== 201 && answer.status !== 412) throw this.#over(call, answer);
  }

  async describe(path: string, update: string, transaction: string): Promise<void> {
    const body = { type: 'application/sparql-update', content: update };
    const call: Call = { method: 'PATCH', path, headers: within(transaction), body };
    const answer = await this.#call(call);
    if (answer.status !== 204) throw this.#over(call, answer);
  }

  async put(path: string, file: FedoraFile, content: Uint8Array, transaction: string): Promise<void> {
    const headers = {
      link: BINARY,
      digest: `sha-512=${file.sha512}`,
      'content-disposition': dispositionOf(file.key),
      ...within(transaction),
    };
    const call: Call = { method: 'PUT', path, headers, body: { type: file.mediaType, content } };
    const answer = await this.#call(call);
    if (answer.status !== 201 && answer.status !== 204) throw this.#over(call, answer);
  }

  /** Deletes a file, or what is left of one that was deleted. */
  async delete(path: string, transaction: string): Promise<void> {
    const call: Call = { method: 'DELETE', path, headers: within(transaction) };
    const answer = await this.#call(call);
    if (![204, 404, 410].includes(answer.status)) throw this.#over(call, answer);
  }

  /** Fedora refuses what it would answer in words (406) where only JSON is accepted. */
  #call(call: Call): Promise<Answer> {
    return this.client.call({ ...call, headers: { accept: '*/*', ...call.headers } });
  }

  /** What an answer means that says no within a transaction: the transaction is over, somebody else's is under way, or it is a refusal. */
  #over(call: Call, answer: Answer): Error {
    const isOfTransaction = call.path.startsWith('/fcr:tx/') || call.headers?.['atomic-id'] !== undefined;
    const { status, text } = answer;
    if (!isOfTransaction || ![404, 409, 410].includes(status)) return this.#refused(call, answer);
    // The answer to a HEAD says no more than its number.
    const isBusy = /being updated by another|concurrent|digest|checksum/i.test(text);
    return isBusy ? new Uncertain(`it answered ${status}: ${text.trim().slice(0, 200)}`) : new Again('transaction');
  }

  #refused(call: Call, { status, text }: Answer): Refused {
    return new Refused(this.client.finding(call, status, /^\s*</.test(text) ? '' : text));
  }

  /** @throws Refused for a group that is not the edition's */
  refuse(group: string, reason: string): never {
    throw new Refused(diagnostic('PU054', { path: group, host: this.client.base.host, reason }));
  }
}

function transactionPath(transaction: string): string {
  return `/fcr:tx/${transaction.replace(/^.*\//, '')}`;
}

function within(transaction: string | undefined): Readonly<Record<string, string>> {
  return transaction === undefined ? {} : { 'atomic-id': transaction };
}
