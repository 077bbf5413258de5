import { readXml } from '../../src/formats/sax.js';
import { SourceFile } from '../../src/model/source-file.js';
import { SchemaCheck } from '../../src/validate/relaxng/check.js';
import type { Schema } from '../../src/validate/relaxng/schema.js';
import { type Chance, type Element, elementsOf, pick } from '../validate/single-changes.js';

/** What real volumes give: documents, and the elements in them by their parent's and their own name. */
export interface Stock {
  readonly documents: readonly string[];
  readonly parts: ReadonlyMap<string, readonly string[]>;
  readonly all: readonly string[];
}

/** Of each kind of part as many are kept; the longest that is kept. */
const MOST = 60;
const LONGEST = 6000;

/** Takes volumes apart; of each kind of part a chance selection is kept. */
export function stockOf(volumes: Iterable<string>, chance: Chance): Stock {
  const documents: string[] = [];
  const parts = new Map<string, string[]>();
  for (const text of volumes) {
    for (const element of elementsOf(text)) {
      const { tag, parent, start, end } = element;
      if (parent === undefined || end - start > LONGEST || !isIn(element, 'text')) continue;
      const source = text.slice(start, end);
      if (tag.local === 'div' && tag.attributes['type']?.value === 'document') documents.push(source);
      else keep(parts, `${parent.tag.local}/${tag.local}`, source, chance);
    }
  }
  return { documents, parts, all: [...parts.values()].flat() };
}

function keep(parts: Map<string, string[]>, kind: string, source: string, chance: Chance): void {
  const kept = parts.get(kind) ?? [];
  parts.set(kind, kept);
  if (kept.length < MOST) kept.push(source);
  else if (chance() < 0.02) kept[Math.floor(chance() * MOST)] = source;
}

function isIn(element: Element, name: string): boolean {
  for (let at = element.parent; at !== undefined; at = at.parent) if (at.tag.local === name) return true;
  return false;
}

/**
 * A document into which parts of others have been put, up to `splices` of them: only where the outcome is valid by the schema.
 *
 * @param number Of the document; its ids are made its own by it.
 */
export function splicedDocument(stock: Stock, schema: Schema, chance: Chance, number: number, splices = 4): string {
  let document = ownIds(pick(chance, stock.documents), `s${number}`).replace(/^<div /, `<div `);
  for (let tries = 0, done = 0; tries < splices * 6 && done < splices; tries++) {
    const changed = spliced(document, stock, chance, `s${number}x${tries}`);
    if (!isValid(volumeOf([changed]), schema)) continue;
    document = changed;
    done++;
  }
  return document;
}

function spliced(document: string, stock: Stock, chance: Chance, prefix: string): string {
  const elements = elementsOf(wrapped(document)).slice(1);
  const at = pick(chance, elements);
  const kind = `${at.parent?.tag.local ?? 'div'}/${at.tag.local}`;
  const alike = chance() < 0.7 ? stock.parts.get(kind) : stock.all;
  const part = ownIds(pick(chance, alike ?? stock.all), prefix);
  const [start, end] = [at.start - OPEN.length, at.end - OPEN.length];
  const where = Math.floor(chance() * 4);
  if (where === 0) return document.slice(0, start) + part + document.slice(end);
  if (where === 1) return document.slice(0, start) + part + document.slice(start);
  if (where === 2 || at.tag.isSelfClosing) return document.slice(0, end) + part + document.slice(end);
  const inside = at.startEnd - OPEN.length;
  return document.slice(0, inside) + part + document.slice(inside);
}

/** The ids of a part made its own; pointers inside it follow. */
function ownIds(part: string, prefix: string): string {
  const ids = new Set([...part.matchAll(/\sxml:id="([^"]*)"/g)].map(([, id = '']) => id));
  return part
    .replace(/\sxml:id="([^"]*)"/g, (_, id: string) => ` xml:id="${prefix}-${id}"`)
    .replace(/\s(target|corresp)="#?([^" ]*)"/g, (whole, name: string, id: string) =>
      ids.has(id) ? ` ${name}="#${prefix}-${id}"` : whole,
    );
}

const OPEN =
  '<div xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude">';

function wrapped(document: string): string {
  return `${OPEN}${document}</div>`;
}

/** A volume of documents. */
export function volumeOf(documents: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="spliced"><teiHeader><fileDesc><titleStmt>
<title type="complete">Spliced</title></titleStmt><publicationStmt><publisher>P</publisher></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
<text><body><div type="chapter" xml:id="ch1"><head>Chapter</head>
${documents.join('\n')}
</div></body></text></TEI>
`;
}

function isValid(text: string, schema: Schema): boolean {
  const source = new SourceFile('spliced.xml', text);
  const check = new SchemaCheck(source, schema);
  return readXml(source, check).length === 0 && check.findings.length === 0;
}
