import { childElements, descendants, type TeiElement, textOf } from '../tree.js';
import { documentOf } from './header-agreement.js';
import type { Rule, RuleContext } from './rule.js';

/** The header invents nothing: its markings, correspondents and places are words of the document, or the editors supplied them (`@resp`). */
export const headerInvention: Rule = {
  codes: ['VA544', 'VA545', 'VA546'],
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

/** Words as they are compared: without case and punctuation, one space between them. */
function fold(text: string): string {
  return ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

function isSupplied(element: TeiElement): boolean {
  return element.attributes['resp'] !== undefined;
}

function checkMarkings(textClass: TeiElement, document: TeiElement, { report }: RuleContext): void {
  const codes = childElements(textClass, 'classCode').filter((code) => schemes.has(code.attributes['scheme'] ?? ''));
  if (codes.length === 0) return;
  const words = fold(textOf(document));
  for (const code of codes) {
    const marking = textOf(code);
    if (!isSupplied(code) && !words.includes(fold(marking))) report('VA544', code, { marking });
  }
}

/** Names of the sender stand in the heading, those of the receiver too; the one is not the other. */
function checkCorrespondents(action: TeiElement, document: TeiElement, { report }: RuleContext): void {
  const [own, other] = action.attributes['type'] === 'received' ? ['to', 'from'] : ['from', 'to'];
  if (!['sent', 'received'].includes(action.attributes['type'] ?? '')) return;
  const heading = childElements(document, 'head')[0];
  if (heading === undefined) return;
  const marked = (type: string | undefined): readonly string[] =>
    [...descendants(heading)].filter((e) => e.attributes['type'] === type).map((e) => fold(textOf(e, false)));
  const [right, wrong] = [marked(own), marked(other)];
  const words = fold(textOf(heading, false));
  for (const name of childElements(action, 'persName', 'orgName', 'name')) {
    const written = fold(textOf(name));
    const isOther = wrong.includes(written) && !right.includes(written);
    if (isSupplied(name) || (words.includes(written) && !isOther)) continue;
    report('VA545', name, { name: textOf(name), act: own === 'from' ? 'sent' : 'received' });
  }
}

function checkPlaces(part: TeiElement, document: TeiElement, { report }: RuleContext): void {
  const datelines = [...descendants(document)].filter((e) => e.name === 'dateline');
  if (datelines.length === 0 || part.attributes['type'] === 'received') return;
  const words = fold(datelines.map((dateline) => textOf(dateline)).join(' '));
  for (const place of childElements(part, 'placeName')) {
    if (!isSupplied(place) && !words.includes(fold(textOf(place)))) report('VA546', place, { place: textOf(place) });
  }
}
