import { readXml } from '../formats/sax.js';
import type { Position } from '../model/position.js';
import type { SourceFile } from '../model/source-file.js';

/**
 * Where elements stand in their file. SaxonJS keeps no lines, so the file is read once more, and only when there is something to report.
 *
 * @param paths Paths as XPath's `fn:path` gives them: `/Q{uri}TEI[1]/Q{uri}text[1]/…`.
 */
export function locate(source: SourceFile, paths: ReadonlySet<string>): ReadonlyMap<string, Position> {
  const found = new Map<string, Position>();
  const open: { readonly path: string; readonly counts: Map<string, number> }[] = [{ path: '', counts: new Map() }];
  readXml(source, {
    startTag(tag, start) {
      const parent = open.at(-1);
      if (parent === undefined) return;
      const name = `Q{${tag.uri}}${tag.local}`;
      const place = (parent.counts.get(name) ?? 0) + 1;
      parent.counts.set(name, place);
      const path = `${parent.path}/${name}[${place}]`;
      if (paths.has(path)) found.set(path, source.positionAt(start));
      open.push({ path, counts: new Map() });
    },
    endTag() {
      open.pop();
    },
  });
  return found;
}
