/** Resolves the prefix of a QName in a value; `''` is the default namespace. */
export type NamespaceContext = (prefix: string) => string | undefined;

/** A datatype with its parameters applied (specification §4.3, §9.3.8). */
export interface Datatype {
  /** As the schema names it: `xsd:date`, `token`. */
  readonly name: string;
  /** Whether the values are the ids of elements or point to them (RELAX NG DTD Compatibility §5). */
  readonly idKind?: 'ID' | 'IDREF' | 'IDREFS';
  /** The parameters in words, for messages: `pattern [A-Z]+`. */
  readonly constraint?: string;
  allows(value: string, context: NamespaceContext): boolean;
  /** The value in the form in which equal values are equal strings. Only asked for a value that is allowed. */
  canonical(value: string, context: NamespaceContext): string;
}

/** A parameter of `data`. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/** XML's white space. */
const SPACE = /[ \t\r\n]+/;

/** The tokens of a value, as `list` and the list types of XML Schema see it. */
export function tokensOf(value: string): string[] {
  return value.split(SPACE).filter((token) => token !== '');
}

/** White space collapsed (XML Schema part 2 §4.3.6). */
export function collapse(value: string): string {
  return /^[ \t\r\n]|[\t\r\n]| {2}|[ \t\r\n]$/.test(value) ? tokensOf(value).join(' ') : value;
}

/** The library without a name: `string` and `token` (specification §4.3, §6.2.8). */
export const builtInTypes: Readonly<Record<string, Datatype>> = {
  string: { name: 'string', allows: () => true, canonical: (value) => value },
  token: { name: 'token', allows: () => true, canonical: collapse },
};
