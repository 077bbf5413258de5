import { append } from '../model/list.js';
import { type Draft, isBlock } from './draft.js';

/** Blocks that hold the words of a sentence and nothing beside it: what leaves them goes behind them. */
const SENTENCES: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Where XHTML allows no `aside` (HTML Living Standard, 4.4.9, 4.9.2, 4.9.10). */
const WITHOUT_ASIDES: ReadonlySet<string> = new Set(['dt', 'th', 'caption']);

/**
 * What belongs to the page of the source and not to the sentence that it interrupts (`fw`, `stamp`: P5 11.6) moves behind the paragraph,
 * as an aside. In a list's item or a cell it goes to its end; between blocks it stays where it is.
 */
export class PageFurniture {
  readonly #open: Draft[] = [];
  readonly #moved = new Map<Draft, Draft[]>();

  /** The pieces of furniture that are open: a stamp on a letterhead is part of it. */
  #inside = 0;

  open(element: Draft): void {
    if (!isBlock(element)) return;
    this.#open.push(element);
    if (isFurniture(element)) this.#inside++;
  }

  /** Whether an element is furniture that interrupts a sentence. */
  isInTheLine(element: Draft): boolean {
    return element.name === 'span' && this.#inside === 0 && isFurniture(element);
  }

  enter(): void {
    this.#inside++;
  }

  leave(): void {
    this.#inside--;
  }

  /** Takes a piece of furniture out of the line. */
  move(furniture: Draft, parent: Draft): void {
    furniture.name = this.#open.some(({ name }) => WITHOUT_ASIDES.has(name)) ? 'div' : 'aside';
    const block = this.#open.at(-1);
    if (block === undefined || (block === parent && !SENTENCES.has(block.name) && !hasWords(block)))
      parent.children.push(furniture);
    else this.#moved.set(block, [...(this.#moved.get(block) ?? []), furniture]);
  }

  /** A block ends: its furniture at its end, where it may hold blocks; else what is given back stands behind it. */
  close(element: Draft): readonly Draft[] {
    if (!isBlock(element)) return [];
    this.#open.pop();
    if (isFurniture(element)) this.#inside--;
    const moved = this.#moved.get(element);
    if (moved === undefined) return [];
    this.#moved.delete(element);
    if (SENTENCES.has(element.name)) return moved;
    append(element.children, moved);
    return [];
  }
}

function isFurniture({ attributes }: Draft): boolean {
  const kind = attributes['class'];
  return kind !== undefined && (kind.startsWith('fw') || kind.startsWith('stamp')) && /^(fw|stamp)( |$)/.test(kind);
}

/** Whether a block has words directly in it, and not in blocks of its own. */
function hasWords(block: Draft): boolean {
  return block.children.some((child) => (typeof child === 'string' ? child.trim() !== '' : !isBlock(child)));
}
