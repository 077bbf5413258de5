import { type AttributeDeclaration, type Dtd, DtdError, type Entity } from './dtd.js';
import { CHARACTER_REFERENCE, referencedCharacter } from './names.js';
import {
  ATTLIST,
  ATTRIBUTE,
  CONTENT_KEYWORD,
  DOCTYPE,
  ELEMENT,
  ELEMENT_END,
  ENTITY,
  FORBIDDEN,
  INSTRUCTION,
  MIXED,
  NOTATION,
  PARTICLE_NAME,
  PREDEFINED,
  REFERENCE_TO_PARAMETER,
  re,
  SPACES,
  VALUE,
} from './patterns.js';

/** Parameter entities within one another; more are no DTD that a person has written. */
const DEPTH = 40;

/** Markup declarations that parameter entities may bring in all together. */
const MOST_CHARACTERS = 2_000_000;

/**
 * Reads the document type declaration that stands at an offset, with its internal subset (XML 1.0 §2.8). Internal parameter entities are
 * followed between declarations, where alone they may stand; nothing external is read. Throws {@link DtdError} where it is not as XML has it.
 */
export function readDtd(text: string, start: number): Dtd {
  return new Reader().read(text, start);
}

class Reader {
  readonly #entities = new Map<string, Entity>();
  readonly #parameters = new Map<string, Entity>();
  readonly #attributes = new Map<string, AttributeDeclaration[]>();
  readonly #external: string[] = [];
  #isPartial = false;
  #left = MOST_CHARACTERS;
  /** Where in the document an error is told of while the text of a parameter entity is read. */
  #reference: number | undefined;

  read(text: string, start: number): Dtd {
    const head = this.#match(DOCTYPE, text, start);
    if (head === undefined) this.#fail('the DOCTYPE is not written as XML has it', start);
    let at = start + head[0].length;
    const external = unquoted(head[1] ?? head[2]);
    if (external !== undefined) this.#external.push(external);
    if (text[at] === '[') {
      at = this.#subset(text, at + 1, ']', []);
      at = this.#skip(text, at + 1);
    }
    if (text[at] !== '>') this.#fail('the DOCTYPE is not closed by `>`', at);
    const forbidden = FORBIDDEN.exec(text.slice(start, at));
    if (forbidden !== null) this.#fail('a character of the DOCTYPE is none of XML', start + forbidden.index);
    return {
      end: at + 1,
      entities: this.#entities,
      attributes: this.#attributes,
      external: this.#external,
      isPartial: this.#isPartial || external !== undefined,
    };
  }

  /** Declarations up to a closing bracket, or to the end of the text of a parameter entity. */
  #subset(text: string, from: number, close: string, open: readonly string[]): number {
    let at = this.#skip(text, from);
    while (at < text.length) {
      if (text[at] === close) return at;
      at = this.#skip(text, this.#declaration(text, at, open));
    }
    if (close !== '') this.#fail('the DOCTYPE is not closed by `]>`', text.length);
    return at;
  }

  #declaration(text: string, at: number, open: readonly string[]): number {
    if (text[at] === '%') return this.#parameter(text, at, open);
    if (text.startsWith('<!--', at)) return this.#comment(text, at);
    if (text.startsWith('<?', at)) return this.#instruction(text, at);
    if (text.startsWith('<!ENTITY', at)) return this.#entity(text, at);
    if (text.startsWith('<!ATTLIST', at)) return this.#attlist(text, at);
    if (text.startsWith('<!ELEMENT', at)) return this.#element(text, at);
    if (text.startsWith('<!NOTATION', at))
      return at + this.#need(NOTATION, text, at, 'a notation is not declared as XML has it')[0].length;
    return this.#fail(
      text.startsWith('<![', at)
        ? 'a conditional section may only stand in an external DTD'
        : 'this is no declaration of a DTD',
      at,
    );
  }

  #comment(text: string, at: number): number {
    const close = text.indexOf('--', at + 4);
    if (close < 0 || text[close + 2] !== '>') this.#fail('a comment is not closed, or has `--` in it', at);
    return close + 3;
  }

  #instruction(text: string, at: number): number {
    const [whole, target = ''] = this.#need(
      INSTRUCTION,
      text,
      at,
      'a processing instruction is not written as XML has it',
    );
    if (target.toLowerCase() === 'xml') this.#fail('`<?xml` may only stand at the very beginning of a file', at);
    const close = text.indexOf('?>', at + whole.length);
    if (close < 0) this.#fail('a processing instruction is not closed by `?>`', at);
    return close + 2;
  }

  #parameter(text: string, at: number, open: readonly string[]): number {
    const [whole, name = ''] = this.#need(REFERENCE_TO_PARAMETER, text, at, 'a stray `%` stands in the DTD');
    const entity = this.#parameters.get(name);
    if (entity?.text === undefined) {
      if (entity === undefined && !this.#isPartial) this.#fail(`the parameter entity %${name}; is not declared`, at);
      this.#isPartial = true;
      if (entity?.system !== undefined) this.#external.push(entity.system);
      return at + whole.length;
    }
    if (open.includes(name)) this.#fail(`the parameter entity %${name}; refers to itself`, at);
    this.#left -= entity.text.length;
    if (open.length >= DEPTH || this.#left < 0)
      this.#fail(`the parameter entity %${name}; grows beyond all measure`, at);
    const outer = this.#reference;
    this.#reference ??= at;
    this.#subset(entity.text, 0, '', [...open, name]);
    this.#reference = outer;
    return at + whole.length;
  }

  #entity(text: string, at: number): number {
    const match = this.#need(ENTITY, text, at, 'an entity is not declared as XML has it');
    const [whole, percent, name = '', literal, system, systemOfPublic, notation] = match;
    if (percent !== undefined && notation !== undefined)
      this.#fail(`the parameter entity ${name} may have no notation`, at);
    const file = unquoted(system ?? systemOfPublic);
    if (file?.includes('#')) this.#fail(`the address of the entity ${name} may have no #`, at);
    const entity: Entity = {
      ...(literal === undefined ? {} : { text: this.#replacement(literal.slice(1, -1), at) }),
      ...(file === undefined ? {} : { system: file }),
      isUnparsed: notation !== undefined,
    };
    const into = percent === undefined ? this.#entities : this.#parameters;
    // The first declaration binds (§4.2); what comes after a part that is not read may have been declared there (§5.1).
    if (!into.has(name)) into.set(name, entity);
    return at + whole.length;
  }

  /** The replacement text of a literal: character references are resolved, general entities are not (§4.4, §4.5). */
  #replacement(literal: string, at: number): string {
    return literal.replace(/\r\n?/g, '\n').replace(VALUE, (reference) => {
      if (reference === '%') this.#fail('a parameter entity may not stand within a declaration', at);
      if (reference === '&') this.#fail('a stray `&` stands in the value of an entity', at);
      if (!reference.startsWith('&#')) return reference;
      return referencedCharacter(reference) ?? this.#fail(`${reference} is no character of XML`, at);
    });
  }

  #attlist(text: string, start: number): number {
    const [head, element = ''] = this.#need(
      ATTLIST,
      text,
      start,
      'the attributes of an element are not declared as XML has it',
    );
    const declared = this.#attributes.get(element) ?? [];
    let at = start + head.length;
    for (;;) {
      const attribute = this.#match(ATTRIBUTE, text, at);
      if (attribute === undefined) break;
      const [whole, name = '', type = '', literal] = attribute;
      const value = unquoted(literal);
      if (value !== undefined) this.#checkDefault(value, at);
      const isNew = !declared.some((other) => other.name === name);
      if (isNew) declared.push({ name, isCdata: type === 'CDATA', ...(value === undefined ? {} : { value }) });
      at += whole.length;
    }
    this.#attributes.set(element, declared);
    const end = this.#need(ELEMENT_END, text, at, 'the attributes of an element are not declared as XML has it');
    return at + end[0].length;
  }

  /** A default value is one (§3.1, §3.3.2), and every entity in it is declared before (§4.1). */
  #checkDefault(value: string, at: number): void {
    if (value.includes('<')) this.#fail('`<` may not stand in the value of an attribute', at);
    for (const [reference] of value.matchAll(VALUE)) {
      if (reference === '%') continue;
      if (reference === '&') this.#fail('a stray `&` stands in the value of an attribute', at);
      const isCharacter = re(CHARACTER_REFERENCE).test(reference);
      if (isCharacter && referencedCharacter(reference) === undefined)
        this.#fail(`${reference} is no character of XML`, at);
      if (isCharacter || PREDEFINED.test(reference)) continue;
      const entity = this.#entities.get(reference.slice(1, -1));
      if (entity?.system !== undefined) this.#fail('the value of an attribute may hold nothing of another file', at);
      if (entity === undefined && !this.#isPartial) this.#fail(`${reference} is used before it is declared`, at);
    }
  }

  #element(text: string, start: number): number {
    const problem = 'an element is not declared as XML has it';
    let at = start + this.#need(ELEMENT, text, start, problem)[0].length;
    const whole = this.#match(CONTENT_KEYWORD, text, at) ?? this.#match(MIXED, text, at);
    if (whole !== undefined) return at + whole[0].length;
    at = this.#children(text, at, problem);
    return at + this.#need(ELEMENT_END, text, at, problem)[0].length;
  }

  /** A content model of elements: `(a, (b | c)*, d?)`; one separator to a group. */
  #children(text: string, from: number, problem: string): number {
    const separators: string[] = [];
    let at = from;
    let expectsParticle = true;
    do {
      at = this.#skip(text, at);
      const character = text[at] ?? '';
      if (expectsParticle && character === '(') {
        separators.push('');
        at++;
      } else if (expectsParticle && separators.length > 0) {
        at += this.#need(PARTICLE_NAME, text, at, problem)[0].length;
        expectsParticle = false;
      } else if (character === ')') {
        separators.pop();
        at++;
        if (/[?*+]/.test(text[at] ?? '')) at++;
      } else {
        const separator = separators.at(-1);
        if (!/[,|]/.test(character) || (separator !== '' && separator !== character)) this.#fail(problem, at);
        separators[separators.length - 1] = character;
        expectsParticle = true;
        at++;
      }
    } while (separators.length > 0);
    return at;
  }

  #skip(text: string, at: number): number {
    SPACES.lastIndex = at;
    SPACES.test(text);
    return SPACES.lastIndex;
  }

  #match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    return pattern.exec(text) ?? undefined;
  }

  #need(pattern: RegExp, text: string, at: number, problem: string): RegExpExecArray {
    return this.#match(pattern, text, at) ?? this.#fail(problem, at);
  }

  #fail(problem: string, at: number): never {
    throw new DtdError(problem, this.#reference ?? at);
  }
}

function unquoted(literal: string | undefined): string | undefined {
  return literal?.slice(1, -1);
}
