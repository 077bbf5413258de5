/*
 * A twin of a Dataverse server, in memory, on this machine.
 *
 * It was made from what the Dataverse Project publishes and from nothing else, least of all from the client it tests:
 * the API Guide as of version 6 (Native API: «Create a Dataset in a Dataverse Collection», «Update Metadata For a
 * Dataset», «Add a File to a Dataset», «Replacing Files», «Delete Dataset Draft», «Publish a Dataset», «Dataset Locks»;
 * Data Access API; Search API; API Tokens and Authentication; API Changelog up to v6.2), the citation block of
 * metadata, the messages of the interface, and, where the guide is silent or wrong, the integration tests (DatasetsIT,
 * FilesIT) and the sources of the endpoints. So a required field that is missing is answered with 403 (DatasetsIT,
 * testAddEmptyDatasetViaNativeAPI); an added file with 200, though the guide says 201; what is forbidden to a known
 * user with 401; an edit of a locked dataset with 403 for metadata and 400 for files. The guide tells of 409 only for
 * a dataset that awaits indexing. No endpoint of these answers 423.
 *
 * Not known, or different between releases, so that no test should rest on it: the words of a 404 for an unknown DOI
 * (releases after 6.2 speak of a missing parameter); the status and words of a body that is no JSON, of a wrong
 * content type, and of a text that is no date or URL; the time a publication takes, and what is seen of the dataset
 * meanwhile beyond the lock and the number the draft already has; whether a replaced file keeps its folder (here it
 * does not) and whether a zip that replaces a file is unpacked (here it is); all of the ingest but that the file gets
 * another name and type, keeps its checksum, and that the dataset is locked; the ranking and the stemming of a
 * search. Not there at all: review, deaccession, guestbooks, quotas, direct upload, roles by collection,
 * blocks of metadata other than the citation. Restriction and embargo were added later, by those who wrote the client, from
 * “Restrict Files” and “Set an Embargo on Files in a Dataset” of the Native API guide.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, type Call, Forbidden } from './dataverse-twin/call.js';
import { endpoints } from './dataverse-twin/endpoints.js';
import { Installation, type Settings, type User } from './dataverse-twin/installation.js';
import { Rejection } from './dataverse-twin/rejection.js';

export { subjects } from './dataverse-twin/citation.js';
export type { Dataset, Settings, User, Version } from './dataverse-twin/installation.js';

/** A user who may deposit and publish, one who may deposit only, and a superuser. */
export const users = {
  curator: {
    token: '11111111-aaaa-4bbb-8ccc-000000000001',
    identifier: 'curator',
    permissions: ['AddDataset', 'EditDataset', 'PublishDataset'],
  },
  contributor: {
    token: '11111111-aaaa-4bbb-8ccc-000000000002',
    identifier: 'contributor',
    permissions: ['AddDataset', 'EditDataset'],
  },
  reader: { token: '11111111-aaaa-4bbb-8ccc-000000000003', identifier: 'reader', permissions: [] },
  admin: { token: '11111111-aaaa-4bbb-8ccc-000000000004', identifier: 'admin', permissions: [], superuser: true },
} as const satisfies Readonly<Record<string, User>>;

const defaults: Settings = {
  users: Object.values(users),
  collections: [
    { alias: 'root', name: 'Root', released: true },
    { alias: 'editions', name: 'Documentary Editions', released: true },
    { alias: 'unpublished', name: 'Not Yet Published', released: false },
  ],
  clock: Date.now,
  publishing: 50,
  ingesting: 50,
  indexLag: 50,
  version: '6.2',
};

/** How many of each the server holds now, and has had in all. */
export interface Counts {
  readonly datasets: number;
  readonly drafts: number;
  /** Released versions of all datasets. */
  readonly releases: number;
  readonly published: number;
  readonly files: number;
  readonly dois: { readonly reserved: number; readonly findable: number; readonly deleted: number };
  readonly ever: Readonly<Installation['counters']>;
}

/** A call as it came in and was answered. */
export interface Served {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

const where = 'Please check your code for typos, or consult our API guide at http://guides.dataverse.org.';

/** A Dataverse server on the loopback interface; its state is there to be looked at. */
export class DataverseTwin {
  readonly installation: Installation;
  readonly served: Served[] = [];
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response));

  constructor(settings: Partial<Settings> = {}) {
    this.installation = new Installation({ ...defaults, ...settings });
  }

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

  counts(): Counts {
    this.installation.settle();
    const datasets = [...this.installation.datasets.values()];
    const versions = datasets.flatMap((dataset) => dataset.versions);
    const dois = [...this.installation.dois.values()];
    const having = (state: string): number => dois.filter((doi) => doi === state).length;
    const drafts = versions.filter(({ state }) => state === 'DRAFT').length;
    return {
      datasets: datasets.length,
      drafts,
      releases: versions.length - drafts,
      published: datasets.filter(({ published }) => published !== undefined).length,
      files: new Set(versions.flatMap(({ files }) => files.map(({ file }) => file))).size,
      dois: { reserved: having('reserved'), findable: having('findable'), deleted: having('deleted') },
      ever: { ...this.installation.counters },
    };
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      return; // The line was cut before the request was whole: nothing has been asked.
    }
    this.installation.settle();
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', this.origin);
    const answer = await this.#answer(request, url, Buffer.concat(chunks)).catch((error: unknown) =>
      refusal(error, method, url),
    );
    const status = 'json' in answer ? (answer.status ?? 200) : 200;
    this.served.push({ method, path: url.pathname + url.search, status });
    if ('json' in answer) {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.json));
      return;
    }
    const { name, contentType, bytes } = answer;
    response
      .writeHead(status, {
        'content-type': `${contentType}; name="${encodeURIComponent(name)}"`,
        'content-disposition': `attachment; filename="${encodeURIComponent(name)}"`,
        'content-length': bytes.length,
      })
      .end(bytes);
  }

  async #answer(request: IncomingMessage, url: URL, body: Buffer): Promise<Answer> {
    const parts = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
    if (parts.shift() !== 'api') throw new Missing();
    if (parts[0] === 'v1') parts.shift();
    const matching = endpoints.filter(([, path]) => path.split('/').length === parts.length && fits(path, parts));
    if (matching.length === 0) throw new Missing();
    const [, path, endpoint] = matching.find(([method]) => method === request.method) ?? [];
    if (path === undefined || endpoint === undefined) throw new Rejection(405, 'HTTP 405 Method Not Allowed');
    const call: Call = {
      installation: this.installation,
      user: path === 'info/version' ? undefined : this.#userOf(request, url),
      path: parts.filter((_, i) => path.split('/')[i] === '*'),
      query: url.searchParams,
      contentType: request.headers['content-type'] ?? '',
      body,
    };
    return endpoint(call);
  }

  /** A guest is someone without a token; a token that is wrong or worn out is refused wherever it is sent. */
  #userOf(request: IncomingMessage, url: URL): User | undefined {
    const sent = request.headers['x-dataverse-key'] ?? url.searchParams.get('key') ?? undefined;
    if (sent === undefined) return undefined;
    const { users: all } = this.installation.settings;
    const user = all.find(({ token }) => token === sent);
    if (user === undefined || (user.expires ?? Number.POSITIVE_INFINITY) <= this.installation.now)
      throw new Rejection(401, 'Bad API key');
    return user;
  }
}

/** A path of which there is no endpoint. */
class Missing extends Error {}

const fits = (path: string, parts: readonly string[]): boolean =>
  path.split('/').every((part, i) => part === '*' || part === parts[i]);

/** The body of an error: of the API, or of the server around it, which adds what was asked. */
function refusal(error: unknown, requestMethod: string, url: URL): Answer {
  if (error instanceof Rejection) return { status: error.status, json: { status: 'ERROR', message: error.message } };
  const [code, message] =
    error instanceof Missing
      ? [404, `API endpoint does not exist on this server. ${where}`]
      : error instanceof Forbidden
        ? [403, `Not authorized to access this object via this API endpoint. ${where}`]
        : [500, `Internal server error. More details available at the server logs. ${error}`];
  return { status: code, json: { status: 'ERROR', code, message, requestUrl: url.href, requestMethod } };
}
