import { type Diagnostic, diagnostic, type Place, type Result } from '../diagnostics/diagnostic.js';
import type { YamlTree } from '../formats/yaml.js';
import type { Span } from '../model/position.js';
import type { SourceFile } from '../model/source-file.js';
import type { TargetSettings } from '../model/target.js';
import { issueFindings, openManifest, withoutEmpty } from './manifest.js';
import { targetsSchema } from './manifest-targets.js';

/** A target with where it is described. */
export interface ReadTarget {
  readonly settings: TargetSettings;
  readonly place: Place;
}

/** The keys that say where a secret is kept. */
const SOURCE_KEYS: ReadonlySet<string> = new Set(['token', 'password', 'secretAccessKey', 'privateKey']);
/** The keys under which a secret itself may have been written. */
const SECRET_KEYS =
  /^(?:token|password|passwd|secret|key|access[-_]?token|api[-_]?key|secret[-_]?access[-_]?key|private[-_]?key|passphrase)$/i;
/** The name of a variable; what is longer or has other signs is more likely the secret itself. */
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]{0,49}$/;

/**
 * Reads the targets of volume.yaml, or of the user's own list, and nothing else of it. Where a token itself stands there, that is the finding, and
 * none of it is repeated.
 */
export function readTargets(source: SourceFile): Result<ReadonlyMap<string, ReadTarget>> {
  const opened = openManifest(source);
  if (opened.value === undefined) return { diagnostics: opened.diagnostics };
  const { tree, at } = opened.value;
  const secrets = writtenSecrets(tree, at);
  if (secrets.length > 0) return { diagnostics: secrets };
  const parsed = targetsSchema.safeParse(withoutEmpty(tree.value ?? {}), { reportInput: true });
  if (!parsed.success)
    return { diagnostics: parsed.error.issues.flatMap((issue) => issueFindings(issue, [], tree, at)) };
  const read = Object.entries(parsed.data.targets).map(([name, settings]): [string, ReadTarget] => [
    name,
    { settings, place: at(tree.keySpan(['targets', name])) },
  ]);
  return { value: new Map(read), diagnostics: [] };
}

/** Where a target holds a secret, or an address with one in it. */
function writtenSecrets(tree: YamlTree, at: (span: Span) => Place): readonly Diagnostic[] {
  const { targets } = (tree.value ?? {}) as { readonly targets?: unknown };
  return entriesOf(targets).flatMap(([name, target]) =>
    entriesOf(target).flatMap(([key, value]) => {
      const isSecret = SOURCE_KEYS.has(key) ? holdsSecret(value) : isSecretKey(key, value);
      return isSecret
        ? [diagnostic('PU002', { where: `“${key}” of the target “${name}”` }, at(tree.keySpan(['targets', name, key])))]
        : [];
    }),
  );
}

function holdsSecret(value: unknown): boolean {
  if (typeof value === 'string') return value !== '';
  return entriesOf(value).some(([key, word]) => key !== 'file' && typeof word === 'string' && !VARIABLE.test(word));
}

function isSecretKey(key: string, value: unknown): boolean {
  if (key === 'baseUrl') return typeof value === 'string' && /\/\/[^/]*@|[?&#]/.test(value);
  return SECRET_KEYS.test(key) && value !== '';
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
