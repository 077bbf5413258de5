import { pathToFileURL } from 'node:url';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { readXml, type StartTag, XML } from '../../formats/sax.js';
import type { SourceFile } from '../../model/source-file.js';
import type { NamespaceContext } from './datatype.js';
import { SchemaError, type SchemaPlace } from './syntax.js';

export const RELAXNG = 'http://relaxng.org/ns/structure/1.0';

/** An element of a schema in XML syntax; elements of other namespaces are annotations and left out (specification §4.1). */
export interface RngElement {
  readonly local: string;
  /** The attributes without namespace, and those of RELAX NG's, which may not be; `name`, `type` and `combine` without space around (§4.2). */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: RngElement[];
  /** Whether it holds elements of other namespaces. */
  isAnnotated: boolean;
  text: string;
  /** The inherited `ns`; absent where no ancestor has one. */
  readonly ns: string | undefined;
  readonly datatypeLibrary: string;
  /** The URI that `xml:base` gives, here or further out (specification §4.5). */
  readonly base: string | undefined;
  readonly context: NamespaceContext;
  readonly place: SchemaPlace;
}

/** Without XML's white space around. */
export function trimmed(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

const TRIMMED = new Set(['name', 'type', 'combine']);

/**
 * Reads the XML of a schema; `ns` is what an `include` or `externalRef` hands down. No root where it is not well-formed or its root is not
 * of RELAX NG.
 * @throws SchemaError where an `xml:base` is no address
 */
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
      const parent = open.at(-1);
      if (foreign > 0 || tag.uri !== RELAXNG) {
        foreign++;
        if (parent !== undefined) parent.isAnnotated = true;
        return;
      }
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
  let base = parent?.base;
  for (const { name, uri, local, value } of Object.values(tag.attributes)) {
    if (uri === XML && local === 'base') base = resolved(value, base, place);
    if ((uri === '' && name !== 'xmlns') || uri === RELAXNG)
      attributes[name] = TRIMMED.has(name) ? trimmed(value) : value;
  }
  const declared = tag.ns;
  const outer = parent?.context;
  const hasDeclarations = Object.keys(declared).length > 0;
  const context: NamespaceContext =
    outer !== undefined && !hasDeclarations
      ? outer
      : (prefix) => declared[prefix] ?? outer?.(prefix) ?? (prefix === 'xml' ? XML : undefined);
  return {
    local: tag.local,
    attributes,
    children: [],
    isAnnotated: false,
    text: '',
    ns: attributes['ns'] ?? (parent === undefined ? inheritedNs : parent.ns),
    datatypeLibrary: attributes['datatypeLibrary'] ?? parent?.datatypeLibrary ?? '',
    base,
    context,
    place,
  };
}

function resolved(reference: string, base: string | undefined, place: SchemaPlace): string {
  try {
    return new URL(reference, base ?? pathToFileURL(place.source.path)).href;
  } catch {
    throw new SchemaError(`the \`xml:base\` “${reference}” is no address`, place, '4.5');
  }
}
