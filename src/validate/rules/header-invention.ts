import { readHeading } from '../../grammar/heading.js';
import { folded, markingsSaid } from '../../grammar/said-marking.js';
import { childElements, descendants, INTERRUPTS, type TeiElement, textOf } from '../tree.js';
import { documentOf, ownDescendants } from './header-agreement.js';
import type { Rule, RuleContext } from './rule.js';

/** The header invents nothing: its markings, correspondents and places are words of the document, or the editors supplied them (`@resp`). */
export const headerInvention: Rule = {
  codes: ['VA544', 'VA545', 'VA546'],
  scope: 'description',
  check(context) {
    const { tree } = context;
    for (const textClass of tree.named('textClass')) {
      const document = documentOf(textClass, tree);
      if (document !== undefined) checkMarkings(textClass, document, context);
    }
    for (const action of tree.named('correspAction')) {
      const document = action.parent && documentOf(action.parent, tree);
      if (document === undefined) continue;
      checkCorrespondents(action, document, context);
      checkPlaces(action, document, context);
    }
    for (const creation of tree.named('creation')) {
      const document = documentOf(creation, tree);
      if (document !== undefined) checkPlaces(creation, document, context);
    }
  },
};

const schemes = new Set(['#classification', '#handling', '#precedence']);

function isSupplied(element: TeiElement): boolean {
  return element.attributes['resp'] !== undefined;
}

function checkMarkings(textClass: TeiElement, document: TeiElement, { report }: RuleContext): void {
  const codes = childElements(textClass, 'classCode').filter((code) => schemes.has(code.attributes['scheme'] ?? ''));
  if (codes.length === 0) return;
  const says = markingsSaid(stretchesOf(document));
  for (const code of codes) {
    const marking = textOf(code);
    if (!isSupplied(code) && !says(marking)) report('VA544', code, { marking });
  }
}

/** The runs of text in an element, each by itself; those of notes and of what the sheet bears after those that they interrupt. */
function stretchesOf(element: TeiElement): readonly string[] {
  const own: string[] = [];
  const asides: TeiElement[] = [];
  const gather = (e: TeiElement): void => {
    for (const child of e.children) {
      if (child.kind === 'text') own.push(child.text);
      else if (INTERRUPTS.has(child.name)) asides.push(child);
      else gather(child);
    }
  };
  gather(element);
  return [...own, ...asides.flatMap(stretchesOf)];
}

/** An address below the block of a memorandum is a paragraph, and so is the first of a note in the third person, which names both; among so many blocks at the beginning. */
const LONGEST_OPENING = 15;

/** The words of an element without notes and without what the sheet bears (`fw`), which interrupt them. */
function wordsOf(element: TeiElement): string {
  const ownText = (e: TeiElement): string =>
    e.children
      .map((child) => {
        if (child.kind === 'text') return child.text;
        if (child.name === 'lb') return ' ';
        return INTERRUPTS.has(child.name) ? '' : ownText(child);
      })
      .join('');
  return folded(ownText(element));
}

/** Besides the heading, where the names of the sender stand, and those of the receiver. */
const STANDS: Readonly<Record<'from' | 'to', (e: TeiElement) => boolean>> = {
  from: (e) => (e.name === 'list' && e.attributes['type'] === 'from') || e.name === 'signed' || e.name === 'byline',
  // An addressee can stand at the foot of a letter.
  to: (e) =>
    (e.name === 'list' && e.attributes['type'] === 'to') ||
    e.name === 'opener' ||
    (e.name === 'seg' && e.attributes['type'] === 'address'),
};

/**
 * Names of the sender stand in the heading, those of the receiver too; the one is not the other. Where the heading names neither, the block of a
 * memorandum or cable (`FROM:`, `TO:`), the address of a letter and its signature do.
 */
function checkCorrespondents(action: TeiElement, document: TeiElement, { report }: RuleContext): void {
  const own = action.attributes['type'] === 'received' ? 'to' : 'from';
  const other = own === 'to' ? 'from' : 'to';
  if (!['sent', 'received'].includes(action.attributes['type'] ?? '')) return;
  const heading = childElements(document, 'head')[0];
  if (heading === undefined) return;
  const marked = (type: string): readonly string[] =>
    [...descendants(heading, (e) => e.name !== 'note')]
      .filter((e) => e.attributes['type'] === type)
      .map((e) => folded(textOf(e, false)));
  const [right, wrong] = [marked(own), marked(other)];
  const opening = childElements(document)
    .slice(0, LONGEST_OPENING)
    .filter((e) => e.name === 'p');
  const elsewhere = right.length > 0 ? [] : [...ownDescendants(document).filter(STANDS[own]), ...opening];
  const words = [heading, ...elsewhere].map(wordsOf);
  for (const name of childElements(action, 'persName', 'orgName', 'name')) {
    const written = folded(textOf(name));
    // Marks of the heading that its words deny are none: `the Director (Rowan)`, marked as who sent it.
    const isOther =
      wrong.includes(written) && ![...right, ...saidIn(heading, own)].some((said) => said.includes(written.trim()));
    if (isSupplied(name) || (words.some((w) => w.includes(written)) && !isOther)) continue;
    report('VA545', name, { name: textOf(name), act: own === 'from' ? 'sent' : 'received' });
  }
}

/** Who sends or receives a document by the words of its heading, whatever its marks say. */
function saidIn(heading: TeiElement, own: 'from' | 'to'): readonly string[] {
  const text = textOf(heading, false).replace(/\s+/g, ' ').trim();
  return readHeading(text)
    .correspondents.filter(({ type }) => type === own)
    .map(({ span }) => folded(text.slice(span.start, span.end)));
}

function checkPlaces(part: TeiElement, document: TeiElement, { report }: RuleContext): void {
  const datelines = [...descendants(document)].filter((e) => e.name === 'dateline');
  if (datelines.length === 0 || part.attributes['type'] === 'received') return;
  // Older families print the dateline in the heading; typescripts have the place on the sheet's letterhead or behind its label (`PLACE:`).
  const others = [...ownDescendants(document)].filter(
    (e) => e.name === 'list' || (e.name === 'fw' && e.attributes['type'] === 'letterhead'),
  );
  const words = folded(
    [...datelines, ...childElements(document, 'head'), ...others].map((e) => textOf(e, false)).join(' '),
  );
  for (const place of childElements(part, 'placeName')) {
    if (!isSupplied(place) && !words.includes(folded(textOf(place)))) report('VA546', place, { place: textOf(place) });
  }
}
