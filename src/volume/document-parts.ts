import { attribute, type Tag, tagsOf } from './tags.js';

/** The header elements of a TEI document that come along into its volume. */
export const headerParts = ['msDesc', 'creation', 'textClass', 'correspDesc'] as const;
export type HeaderPart = (typeof headerParts)[number];

/** The parts of a TEI document, each as it is written. */
export interface DocumentParts {
  readonly header: ReadonlyMap<HeaderPart, string>;
  /** The document's `div` (or whatever else the body holds). */
  readonly body: string;
  /** The ids of the body, each with the offset in it of the id's attribute. */
  readonly ids: readonly string[];
}

/** Takes a TEI document apart; it must be well-formed. */
export function documentParts(xml: string): DocumentParts {
  const header = new Map<HeaderPart, string>();
  const ids: string[] = [];
  let body = '';
  let open: { name: string; start: Tag; depth: number } | undefined;
  for (const tag of tagsOf(xml)) {
    if (open?.name === 'body' && tag.kind !== 'end') {
      const id = attribute(tag, 'xml:id');
      if (id !== undefined) ids.push(id);
    }
    if (open === undefined) {
      if (tag.kind === 'start' && isPart(tag.name)) open = { name: tag.name, start: tag, depth: 0 };
      continue;
    }
    if (tag.name !== open.name) continue;
    if (tag.kind === 'start') open.depth++;
    if (tag.kind !== 'end' || open.depth-- > 0) continue;
    if (open.name === 'body') body = xml.slice(open.start.end, tag.start).trim();
    else header.set(open.name as HeaderPart, xml.slice(open.start.start, tag.end));
    open = undefined;
  }
  return { header, body, ids };
}

function isPart(name: string): boolean {
  return name === 'body' || (headerParts as readonly string[]).includes(name);
}

/** A header part tied to its document: `corresp="#d73"` is added to its start tag where it has none. */
export function tiedTo(part: string, id: string): string {
  const [first] = tagsOf(part);
  if (first === undefined || attribute(first, 'corresp') !== undefined) return part;
  return `<${first.name} corresp="#${id}"${part.slice(first.start + 1 + first.name.length)}`;
}

/**
 * A body whose ids do not collide with those taken: an id that another document of the volume bears is given this document's id before it
 * (`d302_pg_1`), in its pointers too. Page breaks of two sources that number alike are the usual case.
 */
export function withUniqueIds(parts: DocumentParts, id: string, taken: Set<string>): string {
  let { body } = parts;
  for (const own of parts.ids) {
    if (!taken.has(own)) {
      taken.add(own);
      continue;
    }
    const unique = `${id}_${own}`;
    taken.add(unique);
    body = body.replaceAll(`xml:id="${own}"`, `xml:id="${unique}"`).replaceAll(`="#${own}"`, `="#${unique}"`);
  }
  return body;
}
