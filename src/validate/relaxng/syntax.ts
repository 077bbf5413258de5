import type { Span } from '../../model/position.js';
import type { SourceFile } from '../../model/source-file.js';
import type { NamespaceContext, Parameter } from './datatype.js';
import type { NameClass } from './name-class.js';

/** A place in a schema: its file and the stretch of its text. */
export interface SchemaPlace {
  readonly source: SourceFile;
  readonly span: Span;
}

/**
 * A pattern as a schema writes it (specification §3), the same for the XML syntax and the compact syntax. Inherited attributes
 * (`ns`, `datatypeLibrary`) are already applied.
 */
export type Syntax =
  | { readonly kind: 'empty' | 'notAllowed' | 'text' }
  | { readonly kind: 'element' | 'attribute'; readonly names: NameClass; readonly content: Syntax }
  | { readonly kind: 'group' | 'interleave' | 'choice'; readonly parts: readonly Syntax[] }
  | { readonly kind: 'optional' | 'zeroOrMore' | 'oneOrMore' | 'list' | 'mixed'; readonly content: Syntax }
  | { readonly kind: 'ref' | 'parentRef'; readonly name: string; readonly place: SchemaPlace }
  | {
      readonly kind: 'data';
      readonly type: TypeName;
      readonly parameters: readonly Parameter[];
      readonly except?: Syntax;
    }
  | { readonly kind: 'value'; readonly type: TypeName; readonly value: string; readonly context: NamespaceContext }
  | {
      readonly kind: 'externalRef';
      readonly href: string;
      readonly ns: string | undefined;
      readonly place: SchemaPlace;
    }
  | { readonly kind: 'grammar'; readonly components: readonly Component[]; readonly place: SchemaPlace };

/** A datatype as a schema names it. */
export interface TypeName {
  /** The URI of the library; empty for the built-in one. */
  readonly library: string;
  readonly local: string;
  readonly place: SchemaPlace;
}

export type Combine = 'choice' | 'interleave';

/** What a grammar holds; `div`s are already dissolved. A `define` without a name is a `start`. */
export type Component =
  | {
      readonly kind: 'define';
      readonly name: string | undefined;
      readonly combine?: Combine;
      readonly content: Syntax;
      readonly place: SchemaPlace;
    }
  | {
      readonly kind: 'include';
      readonly href: string;
      readonly ns: string | undefined;
      readonly overrides: readonly Component[];
      readonly place: SchemaPlace;
    };

/** A schema that cannot be used, and where; caught where schemas are loaded, and never seen outside of it. */
export class SchemaError extends Error {
  readonly place: SchemaPlace | undefined;

  constructor(message: string, place?: SchemaPlace) {
    super(message);
    this.place = place;
  }
}
