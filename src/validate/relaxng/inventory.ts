import { FRUS, TEI, XML } from '../../formats/sax.js';
import { type ExpandedName, isOpen, spelledNames } from './name-class.js';
import type { Pattern } from './pattern.js';
import type { Schema } from './schema.js';

/** What a schema says of an element, as the documentation lists it. */
export interface ElementEntry {
  /** Attribute names with their closed lists of values; undefined where the values are not listed. */
  readonly attributes: ReadonlyMap<string, readonly string[] | undefined>;
  /** The elements that may stand directly in it. */
  readonly children: ReadonlySet<string>;
  readonly allowsText: boolean;
}

/**
 * The elements of a schema with their attributes, values and children; several patterns of one element are put together. Names are
 * local for TEI, `frus:` and `xml:` for those namespaces, `{uri}local` for others.
 */
export function inventory(schema: Schema): ReadonlyMap<string, ElementEntry> {
  const entries = new Map<string, ElementCollector>();
  for (const pattern of schema.elements) {
    if (pattern.names === undefined) continue;
    for (const name of spelledNames(pattern.names)) {
      const key = written(name, TEI);
      const entry = entries.get(key) ?? new ElementCollector();
      entries.set(key, entry);
      entry.add(pattern.content);
    }
  }
  return entries;
}

function written({ uri, local }: ExpandedName, own: string): string {
  if (uri === own) return local;
  if (uri === FRUS) return `frus:${local}`;
  if (uri === XML) return `xml:${local}`;
  return uri === '' ? local : `{${uri}}${local}`;
}

class ElementCollector implements ElementEntry {
  readonly attributes = new Map<string, readonly string[] | undefined>();
  readonly children = new Set<string>();
  allowsText = false;

  add(content: Pattern): void {
    const seen = new Set<Pattern>();
    const waiting = [content];
    for (let p = waiting.pop(); p !== undefined; p = waiting.pop()) {
      if (seen.has(p)) continue;
      seen.add(p);
      if (p.kind === 'element') this.#addChild(p);
      else if (p.kind === 'attribute') this.#addAttribute(p);
      else if (p.kind === 'text' || p.kind === 'data') this.allowsText = true;
      else if (p.left !== p) waiting.push(p.right, p.left);
    }
  }

  #addChild({ names }: Pattern): void {
    if (names === undefined) return;
    for (const name of spelledNames(names)) this.children.add(written(name, TEI));
  }

  #addAttribute({ names, content }: Pattern): void {
    if (names === undefined || isOpen(names)) return;
    const values = closedValues(content);
    for (const name of spelledNames(names)) {
      const key = written(name, '');
      const known = this.attributes.has(key) ? this.attributes.get(key) : [];
      this.attributes.set(key, known && values && [...new Set([...known, ...values])]);
    }
  }
}

/** The values where the content is nothing but a choice of them. */
function closedValues(content: Pattern): readonly string[] | undefined {
  const values: string[] = [];
  const waiting = [content];
  for (let p = waiting.pop(); p !== undefined; p = waiting.pop()) {
    if (p.kind === 'value' && p.test?.written !== undefined) values.push(p.test.written);
    else if (p.kind === 'choice') waiting.push(p.right, p.left);
    else return undefined;
  }
  return values;
}
