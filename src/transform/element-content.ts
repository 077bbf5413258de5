import { type StartTag, TEI } from '../formats/sax.js';

/** Elements of TEI whose content is elements (P5, the content models of each): the line ends and indentation between them are no text. */
const OF_ELEMENTS: ReadonlySet<string> = new Set(
  `TEI teiHeader fileDesc titleStmt publicationStmt sourceDesc msDesc msIdentifier msContents msItem
   respStmt encodingDesc profileDesc textClass correspDesc correspAction revisionDesc text front body back div
   list table row figure titlePage docTitle choice subst listBibl lg`.split(/\s+/),
);

/** Whether spaces alone are left out of the tree that the stylesheet works on, where they stand directly in an element. */
export function isOfElements({ local, uri }: StartTag): boolean {
  return uri === TEI && OF_ELEMENTS.has(local);
}
