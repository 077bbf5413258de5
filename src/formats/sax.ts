import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic, type Place } from '../diagnostics/diagnostic.js';
import type { Span } from '../model/position.js';
import type { SourceFile } from '../model/source-file.js';
import { skipFirst } from './xml-handlers.js';
import { explainXmlProblem } from './xml-problem.js';
import { scanXml } from './xml-scan.js';

/** An attribute of a start tag; declarations of namespaces are attributes in the namespace {@link XMLNS}. */
export interface XmlAttribute {
  /** The name as written, with its prefix: `xml:id`. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
  /** The value, with its character references resolved. */
  readonly value: string;
}

/** A start tag with its namespaces resolved. */
export interface StartTag {
  /** The name as written, with its prefix: `frus:attachment`. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
  /** By the name as written, in the order of the document. */
  readonly attributes: Readonly<Record<string, XmlAttribute>>;
  readonly isSelfClosing: boolean;
  /** The namespaces that this tag declares, by prefix (`''` for the default namespace). */
  readonly ns: Readonly<Record<string, string>>;
}

/**
 * What to do with the events of a document, in its order. Offsets are those of the source text in UTF-16 code units: `start` at the
 * first character of the markup or text, `end` after its last.
 */
export interface XmlHandler {
  startTag?(tag: StartTag, start: number, end: number): void;
  /** Also for a self-closing element; then `start` and `end` are those of its tag. */
  endTag?(tag: StartTag, start: number, end: number): void;
  /** Character data with references resolved; comments, CDATA sections and processing instructions part it into several events. */
  text?(text: string, start: number, end: number): void;
  comment?(text: string, start: number, end: number): void;
  processingInstruction?(target: string, data: string, start: number, end: number): void;
}

export interface XmlLimits {
  /** Elements in one another. FRUS never exceeds 16; every later stage walks the tree and must not run out of stack. */
  readonly depth: number;
  /** UTF-16 code units of one attribute. */
  readonly attributeLength: number;
  /** Attributes of one element. */
  readonly attributes: number;
}

export const TEI = 'http://www.tei-c.org/ns/1.0';
export const FRUS = 'http://history.state.gov/frus/ns/1.0';
export const XML = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS = 'http://www.w3.org/2000/xmlns/';

const DEFAULT_LIMITS: XmlLimits = { depth: 1000, attributeLength: 1_000_000, attributes: 1000 };

/** Thrown inside the parser's callbacks to stop it; never leaves this file. */
class Stop extends Error {}

/**
 * Reads an XML 1.0 document with namespaces as a stream of events, in one pass and linear time.
 *
 * Nothing is ever fetched or expanded here: what the DTD of a file defines is filled in before (`withoutDtd`), and a text that still has a DTD
 * with declarations is refused. A document that is not well-formed gives findings (`IN010` … `IN022`) and no exception; after the first of
 * them no more events come. Problems that do not hide what follows (an unknown entity, a forbidden character) are
 * collected up to the first one that does (tags that do not match).
 */
export function readXml(
  source: SourceFile,
  handler: XmlHandler,
  limits: XmlLimits = DEFAULT_LIMITS,
): readonly Diagnostic[] {
  if (isBlank(source)) return [diagnostic('IN023', {}, { file: source.path, start: source.positionAt(0) })];
  const { isComplete, events } = scanXml(source, handler, limits);
  return isComplete ? [] : new Reading(source, skipFirst(events, handler), limits).run();
}

function isBlank(source: SourceFile): boolean {
  const { value } = source.stretches().next();
  return value === undefined || /^\s*$/.test(value);
}

/** As {@link readXml}, with the parser alone, which is slower: the measure of what the scan must give. */
export function parseXml(
  source: SourceFile,
  handler: XmlHandler,
  limits: XmlLimits = DEFAULT_LIMITS,
): readonly Diagnostic[] {
  return new Reading(source, handler, limits).run();
}

/** One run of the parser: keeps the open tags and where the last event ended, from which the places of events follow. */
class Reading {
  readonly #source: SourceFile;
  readonly #handler: XmlHandler;
  readonly #limits: XmlLimits;
  readonly #parser = new SaxesParser({
    xmlns: true,
    position: false,
    forceXMLVersion: true,
    defaultXMLVersion: '1.0',
  });
  readonly #found: Diagnostic[] = [];
  /** Offsets of the open start tags, and their names. */
  readonly #openAt: number[] = [];
  readonly #openNames: string[] = [];
  #lastEnd = 0;
  #referencesEnd = 0;
  #tagStart = 0;
  #isInTag = false;
  #attributes = 0;
  #tagName = '';

  constructor(source: SourceFile, handler: XmlHandler, limits: XmlLimits) {
    this.#source = source;
    this.#handler = handler;
    this.#limits = limits;
  }

  run(): readonly Diagnostic[] {
    this.#listen();
    try {
      this.#parser.write(this.#source.text).close();
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
    }
    return this.#found;
  }

  #listen(): void {
    const parser = this.#parser;
    const source = this.#source.text;
    parser.on('opentagstart', (tag) => {
      this.#tagStart = source.lastIndexOf('<', parser.position - 1);
      if (this.#openAt.length >= this.#limits.depth) {
        this.#stop('IN021', { depth: this.#limits.depth, name: tag.name }, this.#tagStart, parser.position);
      }
      this.#lastEnd = parser.position;
      this.#isInTag = true;
      this.#attributes = 0;
      this.#tagName = tag.name;
    });
    parser.on('attribute', (attribute) => {
      if (++this.#attributes > this.#limits.attributes) {
        const name = this.#tagName;
        const end = this.#tagStart + 1 + name.length;
        this.#stop('IN026', { name, limit: this.#limits.attributes }, this.#tagStart, end);
      }
      if (attribute.value.length > this.#limits.attributeLength) {
        const facts = { name: attribute.name, length: attribute.value.length, limit: this.#limits.attributeLength };
        const start = source.indexOf(attribute.name, this.#lastEnd - 1);
        this.#stop('IN022', facts, start, start + attribute.name.length);
      }
      this.#lastEnd = parser.position;
    });
    parser.on('opentag', (tag) => this.#startTag(tag));
    parser.on('closetag', (tag) => this.#endTag(tag));
    parser.on('text', (text) => {
      const end = this.#textEnd();
      if (this.#isSound && this.#openAt.length > 0) this.#handler.text?.(text, this.#lastEnd, end);
      this.#lastEnd = end;
    });
    parser.on('cdata', (text) => {
      if (this.#isSound) this.#handler.text?.(text, this.#lastEnd, parser.position);
      this.#lastEnd = parser.position;
    });
    parser.on('comment', (text) => {
      // A comment event comes when the parser has read its `--`, before the `>`.
      const end = parser.position + 1;
      if (this.#isSound) this.#handler.comment?.(text, this.#markupStart(), end);
      this.#lastEnd = end;
    });
    parser.on('processinginstruction', ({ target, body }) => {
      if (this.#isSound) this.#handler.processingInstruction?.(target, body, this.#markupStart(), parser.position);
      this.#lastEnd = parser.position;
    });
    parser.on('xmldecl', () => {
      this.#lastEnd = parser.position;
    });
    parser.on('doctype', (doctype) => this.#doctype(doctype));
    parser.on('error', (error) => this.#problem(error.message));
  }

  get #isSound(): boolean {
    return this.#found.length === 0;
  }

  /** Where the comment or instruction just read begins: outside the root no text event tells of the space before it. */
  #markupStart(): number {
    return this.#openAt.length > 0 ? this.#lastEnd : this.#source.text.indexOf('<', this.#lastEnd);
  }

  /** A text event comes when the parser has read the `<` after it. */
  #textEnd(): number {
    const at = this.#parser.position;
    return this.#source.text.charCodeAt(at - 1) === 0x3c ? at - 1 : at;
  }

  #startTag(tag: SaxesTagNS): void {
    const end = this.#parser.position;
    this.#isInTag = false;
    if (tag.prefix === 'xmlns')
      this.#stop('IN010', { problem: 'no element may have the prefix `xmlns`' }, this.#tagStart, end);
    if (this.#isSound) this.#handler.startTag?.(tag, this.#tagStart, end);
    this.#openAt.push(this.#tagStart);
    this.#openNames.push(tag.name);
    this.#lastEnd = end;
  }

  #endTag(tag: SaxesTagNS): void {
    const end = this.#parser.position;
    const start = tag.isSelfClosing ? this.#tagStart : this.#lastEnd;
    // The parser also closes what a wrong end tag leaves open, and reports that only afterwards.
    const isOwn = tag.isSelfClosing || this.#source.text.startsWith(`</${tag.name}`, start);
    if (this.#isSound && isOwn) this.#handler.endTag?.(tag, start, end);
    if (isOwn) {
      this.#openAt.pop();
      this.#openNames.pop();
      this.#lastEnd = end;
    }
  }

  /** XML 1.0 §2.8: a DOCTYPE that only names the root changes nothing; any other could, and would have to be fetched or expanded. */
  #doctype(doctype: string): void {
    const end = this.#parser.position;
    const start = this.#source.text.lastIndexOf('<!DOCTYPE', end);
    const what = /<!ENTITY/.test(doctype)
      ? 'declares entities'
      : /\b(?:SYSTEM|PUBLIC)\b/.test(doctype)
        ? 'names an external file'
        : doctype.includes('[')
          ? 'declares elements or attributes'
          : undefined;
    if (what !== undefined) this.#stop('IN020', { what }, start, Math.min(end, start + 200));
    this.#lastEnd = end;
  }

  #problem(message: string): void {
    const open = this.#openNames.at(-1);
    const openAt = this.#openAt.at(-1);
    const problem = explainXmlProblem(message, {
      text: this.#source.text,
      at: this.#parser.position,
      lastEnd: this.#lastEnd,
      referencesEnd: this.#referencesEnd,
      tagStart: this.#tagStart,
      isInTag: this.#isInTag,
      ...(open === undefined || openAt === undefined
        ? {}
        : { open: { name: open, line: this.#source.positionAt(openAt).line } }),
    });
    this.#add(problem.code, problem.facts, problem.span);
    if (!problem.isLocal) throw new Stop();
    if (problem.code === 'IN014') this.#referencesEnd = problem.span.end;
  }

  #stop(code: Code, facts: Readonly<Record<string, string | number>>, start: number, end: number): never {
    this.#add(code, facts, { start, end });
    throw new Stop();
  }

  #add(code: Code, facts: Readonly<Record<string, string | number>>, span: Span): void {
    this.#found.push(diagnostic(code, facts, placeOf(this.#source, span.start, span.end)));
  }
}

/** The place of a stretch of a source, from `start` up to but not including `end` (offsets in UTF-16 code units). */
export function placeOf(source: SourceFile, start: number, end: number): Place {
  const file = source.fileAt(start);
  if (!source.isComposed) return { file, start: source.positionAt(start), end: source.positionAt(end) };
  // The end is the place after the last character, which may be of another file, or come before the start where both are made up.
  const from = source.positionAt(start);
  const to = end > start && source.fileAt(end - 1) === file ? source.positionAt(end - 1) : from;
  const past = { line: to.line, column: to.column + 1, offset: to.offset + 1 };
  return { file, start: from, end: to.offset < from.offset ? from : past };
}
