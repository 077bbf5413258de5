import { XML } from '../../formats/sax.js';
import type { TokenReader } from './rnc-tokens.js';
import { isLibraryUri } from './rng-structure.js';
import { rncError, SchemaError, type SchemaPlace } from './syntax.js';
import { XSD } from './xsd.js';

/** What the declarations at the head of a file in compact syntax say. */
export interface Declarations {
  /** Prefix → namespace; undefined for one that is inherited from nowhere. */
  readonly namespaces: ReadonlyMap<string, string | undefined>;
  /** Prefix → library of datatypes. */
  readonly datatypes: ReadonlyMap<string, string>;
  readonly defaultNamespace: string | undefined;
}

/** Reads the declarations that stand next; `ns` is what `inherit` stands for. @throws SchemaError */
export function readDeclarations(tokens: TokenReader, ns: string | undefined): Declarations {
  return new Reading(tokens, ns).run();
}

class Reading {
  readonly #tokens: TokenReader;
  readonly #ns: string | undefined;
  readonly #namespaces = new Map<string, string | undefined>();
  readonly #datatypes = new Map<string, string>();
  #defaultNamespace: { readonly uri: string | undefined } | undefined;

  constructor(tokens: TokenReader, ns: string | undefined) {
    this.#tokens = tokens;
    this.#ns = ns;
  }

  run(): Declarations {
    while (this.#next());
    return {
      namespaces: new Map([['xml', XML], ...this.#namespaces]),
      datatypes: new Map([['xsd', XSD], ...this.#datatypes]),
      defaultNamespace: this.#defaultNamespace === undefined ? this.#ns : this.#defaultNamespace.uri,
    };
  }

  #next(): boolean {
    const t = this.#tokens;
    if (t.takeWord('namespace')) {
      const place = t.place();
      const prefix = t.takeName();
      this.#namespace(prefix, this.#uriOrInherit(), place);
    } else if (t.takeWord('default')) {
      t.expectWord('namespace');
      const place = t.place();
      const prefix = t.isOperator('=') ? undefined : t.takeName();
      const uri = this.#uriOrInherit();
      if (this.#defaultNamespace !== undefined) throw rncError('the default namespace is declared twice', place);
      this.#defaultNamespace = { uri };
      if (prefix !== undefined) this.#namespace(prefix, uri, place);
    } else if (t.takeWord('datatypes')) {
      const place = t.place();
      const prefix = t.takeName();
      t.expect('=');
      this.#library(prefix, t.takeLiteral(), place);
    } else return false;
    return true;
  }

  #uriOrInherit(): string | undefined {
    this.#tokens.expect('=');
    return this.#tokens.takeWord('inherit') ? this.#ns : this.#tokens.takeLiteral();
  }

  /** Each prefix is declared once; `xml` and `xmlns` are not free (Namespaces in XML §3). */
  #namespace(prefix: string, uri: string | undefined, place: SchemaPlace): void {
    if (this.#namespaces.has(prefix)) throw rncError(`the prefix \`${prefix}\` is declared twice`, place);
    if (prefix === 'xmlns' || (prefix === 'xml') !== (uri === XML))
      throw rncError('the prefix `xml` and its namespace belong together, and `xmlns` is no prefix', place);
    this.#namespaces.set(prefix, uri);
  }

  #library(prefix: string, uri: string, place: SchemaPlace): void {
    if (this.#datatypes.has(prefix)) throw rncError(`the prefix \`${prefix}\` is declared twice`, place);
    if (!isLibraryUri(uri))
      throw new SchemaError(`the library “${uri}” is no absolute URI without a fragment`, place, '3');
    this.#datatypes.set(prefix, uri);
  }
}
