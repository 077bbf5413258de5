import { statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/suggest.js';
import { realPath } from '../formats/confinement.js';
import { readRegularFile, readTextFile, unreadable } from '../formats/text-file.js';
import type { TargetSettings, TokenSource } from '../model/target.js';
import { isSafe } from '../publish/client.js';
import { Secret } from '../publish/secret.js';
import type { ReadTarget } from '../volume/targets.js';

/** The variables of the surroundings. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A target that can be called. */
export interface OpenTarget {
  readonly settings: TargetSettings;
  readonly base: URL;
  /** The file that describes it. */
  readonly list: string;
}

/** Where the user's own things of this program lie (XDG Base Directory Specification). */
function configurationFolder(env: Environment): string {
  const { XDG_CONFIG_HOME: given = '', HOME: home = '' } = env;
  return join(given.startsWith('/') ? given : join(home, '.config'), 'chancery');
}

/**
 * Finds a target by its name: in the user's own list, else in the manifest. The own list comes first, so that no manifest that one was given
 * can put an address of its own in the place of a known name.
 *
 * @param manifest volume.yaml; undefined where the edition has none
 */
export async function findTarget(
  name: string,
  manifest: string | undefined,
  env: Environment,
): Promise<Result<OpenTarget>> {
  const { readTargets } = await import('../volume/targets.js');
  const own = join(configurationFolder(env), 'targets.yaml');
  const known = new Map<string, ReadTarget>();
  for (const path of [own, manifest]) {
    if (path === undefined || (path === own && statSync(own, { throwIfNoEntry: false }) === undefined)) continue;
    if (path === own && mayOthers(own, 0o022))
      return { diagnostics: [diagnostic('PU004', { act: 'write', path: own, mode: 'go-w' }, { file: own })] };
    const source = await readTextFile(path);
    if (source.value === undefined) return { diagnostics: source.diagnostics };
    const read = readTargets(source.value);
    if (read.value === undefined) return { diagnostics: read.diagnostics };
    for (const [given, target] of read.value) if (!known.has(given)) known.set(given, target);
  }
  const found = known.get(name);
  if (found === undefined)
    return { diagnostics: [diagnostic('PU001', { name, suggestion: suggestion(name, [...known.keys()]) })] };
  return withAddress(name, found);
}

function suggestion(name: string, known: readonly string[]): string {
  if (known.length === 0) return 'Describe one under “targets” in volume.yaml; `chancery publish --help` shows how.';
  const meant = suggest(name, known);
  return meant === undefined ? `There is ${known.join(', ')}.` : `Did you mean ${meant}?`;
}

function withAddress(name: string, { settings, place }: ReadTarget): Result<OpenTarget> {
  const { baseUrl: address } = settings;
  const base = URL.canParse(address) ? new URL(address) : undefined;
  const isRight = settings.type === 'sftp' ? base?.protocol === 'sftp:' : base !== undefined && isSafe(base);
  if (base !== undefined && isRight) return { value: { settings, base, list: place.file }, diagnostics: [] };
  const secret = 'token' in settings ? 'token' : 'password';
  const isSftp = settings.type === 'sftp';
  const reason =
    base === undefined
      ? 'it is none'
      : isSftp
        ? 'it does not begin with sftp://'
        : `a ${secret} would be sent there in the clear`;
  return { diagnostics: [diagnostic('PU005', { target: name, address, reason }, place)] };
}

/** A kind of secret: what it is called, and what it can look like. */
interface SecretKind {
  readonly noun: string;
  readonly isOne: (word: string) => boolean;
}

const kinds = {
  /** What can stand in a header as a token (RFC 6750, §2.1, b64token). */
  token: { noun: 'token', isOne: (word) => /^[\w.~+/-]{8,}=*$/.test(word) },
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  password: { noun: 'password', isOne: (word) => /^[^\u0000-\u001f\u007f]{1,1000}$/.test(word) },
  secretAccessKey: { noun: 'secret key', isOne: (word) => /^[\w.~+/=-]{8,}$/.test(word) },
  privateKey: {
    noun: 'private key',
    isOne: (word) => /^-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+-----END /.test(word),
  },
} as const satisfies Record<string, SecretKind>;

/** The secret that a target asks for: which kind, and where it is kept. A private key goes before a password. */
function secretOf(settings: TargetSettings): { readonly kind: SecretKind; readonly source: TokenSource } | undefined {
  if (settings.type === 'inveniordm' || settings.type === 'dataverse')
    return { kind: kinds.token, source: settings.token };
  if (settings.type === 's3') return { kind: kinds.secretAccessKey, source: settings.secretAccessKey };
  if (settings.type === 'sftp' && settings.privateKey !== undefined)
    return { kind: kinds.privateKey, source: settings.privateKey };
  return settings.password === undefined ? undefined : { kind: kinds.password, source: settings.password };
}

/**
 * Reads the secret of a target. A file that others can read is refused. One that a manifest names must lie in the folder of the volume or among the
 * user's own things of this program, since manifests come from others, who could name any file.
 */
export function readSecret(name: string, { settings, list }: OpenTarget, env: Environment): Result<Secret> {
  const asked = secretOf(settings);
  if (asked === undefined) {
    const facts = { secret: 'password', target: name, reason: 'it names neither a password nor a private key' };
    const remedy = 'Write password: { env: NAME } or privateKey: { file: PATH }.';
    return { diagnostics: [diagnostic('PU003', { ...facts, remedy }, { file: list })] };
  }
  const { noun, isOne } = asked.kind;
  const { source } = asked;
  const refused = (reason: string, remedy: string): Result<Secret> => ({
    diagnostics: [diagnostic('PU003', { secret: noun, target: name, reason, remedy }, { file: list })],
  });
  if ('env' in source) {
    const word = env[source.env]?.trim();
    if (word !== undefined && isOne(word)) return { value: new Secret(word), diagnostics: [] };
    const reason = word ? `the variable ${source.env} holds something else` : `the variable ${source.env} is not set`;
    return refused(reason, `Set it: export ${source.env}=…`);
  }
  const own = configurationFolder(env);
  const path = resolve(dirname(list), source.file.replace(/^~(?=\/)/, env['HOME'] ?? '~'));
  const isOwn = [own, dirname(resolve(list))].some((folder) => realPath(path).startsWith(`${realPath(folder)}${sep}`));
  if (!isOwn && realPath(list) !== realPath(join(own, 'targets.yaml')))
    return refused(
      `${list} names the file ${path}, which is neither in its folder nor in ${own}`,
      `Put the ${noun} into a file in ${own}, or describe the target in ${join(own, 'targets.yaml')}.`,
    );
  try {
    if (mayOthers(path, 0o077))
      return { diagnostics: [diagnostic('PU004', { act: 'read', path, mode: 'go=' }, { file: path })] };
    if (statSync(path).size > 10_000)
      return refused(`${path} holds more than a ${noun}`, `Put nothing but the ${noun} into it.`);
    const word = readRegularFile(path).toString('utf8').trim();
    if (isOne(word)) return { value: new Secret(word), diagnostics: [] };
    return refused(`${path} holds no ${noun}`, `Put the ${noun} into it, and nothing else.`);
  } catch (error) {
    return { diagnostics: [unreadable(path, error as NodeJS.ErrnoException)] };
  }
}

/** Whether others than the owner have one of these rights to a file; Windows knows none of them. */
function mayOthers(path: string, rights: number): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & rights) !== 0;
}
