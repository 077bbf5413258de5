import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HttpAnswer, type HttpRequest, textAnswer } from './answer.js';

/** The most that a POST may bring, in bytes: the arguments of a harvester. */
const MOST_BODY = 64 * 1024;

/** What a request is answered; `address` is that of the server’s top. */
export type Answering = (request: HttpRequest, address: string) => HttpAnswer;

/** A server that waits for requests. */
export interface WebServer {
  /** The address of its top, with a solidus at its end. */
  readonly address: string;
  /** Ends it: whoever is still being answered is cut off. */
  close(): Promise<void>;
}

/**
 * Serves at an address of this machine by Node's own server.
 * @param answer what each request is answered
 * @param host a name or an address of this machine; `127.0.0.1` is reached from nowhere else
 * @param port 0 takes one that is free
 * @throws the system's error (`ErrnoException`) where that address cannot be had
 */
export async function serveAt(answer: Answering, host: string, port: number): Promise<WebServer> {
  const server = createServer((incoming, outgoing) => {
    const address = addressOf(server, host);
    void handle((request) => answer(request, address), incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return { address: addressOf(server, host), close: () => close(server) };
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

async function handle(
  answer: (request: HttpRequest) => HttpAnswer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { method = 'GET', url: target = '/', headers: fields } = incoming;
  const body = method === 'POST' ? await bodyOf(incoming) : '';
  if (body === undefined) {
    send(textAnswer(413, 'That is longer than any request of a harvester.', { Connection: 'close' }), method, outgoing);
    return;
  }
  send(answer({ method, target, fields, body }), method, outgoing);
}

/** What a POST brings; undefined where that is too much. */
async function bodyOf(incoming: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of incoming as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > MOST_BODY) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}

function send({ status, fields, body }: HttpAnswer, method: string, outgoing: ServerResponse): void {
  if (body === undefined) {
    outgoing.writeHead(status, fields).end();
    return;
  }
  if (typeof body === 'string') {
    const bytes = Buffer.from(body);
    outgoing.writeHead(status, { ...fields, 'Content-Length': bytes.length });
    outgoing.end(method === 'HEAD' ? undefined : bytes);
    return;
  }
  const { place, first, last } = body;
  outgoing.writeHead(status, { ...fields, 'Content-Length': last - first + 1 });
  if (method === 'HEAD' || last < first) {
    outgoing.end();
    return;
  }
  const file = createReadStream(place, { start: first, end: last });
  // A file that is gone meanwhile, or shorter, cannot be sent as it was announced; a client that has gone needs no more of it.
  file.on('error', () => outgoing.destroy());
  outgoing.on('close', () => file.destroy());
  file.pipe(outgoing);
}
