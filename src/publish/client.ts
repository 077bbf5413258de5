import { createHash } from 'node:crypto';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { bearer, type Credentials } from './credentials.js';
import { Refused, Uncertain } from './failure.js';
import { Secret } from './secret.js';

/** What the client needs of its surroundings. */
export interface ClientSurroundings {
  readonly fetch: (address: string, request: RequestInit) => Promise<Response>;
  /** Waits, in milliseconds. */
  readonly sleep: (time: number) => Promise<void>;
  /** How often a call that may be repeated is made, at most. */
  readonly attempts?: number;
  /** How long an answer is waited for, in milliseconds, besides the time that its bytes take. */
  readonly patience?: number;
}

export interface Call {
  readonly method: string;
  /** The path below the address of the target, beginning with `/`, with its query. */
  readonly path: string;
  readonly body?: { readonly type: string; readonly content: string | Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
  /** To make it twice does what making it once does: it is made again where the answer does not come. Reading always is. */
  readonly isRepeatable?: boolean;
}

/** What a server answered, with any status but 429 and those from 500 on that may pass. */
export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly text: string;
}

/** What was downloaded, by its digest alone. */
export interface Downloaded {
  readonly bytes: number;
  readonly md5: string;
  readonly sha256: string;
}

const ATTEMPTS = 6;
const PATIENCE = 60_000;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 60_000;
/** The slowest line that is waited for, in bytes a millisecond. */
const SLOWEST = 20;
/** The most that is read of an answer, but for a file: answers are lists and records. */
const LARGEST_ANSWER = 20_000_000;
const MOST_REDIRECTIONS = 5;

/**
 * The way to one repository: every request goes to its origin and bears the token, and the token goes nowhere else. Redirections are followed
 * by hand, within the origin. A fault (429, 5xx, a line that breaks) is tried again with growing pauses where the call may be repeated
 * (RFC 9110, §9.2.2, §10.2.3, §15.6); otherwise it is thrown as {@link Uncertain}, for the caller to look first.
 */
export class Client {
  readonly base: URL;
  readonly #credentials: Credentials | undefined;
  readonly #around: ClientSurroundings;

  /**
   * @param base the address of the repository; `http:` for this machine only, which whoever reads it has seen to
   * @param credentials a secret alone is a token
   */
  constructor(base: URL, credentials: Credentials | Secret | undefined, around: ClientSurroundings) {
    this.base = base;
    this.#credentials = credentials instanceof Secret ? bearer(credentials) : credentials;
    this.#around = around;
  }

  /** Waits, as between two looks at something that takes its time. */
  sleep(time: number): Promise<void> {
    return this.#around.sleep(time);
  }

  /** @throws Refused, Uncertain */
  async call(call: Call): Promise<Answer> {
    return this.#repeated(call, async () => {
      const response = await this.#send(call, false);
      const text = this.#hide(Buffer.from(await readAll(response, LARGEST_ANSWER)).toString());
      return { status: response.status, header: (name) => response.headers.get(name), text };
    });
  }

  /**
   * Reads a file back and keeps nothing but its digests. It may be redirected to another origin (where repositories keep their files),
   * which is not given the token.
   * @param most the bytes that are expected; what is longer is broken off
   */
  async download(path: string, most: number): Promise<Downloaded> {
    const call: Call = { method: 'GET', path };
    return this.#repeated(call, async () => {
      const response = await this.#send(call, true, most);
      if (response.status !== 200) throw new Refused(this.finding(call, response.status, ''));
      const [md5, sha256] = [createHash('md5'), createHash('sha256')];
      let bytes = 0;
      for await (const piece of response.body ?? []) {
        bytes += (piece as Uint8Array).length;
        md5.update(piece as Uint8Array);
        sha256.update(piece as Uint8Array);
        // Longer than it should be: that is all that needs to be known.
        if (bytes > most) break;
      }
      return { bytes, md5: md5.digest('hex'), sha256: sha256.digest('hex') };
    });
  }

  /** The finding for an answer that says no. */
  finding({ method, path }: Pick<Call, 'method' | 'path'>, status: number, message: string) {
    const said = message.trim() === '' ? '' : `: ${this.#hide(message.trim()).slice(0, 500)}`;
    const facts = { host: this.base.host, call: `${method} ${path.replace(/\?.*/, '')}`, status, said };
    return diagnostic(status === 401 || status === 403 ? 'PU010' : 'PU011', facts);
  }

  async #repeated<T>(call: Call, attempt: () => Promise<T>): Promise<T> {
    const isRepeatable = call.isRepeatable === true || call.method === 'GET' || call.method === 'HEAD';
    const most = isRepeatable ? (this.#around.attempts ?? ATTEMPTS) : 1;
    for (let made = 1; ; made++) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof Uncertain) && !isOfTransport(error)) throw error;
        const uncertain = error instanceof Uncertain ? error : new Uncertain(this.#hide(reasonOf(error)));
        if (made >= most) throw uncertain;
        await this.sleep(pause(made, uncertain.wait));
      }
    }
  }

  /** Sends a request and follows where it is sent on. */
  async #send(call: Call, mayLeave: boolean, expected = 0): Promise<Response> {
    let url = this.#address(call);
    for (let followed = 0; followed <= MOST_REDIRECTIONS; followed++) {
      const response = await this.#around.fetch(url.href, await this.#request(call, url, expected));
      const { status } = response;
      // 501 is an answer: the server does not know what is asked (RFC 9110, §15.6.2), and will not later.
      if (status === 429 || (status >= 500 && status !== 501)) {
        const wait = secondsOf(response.headers.get('retry-after'));
        await response.body?.cancel();
        throw new Uncertain(`it answered ${status}`, status === 429 || status === 503 ? wait : undefined);
      }
      const location = [301, 302, 303, 307, 308].includes(status) ? response.headers.get('location') : null;
      if (location === null) return response;
      await response.body?.cancel();
      url = this.#redirected(call, url, location, mayLeave);
    }
    throw new Refused(this.finding(call, 310, 'it sends from one address to the next without end'));
  }

  /** The address of a call. A path is made of what journals and servers say: one that leads to another origin is none. */
  #address({ method, path }: Call): URL {
    const words = `${this.base.href.replace(/\/$/, '')}${path}`;
    const url = path.startsWith('/') && URL.canParse(words) ? new URL(words) : undefined;
    if (url !== undefined && url.origin === this.base.origin) return url;
    const facts = { host: this.base.host, call: `${method} ${path.replace(/\?.*/, '').slice(0, 200)}` };
    throw new Refused(diagnostic('PU012', { ...facts, origin: url?.origin ?? 'nowhere' }));
  }

  async #request({ method, body, headers: given }: Call, url: URL, expected: number): Promise<RequestInit> {
    const isHome = url.origin === this.base.origin;
    const content = body?.content;
    const bytes = (content === undefined ? 0 : Buffer.byteLength(content)) + expected;
    const headers = {
      accept: 'application/json',
      'user-agent': 'chancery',
      ...(body === undefined ? {} : { 'content-type': body.type }),
      ...given,
    };
    const request = { method, url, headers, ...(content === undefined ? {} : { content }) };
    return {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(Math.ceil((this.#around.patience ?? PATIENCE) + bytes / SLOWEST)),
      headers: { ...headers, ...(isHome ? await this.#credentials?.headersFor(request) : {}) },
      ...(content === undefined ? {} : { body: content as string | Uint8Array<ArrayBuffer> }),
    };
  }

  /** Where a redirection leads, if it may be followed: reading only, within the origin, or where a file may lie elsewhere. */
  #redirected(call: Call, from: URL, location: string, mayLeave: boolean): URL {
    const to = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
    const isHome = to?.origin === this.base.origin;
    const isRead = call.method === 'GET' || call.method === 'HEAD';
    if (to !== undefined && isRead && (isHome || (mayLeave && isSafe(to)))) return to;
    const facts = { host: this.base.host, call: `${call.method} ${call.path.replace(/\?.*/, '')}` };
    throw new Refused(diagnostic('PU012', { ...facts, origin: this.#hide(to?.origin ?? location).slice(0, 200) }));
  }

  #hide(text: string): string {
    return this.#credentials?.hideIn(text) ?? text;
  }
}

/** Whether something may be sent to an address, or read from it: encrypted, or on this machine. */
export function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname));
}

/** How long is waited before an attempt: twice as long each time, and as long as the server asks, within a minute. */
export function pause(made: number, asked?: number): number {
  return Math.min(LONGEST_PAUSE, Math.max(asked ?? 0, FIRST_PAUSE * 2 ** (made - 1)));
}

/** `Retry-After` in milliseconds: seconds, or a date (RFC 9110, §10.2.3). */
function secondsOf(value: string | null): number | undefined {
  if (value === null) return undefined;
  const time = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(time) ? undefined : Math.max(0, time);
}

async function readAll(response: Response, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += (piece as Uint8Array).length;
    if (bytes > most) throw new Uncertain(`its answer is longer than ${most} bytes`);
    pieces.push(piece as Uint8Array);
  }
  return Buffer.concat(pieces);
}

/** Whether an error is one that `fetch` has for a line that failed: with the system's as its cause, or for a time that has run out. */
function isOfTransport(error: unknown): boolean {
  const { name, message, cause } = error as Error;
  return name === 'TimeoutError' || (name === 'TypeError' && (cause !== undefined || message === 'terminated'));
}

/** Why no answer came, in words. */
function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError') return 'it does not answer in time';
  const code = cause?.code ?? '';
  return reasons[code] ?? (cause?.message || message);
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers at this address',
  ECONNRESET: 'the line was broken off',
  EPIPE: 'the line was broken off',
  UND_ERR_SOCKET: 'the line was broken off',
  ENOTFOUND: 'there is no such host, or no network',
  EAI_AGAIN: 'the host’s address cannot be found; is there a network?',
  ETIMEDOUT: 'it does not answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'it does not answer in time',
  UND_ERR_BODY_TIMEOUT: 'it does not answer in time',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody known',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody known',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};
