import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import type { SaxonJs, SaxonNode } from 'saxon-js';
import { compiledCode, requireCompiled } from './compiled-module.js';
import { type Confinement, outsideOf } from './confinement.js';
import { packageFile } from './package.js';

export type { SaxonNode } from 'saxon-js';

const require = createRequire(import.meta.url);
let loaded: SaxonJs | undefined;

/** Loading SaxonJS takes 0.1 s and more, so it waits for the first use: commands that transform nothing do not pay for it. */
function saxon(): SaxonJs {
  if (loaded === undefined) {
    withoutHttpClient();
    loaded = requireCompiled(require.resolve('saxon-js'), codePath()) as SaxonJs;
  }
  return loaded;
}

function codePath(): string {
  return packageFile('dist/program/saxon-js.code');
}

/** Keeps the code of SaxonJS as it is compiled now, for later runs of the program: a part of its build. */
export function keepSaxonCode(): void {
  writeFileSync(codePath(), compiledCode(require.resolve('saxon-js')));
}

/** The HTTP client that SaxonJS would load is a third of its loading time. Nothing is ever fetched, so it is given an empty module. */
function withoutHttpClient(): void {
  const path = createRequire(require.resolve('saxon-js')).resolve('axios');
  if (require.cache[path] !== undefined) return;
  const client = new Module(path);
  client.loaded = true;
  require.cache[path] = client;
}

/**
 * Runs something with SaxonJS's reading of files confined: a file that none of the places allows is not read, and its URI is kept.
 * @returns the result, and what would have been read
 */
export function readingOnly<T>(
  allows: readonly { readonly confinement: Confinement; readonly names?: RegExp }[],
  run: () => T,
): { readonly value: T; readonly refused: readonly string[] } {
  const platform = saxon().getPlatform();
  const { readFile } = platform;
  const refused: string[] = [];
  platform.readFile = (uri, ...rest) => {
    const isAllowed = allows.some(
      ({ confinement, names }) =>
        outsideOf(confinement, String(uri)) === undefined && (names?.test(String(uri)) ?? true),
    );
    if (isAllowed) return readFile(uri, ...rest);
    refused.push(String(uri));
    throw new Error(`${String(uri)} is not read.`);
  };
  try {
    return { value: run(), refused };
  } finally {
    platform.readFile = readFile;
  }
}

/**
 * Takes from SaxonJS, for the rest of the process, what its extension functions reach the host by: the global object (`js:…`, `ixsl:window()`),
 * the making of code from text (`ixsl:eval()`), and the writing of files. For processes that run a stylesheet from elsewhere, and nothing else.
 */
export function closeHost(): void {
  const platform = saxon().getPlatform();
  const refuse = (): never => {
    throw new Error('A stylesheet from elsewhere has no access to the computer.');
  };
  platform.globalObject = Object.freeze(Object.create(null));
  platform.writeFileSync = refuse;
  platform.writeFileAsync = refuse;
  platform.resourcePromise = refuse;
  globalThis.Function = refuse as unknown as FunctionConstructor;
}

/** What SaxonJS says when it fails, with the field's own code (`XPST0003`) and where in the stylesheet. */
export class XsltError extends Error {
  readonly code: string;
  readonly line: number | undefined;
  /** The stylesheet module, where SaxonJS says it. */
  readonly module: string | undefined;

  constructor(message: string, code: string, line: number | undefined, module?: string) {
    super(message);
    this.code = code;
    this.line = line;
    this.module = module;
  }
}

/** A parsed document, to be given to several stylesheets. */
export type XdmDocument = { readonly __brand: 'xdm-document' };

/** Values of stylesheet parameters, by name. */
export type XsltParameters = Readonly<Record<string, string | boolean | number | readonly SaxonNode[]>>;

/** A stylesheet compiled at `npm run build`; `name` is that of the entry point in `xslt/` without `.xsl`. */
export function loadStylesheet(name: string): unknown {
  const path = packageFile(`dist/program/sef/${name}.sef.json`);
  if (!existsSync(path)) throw new Error(`${path} is missing; run npm run build.`);
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** An empty document of SaxonJS's own tree, for who builds it; `base` is its URI. */
export function newDocument(base?: string): SaxonNode {
  const platform = saxon().getPlatform();
  const document = platform.createDocument();
  if (base !== undefined) platform.setDocURI(document, base);
  // SaxonJS makes text of each of its options for its log, even where it logs nothing; of a volume's tree that is megabytes.
  document.toString = () => base ?? 'document';
  return document;
}

/** Runs a compiled stylesheet over a document; the result as text. Throws {@link XsltError}. */
export function transformToText(stylesheet: unknown, document: XdmDocument, parameters: XsltParameters = {}): string {
  return guarded(() => {
    const { principalResult } = saxon().transform(
      {
        stylesheetInternal: stylesheet,
        sourceNode: document,
        stylesheetParams: parameters,
        destination: 'serialized',
      },
      'sync',
    );
    return String(principalResult);
  });
}

/** Runs a compiled stylesheet over a document; the result as the tree that SaxonJS has built. Throws {@link XsltError}. */
export function transformToTree(
  stylesheet: unknown,
  document: XdmDocument,
  parameters: XsltParameters = {},
): SaxonNode {
  return guarded(() => {
    const { principalResult } = saxon().transform(
      {
        stylesheetInternal: stylesheet,
        sourceNode: document,
        stylesheetParams: parameters,
        destination: 'document',
      },
      'sync',
    );
    return principalResult as SaxonNode;
  });
}

/**
 * Compiles a stylesheet and runs it, by `fn:transform()`: for stylesheets that only the user has (a team's own Schematron). The
 * project's own are compiled at build time. Throws {@link XsltError}.
 *
 * @param base The URI against which the stylesheet's own imports and `doc()` are resolved.
 * @param parameters Their names are written `Q{uri}local`.
 */
export function compileAndTransform(
  stylesheet: string,
  base: string,
  document: XdmDocument,
  parameters: XsltParameters = {},
): string {
  const named = Object.keys(parameters).map((name, i) => {
    const [, uri = '', local = ''] = /^Q\{(.*)\}(.*)$/.exec(name) ?? [];
    return `QName("${uri}", "${local}"): $parameter-${i}`;
  });
  const values = Object.fromEntries(Object.values(parameters).map((value, i) => [`parameter-${i}`, value]));
  const call = `transform(map { "stylesheet-text": $stylesheet, "stylesheet-base-uri": $base, "source-node": $document, "stylesheet-params": map { ${named.join(', ')} }, "delivery-format": "serialized" })?output`;
  const params = { stylesheet, base, document, ...values };
  const run = (): string => String(saxon().XPath.evaluate(call, null, { params }));
  return guarded(() => withConsoleOnStandardError(run));
}

/**
 * SaxonJS's compiler writes its warnings with console.log, whatever its log level; the standard output is the command's result. What it warns of
 * where an element is named as a keyword (`to`) is nothing that the author of a schema could want to hear.
 */
function withConsoleOnStandardError<T>(run: () => T): T {
  const { log } = console;
  console.log = (...words: unknown[]) => {
    if (!words.join(' ').includes("use 'child::")) console.error(...words);
  };
  try {
    return run();
  } finally {
    console.log = log;
  }
}

function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { code, xsltLineNr, xsltModule } = error as Error & Record<string, unknown>;
    if (typeof code !== 'string') throw error;
    const line = xsltLineNr === undefined ? undefined : Number(xsltLineNr);
    throw new XsltError(
      error.message,
      code.replace(/^Q\{[^}]*\}/, ''),
      line,
      typeof xsltModule === 'string' ? xsltModule : undefined,
    );
  }
}
