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

/** Persons and terms: each pointer leads to an entry that its words can mean, each entry is used, none stands twice. */
export const personsAndTerms: Rule = {
  codes: ['VA350', 'VA351', 'VA352', 'VA353', 'VA354', 'VA355', 'VA356', 'VA357'],
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
  for (const name of ['persName', 'gloss', 'ref', 'signed', 'orgName']) {
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

function checkPersonPointers(persons: ReadonlyMap<string, Entry>, { tree, report }: RuleContext): void {
  if (persons.size === 0) return;
  const bySurname = groupByKey(persons);
  const ambiguous = new Map<string, TeiElement[]>();
  for (const element of tree.named('persName')) {
    const pointer = element.attributes['corresp'];
    if (element.attributes['xml:id'] !== undefined || element.document === undefined) continue;
    const form = textOf(element, false).replace(/['’]s?$/, '');
    const surname = fold(form.split(/[\s]+/).at(-1) ?? '').replace(/[.,;:]$/, '');
    const named = bySurname.get(surname) ?? [];
    if (pointer === undefined) {
      if (named.length > 1 && form.split(/\s+/).length === 1) addTo(ambiguous, surname, element);
      continue;
    }
    const id = pointer.replace(/^#/, '');
    const target = tree.ids.get(id)?.[0];
    if (target !== undefined && target.name !== 'persName' && target.name !== 'person') {
      report('VA350', { element, attribute: 'corresp' }, { id, name: target.name, list: 'persons' });
    }
    const entry = persons.get(id);
    if (entry === undefined || named.length === 0 || isMeant(form, entry)) continue;
    const [other] = named;
    if (other !== undefined) {
      report('VA355', { element, attribute: 'corresp' }, { form, entry: entry.name, other: other.name, id: other.id });
    }
  }
  for (const [surname, [first, ...others]] of ambiguous) {
    if (first === undefined) continue;
    const ids = (bySurname.get(surname) ?? []).map(({ id }) => id).join(', ');
    report('VA356', first, { form: textOf(first, false), ids, others: others.length });
  }
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

/** Whether a form can name an entry: one of its words of four letters or more, or its last word, stands in the entry's item. */
function isMeant(form: string, entry: Entry): boolean {
  const words = fold(form)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3);
  return words.length === 0 || words.some((word) => entry.item.includes(word));
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
