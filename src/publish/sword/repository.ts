import { diagnostic } from '../../diagnostics/diagnostic.js';
import { decodedAddress } from '../../model/decoded.js';
import type { Answer, Call, Client } from '../client.js';
import type { DepositFile } from '../deposit-file.js';
import { Refused, Uncertain } from '../failure.js';
import type { Facts } from '../target.js';
import {
  type Collection,
  type Receipt,
  readError,
  readFeed,
  readReceipt,
  readService,
  readStatement,
  type Service,
  type Statement,
} from './answers.js';
import { PACKAGINGS, type Packaging } from './deposit.js';

const ATOM = 'application/atom+xml;type=entry';
/** So many pages of a collection's list are read for a resource whose answer was lost. */
const MOST_PAGES = 50;
/** The URN of an edition: a UUID of version 5 (RFC 9562, §5.5), which servers do not make. */
const EDITION = /urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-/i;

/** A SWORD 2.0 server as typed calls (SWORD 2.0 Profile). Addresses that it gives are followed within its origin only. */
export class Repository {
  readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }

  get host(): string {
    return this.client.base.host;
  }

  /** What the service offers (§6.1). */
  async service(path: string): Promise<Service> {
    const call: Call = { method: 'GET', path };
    const answer = await this.#call(call, 'application/atomsvc+xml, application/xml, */*;q=0.1');
    if (answer.status !== 200) throw this.#refused(call, answer);
    const service = readService(answer.text);
    if (service === undefined) throw this.#strange(call, 'no service document');
    return service;
  }

  /**
   * The resources of a collection whose entries bear the URN of an edition; undefined where that cannot be known: the server lists nothing (§6.2 leaves that to it), or so much
   * that it is not read to its end, or resources that bear the URN of no edition at all, any of which may be this one.
   */
  async listed(collection: string, urn: string): Promise<readonly Receipt[] | undefined> {
    const found = new Map<string, Receipt>();
    let isClear = true;
    let path: string | undefined = collection;
    for (let pages = 0; path !== undefined && pages < MOST_PAGES; pages++) {
      const call: Call = { method: 'GET', path };
      const answer = await this.#call(call, 'application/atom+xml;type=feed, application/xml, */*;q=0.1');
      if (answer.status === 401 || answer.status === 403) throw this.#refused(call, answer);
      const feed = answer.status === 200 ? readFeed(answer.text) : undefined;
      if (feed === undefined) return undefined;
      for (const { words, ownWords, receipt } of feed.entries) {
        // A page that comes again brings nothing new.
        if (words.includes(urn)) found.set(receipt.edit ?? `${found.size}`, receipt);
        else isClear &&= EDITION.test(ownWords);
      }
      const next = feed.next ?? /<([^>]*)>\s*;\s*rel="?next"?/.exec(answer.header('link') ?? '')?.[1];
      path = next === undefined || next === '' ? undefined : this.pathOf(next, path);
    }
    // One that bears it shows that the server gives back what it was told.
    return found.size > 0 || (isClear && path === undefined) ? [...found.values()] : undefined;
  }

  /** Makes a resource of an entry, not yet complete (§6.3.3, §9.2). */
  async create(collection: string, entry: string, slug: string): Promise<Facts> {
    const headers = { 'in-progress': 'true', slug };
    const call: Call = { method: 'POST', path: collection, headers, body: { type: ATOM, content: entry } };
    const answer = await this.#call(call);
    if (answer.status !== 201) throw this.#refused(call, answer);
    const receipt = readReceipt(answer.text);
    const location = answer.header('location') ?? '';
    const facts = this.factsOf({ ...receipt, edit: receipt?.edit ?? location }, collection);
    if (facts['record'] === '') throw new Uncertain('its answer names no address of what it has made');
    return facts;
  }

  /** The receipt of a resource; `gone` where there is none, `unknown` where the server does not show it. */
  async receipt(record: string): Promise<Receipt | 'gone' | 'unknown'> {
    const call: Call = { method: 'GET', path: record };
    const answer = await this.#call(call, 'application/atom+xml;type=entry, application/xml, */*;q=0.1');
    if (answer.status === 404 || answer.status === 410) return 'gone';
    if (answer.status === 405 || answer.status === 501 || answer.status === 406) return 'unknown';
    if (answer.status !== 200) throw this.#refused(call, answer);
    return readReceipt(answer.text) ?? 'unknown';
  }

  /** What the server says of a resource; `gone` where there is none. */
  async statement(path: string): Promise<Statement | 'gone'> {
    const call: Call = { method: 'GET', path };
    const answer = await this.#call(call, 'application/atom+xml;type=feed, application/xml, */*;q=0.1');
    if (answer.status === 404 || answer.status === 410) return 'gone';
    if (answer.status !== 200) throw this.#refused(call, answer);
    const statement = readStatement(answer.text);
    if (statement === undefined) throw this.#strange(call, 'no statement');
    return statement;
  }

  /** What a page says of a resource, where a receipt names no statement but another address that is one; undefined for one that is none. */
  async spoken(page: string): Promise<Statement | undefined> {
    const url = URL.canParse(page) ? new URL(page) : undefined;
    if (url === undefined || url.origin !== this.client.base.origin) return undefined;
    const answer = await this.#call(
      { method: 'GET', path: `${url.pathname}${url.search}` },
      'application/atom+xml, */*;q=0.1',
    );
    const statement = answer.status === 200 ? readStatement(answer.text) : undefined;
    return statement?.state === '' ? undefined : statement;
  }

  /** Puts an entry in the place of the one before (§6.5.2). */
  async describe(record: string, entry: string, isInProgress: boolean): Promise<void> {
    const headers = { 'in-progress': String(isInProgress) };
    await this.#send({
      method: 'PUT',
      path: record,
      headers,
      body: { type: ATOM, content: entry },
      isRepeatable: true,
    });
  }

  /** Puts a package in the place of the content before (§6.5.1); the server compares its MD5 (§6.3.1). */
  async send(
    media: string,
    file: DepositFile,
    packaging: Packaging,
    content: Uint8Array,
    isInProgress: boolean,
  ): Promise<void> {
    const headers = {
      'in-progress': String(isInProgress),
      packaging: PACKAGINGS[packaging],
      'content-md5': file.md5,
      'content-disposition': `attachment; filename=${file.key.replace(/[^\w.-]/g, '_')}`,
    };
    await this.#send({
      method: 'PUT',
      path: media,
      headers,
      body: { type: 'application/zip', content },
      isRepeatable: true,
    });
  }

  /** Says that nothing more will come (§9.3). */
  async complete(add: string): Promise<void> {
    // Its body is empty, which is said with a type of its own: some servers look at the type before they see that nothing follows.
    const body = { type: ATOM, content: '' };
    await this.#send({ method: 'POST', path: add, headers: { 'in-progress': 'false' }, body });
  }

  async delete(record: string): Promise<void> {
    const call: Call = { method: 'DELETE', path: record, isRepeatable: true };
    const answer = await this.#call(call);
    if (![200, 202, 204, 404, 410].includes(answer.status)) throw this.#refused(call, answer);
  }

  /** The path of an address that the server gives. @throws Refused for one of another origin */
  pathOf(address: string, from: string): string {
    const base = new URL(from, this.client.base);
    const url = URL.canParse(address, base.href) ? new URL(address, base.href) : undefined;
    if (url !== undefined && url.origin === this.client.base.origin) return `${url.pathname}${url.search}`;
    const origin = (url?.origin ?? address).slice(0, 200);
    throw new Refused(diagnostic('PU012', { host: this.host, call: `GET ${from.replace(/\?.*/, '')}`, origin }));
  }

  /** What is known of a resource by its receipt. */
  factsOf({ edit = '', media = '', add = '', statement = '', page = '' }: Receipt, from: string): Facts {
    const path = (address: string): string => (address === '' ? '' : this.pathOf(address, from));
    const record = path(edit);
    return {
      record,
      media: path(media),
      // The SE-IRI may be the Edit-IRI (§3).
      add: path(add) || record,
      statement: path(statement),
      page: URL.canParse(page, this.client.base.href) ? new URL(page, this.client.base.href).href : '',
    };
  }

  async #send(call: Call): Promise<void> {
    const answer = await this.#call(call);
    if (answer.status < 200 || answer.status > 299) throw this.#refused(call, answer);
  }

  #call(call: Call, accept = 'application/atom+xml, application/xml, */*'): Promise<Answer> {
    return this.client.call({ ...call, headers: { accept, ...call.headers } });
  }

  #refused(call: Call, { status, text }: Answer): Refused {
    const said = readError(text) || (/^\s*</.test(text) ? '' : text);
    return new Refused(this.client.finding(call, status, said));
  }

  #strange({ path }: Call, what: string): Refused {
    return new Refused(diagnostic('PU017', { host: this.host, path: path.replace(/\?.*/, ''), what }));
  }
}

/** The collection that is meant: by its title, by its address, or by the end of that. */
export function collectionNamed(collections: readonly Collection[], name: string): Collection | undefined {
  const ends = (href: string): boolean => decodedAddress(href).replace(/\/$/, '').endsWith(`/${name}`);
  return (
    collections.find(({ title, href }) => title === name || href === name) ?? collections.find(({ href }) => ends(href))
  );
}
