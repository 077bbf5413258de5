import type { OpenPackage } from '../../formats/package-entries.js';
import type { BagFindings } from './bag-findings.js';
import type { BagCheck, BagEntries } from './check-bag.js';
import type { Manifest } from './check-manifests.js';
import type { Declaration } from './tag-files.js';

/** What a repository asks of a fact of `bag-info.txt`. */
interface InfoRule {
  readonly required: boolean;
  readonly repeatable: boolean;
  readonly values: readonly string[];
}

/** A BagIt profile (BagIt Profiles Specification 1.3.0): what a repository takes. */
export interface BagProfile {
  readonly identifier: string;
  readonly info: ReadonlyMap<string, InfoRule>;
  /** The lists of the profile by their keys; undefined for one that it has not got. */
  readonly list: (key: string) => readonly string[] | undefined;
  readonly flag: (key: string) => boolean | undefined;
  readonly serialization: string;
}

/** A bag as far as profiles ask for it. */
export interface ProfiledBag {
  readonly declaration: Declaration;
  readonly info: BagCheck['info'];
  readonly manifests: readonly Manifest[];
  readonly bag: BagEntries;
  readonly form: OpenPackage['form'];
}

type Json = Readonly<Record<string, unknown>>;

const MEDIA_TYPES: Readonly<Record<OpenPackage['form'], readonly string[]>> = {
  folder: [],
  zip: ['application/zip', 'application/x-zip-compressed'],
  tar: ['application/tar', 'application/x-tar'],
};

/** Reads a profile. @throws {SyntaxError} where it is none */
export function readProfile(text: string): BagProfile {
  const json = objectOf(JSON.parse(text.replace(/^\ufeff/, '')));
  const about = json && objectOf(json['BagIt-Profile-Info']);
  if (json === undefined || about === undefined) throw new SyntaxError('it has no BagIt-Profile-Info');
  const identifier = about['BagIt-Profile-Identifier'];
  if (typeof identifier !== 'string') throw new SyntaxError('BagIt-Profile-Info has no BagIt-Profile-Identifier');
  const rules = Object.entries(objectOf(json['Bag-Info']) ?? {}).map(([label, rule]): [string, InfoRule] => {
    const asked = objectOf(rule) ?? {};
    const values = stringsOf(asked['values']) ?? [];
    return [label, { required: asked['required'] === true, repeatable: asked['repeatable'] !== false, values }];
  });
  const serialization = json['Serialization'];
  return {
    identifier,
    info: new Map(rules),
    list: (key) => stringsOf(json[key]),
    flag: (key) => (typeof json[key] === 'boolean' ? json[key] : undefined),
    serialization: typeof serialization === 'string' ? serialization : 'optional',
  };
}

function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function stringsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? (value as string[]) : undefined;
}

/** Checks a bag against a profile. */
export function checkProfile(profile: BagProfile, bag: ProfiledBag, findings: BagFindings): void {
  for (const what of [...infoFaults(profile, bag), ...manifestFaults(profile, bag), ...fileFaults(profile, bag)])
    findings.add('BG020', what);
  const versions = profile.list('Accept-BagIt-Version');
  if (versions !== undefined && !versions.includes(bag.declaration.version))
    findings.add('BG020', `it takes the BagIt versions ${versions.join(', ')}, this is ${bag.declaration.version}`);
  const serialization = serializationFault(profile, bag.form);
  if (serialization !== undefined) findings.add('BG020', serialization);
}

function* infoFaults({ identifier, info: rules }: BagProfile, { info }: ProfiledBag): Generator<string> {
  const valuesOf = (label: string): readonly string[] =>
    info.filter(([own]) => own.toLowerCase() === label.toLowerCase()).map(([, value]) => value);
  if (!valuesOf('BagIt-Profile-Identifier').includes(identifier))
    yield `bag-info.txt has no BagIt-Profile-Identifier: ${identifier}`;
  for (const [label, { required, repeatable, values }] of rules) {
    const own = valuesOf(label);
    if (required && own.every((value) => value === '')) yield `bag-info.txt has no ${label}`;
    if (!repeatable && own.length > 1) yield `${label} stands ${own.length} times in bag-info.txt`;
    for (const value of own)
      if (values.length > 0 && !values.includes(value)) yield `${label} is “${value}”, not one of ${values.join(', ')}`;
  }
}

function* manifestFaults(profile: BagProfile, { manifests }: ProfiledBag): Generator<string> {
  for (const [isTag, prefix] of [
    [false, 'Manifests'],
    [true, 'Tag-Manifests'],
  ] as const) {
    const own = manifests.filter((manifest) => manifest.isTag === isTag).map(({ algorithm }) => algorithm);
    const plain = (key: string): readonly string[] | undefined =>
      profile.list(`${prefix}-${key}`)?.map((name) => name.toLowerCase().replaceAll('-', ''));
    for (const algorithm of plain('Required') ?? [])
      if (!own.includes(algorithm)) yield `there is no ${isTag ? 'tag' : ''}manifest-${algorithm}.txt`;
    const allowed = plain('Allowed');
    for (const algorithm of own)
      if (allowed !== undefined && !allowed.includes(algorithm))
        yield `a ${isTag ? 'tag' : ''}manifest by ${algorithm} is not allowed`;
  }
}

function* fileFaults(profile: BagProfile, { bag: { files } }: ProfiledBag): Generator<string> {
  const hasFetch = files.has('fetch.txt');
  if (hasFetch && profile.flag('Allow-Fetch.txt') === false) yield 'fetch.txt is not allowed';
  if (!hasFetch && profile.flag('Fetch.txt-Required') === true) yield 'fetch.txt is missing';
  const payload = [...files].filter(([path]) => path.startsWith('data/'));
  if (profile.flag('Data-Empty') === true && (payload.length > 1 || payload.some(([, { size }]) => size > 0)))
    yield 'data/ is not empty';
  const tags = [...files.keys()].filter((path) => !path.startsWith('data/'));
  yield* listFaults(
    profile,
    'Tag-Files',
    tags.filter((path) => !isBagIts(path)),
    (path) => files.has(path),
  );
  yield* listFaults(
    profile,
    'Payload-Files',
    payload.map(([path]) => path),
    (path) => files.has(path),
  );
}

function* listFaults(
  profile: BagProfile,
  key: string,
  paths: readonly string[],
  isThere: (path: string) => boolean,
): Generator<string> {
  const required = profile.list(`${key}-Required`) ?? [];
  for (const path of required) if (!isThere(path)) yield `${path} is missing`;
  const allowed = profile.list(`${key}-Allowed`)?.map(globAsPattern);
  for (const path of paths)
    if (allowed !== undefined && !required.includes(path) && !allowed.some((pattern) => pattern.test(path)))
      yield `${path} is not allowed`;
}

/** Whether a tag file is one of those that BagIt itself names. */
function isBagIts(path: string): boolean {
  return /^(?:bagit\.txt|bag-info\.txt|fetch\.txt|(?:tag)?manifest-[^/]+\.txt)$/.test(path);
}

/** A pattern with `*`, which stands for anything, as POSIX `fnmatch` has it. */
function globAsPattern(glob: string): RegExp {
  const parts = glob.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

function serializationFault({ serialization, list }: BagProfile, form: OpenPackage['form']): string | undefined {
  if (form === 'folder') return serialization === 'required' ? 'the bag must be packed into one file' : undefined;
  if (serialization === 'forbidden') return 'the bag may not be packed into one file';
  const accepted = list('Accept-Serialization');
  if (accepted === undefined || MEDIA_TYPES[form].some((type) => accepted.includes(type))) return undefined;
  return `it takes packages of the kinds ${accepted.join(', ')}, this is ${form}`;
}
