import { builtInTypes, type Datatype, type Parameter } from './datatype.js';
import type { SchemaFiles } from './files.js';
import {
  type Component,
  type Definition,
  type FileReference,
  type Grammar,
  type Include,
  SchemaError,
  type Syntax,
  type TypeName,
} from './syntax.js';
import { XSD, xsdDatatype } from './xsd.js';

/** A name of a definition; the start of a grammar has none. */
export type DefinedName = string | undefined;

/** The definitions of one grammar, with those that it includes. */
export class Scope {
  readonly parent: Scope | undefined;
  readonly definitions: ReadonlyMap<DefinedName, readonly Definition[]>;
  /** The scopes of grammars in this one. */
  readonly inner = new Map<Grammar, Scope>();

  constructor(parent: Scope | undefined, definitions: ReadonlyMap<DefinedName, readonly Definition[]>) {
    this.parent = parent;
    this.definitions = definitions;
  }
}

/** Definitions in all the grammars of a schema, each time that one is included counted: what a schema that doubles itself runs into. */
const MOST_DEFINITIONS = 200_000;

/** What the names in a schema stand for: definitions, files and datatypes. Each is looked up once. */
export class Grammars {
  readonly #files: SchemaFiles;
  readonly #outer = new Map<Grammar, Scope>();
  readonly #types = new Map<TypeName, Datatype>();
  #components = 0;

  constructor(files: SchemaFiles) {
    this.#files = files;
  }

  /** The pattern or grammar in the file that is named. */
  target(reference: FileReference): Syntax {
    const syntax = this.#files.targets.get(reference);
    if (syntax === undefined) throw new Error(`not read: ${reference.href}`);
    return syntax;
  }

  /** @throws SchemaError where what the grammar includes does not fit it */
  scope(grammar: Grammar, parent: Scope | undefined): Scope {
    const known = parent?.inner ?? this.#outer;
    let scope = known.get(grammar);
    if (scope === undefined) {
      scope = new Scope(parent, byName(this.#definitions(grammar.components)));
      known.set(grammar, scope);
    }
    return scope;
  }

  #definitions(components: readonly Component[]): readonly Definition[] {
    this.#components += components.length;
    return components.flatMap((component): readonly Definition[] => {
      if (this.#components > MOST_DEFINITIONS)
        throw new SchemaError('it grows too large: its files include each other again and again', component.place);
      return component.kind === 'define' ? [component] : this.#included(component);
    });
  }

  /** The definitions of an included grammar, with those that the include redefines replaced (specification §4.7). */
  #included(include: Include): readonly Definition[] {
    const syntax = this.target(include);
    if (syntax.kind !== 'grammar')
      throw new SchemaError(`${include.href} is no grammar, and only a grammar can be included`, include.place, '4.7');
    const included = this.#definitions(syntax.components);
    const overrides = this.#definitions(include.overrides);
    const names = new Set(included.map((definition) => definition.name));
    const stray = overrides.find((definition) => !names.has(definition.name));
    if (stray !== undefined)
      throw new SchemaError(`${include.href} has no ${shown(stray.name)} that could be redefined`, stray.place, '4.7');
    const overridden = new Set(overrides.map((definition) => definition.name));
    return [...included.filter((definition) => !overridden.has(definition.name)), ...overrides];
  }

  /** The datatype that a `data` or `value` names (specification §4.16). @throws SchemaError where there is none of that kind */
  datatype(type: TypeName, parameters: readonly Parameter[]): Datatype {
    let datatype = this.#types.get(type);
    if (datatype === undefined) {
      datatype = makeDatatype(type, parameters);
      this.#types.set(type, datatype);
    }
    return datatype;
  }
}

/** A definition as messages name it. */
export function shown(name: DefinedName): string {
  return `\`${name ?? 'start'}\``;
}

function byName(definitions: readonly Definition[]): ReadonlyMap<DefinedName, readonly Definition[]> {
  const named = new Map<DefinedName, Definition[]>();
  for (const definition of definitions) {
    const known = named.get(definition.name);
    if (known === undefined) named.set(definition.name, [definition]);
    else known.push(definition);
  }
  return named;
}

function makeDatatype(type: TypeName, parameters: readonly Parameter[]): Datatype {
  try {
    const found = type.library === XSD ? xsdDatatype(type.local, parameters) : builtIn(type, parameters);
    if (found !== undefined) return found;
  } catch (error) {
    if (error instanceof SyntaxError) throw new SchemaError(error.message, type.place, '4.16');
    throw error;
  }
  const library = type.library === '' ? 'RELAX NG itself, which has `string` and `token`' : `“${type.library}”`;
  throw new SchemaError(`there is no datatype “${type.local}” in ${library}`, type.place, '4.16');
}

function builtIn(type: TypeName, parameters: readonly Parameter[]): Datatype | undefined {
  if (parameters.length > 0) throw new SyntaxError(`${type.local} has no parameters`);
  return type.library === '' && Object.hasOwn(builtInTypes, type.local) ? builtInTypes[type.local] : undefined;
}
