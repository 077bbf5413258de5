/** What a schema from elsewhere may call: XPath, and what it defines itself. Everything else is refused, since it cannot be known to be harmless. */

const FN = 'http://www.w3.org/2005/xpath-functions';
export const XSLT = 'http://www.w3.org/1999/XSL/Transform';

/** Prefixes that every schema has without declaring them. */
export const COMMON_PREFIXES: Readonly<Record<string, string>> = {
  fn: FN,
  xs: 'http://www.w3.org/2001/XMLSchema',
  map: `${FN}/map`,
  array: `${FN}/array`,
  math: `${FN}/math`,
};

/** Namespaces whose functions compute a value from their arguments and do nothing else. */
const HARMLESS = new Set([...Object.values(COMMON_PREFIXES), 'http://exslt.org/common']);

/** Namespaces of the XSLT processor's own extensions, which reach the host: functions, instructions and attributes alike. */
const HOST =
  /^(?:https?:\/\/(?:[\w-]+\.)*saxonica\.com|https?:\/\/saxon\.sf\.net|java:|clitype:|https?:\/\/xml\.apache\.org)/i;

/** Prefixes that the processor itself binds to its extensions, where nobody else has bound them. */
const HOST_PREFIXES = new Set(['js', 'ixsl', 'saxon', 'java']);

/** Functions of XPath that run code given as data, or tell of the computer. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ['transform', 'which runs another program'],
  ['load-xquery-module', 'which runs another program'],
  ['function-lookup', 'which can call any function by a name that is made up on the way'],
  ['environment-variable', 'which reads the settings of this computer'],
  ['available-environment-variables', 'which reads the settings of this computer'],
  ['collection', 'which reads whole folders'],
  ['uri-collection', 'which reads whole folders'],
]);

/** Functions of XPath and XSLT that read a file; their first argument says which. */
const READERS = new Set([
  'doc',
  'doc-available',
  'document',
  'unparsed-text',
  'unparsed-text-lines',
  'unparsed-text-available',
  'json-doc',
]);

/** Instructions of XSLT that run code given as data, or write or fetch files. */
export const REFUSED_INSTRUCTIONS: ReadonlyMap<string, string> = new Map([
  ['evaluate', 'which runs an expression that is made up on the way'],
  ['result-document', 'which writes files'],
  ['use-package', 'which brings in another program'],
  ['import-schema', 'which brings in another schema'],
  ['source-document', 'which reads files'],
  ['stream', 'which reads files'],
]);

/** Whether a namespace is one of the processor's own, by which a schema would get out of its place. */
export function isHostNamespace(uri: string): boolean {
  return HOST.test(uri.trim());
}

/** Why a function may not be called; nothing where it may. `uri` is undefined where its prefix is bound to nothing. */
export function refusalOf(uri: string | undefined, prefix: string, local: string): string | undefined {
  if (uri === undefined) return HOST_PREFIXES.has(prefix) ? RUNS_CODE : undefined;
  if (isHostNamespace(uri)) return RUNS_CODE;
  if (uri === FN) return REFUSED.get(local);
  return HARMLESS.has(uri) ? undefined : 'which neither XPath nor the schema itself defines';
}

const RUNS_CODE = 'by which any program could be run';

/** Whether a function reads a file. */
export function isReader(uri: string | undefined, local: string): boolean {
  return (uri === FN || uri === undefined) && READERS.has(local);
}

/** The namespace of a function written without a prefix. */
export const DEFAULT_FUNCTIONS = FN;
