/** Creative Commons and its versions: `licenses/by-nc/4.0`. */
const CREATIVE_COMMONS = /^https?:\/\/creativecommons\.org\/licenses\/(by(?:-nc)?(?:-sa|-nd)?)\/([\d.]+)(?:\/|$)/i;

const DEDICATIONS: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/creativecommons\.org\/publicdomain\/zero\/1\.0(?:\/|$)/i, 'CC0-1.0'],
  [/^https?:\/\/creativecommons\.org\/publicdomain\/mark\/1\.0(?:\/|$)/i, 'CC-PDM-1.0'],
  [/^https?:\/\/opendatacommons\.org\/licenses\/pddl\/1[-.]0(?:\/|$)/i, 'PDDL-1.0'],
  [/^https?:\/\/(?:www\.)?opensource\.org\/licenses?\/mit(?:\/|$)/i, 'MIT'],
];

/** The SPDX identifier of the licence at an address (SPDX License List): `CC-BY-4.0`; undefined for any other. A ported version has another text and is none. */
export function spdxOf(target: string): string | undefined {
  const [, kind, version] = CREATIVE_COMMONS.exec(target) ?? [];
  const rest = target.replace(CREATIVE_COMMONS, '');
  if (kind !== undefined && version !== undefined) {
    const isUnported = /^(?:deed|legalcode)?(?:\.[a-z-]+)?\/?$/i.test(rest);
    return isUnported && /^(?:1\.0|2\.0|2\.5|3\.0|4\.0)$/.test(version)
      ? `CC-${kind.toUpperCase()}-${version}`
      : undefined;
  }
  return DEDICATIONS.find(([form]) => form.test(target))?.[1];
}
