import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Severity } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic, type Place } from '../diagnostics/diagnostic.js';
import type { Confinement } from '../formats/confinement.js';
import { placeOf } from '../formats/sax.js';
import { loadStylesheet, readingOnly, transformToText, type XsltParameters } from '../formats/saxon.js';
import { parseDocument } from '../formats/xdm.js';
import { SourceFile } from '../model/source-file.js';
import { type Growth, type Piece, Pieces } from './schematron/pieces.js';
import { schemaDangers, stylesheetDangers } from './schematron/safety.js';
import { runInSandbox, type SandboxLimits, type SandboxResult, type SandboxTask } from './schematron/sandbox.js';
import { attributePlace, childElements, readTree, type TeiElement, type TeiTree, textOf } from './tree.js';
import { locate, type NamedChildren } from './tree-path.js';

/** A Schematron schema turned into XSLT, ready to be run on instances. */
export interface SchematronSchema {
  readonly source: TeiTree;
  /** The URI of the schema, against which `doc()` in it is resolved. */
  readonly base: string;
  readonly stylesheet: string;
}

/** What a run gives: the report as SVRL (ISO/IEC 19757-3 annex D), and its findings with their places. */
export interface SchematronReport {
  readonly svrl: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface SchemaOptions {
  /** The `file:` URI of the schema. */
  readonly base: string;
  /** A phase of the schema; its default phase where absent; `#ALL` for all patterns. */
  readonly phase?: string;
}

/**
 * Turns an ISO Schematron schema into XSLT. A faulty schema gives findings (`VA220`) that name its own file and
 * line; those of an included file name that file and the path of the element. A schema that could do more than look at documents
 * (`VA060`, `VA061`) is refused before anything of it is evaluated.
 */
export function compileSchematron(
  source: SourceFile,
  options: SchemaOptions,
): { readonly value?: SchematronSchema; readonly diagnostics: readonly Diagnostic[] } {
  const tree = readTree(source);
  if (tree.diagnostics.length > 0) return { diagnostics: tree.diagnostics };
  const confinement = confinementOf(options.base);
  const dangers = schemaDangers(tree, options.base, confinement);
  if (dangers.length > 0) return { diagnostics: dangers };
  const { value: stylesheet } = readingOnly([{ confinement }], () =>
    transformToText(loadStylesheet('schematron'), parseDocument(source.text), {
      base: options.base,
      phase: options.phase ?? '#DEFAULT',
    }),
  );
  const result = readTree(new SourceFile(source.path, stylesheet));
  if (result.root?.local !== 'problems') {
    const hidden = stylesheetDangers(result, tree, confinement);
    if (hidden.length > 0) return { diagnostics: hidden };
    return { value: { source: tree, base: options.base, stylesheet }, diagnostics: [] };
  }
  const diagnostics = childElements(result.root).map((problem) => {
    const { at = '', in: file = '', message = '' } = problem.attributes;
    const isIncluded = file !== options.base;
    return diagnostic('VA220', { problem: message }, isIncluded ? { file, xpath: at } : placeAt(tree, at));
  });
  return { diagnostics };
}

/** A schema may read its own folder. */
function confinementOf(base: string): Confinement {
  const folder = dirname(fileURLToPath(base));
  return { folder, name: folder };
}

/** What a run is given. */
export interface RunOptions {
  /** Whether the report names each rule that fired, as annex D asks for; findings need none of it, and a volume has hundreds of thousands. */
  readonly inFull?: boolean;
  /** What the schema may take; more for longer documents where nothing is said. */
  readonly limits?: SandboxLimits;
}

function parametersOf({ inFull = false }: RunOptions): XsltParameters {
  return { 'Q{urn:x-chancery:schematron}fired-rules': inFull };
}

/**
 * Runs a team's own schema on a document, in a process of its own. Where the schema's XPath is wrong, the finding is `VA220`, in the schema's file;
 * where it reads what it may not, `VA061`; where it comes to no end, `VA062`.
 */
export function runSchematron(schema: SchematronSchema, tree: TeiTree, options: RunOptions = {}): SchematronReport {
  const result = runInSandbox(sandboxTask(schema, tree, options), options.limits);
  const failure = failureOfRun(result, schema);
  if (failure !== undefined) return { svrl: '', diagnostics: [failure] };
  const { svrl = '' } = result;
  return { svrl, diagnostics: readSvrl(svrl, tree) };
}

function sandboxTask(schema: SchematronSchema, { source }: TeiTree, options: RunOptions): SandboxTask {
  const instanceBase = String(pathToFileURL(source.path));
  const beside = { confinement: confinementOf(instanceBase), names: '\\.xml$' };
  // Only `pattern/@documents` speaks of files beside the instance (ISO/IEC 19757-3 §5.4.9).
  const readsBeside = schema.source.elements.some(
    (e) => e.local === 'pattern' && e.attributes['documents'] !== undefined,
  );
  return {
    stylesheet: schema.stylesheet,
    base: schema.base,
    parameters: parametersOf(options),
    instance: source.text,
    instanceBase,
    allowed: [{ confinement: confinementOf(schema.base) }, ...(readsBeside ? [beside] : [])],
  };
}

/** What SaxonJS and V8 say of recursion without end. */
const TOO_DEEP = /call stack|too much recursion|stack size/i;

function failureOfRun(result: SandboxResult, schema: SchematronSchema): Diagnostic | undefined {
  const { svrl, message = '', code = '', limit, refused = [] } = result;
  const { path } = schema.source.source;
  const [first] = refused;
  if (first !== undefined)
    return diagnostic('VA061', { path: first, folder: confinementOf(schema.base).name }, placeOfReading(schema.source));
  const isTooDeep =
    TOO_DEEP.test(limit ?? message) || (svrl !== undefined && /<svrl:error/.test(svrl) && TOO_DEEP.test(svrl));
  if (isTooDeep)
    return diagnostic('VA062', { problem: 'a function or template calls itself without end' }, { file: path });
  if (limit !== undefined) return diagnostic('VA062', { problem: limit }, { file: path });
  if (svrl !== undefined) return undefined;
  const problem = `${message.replace(/ on line \d+ in \S+/, '')} (${code}).`;
  return diagnostic('VA220', { problem }, placeOfExpression(schema.source, message));
}

/** The first place of the schema where a file is read by a name that is made up on the way. */
function placeOfReading({ source, elements }: TeiTree): Place {
  for (const element of elements)
    for (const [name, value] of Object.entries(element.attributes)) {
      const isDocuments = name === 'documents';
      if (!isDocuments && !/\b(?:doc|document|json-doc|unparsed-text|doc-available)\b/.test(value)) continue;
      const span = attributePlace(source, element, name);
      return placeOf(source, span.start, span.end);
    }
  return { file: source.path };
}

/** The attribute of the schema that holds the expression which the message quotes in braces; the file where none does. */
function placeOfExpression(schema: TeiTree, message: string): Place {
  const quoted = /\{(.*)\}/s.exec(message)?.[1] ?? '';
  const expression = /^not\((.*)\)$/s.exec(quoted)?.[1] ?? quoted;
  for (const element of schema.elements) {
    const name = ['test', 'context', 'select', 'value', 'subject'].find((a) => element.attributes[a] === expression);
    if (name === undefined) continue;
    const span = attributePlace(schema.source, element, name);
    return placeOf(schema.source, span.start, span.end);
  }
  return { file: schema.source.path };
}

/** Runs the project's own schema, `tei/chancery.sch`, which is compiled at build time. */
export function runChancerySchematron(tree: TeiTree, options: RunOptions = {}): SchematronReport {
  const instance = parseDocument(tree.source.text);
  const svrl = transformToText(loadStylesheet('chancery-schematron'), instance, parametersOf(options));
  return { svrl, diagnostics: readSvrl(svrl, tree) };
}

/** Code units from which a file is not made into one tree; below, one run is quicker than two. */
const PIECE = 3_000_000;

/**
 * Runs the project's own schema while a file is read, on a few documents at a time: its rules look no further than the document. Give it to
 * `readXml` after the builder of the tree. What it finds is what {@link runChancerySchematron} finds, in another order.
 * @param size code units of documents that are taken at a time
 */
export function chancerySchematronPieces(source: SourceFile, tree: Growth, size: number = PIECE): Pieces {
  const stylesheet = loadStylesheet('chancery-schematron');
  const run = ({ document, root }: Piece): readonly Diagnostic[] =>
    readSvrl(transformToText(stylesheet, document, parametersOf({})), { source, root });
  return new Pieces(tree, { base: String(pathToFileURL(source.path)), size, run, isWhole: source.length < size });
}

/** What the paths of a report lead through. */
interface Located extends Pick<TeiTree, 'source' | 'root'> {
  readonly known?: NamedChildren;
}

/** Turns the results of an SVRL report into findings, with the place of the node that each names. */
export function readSvrl(svrl: string, { source, root }: Located): readonly Diagnostic[] {
  const tree: Located = { source, root, known: new Map() };
  const report = readTree(new SourceFile('svrl', svrl));
  if (report.root === undefined) return [];
  let pattern = '';
  const found: Diagnostic[] = [];
  for (const element of childElements(report.root)) {
    if (element.local === 'active-pattern') pattern = element.attributes['id'] ?? '';
    const isResult = element.local === 'failed-assert' || element.local === 'successful-report';
    if (isResult) found.push(resultOf(element, pattern, tree));
    if (element.local === 'error') found.push(failureOf(element, tree));
  }
  return found;
}

function resultOf(element: TeiElement, pattern: string, tree: Located): Diagnostic {
  const { id, role, flag, severity, location = '' } = element.attributes;
  const other = element.attributes['c:document'];
  const hints = childElements(element)
    .filter((child) => child.local === 'diagnostic-reference')
    .map((child) => textOf(child));
  const message = childElements(element).find((child) => child.local === 'text');
  return {
    code: id ?? pattern,
    severity: severityOf(severity ?? role ?? flag),
    message: message === undefined ? '' : textOf(message),
    place: other === undefined ? placeAt(tree, location) : { file: other, xpath: location },
    ...(hints.length === 0 ? {} : { hint: hints.join(' ') }),
  };
}

function failureOf(element: TeiElement, tree: Located): Diagnostic {
  const { test = '', code = '', location = '' } = element.attributes;
  return diagnostic('VA221', { test, code, problem: textOf(element) }, placeAt(tree, location));
}

/** The words that schemas use in `@role`, `@flag` and `@severity`; anything else is an error, as an assertion without any is. */
const severities: Readonly<Record<string, Severity>> = {
  warn: 'warning',
  warning: 'warning',
  nonfatal: 'warning',
  caution: 'warning',
  minor: 'warning',
  info: 'info',
  information: 'info',
  informational: 'info',
  hint: 'info',
  note: 'info',
  notice: 'info',
  debug: 'info',
  trace: 'info',
};

function severityOf(role: string | undefined): Severity {
  return severities[(role ?? '').trim().toLowerCase()] ?? 'error';
}

/** The place that a path of the report names; the file alone where there is no such node. */
function placeAt(tree: Located, path: string): Place {
  const { source, known } = tree;
  const at = locate(tree, path, known);
  if (at === undefined) return { file: source.path, xpath: path };
  if (at.attribute === undefined) return placeOf(source, at.element.start, at.element.startEnd);
  const span = attributePlace(source, at.element, at.attribute);
  return placeOf(source, span.start, span.end);
}
