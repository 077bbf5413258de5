import { readDate } from '../../grammar/dateline.js';
import { folded } from '../../grammar/said-marking.js';
import { readSourceNote } from '../../grammar/source-note.js';
import { isSourceNote } from '../../grammar/source-prefix.js';
import { closedUp } from '../../grammar/spaces.js';
import type { SourceReading } from '../../model/header.js';
import { ancestor, childElements, descendants, type TeiElement, type TeiTree, textOf } from '../tree.js';
import { agree } from './calendar.js';
import type { Rule, RuleContext } from './rule.js';
import { statedSourceNoteOf } from './source-notes.js';

/** The structured header says what its source note and dateline say: the note is the evidence, the header the reading. */
export const headerAgreement: Rule = {
  codes: ['VA540', 'VA541', 'VA542', 'VA543'],
  scope: 'description',
  check(context) {
    const { tree } = context;
    for (const description of tree.named('msDesc')) {
      const document = documentOf(description, tree);
      const note = document && statedSourceNoteOf(document);
      if (document !== undefined && note !== undefined) {
        checkDescription(description, readSourceNote(sourceTextOf(note)), draftingOf(document), context);
      }
    }
    for (const textClass of tree.named('textClass')) {
      // The keywords of a volume describe none of its documents.
      if (childElements(textClass).every(({ name }) => name === 'keywords')) continue;
      const document = documentOf(textClass, tree);
      const note = document && statedSourceNoteOf(document);
      if (note !== undefined) checkMarkings(textClass, readSourceNote(sourceTextOf(note)), context);
    }
    for (const element of [...tree.named('correspDesc'), ...tree.named('creation')]) checkDate(element, context);
  },
};

/** The document that a part of the header describes: that of `@corresp`, or the only one. */
export function documentOf(element: TeiElement, tree: TeiTree): TeiElement | undefined {
  const id = element.attributes['corresp'];
  if (id === undefined) return tree.documents.length === 1 ? tree.documents[0] : undefined;
  return tree.ids.get(id.replace(/^#/, ''))?.[0];
}

/**
 * The words of a source note, as headers are read from them: the paragraph that begins with “Source:” where a summary has one of its own, without
 * notes inside it and without the blanks that wrapping has left.
 */
function sourceTextOf(note: TeiElement): string {
  const paragraph = childElements(note, 'p').find((p) => isSourceNote(textOf(p, false)));
  return closedUp(textOf(paragraph ?? note, false));
}

/** What the sheet itself says of who drafted, cleared and approved a document: the lines of a telegram or memorandum that do. */
function draftingOf(document: TeiElement): string {
  return ownDescendants(document)
    .filter(({ name, attributes }) => (name === 'fw' || name === 'seg') && attributes['type'] === 'drafting')
    .map((line) => folded(textOf(line, false)))
    .join('');
}

/** @param drafting what the document itself says of who drafted it, folded */
function checkDescription(
  description: TeiElement,
  note: SourceReading,
  drafting: string,
  { report }: RuleContext,
): void {
  const identifier = childElements(description, 'msIdentifier')[0];
  if (identifier !== undefined) {
    const header = closedUp(
      childElements(identifier, 'repository', 'collection', 'idno')
        .map((part) => textOf(part))
        .join(', '),
    );
    const parts = [
      ...(note.repository === undefined ? [] : [note.repository]),
      ...note.citation.map(({ text }) => text),
    ];
    const said = closedUp(parts.join(', '));
    if (said !== '' && said !== header) report('VA540', identifier, { header, note: said });
  }
  const acts = [...descendants(description)].filter((e) => e.name === 'respStmt');
  for (const act of acts) {
    const key = childElements(act, 'resp')[0]?.attributes['key'] ?? '';
    const said = note.acts.filter((a) => a.key === key).flatMap((a) => a.persons.map(({ name }) => name));
    const wrong = childElements(act, 'persName', 'orgName').find(
      (name) => !said.includes(textOf(name)) && !drafting.includes(folded(textOf(name))),
    );
    if (wrong !== undefined) report('VA542', wrong, { name: textOf(wrong), act: key });
  }
  const given = new Set(acts.flatMap((act) => childElements(act, 'persName', 'orgName').map((name) => textOf(name))));
  const missing = note.acts.flatMap((a) => a.persons).find(({ name }) => !given.has(name));
  if (missing !== undefined) report('VA541', description, { what: missing.name, where: 'its acts' });
}

function checkMarkings(textClass: TeiElement, note: SourceReading, { report }: RuleContext): void {
  const codes = childElements(textClass, 'classCode');
  const values = (scheme: string): readonly TeiElement[] =>
    codes.filter((code) => code.attributes['scheme'] === scheme);
  const [classification] = values('#classification');
  const said = note.classification;
  if (classification !== undefined && said !== undefined && textOf(classification) !== said) {
    report('VA540', classification, { header: textOf(classification), note: said });
  }
  if (classification === undefined && said !== undefined) {
    report('VA541', textClass, { what: said, where: 'its classification' });
  }
  for (const [scheme, tokens] of [
    ['#handling', note.handling],
    ['#precedence', note.precedence],
  ] as const) {
    const given = values(scheme).map((code) => textOf(code));
    const missing = tokens.find((token) => !given.includes(token));
    if (missing !== undefined) report('VA541', textClass, { what: missing, where: `its ${scheme.slice(1)}` });
  }
}

const HOLDS_ANOTHER = new Set(['frus:attachment', 'quote', 'floatingText', 'note']);

/** What is a document's own: without what is in its attachments, quotations and notes, which are of other documents. */
export function ownDescendants(document: TeiElement): readonly TeiElement[] {
  return [...descendants(document, (e) => !HOLDS_ANOTHER.has(e.name))];
}

/** The date of the header is that of the document's dateline. */
function checkDate(element: TeiElement, { tree, report }: RuleContext): void {
  const document = documentOf(element, tree);
  if (document === undefined) return;
  // A heading can have a date besides the dateline; a cable passed on has several datelines. The header may have any of them.
  const dates = ownDescendants(document).filter((e) => e.name === 'date' && e.attributes['when'] !== undefined);
  const dated = dates.find((e) => ancestor(e, 'dateline') !== undefined);
  const printed = dated?.attributes['when'];
  const sent =
    childElements(element, 'correspAction').find((action) => action.attributes['type'] === 'sent') ?? element;
  const date = childElements(sent, 'date')[0];
  const when = date?.attributes['when'];
  if (date === undefined || when === undefined || dated === undefined || printed === undefined) return;
  // Where the dateline belies its own words (VA500), the header may still have what they say.
  const words = readDate(textOf(dated, false))?.when;
  if (dates.some((e) => agree(when, e.attributes['when'] ?? '')) || (words !== undefined && agree(when, words))) return;
  report('VA543', { element: date, attribute: 'when' }, { when, printed });
}
