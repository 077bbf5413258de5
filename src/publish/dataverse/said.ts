import type { VersionAnswer } from './answers.js';
import { addressKey, digestOf, type VersionBody } from './deposit.js';

/** A field as its words alone: the shape around them is the server’s matter. */
type Words = string | readonly Words[] | { readonly [name: string]: Words };
type Blocks = Readonly<Record<string, { readonly fields: readonly { typeName: string; value?: unknown }[] }>>;

/** Fields that the server adds of itself. */
const SERVERS: ReadonlySet<string> = new Set(['depositor', 'dateOfDeposit']);

function wordsOf(value: unknown): Words {
  if (Array.isArray(value)) return value.map(wordsOf);
  if (typeof value !== 'object' || value === null)
    return String(value ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  const members = value as Readonly<Record<string, unknown>>;
  if ('typeName' in members) return wordsOf(members['value']);
  const entries = Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, wordsOf(inner)]));
}

/** All fields of the blocks by their names; one that may be repeated and is not, as an installation may have it, is a list of one. */
function fieldsOf(blocks: Blocks): ReadonlyMap<string, string> {
  const fields = Object.values(blocks).flatMap((block) => block.fields);
  return new Map(
    fields
      .filter(({ typeName }) => !SERVERS.has(typeName))
      .map(({ typeName, value }) => [typeName, JSON.stringify([wordsOf(value)].flat())] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Whether a version says all that we say. It may say more. */
export function isSaidBy(body: VersionBody, version: VersionAnswer): boolean {
  const there = fieldsOf(version.metadataBlocks);
  const said = [...fieldsOf(body.metadataBlocks)].every(([name, words]) => there.get(name) === words);
  return said && isLicensed(body, version);
}

function isLicensed({ license, termsOfUse }: VersionBody, version: VersionAnswer): boolean {
  if (license !== undefined) {
    const there = version.license;
    if (typeof there === 'string') return there === license.name;
    return there != null && addressKey(there.uri) === addressKey(license.uri);
  }
  return termsOfUse === undefined || wordsOf(version.termsOfUse) === wordsOf(termsOfUse);
}

/** The digest of all that a version says, by which it is known whether somebody has changed it. */
export function digestOfVersion(version: VersionAnswer): string {
  const { license, termsOfUse } = version;
  return digestOf([[...fieldsOf(version.metadataBlocks)], license ?? '', termsOfUse ?? '']);
}

/** Whether a version bears an identifier among its other ones. */
export function bears(version: VersionAnswer, urn: string): boolean {
  const field = version.metadataBlocks['citation']?.fields.find(({ typeName }) => typeName === 'otherId');
  return JSON.stringify(wordsOf(field?.value)).includes(JSON.stringify(urn));
}
