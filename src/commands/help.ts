import { largest } from '../model/list.js';
import { commonOptions } from './options.js';
import type { OptionSpec, Verb, VerbGroup } from './verb.js';

/** A row of the table of verbs. */
export interface VerbEntry {
  readonly name: string;
  /** What it does, in one line. */
  readonly summary: string;
  /** Loads the verb's file; only the verb that is called is loaded. */
  load(): Promise<{ readonly verb: Verb } | { readonly group: VerbGroup }>;
}

/** Columns that a help text may take. */
const lineWidth = 100;

/** The help of the program: what it is for, its verbs, where to go on. */
export function overview(verbs: readonly VerbEntry[], version: string): string {
  return `Chancery ${version} makes documentary editions: raw texts in; validated TEI, HTML, EPUB, print-ready PDF
and an archive copy out.

Usage: chancery COMMAND [options]

Commands
${columns(verbs.map((v) => [v.name, v.summary]))}

To begin
${columns([
  ['chancery init my-volume', 'make a small volume to change into your own'],
  ['chancery build my-volume', 'build all its editions into dist/my-volume'],
])}

chancery COMMAND --help explains a command with examples.
Exit codes: 0 all well (warnings included), 1 errors were found in the texts, 2 the command could not be done.
`;
}

/** The help of a verb: usage, what it does, options, examples. */
export function verbHelp(verb: Verb): string {
  const argument = verb.argument;
  const options = { ...verb.options, ...commonOptions };
  return `Usage: chancery ${verb.name}${argument === undefined ? '' : ` ${argumentLabel(argument)}`} [options]

${wrap(verb.description, lineWidth)}
${argument === undefined ? '' : `\n${columns([[argument.name, argument.description]])}\n`}
Options
${columns(Object.entries(options).map(([name, spec]) => [optionLabel(name, spec), optionText(spec)]))}

Examples
${verb.examples.map(([command, what]) => `  ${command}\n      ${what}`).join('\n')}
`;
}

/** The help of a family of verbs: what it is about, its verbs. */
export function groupHelp({ name, description, verbs }: VerbGroup): string {
  return `Usage: chancery ${name} COMMAND [options]

${wrap(description, lineWidth)}

Commands
${columns(verbs.map((verb) => [verb.name, verb.summary]))}

chancery ${name} COMMAND --help explains a command with examples.
`;
}

function argumentLabel({ name, count }: NonNullable<Verb['argument']>): string {
  if (typeof count === 'number') return name;
  return { one: name, many: `${name}…`, optional: `[${name}]` }[count];
}

function optionLabel(name: string, spec: OptionSpec): string {
  const value = spec.value === undefined ? '' : ` ${spec.value}`;
  return `--${name}${value}${spec.short === undefined ? '' : `, -${spec.short}`}`;
}

function optionText(spec: OptionSpec): string {
  return spec.choices === undefined ? spec.description : `${spec.description} (${spec.choices.join(', ')})`;
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = largest(rows.map(([left]) => left.length)) + 2;
  const hang = `\n${' '.repeat(width + 2)}`;
  return rows
    .map(([left, right]) => `  ${left.padEnd(width)}${wrap(right, lineWidth - 2 - width).replaceAll('\n', hang)}`)
    .join('\n');
}

/** Breaks a text into lines of at most `width` columns, at spaces; its own line breaks stay. */
function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => line.replace(new RegExp(`(.{1,${width}})( +|$)`, 'g'), '$1\n').trimEnd())
    .join('\n');
}
