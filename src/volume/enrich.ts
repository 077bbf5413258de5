import { writeFragment } from '../formats/xml-fragment.js';
import type { XmlElement } from '../formats/xml-writer.js';
import { classDecl, correspDesc, creation, type HeaderFacts, msDesc, textClass } from '../tei/header.js';
import { authorities } from './authorities.js';
import { factsOf } from './opening-facts.js';
import { attribute, type Tag, tagsOf } from './tags.js';
import { documentOpenings } from './volume-documents.js';

/** An enriched volume. */
export interface Enriched {
  readonly text: string;
  /** How many documents the volume has, and how many were given a header. */
  readonly documents: number;
  readonly headers: number;
  /** The offset in the original that an offset of the enriched text has come from; inside what was put in, where it was put. */
  originalOffset(offset: number): number;
}

/**
 * Gives an existing FRUS volume the structured headers that an encoded one has, by reading its source notes, headings and datelines. The
 * header elements are spliced into the `teiHeader`; every other character of the volume stays as it is. A document that has a header already
 * keeps it. TEI elements have no prefix here (`tei/without-prefix.ts`).
 * @param text a TEI volume that is well-formed
 */
export function enrich(text: string): Enriched {
  const openings = documentOpenings(text);
  const places = spliceable(text);
  const unchanged = { text, documents: openings.length, headers: 0, originalOffset: (offset: number) => offset };
  if (places === undefined) return unchanged;
  const known = authorities(text);
  const facts = openings.filter((o) => !places.described.has(o.id)).map((o) => factsOf(o, known));
  const sources = written(facts, [msDesc]);
  const profiles = written(facts, [creation, textClass, correspDesc]);
  if (sources.length + profiles.length === 0) return unchanged;
  const taxonomies = places.hasTaxonomies ? [] : [writeFragment(classDecl())];
  const splices: readonly Splice[] = [
    { at: places.afterSource, text: wrapped('sourceDesc', sources) },
    {
      at: places.inEncoding ?? places.afterFile,
      text: places.inEncoding === undefined ? wrapped('encodingDesc', taxonomies) : taxonomies.join(''),
    },
    {
      at: places.inProfile ?? places.afterEncoding,
      text: places.inProfile === undefined ? wrapped('profileDesc', profiles) : profiles.join('\n'),
    },
  ].sort((a, b) => a.at - b.at);
  let result = '';
  let from = 0;
  for (const splice of splices) {
    result += text.slice(from, splice.at) + splice.text;
    from = splice.at;
  }
  return {
    text: result + text.slice(from),
    documents: openings.length,
    headers: facts.length,
    originalOffset: (offset) => originalOffset(splices, offset),
  };
}

interface Splice {
  readonly at: number;
  readonly text: string;
}

function originalOffset(splices: readonly Splice[], offset: number): number {
  let added = 0;
  for (const { at, text } of splices) {
    if (offset <= at + added) break;
    added += Math.min(text.length, offset - at - added);
  }
  return offset - added;
}

function written(
  facts: readonly HeaderFacts[],
  parts: readonly ((f: HeaderFacts) => XmlElement | undefined)[],
): string[] {
  return facts.flatMap((f) => parts.flatMap((part) => part(f) ?? [])).map(writeFragment);
}

/** Each part on a line of its own, in its wrapper; nothing where there is no part. */
function wrapped(name: string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : `\n<${name}>\n${parts.join('\n')}\n</${name}>`;
}

/** Offsets in a volume's header where elements can be put (TEI P5 §2.1.1 and §2.2 give the order). */
interface Spliceable {
  readonly afterSource: number;
  readonly afterFile: number;
  /** Before the end tag of `encodingDesc`, `profileDesc`. */
  readonly inEncoding: number | undefined;
  readonly inProfile: number | undefined;
  readonly afterEncoding: number;
  readonly hasTaxonomies: boolean;
  /** Ids of documents that the header describes already. */
  readonly described: ReadonlySet<string>;
}

function spliceable(text: string): Spliceable | undefined {
  const ends = new Map<string, Tag>();
  const described = new Set<string>();
  let hasTaxonomies = false;
  for (const tag of tagsOf(text)) {
    if (tag.kind === 'end') {
      ends.set(tag.name, tag);
      if (tag.name === 'teiHeader') break;
      continue;
    }
    if (tag.name === 'taxonomy') hasTaxonomies = true;
    if (tag.name === 'msDesc' || tag.name === 'textClass') described.add(attribute(tag, 'corresp')?.slice(1) ?? '');
  }
  const file = ends.get('fileDesc');
  const source = ends.get('sourceDesc');
  if (!ends.has('teiHeader') || file === undefined || source === undefined) return undefined;
  const encoding = ends.get('encodingDesc');
  return {
    afterSource: source.end,
    afterFile: file.end,
    inEncoding: encoding?.start,
    inProfile: ends.get('profileDesc')?.start,
    afterEncoding: encoding?.end ?? file.end,
    hasTaxonomies,
    described,
  };
}
