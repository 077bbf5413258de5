import { suggest } from '../../diagnostics/suggest.js';
import { attributePlace, type TeiElement, type TeiTree, textOf } from '../tree.js';
import { pageNumber } from './page-breaks.js';
import type { Rule, RuleContext } from './rule.js';

/** The attributes that point, by element; `frus` volumes use no others. */
const pointers: Readonly<Record<string, readonly string[]>> = {
  ref: ['target'],
  ptr: ['target'],
  persName: ['corresp'],
  gloss: ['target', 'corresp'],
  signed: ['corresp'],
  note: ['target'],
  msDesc: ['corresp'],
  correspDesc: ['corresp'],
  textClass: ['corresp'],
  catRef: ['target'],
};

/** The attributes that point on any element, each to one place or several in the file: a category, a person responsible, a style. */
const lists = ['ana', 'resp', 'rendition'] as const;

/** For how many dead references an id is looked for that may be meant: one by one, that is too slow for a whole dead index. */
const mostGuesses = 40;

interface PointerContext extends RuleContext {
  readonly guesses: { left: number };
}

/** Pointers lead somewhere, and to what their words say. */
export const references: Rule = {
  codes: ['VA340', 'VA341', 'VA342', 'VA343', 'VA344', 'VA345', 'VA346'],
  scope: 'volume',
  asks: { names: [...Object.keys(pointers), 'front', 'taxonomy'], attributes: lists },
  check(rule) {
    const context: PointerContext = { ...rule, guesses: { left: mostGuesses } };
    for (const [name, attributes] of Object.entries(pointers)) {
      for (const element of context.tree.named(name)) {
        for (const attribute of attributes) {
          const value = element.attributes[attribute];
          if (value !== undefined) checkPointer(element, attribute, value, context);
        }
        if (name === 'ref' && element.attributes['target'] === undefined) context.report('VA343', element);
      }
    }
    for (const element of context.tree.elements) {
      for (const attribute of lists) {
        const value = element.attributes[attribute];
        if (value !== undefined) checkList(element, attribute, value, context);
      }
    }
  },
};

function checkPointer(element: TeiElement, attribute: string, value: string, context: PointerContext): void {
  const { tree, report } = context;
  const where = { element, attribute };
  if (/^(?:https?|mailto|ftp):/.test(value)) return;
  if (value === '' || value === '#' || /\s/.test(value.trim()) || /^(?:##|[^\w#/%])/.test(value)) {
    report('VA342', where, { value });
    return;
  }
  const [file = '', id = ''] = value.startsWith('#') ? ['', value.slice(1)] : value.split('#', 2);
  if (file === '') checkInside(element, attribute, id, context);
  else if (value.includes('#') || isVolume(file)) checkOutside(element, attribute, file, id, context);
  else if (tree.ids.has(file)) {
    const place = attributePlace(tree.source, element, attribute);
    const start = place.start + tree.source.slice(place.start, place.end).indexOf(value, attribute.length);
    const isPlain = start >= place.start;
    report('VA341', where, { value }, isPlain ? [{ start, end: start, replacement: '#' }] : undefined);
  } else if (!value.startsWith('/')) report('VA340', where, { value, near: '' });
}

function checkList(element: TeiElement, attribute: string, value: string, context: PointerContext): void {
  for (const pointer of value.split(/\s+/)) {
    if (pointer.startsWith('#') || context.tree.ids.has(pointer)) checkPointer(element, attribute, pointer, context);
  }
}

function isVolume(name: string): boolean {
  return /^frus\d{4}/.test(name);
}

/** A file of one document points to what only its volume holds: other documents, pages, the lists of persons and terms, taxonomies. */
function isToVolume(id: string, tree: TeiTree): boolean {
  const [document, ...others] = tree.documents;
  if (document === undefined || others.length > 0 || tree.named('front').length > 0) return false;
  if (/^(?:[pt]_|pg_|d\d)/.test(id)) return !id.startsWith(`${document.attributes['xml:id']}fn`);
  return tree.named('taxonomy').length === 0;
}

function checkInside(element: TeiElement, attribute: string, id: string, context: PointerContext): void {
  const { tree, report } = context;
  const target = tree.ids.get(id)?.[0];
  if (target === undefined) {
    if (isToVolume(id, tree)) return;
    const near = context.guesses.left-- > 0 ? suggest(id, candidates(tree, id)) : undefined;
    report('VA340', { element, attribute }, { value: `#${id}`, near: near === undefined ? '' : ` Is #${near} meant?` });
    return;
  }
  if (element.name === 'ref') checkWords(element, target, context);
}

/** Ids of the same kind, which a misspelt one could mean. */
function candidates(tree: TeiTree, id: string): readonly string[] {
  const kind = /^[a-z]+_?/i.exec(id)?.[0] ?? '';
  if (kind === 'pg_') return [];
  return [...tree.ids.keys()].filter((key) => key.startsWith(kind) && Math.abs(key.length - id.length) <= 1);
}

/** The printed words of a reference (`Document 54`, `footnote 3`, `738`) against the number of what it points to. */
function checkWords(element: TeiElement, target: TeiElement, { report }: PointerContext): void {
  const words = textOf(element, false);
  const printed = printedNumber(words, target);
  const actual = target.attributes['n'];
  if (printed === undefined || actual === undefined) return;
  const bare = actual.replace(/^\[|\]$/g, '').toLowerCase();
  if (bare === printed.toLowerCase() || (target.name === 'pb' && isShortened(printed, bare))) return;
  if (target.name === 'pb' && pageNumber(actual)?.series !== pageNumber(printed)?.series) return;
  report('VA345', { element, attribute: 'target' }, { words, name: nameOf(target), n: actual });
}

function printedNumber(words: string, target: TeiElement): string | undefined {
  if (target.name === 'pb') return /^(?:pp?\. ?)?(\d+|[IVXLCDM]+|[ivxlcdm]+)n?$/.exec(words)?.[1];
  if (target.name === 'note') return /^(?:foot)?notes? (\d+)$/i.exec(words)?.[1];
  if (target.attributes['type'] === 'document')
    return /^(?:(?:Document|Doc\.|No\.) ?)?(\d+[A-Za-z]?)$/.exec(words)?.[1];
  return undefined;
}

/** The end of a range is often printed without the hundreds: `738–39`. */
function isShortened(printed: string, actual: string): boolean {
  return printed.length < actual.length && actual.endsWith(printed);
}

function nameOf(target: TeiElement): string {
  return { pb: 'page', note: 'note' }[target.name] ?? 'document';
}

function checkOutside(element: TeiElement, attribute: string, file: string, id: string, context: PointerContext): void {
  const { tree, report, volumes } = context;
  const volume = file.replace(/\.xml$/, '');
  const where = { element, attribute };
  if (volume === tree.root?.attributes['xml:id']) {
    if (id !== '') checkInside(element, attribute, id, context);
    return;
  }
  if (volumes?.hasVolume(volume) === true) {
    if (id !== '' && !volumes.hasId(volume, id)) report('VA346', where, { volume, id });
  } else if (!isVolume(volume)) report('VA344', where, { volume });
}
