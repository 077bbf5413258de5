import { FRUS } from '../formats/sax.js';
import { type ContentModel, contentOf } from './content-model.js';
import { childElements, descendants, type TeiElement, type TeiTree, textOf } from './tree.js';

/** A value of a closed list, with its meaning where the name does not say it. */
export interface ValueSpec {
  readonly value: string;
  readonly meaning: string;
}

export interface AttributeSpec {
  /** `type`, `xml:id`, `frus:doc-dateTime-min`. */
  readonly ident: string;
  readonly description: string;
  /** The closed list of values; undefined where the values are not listed. */
  readonly values?: readonly ValueSpec[];
}

export interface ElementSpec {
  /** `p`, `frus:attachment`. */
  readonly name: string;
  readonly gloss: string;
  readonly description: string;
  /** Its own attributes, without the global ones. */
  readonly attributes: readonly AttributeSpec[];
  readonly hasGlobalAttributes: boolean;
  readonly content?: ContentModel;
  readonly example?: TeiElement;
}

/** A named part of content models. */
export interface MacroSpec {
  /** `macro.inline`. */
  readonly ident: string;
  readonly description: string;
  readonly content: ContentModel;
}

/** What an ODD customisation (TEI Guidelines, chapter 23) specifies. */
export interface Customisation {
  readonly elements: readonly ElementSpec[];
  readonly globalAttributes: readonly AttributeSpec[];
  readonly macros: readonly MacroSpec[];
}

/** Reads the specifications of an ODD. */
export function readCustomisation(tree: TeiTree): Customisation {
  const global = tree.named('classSpec').find((spec) => spec.attributes['ident'] === 'att.global');
  return {
    elements: tree.named('elementSpec').map(elementSpec),
    globalAttributes: global === undefined ? [] : attributeSpecs(global),
    macros: tree.named('macroSpec').flatMap(macroSpec),
  };
}

function macroSpec(spec: TeiElement): readonly MacroSpec[] {
  const content = contentOf(spec);
  const { ident = '' } = spec.attributes;
  return content === undefined ? [] : [{ ident, description: childText(spec, 'desc'), content }];
}

function elementSpec(spec: TeiElement): ElementSpec {
  const { ident = '', ns } = spec.attributes;
  const withoutGlobal = [...descendants(spec)].some((e) => e.name === 'memberOf' && e.attributes['mode'] === 'delete');
  const content = contentOf(spec);
  const example = childElements(spec, 'exemplum').flatMap((exemplum) => childElements(exemplum))[0];
  return {
    name: ns === FRUS ? `frus:${ident}` : ident,
    gloss: childText(spec, 'gloss'),
    description: childText(spec, 'desc'),
    attributes: attributeSpecs(spec),
    hasGlobalAttributes: !withoutGlobal,
    ...(content === undefined ? {} : { content }),
    ...(example === undefined ? {} : { example }),
  };
}

function attributeSpecs(spec: TeiElement): readonly AttributeSpec[] {
  return childElements(spec, 'attList')
    .flatMap((list) => childElements(list, 'attDef'))
    .map((definition) => {
      const { ident = '', ns } = definition.attributes;
      const [list] = childElements(definition, 'valList');
      const values = list && childElements(list, 'valItem').map(valueSpec);
      return {
        ident: ns === FRUS ? `frus:${ident}` : ident,
        description: childText(definition, 'desc'),
        ...(values === undefined ? {} : { values }),
      };
    });
}

function valueSpec(item: TeiElement): ValueSpec {
  return { value: item.attributes['ident'] ?? '', meaning: childText(item, 'desc') };
}

function childText(element: TeiElement, name: string): string {
  const [child] = childElements(element, name);
  return child === undefined ? '' : textOf(child);
}
