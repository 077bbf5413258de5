import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A resource of the twin: an Atom entry with at most one package. */
export interface Container {
  readonly id: number;
  entry: string;
  content: Buffer | undefined;
  /** All packages that it was sent, the first first. */
  readonly kept: Buffer[];
  packaging: string;
  isInProgress: boolean;
}

/** What the twin answers instead, where a test wants that. */
export type Instead = { readonly status?: number; readonly text: string; readonly headers?: Record<string, string> };

const ATOM = 'http://www.w3.org/2005/Atom';
const TERMS = 'http://purl.org/net/sword/terms/';
const PACKAGES = ['http://purl.org/net/sword/package/SimpleZip', 'http://purl.org/net/sword/package/BagIt'];

/**
 * A SWORD 2.0 server that behaves as the profile says (SWORD 2.0 Profile, §6 to §12): a service document, one collection, containers that are in progress until they are
 * ended, packages that are compared with their MD5, statements in Atom, error documents. Written from the profile alone; no server that is in use was looked at.
 */
export class SwordTwin {
  readonly user = 'press';
  readonly password = 'canary-of-sword';
  readonly containers = new Map<number, Container>();
  readonly served: { readonly method: string; readonly path: string; readonly authorization: string }[] = [];
  /** Whether it lists what the collection holds (§6.2 leaves that to a server). */
  isListing = true;
  /** Whether statements name the packages, and these can be read. */
  isShowing = true;
  /** Whether a receipt and the list give back what a deposit was said to be; else they have an id of the server's own alone. */
  isEchoing = true;
  /** Whether the packages that others took the place of are kept and named too, the newest first. */
  isKeeping = false;
  /** Whether what is ended can be changed. */
  isChangeable = true;
  /** In kilobytes. */
  largest = 100_000;
  /** Answers in the place of the twin. */
  instead: (method: string, path: string) => Instead | undefined = () => undefined;
  #server: Server | undefined;
  #next = 1;

  get origin(): string {
    const { port } = (this.#server?.address() ?? { port: 0 }) as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async start(): Promise<void> {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = 'GET', url: path = '/', headers } = request;
    this.served.push({ method, path, authorization: headers.authorization ?? '' });
    const other = this.instead(method, path);
    if (other !== undefined) {
      response.writeHead(other.status ?? 200, { 'content-type': 'application/xml', ...other.headers });
      return void response.end(other.text);
    }
    const known = `Basic ${Buffer.from(`${this.user}:${this.password}`).toString('base64')}`;
    if (headers.authorization !== known) return void this.#error(response, 401, 'ErrorAuth', 'Who are you?');
    this.#routed(response, method, path, headers, Buffer.concat(chunks));
  }

  #routed(
    response: ServerResponse,
    method: string,
    path: string,
    headers: IncomingMessage['headers'],
    body: Buffer,
  ): ServerResponse {
    const [, kind = '', id = '', version] = path.split('/');
    if (method === 'GET' && path === '/sd') return this.#send(response, 200, this.#service());
    if (kind === 'collection') return this.#collection(response, method, headers, body);
    const one = this.containers.get(Number(id));
    if (one === undefined) return this.#error(response, 404, 'ErrorNotFound', 'There is no such container.');
    const isInProgress = headers['in-progress'] === 'true';
    if (method !== 'GET' && !one.isInProgress && !this.isChangeable)
      return this.#error(response, 405, 'MethodNotAllowed', 'This deposit is ended.');
    switch (`${method} ${kind}`) {
      case 'GET edit':
        return this.#send(response, 200, this.#receipt(one));
      case 'PUT edit':
        Object.assign(one, { entry: body.toString(), isInProgress: one.isInProgress && isInProgress });
        return this.#send(response, 200, this.#receipt(one));
      case 'POST edit':
        one.isInProgress = isInProgress;
        return this.#send(response, 200, this.#receipt(one));
      case 'DELETE edit':
        this.containers.delete(one.id);
        return this.#send(response, 204, '');
      case 'PUT media':
        return this.#package(response, one, headers, body);
      case 'GET original':
        return this.#send(
          response,
          200,
          (version === undefined ? one.content : one.kept[Number(version)]) ?? '',
          'application/zip',
        );
      case 'GET statement':
        return this.#send(response, 200, this.#statement(one));
      default:
        return this.#error(response, 405, 'MethodNotAllowed', 'That cannot be done here.');
    }
  }

  /** §6.2 and §6.3.3 */
  #collection(
    response: ServerResponse,
    method: string,
    headers: IncomingMessage['headers'],
    body: Buffer,
  ): ServerResponse {
    if (method === 'GET') {
      if (!this.isListing) return this.#error(response, 405, 'MethodNotAllowed', 'There is no list.');
      const entries = [...this.containers.values()].map((one) => this.#receipt(one));
      return this.#send(response, 200, `<feed xmlns="${ATOM}">${entries.join('').replace(/<\?xml[^>]*>/g, '')}</feed>`);
    }
    if (!/^application\/atom\+xml;\s*type=entry/.test(headers['content-type'] ?? ''))
      return this.#error(response, 415, 'ErrorContent', 'An entry is expected.');
    const id = this.#next++;
    const one: Container = {
      id,
      entry: body.toString(),
      content: undefined,
      kept: [],
      packaging: '',
      isInProgress: headers['in-progress'] === 'true',
    };
    this.containers.set(id, one);
    response.setHeader('location', `${this.origin}/edit/${id}`);
    return this.#send(response, 201, this.#receipt(one));
  }

  /** §6.5.1 */
  #package(
    response: ServerResponse,
    one: Container,
    headers: IncomingMessage['headers'],
    body: Buffer,
  ): ServerResponse {
    const packaging = String(headers['packaging']);
    if (!PACKAGES.includes(packaging)) return this.#error(response, 415, 'ErrorContent', `What is ${packaging}?`);
    if (!/^attachment; filename=[\w.-]+$/.test(String(headers['content-disposition'])))
      return this.#error(response, 400, 'ErrorBadRequest', 'A package has a name.');
    if (headers['content-md5'] !== createHash('md5').update(body).digest('hex'))
      return this.#error(response, 412, 'ErrorChecksumMismatch', 'The MD5 is another.');
    one.kept.push(body);
    Object.assign(one, {
      content: body,
      packaging,
      isInProgress: one.isInProgress && headers['in-progress'] === 'true',
    });
    return this.#send(response, 204, '');
  }

  #service(): string {
    const forms = PACKAGES.map((form) => `<sword:acceptPackaging>${form}</sword:acceptPackaging>`).join('');
    return `<?xml version="1.0"?><app:service xmlns:app="http://www.w3.org/2007/app" xmlns:a="${ATOM}" xmlns:sword="${TERMS}"><sword:version>2.0</sword:version><sword:maxUploadSize>${this.largest}</sword:maxUploadSize><app:workspace><a:title>Twin</a:title><app:collection href="${this.origin}/collection/editions"><a:title>Documentary Editions</a:title><app:accept>*/*</app:accept>${forms}</app:collection></app:workspace></app:service>`;
  }

  /** §10 */
  #receipt({ id, entry }: Container): string {
    const at = (kind: string): string => `${this.origin}/${kind}/${id}`;
    const said = this.isEchoing ? (/<dcterms:[\s\S]*<\/dcterms:\w+>/.exec(entry)?.[0] ?? '') : '';
    const own = this.isEchoing ? at('edit') : `urn:uuid:00000000-0000-5000-8000-${String(id).padStart(12, '0')}`;
    return `<?xml version="1.0"?><entry xmlns="${ATOM}" xmlns:dcterms="http://purl.org/dc/terms/"><id>${own}</id><link rel="edit" href="${at('edit')}"/><link rel="edit-media" href="${at('media')}"/><link rel="${TERMS}add" href="${at('edit')}"/><link rel="${TERMS}statement" type="application/rdf+xml" href="${at('rdf')}"/><link rel="${TERMS}statement" type="application/atom+xml;type=feed" href="${at('statement')}"/><link rel="alternate" href="${at('page')}"/>${said}</entry>`;
  }

  /** §11.3 */
  #statement({ id, content, kept, packaging, isInProgress }: Container): string {
    const state = `<category scheme="${TERMS}state" term="http://twin.example/${isInProgress ? 'inProgress' : 'inReview'}" label="State"/>`;
    const paths = this.isKeeping ? kept.map((_, version) => `${id}/${version}`).reverse() : [`${id}`];
    const originals =
      content === undefined || !this.isShowing
        ? []
        : paths.map(
            (path) =>
              `<entry><category scheme="${TERMS}" term="${TERMS}originalDeposit"/><content type="application/zip" src="${this.origin}/original/${path}"/><sword:packaging>${packaging}</sword:packaging></entry>`,
          );
    return `<feed xmlns="${ATOM}" xmlns:sword="${TERMS}">${state}${originals.join('')}</feed>`;
  }

  #error(response: ServerResponse, status: number, name: string, words: string): ServerResponse {
    return this.#send(
      response,
      status,
      `<sword:error xmlns:sword="${TERMS}" xmlns="${ATOM}" href="http://purl.org/net/sword/error/${name}"><title>${name}</title><summary>${words}</summary></sword:error>`,
    );
  }

  #send(
    response: ServerResponse,
    status: number,
    body: string | Buffer,
    type = 'application/atom+xml',
  ): ServerResponse {
    response.writeHead(status, { 'content-type': type });
    return response.end(body);
  }
}
