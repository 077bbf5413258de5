import { mediaTypeByPlace } from '../model/media-type.js';
import { sitePolicy } from '../model/site-policy.js';
import { linksetPath } from './signposting.js';
import { addressOf, type WebEdition } from './web-edition.js';

/** Fields of HTTP by their names. */
export type Fields = Readonly<Record<string, string>>;

/** What a server says of files: of all of them, of those in a folder, or of one. */
export interface HeaderRule {
  /** A path of the edition; with `/` at its end that of a folder, and empty for all files. */
  readonly path: string;
  readonly fields: Fields;
}

/**
 * What is said of every file, whatever server sends it: it is what it says it is, and loads nothing from elsewhere.
 * @param pictures the origin of the pictures of the source's pages, where the edition has such
 */
export function commonFields(pictures?: string): Fields {
  return {
    'Content-Security-Policy': sitePolicy('server', pictures),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
  };
}

export const COMMON_FIELDS: Fields = commonFields();

/** What is published may be read by programs in the pages of other sites (Fetch Standard, §3.2); what is served on a machine by itself may not, since drafts are. */
const OPEN: Fields = { 'Access-Control-Allow-Origin': '*' };

/** The link that leads from every file to the links of all (RFC 9264, §6). */
export function linksetField(address: string): string {
  return `<${address}>; rel="linkset"; type="application/linkset+json"`;
}

/** What hosts are to say of the edition’s files. @param paths the files whose types no host would know by their endings */
export function headerRules(edition: WebEdition, paths: readonly string[]): readonly HeaderRule[] {
  const typed = paths.flatMap((path): HeaderRule[] => {
    const type = mediaTypeByPlace(path);
    return type === undefined ? [] : [{ path: folderOfType(path) ?? path, fields: { 'Content-Type': type } }];
  });
  const byPath = new Map(typed.map((rule) => [rule.path, rule]));
  return [
    {
      path: '',
      fields: { ...commonFields(edition.pictures), ...OPEN, Link: linksetField(addressOf(edition, linksetPath)) },
    },
    ...byPath.values(),
  ];
}

/** The folder of a file whose neighbours all have its type. */
function folderOfType(path: string): string | undefined {
  return /^(?:tei|metadata\/mods)\//.exec(path)?.[0];
}

/**
 * The file `_headers`, which Netlify, Cloudflare Pages and others read at the top of a site. Its paths are those on the host, so that an edition in a folder of a
 * site can have its rules copied to the top.
 */
export function headersFile({ base }: WebEdition, rules: readonly HeaderRule[]): string {
  const prefix = new URL(base).pathname;
  return rules
    .map(({ path, fields }) => {
      const lines = Object.entries(fields).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${prefix}${path}${path === '' || path.endsWith('/') ? '*' : ''}\n${lines.join('')}`;
    })
    .join('');
}

/** The file `.htaccess`, which Apache reads in the folder of the edition (httpd 2.4, mod_headers and expressions). */
export function htaccess({ base }: WebEdition, rules: readonly HeaderRule[]): string {
  const prefix = decodeURI(new URL(base).pathname);
  return rules.map(({ path, fields }) => (path === '' ? ofAll(fields) : ofSome(`${prefix}${path}`, fields))).join('');
}

function ofAll(fields: Fields): string {
  const lines = Object.entries(fields).map(([name, value]) => `  Header always set ${name} ${quoted(value)}\n`);
  return `Options -Indexes\n<IfModule mod_headers.c>\n${lines.join('')}</IfModule>\n`;
}

function ofSome(path: string, fields: Fields): string {
  // A number sign ends the expression, and a quotation mark the condition.
  const pattern = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[#"\s]/g, '.');
  const type = fields['Content-Type'];
  const others = Object.entries(fields).filter(([name]) => name !== 'Content-Type');
  const lines = [
    ...(type === undefined ? [] : [`  ForceType ${quoted(type)}\n`]),
    ...others.map(([name, value]) => `  Header always set ${name} ${quoted(value)}\n`),
  ];
  const end = path.endsWith('/') ? '' : '$';
  return `<If "%{REQUEST_URI} =~ m#^${pattern}${end}#">\n${lines.join('')}</If>\n`;
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
