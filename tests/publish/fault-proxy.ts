import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What can happen to a request on its way. But for `cut before` and `refuse`, the server has done the work when it happens. */
export const faults = [
  'cut before',
  'cut after',
  'cut within',
  'delay',
  'repeat',
  'answer 429',
  'answer 500',
  'answer 502',
  'answer 503',
] as const;
export type Fault = (typeof faults)[number];

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** Says what happens to a request; nothing for one that passes. */
export type Ambush = (call: {
  readonly method: string;
  readonly path: string;
}) => Fault | `answer ${number}` | undefined;

/** A proxy on this machine that lets requests through to a server, and strikes where it is told to. */
export class FaultProxy {
  readonly seen: Seen[] = [];
  ambush: Ambush = () => undefined;
  /** Called when a request has come in, and again when the server has answered it: for killing whoever has sent it. */
  onCall: (call: { method: string; path: string }, when: 'before' | 'after') => void = () => {};
  /** Stands in the place of the token that was sent, where it is given: a token that has expired. */
  authorization: string | undefined;
  readonly #server: Server;
  readonly #upstream: URL;
  #origin = '';

  constructor(upstream: string) {
    this.#upstream = new URL(upstream);
    this.#server = createServer((incoming, outgoing) => void this.#pass(incoming, outgoing));
  }

  get origin(): string {
    return this.#origin;
  }

  async start(port = 0): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    this.#origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The calls that change something. */
  get changes(): readonly Seen[] {
    return this.seen.filter(({ method }) => method !== 'GET');
  }

  /** Where a line breaks, on this side or on that of the server, the other breaks too. */
  async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    try {
      await this.#passed(incoming, outgoing);
    } catch {
      incoming.socket.destroy();
    }
  }

  async #passed(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/' } = incoming;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const call = { method, path };
    this.onCall(call, 'before');
    const fault = this.ambush(call);
    if (fault === 'cut before') return void incoming.socket.destroy();
    const body = Buffer.concat(chunks);
    if (fault === 'repeat') await this.#forward(incoming, body);
    const { answer, content } = await this.#forward(incoming, body);
    this.onCall(call, 'after');
    if (fault === 'cut after') return void incoming.socket.destroy();
    if (fault === 'delay') await new Promise((resolve) => setTimeout(resolve, 400));
    const status = /^answer (\d+)$/.exec(fault ?? '')?.[1];
    if (status !== undefined) {
      outgoing.writeHead(Number(status), { 'content-type': 'application/json', 'retry-after': '1' });
      return void outgoing.end(JSON.stringify({ status: Number(status), message: 'struck' }));
    }
    const headers = { ...answer.headers };
    delete headers['transfer-encoding'];
    outgoing.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': content.length });
    if (fault === 'cut within') {
      outgoing.write(content.subarray(0, Math.floor(content.length / 2)));
      return void setTimeout(() => incoming.socket.destroy(), 20);
    }
    outgoing.end(content);
  }

  #forward(incoming: IncomingMessage, body: Buffer): Promise<{ answer: IncomingMessage; content: Buffer }> {
    const { method = 'GET', url: path = '/', headers } = incoming;
    return new Promise((resolve, reject) => {
      const { hostname, port } = this.#upstream;
      const onward = { ...headers, host: this.#upstream.host, 'content-length': String(body.length) };
      delete (onward as Record<string, unknown>)['transfer-encoding'];
      if (this.authorization !== undefined) onward.authorization = this.authorization;
      const sent = request({ hostname, port, method, path, headers: onward, agent: false }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          this.seen.push({ method, path, status: answer.statusCode ?? 0 });
          resolve({ answer, content: Buffer.concat(chunks) });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

/** Strikes once: at the n-th (from 1) of the calls that are meant. */
export function once(
  n: number,
  fault: ReturnType<Ambush>,
  isMeant: (call: { method: string; path: string }) => boolean,
): Ambush {
  let count = 0;
  return (call) => (isMeant(call) && ++count === n ? fault : undefined);
}

/** Calls that change something. */
export const isChange = ({ method }: { readonly method: string }): boolean => method !== 'GET';
