import { XMLNS } from '../../formats/sax.js';
import { type DefinedName, type Grammars, type Scope, shown } from './grammars.js';
import type { NameClass } from './name-class.js';
import { type Definition, type Grammar, SchemaError, type SchemaPlace, type Syntax } from './syntax.js';

/** The namespace of namespace declarations as the specification spells it; Namespaces in XML puts a slash after it. */
const XMLNS_URIS = new Set(['http://www.w3.org/2000/xmlns', XMLNS]);

/**
 * Checks all of a schema, also what can never be reached, for what must hold before it is simplified further (specification §4.16–§4.18):
 * names of attributes, exceptions of name classes, datatypes and their values, definitions and the references to them.
 * @throws SchemaError at the first that is wrong
 */
export function checkConstraints(root: Syntax, grammars: Grammars): void {
  new Constraints(grammars).check(root, undefined);
}

class Constraints {
  readonly #grammars: Grammars;
  /** Files that `externalRef` names; what is in one does not hang on where it is named. */
  readonly #checked = new Set<Syntax>();

  constructor(grammars: Grammars) {
    this.#grammars = grammars;
  }

  check(syntax: Syntax, scope: Scope | undefined): void {
    switch (syntax.kind) {
      case 'element':
      case 'attribute':
        checkExceptions(syntax.names, syntax.place);
        if (syntax.kind === 'attribute') checkAttributeNames(syntax.names, syntax.place);
        this.check(syntax.content, scope);
        break;
      case 'group':
      case 'interleave':
      case 'choice':
        for (const part of syntax.parts) this.check(part, scope);
        break;
      case 'optional':
      case 'zeroOrMore':
      case 'oneOrMore':
      case 'list':
      case 'mixed':
        this.check(syntax.content, scope);
        break;
      case 'ref':
        checkReference(syntax.name, scope, syntax.place);
        break;
      case 'parentRef':
        checkReference(syntax.name, scope?.parent, syntax.place);
        break;
      case 'data':
        this.#grammars.datatype(syntax.type, syntax.parameters);
        if (syntax.except !== undefined) this.check(syntax.except, scope);
        break;
      case 'value':
        this.#value(syntax);
        break;
      case 'externalRef':
        this.#external(this.#grammars.target(syntax));
        break;
      case 'grammar':
        this.#grammar(syntax, scope);
        break;
      default:
    }
  }

  #value({ type, value, context }: Syntax & { readonly kind: 'value' }): void {
    const datatype = this.#grammars.datatype(type, []);
    if (!datatype.allows(value, context))
      throw new SchemaError(`“${value}” is no value of ${datatype.name}`, type.place, '4.16');
  }

  #external(target: Syntax): void {
    if (this.#checked.has(target)) return;
    this.#checked.add(target);
    this.check(target, undefined);
  }

  #grammar(grammar: Grammar, parent: Scope | undefined): void {
    const scope = this.#grammars.scope(grammar, parent);
    for (const [name, definitions] of scope.definitions) {
      checkCombination(name, definitions);
      for (const { content } of definitions) this.check(content, scope);
    }
    if (!scope.definitions.has(undefined)) throw new SchemaError('the grammar has no `start`', grammar.place, '4.18');
  }
}

/** At most one definition of a name is without `combine`, and the others all say the same (specification §4.17). */
function checkCombination(name: DefinedName, definitions: readonly Definition[]): void {
  const second = definitions.filter((definition) => definition.combine === undefined)[1];
  if (second !== undefined) throw new SchemaError(`${shown(name)} is defined twice`, second.place, '4.17');
  const combined = definitions.filter((definition) => definition.combine !== undefined);
  const other = combined.find((definition) => definition.combine !== combined[0]?.combine);
  if (other !== undefined) throw new SchemaError(`${shown(name)} is combined in two ways`, other.place, '4.17');
}

function checkReference(name: string, scope: Scope | undefined, place: SchemaPlace): void {
  if (!scope?.definitions.has(name)) throw new SchemaError(`${shown(name)} is not defined`, place, '4.18');
}

/** An exception of `anyName` holds no `anyName`, one of `nsName` neither `nsName` nor `anyName` (specification §4.16). */
function checkExceptions(names: NameClass, place: SchemaPlace): void {
  if (names.kind === 'choice') {
    checkExceptions(names.either, place);
    checkExceptions(names.or, place);
  } else if (names.kind !== 'name' && names.except !== undefined) {
    const forbidden = names.kind === 'anyName' ? ['anyName'] : ['anyName', 'nsName'];
    const kind = [...kindsOf(names.except)].find((k) => forbidden.includes(k));
    if (kind !== undefined)
      throw new SchemaError(`the exception of \`${names.kind}\` may hold no \`${kind}\``, place, '4.16');
    checkExceptions(names.except, place);
  }
}

function* kindsOf(names: NameClass): Generator<NameClass['kind']> {
  yield names.kind;
  if (names.kind === 'choice') {
    yield* kindsOf(names.either);
    yield* kindsOf(names.or);
  } else if (names.kind !== 'name' && names.except !== undefined) yield* kindsOf(names.except);
}

/** No attribute is a declaration of a namespace (specification §4.16). */
function checkAttributeNames(names: NameClass, place: SchemaPlace): void {
  if (names.kind === 'choice') {
    checkAttributeNames(names.either, place);
    checkAttributeNames(names.or, place);
    return;
  }
  const isDeclaration = names.kind === 'name' && names.uri === '' && names.local === 'xmlns';
  if (isDeclaration || (names.kind !== 'anyName' && XMLNS_URIS.has(names.uri)))
    throw new SchemaError('an attribute may not be named `xmlns`, which declares namespaces', place, '4.16');
  if (names.kind !== 'name' && names.except !== undefined) checkAttributeNames(names.except, place);
}
