import { isOfficeWord } from '../../grammar/names.js';
import type { Gloss, PersName } from '../../model/document.js';
import type { Manifest, PersonEntry, SuppliedDocument } from '../../model/manifest.js';
import type { Annotation } from '../page/strand.js';
import { contextNeeded, isWord } from './common-words.js';

/** The persons and terms of a volume, found in running text by the forms in which they occur. */
export interface Names {
  /** Persons and terms in a text as annotations; surnames that fit several persons are told to `doubtful` and left
   * alone, a surname that is a word of the language too is told and linked below certainty. */
  find(text: string, doubtful: (name: Doubtful) => void): readonly Annotation[];
  /** The person whom a name means, where it can mean only one. */
  person(name: string): string | undefined;
  /** The addresses in authority files of the person whom a name means, as the value of `@ref`. */
  authority(name: string): string | undefined;
}

/** A name that fits several persons; or one, linked below certainty. */
export interface Doubtful {
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

const NOTHING: Names = { find: () => [], person: () => undefined, authority: () => undefined };

/** Reads the persons and terms of the manifest, with what it says of this document's ambiguous surnames. */
export function namesOf(volume: Manifest | undefined, document: SuppliedDocument | undefined): Names {
  if (volume === undefined) return NOTHING;
  const forms = new Map<string, Form>();
  const add = (written: string, kind: Form['kind'], id: string, isSurname: boolean): void => {
    const text = levelled(written);
    const key = `${kind} ${text}`;
    const known = forms.get(key);
    if (text.length < 2) return;
    const ids = known === undefined ? [id] : [...new Set([...known.ids, id])];
    forms.set(key, { text, kind, ids, isSurname: isSurname && known?.isSurname !== false });
  };
  for (const person of volume.persons) addPerson(person, add);
  for (const term of volume.terms) for (const text of [term.term, ...term.forms]) add(text, 'term', term.id, false);
  for (const [written, id] of Object.entries(document?.names ?? {})) {
    const text = levelled(written);
    forms.set(`person ${text}`, { text, kind: 'person', ids: [id], isSurname: false });
  }
  return new FormIndex([...forms.values()], new Map(volume.persons.map((person) => [person.id, person])));
}

/** Small words that begin a surname; at the head of a sentence they have a capital. */
const PARTICLE = /^(?:van|von|de|del|della|di|du|da|dos|den|der|ten|ter|la|le|al|el|bin|ibn|zu|zur)\b/;

/** The ways in which a surname is written: with its particle in a capital or in capitals. */
function writings(surname: string): readonly string[] {
  const capital = PARTICLE.test(surname) ? [surname.charAt(0).toUpperCase() + surname.slice(1)] : [];
  const capitals = surname.length >= 4 ? [surname.toUpperCase()] : [];
  return [surname, ...capital, ...capitals];
}

type Add = (text: string, kind: 'person', id: string, isSurname: boolean) => void;

function addPerson(person: PersonEntry, add: Add): void {
  const [first = '', given = ''] = person.name.split(/,\s*/);
  if (given === '') addWithoutComma(first, person.id, add);
  else {
    const bare = given.replace(/\s+(?:Jr|Sr|II|III)\.?$/, '');
    for (const surname of writings(first)) {
      add(surname, 'person', person.id, true);
      add(`${bare} ${surname}`, 'person', person.id, false);
      add(`${bare.split(' ')[0]} ${surname}`, 'person', person.id, false);
    }
  }
  for (const form of person.forms) add(form, 'person', person.id, /^\S+$/.test(form) && form === first);
}

/** A name without a comma has its surname first (`Mao Zedong`, `Chiang Kai-shek`), or is the only one (`Sukarno`); a title is none of it. */
function addWithoutComma(name: string, id: string, add: Add): void {
  add(name, 'person', id, false);
  add(name.toUpperCase(), 'person', id, false);
  const words = name.split(/\s+/);
  const surname = isOfficeWord(words[0] ?? '') ? words.slice(1).join(' ') : words[0];
  for (const writing of writings(surname ?? '')) add(writing, 'person', id, true);
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

/** One apostrophe for all, and one blank: a list is typed with straight ones, the text has curly ones. No offset changes. */
function levelled(text: string): string {
  return text.replace(/[’‘ʼ]/g, "'").replace(/\u00A0/g, ' ');
}

/** How a form is meant where it stands. */
interface Meaning {
  readonly ids: readonly string[];
  readonly isCertain: boolean;
}

const NOBODY: Meaning = { ids: [], isCertain: true };

/** So much of the line on either side shows whether it is in capitals. */
const LINE = 40;

class FormIndex implements Names {
  /** The forms by their first word, the longest first. */
  readonly #byWord = new Map<string, Form[]>();
  readonly #persons: ReadonlyMap<string, PersonEntry>;

  constructor(forms: readonly Form[], persons: ReadonlyMap<string, PersonEntry>) {
    this.#persons = persons;
    for (const form of forms) {
      const word = /[\p{L}\p{M}\p{N}]+/u.exec(form.text)?.[0];
      if (word === undefined || !form.text.startsWith(word)) continue;
      const list = this.#byWord.get(word);
      if (list === undefined) this.#byWord.set(word, [form]);
      else list.push(form);
    }
    for (const list of this.#byWord.values()) list.sort((a, b) => b.text.length - a.text.length);
  }

  find(text: string, doubtful: (name: Doubtful) => void): readonly Annotation[] {
    return this.#find(text, doubtful, false);
  }

  /** @param isName whether the text is known to be somebody's name, so that it needs no context */
  #find(text: string, doubtful: (name: Doubtful) => void, isName: boolean): readonly Annotation[] {
    const found: Annotation[] = [];
    const plain = levelled(text);
    let end = 0;
    for (const { index, 0: word } of plain.matchAll(WORD)) {
      if (index < end) continue;
      for (const form of this.#byWord.get(word) ?? []) {
        if (!plain.startsWith(form.text, index) || WORD_CHARACTER.test(plain[index + form.text.length] ?? '')) continue;
        const { ids, isCertain } = this.#meant(form, plain, index, isName);
        const [id] = ids;
        if (ids.length > 1 || (id !== undefined && !isCertain)) {
          doubtful({ name: text.slice(index, index + form.text.length), candidates: ids, at: index });
        }
        if (ids.length === 1 && id !== undefined) found.push(annotation(form, id, index, isCertain));
        end = index + form.text.length;
        break;
      }
    }
    return found;
  }

  person(name: string): string | undefined {
    const annotations = this.#find(name.trim(), () => undefined, true);
    const [first] = annotations;
    if (annotations.length !== 1 || first === undefined || first.start > 0) return undefined;
    const node = first.wrap([]);
    return node.element === 'persName' ? node.attributes.corresp : undefined;
  }

  authority(name: string): string | undefined {
    const { ref = [] } = this.#persons.get(this.person(name)?.slice(1) ?? '') ?? {};
    return ref.length === 0 ? undefined : ref.join(' ');
  }

  /** Whom or what a form can mean where it stands: a given name before a surname leaves only its bearer. */
  #meant(form: Form, text: string, at: number, isName: boolean): Meaning {
    const isWhole = { ids: form.ids, isCertain: true };
    if (form.kind === 'term') return isInCapitals(form.text, text, at) && isWord(form.text) ? NOBODY : isWhole;
    if (!form.isSurname) return isWhole;
    const after = text.slice(at + form.text.length, at + form.text.length + 30);
    if (THING.test(after) || goesOn(form.text, after)) return NOBODY;
    const before = /([\p{L}\p{M}.'-]+) $/u.exec(text.slice(Math.max(0, at - 30), at))?.[1];
    const bearers = this.#bearers(form.ids, before);
    if (bearers !== undefined) return { ids: bearers, isCertain: true };
    const isTitled = before !== undefined && /^\p{Lu}/u.test(before) && isPersonal(before);
    const needed = isName || isTitled ? 'none' : contextNeeded(form.text);
    if (needed === 'none') return isWhole;
    if (needed === 'name' || isInCapitals(form.text, text, at)) return NOBODY;
    // Inside a sentence the capital itself speaks for a name, at its head only what the word does.
    const isInside = /[\p{Ll},;]['")]? $/u.test(text.slice(Math.max(0, at - 4), at));
    return isInside || ACTS_LIKE_A_PERSON.test(after) ? { ids: form.ids, isCertain: false } : NOBODY;
  }

  /** The bearers of a given name or initial before a surname; undefined where what stands there is none. */
  #bearers(ids: readonly string[], before: string | undefined): readonly string[] | undefined {
    if (before === undefined || !/^\p{Lu}/u.test(before) || TITLES.test(capitalised(before.replace(/\.$/, ''))))
      return undefined;
    if (SENTENCE_END.test(before) && !GIVEN_NAME_ABBREVIATED.test(before)) return undefined;
    const initial = /^(?:\p{Lu}\.)+$/u.test(before) ? before.slice(0, 1) : undefined;
    return ids.filter((id) => {
      const given = levelled(this.#persons.get(id)?.name ?? '').split(/,\s*/)[1] ?? '';
      return given.split(/\s+/).some((name) => name === before || (initial !== undefined && name.startsWith(initial)));
    });
  }
}

/** A word in capitals as it is printed else: `SECRETARY` as `Secretary`. */
function capitalised(word: string): string {
  return /^\p{Lu}{2,}$/u.test(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word;
}

/** Titles say that the name after them is somebody's; conjunctions and prepositions, which may stand before any word, do not. */
function isPersonal(before: string): boolean {
  const word = capitalised(before.replace(/\.$/, ''));
  return TITLES.test(word) && isOfficeWord(word) && !/^(?:The|State|Defense|Treasury)$/.test(word);
}

/** What a person does right after the name. */
const ACTS_LIKE_A_PERSON =
  /^(?:'s)?,? (?:also |then |now |later |never |again |himself |herself )?(?:said|says|asked|told|replied|answered|agreed|thought|noted|added|stated|asserted|reported|believed|believes|explained|remarked|observed|suggested|commented|expressed|wondered|wrote|called|spoke|concluded|indicated|urged|insisted|argued|objected|concurred|recommended|reiterated|emphasized|responded|pointed|met|saw|went|came|left|wanted|wants|felt|feels|continued|mentioned|proposed|promised|stressed|informed|has|had|was|is|and|will|would)\b/;

/** A capitalised word goes on with the name of something else: `Brown Shoe Company`, `Long Island`, `May Day`. */
function goesOn(form: string, after: string): boolean {
  if (form === form.toUpperCase()) return false;
  const next = /^[ -](\p{Lu}[\p{L}\p{M}'-]+)/u.exec(after)?.[1];
  return (
    next !== undefined &&
    !isOfficeWord(next) &&
    !/^(?:I|Jr|Sr|II|III|IV|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/.test(next)
  );
}

/** Whether the words around a form are in capitals, so that its own capitals say nothing. */
function isInCapitals(form: string, text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - LINE), at) + text.slice(at + form.length, at + form.length + LINE);
  return form === form.toUpperCase() && !/\p{Ll}/u.test(around) && /\p{Lu}{2}/u.test(around);
}

function annotation(form: Form, id: string, start: number, isCertain: boolean): Annotation {
  const span = { start, end: start + form.text.length };
  const cert = isCertain ? {} : { cert: 'medium' };
  if (form.kind === 'person') {
    return {
      ...span,
      wrap: (children): PersName => ({ element: 'persName', attributes: { corresp: `#${id}`, ...cert }, children }),
    };
  }
  return { ...span, wrap: (children): Gloss => ({ element: 'gloss', attributes: { target: `#${id}` }, children }) };
}
