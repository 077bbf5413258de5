import { escapeText } from '../../formats/xhtml.js';
import { COMMON_FIELDS, commonFields, type Fields, linksetField } from '../host-headers.js';
import type { Harvesting } from '../oai/harvesting.js';
import { respond } from '../oai/respond.js';
import { linksetPath } from '../signposting.js';
import { answerFile, type HttpAnswer, type HttpRequest, textAnswer, toFolder } from './answer.js';
import { pictureOrigin } from './picture-origin.js';
import { findFile } from './site-files.js';

/** A folder that is served under a name. */
export interface ServedFolder {
  readonly name: string;
  readonly folder: string;
}

/** What is served: one edition at the top, or several under their names; and, where harvesters are answered, from what. */
export interface ServedSite {
  readonly folders: readonly ServedFolder[];
  readonly harvesting?: Harvesting;
  /** The address under which it is reached; with a solidus at its end. */
  readonly address: string;
  /** The names by which it may be asked, without the port; by any where nothing is said. */
  readonly hosts?: readonly string[];
}

/** The names by which a machine asks itself. */
export const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Where harvesters ask. */
export const HARVESTING_PATH = '/oai';

/**
 * The answer to a request for a page of the editions, or of a harvester.
 * @param now milliseconds of Unix time
 */
export function answer(site: ServedSite, request: HttpRequest, now: number): HttpAnswer {
  // A page from elsewhere may have its name lead to this machine, and would read what is served for its owner alone.
  if (site.hosts?.includes(hostOf(request)) === false)
    return textAnswer(421, `This server answers under these names: ${site.hosts.join(', ')}.`);
  // A proxy may ask with the whole address (RFC 9112, §3.2.2).
  const target = request.target.replace(/^https?:\/\/[^/?]*/i, '').replace(/^(?!\/)/, '/');
  const [path = '/', ...query] = target.split('?');
  const { folders, harvesting, address } = site;
  if (path === HARVESTING_PATH && harvesting !== undefined)
    return harvested(harvesting, request, {
      baseUrl: `${address}${HARVESTING_PATH.slice(1)}`,
      query: query.join('?'),
      now,
    });
  const [only] = folders;
  const asked = { ...request, target };
  if (folders.length === 1 && only !== undefined)
    return answerFile(only.folder, path.slice(1), asked, fieldsOf(only, '/'));
  if (path === '/') return request.method === 'GET' || request.method === 'HEAD' ? overview(folders) : NOT_ALLOWED;
  const [, first = '', rest] = /^\/([^/]*)(?:\/(.*))?$/s.exec(path) ?? [];
  const served = folders.find(({ name }) => encodeURIComponent(name) === first || name === first);
  if (served === undefined) return textAnswer(404, 'There is no such page.');
  if (rest === undefined) return toFolder(first);
  return answerFile(served.folder, rest, asked, fieldsOf(served, `/${first}/`));
}

/** The name by which the server is asked (RFC 9112, §3.2). */
function hostOf({ fields: { host } }: HttpRequest): string {
  return String(host ?? '')
    .replace(/:\d*$/, '')
    .toLowerCase();
}

/** What is said of the files of an edition: the link to its link set, where it has one, and where its pages load pictures from. */
function fieldsOf({ folder }: ServedFolder, top: string): Fields {
  const pictures = pictureOrigin(folder);
  return {
    ...(pictures === undefined ? {} : commonFields(pictures)),
    ...(typeof findFile(folder, linksetPath) === 'object' ? { Link: linksetField(`${top}${linksetPath}`) } : {}),
  };
}

const NOT_ALLOWED = textAnswer(405, 'Pages can only be read.', { Allow: 'GET, HEAD' });

/** Arguments come in the address or, by POST, as a form (OAI-PMH 2.0, §3.1.1). */
function harvested(
  harvesting: Harvesting,
  { method, body = '' }: HttpRequest,
  { baseUrl, query, now }: { readonly baseUrl: string; readonly query: string; readonly now: number },
): HttpAnswer {
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST')
    return textAnswer(405, 'Harvesters ask by GET or POST.', { Allow: 'GET, HEAD, POST' });
  const pairs = new URLSearchParams(method === 'POST' ? body : query);
  const asking = { baseUrl, now: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z') };
  const fields = { ...COMMON_FIELDS, 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': 'no-cache' };
  return { status: 200, fields, body: respond(harvesting(), pairs, asking) };
}

/** A page that leads to the editions. */
function overview(folders: readonly ServedFolder[]): HttpAnswer {
  const items = folders.map(({ name }) => `<li><a href="${encodeURIComponent(name)}/">${escapeText(name)}</a></li>\n`);
  const body = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Editions</title><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body>
<main><h1>Editions</h1>
<ul>
${items.join('')}</ul></main>
</body>
</html>
`;
  return { status: 200, fields: { ...COMMON_FIELDS, 'Content-Type': 'text/html; charset=utf-8' }, body };
}
