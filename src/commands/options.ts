import { parseArgs } from 'node:util';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/suggest.js';
import { append } from '../model/list.js';
import type { OptionSpec, OptionValues, Verb } from './verb.js';

/** The options that every verb has. */
export const commonOptions: Readonly<Record<string, OptionSpec>> = {
  json: { description: 'write the result as JSON to the standard output' },
  quiet: { short: 'q', description: 'say nothing but findings' },
  help: { short: 'h', description: 'show this help' },
};

export interface ParsedCall {
  readonly options: OptionValues;
  readonly arguments: readonly string[];
  /** What was not understood; the verb must not run where there is any. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads what stands after a verb. Options may stand anywhere; after `--` all are arguments. Never throws. */
export function parseCall(verb: Verb, words: readonly string[]): ParsedCall {
  const known: Record<string, OptionSpec> = { ...verb.options, ...commonOptions };
  const config = Object.fromEntries(
    Object.entries(known).map(([name, spec]) => [
      name,
      {
        type: spec.value === undefined ? ('boolean' as const) : ('string' as const),
        multiple: spec.list === true,
        ...(spec.short === undefined ? {} : { short: spec.short }),
      },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...words],
    options: config,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const diagnostics: Diagnostic[] = [];
  const given = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    const problem = checkOption(verb, known, token.rawName, spec, token.value);
    const values = spec?.list ? listOf(token.value ?? '') : token.value;
    if (problem !== undefined) diagnostics.push(problem);
    else given.set(token.name, (given.get(token.name) ?? []).concat(values ?? []));
  }
  for (const [name, values] of given) append(diagnostics, checkChoices(name, known[name], values));
  const options: OptionValues = {
    flag: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    list: (name) => given.get(name) ?? [],
  };
  // What stands after an option that is not known may be its value or an argument: nobody can count.
  const canCount = !diagnostics.some((d) => d.code === 'CM002');
  if (!options.flag('help') && canCount) append(diagnostics, checkArguments(verb, positionals));
  return { options, arguments: positionals, diagnostics };
}

/** The values of a list, as people write it: with spaces after the commas, or a comma too many. */
function listOf(value: string): readonly string[] {
  return value.split(',').flatMap((part) => part.trim() || []);
}

function checkOption(
  verb: Verb,
  known: Readonly<Record<string, OptionSpec>>,
  option: string,
  spec: OptionSpec | undefined,
  value: string | undefined,
): Diagnostic | undefined {
  if (spec === undefined) {
    const meant = suggest(option.replace(/^-+/, ''), Object.keys(known));
    const suggestion = meant === undefined ? `See chancery ${verb.name} --help.` : `Did you mean --${meant}?`;
    return diagnostic('CM002', { verb: verb.name, option, suggestion });
  }
  if (spec.value !== undefined && (value === undefined || (spec.list ? listOf(value).length === 0 : value === '')))
    return diagnostic('CM003', { option, value: spec.value });
  if (spec.value === undefined && value !== undefined) return diagnostic('CM004', { option });
  return undefined;
}

function checkChoices(name: string, spec: OptionSpec | undefined, values: readonly string[]): Diagnostic[] {
  const choices = spec?.choices;
  if (choices === undefined) return [];
  return values
    .filter((value) => !choices.includes(value))
    .map((value) => diagnostic('CM007', { option: `--${name}`, value, allowed: choices.join(', ') }));
}

function checkArguments(verb: Verb, positionals: readonly string[]): Diagnostic[] {
  const spec = verb.argument;
  const least = typeof spec?.count === 'number' ? spec.count : spec?.count === 'one' || spec?.count === 'many' ? 1 : 0;
  if (spec !== undefined && positionals.length < least) {
    const example = verb.examples[0]?.[0] ?? `chancery ${verb.name} --help`;
    return [diagnostic('CM005', { verb: verb.name, missing: `${spec.name}: ${spec.description}`, example })];
  }
  if (spec === undefined && positionals.length > 0)
    return [diagnostic('CM010', { verb: verb.name, argument: String(positionals[0]) })];
  const most = spec?.count === 'many' ? Number.POSITIVE_INFINITY : Math.max(1, least);
  if (positionals.length > most)
    return [diagnostic('CM006', { verb: verb.name, argument: String(spec?.name), count: positionals.length })];
  return [];
}
