import type { Pivot, PivotElement, PivotNode } from '../model/pivot.js';
import { isElement, titleWords } from './tree.js';

/** The class of a heading that the source sets as a paragraph. */
const SUBHEAD = 'subhead';

/** A heading of a printed page is a line or two. */
const LONGEST = 120;
/** A phrase in italics that ends like a sentence is one, unless it is as short as a side heading: `Labor Legislation.` */
const LONGEST_SENTENCE = 50;

/** Where headings stand: in a document, a part of it, a division of the matter; not in a note, a list, a cell or a quotation. */
const HOLDERS: ReadonlySet<string> = new Set(['article', 'section']);
/** What a heading can head. */
const HEADED: ReadonlySet<string> = new Set(['p', 'ul', 'ol', 'dl', 'table', 'blockquote', 'figure', 'div']);
/** Types of letters that a heading may be set in as a whole. */
const SET_APART: ReadonlySet<string> = new Set(['em', 'strong', 'u']);

/** Sections whose lines are no prose: title pages, and lists of their own making. */
const NOT_PROSE = /^(?:titlepage|persons|terms|names|abbreviations|index|toc|contents|errata)/i;
const SALUTATION =
  /^[“"'‘(]?(?:my )?(?:dear\b|sirs?\b|gentlemen\b|madam\b|excellency\b|your excellency\b|mr\. president\b|good (?:morning|evening|afternoon)\b)/i;
/** Marks where a quoted text begins and ends: `Begin verbatim text:`, `End summary.` */
const BOUNDARY = /^[“"(]?(?:begin|end|unquote|quote)\b/i;
/** The day on which a preface was signed. */
const DAY = /^\p{L}+ \d{1,2}, \d{4}$/u;
/** Parts of a paper that are set in bold or capitals as titles of what follows. */
const PART = /^\[?(?:attachment|enclosure|tab|annex|appendix|addendum|paper|supplement|schedule|part|section)\b/i;

/**
 * The pivot with headings where the source sets them as paragraphs: those that it calls titles of sections (`rend-sectiontitleital`), and paragraphs that
 * consist of nothing but words in italics or bold type, or of small capitals in the middle of the page. So screen readers can walk a report by its headings
 * (WCAG 2.2, 1.3.1). No heading is made of a salutation, a signature, a stage direction in brackets, a speaker, a sentence, or of the last words of a text.
 * They are one level below the heading of the section that they stand in, with the class `subhead`.
 */
export function withSubheadings(pivot: Pivot): Pivot {
  const body = holder(pivot.body, 1);
  return body === pivot.body ? pivot : { ...pivot, body };
}

/** @param level that of a heading made in it, unless it has a heading of its own */
function holder(parent: PivotElement, level: number): PivotElement {
  const { children } = parent;
  let own = level;
  let made: PivotNode[] | undefined;
  const { 'data-kind': kind = '', 'data-type': type = '' } = parent.attributes;
  const isProse = parent.name !== 'body' && !NOT_PROSE.test(kind) && !NOT_PROSE.test(type);
  children.forEach((child, i) => {
    let become: PivotNode = child;
    if (isElement(child)) {
      if (/^h[1-6]$/.test(child.name)) own = Number(child.name.slice(1)) + 1;
      else if (HOLDERS.has(child.name)) become = child.attributes['class'] === 'notes' ? child : holder(child, own);
      else if (isProse && child.name === 'p' && isSubheading(child, i, children)) become = heading(child, own);
    }
    if (become !== child && made === undefined) made = children.slice(0, i);
    made?.push(become);
  });
  return made === undefined ? parent : { ...parent, children: made };
}

function heading({ attributes, children }: PivotElement, level: number): PivotElement {
  const own = attributes['class'];
  return {
    name: `h${Math.min(6, level)}`,
    attributes: { ...attributes, class: own === undefined ? SUBHEAD : `${SUBHEAD} ${own}` },
    children,
  };
}

/** How a paragraph is set apart as a whole; undefined where it is a paragraph like others. */
type Setting = 'titled' | 'italic' | 'centred' | 'strong';

function isSubheading(paragraph: PivotElement, at: number, siblings: readonly PivotNode[]): boolean {
  const setting = settingOf(paragraph);
  if (setting === undefined) return false;
  const words = titleWords(paragraph);
  if (
    words.length > LONGEST ||
    !/\p{L}/u.test(words) ||
    SALUTATION.test(words) ||
    BOUNDARY.test(words) ||
    DAY.test(words)
  )
    return false;
  if (!isTitle(words, setting)) return false;
  const next = nextBlock(siblings, at);
  if (next === undefined || !HEADED.has(next.name)) return false;
  // Lines in italics one after the other are verse, a slogan, a list.
  return (
    setting === 'titled' ||
    PART.test(words) ||
    !(next.name === 'p' && settingOf(next) === setting) ||
    /^\(?[\dIVXA-Z]{1,4}[.)]/.test(words)
  );
}

function isTitle(words: string, setting: Setting): boolean {
  if (setting === 'titled') return !/[,;]$/.test(words);
  if (setting === 'centred') return PART.test(words) || !/[.:;,\])?!]$/.test(words);
  if (setting === 'strong') return PART.test(words) || (words.includes(' ') && !/[.:;,\])?!]$/.test(words));
  if (/^[[(—–-]|[,;:\])!?”"]$/.test(words)) return false;
  return !words.endsWith('.') || words.length <= LONGEST_SENTENCE;
}

function settingOf({ name, attributes, children }: PivotElement): Setting | undefined {
  if (name !== 'p') return undefined;
  const kind = attributes['class'] ?? '';
  if (kind.includes('rend-sectiontitleital')) return 'titled';
  if (!/^(?:rend-(?:center|flushleft|left)|rendition-(?:center|left))?$/.test(kind)) return undefined;
  let only: PivotElement | undefined;
  for (const child of children) {
    if (typeof child === 'string') {
      if (/[^\s.]/.test(child)) return undefined;
    } else if (!isAside(child)) {
      if (only !== undefined) return undefined;
      only = child;
    }
  }
  if (only === undefined) return undefined;
  // A phrase of another class (a signature, a name) has a meaning of its own.
  const face = only.attributes['class'] === undefined || only.attributes['class'] === 'hi' ? faceOf(only) : only;
  if (face.name === 'em') return 'italic';
  const isCentred = kind.endsWith('center');
  const isSmallCaps = face.attributes['class'] === 'smallcaps';
  if (face.name !== 'strong' && !(isSmallCaps && isCentred)) return undefined;
  return isCentred ? 'centred' : 'strong';
}

/** The type that a phrase is set in: of `hi`, the one element in it. */
function faceOf(phrase: PivotElement): PivotElement {
  const [first, ...rest] = phrase.children;
  if (SET_APART.has(phrase.name) || first === undefined || !isElement(first) || rest.length > 0) return phrase;
  return first;
}

/** Whether a heading is one that {@link withSubheadings} has made: such a one is no title of its section. */
export function isSubhead({ attributes }: PivotElement): boolean {
  return attributes['class']?.startsWith(SUBHEAD) === true;
}

/** What is no part of a paragraph's words: calls of notes, breaks of pages. */
function isAside({ attributes }: PivotElement): boolean {
  return /^(?:noteref|pb|anchor)$/.test(attributes['class'] ?? '');
}

function nextBlock(siblings: readonly PivotNode[], at: number): PivotElement | undefined {
  for (let i = at + 1; i < siblings.length; i++) {
    const node = siblings[i];
    if (node === undefined || !isElement(node) || node.attributes['class'] === 'pb-block') continue;
    return /^(?:closer|signed|postscript|dateline|opener)/.test(node.attributes['class'] ?? '') ? undefined : node;
  }
  return undefined;
}
