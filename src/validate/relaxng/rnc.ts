import type { SourceFile } from '../../model/source-file.js';
import type { Parameter } from './datatype.js';
import { choiceOfNames, type NameClass } from './name-class.js';
import { type Declarations, readDeclarations } from './rnc-declarations.js';
import { TokenReader } from './rnc-tokens.js';
import { type Combine, type Component, rncError, SchemaError, type Syntax, type TypeName } from './syntax.js';

/** Reads a schema in compact syntax (RELAX NG Compact Syntax, 2002). `ns` is what an include hands down. @throws SchemaError */
export function readRnc(source: SourceFile, ns: string | undefined): Syntax {
  return new Parser(source, ns).schema();
}

/** The patterns that are one word, and those that are a word with a pattern in braces. */
const WORDS = new Set(['empty', 'notAllowed', 'text']);
const WRAPPERS = new Set(['list', 'mixed']);
const REPETITIONS: Readonly<Record<string, 'optional' | 'zeroOrMore' | 'oneOrMore'>> = {
  '?': 'optional',
  '*': 'zeroOrMore',
  '+': 'oneOrMore',
};
const JOINTS: Readonly<Record<string, 'group' | 'interleave' | 'choice'>> = {
  ',': 'group',
  '&': 'interleave',
  '|': 'choice',
};
const ASSIGNMENTS: Readonly<Record<string, { readonly combine?: Combine }>> = {
  '=': {},
  '|=': { combine: 'choice' },
  '&=': { combine: 'interleave' },
};

/** Brackets in one another, and signs of repetition after one another; what reads them goes down with them. */
const DEEPEST = 500;

class Parser {
  readonly #tokens: TokenReader;
  readonly #declared: Declarations;
  #depth = 0;

  constructor(source: SourceFile, ns: string | undefined) {
    this.#tokens = new TokenReader(source);
    this.#declared = readDeclarations(this.#tokens, ns);
  }

  schema(): Syntax {
    const place = this.#tokens.place();
    const isGrammar = this.#startsComponent();
    const syntax: Syntax = isGrammar ? { kind: 'grammar', components: this.#components(), place } : this.#pattern();
    this.#tokens.expectEnd();
    return syntax;
  }

  #startsComponent(): boolean {
    const t = this.#tokens;
    if (t.isWord('include') || t.isWord('div') || t.isEnd()) return true;
    return (t.isName() && t.isAssignment(1)) || t.isAnnotationElement();
  }

  #components(kind: 'components' | 'redefinitions' = 'components'): Component[] {
    const t = this.#tokens;
    const components: Component[] = [];
    while (!t.isEnd() && !t.isOperator('}')) {
      if (t.skipAnnotationElement()) continue;
      for (const component of this.#component(kind)) components.push(component);
    }
    return components;
  }

  #component(kind: 'components' | 'redefinitions'): readonly Component[] {
    const t = this.#tokens;
    const place = t.place();
    if (t.takeWord('div')) return this.#braced(() => this.#components(kind));
    if (t.isWord('include') && kind === 'redefinitions') throw rncError('an `include` may not stand in another', place);
    if (t.takeWord('include')) {
      const href = t.takeLiteral();
      const ns = this.#inherited();
      const overrides = t.isOperator('{') ? this.#braced(() => this.#components('redefinitions')) : [];
      return [{ kind: 'include', href, ns, overrides, place }];
    }
    const isStart = t.isWord('start');
    const name = t.takeName();
    const assignment = ASSIGNMENTS[t.takeOperator()];
    if (assignment === undefined) throw rncError(`after \`${name}\` one of =, |= and &= is expected`, t.place());
    return [{ kind: 'define', name: isStart ? undefined : name, ...assignment, content: this.#pattern(), place }];
  }

  #inherited(): string | undefined {
    const t = this.#tokens;
    if (!t.takeWord('inherit')) return this.#declared.defaultNamespace;
    t.expect('=');
    return this.#namespace(t.takeName());
  }

  #braced<T>(read: () => T): T {
    return this.#within('{', read, '}');
  }

  #within<T>(opening: string, read: () => T, closing: string): T {
    this.#tokens.expect(opening);
    this.#deeper();
    const value = read();
    this.#depth--;
    this.#tokens.expect(closing);
    return value;
  }

  #deeper(): void {
    if (++this.#depth > DEEPEST) throw new SchemaError(`it is nested more than ${DEEPEST} deep`, this.#tokens.place());
  }

  #pattern(): Syntax {
    const t = this.#tokens;
    const parts = [this.#particle()];
    const joint = t.operatorText();
    const kind = JOINTS[joint];
    if (kind === undefined) return parts[0] ?? { kind: 'empty' };
    while (t.takeIf(joint)) parts.push(this.#particle());
    if (JOINTS[t.operatorText()] !== undefined)
      throw rncError('`,`, `|` and `&` may not be mixed without parentheses', t.place());
    return { kind, parts };
  }

  #particle(): Syntax {
    const t = this.#tokens;
    let syntax = this.#primary();
    const outside = this.#depth;
    for (let kind = REPETITIONS[t.operatorText()]; kind !== undefined; kind = REPETITIONS[t.operatorText()]) {
      t.takeOperator();
      t.skipFollowingAnnotations();
      this.#deeper();
      syntax = { kind, content: syntax };
    }
    this.#depth = outside;
    return syntax;
  }

  #primary(): Syntax {
    const t = this.#tokens;
    t.skipAnnotations();
    const syntax = this.#bare();
    t.skipFollowingAnnotations();
    return syntax;
  }

  #bare(): Syntax {
    const t = this.#tokens;
    if (t.isOperator('(')) return this.#within('(', () => this.#pattern(), ')');
    if (t.isLiteral()) return this.#value({ library: '', local: 'token', place: t.place() });
    if (t.isCName()) return this.#datatyped(this.#typeName());
    const word = t.keyword();
    if (word === 'string' || word === 'token') return this.#datatyped(this.#typeName());
    const named = word === undefined ? undefined : this.#keywordPattern(word);
    if (named !== undefined) return named;
    const place = t.place();
    return { kind: 'ref', name: t.takeName(), place };
  }

  #keywordPattern(word: string): Syntax | undefined {
    const t = this.#tokens;
    const place = t.place();
    if (WORDS.has(word)) {
      t.takeName();
      return { kind: word as 'empty' | 'notAllowed' | 'text' };
    }
    if (WRAPPERS.has(word)) {
      t.takeName();
      return { kind: word as 'list' | 'mixed', content: this.#braced(() => this.#pattern()), place };
    }
    switch (word) {
      case 'element':
      case 'attribute': {
        t.takeName();
        const names = this.#nameClass(word === 'element' ? (this.#declared.defaultNamespace ?? '') : '');
        return { kind: word, names, content: this.#braced(() => this.#pattern()), place };
      }
      case 'parent':
        t.takeName();
        return { kind: 'parentRef', name: t.takeName(), place };
      case 'grammar':
        t.takeName();
        return { kind: 'grammar', components: this.#braced(() => this.#components()), place };
      case 'external':
        t.takeName();
        return { kind: 'externalRef', href: t.takeLiteral(), ns: this.#inherited(), place };
      default:
        return undefined;
    }
  }

  #typeName(): TypeName {
    const t = this.#tokens;
    const place = t.place();
    if (!t.isCName()) return { library: '', local: t.takeName(), place };
    const [prefix = '', local = ''] = t.takeCName();
    const library = this.#declared.datatypes.get(prefix);
    if (library === undefined) throw rncError(`the datatype prefix \`${prefix}\` is not declared`, place);
    return { library, local, place };
  }

  #datatyped(type: TypeName): Syntax {
    const t = this.#tokens;
    if (t.isLiteral()) return this.#value(type);
    const parameters = t.isOperator('{') ? this.#braced(() => this.#parameters()) : [];
    if (!t.takeIf('-')) return { kind: 'data', type, parameters };
    return { kind: 'data', type, parameters, except: this.#primary() };
  }

  #parameters(): readonly Parameter[] {
    const t = this.#tokens;
    const parameters: Parameter[] = [];
    while (!t.isOperator('}')) {
      t.skipAnnotations();
      const name = t.takeName();
      t.expect('=');
      parameters.push({ name, value: t.takeLiteral() });
    }
    return parameters;
  }

  #value(type: TypeName): Syntax {
    const { namespaces, defaultNamespace } = this.#declared;
    const context = (prefix: string) => (prefix === '' ? defaultNamespace : namespaces.get(prefix));
    return { kind: 'value', type, value: this.#tokens.takeLiteral(), context };
  }

  #namespace(prefix: string): string {
    const { namespaces } = this.#declared;
    if (!namespaces.has(prefix)) throw rncError(`the prefix \`${prefix}\` is not declared`, this.#tokens.place());
    return namespaces.get(prefix) ?? '';
  }

  #nameClass(bareNamespace: string): NameClass {
    const t = this.#tokens;
    const first = this.#simpleNameClass(bareNamespace);
    const others: NameClass[] = [];
    while (t.takeIf('|')) others.push(this.#simpleNameClass(bareNamespace));
    return choiceOfNames([first, ...others]);
  }

  #simpleNameClass(bareNamespace: string): NameClass {
    const t = this.#tokens;
    t.skipAnnotations();
    if (t.isOperator('(')) return this.#within('(', () => this.#nameClass(bareNamespace), ')');
    if (t.takeIf('*')) return { kind: 'anyName', ...this.#exceptedNames(bareNamespace) };
    if (t.isNsName()) {
      const uri = this.#namespace(t.takeNsName());
      return { kind: 'nsName', uri, ...this.#exceptedNames(bareNamespace) };
    }
    if (t.isCName()) {
      const [prefix = '', local = ''] = t.takeCName();
      return { kind: 'name', uri: this.#namespace(prefix), local };
    }
    return { kind: 'name', uri: bareNamespace, local: t.takeName() };
  }

  #exceptedNames(bareNamespace: string): { readonly except?: NameClass } {
    return this.#tokens.takeIf('-') ? { except: this.#simpleNameClass(bareNamespace) } : {};
  }
}
