import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Severity } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import { packageFile } from '../formats/package.js';
import { placeOf, readXml, type StartTag, TEI, type XmlHandler } from '../formats/sax.js';
import { inTurn } from '../formats/xml-handlers.js';
import { append } from '../model/list.js';
import type { SourceFile } from '../model/source-file.js';
import { legacyDiagnostic } from './legacy-forms.js';
import { SchemaCheck } from './relaxng/check.js';
import { loadSchema } from './relaxng/load.js';
import type { Schema } from './relaxng/schema.js';
import { withoutAllowed } from './rules/allowances.js';
import type { Strength } from './rules/rule.js';
import type { Pieces } from './schematron/pieces.js';
import type { RunOptions, SchematronReport } from './schematron.js';
import { type TeiTree, TreeBuilder } from './tree.js';
import type { VolumeIndex } from './volume-index.js';

/** The parts of validation, in their order; each rests on the one before. */
export const CHECKS = ['wellformed', 'relaxng', 'schematron', 'rules'] as const;
export type Check = (typeof CHECKS)[number];

export interface ValidateOptions {
  readonly strength: Strength;
  /** Only these parts; all where nothing is said. Well-formedness is always checked. */
  readonly only?: readonly Check[];
  /** A RELAX NG schema in the place of our own: the path of an `.rng` or `.rnc` file. */
  readonly schema?: string;
  /** A Schematron schema beside our own: the path of a `.sch` file. */
  readonly schematron?: string;
  /** The phase of that schema; its default phase where nothing is said. */
  readonly phase?: string;
  /** What the manifest says of codes: another severity, or `off`. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** The other volumes, for references to them. */
  readonly volumes?: VolumeIndex;
}

/** A schema pair of our own: what is allowed today, and, where older volumes are read, what they may hold. */
interface Schemas {
  readonly current: Schema;
  readonly legacy?: Schema;
  /** The schema is the user's, for whatever vocabulary. */
  readonly isForeign: boolean;
}

/** What a file has been read into for Schematron and the rules, in one reading. */
interface Reading {
  readonly tree: TeiTree;
  /** What our own Schematron has found, where it was asked for. */
  readonly schematron?: readonly Diagnostic[];
}

/** Schematron and the rules, and what they need of a file. */
interface Runs {
  readonly run: readonly ((reading: Reading) => readonly Diagnostic[])[];
  /** The report of the Schematron schema, as XML. */
  readonly svrl?: (reading: Reading) => string;
  /** Runs our own Schematron while a file is read, where it is asked for. */
  readonly schematron?: (source: SourceFile, tree: TreeBuilder) => Pieces;
}

/** Validates files against schemas and rules that are loaded once; the schemas grow faster with every file. */
export class Validator {
  readonly #options: ValidateOptions;
  readonly #schemas: Schemas | undefined;
  readonly #runs: Runs;

  /** Use {@link createValidator}. */
  constructor(options: ValidateOptions, schemas: Schemas | undefined, runs: Runs) {
    this.#options = options;
    this.#schemas = schemas;
    this.#runs = runs;
  }

  /**
   * Everything that is wrong with a document or volume, in the order of the places. A file that is not well-formed, or is no TEI, gives
   * only that.
   */
  validate(source: SourceFile): readonly Diagnostic[] {
    const { found, reading } = this.#read(source);
    const all =
      reading === undefined
        ? found
        : [...withoutAllowed(source, found, reading.tree), ...this.#runs.run.flatMap((run) => run(reading))];
    return withoutEchoes(all)
      .flatMap((d) => this.#graded(d))
      .sort(byPlace);
  }

  /** Reads the file once for all that look at it; our own Schematron is left out where only a report is made. No reading where it is not well-formed, or is no TEI. */
  #read(source: SourceFile, forReport = false): { readonly found: readonly Diagnostic[]; readonly reading?: Reading } {
    const root = new RootCheck(source);
    const checks = this.#schemaChecks(source);
    const tree = new TreeBuilder(source);
    const needsTree = this.#runs.run.length > 0 || source.text.includes('<?chancery');
    const pieces = forReport ? undefined : this.#runs.schematron?.(source, tree);
    const builders = [...(needsTree ? [tree] : []), ...(pieces === undefined ? [] : [pieces])];
    const problems = readXml(source, inTurn([root, ...checks, ...builders]));
    if (problems.length > 0) return { found: problems };
    if (this.#schemas?.isForeign !== true && root.diagnostics.length > 0) return { found: root.diagnostics };
    const [first, second] = checks;
    const found = first === undefined ? [] : second === undefined ? first.diagnostics : olderForms(first, second);
    return {
      found,
      reading: { tree: tree.tree(), ...(pieces === undefined ? {} : { schematron: pieces.findings() }) },
    };
  }

  /** Today's schema, and after it the one for older volumes where that strength is asked for. */
  #schemaChecks(source: SourceFile): readonly SchemaCheck[] {
    if (this.#schemas === undefined) return [];
    const { current, legacy } = this.#schemas;
    return [current, ...(legacy === undefined ? [] : [legacy])].map((schema) => new SchemaCheck(source, schema));
  }

  /** The report on a file in the Schematron Validation Report Language: of the user's schema, or of our own. Nothing where the file cannot be read. */
  svrl(source: SourceFile): string | undefined {
    const { reading } = this.#read(source, true);
    return reading === undefined ? undefined : this.#runs.svrl?.(reading);
  }

  #graded(found: Diagnostic): readonly Diagnostic[] {
    const severity = this.#options.severities?.[found.code];
    if (severity === undefined) return [found];
    return severity === 'off' ? [] : [{ ...found, severity }];
  }
}

/** Errors are what even older volumes may not hold; what only today's schema does not have is a warning that names today's form. */
function olderForms(current: SchemaCheck, legacy: SchemaCheck): readonly Diagnostic[] {
  const errors = legacy.findings;
  const places = new Set(errors.map((f) => f.place.start?.offset));
  const older = current.findings.filter((f) => !places.has(f.place.start?.offset));
  return [...errors.map((f) => diagnostic(f.code, f.facts, f.place)), ...older.map(legacyDiagnostic)];
}

/** What says again, at the same place, what another finding says better: a code, and the code that makes it superfluous. */
const ECHOES: Readonly<Record<string, readonly string[]>> = {
  VA301: ['VA019'], // a doubled id, found by the schema and by the rules
  VA343: ['VA015', 'VA111'], // a reference without a target, likewise
  VA430: ['VA018'], // an empty row, likewise
  VA010: ['VA201'], // a second heading, out of place for the schema
  VA014: ['VA501', 'VA341', 'VA342'], // a day that no month has; a pointer without #; an address that is none
  VA303: ['VA014'], // an id that is none, and so of no document
  VA322: ['VA019', 'VA303'], // a doubled id, or that of another document; it tells another number, too
  VA543: ['VA501'],
  VA544: ['VA540'], // a classification that is not the note's
  VA109: ['VA341'], // a pointer without #
  VA107: ['VA341', 'VA342'], // an address without #, or none; the rule knows whether the id exists, and mends it
  VA209: ['VA520', 'VA430'], // a dateline whose date is not marked, or an empty one
  VA340: ['VA323'], // a second call of no note
  VA506: ['VA500'], // a date out of order because it is not that of its words
  VA507: ['VA500'],
};

function withoutEchoes(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = new Set(found.map(({ code, place }) => `${code} ${place?.start?.offset}`));
  return found.filter(({ code, place }) => {
    const better = Object.hasOwn(ECHOES, code) ? (ECHOES[code] ?? []) : [];
    return !better.some((other) => said.has(`${other} ${place?.start?.offset}`));
  });
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.place?.start?.offset ?? 0) - (b.place?.start?.offset ?? 0);
}

/** Whether the root is TEI's (Guidelines, 4). */
class RootCheck implements XmlHandler {
  readonly #source: SourceFile;
  diagnostics: readonly Diagnostic[] = [];
  #hasRoot = false;

  constructor(source: SourceFile) {
    this.#source = source;
  }

  startTag(tag: StartTag, start: number, end: number): void {
    if (this.#hasRoot) return;
    this.#hasRoot = true;
    if (tag.uri === TEI && (tag.local === 'TEI' || tag.local === 'teiCorpus')) return;
    const namespace = tag.uri === '' ? ' in no namespace' : ` in the namespace ${tag.uri}`;
    this.diagnostics = [diagnostic('IN030', { name: tag.name, namespace }, placeOf(this.#source, start, end))];
  }
}

/**
 * Loads what the options ask for, and only that. No value where a schema cannot be used; the findings then say why.
 */
export async function createValidator(options: ValidateOptions): Promise<Result<Validator>> {
  const wanted = new Set<Check>(options.only ?? CHECKS);
  const schemas = wanted.has('relaxng') ? loadSchemas(options) : { diagnostics: [] };
  const runs = await schematronRuns(options, wanted);
  const diagnostics = [...schemas.diagnostics, ...runs.diagnostics];
  if (hasErrors(diagnostics)) return { diagnostics };
  return { value: new Validator(options, schemas.value, runs.value ?? { run: [] }), diagnostics };
}

function loadSchemas({ schema, strength }: ValidateOptions): Result<Schemas> {
  if (schema !== undefined) {
    const { value, diagnostics } = loadSchema(schema);
    return value === undefined ? { diagnostics } : { value: { current: value, isForeign: true }, diagnostics };
  }
  const current = loadSchema(packageFile('tei/chancery.rnc'));
  const legacy = strength === 'legacy' ? loadSchema(packageFile('tei/chancery-legacy.rnc')) : undefined;
  const diagnostics = [...current.diagnostics, ...(legacy?.diagnostics ?? [])];
  if (current.value === undefined || diagnostics.length > 0) return { diagnostics };
  const older = legacy?.value === undefined ? {} : { legacy: legacy.value };
  return { value: { current: current.value, ...older, isForeign: false }, diagnostics };
}

/** Schematron and the rules come in only where they are wanted: they bring the XSLT processor with them. */
async function schematronRuns(options: ValidateOptions, wanted: ReadonlySet<Check>): Promise<Result<Runs>> {
  const run: Runs['run'][number][] = [];
  let svrl: Runs['svrl'];
  const diagnostics: Diagnostic[] = [];
  if (options.schema === undefined && (wanted.has('schematron') || wanted.has('rules')))
    run.push(await ownRules(options, wanted));
  let schematron: Runs['schematron'];
  if (options.schema === undefined && wanted.has('schematron'))
    schematron = (await import('./schematron.js')).chancerySchematronPieces;
  if (options.schematron !== undefined && wanted.has('schematron')) {
    const foreign = await foreignSchematron(options.schematron, options.phase);
    append(diagnostics, foreign.diagnostics);
    if (foreign.value === undefined) return { diagnostics };
    const report = foreign.value;
    run.push((reading) => report(reading, {}).diagnostics);
    svrl = (reading) => report(reading, { inFull: true }).svrl;
  }
  if (run.length === 0 || !wanted.has('schematron')) return { value: { run }, diagnostics };
  const { runChancerySchematron } = await import('./schematron.js');
  svrl ??= ({ tree }) => runChancerySchematron(tree, { inFull: true }).svrl;
  return { value: { run, svrl, ...(schematron === undefined ? {} : { schematron }) }, diagnostics };
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
  return ({ tree, schematron }) => checkTree(tree, { ...given, ...(schematron === undefined ? {} : { schematron }) });
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

/** Validates one text: {@link createValidator} and {@link Validator.validate} in one. The value is the source, where it has no error. */
export async function validateText(source: SourceFile, options: ValidateOptions): Promise<Result<SourceFile>> {
  const { value: validator, diagnostics } = await createValidator(options);
  if (validator === undefined) return { diagnostics };
  const found = validator.validate(source);
  return hasErrors(found) ? { diagnostics: found } : { value: source, diagnostics: found };
}
