import type { Composition } from '../../model/composed-source.js';
import type { SourceFile } from '../../model/source-file.js';
import { escapeAttribute } from '../xml-fragment.js';
import type { AttributeDeclaration, Dtd, Entity } from './dtd.js';
import { CHARACTER_REFERENCE, NAME, referencedCharacter, S } from './names.js';

/** Why an entity cannot be filled in; `at` is the offset of its reference in the document. */
export class EntityError extends Error {
  readonly code: 'IN041' | 'IN042' | 'IN043' | 'IN044';
  readonly facts: Readonly<Record<string, string | number>>;
  at: number | undefined;

  constructor(code: EntityError['code'], facts: EntityError['facts']) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

/** Characters that the entities of a document may add to it. */
const MOST_ADDED = 20_000_000;

const re = (source: string): RegExp => new RegExp(source, 'uy');
const REFERENCE = re(`&(${NAME});|${CHARACTER_REFERENCE}`);
const START = re(`<(${NAME})`);
const ATTRIBUTE = re(`${S}+(${NAME})${S}*=${S}*("[^"<]*"|'[^'<]*')`);
const START_END = re(`${S}*/?>`);
const END = re(`</${NAME}${S}*>`);
const PREDEFINED = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** A stretch of a text in whose place another comes. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The content of a document with its entities filled in, and its attributes as the DTD has them: defaults added, values of other types than CDATA
 * without needless spaces (XML 1.0 §3.3.2, §3.3.3, §4.4). Linear in the length of what comes out: each entity is filled in once.
 */
export class Expander {
  readonly #dtd: Dtd;
  readonly #contents = new Map<string, string>();
  readonly #values = new Map<string, string>();
  readonly #open = new Set<string>();
  #added = 0;

  constructor(dtd: Dtd) {
    this.#dtd = dtd;
  }

  /** Adds what stands from `start` on. Where the text is not well-formed, it goes in as it is, for the parser to judge. */
  expand(source: SourceFile, start: number, into: Composition): void {
    let from = start;
    for (const { start: at, end, text } of this.#splices(source.text, start, undefined)) {
      into.copy(source, from, at);
      into.make(text, source, at);
      from = end;
    }
    into.copy(source, from, source.text.length);
  }

  /** What is to be replaced in a text: of the document, or of the entity. */
  *#splices(text: string, start: number, entity: string | undefined): Generator<Splice> {
    const isOutermost = entity === undefined;
    let depth = isOutermost ? 0 : 1;
    const markup = /[<&]/g;
    markup.lastIndex = start;
    for (let match = markup.exec(text); match !== null; match = markup.exec(text)) {
      const at = match.index;
      const isReference = match[0] === '&';
      const end = isReference ? this.#referenceEnd(text, at) : markupEnd(text, at);
      if (end === undefined) return refuse(entity, 'markup in it is not whole');
      if (isReference) yield* this.#reference(text, at, end, depth, isOutermost);
      else {
        depth += levels(text, at, end);
        if (depth < 1) refuse(entity, 'an element ends in it that has not begun in it');
        yield* this.#tag(text, at, end, isOutermost);
      }
      markup.lastIndex = end;
    }
    if (depth > 1) refuse(entity, 'an element begins in it that does not end in it');
  }

  #reference(text: string, at: number, end: number, depth: number, isOutermost: boolean): readonly Splice[] {
    // Outside the root there is no content; the parser says so.
    const filled = depth === 0 ? undefined : this.#filled(text, at, end, isOutermost);
    return filled === undefined ? [] : [{ start: at, end, text: filled }];
  }

  #referenceEnd(text: string, at: number): number | undefined {
    REFERENCE.lastIndex = at;
    return REFERENCE.test(text) ? REFERENCE.lastIndex : undefined;
  }

  /** What comes in the place of a reference in content; nothing where it stays as it is. */
  #filled(text: string, at: number, end: number, isOutermost: boolean): string | undefined {
    const name = text.slice(at + 1, end - 1);
    if (name.startsWith('#') || PREDEFINED.has(name)) return undefined;
    return this.#located(isOutermost, at, () => {
      const entity = this.#entity(name);
      if (entity === undefined) return undefined;
      const known = this.#contents.get(name);
      if (known !== undefined) return this.#counted(name, known);
      const filled = this.#within(name, () => this.#content(name, entity));
      this.#contents.set(name, filled);
      return this.#counted(name, filled);
    });
  }

  #content(name: string, text: string): string {
    if (text.startsWith('<?xml '))
      throw new EntityError('IN042', { name, problem: '`<?xml` may only stand at the very beginning of a file' });
    let filled = '';
    let from = 0;
    for (const splice of this.#splices(text, 0, name)) {
      filled += text.slice(from, splice.start) + splice.text;
      from = splice.end;
    }
    // A line end of the source is one already; one written as a reference is the character itself (§2.11).
    return (filled + text.slice(from)).replaceAll('\r', '&#13;');
  }

  /** The replacement text of an entity; nothing of one that the parser has to find undeclared. */
  #entity(name: string): string | undefined {
    const entity: Entity | undefined = this.#dtd.entities.get(name);
    if (entity === undefined) {
      if (!this.#dtd.isPartial) return undefined;
      throw new EntityError('IN041', { name, what: `what another file defines (${this.#dtd.external.join(', ')})` });
    }
    if (entity.text !== undefined) return entity.text;
    throw new EntityError('IN041', { name, what: `the file “${entity.system ?? ''}”` });
  }

  #tag(text: string, at: number, end: number, isOutermost: boolean): readonly Splice[] {
    START.lastIndex = at;
    const element = START.exec(text)?.[1];
    if (element === undefined) return [];
    const declared = this.#dtd.attributes.get(element) ?? [];
    const splices: Splice[] = [];
    const present = new Set<string>();
    let from = START.lastIndex;
    for (;;) {
      ATTRIBUTE.lastIndex = from;
      const match = ATTRIBUTE.exec(text);
      if (match === null) break;
      const [whole, name = '', literal = ''] = match;
      from += whole.length;
      present.add(name);
      const raw = literal.slice(1, -1);
      const value = this.#located(isOutermost, at, () =>
        this.#value(
          raw,
          declared.find((a) => a.name === name),
        ),
      );
      if (value !== raw) splices.push({ start: from - literal.length, end: from, text: `"${value}"` });
    }
    const missing = declared.filter(({ name, value }) => value !== undefined && !present.has(name));
    const added = missing
      .map((a) => this.#located(isOutermost, at, () => ` ${a.name}="${this.#value(a.value ?? '', a)}"`))
      .join('');
    const close = text[end - 2] === '/' ? end - 2 : end - 1;
    return added === '' ? splices : [...splices, { start: close, end: close, text: this.#counted(element, added) }];
  }

  /** The value of an attribute as it is to be written, between double quotation marks where it is another than `raw`. */
  #value(raw: string, declared: AttributeDeclaration | undefined): string {
    const isTokens = declared !== undefined && !declared.isCdata;
    const filled = raw.includes('&') ? this.#filledValue(raw) : raw;
    if (!isTokens) {
      if (filled === raw && declared?.value !== raw) return raw;
      return filled.replaceAll('"', '&quot;');
    }
    const plain = filled
      .replace(/[\t\r\n]+/g, ' ')
      .replace(new RegExp(REFERENCE.source, 'gu'), (reference, name?: string) =>
        name === undefined ? (referencedCharacter(reference) ?? reference) : (NAMED[name] ?? reference),
      );
    const even = plain.replace(/ +/g, ' ').replace(/^ | $/g, '');
    return even === raw ? raw : escapeAttribute(even);
  }

  #filledValue(raw: string): string {
    return raw.replace(new RegExp(REFERENCE.source, 'gu'), (reference, name?: string) => {
      if (name === undefined || PREDEFINED.has(name)) return reference;
      const entity = this.#dtd.entities.get(name);
      if (entity?.system !== undefined)
        throw new EntityError('IN042', { name, problem: 'the value of an attribute may hold nothing of another file' });
      const text = this.#entity(name);
      if (text === undefined) return reference;
      const known = this.#values.get(name);
      if (known !== undefined) return this.#counted(name, known);
      const filled = this.#within(name, () => this.#valueOf(name, text));
      this.#values.set(name, filled);
      return this.#counted(name, filled);
    });
  }

  #valueOf(name: string, text: string): string {
    if (text.includes('<'))
      throw new EntityError('IN042', { name, problem: 'the value of an attribute may hold no `<`' });
    if (/&/.test(text.replace(new RegExp(REFERENCE.source, 'gu'), '')))
      throw new EntityError('IN042', { name, problem: 'a stray `&` stands in it' });
    return this.#filledValue(text.replace(/[\t\n\r]/g, ' '))
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;');
  }

  #within<T>(name: string, run: () => T): T {
    if (this.#open.has(name)) throw new EntityError('IN043', { name });
    this.#open.add(name);
    try {
      return run();
    } finally {
      this.#open.delete(name);
    }
  }

  #counted(name: string, text: string): string {
    this.#added += text.length;
    if (this.#added > MOST_ADDED) throw new EntityError('IN044', { name, limit: MOST_ADDED });
    return text;
  }

  /** The place of an error is that of the reference in the document, however deep it lies in entities. */
  #located<T>(isOutermost: boolean, at: number, run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (isOutermost && error instanceof EntityError) error.at = at;
      throw error;
    }
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** By how many levels a tag leads down. */
function levels(text: string, at: number, end: number): number {
  const second = text[at + 1];
  if (second === '/') return -1;
  return second === '!' || second === '?' || text[end - 2] === '/' ? 0 : 1;
}

/** Of an entity; what is wrong with the document the parser says. */
function refuse(name: string | undefined, problem: string): void {
  if (name !== undefined) throw new EntityError('IN042', { name, problem });
}

/** The end of the tag, comment, section or instruction that begins at an offset; nothing where it is not whole. */
function markupEnd(text: string, at: number): number | undefined {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) return after(text, ']]>', at + 9);
  if (text.startsWith('<?', at)) return after(text, '?>', at + 2);
  if (text[at + 1] === '/') return matchEnd(END, text, at);
  let end = matchEnd(START, text, at);
  while (end !== undefined) {
    const next = matchEnd(ATTRIBUTE, text, end);
    if (next === undefined) return matchEnd(START_END, text, end);
    end = next;
  }
  return undefined;
}

function after(text: string, close: string, from: number): number | undefined {
  const at = text.indexOf(close, from);
  return at < 0 ? undefined : at + close.length;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
