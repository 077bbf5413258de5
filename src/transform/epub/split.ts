import type { PivotElement, PivotNode } from '../../model/pivot.js';

/** The kinds of section that get a file of their own; sections of other kinds stay in the file of the section around them. */
const ownFile = new Set(['titlepage', 'front', 'back', 'compilation', 'chapter', 'subchapter', 'document']);

/** A section with a file of its own: what it holds, without the sections that have their own files. */
export interface Part {
  readonly section: PivotElement;
  readonly children: readonly PivotNode[];
  readonly parts: readonly Part[];
}

/**
 * Splits the pivot's body at the sections that get a file of their own. What stands between two such sections (page breaks, mostly) goes
 * to the start of the later one, and what stands after the last one to its end, so that the reading order stays as it is; the notes of a
 * section stay with it.
 */
export function split(body: PivotElement): readonly Part[] {
  const splitter = new Splitter();
  const { own, parts } = splitter.parts(body.children);
  splitter.finish();
  const [first, ...rest] = parts;
  return first === undefined ? [] : [{ ...first, children: [...own, ...first.children] }, ...rest];
}

/** A part while it is made. */
interface Draft {
  readonly section: PivotElement;
  readonly children: PivotNode[];
  parts: readonly Part[];
}

class Splitter {
  /** What was met since the last section and waits for the next. */
  #carried: PivotNode[] = [];
  /** The part made last, in reading order. */
  #last: Draft | undefined;

  parts(nodes: readonly PivotNode[]): { readonly own: readonly PivotNode[]; readonly parts: readonly Part[] } {
    const own: PivotNode[] = [];
    const parts: Draft[] = [];
    for (const node of nodes) {
      if (isOwnFile(node)) parts.push(this.#part(node));
      else if (isNotes(node)) own.push(node);
      else if (parts.length > 0) this.#carried.push(node);
      else own.push(node);
    }
    return { own, parts };
  }

  #part(section: PivotElement): Draft {
    const draft: Draft = { section, children: this.#carried, parts: [] };
    this.#carried = [];
    this.#last = draft;
    const { own, parts } = this.parts(section.children);
    draft.children.push(...own);
    draft.parts = parts;
    return draft;
  }

  /** Whatever is still carried at the end belongs to the last part. */
  finish(): void {
    this.#last?.children.push(...this.#carried);
    this.#carried = [];
  }
}

function isOwnFile(node: PivotNode): node is PivotElement {
  return typeof node !== 'string' && ownFile.has(node.attributes['data-kind'] ?? '');
}

function isNotes(node: PivotNode): boolean {
  return typeof node !== 'string' && node.attributes['class'] === 'notes';
}
