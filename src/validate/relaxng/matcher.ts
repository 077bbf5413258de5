import type { NamespaceContext } from './datatype.js';
import { specificity } from './name-class.js';
import { CONTENT, type Pattern } from './pattern.js';
import type { Schema } from './schema.js';

/** What does not match, with the pattern that it did not match, from which an explanation can be made. */
export type MismatchKind =
  /** An element that the schema does not know at all. */
  | 'unknownElement'
  /** An element that is known, but may not stand here. */
  | 'elementNotAllowed'
  /** An element that may stand here only after others that are missing. */
  | 'elementTooEarly'
  | 'attributeNotAllowed'
  | 'attributeValue'
  | 'attributeMissing'
  | 'textNotAllowed'
  | 'elementValue'
  | 'elementIncomplete';

export interface Mismatch {
  readonly kind: MismatchKind;
  /** What was expected before the event that did not fit. */
  readonly expected: Pattern;
}

/**
 * Runs a document's events over a schema and goes on after what does not fit, so that one mistake gives one finding.
 *
 * How it goes on is jing's way (J. Clark's PatternMatcher): a start tag that comes too early is taken as if what must come before had
 * come; an element out of place is checked against what the schema says of its name anywhere; after a bad value or an incomplete
 * element the rest of the parent is checked on; and nothing is reported where nothing can be expected any more.
 */
export class Matcher {
  readonly #schema: Schema;
  readonly #found = new Map<number, Pattern>();
  #state: Pattern;
  #isTextTyped = false;
  #hadError = false;
  #isNextIgnored = false;

  constructor(schema: Schema) {
    this.#schema = schema;
    this.#state = schema.start;
  }

  /** Whether the content of the element just opened is data, whose text must be given whole to {@link typedText}. */
  get isTextTyped(): boolean {
    return this.#isTextTyped;
  }

  /** What may come now, at the place that the events have reached. */
  get expected(): Pattern {
    return this.#state;
  }

  #advance(next: Pattern): boolean {
    if (next.isNotAllowed) return false;
    this.#state = next;
    return true;
  }

  /** A mismatch, unless it only follows from an earlier one: where nothing is allowed any more, nothing can be wrong. */
  #mismatch(kind: MismatchKind): Mismatch | undefined {
    if (this.#hadError && this.#state.isNotAllowed) return undefined;
    this.#hadError = true;
    return { kind, expected: this.#state };
  }

  startTagOpen(name: number): Mismatch | undefined {
    const { derivatives, builder } = this.#schema;
    if (this.#advance(derivatives.startTagOpen(this.#state, name))) return undefined;
    let next = derivatives.startTagOpenRecover(this.#state, name);
    let kind: MismatchKind = 'elementTooEarly';
    if (next.isNotAllowed) {
      next = builder.after(this.#findElement(name), this.#state);
      kind = next.isNotAllowed ? 'unknownElement' : 'elementNotAllowed';
    }
    const mismatch = this.#mismatch(kind);
    this.#state = next;
    return mismatch;
  }

  /** The content of the elements of this name anywhere in the schema: of those that name it most closely. */
  #findElement(name: number): Pattern {
    const known = this.#found.get(name);
    if (known !== undefined) return known;
    const { builder, names, elements } = this.#schema;
    const { uri, local } = names.nameOf(name);
    let best = 0;
    let result = builder.notAllowed;
    for (const element of elements) {
      const closeness = element.names === undefined ? -1 : specificity(element.names, uri, local);
      if (closeness < best) continue;
      result = closeness > best ? element.content : builder.choice(result, element.content);
      best = closeness;
    }
    this.#found.set(name, result);
    return result;
  }

  attribute(name: number, value: string, context: NamespaceContext): Mismatch | undefined {
    const { derivatives } = this.#schema;
    if (!this.#advance(derivatives.startAttribute(this.#state, name))) return this.#mismatch('attributeNotAllowed');
    if (this.#advance(derivatives.value(this.#state, value, context))) return undefined;
    const mismatch = this.#mismatch('attributeValue');
    this.#state = derivatives.recoverAfter(this.#state);
    return mismatch;
  }

  startTagClose(): Mismatch | undefined {
    const { derivatives } = this.#schema;
    let mismatch: Mismatch | undefined;
    if (!this.#advance(derivatives.endAttributes(this.#state))) {
      mismatch = this.#mismatch('attributeMissing');
      this.#state = derivatives.ignoreMissingAttributes(this.#state);
    }
    this.#isTextTyped = this.#state.contentType === CONTENT.data;
    return mismatch;
  }

  /** Text that is more than white space, in content that is not data (or not data alone). */
  text(): Mismatch | undefined {
    this.#isTextTyped = false;
    if (this.#advance(this.#schema.derivatives.mixedText(this.#state))) return undefined;
    return this.#mismatch('textNotAllowed');
  }

  /** A start tag follows where data was possible: from here on the content is elements. */
  endTyping(): void {
    this.#isTextTyped = false;
  }

  /** The whole text of an element whose content is data; call it before {@link endTag}. */
  typedText(value: string, context: NamespaceContext): Mismatch | undefined {
    this.#isNextIgnored = true;
    return this.#typed(value, context);
  }

  #typed(value: string, context: NamespaceContext): Mismatch | undefined {
    const { derivatives } = this.#schema;
    this.#isTextTyped = false;
    if (!this.#advance(derivatives.textOnly(this.#state))) {
      const mismatch = this.#mismatch('elementIncomplete');
      this.#state = derivatives.recoverAfter(this.#state);
      return mismatch;
    }
    if (this.#advance(derivatives.value(this.#state, value, context))) return undefined;
    const next = derivatives.recoverAfter(this.#state);
    const isOwnFault =
      !this.#state.isNotAllowed &&
      (!next.isNotAllowed || derivatives.value(derivatives.withoutRest(this.#state), value, context).isNotAllowed);
    const mismatch = isOwnFault ? this.#mismatch('elementValue') : undefined;
    this.#state = next;
    return mismatch;
  }

  endTag(context: NamespaceContext): Mismatch | undefined {
    const { derivatives } = this.#schema;
    if (this.#isNextIgnored) {
      this.#isNextIgnored = false;
      return undefined;
    }
    if (this.#isTextTyped) return this.#typed('', context);
    if (this.#advance(derivatives.endTag(this.#state))) return undefined;
    const next = derivatives.recoverAfter(this.#state);
    // Where the parent is not allowed, the derivative is neither, though this element may be complete.
    const isOwnFault = !next.isNotAllowed || derivatives.endTag(derivatives.withoutRest(this.#state)).isNotAllowed;
    const mismatch = isOwnFault ? this.#mismatch('elementIncomplete') : undefined;
    this.#state = next;
    return mismatch;
  }
}
