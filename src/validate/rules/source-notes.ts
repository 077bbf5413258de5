import type { TextEdit } from '../../diagnostics/diagnostic.js';
import { suggest } from '../../diagnostics/suggest.js';
import { readSourceNote } from '../../grammar/source-note.js';
import { isSourceNote } from '../../grammar/source-prefix.js';
import { childElements, descendants, type TeiElement, textOf } from '../tree.js';
import type { Rule, RuleContext } from './rule.js';

/** The repositories that source notes of the series begin with (facts §4), for finding misspelt ones. */
const repositories = [
  'Department of State',
  'National Archives',
  'National Archives and Records Administration',
  'Johnson Library',
  'Eisenhower Library',
  'Kennedy Library',
  'Washington National Records Center',
  'Central Intelligence Agency',
  'Library of Congress',
  'Ford Library',
  'Carter Library',
  'Truman Library',
  'Reagan Library',
  'National Defense University',
  'National Security Council',
  'Roosevelt Library',
  'Department of Defense',
  'Hoover Institution',
  'Princeton University',
  'Department of State Bulletin',
  'Center of Military History',
];

/** The source note: there, typed, begun as the series begins it, its repository spelt as it is. */
export const sourceNotes: Rule = {
  codes: ['VA530', 'VA531', 'VA532', 'VA533'],
  scope: 'part',
  check(context) {
    for (const document of context.tree.documents) checkDocument(document, context);
  },
};

/** The source note of a document: in its head, or printed before it; said to be one, or recognised by the repository that it begins with. */
export function sourceNoteOf(document: TeiElement): TeiElement | undefined {
  const [first] = headingNotes(document);
  const isCitation = first !== undefined && beginsWithRepository(textOf(first));
  return statedSourceNoteOf(document) ?? (isCitation ? first : undefined);
}

/** The source note that says it is one, by its type or its first word: headers are read from no other. */
export function statedSourceNoteOf(document: TeiElement): TeiElement | undefined {
  const notes = headingNotes(document);
  const typed = notes.find((note) => note.attributes['type'] === 'source');
  return typed ?? notes.find((note) => note.attributes['type'] !== 'summary' && isSourceNote(textOf(note)));
}

/** The notes beside the head and in it, in the order of the text; a note on a note is none of the document's. */
function headingNotes(document: TeiElement): readonly TeiElement[] {
  return childElements(document, 'note', 'head').flatMap((child) =>
    child.name === 'note'
      ? [child]
      : [...descendants(child, (e) => e.name !== 'note')].filter((e) => e.name === 'note'),
  );
}

/** `Johnson Library, National Security File, …`: a citation that has lost its “Source: ”. */
function beginsWithRepository(text: string): boolean {
  return repositories.some((name) => text.startsWith(`${name},`) || text.startsWith(`${name}:`));
}

function checkDocument(document: TeiElement, context: RuleContext): void {
  const { report, tree } = context;
  const head = childElements(document, 'head')[0];
  const heading = head === undefined ? '' : textOf(head, false);
  const note = sourceNoteOf(document);
  if (note === undefined) {
    const isWithout =
      /Editorial Note/i.test(heading) ||
      // Of a document that is withheld in full, the source stands in place of the text: `[Source: … 3 pages not declassified.]`
      childElements(document, 'p').some((p) => textOf(p).startsWith('[Source: ')) ||
      [...descendants(document)].some((e) => e.name.startsWith('frus:pdf'));
    if (!isWithout && head !== undefined) report('VA530', document, { id: document.attributes['xml:id'] ?? '?' });
    return;
  }
  if (note.attributes['type'] === undefined) {
    const at = note.start + '<note'.length;
    const isPlain = tree.source.slice(note.start, at) === '<note';
    report('VA531', note, {}, isPlain ? [{ start: at, end: at, replacement: ' type="source"' }] : undefined);
  }
  if (note.attributes['rend'] !== 'inline') checkWording(note, context);
}

/** `Source:Kennedy`: the one slip in which only a space can be meant. */
function missingSpace(note: TeiElement): readonly TextEdit[] | undefined {
  const [first] = note.children;
  const match = first?.kind === 'text' ? /^\s*\[?Source:(?=\S|$)/.exec(first.text) : null;
  if (first === undefined || match === null) return undefined;
  const end = first.start + match[0].length;
  return [{ start: end, end, replacement: ' ' }];
}

function checkWording(note: TeiElement, { report }: RuleContext): void {
  const text = textOf(note);
  const start = /^\S+( \S+)?/.exec(text)?.[0] ?? '';
  if (!/^\[?Source: /.test(text) && !/\bSource: /.test(text)) {
    const isSlip =
      beginsWithRepository(text) ||
      (/^\W*(?:so?u?r?c?e?s?|souce|soruce)\b\s*[:;.,]?/i.test(start) && /^\W*s/i.test(start));
    if (isSlip) report('VA532', note, { start }, missingSpace(note));
  }
  const { repository } = readSourceNote(text);
  if (repository === undefined || repositories.includes(repository)) return;
  const meant = suggest(repository, repositories);
  const isNear = meant !== undefined && Math.abs(meant.length - repository.length) <= 2 && repository.length > 8;
  if (isNear) report('VA533', note, { repository, meant });
}
