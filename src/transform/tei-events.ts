import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { type StartTag, TEI, type XmlHandler } from '../formats/sax.js';
import { isName } from '../model/identifier.js';
import type { SourceFile } from '../model/source-file.js';

const FORBIDDEN = /[^\p{L}\p{N}\p{M}._\u00b7-]+/gu;

/** Numbered divisions (TEI P5, 4.1.2): the depth says what the number says. */
const NUMBERED_DIVISIONS: ReadonlySet<string> = new Set([1, 2, 3, 4, 5, 6, 7].map((depth) => `div${depth}`));

/**
 * Gives the events of a reading on as the stylesheets and the proof want them. Ids are what editions can use: each once, each a name; of ids that
 * stand twice the first keeps its name, which is the one that pointers mean. Numbered divisions are divisions, and a note whose place is in the line is one in
 * the line.
 */
export class TeiEvents implements XmlHandler {
  /** `TR043` and `TR044`, for each id that is given another form. */
  readonly diagnostics: Diagnostic[] = [];
  readonly #seen = new Set<string>();
  readonly #source: SourceFile;
  readonly #inner: XmlHandler;
  /** Ends come with the tag that was given at the start. */
  readonly #open: StartTag[] = [];

  constructor(source: SourceFile, inner: XmlHandler) {
    this.#source = source;
    this.#inner = inner;
  }

  startTag(tag: StartTag, start: number, end: number): void {
    const given = tag.attributes['xml:id'];
    const named = given === undefined ? tag : this.#named(tag, given.value, start);
    const own = tag.uri === TEI ? spelled(named) : named;
    this.#open.push(own);
    this.#inner.startTag?.(own, start, end);
  }

  endTag(tag: StartTag, start: number, end: number): void {
    this.#inner.endTag?.(this.#open.pop() ?? tag, start, end);
  }

  text(text: string, start: number, end: number): void {
    this.#inner.text?.(text, start, end);
  }

  comment(text: string, start: number, end: number): void {
    this.#inner.comment?.(text, start, end);
  }

  processingInstruction(target: string, data: string, start: number, end: number): void {
    this.#inner.processingInstruction?.(target, data, start, end);
  }

  #named(tag: StartTag, given: string, start: number): StartTag {
    // xml:id 1.0, §4: the value is normalised as that of an ID.
    const id = given.replace(/\s+/g, ' ').trim();
    const name = isName(id) ? id : nameFrom(id);
    if (name !== id) this.#report('TR044', { id: given, other: name }, start);
    let own = name;
    for (let i = 2; this.#seen.has(own); i++) own = `${name}-${i}`;
    if (own !== name) this.#report('TR043', { id: name, other: own }, start);
    this.#seen.add(own);
    if (own === given) return tag;
    const attribute = tag.attributes['xml:id'];
    return attribute === undefined
      ? tag
      : { ...tag, attributes: { ...tag.attributes, 'xml:id': { ...attribute, value: own } } };
  }

  #report(code: 'TR043' | 'TR044', facts: Readonly<Record<string, string>>, start: number): void {
    this.diagnostics.push(diagnostic(code, facts, { file: this.#source.path, start: this.#source.positionAt(start) }));
  }
}

/** What editions say in several ways, in the way that the stylesheets know. */
function spelled(tag: StartTag): StartTag {
  if (NUMBERED_DIVISIONS.has(tag.local)) return { ...tag, name: 'div', local: 'div' };
  const { place, rend } = tag.attributes;
  if (tag.local !== 'note' || place?.value !== 'inline' || rend !== undefined) return tag;
  return { ...tag, attributes: { ...tag.attributes, rend: { ...place, name: 'rend', local: 'rend' } } };
}

/** A name made of what is none: `a b` → `a-b`, `12` → `id-12`. */
function nameFrom(id: string): string {
  const name = id.replace(FORBIDDEN, '-').replace(/^[.-]+|[.-]+$/g, '');
  return isName(name) ? name : `id-${name === '' ? 'x' : name}`;
}
