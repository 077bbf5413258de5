/** Formats by their media types in the register PRONOM, those of which every file is of the same version. */
const BY_MEDIA_TYPE: Readonly<Record<string, string>> = {
  'application/epub+zip': 'fmt/483',
  'application/json': 'fmt/817',
  'application/ld+json': 'fmt/817',
  'application/linkset+json': 'fmt/817',
  'application/marcxml+xml': 'fmt/101',
  'application/mods+xml': 'fmt/101',
  'application/tei+xml': 'fmt/101',
  'application/vnd.citationstyles.csl+json': 'fmt/817',
  'application/vnd.datacite.datacite+json': 'fmt/817',
  'application/vnd.datacite.datacite+xml': 'fmt/101',
  'application/xml': 'fmt/101',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'fmt/412',
  'image/svg+xml': 'fmt/92',
  'text/css': 'x-fmt/224',
  'text/html': 'fmt/471',
  'text/javascript': 'x-fmt/423',
  'text/markdown': 'fmt/1149',
  'text/plain': 'x-fmt/111',
  'application/yaml': 'fmt/818',
};

/** Versions of PDF by what a file begins with (PRONOM). */
const PDF: Readonly<Record<string, string>> = {
  '1.4': 'fmt/18',
  '1.5': 'fmt/19',
  '1.6': 'fmt/20',
  '1.7': 'fmt/276',
  '2.0': 'fmt/1129',
};

/**
 * The PRONOM identifier of a file’s format (nationalarchives.gov.uk/PRONOM), from its media type and, where that has several versions, from its first bytes;
 * undefined where it is not certain.
 */
export function pronomOf(mediaType: string, start: Uint8Array): string | undefined {
  const known = BY_MEDIA_TYPE[mediaType];
  if (known !== undefined) return known;
  if (mediaType !== 'application/pdf') return undefined;
  const version = /^%PDF-(\d\.\d)/.exec(Buffer.from(start.subarray(0, 8)).toString('latin1'))?.[1];
  return version === undefined ? undefined : PDF[version];
}
