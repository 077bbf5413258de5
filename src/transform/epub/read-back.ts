import { posix } from 'node:path';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { elementsNamed, type PlainElement, readPlainXml } from '../../formats/xml-tree.js';

/**
 * Reads an EPUB's own tables back as a reading system does, from the container document on, and compares them with the files: what the
 * manifest, the spine, the contents, the landmarks and the page list name must be there (EPUB 3.3, §4.2.6.3, §5.6, §5.7, §7; EPUBCheck's
 * RSC-001, RSC-012, OPF-049), every file must be named (OPF-003), and every numbered page of the source must be in the page list.
 *
 * @param files the texts of the container's files, all but `mimetype`, by their paths there; that of a picture is never looked at
 * @returns `TR020` … for whatever does not hold together; a fault of the program
 */
export function findBrokenTables(files: Files): readonly Diagnostic[] {
  const container = read(files, 'META-INF/container.xml');
  const packagePath = first(container, 'rootfile')?.attributes['full-path'] ?? '';
  const document = read(files, packagePath);
  if (document === undefined) return [diagnostic('TR020', { table: 'container document', target: packagePath })];
  const items = [...elementsNamed(document, 'item')];
  const paths = new Map(items.map(({ attributes: { id, href } }) => [id, at(packagePath, href ?? '')]));
  return [
    ...missing('manifest', paths.values(), files),
    ...[...elementsNamed(document, 'itemref')].flatMap(({ attributes: { idref = '' } }) =>
      paths.has(idref) ? [] : [diagnostic('TR020', { table: 'spine', target: idref })],
    ),
    ...unnamed(files, new Set([...paths.values(), packagePath, 'META-INF/container.xml'])),
    ...navigation(files, paths, items),
  ];
}

/** Texts of files by their paths. */
type Files = ReadonlyMap<string, string>;

/** The tables of the navigation document. */
function navigation(
  files: Files,
  paths: ReadonlyMap<string | undefined, string>,
  items: readonly PlainElement[],
): readonly Diagnostic[] {
  const path = paths.get(items.find(({ attributes }) => attributes['properties'] === 'nav')?.attributes['id']) ?? '';
  const document = read(files, path);
  if (document === undefined) return [diagnostic('TR020', { table: 'manifest', target: 'a navigation document' })];
  const targetsOf = (nav: PlainElement): readonly string[] =>
    [...elementsNamed(nav, 'a')].map(({ attributes: { href = '' } }) => at(path, href));
  const navs = [...elementsNamed(document, 'nav')];
  const listed = new Set(navs.filter((nav) => nav.attributes['epub:type'] === 'page-list').flatMap(targetsOf));
  return [
    ...navs.flatMap((nav) => missing(nav.attributes['epub:type'] ?? 'navigation', targetsOf(nav), files)),
    ...numberedPages(files).flatMap((page) => (listed.has(page) ? [] : [diagnostic('TR022', { page })])),
  ];
}

const PAGE_BREAK = /<span class="pb"[^>]*>/g;

/** Where the numbered pages of the source begin in the text: path and id. */
function numberedPages(files: Files): readonly string[] {
  return [...files].flatMap(([path, content]) =>
    path.endsWith('.xhtml')
      ? [...content.matchAll(PAGE_BREAK)].flatMap(([tag]) => {
          const id = / id="([^"]+)"/.exec(tag)?.[1];
          return id !== undefined && / data-n="[^"]/.test(tag) ? [`${path}#${id}`] : [];
        })
      : [],
  );
}

/** Targets (a path, with or without an id) that no file of the container has. */
function missing(table: string, targets: Iterable<string>, files: Files): readonly Diagnostic[] {
  return [...new Set(targets)].flatMap((target) => {
    const [path = '', id] = target.split('#');
    const content = files.get(path);
    const isThere = content !== undefined && (id === undefined || content.includes(` id="${id}"`));
    return isThere ? [] : [diagnostic('TR020', { table, target })];
  });
}

function unnamed(files: Files, named: ReadonlySet<string>): readonly Diagnostic[] {
  return [...files.keys()].filter((path) => !named.has(path)).map((file) => diagnostic('TR021', { file }));
}

function read(files: Files, path: string): PlainElement | undefined {
  const content = files.get(path);
  return content === undefined ? undefined : readPlainXml(content);
}

function first(element: PlainElement | undefined, name: string): PlainElement | undefined {
  return element && elementsNamed(element, name).next().value;
}

/** A reference of a file as a path in the container. */
function at(file: string, reference: string): string {
  return posix.join(posix.dirname(file), decodeURI(reference));
}
