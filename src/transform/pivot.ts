import { basename, extname } from 'node:path';
import { type Diagnostic, diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import { readXml } from '../formats/sax.js';
import { loadStylesheet, type SaxonNode, transformToTree, XsltError } from '../formats/saxon.js';
import { XdmBuilder } from '../formats/xdm.js';
import { inTurn } from '../formats/xml-handlers.js';
import type { Bibliography } from '../metadata/bibliography.js';
import { bibliographyReader } from '../metadata/read-bibliography.js';
import { directionOfLanguage, hasLettersFromRight } from '../model/direction.js';
import { append } from '../model/list.js';
import type { Pivot, PivotElement } from '../model/pivot.js';
import type { SourceFile } from '../model/source-file.js';
import { directed } from './direction.js';
import { isOfElements } from './element-content.js';
import { isLookedFor, whatIsKnown } from './known-nodes.js';
import { settle, type UnshownElement } from './settle.js';
import { withSubheadings } from './subheadings.js';
import { TeiEvents } from './tei-events.js';
import { readVolume, type VolumeReading } from './tei-reading.js';
import { isElement, textOf } from './tree.js';
import { locate } from './unknown.js';

/** A volume as editions are made of it and measured by it. */
export interface Interpretation {
  readonly pivot: Pivot;
  /** The TEI as a plain reader of XML finds it, for the proof that an edition has lost nothing. */
  readonly reading: VolumeReading;
  /** What is known of the volume and its documents, with the ids that the editions have. */
  readonly bibliography: Bibliography;
}

/**
 * Reads a TEI volume once, for the stylesheet, for the proof and for what is known of the volume and its documents; findings as {@link renderPivot} and {@link readVolume} give them.
 *
 * @param name the id of a volume that has none
 */
export function interpret(
  volume: SourceFile,
  name = basename(volume.path, extname(volume.path)),
): Result<Interpretation> {
  const builder = new XdmBuilder(undefined, isOfElements, isLookedFor);
  const described = bibliographyReader(name);
  const reading = readVolume(volume, inTurn([builder, described.handler]));
  if (reading.value === undefined) return { diagnostics: reading.diagnostics };
  const pivot = renderPivot(volume, builder);
  const diagnostics = [...reading.diagnostics, ...pivot.diagnostics];
  return pivot.value === undefined
    ? { diagnostics }
    : { value: { pivot: pivot.value, reading: reading.value, bibliography: described.finish() }, diagnostics };
}

/**
 * TEI → pivot: the one place where TEI is interpreted for all editions (`xslt/pivot.xsl`; the vocabulary is in `xslt/README.md`).
 * One pass of XSLT over the volume, and one over its result that settles spaces, links and XHTML's content models.
 *
 * @param volume A well-formed TEI volume or TEI document.
 * @param built The same text as a tree, where it has been parsed before. Without the spaces between elements where the content is elements ({@link isOfElements}).
 * @returns The pivot, with a warning for each element that no rule renders (`TR001`), on which its rule has failed (`TR046`), that spans more than its table has (`TR047`) or asks for a list to be made (`TR048`), with its line; pointers that lead nowhere (`TR002`) or to what no edition shows (`TR049`).
 */
export function renderPivot(volume: SourceFile, built?: XdmBuilder): Result<Pivot> {
  let tree: SaxonNode;
  try {
    tree = rendered(built ?? treeOf(volume));
  } catch (error) {
    if (!(error instanceof XsltError)) throw error;
    return { diagnostics: [xsltFailure(error, volume.path)] };
  }
  const { html, unshown, dangling } = settle(tree);
  const diagnostics = reportUnshown(volume, unshown);
  append(diagnostics, reportDangling(volume, dangling));
  if (html === undefined) diagnostics.push(diagnostic('TR003', {}, { file: volume.path }));
  if (html === undefined || hasErrors(diagnostics)) return { diagnostics };
  const pivot = withSubheadings(pivotOf(html));
  return { value: mayReadFromRight(pivot, volume) ? directed(pivot) : pivot, diagnostics };
}

/** The stylesheet's result; where a rule of it fails, that of a second, careful run, which shows plainly what the rule has failed on. */
function rendered(built: XdmBuilder): SaxonNode {
  const known = whatIsKnown(built);
  try {
    return transformToTree(loadStylesheet('pivot'), built.document, known);
  } catch (error) {
    if (!(error instanceof XsltError)) throw error;
    return transformToTree(loadStylesheet('pivot'), built.document, { ...known, 'is-careful': true });
  }
}

/** Whether something may be read from the right: the volume, a letter, or a reference to one. Most volumes have neither, and are not looked through. */
function mayReadFromRight({ language }: Pivot, { text }: SourceFile): boolean {
  return directionOfLanguage(language) === 'rtl' || text.includes('&#') || hasLettersFromRight(text);
}

function treeOf(volume: SourceFile): XdmBuilder {
  const builder = new XdmBuilder(undefined, isOfElements, isLookedFor);
  const [problem] = readXml(volume, new TeiEvents(volume, builder));
  if (problem !== undefined) throw new XsltError(problem.message, problem.code, problem.place?.start?.line);
  return builder;
}

function xsltFailure(error: XsltError, file: string): Diagnostic {
  const at = error.line === undefined ? '' : `, line ${error.line}`;
  const where = error.module === undefined ? '' : ` (${error.module}${at})`;
  return { code: error.code, severity: 'error', message: `${error.message}${where}`, place: { file } };
}

const CODES = { unknown: 'TR001', failed: 'TR046', beyond: 'TR047', unmade: 'TR048' } as const satisfies Record<
  UnshownElement['kind'],
  string
>;

function reportUnshown(volume: SourceFile, unshown: readonly UnshownElement[]): Diagnostic[] {
  if (unshown.length === 0) return [];
  const places = locate(volume, new Set(unshown.map((element) => element.path)));
  return unshown.map(({ kind, name, path }) => {
    const start = places.get(path);
    return diagnostic(
      CODES[kind],
      { name },
      { file: volume.path, ...(start === undefined ? {} : { start }), xpath: path },
    );
  });
}

const POINTER = /\s(?:target|corresp|ref)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Each target that is not there, at the first pointer that names it. */
function reportDangling(volume: SourceFile, dangling: Iterable<string>): readonly Diagnostic[] {
  const places = new Map<string, number | undefined>([...dangling].map((target) => [target, undefined]));
  if (places.size === 0) return [];
  for (const pointer of volume.text.matchAll(POINTER)) {
    for (const target of (pointer[1] ?? pointer[2] ?? '').split(/\s+/))
      if (places.has(target)) places.set(target, places.get(target) ?? pointer.index + 1);
  }
  const elements = elementsWithIds(volume.text, [...places.keys()]);
  return [...places].map(([target, offset]) => {
    const place = { file: volume.path, ...(offset === undefined ? {} : { start: volume.positionAt(offset) }) };
    const name = elements.get(target);
    return name === undefined ? diagnostic('TR002', { target }, place) : diagnostic('TR049', { target, name }, place);
  });
}

/** The names of the elements that pointers within the file lead to, also of those that no edition shows. One pass over the text. */
function elementsWithIds(text: string, targets: readonly string[]): ReadonlyMap<string, string> {
  const wanted = new Set(targets.filter((target) => /^#[^\s#]+$/.test(target)));
  const found = new Map<string, string>();
  for (const id of wanted.size === 0 ? [] : text.matchAll(/\sxml:id\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const target = `#${id[1] ?? id[2]}`;
    if (!wanted.delete(target)) continue;
    const name = /<([^\s<>/]+)[^<]*$/.exec(text.slice(Math.max(0, id.index - 2000), id.index))?.[1];
    if (name !== undefined) found.set(target, name);
  }
  return found;
}

function pivotOf(html: PivotElement): Pivot {
  const [head, body] = html.children.filter(isElement);
  const metadata = new Map<string, string[]>();
  const renditions = new Map<string, string>();
  for (const { name, attributes } of head?.children.filter(isElement) ?? []) {
    if (name !== 'meta') continue;
    const { name: key = '', content = '' } = attributes;
    if (key.startsWith('rendition-')) renditions.set(key, content);
    else metadata.set(key, [...(metadata.get(key) ?? []), content]);
  }
  return {
    volume: html.attributes['data-volume'] ?? '',
    language: html.attributes['lang'] ?? 'en',
    title: metadata.get('title-complete')?.[0] ?? textOf(head),
    metadata,
    renditions,
    body: body ?? { name: 'body', attributes: {}, children: [] },
  };
}
