import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Diagnostic, diagnostic, type Place } from '../../diagnostics/diagnostic.js';
import { type Confinement, outsideOf } from '../../formats/confinement.js';
import { placeOf } from '../../formats/sax.js';
import { valueOffset } from '../../formats/xml-attribute-places.js';
import { decodeXml } from '../../formats/xml-bytes.js';
import { templateExpressions, type XPathName, xpathNames } from '../../formats/xpath-names.js';
import { attributePlace, readTree, type TeiElement, type TeiTree } from '../tree.js';
import {
  COMMON_PREFIXES,
  DEFAULT_FUNCTIONS,
  isHostNamespace,
  isReader,
  REFUSED_INSTRUCTIONS,
  refusalOf,
  XSLT,
} from './functions.js';

const SCHEMATRON = 'http://purl.oclc.org/dsdl/schematron';

/** Attributes of Schematron and XSLT that are XPath expressions, patterns or types as a whole; those of the rest are templates with `{…}`. */
const EXPRESSIONS = new Set(
  (
    'test context select path value subject documents as when match use count from group-by group-adjacent ' +
    'group-starting-with group-ending-with initial-value xpath with-params context-item namespace-context use-when ' +
    'for-each-item for-each-source default name'
  ).split(' '),
);

/**
 * Looks through a Schematron schema that comes from elsewhere, with all that it includes, for what it may not do: call what is not of XPath or of
 * its own (and so could run any program), or read outside its folder. Nothing of the schema is evaluated. Its expressions are read by the tokens of
 * XPath 3.1, so that comments, spaces, `Q{uri}name`, arrows and named function references hide nothing; a prefix counts as every namespace that any
 * declaration in the files gives it.
 *
 * @param confinement the folder within which the schema may read
 * @returns a finding (`VA060`, `VA061`) for each, at its line and column
 */
export function schemaDangers(schema: TeiTree, base: string, confinement: Confinement): readonly Diagnostic[] {
  const files = withIncluded(schema, base, confinement);
  const scope = scopeOf(files.trees);
  return [...files.diagnostics, ...files.trees.flatMap((tree) => dangersOf(tree, scope, confinement))];
}

/**
 * The same of the stylesheet that the schema was turned into, in which abstract patterns have their parameters filled in: what was put together
 * from harmless parts. The place is that of the attribute of the schema that holds the name, as far as there is one.
 */
export function stylesheetDangers(
  stylesheet: TeiTree,
  schema: TeiTree,
  confinement: Confinement,
): readonly Diagnostic[] {
  const found = dangersOf(stylesheet, scopeOf([stylesheet, schema]), confinement);
  return found
    .slice(0, 1)
    .map(({ place: _, ...danger }) => ({ ...danger, place: { file: schema.source.path, ...partOf(schema) } }));
}

function partOf({ root, source }: TeiTree): Partial<Place> {
  return root === undefined ? {} : placeOf(source, root.start, root.startEnd);
}

interface Scope {
  readonly prefixes: ReadonlyMap<string, ReadonlySet<string>>;
  /** The functions that the files define, as written and by their local names in any namespace: `f:short`. */
  readonly defined: ReadonlySet<string>;
  readonly hasTextTemplates: boolean;
}

function scopeOf(trees: readonly TeiTree[]): Scope {
  const prefixes = new Map<string, Set<string>>();
  const bind = (prefix: string, uri: string): void => {
    prefixes.set(prefix, (prefixes.get(prefix) ?? new Set()).add(uri));
  };
  const defined = new Set<string>();
  let hasTextTemplates = false;
  for (const { uri, local, attributes } of trees.flatMap((tree) => tree.elements)) {
    for (const name in attributes) if (name.startsWith('xmlns:')) bind(name.slice(6), attributes[name] ?? '');
    if (uri === SCHEMATRON && local === 'ns') bind(attributes['prefix'] ?? '', attributes['uri'] ?? '');
    if (uri === XSLT && local === 'function') defined.add((attributes['name'] ?? '').trim());
    if (attributes['expand-text'] !== undefined || attributes['xsl:expand-text'] !== undefined) hasTextTemplates = true;
  }
  for (const [prefix, uri] of Object.entries(COMMON_PREFIXES)) if (!prefixes.has(prefix)) bind(prefix, uri);
  return { prefixes, defined, hasTextTemplates };
}

function dangersOf(tree: TeiTree, scope: Scope, confinement: Confinement): readonly Diagnostic[] {
  const texts = scope.hasTextTemplates ? tree.texts : [];
  return [
    ...tree.elements.flatMap((element) => dangersOfElement(tree, element, scope, confinement)),
    ...texts.flatMap(({ text, start, end }) =>
      templateExpressions(text).flatMap(({ expression }) =>
        dangersIn(expression, scope, confinement, () => placeOf(tree.source, start, end)),
      ),
    ),
  ];
}

function dangersOfElement(
  tree: TeiTree,
  element: TeiElement,
  scope: Scope,
  confinement: Confinement,
): readonly Diagnostic[] {
  const { source } = tree;
  const refused = refusedElement(element);
  const own =
    refused === undefined ? [] : [diagnostic('VA060', refused, placeOf(source, element.start, element.startEnd))];
  const attributes = Object.entries(element.attributes).filter(([name]) => !/^xmlns(?::|$)/.test(name));
  const ofAttributes = attributes.flatMap(([name, value]) => {
    const why = refusedAttribute(element, name);
    if (why !== undefined) return [diagnostic('VA060', { name: `@${name}`, why }, attributeAt(tree, element, name))];
    return expressionsOf(element, name, value).flatMap(({ expression, at }) =>
      dangersIn(expression, scope, confinement, (found) =>
        placeIn(tree, element, name, at + found.start, found.written.length),
      ),
    );
  });
  return [...own, ...ofAttributes];
}

function dangersIn(
  expression: string,
  scope: Scope,
  confinement: Confinement,
  place: (name: XPathName) => Place,
): readonly Diagnostic[] {
  return xpathNames(expression).flatMap((name) => {
    const danger = dangerOf(name, scope, confinement);
    return danger === undefined ? [] : [{ ...danger, place: place(name) }];
  });
}

function refusedElement({ uri, local }: TeiElement): { name: string; why: string } | undefined {
  const why =
    uri === XSLT
      ? REFUSED_INSTRUCTIONS.get(local)
      : isHostNamespace(uri)
        ? 'an instruction by which any program could be run'
        : undefined;
  return why === undefined ? undefined : { name: uri === XSLT ? `xsl:${local}` : local, why };
}

/** A shadow attribute (XSLT 3.0 §3.13.2) is an expression that is put together on the way; extensions are the processor's own. */
function refusedAttribute({ uri }: TeiElement, name: string): string | undefined {
  const local = name.replace(/^.*:/, '');
  if (uri === XSLT && name.startsWith('_')) return 'in which an expression is made up on the way';
  if (uri === XSLT && name === 'xml:base') return 'by which files are looked for at another place';
  return local === 'extension-element-prefixes' ? 'by which the processor is extended' : undefined;
}

function expressionsOf(
  element: TeiElement,
  name: string,
  value: string,
): readonly { expression: string; at: number }[] {
  const isLanguage = element.uri === XSLT || element.uri === SCHEMATRON;
  return isLanguage && EXPRESSIONS.has(name) ? [{ expression: value, at: 0 }] : templateExpressions(value);
}

function dangerOf(name: XPathName, scope: Scope, confinement: Confinement): Diagnostic | undefined {
  const uris = urisOf(name, scope);
  if (uris.some((uri) => uri !== undefined && isHostNamespace(uri)))
    return diagnostic('VA060', {
      name: name.written,
      why:
        refusalOf(
          uris.find((u) => u !== undefined && isHostNamespace(u)),
          '',
          '',
        ) ?? '',
    });
  if (!name.isFunction) return undefined;
  const isOwn =
    scope.defined.has(name.written) ||
    scope.defined.has(`${name.prefix}:${name.local}`) ||
    (name.uri !== undefined && definesAt(scope, name.uri, name.local));
  for (const uri of uris) {
    const why = isOwn ? undefined : refusalOf(uri, name.prefix, name.local);
    if (why !== undefined) return diagnostic('VA060', { name: `${name.written}()`, why });
    if (!isReader(uri, name.local) || name.literal === undefined) continue;
    const outside = outsideOf(confinement, name.literal);
    if (outside !== undefined) return diagnostic('VA061', { path: name.literal, folder: confinement.name });
  }
  return undefined;
}

/** Every namespace that the name may be in; undefined for a prefix that is bound to none. */
function urisOf({ uri, prefix, isFunction }: XPathName, { prefixes }: Scope): readonly (string | undefined)[] {
  if (uri !== undefined) return [uri];
  if (prefix === '') return isFunction ? [DEFAULT_FUNCTIONS] : [];
  return [...(prefixes.get(prefix) ?? [undefined])];
}

function definesAt({ prefixes, defined }: Scope, uri: string, local: string): boolean {
  return (
    defined.has(`Q{${uri}}${local}`) ||
    [...prefixes].some(([prefix, uris]) => uris.has(uri) && defined.has(`${prefix}:${local}`))
  );
}

function attributeAt(tree: TeiTree, element: TeiElement, name: string): Place {
  const { start, end } = attributePlace(tree.source, element, name);
  return placeOf(tree.source, start, end);
}

/** The place of a stretch of an attribute's value. */
function placeIn(tree: TeiTree, element: TeiElement, name: string, at: number, length: number): Place {
  const span = attributePlace(tree.source, element, name);
  const start = valueOffset(tree.source.text, span, at);
  return placeOf(tree.source, start, Math.min(valueOffset(tree.source.text, span, at + length), span.end));
}

/**
 * The schema's files: itself, and what `include`, `extends`, `xsl:include` and `xsl:import` name. What an included schema includes is looked for
 * from both files, since XSLT that is put into the schema is resolved from there.
 */
function withIncluded(
  schema: TeiTree,
  base: string,
  confinement: Confinement,
): { readonly trees: readonly TeiTree[]; readonly diagnostics: readonly Diagnostic[] } {
  const trees = new Map<string, TeiTree>([[base, schema]]);
  const diagnostics: Diagnostic[] = [];
  for (const [uri, tree] of trees) {
    for (const { element, href } of references(tree))
      for (const target of new Set([resolved(href, uri), resolved(href, base)])) {
        if (target === undefined || trees.has(target) || !target.startsWith('file:')) continue;
        const place = attributeAt(tree, element, 'href');
        if (outsideOf(confinement, target) !== undefined) {
          diagnostics.push(diagnostic('VA061', { path: href, folder: confinement.name }, place));
          continue;
        }
        const included = readSchemaFile(target);
        if (included !== undefined) trees.set(target, included);
        if (included !== undefined && included.diagnostics.length > 0)
          diagnostics.push(diagnostic('VA220', { problem: `The file ${href} is not well-formed.` }, place));
      }
  }
  return { trees: [...trees.values()], diagnostics };
}

function references(tree: TeiTree): readonly { element: TeiElement; href: string }[] {
  return tree.elements.flatMap((element) => {
    const href = element.attributes['href']?.trim();
    const isReference =
      element.uri === SCHEMATRON
        ? element.local === 'include' || element.local === 'extends'
        : element.uri === XSLT && (element.local === 'include' || element.local === 'import');
    return isReference && href !== undefined && href !== '' ? [{ element, href }] : [];
  });
}

function resolved(href: string, base: string): string | undefined {
  try {
    const url = new URL(href, base);
    url.hash = '';
    return url.href;
  } catch {
    return undefined;
  }
}

function readSchemaFile(uri: string): TeiTree | undefined {
  try {
    const path = fileURLToPath(uri);
    const { value } = decodeXml(readFileSync(path), path);
    return value === undefined ? undefined : readTree(value);
  } catch {
    return undefined;
  }
}
