/** Media types by the endings of files (IANA registry), with the charset that a server says of texts (RFC 9110, §8.3). */
const BY_ENDING: Readonly<Record<string, string>> = {
  bib: 'application/x-bibtex; charset=utf-8',
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  epub: 'application/epub+zip',
  gif: 'image/gif',
  htm: 'text/html; charset=utf-8',
  html: 'text/html; charset=utf-8',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  jsonl: 'application/jsonl',
  md: 'text/markdown; charset=utf-8',
  otf: 'font/otf',
  pdf: 'application/pdf',
  png: 'image/png',
  ris: 'application/x-research-info-systems; charset=utf-8',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xhtml: 'application/xhtml+xml',
  xml: 'application/xml',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  zip: 'application/zip',
};

/** Types that the place of a file in the web edition tells, before its ending does. */
const BY_PLACE: readonly (readonly [RegExp, string])[] = [
  [/^linkset\.json$/, 'application/linkset+json'],
  [/^opensearch\.xml$/, 'application/opensearchdescription+xml'],
  [/^atom\.xml$/, 'application/atom+xml'],
  [/^dts\/.*\.json$/, 'application/ld+json'],
  [/^json\/document\.schema\.json$/, 'application/schema+json'],
  [/^iiif\/manifest\.json$/, 'application/ld+json'],
  [/^\.well-known\/resourcesync$/, 'application/xml'],
  [/^tei\/[^/]+\.xml$/, 'application/tei+xml'],
  [/^metadata\/mods(?:\/[^/]+)?\.xml$/, 'application/mods+xml'],
  [/^metadata\/datacite\.xml$/, 'application/vnd.datacite.datacite+xml'],
  [/^metadata\/datacite\.json$/, 'application/vnd.datacite.datacite+json'],
  [/^metadata\/marc\.xml$/, 'application/marcxml+xml'],
  [/^metadata\/schema-org\.json$/, 'application/ld+json'],
  [/^metadata\/csl\.json$/, 'application/vnd.citationstyles.csl+json'],
  [/^metadata\/cmif\.xml$/, 'application/tei+xml'],
];

/** The media type of a file of the web edition that its place tells and its ending does not. */
export function mediaTypeByPlace(path: string): string | undefined {
  return BY_PLACE.find(([form]) => form.test(path))?.[1];
}

/**
 * The media type of a file of the web edition, as `Content-Type` has it; `application/octet-stream` for one that is not known.
 * @param path its path in the edition, with `/`
 */
export function mediaTypeOf(path: string): string {
  const placed = mediaTypeByPlace(path);
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return placed ?? (Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined) ?? 'application/octet-stream';
}

/** The type alone, without the charset. */
export function bareMediaTypeOf(path: string): string {
  return mediaTypeOf(path).replace(/;.*$/, '');
}

/**
 * The media type of a file in an archived edition or a package, without the charset: XML of the TEI part is TEI, and what the web edition
 * holds is what a server says of it.
 * @param path from the top of the edition, with the folder of its part (`tei/v.xml`)
 */
export function mediaTypeInPackage(path: string): string {
  return /^tei\/.*\.xml$/i.test(path) ? 'application/tei+xml' : bareMediaTypeOf(path.replace(/^html\//, ''));
}
