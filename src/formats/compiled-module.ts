import { existsSync, readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

const scripts = new Map<string, Script>();

/**
 * Gives the exports of a CommonJS module as `require` does, run from code that V8 compiled before: a large library takes longer to compile than to
 * run. Code of another version of Node.js, or none, is no harm: then V8 compiles the text.
 *
 * @param path the file of the module
 * @param codePath the file with what {@link compiledCode} gave, whether it exists or not
 */
export function requireCompiled(path: string, codePath: string): unknown {
  const require = createRequire(path);
  const known = require.cache[path];
  if (known !== undefined) return known.exports;
  const script = new Script(Module.wrap(readFileSync(path, 'utf8')), {
    filename: path,
    ...(existsSync(codePath) ? { cachedData: readFileSync(codePath) } : {}),
  });
  scripts.set(path, script);
  const module = new Module(path);
  module.filename = path;
  require.cache[path] = module;
  script.runInThisContext()(module.exports, require, module, path, dirname(path));
  module.loaded = true;
  return module.exports;
}

/** The code of a module as V8 has compiled it up to now: of the functions that have been called, and no others. */
export function compiledCode(path: string): Buffer {
  const script = scripts.get(path);
  if (script === undefined) throw new Error(`${path} was not loaded by requireCompiled().`);
  return script.createCachedData();
}
