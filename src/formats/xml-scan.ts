import type { SourceFile } from '../model/source-file.js';
import { standingAlone } from './long-source.js';
import { type StartTag, XML, XMLNS, type XmlAttribute, type XmlHandler, type XmlLimits } from './sax.js';
import { DECLARATION } from './xml-declaration.js';
import { FORBIDDEN, referenced } from './xml-reference.js';
import { newScope, resolveAttribute, resolveElement, type Scope } from './xml-scope.js';

const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const START_TAG = new RegExp(`<${NAME}`, 'y');
/** Up to the beginning of the value. */
const ATTRIBUTE = new RegExp(`[ \\t\\r\\n]+${NAME}[ \\t\\r\\n]*=[ \\t\\r\\n]*["']`, 'y');
const TAG_END = /[ \t\r\n]*\/?>/y;
const INSTRUCTION = /<\?([A-Za-z_][\w.-]*)(?:[ \t\r\n]+((?:[^?]|\?(?!>))*))?\?>/y;
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-fA-F]{1,6}));/y;
const QUOTE = 0x22;
const SLASH = 0x2f;
const GREATER_THAN = 0x3e;
const NONE = Object.freeze({});

/** How far the scan came. */
export interface ScanProgress {
  /** The document was read to its end, and is well-formed. */
  readonly isComplete: boolean;
  /** The events that have been given to the handler. */
  readonly events: number;
}

/**
 * Reads the XML that nearly all files are made of, several times as fast as a parser that looks at every character: it leaps from `<`
 * to `<`, through one stretch of the source after the other. It gives the same events as the parser, and it stops, without judging, at anything that it does not understand or that is not
 * well-formed; the parser then takes over and has the last word on what is wrong.
 */
export function scanXml(source: SourceFile, handler: XmlHandler, limits: XmlLimits): ScanProgress {
  const scan = new Scan(source.stretches(), handler, limits);
  const isComplete = scan.run();
  return { isComplete, events: scan.events };
}

/** How many stretches a tag, a text or a comment may reach over. */
const MOST_STRETCHES = 64;

class Scan {
  readonly #stretches: Iterator<string, undefined>;
  readonly #handler: XmlHandler;
  readonly #limits: XmlLimits;
  /** What is being read: a stretch, with what the one before it has left. */
  #text = '';
  /** The offset of that in the source. */
  #base = 0;
  /** Whether names and values of attributes are made to stand by themselves, so that who keeps them does not keep the stretch that they are of. */
  #isCopied = false;
  #isSound = true;
  #hasReturns = false;
  #hasCdataEnd = false;
  readonly #open: StartTag[] = [];
  /** The scope of each open element. */
  readonly #scopes: Scope[] = [];
  #scope: Scope = newScope(new Map([['xml', XML]]));
  #at = 0;
  #hasRoot = false;
  events = 0;

  constructor(stretches: Iterator<string, undefined>, handler: XmlHandler, limits: XmlLimits) {
    this.#stretches = stretches;
    this.#handler = handler;
    this.#limits = limits;
  }

  run(): boolean {
    if (!this.#more()) return false;
    const text = this.#text;
    if (text.startsWith('<?xml ') || text.startsWith('<?xml\t') || text.startsWith('<?xml\n')) {
      DECLARATION.lastIndex = 0;
      if (!DECLARATION.test(text)) return false;
      this.#at = DECLARATION.lastIndex;
    }
    // What reaches beyond a stretch is not understood before the next has come to it.
    for (let held = 1; held <= MOST_STRETCHES; held++) {
      const before = this.events;
      const isDone = this.#readOn();
      if (this.events > before) held = 1;
      if (!this.#more()) return isDone && this.#isSound && this.#hasRoot && this.#open.length === 0;
    }
    return false;
  }

  /** Reads as far as the text goes. @returns whether that is its end */
  #readOn(): boolean {
    const text = this.#text;
    while (this.#at < text.length) {
      const next = text.indexOf('<', this.#at);
      if (next < 0 && this.#open.length > 0) return false;
      const end = next < 0 ? text.length : next;
      if (end > this.#at && !this.#characters(end)) return false;
      if (next >= 0 && !this.#markup(text.charCodeAt(next + 1))) return false;
    }
    return true;
  }

  /** Goes on to the next stretch. @returns false where there is none, or it holds what is no XML */
  #more(): boolean {
    const next = this.#stretches.next().value;
    if (next === undefined) return false;
    this.#isSound = !FORBIDDEN.test(next) && next.isWellFormed();
    if (!this.#isSound) return false;
    this.#isCopied = this.#base > 0 || this.#at > 0 || this.#text !== '';
    this.#text = this.#text.slice(this.#at) + next;
    this.#base += this.#at;
    this.#at = 0;
    this.#hasReturns = this.#text.includes('\r');
    this.#hasCdataEnd = this.#text.includes(']]>');
    return true;
  }

  #markup(second: number): boolean {
    switch (second) {
      case 0x2f:
        return this.#endTag();
      case 0x21:
        return this.#text.startsWith('<!--', this.#at) ? this.#comment() : this.#cdata();
      case 0x3f:
        return this.#instruction();
      default:
        return this.#startTag();
    }
  }

  #characters(end: number): boolean {
    const start = this.#at;
    const raw = this.#text.slice(start, end);
    if (this.#open.length === 0) {
      if (/[^ \t\r\n]/.test(raw)) return false;
      this.#at = end;
      return true;
    }
    if (this.#hasCdataEnd && raw.includes(']]>')) return false;
    const data = this.#resolve(raw, false);
    if (data === undefined) return false;
    this.#at = end;
    this.events++;
    this.#handler.text?.(data, this.#base + start, this.#base + end);
    return true;
  }

  /** References and line ends resolved (§2.11, §4.1), and in attributes white space as well (§3.3.3); nothing where a reference is not known. */
  #resolve(raw: string, isAttribute: boolean): string | undefined {
    let data = this.#hasReturns && raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
    if (isAttribute && /[\t\n]/.test(data)) data = data.replace(/[\t\n]/g, ' ');
    let from = data.indexOf('&');
    if (from < 0) return data;
    let out = '';
    let done = 0;
    for (; from >= 0; from = data.indexOf('&', done)) {
      REFERENCE.lastIndex = from;
      const character = referenced(REFERENCE.exec(data));
      if (character === undefined) return undefined;
      out += data.slice(done, from) + character;
      done = REFERENCE.lastIndex;
    }
    return out + data.slice(done);
  }

  #startTag(): boolean {
    const text = this.#text;
    const start = this.#at;
    START_TAG.lastIndex = start;
    if (!START_TAG.test(text) || this.#open.length >= this.#limits.depth) return false;
    if (this.#hasRoot && this.#open.length === 0) return false;
    let at = START_TAG.lastIndex;
    const name = this.#kept(text.slice(start + 1, at));
    let raw: string[] | undefined;
    // An attribute begins with space; most tags have none, or have ended here.
    while (text.charCodeAt(at) <= 0x20) {
      ATTRIBUTE.lastIndex = at;
      if (!ATTRIBUTE.test(text)) break;
      const open = ATTRIBUTE.lastIndex;
      const close = text.indexOf(text.charCodeAt(open - 1) === QUOTE ? '"' : "'", open);
      const value = close < 0 ? undefined : this.#attributeValue(text.slice(open, close));
      if (value === undefined) return false;
      raw ??= [];
      if (raw.length >= 2 * this.#limits.attributes) return false;
      raw.push(this.#kept(text.slice(at, text.indexOf('=', at)).trim()), this.#kept(value));
      at = close + 1;
    }
    const end = this.#tagEnd(at);
    return end > 0 && this.#emitStartTag(name, raw, text.charCodeAt(end - 2) === SLASH, start, end);
  }

  /** The value of an attribute; nothing where it is not one (XML 1.0 §3.1: no `<`), or longer than may be. */
  #attributeValue(raw: string): string | undefined {
    if (raw.includes('<')) return undefined;
    const value = this.#resolve(raw, true);
    return value === undefined || value.length > this.#limits.attributeLength ? undefined : value;
  }

  /** The end of a tag of which nothing but space may be left; 0 where something else is. */
  #tagEnd(at: number): number {
    if (this.#text.charCodeAt(at) === GREATER_THAN) return at + 1;
    TAG_END.lastIndex = at;
    return TAG_END.test(this.#text) ? TAG_END.lastIndex : 0;
  }

  #emitStartTag(
    name: string,
    raw: readonly string[] | undefined,
    isSelfClosing: boolean,
    start: number,
    end: number,
  ): boolean {
    const outer = this.#scope;
    const ns = raw === undefined ? NONE : this.#declare(raw);
    const element = ns === undefined ? undefined : resolveElement(this.#scope, name);
    const attributes = element === undefined ? undefined : this.#attributes(raw);
    if (ns === undefined || element === undefined || attributes === undefined) return false;
    const { prefix, local, uri } = element;
    const tag: StartTag = { name, prefix, local, uri, attributes, isSelfClosing, ns };
    this.#at = end;
    this.#hasRoot = true;
    this.events++;
    const base = this.#base;
    this.#handler.startTag?.(tag, base + start, base + end);
    if (isSelfClosing) {
      this.#scope = outer;
      this.events++;
      this.#handler.endTag?.(tag, base + start, base + end);
    } else {
      this.#open.push(tag);
      this.#scopes.push(outer);
    }
    return true;
  }

  /** Opens a new scope where the tag declares namespaces; nothing where a declaration is not allowed (Namespaces in XML §3). */
  #declare(raw: readonly string[]): Readonly<Record<string, string>> | undefined {
    let ns: Record<string, string> | undefined;
    for (let i = 0; i < raw.length; i += 2) {
      const name = raw[i] ?? '';
      const uri = raw[i + 1] ?? '';
      if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue;
      const prefix = name.slice(6);
      const isReserved =
        prefix === 'xml' || prefix === 'xmlns' || uri === XML || uri === XMLNS || prefix === '__proto__';
      if (isReserved || (prefix !== '' && uri === '')) return undefined;
      ns ??= {};
      ns[prefix] = uri;
    }
    if (ns === undefined) return NONE;
    this.#scope = newScope(new Map([...this.#scope.prefixes, ...Object.entries(ns)]));
    return ns;
  }

  #attributes(raw: readonly string[] | undefined): Readonly<Record<string, XmlAttribute>> | undefined {
    if (raw === undefined) return NONE;
    const attributes: Record<string, XmlAttribute> = {};
    const expanded: string[] = [];
    for (let i = 0; i < raw.length; i += 2) {
      const name = raw[i] ?? '';
      const resolved = resolveAttribute(this.#scope, name);
      if (resolved === undefined || attributes[name] !== undefined || name === '__proto__') return undefined;
      const { prefix, local, uri } = resolved;
      attributes[resolved.name] = { name: resolved.name, prefix, local, uri, value: raw[i + 1] ?? '' };
      if (prefix === '') continue;
      const key = `${uri} ${local}`;
      if (expanded.includes(key)) return undefined;
      expanded.push(key);
    }
    return attributes;
  }

  #endTag(): boolean {
    const text = this.#text;
    const start = this.#at;
    const tag = this.#open.at(-1);
    if (tag === undefined || !text.startsWith(tag.name, start + 2)) return false;
    const end = this.#tagEnd(start + 2 + tag.name.length);
    if (end === 0 || text.charCodeAt(end - 2) === SLASH) return false;
    this.#open.pop();
    this.#scope = this.#scopes.pop() ?? this.#scope;
    this.#at = end;
    this.events++;
    this.#handler.endTag?.(tag, this.#base + start, this.#base + end);
    return true;
  }

  #comment(): boolean {
    const start = this.#at;
    const close = this.#text.indexOf('--', start + 4);
    if (close < 0 || this.#text[close + 2] !== '>') return false;
    this.#at = close + 3;
    this.events++;
    this.#handler.comment?.(this.#lines(start + 4, close), this.#base + start, this.#base + this.#at);
    return true;
  }

  #cdata(): boolean {
    const start = this.#at;
    if (!this.#text.startsWith('<![CDATA[', start) || this.#open.length === 0) return false;
    const close = this.#text.indexOf(']]>', start + 9);
    if (close < 0) return false;
    this.#at = close + 3;
    this.events++;
    this.#handler.text?.(this.#lines(start + 9, close), this.#base + start, this.#base + this.#at);
    return true;
  }

  #instruction(): boolean {
    const start = this.#at;
    INSTRUCTION.lastIndex = start;
    const match = INSTRUCTION.exec(this.#text);
    const target = match?.[1];
    if (target === undefined || target.toLowerCase() === 'xml') return false;
    this.#at = INSTRUCTION.lastIndex;
    this.events++;
    const data = match?.[2] ?? '';
    const clean = this.#hasReturns ? data.replace(/\r\n?/g, '\n') : data;
    this.#handler.processingInstruction?.(target, this.#kept(clean), this.#base + start, this.#base + this.#at);
    return true;
  }

  #lines(start: number, end: number): string {
    const data = this.#text.slice(start, end);
    return this.#hasReturns ? data.replace(/\r\n?/g, '\n') : data;
  }

  #kept(text: string): string {
    return this.#isCopied ? standingAlone(text) : text;
  }
}
