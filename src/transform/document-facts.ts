import type { PivotElement } from '../model/pivot.js';
import type { Page } from './pages.js';
import { isElement, textOf, titleWords } from './tree.js';

/** A fact of a document's header: the source's words, and what of them is the same in all spellings. */
export interface Fact {
  readonly words: string;
  /** The category of the taxonomy that it points to (`top-secret`), where it does. */
  readonly category?: string;
  /** Whether it names a person or an office. */
  readonly party?: 'person' | 'office';
  /** The id of the entry in the volume's list of persons. */
  readonly entry?: string;
}

/** What lists of documents tell of one, and what it is found by. */
export interface DocumentFacts {
  /** ISO 8601, of whatever precision; of a range its first day. */
  readonly date?: string;
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  /** What the document says it is about, or its first words, cut at a word. */
  readonly lead: string;
}

/** The first fact of a name. */
export function factOf({ facts }: DocumentFacts, name: string): Fact | undefined {
  return facts.get(name)?.[0];
}

/** Reads a document's section: its header (`dl.header` of the pivot), its date, its subject or first words. */
export function documentFacts({ content }: Page, length = LEAD): DocumentFacts {
  const facts = new Map<string, Fact[]>();
  const header = headerOf(content);
  let name = '';
  let said: string | undefined;
  for (const child of header?.children ?? []) {
    if (!isElement(child)) continue;
    const { 'data-fact': fact, 'data-when': when } = child.attributes;
    if (child.name === 'dt') name = fact ?? '';
    else {
      facts.set(name, [...(facts.get(name) ?? []), factIn(child)]);
      if (name === 'date') said ??= when?.split('/').find((day) => day !== '');
    }
  }
  const date = said ?? content.attributes['data-date'];
  return { ...(date === undefined ? {} : { date }), facts, lead: leadOf(content, length) };
}

/** The structured header of a document's section (`dl.header`). */
export function headerOf({ children }: PivotElement): PivotElement | undefined {
  return children.find(
    (child): child is PivotElement => isElement(child) && child.attributes['data-kind'] === 'header',
  );
}

/** The fact that a `dd` of the header is. */
export function factIn(value: PivotElement): Fact {
  const { 'data-key': category, 'data-party': party, 'data-entry': entry } = value.attributes;
  const words = value.children
    .map((child) =>
      isElement(child) && /^(?:role|inferred)$/.test(child.attributes['class'] ?? '') ? '' : textOf(child),
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    words,
    ...(category === undefined ? {} : { category }),
    ...(party === 'person' || party === 'office' ? { party } : {}),
    ...(entry === undefined ? {} : { entry }),
  };
}

/** How long the words of a document in a list are, in characters. */
const LEAD = 140;
/** What opens and closes a text, and is no text: by class. */
const NOT_TEXT =
  /^(?:note-inline|opener|closer|dateline|signed|salute|address|seg|fw|stamp|pb-block|header|notes|participants|subhead|postscript|page-count-according-to-citation|file|pdf|problem|uh-oh|closer)\b/;
const SUBJECT = /^(?:SUBJECT|Subject|SUBJ|Subj|RE|Re)\s*[:.—–-]\s*/;
/** A salutation or a line before the text. */
const SHORT = 25;

/** What the document says of its subject, else its first words. */
function leadOf(section: PivotElement, length: number): string {
  const found: Lead = { words: '', isWhole: false };
  gather(section, length, found);
  return cut(found.words, length);
}

interface Lead {
  words: string;
  /** Nothing more is wanted: the subject is told, or the words are many enough. */
  isWhole: boolean;
}

function gather(parent: PivotElement, length: number, found: Lead): void {
  for (const child of parent.children) {
    if (found.isWhole) return;
    if (!isElement(child) || NOT_TEXT.test(child.attributes['class'] ?? '')) continue;
    if (child.name === 'p') gatherParagraph(titleWords(child), length, found);
    else if (/^(?:div|section|blockquote)$/.test(child.name)) gather(child, length, found);
    else if (child.attributes['data-type'] === 'subject') tell(subjectIn(child), found);
  }
}

function gatherParagraph(text: string, length: number, found: Lead): void {
  if (SUBJECT.test(text)) tell(text.replace(SUBJECT, ''), found);
  else if (text.length >= SHORT) {
    found.words = found.words === '' ? text : `${found.words} ${text}`;
    found.isWhole = found.words.length > length;
  }
}

function tell(subject: string, found: Lead): void {
  if (subject === '') return;
  found.words = subject;
  found.isWhole = true;
}

function subjectIn(list: PivotElement): string {
  return list.children
    .filter((child): child is PivotElement => isElement(child) && child.name === 'li')
    .map(titleWords)
    .join('; ');
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(' ', length);
  return `${text.slice(0, space < length / 2 ? length : space).replace(/[\s,;:.—–-]+$/, '')} …`;
}

/** Words as they are compared: without marks on letters, capitals, signs and an article. */
export function foldedWords(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|an?) (?=\S)/, '');
}
