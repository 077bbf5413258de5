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
  | {
      readonly kind: 'element' | 'attribute';
      readonly names: NameClass;
      readonly content: Syntax;
      readonly place: SchemaPlace;
    }
  | { readonly kind: 'group' | 'interleave' | 'choice'; readonly parts: readonly Syntax[] }
  | { readonly kind: 'optional' | 'zeroOrMore' | 'oneOrMore' | 'mixed'; readonly content: Syntax }
  | { readonly kind: 'list'; readonly content: Syntax; readonly place: SchemaPlace }
  | { readonly kind: 'ref' | 'parentRef'; readonly name: string; readonly place: SchemaPlace }
  | {
      readonly kind: 'data';
      readonly type: TypeName;
      readonly parameters: readonly Parameter[];
      readonly except?: Syntax;
    }
  | { readonly kind: 'value'; readonly type: TypeName; readonly value: string; readonly context: NamespaceContext }
  | (FileReference & { readonly kind: 'externalRef' })
  | { readonly kind: 'grammar'; readonly components: readonly Component[]; readonly place: SchemaPlace };

/** A pattern that holds definitions. */
export type Grammar = Syntax & { readonly kind: 'grammar' };

/** Another file of the schema, as `include` and `externalRef` name it. */
export interface FileReference {
  readonly href: string;
  /** The namespace handed down to it. */
  readonly ns: string | undefined;
  /** What `href` is relative to, where `xml:base` says so; else that is the file itself. */
  readonly base?: string;
  readonly place: SchemaPlace;
}

/** A datatype as a schema names it. */
export interface TypeName {
  /** The URI of the library; empty for the built-in one. */
  readonly library: string;
  readonly local: string;
  readonly place: SchemaPlace;
}

export type Combine = 'choice' | 'interleave';

/** What a grammar holds; `div`s are already dissolved. A `define` without a name is a `start`. */
export type Component = Definition | Include;

export interface Definition {
  readonly kind: 'define';
  readonly name: string | undefined;
  readonly combine?: Combine;
  readonly content: Syntax;
  readonly place: SchemaPlace;
}

export interface Include extends FileReference {
  readonly kind: 'include';
  readonly overrides: readonly Component[];
}

/**
 * A schema that cannot be used, and where; caught where schemas are loaded, and never seen outside of it. `rule` is the section of the
 * specification that it breaks (`4.16`; `compact` for the grammar of the compact syntax); without it the schema is not to be had whole.
 */
export class SchemaError extends Error {
  readonly place: SchemaPlace | undefined;
  readonly rule: string | undefined;

  constructor(message: string, place?: SchemaPlace, rule?: string) {
    super(message);
    this.place = place;
    this.rule = rule;
  }
}

/** A mistake in the grammar of the compact syntax. */
export function rncError(message: string, place: SchemaPlace): SchemaError {
  return new SchemaError(message, place, 'compact');
}
