import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/** A module that was run, with its text. */
interface Loaded {
  readonly source: string;
  readonly script: Script;
}

const loaded = new Map<string, Loaded>();

/**
 * Gives the exports of a CommonJS module as `require` does, run from code that V8 compiled before: a large library takes longer to compile than to
 * run. Code of another version of Node.js or of the module, damaged code, or none, is no harm: then V8 compiles the text.
 *
 * @param path the file of the module
 * @param codePath the file with what {@link compiledCode} gave, whether it exists or not
 */
export function requireCompiled(path: string, codePath: string): unknown {
  const require = createRequire(path);
  const known = require.cache[path];
  if (known !== undefined) return known.exports;
  const source = Module.wrap(readFileSync(path, 'utf8'));
  const cachedData = soundCode(codePath, source);
  const script = new Script(source, { filename: path, ...(cachedData === undefined ? {} : { cachedData }) });
  loaded.set(path, { source, script });
  const module = new Module(path);
  module.filename = path;
  require.cache[path] = module;
  script.runInThisContext()(module.exports, require, module, path, dirname(path));
  module.loaded = true;
  return module.exports;
}

/** The code of a module as V8 has compiled it up to now: of the functions that have been called, and no others. */
export function compiledCode(path: string): Buffer {
  const known = loaded.get(path);
  if (known === undefined) throw new Error(`${path} was not loaded by requireCompiled().`);
  const code = known.script.createCachedData();
  return Buffer.concat([code, digestOf(known.source, code)]);
}

/** The code of a file, where it is as it was written and of this text: V8 looks at its version and length only, and dies of a damaged byte. */
function soundCode(codePath: string, source: string): Buffer | undefined {
  if (!existsSync(codePath)) return undefined;
  const file = readFileSync(codePath);
  const code = file.subarray(0, -DIGEST);
  return digestOf(source, code).equals(file.subarray(-DIGEST)) ? code : undefined;
}

/** Bytes of a SHA-1, the fastest that finds damage. */
const DIGEST = 20;

function digestOf(source: string, code: Buffer): Buffer {
  return createHash('sha1').update(source).update(code).digest();
}
