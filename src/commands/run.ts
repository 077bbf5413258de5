import { readFileSync } from 'node:fs';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/suggest.js';
import { packageFile } from '../formats/package.js';
import { refusedBySystem } from './failures.js';
import { groupHelp, overview, type VerbEntry, verbHelp } from './help.js';
import { parseCall } from './options.js';
import { inOwnProcess, isLong, mostMemory } from './own-process.js';
import { type OutputStream, Terminal } from './terminal.js';
import type { ExitCode, VerbGroup } from './verb.js';

/** What the command line needs of the process it runs in. */
export interface Surroundings {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs one command line and gives its exit code. Every way a command can end passes here: help, words that are not understood, the
 * verb's own code, and an error that nobody caught (exit code 2, with its stack for the report).
 */
export async function runCommandLine(
  verbs: readonly VerbEntry[],
  words: readonly string[],
  { stdout, stderr, env }: Surroundings,
): Promise<ExitCode> {
  const [name, ...rest] = words;
  const quiet = rest.includes('--quiet') || rest.includes('-q');
  const terminal = new Terminal({ stdout, stderr, env, json: rest.includes('--json'), quiet });
  if (name === '--version') return say(terminal, version());
  if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && rest.length === 0))
    return say(terminal, overview(verbs, version()), name === undefined ? 2 : 0);
  const [called, callWords] = name === 'help' ? [rest[0] ?? '', [...rest.slice(1), '--help']] : [name, rest];
  const entry = verbs.find((v) => v.name === called);
  if (entry === undefined) return refuse(terminal, [unknownVerb(verbs, called)]);
  try {
    const loaded = await entry.load();
    if ('group' in loaded) return await runGroup(loaded.group, callWords, { stdout, stderr, env }, terminal);
    const { verb } = loaded;
    const call = parseCall(verb, callWords);
    if (call.options.flag('help')) return say(terminal, verbHelp(verb));
    if (call.diagnostics.length > 0) return refuse(terminal, call.diagnostics);
    const [input] = call.arguments;
    if (verb.isOfVolumes === true && input !== undefined && isLong(input, env))
      return await inOwnProcess([process.argv[1] ?? '', ...words], input, terminal, mostMemory());
    return await verb.run({ arguments: call.arguments, options: call.options, terminal });
  } catch (error) {
    const refused = refusedBySystem(error);
    if (refused !== undefined) return refuse(terminal, [refused]);
    const failure = error instanceof Error ? error : new Error(String(error));
    const code = refuse(terminal, [diagnostic('CM008', { message: failure.message })]);
    stderr.write(`${failure.stack}\n`);
    return code;
  }
}

/** Runs a verb of a family: as the program runs its verbs, with the family's name before them. */
async function runGroup(
  group: VerbGroup,
  [name, ...rest]: readonly string[],
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<ExitCode> {
  if (name === undefined || name === '--help' || name === '-h')
    return say(terminal, groupHelp(group), name === undefined ? 2 : 0);
  const verbs = group.verbs.map((entry) => ({ ...entry, name: `${group.name} ${entry.name}` }));
  const known = group.verbs.map((entry) => entry.name);
  if (known.includes(name)) return runCommandLine(verbs, [`${group.name} ${name}`, ...rest], surroundings);
  const meant = suggest(name, known);
  const suggestion =
    meant === undefined ? `Its commands are ${known.join(', ')}.` : `Did you mean chancery ${group.name} ${meant}?`;
  return refuse(terminal, [diagnostic('CM001', { verb: `${group.name} ${name}`, suggestion })]);
}

function version(): string {
  return (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version;
}

function say(terminal: Terminal, text: string, code: ExitCode = 0): ExitCode {
  terminal.print(text);
  return code;
}

function unknownVerb(verbs: readonly VerbEntry[], called: string): Diagnostic {
  const names = verbs.map((v) => v.name);
  const meant = suggest(called, names);
  const suggestion = meant === undefined ? `The commands are ${names.join(', ')}.` : `Did you mean chancery ${meant}?`;
  return diagnostic('CM001', { verb: called, suggestion });
}

function refuse(terminal: Terminal, diagnostics: readonly Diagnostic[]): ExitCode {
  terminal.sayJson({ diagnostics });
  terminal.report(diagnostics);
  return 2;
}
