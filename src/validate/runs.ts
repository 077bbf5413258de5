import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { append } from '../model/list.js';
import type { Reading, Watchers } from './reading.js';
import type { RunOptions, SchematronReport } from './schematron.js';
import type { Check, ValidateOptions } from './validate.js';

/** Schematron and the rules, and what they need of a file. */
export interface Runs {
  readonly run: readonly ((reading: Reading) => readonly Diagnostic[])[];
  /** The report of the Schematron schema, as XML. */
  readonly svrl?: (reading: Reading) => string;
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
    svrl = (reading) => report(reading, { inFull: true }).svrl;
  }
  if (run.length === 0 || !wanted.has('schematron')) return { value: { run, watchers }, diagnostics };
  const { runChancerySchematron } = await import('./schematron.js');
  svrl ??= ({ tree }) => runChancerySchematron(tree, { inFull: true }).svrl;
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
  const run = ({ tree }: Reading, options: RunOptions): SchematronReport => runSchematron(value, tree, options);
  return { value: run, diagnostics };
}
