import { suggest } from '../../diagnostics/suggest.js';
import { plural } from '../../diagnostics/words.js';
import { ancestor, type TeiElement, type TeiTree, textOf } from '../tree.js';
import type { Rule, RuleContext } from './rule.js';

/** An entry of the persons or terms list. */
interface Entry {
  readonly id: string;
  readonly element: TeiElement;
  /** `Rusk, Dean`; `NSC`. */
  readonly name: string;
  /** What stands before the comma, folded: `rusk`; `nsc`. */
  readonly key: string;
  /** The whole item with its description, folded. */
  readonly item: string;
}

/** The elements that point to entries. */
const POINTING = ['persName', 'gloss', 'ref', 'signed', 'orgName'] as const;

/** Persons and terms: each pointer leads to an entry that its words can mean, each entry is used, none stands twice. */
export const personsAndTerms: Rule = {
  codes: ['VA350', 'VA351', 'VA352', 'VA353', 'VA354', 'VA355', 'VA356', 'VA357'],
  scope: 'volume',
  asks: { names: ['persName', 'term', ...POINTING] },
  check(context) {
    const { tree } = context;
    const persons = entriesOf(tree, 'persName');
    const terms = entriesOf(tree, 'term');
    const used = usedIds(tree);
    checkEntries(persons, used, 'VA352', context);
    checkEntries(terms, used, 'VA353', context);
    checkPersonPointers(persons, context);
    checkTermPointers(terms, context);
  },
};

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase();
}

function entriesOf(tree: TeiTree, element: string): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const named of tree.named(element)) {
    const id = named.attributes['xml:id'];
    const item = ancestor(named, 'item');
    if (id === undefined || item === undefined || entries.has(id) || named.attributes['type'] === 'alt') continue;
    const name = textOf(named).replace(/,$/, '');
    entries.set(id, { id, element: named, name, key: fold(name.split(',')[0] ?? ''), item: fold(textOf(item)) });
  }
  return entries;
}

function usedIds(tree: TeiTree): ReadonlySet<string> {
  const used = new Set<string>();
  for (const name of POINTING) {
    for (const element of tree.named(name)) {
      for (const value of [element.attributes['corresp'], element.attributes['target']]) {
        if (value !== undefined) used.add(value.replace(/^#/, ''));
      }
    }
  }
  return used;
}

function checkEntries(
  entries: ReadonlyMap<string, Entry>,
  used: ReadonlySet<string>,
  unused: 'VA352' | 'VA353',
  { report }: RuleContext,
): void {
  const byName = new Map<string, Entry>();
  for (const entry of entries.values()) {
    if (!used.has(entry.id)) report(unused, entry.element, { name: entry.name });
    const other = byName.get(fold(entry.name));
    if (other !== undefined && entry.name !== '') report('VA354', entry.element, { name: entry.name, other: other.id });
    byName.set(fold(entry.name), entry);
  }
}

function checkPersonPointers(persons: ReadonlyMap<string, Entry>, context: RuleContext): void {
  if (persons.size === 0) return;
  const bySurname = groupByKey(persons);
  const ambiguous = new Map<string, TeiElement[]>();
  for (const element of context.tree.named('persName')) {
    if (element.attributes['xml:id'] !== undefined || element.document === undefined) continue;
    const form = textOf(element, false).replace(/['’]s?$/, '');
    const surname = fold(form.split(/\s+/).at(-1) ?? '').replace(/[.,;:]$/, '');
    const named = bySurname.get(surname) ?? [];
    const pointer = element.attributes['corresp'];
    if (pointer !== undefined)
      checkPersonPointer(element, form, pointer.replace(/^#/, ''), { persons, named, context });
    else if (named.length > 1 && !/\s/.test(form)) addTo(ambiguous, surname, element);
  }
  for (const [surname, [first, ...others]] of ambiguous) {
    if (first === undefined) continue;
    const entries = (bySurname.get(surname) ?? []).map(({ name, id }) => `${name} (${id})`).join(' or ');
    const where = others.length === 0 ? 'here' : `here and in ${plural(others.length, 'more place')}`;
    context.report('VA356', first, { form: textOf(first, false), entries, where });
  }
}

/** What a pointer is compared with: all entries, and those whose surname is the name in the text. */
interface Candidates {
  readonly persons: ReadonlyMap<string, Entry>;
  readonly named: readonly Entry[];
  readonly context: RuleContext;
}

function checkPersonPointer(
  element: TeiElement,
  form: string,
  id: string,
  { persons, named, context }: Candidates,
): void {
  const { tree, report } = context;
  const where = { element, attribute: 'corresp' };
  const target = tree.ids.get(id)?.[0];
  if (target !== undefined && target.name !== 'persName' && target.name !== 'person') {
    report('VA350', where, { id, name: target.name, list: 'persons' });
  }
  const entry = persons.get(id);
  const [other] = named;
  if (entry === undefined || other === undefined || isMeant(form, entry) || isSpelling(form, entry, other)) return;
  report('VA355', where, { form, entry: entry.name, other: other.name, id: other.id });
}

function addTo(map: Map<string, TeiElement[]>, key: string, element: TeiElement): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [element]);
  else list.push(element);
}

function groupByKey(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries.values()) groups.set(entry.key, [...(groups.get(entry.key) ?? []), entry]);
  return groups;
}

/** Whether a form can name an entry: one of its words stands in the entry's item. */
function isMeant(form: string, entry: Entry): boolean {
  const words = fold(form)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3);
  return words.length === 0 || words.some((word) => entry.item.includes(word));
}

/** Whether a full name is another spelling of an entry (Alexander Ginsburg of Ginzburg, Aleksandr) rather than the other of that surname. */
function isSpelling(form: string, entry: Entry, other: Entry): boolean {
  const words = fold(form).split(/\s+/);
  const initial = words[0]?.[0] ?? '';
  const isNear = suggest(words.at(-1) ?? '', [entry.key]) !== undefined;
  return words.length > 1 && isNear && initial === givenInitial(entry) && initial !== givenInitial(other);
}

function givenInitial({ name }: Entry): string {
  return fold(name.split(',')[1]?.trim() ?? '')[0] ?? '';
}

/** Abbreviations are compared letter for letter: a gloss that reads CIA and points to NSC is wrong. */
function checkTermPointers(terms: ReadonlyMap<string, Entry>, { tree, report }: RuleContext): void {
  const byTerm = groupByKey(terms);
  for (const element of tree.named('gloss')) {
    const id = element.attributes['target']?.replace(/^#/, '');
    if (id === undefined) continue;
    const target = tree.ids.get(id)?.[0];
    if (target !== undefined && target.name !== 'term') {
      report('VA351', { element, attribute: 'target' }, { id, name: target.name, list: 'terms' });
    }
    const entry = terms.get(id);
    const form = textOf(element, false);
    const key = fold(form);
    const [other] = byTerm.get(key) ?? [];
    const isOther = other !== undefined && entry !== undefined && other.id !== id && entry.key !== key;
    if (isOther && !entry.item.includes(key)) {
      report('VA357', { element, attribute: 'target' }, { form, entry: entry.name, id: other.id });
    }
  }
}
