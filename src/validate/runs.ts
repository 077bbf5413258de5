import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import { append } from '../model/list.js';
import { freeMegabytes, heapMegabytes, tooLongAsAWhole } from './memory.js';
import type { Reading, Watchers } from './reading.js';
import type { RunOptions, SchematronReport } from './schematron.js';
import type { Check, ValidateOptions } from './validate.js';

/** Schematron and the rules, and what they need of a file. */
export interface Runs {
  readonly run: readonly ((reading: Reading) => readonly Diagnostic[])[];
  /** The report of the Schematron schema, as XML. */
  readonly svrl?: (reading: Reading) => Result<string>;
  /** What is run while a file is read, where it is asked for. */
  readonly watchers: Watchers;
}

/** Schematron and the rules come in only where they are wanted: they bring the XSLT processor with them. */
export async function loadRuns(options: ValidateOptions, wanted: ReadonlySet<Check>): Promise<Result<Runs>> {
  const run: Runs['run'][number][] = [];
  let svrl: Runs['svrl'];
  const diagnostics: Diagnostic[] = [];
  const isOwn = options.schema === undefined;
  if (isOwn && (wanted.has('schematron') || wanted.has('rules'))) run.push(await ownRules(options, wanted));
  const watchers: Watchers = {
    ...(isOwn && wanted.has('rules') ? { rules: await watchingRules(options) } : {}),
    ...(isOwn && wanted.has('schematron')
      ? { schematron: (await import('./schematron.js')).chancerySchematronPieces }
      : {}),
  };
  if (options.schematron !== undefined && wanted.has('schematron')) {
    const foreign = await foreignSchematron(options.schematron, options.phase);
    append(diagnostics, foreign.diagnostics);
    if (foreign.value === undefined) return { diagnostics };
    const report = foreign.value;
    run.push((reading) => report(reading, {}).diagnostics);
    svrl = (reading) => {
      const { svrl: value, diagnostics: found } = report(reading, { inFull: true });
      // What hinders the schema is told where the file is checked against it.
      return hasErrors(found) && value === '' ? { diagnostics: [] } : { value, diagnostics: [] };
    };
  }
  if (run.length === 0 || !wanted.has('schematron')) return { value: { run, watchers }, diagnostics };
  const { runChancerySchematron } = await import('./schematron.js');
  svrl ??= ({ tree }) => {
    const hindrance = tooLongAsAWhole('The full report of Schematron (--svrl)', tree.source, heapMegabytes());
    if (hindrance !== undefined) return { diagnostics: [hindrance] };
    return { value: runChancerySchematron(tree, { inFull: true }).svrl, diagnostics: [] };
  };
  return { value: { run, svrl, watchers }, diagnostics };
}

async function ownRules(options: ValidateOptions, wanted: ReadonlySet<Check>): Promise<Runs['run'][number]> {
  const { checkTree } = await import('./rules/check.js');
  const { strength, severities, volumes } = options;
  const parts = (['schematron', 'rules'] as const).filter((part) => wanted.has(part));
  const [only] = parts;
  const given = {
    strength,
    ...(parts.length === 1 && only !== undefined ? { only } : {}),
    ...(severities === undefined ? {} : { severities }),
    ...(volumes === undefined ? {} : { volumes }),
  };
  return ({ tree, schematron, rules }) =>
    checkTree(tree, {
      ...given,
      ...(schematron === undefined ? {} : { schematron }),
      ...(rules === undefined ? {} : { found: rules }),
    });
}

async function watchingRules({ strength, volumes }: ValidateOptions): Promise<NonNullable<Watchers['rules']>> {
  const { RuleRun } = await import('./rules/run.js');
  const given = { strength, ...(volumes === undefined ? {} : { volumes }) };
  return (source, limit) => new RuleRun(source, given, limit);
}

async function foreignSchematron(
  file: string,
  phase: string | undefined,
): Promise<Result<(reading: Reading, options: RunOptions) => SchematronReport>> {
  const { readRegularFile, unreadable } = await import('../formats/text-file.js');
  const { decodeXml } = await import('../formats/xml-bytes.js');
  const { compileSchematron, runSchematron } = await import('./schematron.js');
  const { limitsFor } = await import('./schematron/sandbox.js');
  let bytes: Uint8Array;
  try {
    bytes = readRegularFile(file);
  } catch (error) {
    return { diagnostics: [unreadable(file, error as NodeJS.ErrnoException)] };
  }
  const decoded = decodeXml(bytes, file);
  if (decoded.value === undefined) return { diagnostics: decoded.diagnostics };
  const base = pathToFileURL(path.resolve(file)).href;
  const { value, diagnostics } = compileSchematron(decoded.value, { base, ...(phase === undefined ? {} : { phase }) });
  if (value === undefined) return { diagnostics };
  const run = ({ tree }: Reading, options: RunOptions): SchematronReport => {
    const hindrance = tooLongAsAWhole(`The Schematron schema ${file}`, tree.source, freeMegabytes());
    if (hindrance !== undefined) return { svrl: '', diagnostics: [hindrance] };
    const { seconds, megabytes } = limitsFor(tree.source);
    const limits = { seconds, megabytes: Math.min(megabytes, Math.max(768, freeMegabytes())) };
    return runSchematron(value, tree, { ...options, limits });
  };
  return { value: run, diagnostics };
}
