import type { Severity } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import { ChangedWhileRead } from '../formats/long-source.js';
import { packageFile } from '../formats/package.js';
import { readXml, type XmlHandler } from '../formats/sax.js';
import { inTurn } from '../formats/xml-handlers.js';
import type { SourceFile } from '../model/source-file.js';
import { withoutEchoes } from './echoes.js';
import { legacyDiagnostic } from './legacy-forms.js';
import { TooLong } from './long-tree.js';
import { tooLong } from './memory.js';
import { buildersFor, type Reading } from './reading.js';
import { SchemaCheck } from './relaxng/check.js';
import { loadSchema } from './relaxng/load.js';
import type { Schema } from './relaxng/schema.js';
import { RootCheck } from './root-check.js';
import { withoutAllowed } from './rules/allowances.js';
import type { Strength } from './rules/rule.js';
import { loadRuns, type Runs } from './runs.js';
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
    try {
      return this.#validate(source);
    } catch (error) {
      if (error instanceof ChangedWhileRead) return [diagnostic('IN080', { path: source.path }, { file: source.path })];
      throw error;
    }
  }

  #validate(source: SourceFile): readonly Diagnostic[] {
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
    const { run, watchers } = this.#runs;
    const needsTree = run.length > 0 || source.includes('<?chancery');
    const builders = buildersFor(source, forReport ? {} : watchers, needsTree);
    const problems = readWithin(source, inTurn([root, ...checks, ...builders.handlers]));
    if (problems.length > 0) return { found: problems };
    if (this.#schemas?.isForeign !== true && root.diagnostics.length > 0) return { found: root.diagnostics };
    const [first, second] = checks;
    const found = first === undefined ? [] : second === undefined ? first.diagnostics : olderForms(first, second);
    return { found, reading: builders.reading() };
  }

  /** Today's schema, and after it the one for older volumes where that strength is asked for. */
  #schemaChecks(source: SourceFile): readonly SchemaCheck[] {
    if (this.#schemas === undefined) return [];
    const { current, legacy } = this.#schemas;
    return [current, ...(legacy === undefined ? [] : [legacy])].map((schema) => new SchemaCheck(source, schema));
  }

  /** The report on a file in the Schematron Validation Report Language: of the user's schema, or of our own. Nothing where the file cannot be read, which {@link validate} says, or is too long (`VA066`). */
  svrl(source: SourceFile): Result<string> {
    try {
      const { reading } = this.#read(source, true);
      return (reading && this.#runs.svrl?.(reading)) ?? { diagnostics: [] };
    } catch (error) {
      if (error instanceof ChangedWhileRead) return { diagnostics: [] };
      throw error;
    }
  }

  #graded(found: Diagnostic): readonly Diagnostic[] {
    const severity = this.#options.severities?.[found.code];
    if (severity === undefined) return [found];
    return severity === 'off' ? [] : [{ ...found, severity }];
  }
}

/** Reads the file, as far as what is made of it has room in memory. */
function readWithin(source: SourceFile, handler: XmlHandler): readonly Diagnostic[] {
  try {
    return readXml(source, handler);
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
    return [tooLong(source, error)];
  }
}

/** Errors are what even older volumes may not hold; what only today's schema does not have is a warning that names today's form. */
function olderForms(current: SchemaCheck, legacy: SchemaCheck): readonly Diagnostic[] {
  const errors = legacy.findings;
  const places = new Set(errors.map((f) => f.place.start?.offset));
  const older = current.findings.filter((f) => !places.has(f.place.start?.offset));
  return [...errors.map((f) => diagnostic(f.code, f.facts, f.place)), ...older.map(legacyDiagnostic)];
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.place?.start?.offset ?? 0) - (b.place?.start?.offset ?? 0);
}

/**
 * Loads what the options ask for, and only that. No value where a schema cannot be used; the findings then say why.
 */
export async function createValidator(options: ValidateOptions): Promise<Result<Validator>> {
  const wanted = new Set<Check>(options.only ?? CHECKS);
  const schemas = wanted.has('relaxng') ? loadSchemas(options) : { diagnostics: [] };
  const runs = await loadRuns(options, wanted);
  const diagnostics = [...schemas.diagnostics, ...runs.diagnostics];
  if (hasErrors(diagnostics)) return { diagnostics };
  return { value: new Validator(options, schemas.value, runs.value ?? { run: [], watchers: {} }), diagnostics };
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

/** Validates one text: {@link createValidator} and {@link Validator.validate} in one. The value is the source, where it has no error. */
export async function validateText(source: SourceFile, options: ValidateOptions): Promise<Result<SourceFile>> {
  const { value: validator, diagnostics } = await createValidator(options);
  if (validator === undefined) return { diagnostics };
  const found = validator.validate(source);
  return hasErrors(found) ? { diagnostics: found } : { value: source, diagnostics: found };
}
