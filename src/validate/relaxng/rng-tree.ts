import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { readXml, type StartTag } from '../../formats/sax.js';
import type { SourceFile } from '../../model/source-file.js';
import type { NamespaceContext } from './datatype.js';
import type { SchemaPlace } from './syntax.js';

export const RELAXNG = 'http://relaxng.org/ns/structure/1.0';

/** An element of a schema in XML syntax; elements of other namespaces are annotations and left out (specification §4.1). */
export interface RngElement {
  readonly local: string;
  /** The attributes without namespace, trimmed except `value`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: RngElement[];
  text: string;
  /** The inherited `ns`; absent where no ancestor has one. */
  readonly ns: string | undefined;
  readonly datatypeLibrary: string;
  readonly context: NamespaceContext;
  readonly place: SchemaPlace;
}

/** Reads the XML of a schema; `ns` is what an `include` or `externalRef` hands down. No value where it is not well-formed or its root is not of RELAX NG. */
export function readRngTree(
  source: SourceFile,
  ns?: string,
): {
  readonly root?: RngElement;
  readonly diagnostics: readonly Diagnostic[];
} {
  const open: RngElement[] = [];
  let root: RngElement | undefined;
  let foreign = 0;
  const diagnostics = readXml(source, {
    startTag: (tag, start, end) => {
      if (foreign > 0 || tag.uri !== RELAXNG) {
        foreign++;
        return;
      }
      const parent = open.at(-1);
      const element = makeElement(tag, parent, ns, { source, span: { start, end } });
      if (parent === undefined) root = element;
      else parent.children.push(element);
      open.push(element);
    },
    endTag: () => {
      if (foreign > 0) foreign--;
      else open.pop();
    },
    text: (text) => {
      const element = open.at(-1);
      if (foreign === 0 && element !== undefined) element.text += text;
    },
  });
  return root === undefined || diagnostics.length > 0 ? { diagnostics } : { root, diagnostics };
}

function makeElement(
  tag: StartTag,
  parent: RngElement | undefined,
  inheritedNs: string | undefined,
  place: SchemaPlace,
): RngElement {
  const attributes: Record<string, string> = {};
  for (const { prefix, name, value } of Object.values(tag.attributes))
    if (prefix === '' && name !== 'xmlns') attributes[name] = value.trim();
  const declared = tag.ns;
  const outer = parent?.context;
  const hasDeclarations = Object.keys(declared).length > 0;
  const context: NamespaceContext =
    outer !== undefined && !hasDeclarations
      ? outer
      : (prefix) =>
          declared[prefix] ??
          outer?.(prefix) ??
          (prefix === 'xml' ? 'http://www.w3.org/XML/1998/namespace' : undefined);
  return {
    local: tag.local,
    attributes,
    children: [],
    text: '',
    ns: attributes['ns'] ?? (parent === undefined ? inheritedNs : parent.ns),
    datatypeLibrary: attributes['datatypeLibrary'] ?? parent?.datatypeLibrary ?? '',
    context,
    place,
  };
}
