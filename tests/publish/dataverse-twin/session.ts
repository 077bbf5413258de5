import { afterEach, beforeEach } from 'vitest';
import { DataverseTwin, type User, users } from '../dataverse-twin.js';

// biome-ignore lint/suspicious/noExplicitAny: an answer is looked at where the documentation says what it holds.
export type Json = any;

export const guest: User = { token: '', identifier: 'guest', permissions: [] };
export const primitive = (typeName: string, value: string) => ({
  typeName,
  multiple: false,
  typeClass: 'primitive',
  value,
});
export const group = (typeName: string, ...children: ReturnType<typeof primitive>[]) => ({
  typeName,
  multiple: true,
  typeClass: 'compound',
  value: [Object.fromEntries(children.map((child) => [child.typeName, child]))],
});

/** The fields without which no dataset is created. */
export const complete: readonly { typeName: string; [key: string]: unknown }[] = [
  primitive('title', 'Vietnam, January 1969–July 1970'),
  group('author', primitive('authorName', 'Keefer, Edward C.')),
  group('datasetContact', primitive('datasetContactEmail', 'history@example.org')),
  group('dsDescription', primitive('dsDescriptionValue', 'Documents on the war.')),
  { typeName: 'subject', multiple: true, typeClass: 'controlledVocabulary', value: ['Arts and Humanities'] },
];
export const blocks = (fields: readonly object[], rest: object = {}) => ({
  metadataBlocks: { citation: { fields } },
  ...rest,
});

export function upload(content: string | Uint8Array, name: string, parameters?: unknown): FormData {
  const form = new FormData();
  form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  if (parameters !== undefined) form.append('jsonData', JSON.stringify(parameters));
  return form;
}

interface Sent {
  readonly user?: User;
  readonly json?: unknown;
  readonly form?: FormData;
}

/** A twin whose clock stands until a test moves it, and what a client asks of it; fresh for each test. */
export class Session {
  now = 0;
  twin = new DataverseTwin();

  constructor() {
    beforeEach(async () => {
      this.now = Date.UTC(2026, 0, 5);
      this.twin = new DataverseTwin({ clock: () => this.now, publishing: 1000, ingesting: 2000, indexLag: 3000 });
      await this.twin.start();
    });
    afterEach(() => this.twin.stop());
  }

  async call(method: string, path: string, { user = users.curator, json, form }: Sent = {}) {
    const response = await fetch(`${this.twin.origin}/api/${path}`, {
      method,
      headers: {
        ...(user.token === '' ? {} : { 'X-Dataverse-key': user.token }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(form === undefined ? {} : { body: form }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type') === 'application/json';
    return { status: response.status, text, json: (isJson ? JSON.parse(text) : undefined) as Json };
  }

  create(fields: readonly object[] = complete, user: User = users.curator, alias = 'editions', rest = {}) {
    const json = { datasetVersion: blocks(fields, rest) };
    return this.call('POST', `dataverses/${alias}/datasets`, { user, json });
  }

  /** A new dataset: its DOI, and the paths below it. */
  async draft() {
    const doi: string = (await this.create()).json.data.persistentId;
    return { doi, at: (path: string, more = '') => `datasets/:persistentId/${path}?persistentId=${doi}${more}` };
  }

  /** Asks to publish, and waits as long as it takes. */
  async published(at: (path: string, more?: string) => string, type = 'major') {
    const answer = await this.call('POST', at('actions/:publish', `&type=${type}`));
    this.now += 1000;
    return answer;
  }
}
