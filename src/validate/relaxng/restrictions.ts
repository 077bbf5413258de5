import { Contents } from './contents.js';
import { isOpen } from './name-class.js';
import type { Kind, Pattern } from './pattern.js';
import type { Places } from './simplification.js';
import { SchemaError, type SchemaPlace } from './syntax.js';

/**
 * Checks what a simplified schema may not hold (specification §7): patterns where they cannot be, values beside other content, an attribute
 * twice, an element in two parts of an interleave.
 *
 * @param elements All element patterns that can be reached from `start`.
 * @throws SchemaError at the first that is wrong
 */
export function checkRestrictions(start: Pattern, elements: readonly Pattern[], places: Places): void {
  const contexts = new Contexts(places);
  const contents = new Contents(places);
  contexts.check(start, 'start', start);
  for (const element of elements) {
    contexts.check(element.content, 'element', element);
    contents.check(element);
  }
}

/** What stands around a pattern, from the element on, as far as it forbids something. */
type Context = 'start' | 'element' | 'repeated' | 'repeatedSequence' | 'attribute' | 'list' | 'except';

const BUT_FOR_VALUES: readonly Kind[] = [
  'element',
  'attribute',
  'list',
  'text',
  'group',
  'interleave',
  'oneOrMore',
  'empty',
];

/** What may not stand in a context, which section says so, and the context in words. */
const FORBIDDEN: Readonly<Record<Context, readonly [section: string, where: string, kinds: readonly Kind[]]>> = {
  element: ['7.1', '', []],
  repeated: ['7.1', '', []],
  attribute: ['7.1.1', 'in an attribute', ['element', 'attribute']],
  repeatedSequence: ['7.1.2', 'in a group or an interleave that is repeated', ['attribute']],
  list: ['7.1.3', 'in a list', ['element', 'attribute', 'list', 'text', 'interleave']],
  except: ['7.1.4', 'in an exception of data', BUT_FOR_VALUES],
  start: ['7.1.5', 'at the start, outside of all elements', [...BUT_FOR_VALUES.slice(1), 'data', 'value']],
};

/** Patterns where they may not be (specification §7.1), and attributes of open names that are not repeated (§7.3). */
class Contexts {
  readonly #places: Places;
  readonly #checked: Readonly<Record<Context, Set<Pattern>>> = {
    start: new Set(),
    element: new Set(),
    repeated: new Set(),
    repeatedSequence: new Set(),
    attribute: new Set(),
    list: new Set(),
    except: new Set(),
  };

  constructor(places: Places) {
    this.#places = places;
  }

  /** `owner` is the pattern around it that has a place. The content of an element in it is looked at for itself. */
  check(pattern: Pattern, context: Context, owner: Pattern): void {
    let [p, around, owned] = [pattern, context, owner];
    // Chains of choices and groups go to the right: a long one must not fill the stack.
    for (;;) {
      const checked = this.#checked[around];
      if (checked.has(p)) return;
      checked.add(p);
      this.#checkOne(p, around, owned);
      switch (p.kind) {
        case 'attribute':
          [owned, around, p] = [p, 'attribute', p.content];
          break;
        case 'list':
          [owned, around, p] = [p, 'list', p.left];
          break;
        case 'data':
          if (p.test?.except === undefined) return;
          [owned, around, p] = [p, 'except', p.test.except];
          break;
        case 'oneOrMore':
          if (around === 'element') around = 'repeated';
          p = p.left;
          break;
        case 'group':
        case 'interleave':
          if (around === 'repeated') around = 'repeatedSequence';
          this.check(p.left, around, owned);
          p = p.right;
          break;
        case 'choice':
          this.check(p.left, around, owned);
          p = p.right;
          break;
        default:
          return;
      }
    }
  }

  #checkOne(p: Pattern, context: Context, owner: Pattern): void {
    const [section, where, kinds] = FORBIDDEN[context];
    if (kinds.includes(p.kind))
      throw new SchemaError(`${KIND_NAMES[p.kind] ?? p.kind} may not stand ${where}`, this.#placeOf(p, owner), section);
    if (context === 'element' && p.kind === 'attribute' && p.names !== undefined && isOpen(p.names)) {
      const problem = 'an attribute of any name, or of any in a namespace, must be repeated';
      throw new SchemaError(problem, this.#placeOf(p, owner), '7.3');
    }
  }

  #placeOf(p: Pattern, owner: Pattern): SchemaPlace | undefined {
    return this.#places.get(p) ?? this.#places.get(owner);
  }
}

const KIND_NAMES: Readonly<Partial<Record<Kind, string>>> = {
  element: 'an element',
  attribute: 'an attribute',
  data: 'data',
  value: 'a value',
  text: '`text`',
  list: 'a list',
  group: 'a group',
  interleave: 'an interleave',
  oneOrMore: 'a repetition',
  empty: '`empty`',
};
