import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came in. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What is answered: a status, headers, a body; `cut` breaks the line off after so many bytes of it. */
export interface Given {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly cut?: number;
}

/** A server in this process that answers as it is told, for faults of transport. What a repository does, only a real one shows. */
export class Twin {
  readonly received: Received[] = [];
  answer: (call: Received, count: number) => Given = () => ({});
  readonly #server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const call = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      this.received.push(call);
      const { status = 200, headers = {}, body = '{}', cut } = this.answer(call, this.received.length);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      if (cut === undefined) return void response.end(body);
      response.write(body.slice(0, cut), () => request.socket.destroy());
    });
  });

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  start(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
