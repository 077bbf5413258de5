import { mediaTypeOf } from '../../model/media-type.js';
import { COMMON_FIELDS, type Fields } from '../host-headers.js';
import { conditionOf, isRangeWanted, type RequestFields } from './conditions.js';
import { type ByteRange, rangeOf } from './range.js';
import { findFile, type SiteFile } from './site-files.js';

/** What a client asks for. */
export interface HttpRequest {
  readonly method: string;
  /** The path of the address with its query, as it was sent. */
  readonly target: string;
  readonly fields: RequestFields;
  /** What a POST brings. */
  readonly body?: string;
}

/** What a client is answered: a text, or a file of which all or a part is sent. */
export interface HttpAnswer {
  readonly status: number;
  readonly fields: Fields;
  readonly body?: string | FilePart;
}

/** Bytes of a file on the disk; none where the last is before the first. */
export interface FilePart extends ByteRange {
  readonly place: string;
}

/** An answer in a sentence. */
export function textAnswer(status: number, words: string, fields: Fields = {}): HttpAnswer {
  const own = { ...COMMON_FIELDS, ...fields, 'Content-Type': 'text/plain; charset=utf-8' };
  return { status, fields: own, body: `${words}\n` };
}

/**
 * The answer with a file of a folder (RFC 9110): whole, in part, or that the client has it already.
 * @param path the path within the folder, percent-encoded
 * @param more fields of every file of the folder
 */
export function answerFile(folder: string, path: string, request: HttpRequest, more: Fields = {}): HttpAnswer {
  const { method, fields, target } = request;
  if (method !== 'GET' && method !== 'HEAD') return textAnswer(405, 'Files can only be read.', { Allow: 'GET, HEAD' });
  const file = findFile(folder, path);
  if (file === undefined) return textAnswer(404, 'There is no such page.');
  if (file === 'folder') {
    const [, query = ''] = /(\?.*)?$/s.exec(target) ?? [];
    return toFolder(path, query);
  }
  const own: Fields = {
    ...COMMON_FIELDS,
    ...more,
    ETag: file.etag,
    'Last-Modified': new Date(file.modified).toUTCString(),
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-cache',
  };
  const condition = conditionOf(fields, file);
  if (condition === 'failed') return textAnswer(412, 'The file is not the one that is meant.');
  if (condition === 'not-modified') return { status: 304, fields: own };
  // Ranges are of GET alone (RFC 9110, §14.2).
  const isInPart = method === 'GET' && isRangeWanted(fields, file);
  return content(file, { ...own, 'Content-Type': mediaTypeOf(file.path) }, isInPart ? fields['range'] : undefined);
}

/** Leads from a folder’s address without its solidus to that with it. It is relative, so that it leads there behind another server too. */
export function toFolder(path: string, query = ''): HttpAnswer {
  const location = `./${path.replace(/^.*\//, '')}/${query}`;
  return textAnswer(308, 'The address of a folder ends with a solidus.', { Location: location });
}

function content({ place, bytes }: SiteFile, fields: Fields, range: string | string[] | undefined): HttpAnswer {
  const part = rangeOf(typeof range === 'string' ? range : undefined, bytes);
  if (part === 'unsatisfiable')
    return textAnswer(416, 'The file is not so long.', { 'Content-Range': `bytes */${bytes}` });
  if (part === undefined) return { status: 200, fields, body: { place, first: 0, last: bytes - 1 } };
  const { first, last } = part;
  const partial = { ...fields, 'Content-Range': `bytes ${first}-${last}/${bytes}` };
  return { status: 206, fields: partial, body: { place, first, last } };
}
