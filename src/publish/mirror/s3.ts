import { diagnostic } from '../../diagnostics/diagnostic.js';
import { elementsNamed, type PlainElement, readForeignXml, wordsOf } from '../../formats/xml-tree.js';
import type { Answer, Call, Client } from '../client.js';
import type { DepositFile } from '../deposit-file.js';
import { Refused, Uncertain } from '../failure.js';
import type { PlannedCall } from '../target.js';
import type { MirrorPlace } from './place.js';
import { escapedKey } from './s3-signature.js';

const OCTETS = 'application/octet-stream';
/** What is longer is sent in parts of this many bytes, of which one is in memory at a time (S3 takes 10,000 parts, each of 5 MiB at least). */
const PART = 8 * 1024 * 1024;
const MOST_PARTS = 10_000;

/**
 * A bucket of an object store, or what in it begins with a prefix. Tried against S3Proxy 4.1.0. The bucket stands in the path of the address, which all such
 * stores understand.
 */
export class S3Place implements MirrorPlace {
  readonly words: string;
  readonly #client: Client;
  readonly #bucket: string;
  readonly #prefix: string;
  /** The ETags of the files that were last looked at, by which one is replaced only as it was seen. */
  readonly #seen = new Map<string, string>();
  /** Conditions that the server does not know (501): it is asked without them, after the look. */
  #isConditional = true;
  readonly #partSize: number;

  constructor(client: Client, bucket: string, prefix: string | undefined, partSize = PART) {
    this.#client = client;
    this.#bucket = bucket;
    this.#prefix = prefix === undefined ? '' : `${prefix}/`;
    this.#partSize = partSize;
    this.words = `${bucket}/${this.#prefix}`;
  }

  looks(path: string): readonly PlannedCall[] {
    return [{ method: 'HEAD', path: path === '' ? this.#path('', true) : this.#path(path) }];
  }

  acts({ key, bytes }: DepositFile): readonly PlannedCall[] {
    const path = this.#path(key);
    if (bytes <= this.#partSize) return [{ method: 'PUT', path, bytes }];
    const parts = Array.from({ length: Math.ceil(bytes / this.#sizeOfParts(bytes)) }, (_, i): PlannedCall => {
      const size = this.#sizeOfParts(bytes);
      return { method: 'PUT', path: `${path}?partNumber=${i + 1}`, bytes: Math.min(size, bytes - i * size) };
    });
    return [
      { method: 'POST', path: `${path}?uploads` },
      ...parts,
      { method: 'POST', path: `${path}?uploadId={upload}` },
    ];
  }

  async open(): Promise<void> {
    const call: Call = { method: 'HEAD', path: this.#path('', true) };
    const answer = await this.#call(call);
    if (answer.status === 404)
      throw new Refused(diagnostic('PU057', { path: this.#bucket, host: this.#client.base.host }));
    if (answer.status !== 200) throw this.#refused(call, answer);
  }

  async list(folder: string): Promise<ReadonlyMap<string, number>> {
    const found = new Map<string, number>();
    const prefix = this.#prefix + (folder === '' ? '' : `${folder}/`);
    for (let token = ''; ; ) {
      const more = token === '' ? '' : `&continuation-token=${escapedValue(token)}`;
      const path = `${this.#path('', true)}?list-type=2${more}&prefix=${escapedValue(prefix)}`;
      const call: Call = { method: 'GET', path };
      const answer = await this.#call(call);
      if (answer.status === 404)
        throw new Refused(diagnostic('PU057', { path: this.#bucket, host: this.#client.base.host }));
      if (answer.status !== 200) throw this.#refused(call, answer);
      const result = this.#xml(call, answer, 'ListBucketResult');
      for (const entry of elementsNamed(result, 'Contents')) {
        const key = textOf(entry, 'Key');
        // Some tools make “folders” as empty objects whose keys end in a slash.
        if (key.startsWith(prefix) && !key.endsWith('/'))
          found.set(key.slice(this.#prefix.length), Number(textOf(entry, 'Size')));
      }
      token = textOf(result, 'NextContinuationToken');
      if (textOf(result, 'IsTruncated') !== 'true' || token === '') return found;
    }
  }

  async digest(path: string, bytes: number): Promise<string | undefined> {
    const call: Call = { method: 'HEAD', path: this.#path(path), headers: { 'x-amz-checksum-mode': 'ENABLED' } };
    const answer = await this.#call(call);
    this.#seen.delete(path);
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw this.#refused(call, answer);
    const tag = answer.header('etag');
    if (tag !== null) this.#seen.set(path, tag);
    // Of a file that was sent in parts there is only a digest of digests; one that was changed past the server may have kept its old one.
    const kept = answer.header('x-amz-checksum-sha256') ?? '';
    if (answer.header('content-length') === String(bytes) && /^[A-Za-z0-9+/]{43}=$/.test(kept))
      return Buffer.from(kept, 'base64').toString('hex');
    return (await this.#client.download(this.#path(path), bytes)).sha256;
  }

  async put(file: DepositFile, isReplacing: boolean): Promise<void> {
    const seen = this.#seen.get(file.key);
    const isNew = !isReplacing || seen === undefined;
    const condition = isNew ? { 'if-none-match': '*' } : { 'if-match': seen };
    if (file.bytes > this.#partSize) return this.#putParts(file, condition);
    const content = await file.read(0, file.bytes);
    const checksum = { 'x-amz-checksum-sha256': Buffer.from(file.sha256, 'hex').toString('base64') };
    const call: Call = {
      method: 'PUT',
      path: this.#path(file.key),
      headers: checksum,
      body: { type: OCTETS, content },
    };
    this.#seeTo(call, await this.#conditionally(call, condition), 'the PUT');
  }

  /** Nothing is written anywhere but in its place. */
  async hasLeavings(): Promise<boolean> {
    return false;
  }

  /** Uploads of ours that were not completed cost storage and are seen by nobody. */
  async tidy(files: readonly DepositFile[]): Promise<void> {
    for (const { key, bytes } of files) if (bytes > this.#partSize) await this.#abortUploads(key);
  }

  async close(): Promise<void> {}

  async #putParts(file: DepositFile, condition: Readonly<Record<string, string>>): Promise<void> {
    const path = this.#path(file.key);
    await this.#abortUploads(file.key);
    const begin: Call = { method: 'POST', path: `${path}?uploads`, headers: { 'content-type': OCTETS } };
    const begun = await this.#call(begin);
    if (begun.status !== 200) throw this.#refused(begin, begun);
    const upload = escapedValue(textOf(this.#xml(begin, begun, 'InitiateMultipartUploadResult'), 'UploadId'));
    const size = this.#sizeOfParts(file.bytes);
    const tags: string[] = [];
    for (let start = 0; start < file.bytes; start += size) {
      const content = await file.read(start, Math.min(start + size, file.bytes));
      const part: Call = {
        method: 'PUT',
        path: `${path}?partNumber=${tags.length + 1}&uploadId=${upload}`,
        body: { type: OCTETS, content },
        isRepeatable: true,
      };
      const sent = await this.#call(part);
      if (sent.status !== 200) throw this.#gone(part, sent);
      tags.push(sent.header('etag') ?? '');
    }
    const list = tags.map((tag, i) => `<Part><PartNumber>${i + 1}</PartNumber><ETag>${escapedXml(tag)}</ETag></Part>`);
    const content = `<CompleteMultipartUpload>${list.join('')}</CompleteMultipartUpload>`;
    const end: Call = {
      method: 'POST',
      path: `${path}?uploadId=${upload}`,
      body: { type: 'application/xml', content },
    };
    const ended = await this.#conditionally(end, condition);
    this.#seeTo(end, ended, 'the completion');
    // The answer begins before the work is done, so that a failure can stand in one that began with 200.
    this.#xml(end, ended, 'CompleteMultipartUploadResult');
  }

  async #abortUploads(key: string): Promise<void> {
    const list: Call = {
      method: 'GET',
      path: `${this.#path('', true)}?prefix=${escapedValue(this.#prefix + key)}&uploads`,
    };
    const answer = await this.#call(list);
    if (answer.status !== 200) return;
    for (const upload of elementsNamed(this.#xml(list, answer, 'ListMultipartUploadsResult'), 'Upload')) {
      if (textOf(upload, 'Key') !== this.#prefix + key) continue;
      const path = `${this.#path(key)}?uploadId=${escapedValue(textOf(upload, 'UploadId'))}`;
      await this.#call({ method: 'DELETE', path, isRepeatable: true });
    }
  }

  /** Sends under a condition, or without where the server does not know such: the look has just said how things stand. */
  async #conditionally(call: Call, condition: Readonly<Record<string, string>>): Promise<Answer> {
    if (this.#isConditional) {
      const answer = await this.#call({ ...call, headers: { ...call.headers, ...condition } });
      if (answer.status !== 501) return answer;
      this.#isConditional = false;
    }
    return this.#call(call);
  }

  /** Where somebody was quicker (412, 409), the next look says what is there now. */
  #seeTo(call: Call, answer: Answer, what: string): void {
    if (answer.status === 200) return;
    if (answer.status === 412 || answer.status === 409) throw new Uncertain(`${what} was overtaken (${answer.status})`);
    throw this.#gone(call, answer);
  }

  /** What was damaged on the way, or an upload that is gone, is sent once more. */
  #gone(call: Call, answer: Answer): Error {
    const isPassing = /<Code>(?:BadDigest|XAmzContentSHA256Mismatch|NoSuchUpload|RequestTimeout|IncompleteBody)</.test(
      answer.text,
    );
    return isPassing ? new Uncertain(`it answered ${answer.status}`) : this.#refused(call, answer);
  }

  #sizeOfParts(bytes: number): number {
    return Math.max(this.#partSize, Math.ceil(bytes / MOST_PARTS));
  }

  #path(path: string, isBucket = false): string {
    return `/${this.#bucket}${isBucket ? '' : `/${escapedKey(this.#prefix + path)}`}`;
  }

  #call(call: Call): Promise<Answer> {
    return this.#client.call({ ...call, headers: { accept: '*/*', ...call.headers } });
  }

  #refused(call: Call, { status, text }: Answer): Refused {
    const [, code = ''] = /<Code>([^<]*)<\/Code>/.exec(text) ?? [];
    const [, message = ''] = /<Message>([^<]*)<\/Message>/.exec(text) ?? [];
    return new Refused(this.#client.finding(call, status, [code, message].filter((word) => word !== '').join(', ')));
  }

  /** An answer in XML. What changes something may have been done though its answer is something else: that must be looked at. */
  #xml(call: Call, { text }: Answer, name: string): PlainElement {
    let root: PlainElement | undefined;
    try {
      root = readForeignXml(text);
    } catch {
      root = undefined;
    }
    if (root?.name === name) return root;
    if (call.method !== 'GET') throw new Uncertain('its answer cannot be understood');
    const facts = { host: this.#client.base.host, path: call.path.replace(/\?.*/, ''), what: root?.name ?? 'no XML' };
    throw new Refused(diagnostic('PU017', facts));
  }
}

/** The text of the first element of a name. */
function textOf(element: PlainElement, name: string): string {
  const [found] = elementsNamed(element, name);
  return found === undefined ? '' : wordsOf(found);
}

function escapedValue(value: string): string {
  return escapedKey(value).replaceAll('/', '%2F');
}

function escapedXml(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
