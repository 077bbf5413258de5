import { readXml, type StartTag } from '../../src/formats/sax.js';
import { SourceFile } from '../../src/model/source-file.js';

/** Numbers from 0 up to 1 that are the same on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** An element of the text, from its `<` to after its end tag. */
export interface Element {
  readonly tag: StartTag;
  readonly start: number;
  readonly startEnd: number;
  readonly end: number;
  readonly parent: Element | undefined;
}

/** All elements in the order of their start tags. */
export function elementsOf(text: string): readonly Element[] {
  interface Open {
    tag: StartTag;
    start: number;
    startEnd: number;
    end: number;
    parent: Open | undefined;
  }
  const elements: Open[] = [];
  const open: Open[] = [];
  const problems = readXml(new SourceFile('volume.xml', text), {
    startTag(tag, start, startEnd) {
      const element: Open = { tag, start, startEnd, end: startEnd, parent: open.at(-1) };
      elements.push(element);
      open.push(element);
    },
    endTag(_tag, _start, end) {
      const element = open.pop();
      if (element !== undefined) element.end = end;
    },
  });
  if (problems.length > 0) throw new Error(problems[0]?.message);
  return elements;
}

/** One change of a text, and where it can be seen. */
export interface Change {
  readonly kind: string;
  readonly text: string;
  /** Lines of the changed text on one of which it must be reported. */
  readonly lines: readonly [first: number, last: number];
  readonly what: string;
}

export type Chance = () => number;

export function pick<T>(chance: Chance, from: readonly T[]): T {
  const one = from[Math.floor(chance() * from.length)];
  if (one === undefined) throw new Error('there is nothing to choose from');
  return one;
}

export function splice(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

/** The lines of a stretch of the changed text. */
export function change(kind: string, what: string, text: string, start: number, end: number): Change {
  return { kind, what, text, lines: [lineAt(text, start), lineAt(text, Math.max(start, end))] };
}

/** A word with two neighbouring letters swapped, or one doubled where they are equal. */
export function misspell(word: string, chance: Chance): string {
  const at = Math.floor(chance() * (word.length - 1));
  const [a = '', b = ''] = [word[at], word[at + 1]];
  return a === b ? `${word.slice(0, at)}${a}${word.slice(at)}` : word.slice(0, at) + b + a + word.slice(at + 2);
}

/** The element's source with its start and end tag under another name. */
export function renamed(text: string, { tag, start, end }: Element, name: string): string {
  const source = text.slice(start, end);
  const opened = `<${name}${source.slice(1 + tag.name.length)}`;
  if (tag.isSelfClosing) return opened;
  return opened.replace(new RegExp(`</${tag.name}(\\s*)>$`), `</${name}$1>`);
}
