import { type DefinedName, type Grammars, type Scope, shown } from './grammars.js';
import type { Pattern } from './pattern.js';
import type { PatternBuilder } from './pattern-builder.js';
import { type Definition, SchemaError, type SchemaPlace, type Syntax } from './syntax.js';

/** Where patterns stand, as far as they stand in one place: elements, attributes, data, values and lists. */
export type Places = ReadonlyMap<Pattern, SchemaPlace>;

/** Patterns in one another, references followed: more would overflow the stack of what reads documents by them. */
const DEEPEST = 1000;

/**
 * From the syntax tree to patterns: the simplification of specification §4, without its steps that our patterns have built in. The
 * schema's constraints must have been checked.
 */
export class Simplification {
  readonly places: Map<Pattern, SchemaPlace> = new Map();
  readonly #builder: PatternBuilder;
  readonly #grammars: Grammars;
  readonly #definitions = new Map<Scope, Map<DefinedName, Pattern>>();
  readonly #external = new Map<Syntax, Pattern>();
  /** The definitions that are being made. */
  readonly #open = new Set<readonly Definition[]>();
  #depth = 0;

  constructor(builder: PatternBuilder, grammars: Grammars) {
    this.#builder = builder;
    this.#grammars = grammars;
  }

  /** @throws SchemaError where a definition contains itself, or patterns are too deep in one another */
  pattern(syntax: Syntax, scope: Scope | undefined): Pattern {
    if (this.#depth === DEEPEST)
      throw new SchemaError(`its patterns stand more than ${DEEPEST} deep in one another`, placeOf(syntax));
    this.#depth++;
    const pattern = this.#made(syntax, scope);
    this.#depth--;
    return pattern;
  }

  #made(syntax: Syntax, scope: Scope | undefined): Pattern {
    const b = this.#builder;
    switch (syntax.kind) {
      case 'empty':
      case 'notAllowed':
      case 'text':
        return b[syntax.kind];
      case 'element':
        return this.#placed(
          b.element(syntax.names, () => this.pattern(syntax.content, scope)),
          syntax.place,
        );
      case 'attribute':
        return this.#placed(b.attribute(syntax.names, this.pattern(syntax.content, scope)), syntax.place);
      case 'group':
      case 'interleave':
        return this.#parts(syntax.parts, scope).reduceRight((q, p) => b[syntax.kind](p, q), b.empty);
      case 'choice':
        return b.choiceOf(this.#parts(syntax.parts, scope));
      case 'optional':
        return b.optional(this.pattern(syntax.content, scope));
      case 'zeroOrMore':
        return b.optional(b.oneOrMore(this.pattern(syntax.content, scope)));
      case 'oneOrMore':
        return b.oneOrMore(this.pattern(syntax.content, scope));
      case 'list':
        return this.#placed(b.list(this.pattern(syntax.content, scope)), syntax.place);
      case 'mixed':
        return b.interleave(this.pattern(syntax.content, scope), b.text);
      case 'ref':
        return this.#reference(syntax.name, scope, syntax.place);
      case 'parentRef':
        return this.#reference(syntax.name, scope?.parent, syntax.place);
      case 'data': {
        const type = this.#grammars.datatype(syntax.type, syntax.parameters);
        const except = syntax.except === undefined ? undefined : this.pattern(syntax.except, scope);
        return this.#placed(b.data(type, except), syntax.type.place);
      }
      case 'value': {
        const type = this.#grammars.datatype(syntax.type, []);
        const value = type.canonical(syntax.value, syntax.context);
        return this.#placed(b.value(type, value, syntax.value), syntax.type.place);
      }
      case 'externalRef':
        return this.#externalPattern(this.#grammars.target(syntax));
      case 'grammar':
        return this.#reference(undefined, this.#grammars.scope(syntax, scope), syntax.place);
    }
  }

  #placed(pattern: Pattern, place: SchemaPlace): Pattern {
    if (!this.places.has(pattern)) this.places.set(pattern, place);
    return pattern;
  }

  #parts(parts: readonly Syntax[], scope: Scope | undefined): readonly Pattern[] {
    return parts.map((part) => this.pattern(part, scope));
  }

  #externalPattern(target: Syntax): Pattern {
    let pattern = this.#external.get(target);
    if (pattern === undefined) {
      pattern = this.pattern(target, undefined);
      this.#external.set(target, pattern);
    }
    return pattern;
  }

  /** What a name stands for; the reference is expanded, which must end (specification §4.19). */
  #reference(name: DefinedName, scope: Scope | undefined, place: SchemaPlace): Pattern {
    const definitions = scope?.definitions.get(name);
    if (scope === undefined || definitions === undefined)
      throw new SchemaError(`${shown(name)} is not defined`, place, '4.18');
    let made = this.#definitions.get(scope);
    if (made === undefined) {
      made = new Map();
      this.#definitions.set(scope, made);
    }
    const known = made.get(name);
    if (known !== undefined) return known;
    if (this.#open.has(definitions))
      throw new SchemaError(`${shown(name)} contains itself without an element between`, place, '4.19');
    this.#open.add(definitions);
    const pattern = this.#combined(definitions, scope);
    this.#open.delete(definitions);
    made.set(name, pattern);
    return pattern;
  }

  /** Several definitions of one name, as their `combine` says (specification §4.17). */
  #combined(definitions: readonly Definition[], scope: Scope): Pattern {
    const b = this.#builder;
    const patterns = definitions.map((definition) => this.pattern(definition.content, scope));
    if (definitions.some((definition) => definition.combine === 'choice')) return b.choiceOf(patterns);
    return patterns.reduceRight((q, p) => b.interleave(p, q), b.empty);
  }
}

function placeOf(syntax: Syntax): SchemaPlace | undefined {
  return 'place' in syntax ? syntax.place : undefined;
}
