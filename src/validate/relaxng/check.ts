import type { Code } from '../../diagnostics/codes.js';
import { type Diagnostic, diagnostic, type Place } from '../../diagnostics/diagnostic.js';
import { standingAlone } from '../../formats/long-source.js';
import { placeOf, type StartTag, XML, XMLNS, type XmlHandler } from '../../formats/sax.js';
import { attributeSpans } from '../../formats/xml-attribute-places.js';
import type { Span } from '../../model/position.js';
import type { SourceFile } from '../../model/source-file.js';
import { TooAmbiguous } from './credit.js';
import type { NamespaceContext } from './datatype.js';
import { displayName } from './expectation.js';
import { Explainer, type Occurrence, shorten } from './explain.js';
import { IdCheck } from './ids.js';
import { Matcher, type Mismatch } from './matcher.js';
import type { Pattern } from './pattern.js';
import type { Schema } from './schema.js';

/** What does not fit the schema, before it has become a finding of the table. */
export interface SchemaFinding {
  readonly code: Code;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly place: Place;
}

const MORE_THAN_SPACE = /[^ \t\r\n]/;

/**
 * Checks a document's events against a RELAX NG schema. Give it to `readXml`, alone or beside other handlers, and take its findings
 * when the document has been read. Every mistake is found, each at its own place (see {@link Matcher} for how it goes on).
 */
export class SchemaCheck implements Required<Pick<XmlHandler, 'startTag' | 'endTag' | 'text'>> {
  readonly #source: SourceFile;
  readonly #schema: Schema;
  readonly #matcher: Matcher;
  readonly #ids: IdCheck;
  readonly #explainer = new Explainer();
  readonly #open: StartTag[] = [];
  /** Open elements that the schema does not have where they stand: what comes after them is no later for that. */
  readonly #misplaced = new Set<StartTag>();
  /** Of each open element, what it may hold as a whole, and the element in it that ended last in its place. */
  readonly #contents: Pattern[] = [];
  readonly #before: (StartTag | undefined)[] = [];
  readonly #found: SchemaFinding[] = [];
  readonly #context: NamespaceContext = (prefix) => this.#namespaceOf(prefix);
  /** The text of an element whose content is data, and where it stands. */
  #typed = '';
  #typedStart = 0;
  #typedEnd = 0;
  #isStopped = false;

  constructor(source: SourceFile, schema: Schema) {
    this.#source = source;
    this.#schema = schema;
    this.#matcher = new Matcher(schema);
    this.#ids = new IdCheck(schema, source);
  }

  /** What was found, ids last; ask when the document has been read to its end. */
  get findings(): readonly SchemaFinding[] {
    return [...this.#found, ...this.#ids.findings()];
  }

  /** The findings as they are reported. */
  get diagnostics(): readonly Diagnostic[] {
    return this.findings.map(({ code, facts, place }) => diagnostic(code, facts, place));
  }

  startTag(tag: StartTag, start: number, end: number): void {
    this.#guarded(start, end, () => this.#startTag(tag, start, end));
  }

  text(text: string, start: number, end: number): void {
    this.#guarded(start, end, () => this.#text(text, start, end));
  }

  endTag(tag: StartTag, start: number, end: number): void {
    this.#guarded(start, end, () => this.#endTag(tag, start, end));
  }

  /** A schema with more readings than can be followed gives one finding, and no more of the document is checked against it. */
  #guarded(start: number, end: number, take: () => void): void {
    if (this.#isStopped) return;
    try {
      this.#schema.builder.nextEvent();
      take();
    } catch (error) {
      if (!(error instanceof TooAmbiguous)) throw error;
      this.#isStopped = true;
      const { pattern } = error;
      const place = placeOf(this.#source, start, end);
      if (pattern === undefined) this.#found.push({ code: 'VA064', facts: {}, place });
      else this.#found.push({ code: 'VA063', facts: { pattern: shorten(pattern) }, place });
    }
  }

  #startTag(tag: StartTag, start: number, end: number): void {
    const { names } = this.#schema;
    const matcher = this.#matcher;
    if (matcher.isTextTyped) this.#endTyping();
    const mismatch = matcher.startTagOpen(names.idOf(tag.uri, tag.local));
    if (mismatch !== undefined) {
      this.#report(mismatch, this.#late(this.#occurrence(tag)), start, end);
      if (mismatch.kind !== 'elementTooEarly') this.#misplaced.add(tag);
    }
    this.#open.push(tag);
    let spans: ReadonlyMap<string, Span> | undefined;
    for (const key in tag.attributes) {
      const attribute = tag.attributes[key];
      if (attribute === undefined || attribute.uri === XMLNS) continue;
      const name = names.idOf(attribute.uri, attribute.local);
      const wrong = matcher.attribute(name, attribute.value, this.#context);
      if (wrong !== undefined) {
        spans ??= attributeSpans(this.#source, start, end);
        const span = spans.get(attribute.name) ?? { start, end };
        const at = { ...this.#occurrence(tag), attribute: attribute.name, value: attribute.value };
        this.#report(wrong, at, span.start, span.end);
      }
      this.#ids.attribute(name, attribute, start, end);
    }
    const missing = matcher.startTagClose();
    if (missing !== undefined) this.#report(missing, this.#occurrence(tag), start, end);
    this.#contents.push(matcher.expected);
    this.#before.push(undefined);
    if (matcher.isTextTyped) {
      this.#typed = '';
      this.#typedStart = end;
      this.#typedEnd = end;
    }
  }

  #text(text: string, start: number, end: number): void {
    const matcher = this.#matcher;
    if (matcher.isTextTyped) {
      this.#typed += text;
      this.#typedEnd = end;
    } else if (MORE_THAN_SPACE.test(text)) {
      const mismatch = matcher.text();
      if (mismatch !== undefined) this.#reportText(mismatch, text, start, end);
    }
  }

  #endTag(tag: StartTag, start: number, end: number): void {
    const matcher = this.#matcher;
    if (matcher.isTextTyped) {
      const wrong = matcher.typedText(this.#typed, this.#context);
      if (wrong !== undefined) {
        const at = { element: tag.name, value: this.#typed };
        if (this.#typedEnd > this.#typedStart) this.#report(wrong, at, this.#typedStart, this.#typedEnd);
        else this.#report(wrong, at, start, end);
      }
    }
    const mismatch = matcher.endTag(this.#context);
    if (mismatch !== undefined) this.#report(mismatch, { element: tag.name }, start, end);
    const ended = this.#open.pop();
    this.#contents.pop();
    this.#before.pop();
    const isMisplaced = ended !== undefined && this.#misplaced.delete(ended);
    if (this.#before.length > 0 && !isMisplaced) this.#before[this.#before.length - 1] = tag;
  }

  /** Where content could have been data, a start tag shows that it is elements; the text before it is ordinary text then. */
  #endTyping(): void {
    this.#matcher.endTyping();
    if (!MORE_THAN_SPACE.test(this.#typed)) return;
    const mismatch = this.#matcher.text();
    if (mismatch !== undefined) this.#reportText(mismatch, this.#typed, this.#typedStart, this.#typedEnd);
  }

  #reportText(mismatch: Mismatch, text: string, start: number, end: number): void {
    const before = text.length - text.trimStart().length;
    const after = text.length - text.trimEnd().length;
    const isPlain = text.length === end - start;
    const element = this.#open.at(-1)?.name ?? '';
    this.#report(mismatch, { element, value: text }, isPlain ? start + before : start, isPlain ? end - after : end);
  }

  #occurrence(tag: StartTag): Occurrence {
    const around = this.#open.at(-1);
    const parent = around === tag ? this.#open.at(-2) : around;
    const own = { element: tag.name, name: displayName(tag) };
    return parent === undefined ? own : { ...own, parent: parent.name };
  }

  /** With the element before it, where that is what makes this one come too late. */
  #late(at: Occurrence): Occurrence {
    const [content, before] = [this.#contents.at(-1), this.#before.at(-1)];
    if (content === undefined || before === undefined || !this.#explainer.mentions(content, at.name ?? at.element))
      return at;
    return { ...at, after: before.name };
  }

  #report(mismatch: Mismatch, at: Occurrence, start: number, end: number): void {
    const { code, facts } = this.#explainer.explain(mismatch, at);
    const kept = Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' ? standingAlone(fact) : fact]),
    );
    this.#found.push({ code, facts: kept, place: placeOf(this.#source, start, end) });
  }

  #namespaceOf(prefix: string): string | undefined {
    if (prefix === 'xml') return XML;
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const uri = this.#open[i]?.ns[prefix];
      if (uri !== undefined) return uri;
    }
    return undefined;
  }
}
