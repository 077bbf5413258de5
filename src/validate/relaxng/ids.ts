import { placeOf, type XmlAttribute } from '../../formats/sax.js';
import { attributeSpan } from '../../formats/xml-attribute-places.js';
import type { SourceFile } from '../../model/source-file.js';
import type { SchemaFinding } from './check.js';
import { tokensOf } from './datatype.js';
import { HOLDS, type Pattern } from './pattern.js';
import type { Schema } from './schema.js';

type IdKind = 'ID' | 'IDREF' | 'IDREFS';

interface Occurrence {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Ids and references to them, as RELAX NG DTD Compatibility §5 has them: an attribute of the type ID is unique in the file, one of the
 * type IDREF names such an id. Which attributes have these types is asked of the schema once for each name of an element.
 */
export class IdCheck {
  readonly #schema: Schema;
  readonly #source: SourceFile;
  readonly #seen = new Map<string, number>();
  readonly #doubles: Occurrence[] = [];
  readonly #references: Occurrence[] = [];
  #kinds: ReadonlyMap<number, IdKind> | undefined;

  constructor(schema: Schema, source: SourceFile) {
    this.#schema = schema;
    this.#source = source;
  }

  /** Takes an attribute of the tag from `start` to `end`; `name` is its name as the schema numbers it. */
  attribute(name: number, attribute: XmlAttribute, start: number, end: number): void {
    this.#kinds ??= idAttributes(this.#schema);
    const kind = this.#kinds.get(name);
    if (kind === undefined) return;
    if (kind !== 'ID') {
      for (const id of tokensOf(attribute.value)) this.#references.push({ id, ...this.#span(attribute, start, end) });
      return;
    }
    const id = attribute.value.trim();
    if (this.#seen.has(id)) this.#doubles.push({ id, ...this.#span(attribute, start, end) });
    else this.#seen.set(id, start);
  }

  #span(attribute: XmlAttribute, start: number, end: number): { readonly start: number; readonly end: number } {
    return attributeSpan(this.#source, start, end, attribute.name);
  }

  findings(): readonly SchemaFinding[] {
    const source = this.#source;
    const doubles = this.#doubles.map(({ id, start, end }): SchemaFinding => {
      const { line } = source.positionAt(this.#seen.get(id) ?? 0);
      return { code: 'VA019', facts: { id, line }, place: placeOf(source, start, end) };
    });
    const dangling = this.#references
      .filter(({ id }) => !this.#seen.has(id))
      .map(
        ({ id, start, end }): SchemaFinding => ({ code: 'VA020', facts: { id }, place: placeOf(source, start, end) }),
      );
    return [...doubles, ...dangling];
  }
}

const kindsOf = new WeakMap<Schema, ReadonlyMap<number, IdKind>>();

/** The attributes whose values are ids or point to them, by the number of their name. */
function idAttributes(schema: Schema): ReadonlyMap<number, IdKind> {
  const known = kindsOf.get(schema);
  if (known !== undefined) return known;
  const kinds = new Map<number, IdKind>();
  const seen = new Set<Pattern>();
  const waiting = schema.elements.map((element) => element.content).reverse();
  for (let p = waiting.pop(); p !== undefined; p = waiting.pop()) {
    if (seen.has(p) || (p.holds & HOLDS.attribute) === 0) continue;
    seen.add(p);
    if (p.kind === 'attribute') {
      const kind = p.content.test?.datatype.idKind;
      if (kind !== undefined && p.names?.kind === 'name')
        kinds.set(schema.names.idOf(p.names.uri, p.names.local), kind);
    } else waiting.push(p.right, p.left);
  }
  kindsOf.set(schema, kinds);
  return kinds;
}
