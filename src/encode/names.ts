import type { Gloss, PersName } from '../model/document.js';
import type { Manifest, PersonEntry, SuppliedDocument } from '../model/manifest.js';
import type { Annotation } from './strand.js';

/** The persons and terms of a volume, found in running text by the forms in which they occur. */
export interface Names {
  /** Persons and terms in a text as annotations; surnames that fit several persons are told to `ambiguous` and left alone. */
  find(text: string, ambiguous: (name: Ambiguous) => void): readonly Annotation[];
  /** The person whom a name means, where it can mean only one. */
  person(name: string): string | undefined;
}

/** A name that fits several persons. */
export interface Ambiguous {
  readonly name: string;
  readonly candidates: readonly string[];
  /** Where it stands in the text. */
  readonly at: number;
}

interface Form {
  readonly text: string;
  readonly kind: 'person' | 'term';
  readonly ids: readonly string[];
  /** A surname alone: what stands before it can show that somebody else is meant. */
  readonly isSurname: boolean;
}

/** Words before a surname that say nothing of who is meant. */
const TITLES =
  /^(?:Mr|Mrs|Ms|Miss|Dr|President|Vice|Secretary|Ambassador|Minister|Chairman|General|Gen|Admiral|Adm|Colonel|Col|Senator|Congressman|Representative|Premier|Prime|Under|Deputy|Assistant|Director|Counselor|Chancellor|Governor|Judge|Professor|Foreign|Attorney|Acting|Captain|Major|Lord|Sir|The|When|After|Before|As|If|While|Although|Since|And|But|That|This|For|With|From|To|In|On|At|By|Both|Only|Even|Then|Thus|However|Now|Had|Did|Does|Is|Was|Will|Would|Should|Could|Can|May|Also|Neither|Nor|Or|So|Yet|Once|Until|Where|Why|How|What|Who|Whether|Here|There|Later|Today|Dear|State|Defense|Treasury)$/;

/** Words after a surname that make a thing of it: `Johnson Library`. */
const THING =
  /^\s(?:Library|Center|Centre|Administration|Airport|University|College|Papers|Files|Plan|Doctrine|Committee|Commission|Report|Street|Avenue|House|Building|Institute|Foundation|Act|Amendment)\b/;

/** A word with which a sentence ends: what stands before its full stop is none of the name's. An initial is no word. */
const SENTENCE_END = /\p{Ll}\.$/u;
const GIVEN_NAME_ABBREVIATED = /^(?:Alex|Benj|Chas|Edw|Fred|Geo|Jas|Jos|Robt|Saml|Theo|Thos|Wm)\.$/;

const NOTHING: Names = { find: () => [], person: () => undefined };

/** Reads the persons and terms of the manifest, with what it says of this document's ambiguous surnames. */
export function namesOf(volume: Manifest | undefined, document: SuppliedDocument | undefined): Names {
  if (volume === undefined) return NOTHING;
  const forms = new Map<string, Form>();
  const add = (text: string, kind: Form['kind'], id: string, isSurname: boolean): void => {
    const key = `${kind} ${text}`;
    const known = forms.get(key);
    if (text.length < 2) return;
    const ids = known === undefined ? [id] : [...new Set([...known.ids, id])];
    forms.set(key, { text, kind, ids, isSurname: isSurname && known?.isSurname !== false });
  };
  for (const person of volume.persons) addPerson(person, add);
  for (const term of volume.terms) for (const text of [term.term, ...term.forms]) add(text, 'term', term.id, false);
  for (const [text, id] of Object.entries(document?.names ?? {})) {
    forms.set(`person ${text}`, { text, kind: 'person', ids: [id], isSurname: false });
  }
  return new FormIndex([...forms.values()], new Map(volume.persons.map((person) => [person.id, person])));
}

function addPerson(
  person: PersonEntry,
  add: (text: string, kind: 'person', id: string, isSurname: boolean) => void,
): void {
  const [surname = '', given = ''] = person.name.split(/,\s*/);
  const bare = given.replace(/\s+(?:Jr|Sr|II|III)\.?$/, '');
  add(surname, 'person', person.id, true);
  if (surname.length >= 4) add(surname.toUpperCase(), 'person', person.id, true);
  if (bare !== '') {
    add(`${bare} ${surname}`, 'person', person.id, false);
    add(`${bare.split(' ')[0]} ${surname}`, 'person', person.id, false);
  }
  for (const form of person.forms) add(form, 'person', person.id, /^\S+$/.test(form) && form === surname);
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

class FormIndex implements Names {
  /** The forms by their first word, the longest first. */
  readonly #byWord = new Map<string, Form[]>();
  readonly #persons: ReadonlyMap<string, PersonEntry>;

  constructor(forms: readonly Form[], persons: ReadonlyMap<string, PersonEntry>) {
    this.#persons = persons;
    for (const form of forms) {
      const word = /[\p{L}\p{M}\p{N}]+/u.exec(form.text)?.[0];
      if (word === undefined || !form.text.startsWith(word)) continue;
      this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), form]);
    }
    for (const list of this.#byWord.values()) list.sort((a, b) => b.text.length - a.text.length);
  }

  find(text: string, ambiguous: (name: Ambiguous) => void): readonly Annotation[] {
    const found: Annotation[] = [];
    let end = 0;
    for (const { index, 0: word } of text.matchAll(WORD)) {
      if (index < end) continue;
      for (const form of this.#byWord.get(word) ?? []) {
        if (!text.startsWith(form.text, index) || WORD_CHARACTER.test(text[index + form.text.length] ?? '')) continue;
        const ids = this.#meant(form, text, index);
        if (ids.length > 1) ambiguous({ name: form.text, candidates: ids, at: index });
        const [id] = ids;
        if (ids.length === 1 && id !== undefined) found.push(annotation(form, id, index));
        end = index + form.text.length;
        break;
      }
    }
    return found;
  }

  person(name: string): string | undefined {
    const annotations = this.find(name.trim(), () => undefined);
    const [first] = annotations;
    if (annotations.length !== 1 || first === undefined || first.start > 0) return undefined;
    const node = first.wrap([]);
    return node.element === 'persName' ? node.attributes.corresp : undefined;
  }

  /** Whom a form can mean where it stands: a given name before a surname leaves only its bearer. */
  #meant(form: Form, text: string, at: number): readonly string[] {
    if (!form.isSurname) return form.ids;
    if (THING.test(text.slice(at + form.text.length, at + form.text.length + 16))) return [];
    const before = /([\p{L}\p{M}.’'-]+)[ \u00A0]$/u.exec(text.slice(Math.max(0, at - 30), at))?.[1];
    if (before === undefined || !/^\p{Lu}/u.test(before) || TITLES.test(before.replace(/\.$/, ''))) return form.ids;
    if (SENTENCE_END.test(before) && !GIVEN_NAME_ABBREVIATED.test(before)) return form.ids;
    const initial = /^(?:\p{Lu}\.)+$/u.test(before) ? before.slice(0, 1) : undefined;
    return form.ids.filter((id) => {
      const given = this.#persons.get(id)?.name.split(/,\s*/)[1] ?? '';
      return given.split(/\s+/).some((name) => name === before || (initial !== undefined && name.startsWith(initial)));
    });
  }
}

function annotation(form: Form, id: string, start: number): Annotation {
  const span = { start, end: start + form.text.length };
  if (form.kind === 'person') {
    return {
      ...span,
      wrap: (children): PersName => ({ element: 'persName', attributes: { corresp: `#${id}` }, children }),
    };
  }
  return { ...span, wrap: (children): Gloss => ({ element: 'gloss', attributes: { target: `#${id}` }, children }) };
}
