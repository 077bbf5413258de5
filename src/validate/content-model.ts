import { childElements, type TeiElement } from './tree.js';

/** How often a part may come: at least `least` times, and not more often than `most`. */
interface Repeated {
  readonly least: number;
  readonly most: number;
}

/** A content model of an ODD (TEI Guidelines, 22.5.3), as far as its own vocabulary goes. */
export type ContentModel =
  | { readonly kind: 'empty' | 'text' }
  | (Repeated & { readonly kind: 'element' | 'macro'; readonly key: string })
  | (Repeated & { readonly kind: 'sequence' | 'alternate'; readonly parts: readonly ContentModel[] });

/** Reads the `content` of an elementSpec or macroSpec; undefined where there is none. */
export function contentOf(spec: TeiElement): ContentModel | undefined {
  const [content] = childElements(spec, 'content');
  if (content === undefined) return undefined;
  const parts = childElements(content).map(readModel);
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return { kind: 'sequence', parts, least: 1, most: 1 };
}

function readModel(element: TeiElement): ContentModel {
  const { key = '', minOccurs = '1', maxOccurs = '1' } = element.attributes;
  const repeated = { least: Number(minOccurs), most: maxOccurs === 'unbounded' ? Infinity : Number(maxOccurs) };
  switch (element.name) {
    case 'textNode':
      return { kind: 'text' };
    case 'empty':
      return { kind: 'empty' };
    case 'elementRef':
      return { kind: 'element', key, ...repeated };
    case 'macroRef':
      return { kind: 'macro', key, ...repeated };
    case 'sequence':
    case 'alternate':
      return { kind: element.name, parts: childElements(element).map(readModel), ...repeated };
    default:
      throw new Error(`tei/chancery.odd: ${element.name} is no content that is known here`);
  }
}

/** A content model as it is read: `,` then, `|` or, `?` may be missing, `*` any number, `+` at least one. */
export function writeContent(model: ContentModel, nameOf: (key: string) => string): string {
  switch (model.kind) {
    case 'text':
      return 'text';
    case 'empty':
      return 'nothing';
    case 'element':
      return nameOf(model.key) + sign(model);
    case 'macro':
      return `*${model.key.replace(/^macro\./, '')}*${sign(model)}`;
    default: {
      const parts = model.parts.map((part) => writeContent(part, nameOf));
      const written = parts.join(model.kind === 'sequence' ? ', ' : ' | ');
      return parts.length > 1 ? `(${written})${sign(model)}` : written + sign(model);
    }
  }
}

function sign({ least, most }: Repeated): string {
  if (most === 1) return least === 1 ? '' : '?';
  return least === 0 ? '\\*' : '+';
}
