import { builtInTypes, type Datatype, type Parameter } from './datatype.js';
import { Derivatives } from './derivative.js';
import { NameTable } from './name-class.js';
import { type Pattern, PatternBuilder } from './pattern.js';
import { type Component, SchemaError, type SchemaPlace, type Syntax, type TypeName } from './syntax.js';
import { XSD, xsdDatatype } from './xsd.js';

/** Gives the syntax tree of a file that a schema names by `include` or `externalRef`. @throws SchemaError where it cannot. */
export type LoadSchema = (href: string, ns: string | undefined, place: SchemaPlace) => Syntax;

/** A schema ready for use: its patterns and the functions over them. They learn while they are used, and can be used many times. */
export class Schema {
  readonly builder: PatternBuilder = new PatternBuilder();
  readonly names: NameTable = new NameTable();
  readonly derivatives: Derivatives = new Derivatives(this.builder, this.names);
  readonly start: Pattern;
  #elements: readonly Pattern[] | undefined;

  /** @throws SchemaError where the schema contradicts itself */
  constructor(syntax: Syntax, load: LoadSchema) {
    this.start = new Simplification(this.builder, load).pattern(syntax, undefined);
  }

  /** All element patterns that can be reached from the start. Asking for them makes the whole schema, and so finds its mistakes. */
  get elements(): readonly Pattern[] {
    this.#elements ??= reachableElements(this.start);
    return this.#elements;
  }
}

function reachableElements(start: Pattern): readonly Pattern[] {
  const seen = new Set<Pattern>();
  const elements: Pattern[] = [];
  const waiting = [start];
  for (let p = waiting.pop(); p !== undefined; p = waiting.pop()) {
    if (seen.has(p)) continue;
    seen.add(p);
    if (p.kind === 'element') {
      elements.push(p);
      waiting.push(p.content);
    } else if (p.left !== p) {
      waiting.push(p.right, p.left);
    }
  }
  return elements;
}

/** The definitions of one grammar. */
class Scope {
  readonly parent: Scope | undefined;
  readonly definitions = new Map<string | undefined, Component[]>();
  readonly patterns = new Map<string | undefined, Pattern>();
  readonly open = new Set<string | undefined>();

  constructor(parent: Scope | undefined) {
    this.parent = parent;
  }
}

/** From the syntax tree to patterns: the simplification of specification §4, without its steps that our patterns have built in. */
class Simplification {
  readonly #builder: PatternBuilder;
  readonly #load: LoadSchema;

  constructor(builder: PatternBuilder, load: LoadSchema) {
    this.#builder = builder;
    this.#load = load;
  }

  pattern(syntax: Syntax, scope: Scope | undefined): Pattern {
    const b = this.#builder;
    switch (syntax.kind) {
      case 'empty':
      case 'notAllowed':
      case 'text':
        return b[syntax.kind];
      case 'element':
        return b.element(syntax.names, () => this.pattern(syntax.content, scope));
      case 'attribute':
        return b.attribute(syntax.names, this.pattern(syntax.content, scope));
      case 'group':
      case 'interleave':
        return this.#joined(syntax.kind, syntax.parts, scope);
      case 'choice':
        return syntax.parts.map((p) => this.pattern(p, scope)).reduceRight((q, p) => b.choice(p, q), b.notAllowed);
      case 'optional':
        return b.optional(this.pattern(syntax.content, scope));
      case 'zeroOrMore':
        return b.optional(b.oneOrMore(this.pattern(syntax.content, scope)));
      case 'oneOrMore':
        return b.oneOrMore(this.pattern(syntax.content, scope));
      case 'list':
        return b.list(this.pattern(syntax.content, scope));
      case 'mixed':
        return b.interleave(this.pattern(syntax.content, scope), b.text);
      case 'ref':
        return this.#reference(syntax.name, scope, syntax.place);
      case 'parentRef':
        return this.#reference(syntax.name, scope?.parent, syntax.place);
      case 'data':
        return this.#data(syntax, scope);
      case 'value': {
        const type = datatype(syntax.type, []);
        if (!type.allows(syntax.value, syntax.context))
          throw new SchemaError(`“${syntax.value}” is no value of ${type.name}`, syntax.type.place);
        return b.value(type, type.canonical(syntax.value, syntax.context), syntax.value);
      }
      case 'externalRef':
        return this.pattern(this.#load(syntax.href, syntax.ns, syntax.place), undefined);
      case 'grammar':
        return this.#grammar(syntax.components, syntax.place, scope);
    }
  }

  #joined(kind: 'group' | 'interleave', parts: readonly Syntax[], scope: Scope | undefined): Pattern {
    const b = this.#builder;
    return parts.map((p) => this.pattern(p, scope)).reduceRight((q, p) => b[kind](p, q), b.empty);
  }

  #data(syntax: Syntax & { kind: 'data' }, scope: Scope | undefined): Pattern {
    const type = datatype(syntax.type, syntax.parameters);
    return this.#builder.data(type, syntax.except === undefined ? undefined : this.pattern(syntax.except, scope));
  }

  #grammar(components: readonly Component[], place: SchemaPlace, parent: Scope | undefined): Pattern {
    const scope = new Scope(parent);
    this.#define(components, scope);
    if (!scope.definitions.has(undefined)) throw new SchemaError('the grammar has no `start`', place);
    return this.#reference(undefined, scope, place);
  }

  #define(components: readonly Component[], scope: Scope): void {
    for (const component of components) {
      if (component.kind === 'include') {
        this.#define(this.#included(component), scope);
        continue;
      }
      const known = scope.definitions.get(component.name);
      if (known === undefined) scope.definitions.set(component.name, [component]);
      else known.push(component);
    }
  }

  /** The components of an included grammar, with those that the include redefines replaced (specification §4.7). */
  #included(include: Component & { kind: 'include' }): readonly Component[] {
    const syntax = this.#load(include.href, include.ns, include.place);
    if (syntax.kind !== 'grammar') throw new SchemaError(`${include.href} is no grammar`, include.place);
    const overridden = new Set(include.overrides.flatMap((c) => (c.kind === 'define' ? [c.name] : [])));
    const kept = (components: readonly Component[]): Component[] =>
      components.flatMap((c) => (c.kind === 'include' ? kept(this.#included(c)) : overridden.has(c.name) ? [] : [c]));
    return [...kept(syntax.components), ...include.overrides];
  }

  #reference(name: string | undefined, scope: Scope | undefined, place: SchemaPlace): Pattern {
    const made = scope?.patterns.get(name);
    if (made !== undefined) return made;
    const definitions = scope?.definitions.get(name);
    if (scope === undefined || definitions === undefined)
      throw new SchemaError(`\`${name ?? 'start'}\` is not defined`, place);
    if (scope.open.has(name))
      throw new SchemaError(`\`${name ?? 'start'}\` contains itself without an element between`, place);
    scope.open.add(name);
    const pattern = this.#combined(name, definitions, scope);
    scope.open.delete(name);
    scope.patterns.set(name, pattern);
    return pattern;
  }

  /** Several definitions of one name, as their `combine` says (specification §4.17). */
  #combined(name: string | undefined, definitions: readonly Component[], scope: Scope): Pattern {
    const parts = definitions.filter((c) => c.kind === 'define');
    const kinds = new Set(parts.flatMap((c) => c.combine ?? []));
    const bare = parts.filter((c) => c.combine === undefined);
    const second = bare[1];
    if (second !== undefined) throw new SchemaError(`\`${name ?? 'start'}\` is defined twice`, second.place);
    if (kinds.size > 1) throw new SchemaError(`\`${name ?? 'start'}\` is combined in two ways`, parts[0]?.place);
    const patterns = parts.map((c) => this.pattern(c.content, scope));
    const b = this.#builder;
    if (kinds.has('choice')) return patterns.reduceRight((q, p) => b.choice(p, q), b.notAllowed);
    return patterns.reduceRight((q, p) => b.interleave(p, q), b.empty);
  }
}

function datatype(type: TypeName, parameters: readonly Parameter[]): Datatype {
  try {
    const found = type.library === XSD ? xsdDatatype(type.local, parameters) : builtIn(type, parameters);
    if (found === undefined)
      throw new SchemaError(`there is no datatype “${type.local}” in “${type.library}”`, type.place);
    return found;
  } catch (error) {
    if (error instanceof SyntaxError) throw new SchemaError(error.message, type.place);
    throw error;
  }
}

function builtIn(type: TypeName, parameters: readonly Parameter[]): Datatype | undefined {
  if (parameters.length > 0) throw new SyntaxError(`${type.local} has no parameters`);
  return type.library === '' && Object.hasOwn(builtInTypes, type.local) ? builtInTypes[type.local] : undefined;
}
