import { pathToFileURL } from 'node:url';
import type { Severity } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic, type Place } from '../diagnostics/diagnostic.js';
import { placeOf } from '../formats/sax.js';
import {
  compileAndTransform,
  loadStylesheet,
  transformToText,
  type XdmDocument,
  XsltError,
  type XsltParameters,
} from '../formats/saxon.js';
import { parseDocument } from '../formats/xdm.js';
import { SourceFile } from '../model/source-file.js';
import { attributePlace, childElements, locate, readTree, type TeiElement, type TeiTree, textOf } from './tree.js';

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
 * line; those of an included file name that file and the path of the element.
 */
export function compileSchematron(
  source: SourceFile,
  options: SchemaOptions,
): { readonly value?: SchematronSchema; readonly diagnostics: readonly Diagnostic[] } {
  const tree = readTree(source);
  if (tree.diagnostics.length > 0) return { diagnostics: tree.diagnostics };
  const compiler = loadStylesheet('schematron');
  const stylesheet = transformToText(compiler, parseDocument(source.text), {
    base: options.base,
    phase: options.phase ?? '#DEFAULT',
  });
  const result = readTree(new SourceFile(source.path, stylesheet));
  if (result.root?.local !== 'problems') {
    return { value: { source: tree, base: options.base, stylesheet }, diagnostics: [] };
  }
  const diagnostics = childElements(result.root).map((problem) => {
    const { at = '', in: file = '', message = '' } = problem.attributes;
    const isIncluded = file !== options.base;
    return diagnostic('VA220', { problem: message }, isIncluded ? { file, xpath: at } : placeAt(tree, at));
  });
  return { diagnostics };
}

/** What a run is given. */
export interface RunOptions {
  /** The same file, where it is already parsed for stylesheets. */
  readonly document?: XdmDocument;
  /** Whether the report names each rule that fired, as annex D asks for; findings need none of it, and a volume has hundreds of thousands. */
  readonly inFull?: boolean;
}

function parametersOf({ inFull = false }: RunOptions): XsltParameters {
  return { 'Q{urn:x-chancery:schematron}fired-rules': inFull };
}

/** Runs a team's own schema on a document. Where the schema's XPath is wrong, the finding is `VA220`, in the schema's file. */
export function runSchematron(schema: SchematronSchema, tree: TeiTree, options: RunOptions = {}): SchematronReport {
  const instance = options.document ?? parseDocument(tree.source.text, String(pathToFileURL(tree.source.path)));
  try {
    const svrl = compileAndTransform(schema.stylesheet, schema.base, instance, parametersOf(options));
    return { svrl, diagnostics: readSvrl(svrl, tree) };
  } catch (error) {
    if (!(error instanceof XsltError)) throw error;
    const problem = `${error.message.replace(/ on line \d+ in \S+/, '')} (${error.code}).`;
    return {
      svrl: '',
      diagnostics: [diagnostic('VA220', { problem }, placeOfExpression(schema.source, error.message))],
    };
  }
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
  const instance = options.document ?? parseDocument(tree.source.text);
  const svrl = transformToText(loadStylesheet('chancery-schematron'), instance, parametersOf(options));
  return { svrl, diagnostics: readSvrl(svrl, tree) };
}

/** Turns the results of an SVRL report into findings, with the place of the node that each names. */
export function readSvrl(svrl: string, tree: TeiTree): readonly Diagnostic[] {
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

function resultOf(element: TeiElement, pattern: string, tree: TeiTree): Diagnostic {
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

function failureOf(element: TeiElement, tree: TeiTree): Diagnostic {
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
function placeAt(tree: TeiTree, path: string): Place {
  const { source } = tree;
  const at = locate(tree, path);
  if (at === undefined) return { file: source.path, xpath: path };
  if (at.attribute === undefined) return placeOf(source, at.element.start, at.element.startEnd);
  const span = attributePlace(source, at.element, at.attribute);
  return placeOf(source, span.start, span.end);
}
