import { TextPlaces } from '../../src/validate/text-places.js';
import type { TeiElement, TeiText, TeiTree } from '../../src/validate/tree.js';
import { ancestor, attributePlace, childElements, textOf } from '../../src/validate/tree.js';

/** One change of a valid volume, with the line where it must be reported and the codes that are right for it. */
export interface Mutation {
  readonly kind: string;
  readonly text: string;
  readonly line: number;
  readonly codes: RegExp;
}

/** A stretch of the source and what stands there instead; the number of lines must stay the same. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** What a kind of change does at a place: the edits, and where they should be noticed if not at the first of them. */
interface Change {
  readonly edits: readonly Edit[];
  readonly at?: number;
}

interface Kind {
  readonly name: string;
  readonly codes: RegExp;
  /** The places where it can be made. */
  sites(tree: TeiTree): readonly TeiElement[];
  change(site: TeiElement, tree: TeiTree, random: Random): Change | undefined;
}

/** Numbers from 0 up to 1, the same for the same seed. */
export type Random = () => number;

const relaxng = /^VA01/;

const documents = (tree: TeiTree): readonly TeiElement[] => tree.documents;
const inDocuments = (name: string) => (tree: TeiTree) => tree.named(name).filter((e) => e.document !== undefined);
const numberedNotes = (tree: TeiTree): readonly TeiElement[] =>
  inDocuments('note')(tree).filter(
    (e) => /^\d+$/.test(e.attributes['n'] ?? '') && e.attributes['target'] === undefined,
  );
const sourcePages = (tree: TeiTree): readonly TeiElement[] =>
  tree.named('pb').filter((e) => /^\d+$/.test(e.attributes['n'] ?? '') && e.attributes['xml:id']?.startsWith('pg_'));
/** Documents in the middle of a chapter, whose neighbours tell their number. */
const betweenDocuments = (tree: TeiTree): readonly TeiElement[] => tree.documents.slice(1, -1);
const paragraphs = (tree: TeiTree): readonly TeiElement[] =>
  inDocuments('p')(tree).filter(
    (p) => longTextOf(p) !== undefined && ancestor(p, 'note', 'list', 'table') === undefined,
  );

function longTextOf(element: TeiElement): TeiText | undefined {
  return element.children.find(
    (child): child is TeiText =>
      child.kind === 'text' && / \p{Ll}{4,} \p{Ll}{4,} /u.test(child.text) && !child.text.includes('&'),
  );
}

/** Edits that put something into a paragraph between two plain words. */
function intoWords(
  paragraph: TeiElement,
  tree: TeiTree,
  write: (before: string, after: string) => string,
): Change | undefined {
  const text = longTextOf(paragraph);
  const match = text && / (\p{Ll}{4,}) (\p{Ll}{4,}) /u.exec(text.text);
  if (text === undefined || match === null || match === undefined) return undefined;
  const span = new TextPlaces(tree.source).span(text, match.index, match.index + match[0].length);
  return { edits: [{ ...span, by: ` ${write(match[1] ?? '', match[2] ?? '')} ` }], at: span.start };
}

function rename(element: TeiElement, tree: TeiTree, name: string): Change {
  const { text } = tree.source;
  const written = /^<([^\s/>]+)/.exec(text.slice(element.start, element.startEnd))?.[1] ?? element.local;
  const open = { start: element.start + 1, end: element.start + 1 + written.length, by: name };
  if (text[element.startEnd - 2] === '/') return { edits: [open] };
  const end = text.lastIndexOf(`</${written}`, element.end);
  return { edits: [open, { start: end + 2, end: end + 2 + written.length, by: name }] };
}

function setAttribute(element: TeiElement, tree: TeiTree, name: string, value: string | undefined): Change | undefined {
  const { text } = tree.source;
  const span = attributePlace(tree.source, element, name);
  if (span.start === element.start) return undefined;
  const by = value === undefined ? '' : `${text.slice(span.start, text.indexOf('=', span.start) + 1)}"${value}"`;
  return { edits: [{ ...span, by: by + lineEnds(text.slice(span.start, span.end)) }], at: span.start };
}

function lineEnds(text: string): string {
  return text.replace(/[^\n]/g, '');
}

function remove(element: TeiElement, tree: TeiTree): Edit {
  return { start: element.start, end: element.end, by: lineEnds(sourceOf(element, tree)) };
}

function sourceOf(element: TeiElement, tree: TeiTree): string {
  return tree.source.text.slice(element.start, element.end);
}

/** The element once more right after itself, on one line. */
function double(element: TeiElement, tree: TeiTree): Change {
  const copy = sourceOf(element, tree).replace(/\s*\n\s*/g, ' ');
  return { edits: [{ start: element.end, end: element.end, by: copy }], at: element.end };
}

/** The element at another place, on one line there. */
function move(element: TeiElement, tree: TeiTree, to: number): Change {
  const copy = sourceOf(element, tree).replace(/\s*\n\s*/g, ' ');
  return { edits: [remove(element, tree), { start: to, end: to, by: copy }], at: to };
}

function nextOf(list: readonly TeiElement[], element: TeiElement): TeiElement | undefined {
  return list[list.indexOf(element) + 1];
}

function misspell(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * Math.max(1, word.length - 1));
  return `${word.slice(0, at)}q${word.slice(at)}`;
}

function attributeValue(element: TeiElement, attribute: string): string {
  return element.attributes[attribute] ?? '';
}

/** Adds days to the date of an ISO 8601 text. */
function shiftDay(iso: string, days: number): string {
  const day = new Date(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) + days * 86_400_000);
  return day.toISOString().slice(0, 10) + iso.slice(10);
}

const printedDates = (tree: TeiTree): readonly TeiElement[] =>
  inDocuments('date')(tree).filter((e) => {
    const isPlain =
      /^(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}$/.test(
        textOf(e),
      );
    return isPlain && /^\d{4}-\d\d-\d\d/.test(attributeValue(e, 'when'));
  });

const references = (pattern: RegExp, words: RegExp) => (tree: TeiTree) =>
  tree
    .named('ref')
    .filter(
      (e) =>
        pattern.test(attributeValue(e, 'target')) &&
        words.test(textOf(e)) &&
        tree.ids.has(attributeValue(e, 'target').slice(1)),
    );

function redirect(
  site: TeiElement,
  tree: TeiTree,
  attribute: string,
  choose: (id: string) => boolean,
  random: Random,
): Change | undefined {
  const own = attributeValue(site, attribute).replace(/^#/, '');
  const others = [...tree.ids.keys()].filter((id) => id !== own && choose(id));
  const other = others[Math.floor(random() * others.length)];
  return other === undefined ? undefined : setAttribute(site, tree, attribute, `#${other}`);
}

/** The surname with which a list of persons prints an entry. */
function entryWords(tree: TeiTree, id: string): string {
  const item = ancestor(tree.ids.get(id)?.[0] ?? ({} as TeiElement), 'item');
  return item === undefined ? '' : textOf(item).toLowerCase();
}

/** The kinds of changes; each has redundancy in the encoding that must betray it. */
export const kinds: readonly Kind[] = [
  {
    name: 'element misspelt',
    codes: relaxng,
    sites: (t) => t.elements.filter((e) => e.document !== undefined),
    change: (e, t, r) => rename(e, t, misspell(e.local, r)),
  },
  {
    name: 'element misspelt in the front',
    codes: relaxng,
    sites: (t) => t.elements.filter((e) => ancestor(e, 'front', 'teiHeader') !== undefined),
    change: (e, t, r) => rename(e, t, misspell(e.local, r)),
  },
  {
    name: 'attribute misspelt',
    codes: /^VA01|^VA2|^VA3/,
    sites: (t) =>
      t.elements.filter(
        (e) =>
          ancestor(e, 'text') !== undefined &&
          Object.keys(e.attributes).some((a) => a in e.attributes && !a.includes(':')),
      ),
    change(e, t, r) {
      const name = Object.keys(e.attributes).find((a) => !a.includes(':')) ?? '';
      const span = attributePlace(t.source, e, name);
      return { edits: [{ start: span.start, end: span.start + name.length, by: misspell(name, r) }], at: span.start };
    },
  },
  ...(['div', 'hi', 'titlePart', 'note'] as const).map(
    (name): Kind => ({
      name: `value of ${name} misspelt`,
      codes: /^VA01|^VA531/,
      sites: (t) =>
        t.named(name).filter((e) => e.attributes['type'] !== undefined || e.attributes['rend'] !== undefined),
      change(e, t, r) {
        const attribute = e.attributes['type'] === undefined ? 'rend' : 'type';
        return setAttribute(e, t, attribute, misspell(attributeValue(e, attribute), r));
      },
    }),
  ),
  {
    name: 'head removed',
    codes: /^VA201|^VA01/,
    sites: documents,
    change: (e, t) => withHead(e, (head) => ({ edits: [remove(head, t)], at: e.start })),
  },
  {
    name: 'head doubled',
    codes: /^VA201|^VA01/,
    sites: documents,
    change: (e, t) => withHead(e, (head) => double(head, t)),
  },
  {
    name: 'head moved to the end',
    codes: /^VA01|^VA201/,
    sites: documents,
    change: (e, t) => withHead(e, (head) => move(head, t, t.source.text.lastIndexOf('</', e.end - 1))),
  },
  {
    name: 'note removed',
    codes: /^VA32/,
    sites: (t) => numberedNotes(t).filter((e) => isInRow(e, numberedNotes(t), -1) && isInRow(e, numberedNotes(t), 1)),
    change(e, t) {
      const next = nextOf(numberedNotes(t), e);
      return next === undefined ? undefined : { edits: [remove(e, t)], at: attributePlace(t.source, next, 'n').start };
    },
  },
  { name: 'note doubled', codes: /^VA301|^VA321|^VA019/, sites: numberedNotes, change: (e, t) => double(e, t) },
  {
    name: 'note moved to another document',
    codes: /^VA303|^VA32|^VA203/,
    sites: numberedNotes,
    change(e, t, r) {
      const others = paragraphs(t).filter((p) => p.document !== e.document);
      const other = others[Math.floor(r() * others.length)];
      return other === undefined ? undefined : move(e, t, other.startEnd);
    },
  },
  {
    name: 'note number skipped',
    codes: /^VA32/,
    sites: (t) => numberedNotes(t).filter((e) => isInRow(e, numberedNotes(t), -1)),
    change: (e, t) => setAttribute(e, t, 'n', String(Number(e.attributes['n']) + 1)),
  },
  {
    name: 'note number doubled',
    codes: /^VA32/,
    sites: (t) => numberedNotes(t).filter((e) => isInRow(e, numberedNotes(t), -1)),
    change: (e, t) => setAttribute(e, t, 'n', String(Number(e.attributes['n']) - 1)),
  },
  {
    name: 'note without number',
    codes: /^VA216|^VA01/,
    sites: numberedNotes,
    change: (e, t) => startTag(setAttribute(e, t, 'n', undefined), e),
  },
  {
    name: 'note without id',
    codes: /^VA217|^VA01/,
    sites: (t) => numberedNotes(t).filter((e) => e.attributes['xml:id'] !== undefined),
    change: (e, t) => startTag(setAttribute(e, t, 'xml:id', undefined), e),
  },
  {
    name: 'note emptied',
    codes: /^VA431|^VA430/,
    sites: numberedNotes,
    change: (e, t) => ({
      edits: [
        { start: e.startEnd, end: contentEnd(e, t), by: lineEnds(t.source.text.slice(e.startEnd, contentEnd(e, t))) },
      ],
      at: e.start,
    }),
  },
  {
    name: 'note in note',
    codes: /^VA202|^VA01/,
    sites: numberedNotes,
    change: (e) => ({
      edits: [{ start: e.startEnd, end: e.startEnd, by: '<note n="99">Not printed.</note>' }],
      at: e.startEnd,
    }),
  },
  {
    name: 'page break removed',
    codes: /^VA330/,
    sites: (t) => sourcePages(t).filter((e) => isInRow(e, sourcePages(t), -1) && isInRow(e, sourcePages(t), 1)),
    change: (e, t) => removedBefore(e, nextOf(sourcePages(t), e), t),
  },
  { name: 'page break doubled', codes: /^VA301|^VA331|^VA019/, sites: sourcePages, change: (e, t) => double(e, t) },
  {
    name: 'page break moved',
    codes: /^VA33/,
    sites: (t) => sourcePages(t).filter((e) => isInRow(e, sourcePages(t), 1)),
    change: (e, t) => {
      const next = nextOf(sourcePages(t), e);
      return next && move(e, t, next.end);
    },
  },
  {
    name: 'page number',
    codes: /^VA33/,
    sites: (t) => sourcePages(t).filter((e) => isInRow(e, sourcePages(t), -1)),
    change: (e, t) => setAttribute(e, t, 'n', String(Number(e.attributes['n']) + 10)),
  },
  {
    name: 'page id',
    codes: /^VA332|^VA301|^VA019|^VA01/,
    sites: sourcePages,
    change: (e, t) => setAttribute(e, t, 'xml:id', `${attributeValue(e, 'xml:id')}0`),
  },
  {
    name: 'facsimile doubled',
    codes: /^VA333/,
    sites: (t) =>
      t
        .named('pb')
        .slice(1)
        .filter((e) => e.attributes['facs'] !== undefined),
    change: (e, t) =>
      setAttribute(e, t, 'facs', attributeValue(t.named('pb')[t.named('pb').indexOf(e) - 1] ?? e, 'facs')),
  },
  {
    name: 'id doubled',
    codes: /^VA301|^VA019/,
    sites: (t) => t.elements.filter((e, i) => i > 50 && e.attributes['xml:id'] !== undefined),
    change(e, t, r) {
      const ids = [...t.ids.keys()].slice(0, [...t.ids.keys()].indexOf(attributeValue(e, 'xml:id')));
      const id = ids[Math.floor(r() * ids.length)];
      return id === undefined ? undefined : setAttribute(e, t, 'xml:id', id);
    },
  },
  {
    name: 'document id',
    codes: /^VA304|^VA302/,
    sites: documents,
    change: (e, t) => setAttribute(e, t, 'xml:id', `${attributeValue(e, 'xml:id')}9`),
  },
  {
    name: 'document without id',
    codes: /^VA305|^VA01/,
    sites: documents,
    change: (e, t) => startTag(setAttribute(e, t, 'xml:id', undefined), e),
  },
  {
    name: 'document number',
    codes: /^VA304|^VA31/,
    sites: betweenDocuments,
    change: (e, t) => setAttribute(e, t, 'n', String(Number.parseInt(attributeValue(e, 'n'), 10) + 100)),
  },
  { name: 'document doubled', codes: /^VA301|^VA310|^VA019/, sites: documents, change: (e, t) => double(e, t) },
  {
    name: 'document moved',
    codes: /^VA310/,
    sites: betweenDocuments,
    change: (e, t) => {
      const next = nextOf(t.documents, e);
      return next?.parent === e.parent ? next && move(e, t, next.end) : undefined;
    },
  },
  {
    name: 'number in the heading',
    codes: /^VA311/,
    sites: (t) =>
      t.documents.filter(
        (e) =>
          withHead(e, (h) =>
            /^\d+\. /.test(h.children[0]?.kind === 'text' ? h.children[0].text : '') ? { edits: [] } : undefined,
          ) !== undefined,
      ),
    change: (e) => withHead(e, (h) => ({ edits: [{ start: h.startEnd, end: h.startEnd, by: '9' }], at: h.start })),
  },
  {
    name: 'reference to nothing',
    codes: /^VA340/,
    sites: (t) => t.named('ref').filter((e) => t.ids.has(attributeValue(e, 'target').slice(1))),
    change: (e, t) => setAttribute(e, t, 'target', `${attributeValue(e, 'target')}999`),
  },
  {
    name: 'reference without #',
    codes: /^VA341/,
    sites: (t) => t.named('ref').filter((e) => t.ids.has(attributeValue(e, 'target').slice(1))),
    change: (e, t) => setAttribute(e, t, 'target', attributeValue(e, 'target').slice(1)),
  },
  {
    name: 'reference to another document',
    codes: /^VA345/,
    sites: references(/^#d\d+$/, /^Document \d+$/),
    change: (e, t, r) => redirect(e, t, 'target', (id) => /^d\d+$/.test(id), r),
  },
  {
    name: 'reference to another page',
    codes: /^VA345/,
    sites: references(/^#pg_\d+$/, /^\d{2,}$/),
    change: (e, t, r) => redirect(e, t, 'target', (id) => /^pg_\d+$/.test(id) && !id.endsWith(textOf(e)), r),
  },
  {
    name: 'person to nobody',
    codes: /^VA340/,
    sites: (t) => t.named('persName').filter((e) => t.ids.has(attributeValue(e, 'corresp').slice(1))),
    change: (e, t, r) => setAttribute(e, t, 'corresp', misspell(attributeValue(e, 'corresp'), r)),
  },
  {
    name: 'person to a term',
    codes: /^VA350/,
    sites: (t) => inDocuments('persName')(t).filter((e) => t.ids.has(attributeValue(e, 'corresp').slice(1))),
    change: (e, t, r) => redirect(e, t, 'corresp', (id) => id.startsWith('t_'), r),
  },
  {
    name: 'person to another person',
    codes: /^VA355/,
    sites: (t) =>
      inDocuments('persName')(t).filter((e) =>
        new RegExp(`^${textOf(e).toLowerCase()},`).test(entryWords(t, attributeValue(e, 'corresp').slice(1))),
      ),
    change: (e, t, r) =>
      redirect(
        e,
        t,
        'corresp',
        (id) => id.startsWith('p_') && entryWords(t, id) !== '' && !entryWords(t, id).includes(textOf(e).toLowerCase()),
        r,
      ),
  },
  {
    name: 'gloss to nothing',
    codes: /^VA340/,
    sites: (t) => t.named('gloss').filter((e) => t.ids.has(attributeValue(e, 'target').slice(1))),
    change: (e, t) => setAttribute(e, t, 'target', `${attributeValue(e, 'target')}x9`),
  },
  {
    name: 'gloss to a person',
    codes: /^VA351/,
    sites: (t) => inDocuments('gloss')(t).filter((e) => t.ids.has(attributeValue(e, 'target').slice(1))),
    change: (e, t, r) => redirect(e, t, 'target', (id) => id.startsWith('p_'), r),
  },
  {
    name: 'gloss to another term',
    codes: /^VA357/,
    sites: (t) =>
      inDocuments('gloss')(t).filter((e) =>
        entryWords(t, attributeValue(e, 'target').slice(1)).startsWith(`${textOf(e).toLowerCase()},`),
      ),
    change: (e, t, r) =>
      redirect(
        e,
        t,
        'target',
        (id) => id.startsWith('t_') && entryWords(t, id) !== '' && !entryWords(t, id).includes(textOf(e).toLowerCase()),
        r,
      ),
  },
  {
    name: 'entry removed',
    codes: /^VA340/,
    sites: (t) => t.named('term').filter((e) => firstUse(t, e) !== undefined),
    change: (e, t) => {
      const item = ancestor(e, 'item');
      const use = firstUse(t, e);
      return item && use && { edits: [remove(item, t)], at: attributePlace(t.source, use, 'target').start };
    },
  },
  {
    name: 'date contradicting its words',
    codes: /^VA500/,
    sites: printedDates,
    change: (e, t) => setAttribute(e, t, 'when', shiftDay(attributeValue(e, 'when'), 1)),
  },
  {
    name: 'year contradicting the words',
    codes: /^VA500/,
    sites: printedDates,
    change: (e, t) =>
      setAttribute(
        e,
        t,
        'when',
        attributeValue(e, 'when').replace(/^\d{4}/, (y) => String(Number(y) + 1)),
      ),
  },
  {
    name: 'no such day',
    codes: /^VA501|^VA01/,
    sites: printedDates,
    change: (e, t) => setAttribute(e, t, 'when', attributeValue(e, 'when').replace(/-\d\d-\d\d/, '-02-30')),
  },
  {
    name: 'date without value',
    codes: /^VA503/,
    sites: printedDates,
    change: (e, t) => startTag(setAttribute(e, t, 'when', undefined), e),
  },
  {
    name: 'date not marked',
    codes: /^VA520|^VA209/,
    sites: (t) => printedDates(t).filter((e) => e.parent?.name === 'dateline' && t.source.text[e.end - 1] === '>'),
    change: (e, t) =>
      e.parent && {
        edits: [
          { start: e.start, end: e.startEnd, by: lineEnds(t.source.text.slice(e.start, e.startEnd)) },
          { start: contentEnd(e, t), end: e.end, by: '' },
        ],
        at: e.parent.start,
      },
  },
  {
    name: 'row doubled',
    codes: /^VA360|^VA413/,
    sites: declared('rows'),
    change: (e, t) => withRow(e, (row) => ({ ...double(row, t), at: attributePlace(t.source, e, 'rows').start })),
  },
  {
    name: 'row removed',
    codes: /^VA36/,
    sites: declared('rows'),
    change: (e, t) => withRow(e, (row) => ({ edits: [remove(row, t)], at: attributePlace(t.source, e, 'rows').start })),
  },
  {
    name: 'column removed',
    codes: /^VA361/,
    sites: declared('cols'),
    change: (e, t) => ({
      edits: childElements(e, 'row').flatMap((row) => {
        const last = childElements(row, 'cell').at(-1);
        return last === undefined ? [] : [remove(last, t)];
      }),
      at: attributePlace(t.source, e, 'cols').start,
    }),
  },
  {
    name: 'cell removed',
    codes: /^VA362|^VA361/,
    sites: (t) => declared('cols')(t).filter((e) => childElements(e, 'row').length > 3),
    change: (e, t) =>
      withRow(e, (row) => {
        const cell = childElements(row, 'cell')[0];
        return cell && { edits: [remove(cell, t)], at: row.start };
      }),
  },
  {
    name: 'text in a table',
    codes: relaxng,
    sites: (t) => t.named('table'),
    change: (e) => ({ edits: [{ start: e.startEnd, end: e.startEnd, by: 'lost words' }], at: e.startEnd }),
  },
  {
    name: 'paragraph doubled',
    codes: /^VA413|^VA301|^VA019/,
    sites: (t) => paragraphs(t).filter((p) => textOf(p).length > 60 && !textOf(p).includes('not declassified')),
    change: (e, t) => double(e, t),
  },
  {
    name: 'paragraph in a date',
    codes: relaxng,
    sites: inDocuments('date'),
    change: (e) => ({ edits: [{ start: e.startEnd, end: e.startEnd, by: '<p>Lost words.</p>' }], at: e.startEnd }),
  },
  {
    name: 'paragraph emptied',
    codes: /^VA430/,
    sites: paragraphs,
    change: (e, t) => ({
      edits: [
        { start: e.startEnd, end: contentEnd(e, t), by: lineEnds(t.source.text.slice(e.startEnd, contentEnd(e, t))) },
      ],
      at: e.start,
    }),
  },
  {
    name: 'unknown element',
    codes: relaxng,
    sites: paragraphs,
    change: (e, t) => intoWords(e, t, (a, b) => `${a} <blink>now</blink> ${b}`),
  },
  {
    name: 'source note without type',
    codes: /^VA531|^VA530/,
    sites: (t) =>
      inDocuments('note')(t).filter((e) => e.attributes['type'] === 'source' && /^Source: /.test(textOf(e))),
    change: (e, t) => startTag(setAttribute(e, t, 'type', undefined), e),
  },
  {
    name: 'source note removed',
    codes: /^VA530/,
    sites: (t) =>
      inDocuments('note')(t).filter(
        (e) => e.attributes['type'] === 'source' && ancestor(e, 'head')?.parent === e.document,
      ),
    change: (e, t) => e.document && { edits: [remove(e, t)], at: e.document.start },
  },
  {
    name: 'reminder',
    codes: /^VA450/,
    sites: paragraphs,
    change: (e, t) => intoWords(e, t, (a, b) => `${a} [check] ${b}`),
  },
  {
    name: 'letter for digit',
    codes: /^VA411/,
    sites: paragraphs,
    change: (e, t) => intoWords(e, t, (a, b) => `${a} l964 ${b}`),
  },
  {
    name: 'doubled word',
    codes: /^VA412/,
    sites: paragraphs,
    change: (e, t) => intoWords(e, t, (a, b) => `${a} the the ${b}`),
  },
  {
    name: 'space before comma',
    codes: /^VA410/,
    sites: paragraphs,
    change: (e, t) => intoWords(e, t, (a, b) => `${a} , ${b}`),
  },
  {
    name: 'control character',
    codes: /^VA400/,
    sites: paragraphs,
    change: (e, t) => intoWords(e, t, (a, b) => `${a}\u008E ${b}`),
  },
  {
    name: 'look-alike letter',
    codes: /^VA401/,
    sites: paragraphs,
    change: (e, t) => intoWords(e, t, (a, b) => `${a} Rόmulo ${b}`),
  },
  {
    name: 'quotation mark',
    codes: /^VA421/,
    sites: paragraphs,
    change: (e, t) => intoWords(e, t, (a, b) => `${a}“ ${b}`),
  },
];

/** The place of the start tag, where what is missing from it is reported. */
function startTag(change: Change | undefined, element: TeiElement): Change | undefined {
  return change && { ...change, at: element.start };
}

function withHead(element: TeiElement, change: (head: TeiElement) => Change | undefined): Change | undefined {
  const [head] = childElements(element, 'head');
  return head && change(head);
}

function withRow(table: TeiElement, change: (row: TeiElement) => Change | undefined): Change | undefined {
  const rows = childElements(table, 'row');
  const row = rows[Math.floor(rows.length / 2)];
  return row && change(row);
}

/** Tables whose declared size is right, so that a change is what makes it wrong; all rows as wide. */
function declared(attribute: 'rows' | 'cols'): (tree: TeiTree) => readonly TeiElement[] {
  return (tree) =>
    tree.named('table').filter((table) => {
      const rows = childElements(table, 'row');
      const widths = new Set(rows.map((row) => childElements(row, 'cell').length));
      const isPlain = widths.size === 1 && !tree.source.text.slice(table.start, table.end).includes('<cell rows');
      const real = attribute === 'rows' ? rows.length : [...widths][0];
      return isPlain && (real ?? 0) > 1 && Number(table.attributes[attribute]) === real;
    });
}

function contentEnd(element: TeiElement, tree: TeiTree): number {
  return tree.source.text.lastIndexOf('</', element.end);
}

/** Whether the neighbour before (-1) or after (1) has the neighbouring number in the same document or series. */
function isInRow(element: TeiElement, list: readonly TeiElement[], step: -1 | 1): boolean {
  const other = list[list.indexOf(element) + step];
  return (
    other !== undefined &&
    (other.name === 'pb' || other.document === element.document) &&
    Number(other.attributes['n']) === Number(element.attributes['n']) + step
  );
}

function removedBefore(element: TeiElement, next: TeiElement | undefined, tree: TeiTree): Change | undefined {
  return next && { edits: [remove(element, tree)], at: attributePlace(tree.source, next, 'n').start };
}

function firstUse(tree: TeiTree, entry: TeiElement): TeiElement | undefined {
  const pointer = `#${attributeValue(entry, 'xml:id')}`;
  return tree
    .named('gloss')
    .find((e) => e.attributes['target'] === pointer && ancestor(e, 'item') !== ancestor(entry, 'item'));
}

/** Makes one change of a kind at a random place; undefined where the volume has no place for it. */
export function mutate(tree: TeiTree, kind: Kind, random: Random): Mutation | undefined {
  const sites = kind.sites(tree);
  const site = sites[Math.floor(random() * sites.length)];
  const change = site && kind.change(site, tree, random);
  const [first] = change?.edits ?? [];
  if (change === undefined || first === undefined) return undefined;
  const edits = [...change.edits].sort((a, b) => b.start - a.start);
  let text = tree.source.text;
  for (const { start, end, by } of edits) text = text.slice(0, start) + by + text.slice(end);
  const line = tree.source.positionAt(change.at ?? first.start).line;
  return { kind: kind.name, text, line, codes: kind.codes };
}
