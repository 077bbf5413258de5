import { FRUS, TEI } from '../../src/formats/sax.js';
import type { ContentModel } from '../../src/validate/content-model.js';
import type { MacroSpec } from '../../src/validate/customisation.js';
import type { Pattern } from '../../src/validate/relaxng/pattern.js';
import type { Schema } from '../../src/validate/relaxng/schema.js';

/** The content that a customisation gives an element, as a pattern of the same kind as the schema's, so that the two can be compared. */
export class ContentComparison {
  readonly #schema: Schema;
  readonly #macros: ReadonlyMap<string, ContentModel>;
  /** The children that a pattern may have, by their names as the schema knows them. */
  readonly #names: ReadonlyMap<string, number>;

  constructor(schema: Schema, elements: readonly string[], macros: readonly MacroSpec[]) {
    this.#schema = schema;
    this.#macros = new Map(macros.map(({ ident, content }) => [ident, content]));
    this.#names = new Map(
      elements.map((name) => {
        const isFrus = name.startsWith('frus:');
        return [name.replace(/^frus:/, ''), schema.names.idOf(isFrus ? FRUS : TEI, name.replace(/^frus:/, ''))];
      }),
    );
  }

  /** What the schema lets an element hold, its attributes left out; of several patterns of one name, either. */
  schemaContent(name: string): Pattern {
    const { builder, derivatives, elements, names } = this.#schema;
    const { uri, local } = names.nameOf(this.#names.get(name.replace(/^frus:/, '')) ?? -1);
    return elements
      .filter((p) => p.names?.kind === 'name' || p.names?.kind === 'choice')
      .filter((p) => spells(p.names, uri, local))
      .map((p) => derivatives.ignoreMissingAttributes(p.content))
      .reduce((a, b) => builder.choice(a, b), builder.notAllowed);
  }

  oddContent(model: ContentModel): Pattern {
    const { builder } = this.#schema;
    switch (model.kind) {
      case 'text':
        return builder.text;
      case 'empty':
        return builder.empty;
      case 'element': {
        const { uri, local } = this.#schema.names.nameOf(this.#names.get(model.key) ?? unknown(model.key));
        const element = builder.element({ kind: 'name', uri, local }, () => builder.empty);
        return this.#repeated(element, model);
      }
      case 'macro':
        return this.#repeated(this.oddContent(this.#macros.get(model.key) ?? unknown(model.key)), model);
      case 'sequence':
        return this.#repeated(
          model.parts.map((part) => this.oddContent(part)).reduceRight((b, a) => builder.group(a, b), builder.empty),
          model,
        );
      case 'alternate':
        return this.#repeated(
          model.parts.map((part) => this.oddContent(part)).reduce((a, b) => builder.choice(a, b), builder.notAllowed),
          model,
        );
    }
  }

  #repeated(content: Pattern, { least, most }: { readonly least: number; readonly most: number }): Pattern {
    const { builder } = this.#schema;
    const many = most === 1 ? content : builder.oneOrMore(content);
    return least === 0 ? builder.optional(many) : many;
  }

  /**
   * A row of children that only one of the two lets stand, as `opener p`; undefined where both describe the same contents. Goes through all
   * states that both can be in together.
   */
  difference(a: Pattern, b: Pattern): string | undefined {
    const seen = new Set<string>();
    const waiting: [Pattern, Pattern, string][] = [[a, b, '']];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [p, q, path] = at;
      const key = `${p.id} ${q.id}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (p.nullable !== q.nullable || p.isNotAllowed !== q.isNotAllowed) return path === '' ? 'nothing' : path.trim();
      if (p.isNotAllowed) continue;
      waiting.push([this.#afterText(p), this.#afterText(q), `${path} text`]);
      for (const [name, id] of this.#names)
        waiting.push([this.#afterElement(p, id), this.#afterElement(q, id), `${path} ${name}`]);
    }
    return undefined;
  }

  #afterText(p: Pattern): Pattern {
    return this.#schema.derivatives.mixedText(p);
  }

  #afterElement(p: Pattern, id: number): Pattern {
    const { builder, derivatives } = this.#schema;
    let rest = builder.notAllowed;
    const collect = (q: Pattern): void => {
      if (q.kind === 'choice') {
        collect(q.left);
        collect(q.right);
      } else if (q.kind === 'after') rest = builder.choice(rest, q.right);
    };
    collect(derivatives.startTagOpen(p, id));
    return rest;
  }
}

function spells(names: Pattern['names'], uri: string, local: string): boolean {
  if (names?.kind === 'choice') return spells(names.either, uri, local) || spells(names.or, uri, local);
  return names?.kind === 'name' && names.uri === uri && names.local === local;
}

function unknown(key: string): never {
  throw new Error(`tei/chancery.odd names ${key}, which it does not specify`);
}
