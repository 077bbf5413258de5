import type { SourceFile } from '../../model/source-file.js';
import { readXml, type StartTag } from '../sax.js';
import { escapeAttribute } from '../xml-fragment.js';

export const XINCLUDE = 'http://www.w3.org/2001/XInclude';

/** An element of a document, with its offsets and what is in force at its start tag. */
export interface Located {
  readonly tag: StartTag;
  readonly start: number;
  /** After its start tag. */
  readonly startEnd: number;
  /** Of its end tag; that of the start tag's end where it is empty. */
  endStart: number;
  end: number;
  readonly parent: Located | undefined;
  readonly children: Located[];
  /** Namespaces by prefix, without those that it declares itself. */
  readonly outerScope: ReadonlyMap<string, string>;
  /** The language in force around it. */
  readonly outerLanguage: string | undefined;
}

/** The elements of a document in its order; nothing where it is not well-formed. */
export function elementsOf(source: SourceFile): readonly Located[] | undefined {
  const all: Located[] = [];
  const scopes = new Map<Located, ReadonlyMap<string, string>>();
  let open: Located | undefined;
  const problems = readXml(source, {
    startTag: (tag, start, startEnd) => {
      const outerScope = open === undefined ? new Map<string, string>() : (scopes.get(open) ?? new Map());
      const outerLanguage = open === undefined ? undefined : languageOf(open);
      const element: Located = {
        tag,
        start,
        startEnd,
        endStart: startEnd,
        end: startEnd,
        parent: open,
        children: [],
        outerScope,
        outerLanguage,
      };
      const declared = Object.entries(tag.ns);
      scopes.set(element, declared.length === 0 ? outerScope : new Map([...outerScope, ...declared]));
      open?.children.push(element);
      all.push(element);
      open = element;
    },
    endTag: (_, start, end) => {
      if (open === undefined) return;
      open.endStart = open.tag.isSelfClosing ? open.startEnd : start;
      open.end = end;
      open = open.parent;
    },
  });
  return problems.length === 0 ? all : undefined;
}

/** The language in force within an element. */
export function languageOf(element: Located): string | undefined {
  return element.tag.attributes['xml:lang']?.value ?? element.outerLanguage;
}

/**
 * Attributes that keep the namespaces and the language of an element as they were when it is put to another place (XInclude 1.0 §4.5.4, §4.5.6).
 * @param at what is in force at the new place
 */
export function inheritedAttributes(chosen: Located, at: Pick<Located, 'outerScope' | 'outerLanguage'>): string {
  const declared = (prefix: string): boolean => Object.hasOwn(chosen.tag.ns, prefix);
  const added = [...chosen.outerScope]
    .filter(([prefix, uri]) => !declared(prefix) && at.outerScope.get(prefix) !== uri)
    .map(([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(uri)}"`);
  const hasDefault = declared('') || chosen.outerScope.has('');
  if (!hasDefault && (at.outerScope.get('') ?? '') !== '') added.push(' xmlns=""');
  const language = languageOf(chosen);
  if (attributeOf(chosen, 'xml:lang') === undefined && language !== undefined && language !== at.outerLanguage)
    added.push(` xml:lang="${escapeAttribute(language)}"`);
  return added.join('');
}

export function attributeOf({ tag }: Located, name: string): string | undefined {
  return tag.attributes[name]?.value;
}

export function isXInclude({ tag }: Located, local: string): boolean {
  return tag.uri === XINCLUDE && tag.local === local;
}

export function contains(outer: Located, inner: Located): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What is wrong with the element itself (XInclude 1.0 §3.1, §3.2). */
export function misuse(element: Located): string | undefined {
  if (!isXInclude(element, 'include')) return 'xi:fallback stands outside xi:include';
  const parse = attributeOf(element, 'parse') ?? 'xml';
  if (parse !== 'xml' && parse !== 'text') return `@parse is “${parse}”; it can be xml or text`;
  if (parse === 'text' && attributeOf(element, 'xpointer') !== undefined)
    return 'a text has no parts that @xpointer could name';
  if (
    (attributeOf(element, 'href') ?? '') === '' &&
    (attributeOf(element, 'xpointer') === undefined || parse === 'text')
  )
    return 'it has no @href';
  const inner = element.children.filter((child) => child.tag.uri === XINCLUDE);
  if (inner.some((child) => !isXInclude(child, 'fallback'))) return 'only xi:fallback may stand in it';
  return inner.length > 1 ? 'it has more than one xi:fallback' : undefined;
}

/**
 * The element that a pointer names (XPointer framework, with shorthand pointers and the element() scheme).
 * @returns nothing where there is none; `unknown` where the pointer is of another scheme
 */
export function pointedTo(
  root: Located | undefined,
  ids: ReadonlyMap<string, Located>,
  pointer: string,
): Located | 'unknown' | undefined {
  const scheme = /^\s*element\(([^()]*)\)\s*$/.exec(pointer)?.[1];
  if (scheme === undefined) return /^[\p{L}_][\p{L}\p{N}._-]*$/u.test(pointer) ? ids.get(pointer) : 'unknown';
  const [id = '', ...steps] = scheme.split('/');
  if (id !== '') return descend(ids.get(id), steps);
  const [first, ...rest] = steps;
  return first === '1' ? descend(root, rest) : undefined;
}

/** Whether an element stands among the categories that the header defines (TEI Guidelines, 2.3.7): no words of the texts are there, nor how they are to look (as in `tagsDecl`). */
export function isOfCategories({ parent }: Located): boolean {
  if (parent === undefined) return false;
  return parent.tag.local === 'classDecl' || isOfCategories(parent);
}

/** The elements by their xml:id; the first, where one is doubled. */
export function idsOf(all: readonly Located[]): ReadonlyMap<string, Located> {
  const ids = new Map<string, Located>();
  for (const element of all) {
    const id = attributeOf(element, 'xml:id')?.trim();
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
  }
  return ids;
}

function descend(from: Located | undefined, steps: readonly string[]): Located | undefined {
  let at = from;
  for (const step of steps) at = at?.children[Number(step) - 1];
  return at;
}
