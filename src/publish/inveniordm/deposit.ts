import { createHash } from 'node:crypto';
import type { Place } from '../../diagnostics/diagnostic.js';
import type { RecordAccess } from '../../model/target.js';
import type { DepositFile } from '../deposit-file.js';

/** What is deposited: the record's metadata and its files. */
export interface InvenioDeposit {
  /** The URN by which an earlier attempt is found, the same whatever DOI the edition bears. */
  readonly urn: string;
  /** The DOI that the files bear, bare; none where they bear none. */
  readonly doi?: string;
  /** The metadata, as InvenioRDM's REST API takes them (`metadata` of a record). */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** All is public where nothing is said. */
  readonly access?: RecordAccess;
  readonly files: readonly DepositFile[];
  /** The slug of a community, where the record is handed to one. */
  readonly community?: string;
  /** What somebody has changed in the draft at the repository gives way to our metadata. */
  readonly isReplacing?: boolean;
  /** Where the editor says what a field of the metadata is made of (`metadata.creators.0.…`). */
  readonly placeOf: (field: string) => Place | undefined;
}

/** The body of a draft. Its `pids` are never sent empty, since that drops a reserved DOI. */
export function bodyOf(
  { metadata, access, urn }: InvenioDeposit,
  absentLanguages: ReadonlySet<string>,
  doi?: string,
): Readonly<Record<string, unknown>> {
  const identifiers = listOf(metadata['identifiers']).filter((given) => given['identifier'] !== urn);
  const languages = listOf(metadata['languages']).filter(({ id }) => !absentLanguages.has(String(id)));
  const { languages: _, ...rest } = metadata;
  return {
    access: accessOf(access),
    files: { enabled: true },
    metadata: {
      ...rest,
      ...(languages.length === 0 ? {} : { languages }),
      identifiers: [...identifiers, { identifier: urn, scheme: 'urn' }],
    },
    ...(doi === undefined ? {} : { pids: { doi: { identifier: doi, provider: 'external' } } }),
  };
}

/** What of a record is open, as InvenioRDM's REST API takes it. */
function accessOf(access: RecordAccess = { record: 'public' }): Readonly<Record<string, unknown>> {
  const { record, embargo } = access;
  const files = access.files ?? (embargo === undefined ? record : 'restricted');
  return { record, files, ...(embargo === undefined ? {} : { embargo: { active: true, ...embargo } }) };
}

/** A list of objects, of what may be anything. */
export function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}

/** The digest of data, whatever the order of their keys. */
export function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** Whether all that one value says is said by another, which may say more, as a server does of each term. */
export function isSaidBy(said: unknown, by: unknown): boolean {
  if (Array.isArray(said))
    return Array.isArray(by) && by.length === said.length && said.every((item, i) => isSaidBy(item, by[i]));
  if (typeof said !== 'object' || said === null) return said === by;
  if (typeof by !== 'object' || by === null) return false;
  return Object.entries(said).every(([key, inner]) => isSaidBy(inner, (by as Record<string, unknown>)[key]));
}

/** The terms that the metadata name, with the vocabulary that each is from and the field where it stands. */
export interface NamedTerm {
  readonly vocabulary: string;
  readonly id: string;
  readonly field: string;
}

/** The vocabularies of the fields that hold a term's id (InvenioRDM, “Metadata reference”). */
const VOCABULARIES: readonly (readonly [field: RegExp, vocabulary: string])[] = [
  [/^resource_type$/, 'resourcetypes'],
  [/^languages\.\d+$/, 'languages'],
  [/^rights\.\d+$/, 'licenses'],
  [/^related_identifiers\.\d+\.relation_type$/, 'relationtypes'],
  [/^related_identifiers\.\d+\.resource_type$/, 'resourcetypes'],
  [/^creators\.\d+\.role$/, 'creatorsroles'],
  [/^contributors\.\d+\.role$/, 'contributorsroles'],
  [/^additional_titles\.\d+\.type$/, 'titletypes'],
  [/^additional_descriptions\.\d+\.type$/, 'descriptiontypes'],
  [/^dates\.\d+\.type$/, 'datetypes'],
];

export function termsOf(metadata: Readonly<Record<string, unknown>>): readonly NamedTerm[] {
  const found = new Map<string, NamedTerm>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const vocabulary = VOCABULARIES.find(([field]) => field.test(path))?.[1];
    const { id } = value as { id?: unknown };
    if (vocabulary !== undefined && typeof id === 'string' && !found.has(`${vocabulary} ${id}`))
      found.set(`${vocabulary} ${id}`, { vocabulary, id, field: `metadata.${path}` });
    for (const [key, inner] of Object.entries(value)) visit(inner, path === '' ? key : `${path}.${key}`);
  };
  visit(metadata, '');
  return [...found.values()];
}
