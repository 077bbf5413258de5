import { MAY_PART } from '../model/may-part.js';

/**
 * What parts words, in TEI and in the XHTML of the editions: the one table that both readers of the no-loss proof use, so that they see the same
 * words. A block or a line always does. A phrase that an edition may set apart or leave in the line (a label, a quotation, a stamp) may: neither a
 * space nor none is an alteration there. All other phrases do not: what they join is one word.
 */

/** Elements of TEI that are blocks or lines: their start and end part words. */
const ALWAYS: ReadonlySet<string> = new Set(
  `TEI text group front body back div titlePage docTitle docImprint byline p ab head list item headLabel headItem table row cell figure
   opener closer postscript dateline signed salute trailer argument epigraph docEdition address lg l lb attachment floatingText
   listBibl listApp listObject listPerson listPlace listOrg listEvent listNym listWit castList sp speaker u particDesc settingDesc standOff sourceDoc surface surfaceGrp zone line
   page-count-according-to-citation problem uh-oh file pdf`.split(/\s+/),
);

/** Phrases that may stand apart; their TEI names are the classes of their XHTML. */
const MAYBE: ReadonlySet<string> = new Set(
  `note titlePart seg bibl label addrLine quote cit q said rdg lem gap desc
   stage biblStruct analytic monogr series imprint person personGrp place org event nym castItem castGroup wit author editor publisher pubPlace biblScope title idno forename surname`.split(
    /\s+/,
  ),
);

/** What holds the content of an element that no rule knows: the TEI does not say whether it is a block. */
const UNKNOWN = 'unknown';

/** The same as classes of XHTML, with those that are no names of TEI elements. */
const MAYBE_CLASSES: ReadonlySet<string> = new Set([...MAYBE, 'noteref', 'note-inline', UNKNOWN]);

/** Elements that hold parts (P5 3.12.2, ch. 10 and 13), which editions part by commas. */
const OF_PARTS: ReadonlySet<string> = new Set(
  `biblStruct analytic monogr series imprint person place org personGrp event nym castItem biblFull titleStmt publicationStmt msDesc msIdentifier
   msContents msItem physDesc objectDesc supportDesc history origin object objectIdentifier`.split(/\s+/),
);

/** Elements of XHTML that are blocks or lines. */
const BLOCKS: ReadonlySet<string> = new Set(
  `section article aside div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tr td th blockquote figure figcaption br
   body`.split(/\s+/),
);

/** What stands in a reading where an element begins or ends: a space where it parts words, `MAY_PART` where it may, nothing where it does not. */
export type Parting = ' ' | typeof MAY_PART | undefined;

const IN_TEI: ReadonlyMap<string, Parting> = new Map([
  ...[...MAYBE].map((name) => [name, MAY_PART] as const),
  ...[...ALWAYS].map((name) => [name, ' '] as const),
]);

/** @param parent The name of the element that it stands in. */
export function partingInTei(element: string, parent: string | undefined): Parting {
  return IN_TEI.get(element) ?? (parent !== undefined && OF_PARTS.has(parent) ? MAY_PART : undefined);
}

/** Phrases of XHTML; one that holds a block is a `div` with its old name as its first class (`content-model.ts`), and stands apart for it. */
const PHRASES: ReadonlySet<string> = new Set('a code del dfn em ins span strong sub sup time u'.split(' '));

export function partingInXhtml(name: string, classes: readonly string[]): Parting {
  if (BLOCKS.has(name)) {
    const first = classes[0] ?? '';
    return first === UNKNOWN || (name === 'div' && PHRASES.has(first)) ? MAY_PART : ' ';
  }
  for (const kind of classes) if (MAYBE_CLASSES.has(kind)) return MAY_PART;
  return undefined;
}
