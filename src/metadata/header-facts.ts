import type { PlainElement } from '../formats/xml-tree.js';
import type { VolumeRecord } from './bibliography.js';
import type { DocumentHeader } from './read-document.js';
import { childrenOf, wordsOf } from './tei-header.js';

/** Facts by their names, in words, as they are compared and shown to people: `drafted` → `Thompson, Davis`. What is said several times is parted by semicolons. */
export type NamedFacts = ReadonlyMap<string, string>;

/** All that the header says of a document, by the names that the manifest has for it; what it has no name for goes by that of its element. */
export function documentFacts(header: DocumentHeader, language = ''): NamedFacts {
  const facts = new GrowingFacts();
  facts.add('language', language);
  for (const child of elementsIn(header.creation)) {
    if (child.name === 'date') facts.add('date', dayOf(child));
    else facts.add(child.name === 'placeName' ? 'place' : child.name, wordsOf(child));
  }
  for (const child of elementsIn(header.textClass)) {
    const { scheme, target } = child.attributes;
    facts.add(scheme?.replace(/^#/, '') ?? child.name, target?.replace(/^#/, '') ?? wordsOf(child));
  }
  for (const part of elementsIn(header.msDesc)) addSource(facts, part);
  for (const action of childrenOf(header.correspDesc, 'correspAction')) {
    const { type = 'correspAction', subtype } = action.attributes;
    const name = subtype ?? PARTIES[type] ?? type;
    for (const child of elementsIn(action)) if (NAMES.has(child.name)) facts.add(name, meant(child));
  }
  return facts.all;
}

const PARTIES: Readonly<Record<string, string>> = { sent: 'from', received: 'to' };
const NAMES: ReadonlySet<string> = new Set(['persName', 'orgName', 'name']);

/** What a part of the description of a manuscript tells: where it is, what was done to it, or anything else. */
function addSource(facts: GrowingFacts, part: PlainElement): void {
  if (part.name === 'msIdentifier')
    for (const child of elementsIn(part)) facts.add(child.attributes['type'] ?? child.name, wordsOf(child));
  else if (part.name === 'msContents') addActs(facts, part);
  else facts.add(part.name, wordsOf(part));
}

function addActs(facts: GrowingFacts, contents: PlainElement): void {
  for (const item of childrenOf(contents, 'msItem'))
    for (const child of elementsIn(item)) {
      const act = childrenOf(child, 'resp')[0];
      if (child.name !== 'respStmt' || act === undefined) facts.add(child.name, wordsOf(child));
      else
        for (const name of elementsIn(child))
          if (name.name !== 'resp') facts.add(act.attributes['key'] ?? wordsOf(act), meant(name));
    }
}

/** A name, with what says whom it means. */
function meant(name: PlainElement): string {
  const pointers = ['role', 'corresp', 'ref'].flatMap((key) => name.attributes[key] ?? []);
  return pointers.length === 0 ? wordsOf(name) : `${wordsOf(name)} (${pointers.join(', ')})`;
}

function dayOf(date: PlainElement): string {
  const { when, from, to, notBefore, notAfter } = date.attributes;
  const range = [from ?? notBefore, to ?? notAfter].filter((day) => day !== undefined);
  const day = when ?? range.join(' to ');
  const words = wordsOf(date);
  return day === '' || words === '' ? day || words : `${words} (${day})`;
}

/** All that the header says of the volume. What is counted together from its documents is no fact of its own. */
export function volumeFacts(volume: VolumeRecord): NamedFacts {
  const facts = new GrowingFacts();
  const { title, parts, publisher, place, issued, modified, licence, description, provenance } = volume;
  for (const [name, words] of Object.entries({
    title,
    series: parts.series,
    'sub-series': parts.subseries,
    'volume number': parts.number,
    'volume title': parts.volume,
    publisher: publisher?.name,
    place,
    issued,
    modified,
    description,
    provenance,
    address: volume.address,
    contact: volume.contact,
  }))
    facts.add(name, words ?? '');
  facts.add('licence', licence === undefined ? '' : `${licence.text} (${licence.target})`);
  for (const { agent, role } of volume.contributions) facts.add(role, [agent.name, ...agent.ids].join(' '));
  for (const { type, value } of volume.identifiers) facts.add(`identifier (${type})`, value);
  for (const { term, address } of volume.subjects) facts.add('subject', [term, address ?? ''].join(' ').trim());
  for (const { type, identifier, title: of } of volume.relations)
    facts.add(`relation (${type})`, [of ?? '', identifier.value].join(' ').trim());
  for (const { funder, award, title: of } of volume.funding)
    facts.add('funding', [funder.name, award ?? '', of ?? ''].join(' ').trim());
  return facts.all;
}

function elementsIn(parent: PlainElement | undefined): readonly PlainElement[] {
  return (parent?.children ?? []).filter((child): child is PlainElement => typeof child !== 'string');
}

class GrowingFacts {
  readonly all = new Map<string, string>();

  add(name: string, words: string): void {
    if (words === '') return;
    const before = this.all.get(name);
    this.all.set(name, before === undefined ? words : `${before}; ${words}`);
  }
}
