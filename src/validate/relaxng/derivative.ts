import { type Datatype, type NamespaceContext, tokensOf } from './datatype.js';
import { containsName, type NameTable } from './name-class.js';
import { alternativesOf, HOLDS, type Memo, type Pattern } from './pattern.js';
import type { PatternBuilder } from './pattern-builder.js';

/** Which events a function of a name derives by. */
type NameMemo = 'openMemo' | 'recoverMemo' | 'attributeMemo';

/**
 * Derivatives of patterns: the pattern that what follows an event must match (J. Clark, “An algorithm for RELAX NG validation”, 2002).
 * Everything that does not hang on a value is remembered on the pattern, so that a long document costs a look-up an event.
 */
export class Derivatives {
  readonly #builder: PatternBuilder;
  readonly #names: NameTable;

  constructor(builder: PatternBuilder, names: NameTable) {
    this.#builder = builder;
    this.#names = names;
  }

  /** After `<name`; not allowed where no element of this name may stand here. */
  startTagOpen(p: Pattern, name: number): Pattern {
    return this.#byName(p, name, 'openMemo');
  }

  /** As {@link startTagOpen}, as if all that must come before had come already. */
  startTagOpenRecover(p: Pattern, name: number): Pattern {
    return this.#byName(p, name, 'recoverMemo');
  }

  /** After the name of an attribute; its value is expected next. */
  startAttribute(p: Pattern, name: number): Pattern {
    return this.#byName(p, name, 'attributeMemo');
  }

  #byName(p: Pattern, name: number, memo: NameMemo): Pattern {
    if ((p.holds & (memo === 'attributeMemo' ? HOLDS.attribute : HOLDS.element)) === 0) return this.#builder.notAllowed;
    let table: Memo | undefined = p[memo];
    if (table === undefined) {
      table = [];
      p[memo] = table;
    }
    let result = table[name];
    if (result === undefined) {
      result = this.#deriveByName(p, name, memo);
      table[name] = result;
    }
    return result;
  }

  #deriveByName(p: Pattern, name: number, memo: NameMemo): Pattern {
    const b = this.#builder;
    switch (p.kind) {
      case 'choice':
        return this.#ofEach(p, (q) => this.#byName(q, name, memo));
      case 'group':
        if (memo === 'attributeMemo') return this.#inEither(p, name, memo, (x, y) => b.group(x, y));
        return this.#inOrder(p, name, memo);
      case 'interleave':
        return this.#inEither(p, name, memo, (x, y) => b.interleave(x, y));
      case 'oneOrMore':
        return this.#mapAfter(this.#byName(p.left, name, memo), (then) => b.group(then, b.optional(p)));
      case 'after':
        return this.#mapAfter(this.#byName(p.left, name, memo), (then) => b.after(then, p.right));
      case 'element':
        return memo !== 'attributeMemo' && this.#matches(p, name) ? b.after(p.content, b.empty) : b.notAllowed;
      case 'attribute':
        return memo === 'attributeMemo' && this.#matches(p, name) ? b.after(p.content, b.empty) : b.notAllowed;
      default:
        return b.notAllowed;
    }
  }

  /** The choice of what the alternatives give. A long list of them must not fill the stack. */
  #ofEach(p: Pattern, derive: (alternative: Pattern) => Pattern): Pattern {
    const b = this.#builder;
    let result = b.notAllowed;
    for (const alternative of [...alternativesOf(p)].reverse()) {
      b.spend(1);
      const derived = derive(alternative);
      if (derived !== b.notAllowed) result = b.choice(derived, result);
    }
    return result;
  }

  #matches(p: Pattern, id: number): boolean {
    const { uri, local } = this.#names.nameOf(id);
    return p.names !== undefined && containsName(p.names, uri, local);
  }

  #inOrder(p: Pattern, name: number, memo: NameMemo): Pattern {
    const b = this.#builder;
    const first = this.#mapAfter(this.#byName(p.left, name, memo), (then) => b.group(then, p.right));
    if (!p.left.nullable && memo !== 'recoverMemo') return first;
    return b.choice(first, this.#byName(p.right, name, memo));
  }

  #inEither(p: Pattern, name: number, memo: NameMemo, join: (x: Pattern, y: Pattern) => Pattern): Pattern {
    const left = this.#mapAfter(this.#byName(p.left, name, memo), (then) => join(then, p.right));
    const right = this.#mapAfter(this.#byName(p.right, name, memo), (then) => join(p.left, then));
    return this.#builder.choice(left, right);
  }

  /** Changes what comes then, in each alternative. */
  #mapAfter(p: Pattern, change: (then: Pattern) => Pattern): Pattern {
    const b = this.#builder;
    if (p.kind === 'after') return b.after(p.left, change(p.right));
    if (p.kind === 'choice') return this.#ofEach(p, (q) => this.#mapAfter(q, change));
    return b.notAllowed;
  }

  /** What comes then, counted as done: for trying whether the content alone would fit. */
  withoutRest(p: Pattern): Pattern {
    return this.#mapAfter(p, () => this.#builder.empty);
  }

  /** After the `>` of a start tag: attributes that have not come are not allowed any more. */
  endAttributes(p: Pattern): Pattern {
    p.endAttributesMemo ??= this.#replace(p, 'attribute', this.#builder.notAllowed, (q) => this.endAttributes(q));
    return p.endAttributesMemo;
  }

  /** As {@link endAttributes}, as if all that must come had come. */
  ignoreMissingAttributes(p: Pattern): Pattern {
    p.ignoreAttributesMemo ??= this.#replace(p, 'attribute', this.#builder.empty, (q) =>
      this.ignoreMissingAttributes(q),
    );
    return p.ignoreAttributesMemo;
  }

  /** Where the content was text alone: no element can come any more. */
  textOnly(p: Pattern): Pattern {
    p.textOnlyMemo ??= this.#replace(p, 'element', this.#builder.notAllowed, (q) => this.textOnly(q));
    return p.textOnlyMemo;
  }

  #replace(p: Pattern, kind: 'attribute' | 'element', by: Pattern, again: (q: Pattern) => Pattern): Pattern {
    const b = this.#builder;
    if ((p.holds & HOLDS[kind]) === 0) return p;
    switch (p.kind) {
      case kind:
        return by;
      case 'choice':
        return this.#ofEach(p, again);
      case 'group':
        return b.group(again(p.left), again(p.right));
      case 'interleave':
        return b.interleave(again(p.left), again(p.right));
      case 'oneOrMore':
        return b.oneOrMore(again(p.left));
      case 'after':
        return b.after(again(p.left), p.right);
      default:
        return p;
    }
  }

  /** After text that is more than space, in content that may be mixed. */
  mixedText(p: Pattern): Pattern {
    if ((p.holds & HOLDS.text) === 0) return this.#builder.notAllowed;
    p.mixedTextMemo ??= this.#text(
      p,
      (q) => this.mixedText(q),
      () => false,
    );
    return p.mixedTextMemo;
  }

  /** After text, where `isMatch` says which leaf patterns the whole text matches. */
  #text(p: Pattern, again: (q: Pattern) => Pattern, isMatch: (leaf: Pattern) => boolean): Pattern {
    const b = this.#builder;
    b.spend(1);
    switch (p.kind) {
      case 'text':
        return p;
      case 'choice':
        return this.#ofEach(p, again);
      case 'group': {
        const first = b.group(again(p.left), p.right);
        return p.left.nullable ? b.choice(first, again(p.right)) : first;
      }
      case 'interleave':
        return b.choice(b.interleave(again(p.left), p.right), b.interleave(p.left, again(p.right)));
      case 'oneOrMore':
        return b.group(again(p.left), b.optional(p));
      case 'after':
        return b.after(again(p.left), p.right);
      default:
        return isMatch(p) ? b.empty : b.notAllowed;
    }
  }

  /** After `</name>`: what comes then, where the content is complete. */
  endTag(p: Pattern): Pattern {
    p.endTagMemo ??= this.#endTag(p);
    return p.endTagMemo;
  }

  #endTag(p: Pattern): Pattern {
    const b = this.#builder;
    if (p.kind === 'choice') return b.choice(this.endTag(p.left), this.endTag(p.right));
    return p.kind === 'after' && p.left.nullable ? p.right : b.notAllowed;
  }

  /** What comes then, whether the content was complete or not. */
  recoverAfter(p: Pattern): Pattern {
    const b = this.#builder;
    if (p.kind === 'choice') return b.choice(this.recoverAfter(p.left), this.recoverAfter(p.right));
    return p.kind === 'after' ? p.right : b.notAllowed;
  }

  /** After the value of an attribute, or the whole text of an element whose content is data: what comes then. */
  value(p: Pattern, value: string, context: NamespaceContext): Pattern {
    const b = this.#builder;
    if (p.kind === 'choice') return b.choice(this.value(p.left, value, context), this.value(p.right, value, context));
    if (p.kind !== 'after') return b.notAllowed;
    return this.matchesValue(p.left, value, context) ? p.right : b.notAllowed;
  }

  /** Whether a value matches a pattern of text and data (specification §9.3.8). */
  matchesValue(p: Pattern, value: string, context: NamespaceContext): boolean {
    if (p.kind === 'text') return true;
    if (p.nullable && tokensOf(value).length === 0) return true;
    if (p.kind === 'choice') {
      for (const alternative of alternativesOf(p)) if (this.matchesValue(alternative, value, context)) return true;
      return false;
    }
    if (p.kind === 'data' || p.kind === 'value' || p.kind === 'list') return this.#matchesLeaf(p, value, context);
    return this.#valueDerivative(p, value, context).nullable;
  }

  #valueDerivative(p: Pattern, value: string, context: NamespaceContext): Pattern {
    return this.#text(
      p,
      (q) => this.#valueDerivative(q, value, context),
      (leaf) => this.#matchesLeaf(leaf, value, context),
    );
  }

  #matchesLeaf(p: Pattern, value: string, context: NamespaceContext): boolean {
    if (p.kind === 'list') {
      const rest = tokensOf(value).reduce((q, token) => this.#valueDerivative(q, token, context), p.left);
      return rest.nullable;
    }
    if (p.test === undefined) return false;
    const { datatype, except } = p.test;
    if (p.kind === 'value') return isSameValue(datatype, p.test.value, value, context);
    return datatype.allows(value, context) && !(except !== undefined && this.matchesValue(except, value, context));
  }
}

function isSameValue(
  datatype: Datatype,
  wanted: string | undefined,
  value: string,
  context: NamespaceContext,
): boolean {
  return datatype.allows(value, context) && datatype.canonical(value, context) === wanted;
}
