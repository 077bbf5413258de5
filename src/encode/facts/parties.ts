import { isOfficeWord, trailingName } from '../../grammar/names.js';
import { wordsOf } from '../../grammar/spaces.js';
import type { Span } from '../../model/position.js';
import type { Party } from '../../tei/header.js';
import { capitalised } from './capitalised.js';

/** Whom a line of a head block names: a person in it, or the whole as an office. */
export interface NamedParty {
  /** The name, or the office. */
  readonly span: Span;
  readonly isPerson: boolean;
}

/** Words of courtesy, ranks and offices before a name. */
const HONOUR =
  /^(?:(?:The )?(?:Right |Rt\.? )?Hon(?:ou?rable|\.)|His (?:Excellency|Majesty|Royal Highness|Imperial Majesty|Holiness)|Her (?:Excellency|Majesty)|H\.\s?E\.|Mr\.?|Messrs\.?|Mrs\.?|Miss|Ms\.?|Dr\.?|Sir|Dame|Lord|Amb\.|Ambassador|(?:(?:Lt\.?|Lieutenant|Maj\.?|Major|Brig\.?|Brigadier|Rear|Vice|Rear-|Vice-)[ -]?)?(?:Gen\.|General|Adm\.|Admiral|Colonel|Col\.|Commander|Cdr\.)|LTG|MG|BG|RADM|VADM|ADM|GEN|COL|LTC|CDR|MR\.?|MRS\.?|MISS|DR\.?|MS\.?|AMB\.?|Captain|Capt\.|Major|Judge|Justice|Senator|Sen\.|Congressman|Representative|Governor|Gov\.|Professor|Prof\.|Herr|Frau|M\.|Mme\.|Señor|Sr\.|Signor|Sheikh|Shaykh|King|Prince|Crown Prince|Princess|President|Premier|Prime Minister|Chancellor|Chairman|Foreign Minister|Minister|Secretary)\s+(?!of\b|for\b|OF\b|FOR\b|to\b|and\b|General\b)/i;

/** What follows a name and is of it. */
const SUFFIX = /^,?\s+(?:Jr\.?|Sr\.?|II|III|IV|2d|3d|Esq(?:uire|\.)?)(?=[,\s)]|$)/i;

/** Words of titles that are surnames as well: behind another name they are of it. */
const SURNAMES = new Set(
  'Lord King Law Judge Major Prince Bishop Pope Post Marshal Shah Chief Young Justice Power Field Navy Near Ship Bank Bush Home College Master Trade Page'.split(
    ' ',
  ),
);

const PARTICLE = /^(?:de|la|del|der|van|von|den|ten|ter|al|el|bin|ibn|di|da|dos|du|le|y|san|d['’]|ben|abd|ul|ud)$/i;

/** `SECSTATE`, `USCINCEUR`, `COMUSMACV`: the short names of departments, missions and commands, in messages. */
const COMMAND =
  /^(?:SEC(?:STATE|DEF)|US(?:CINC|MISSION|DEL|NMR)[A-Z]*|USUN|USRO|CINC[A-Z]{3,}|COM[A-Z]{2,}(?:MACV|PAC|LANT|FLT|EUR))$/;

/** Whether some words are the name of a person and nothing else. */
export function isPersonName(words: string): boolean {
  if (words.length > 60) return false;
  const parts = wordsOf(
    capitalised(words)
      .replace(/["“(][^"”)]*["”)]/g, ' ')
      .trim(),
  );
  if (parts.length > 6) return false;
  const originals = wordsOf(words.trim());
  let full = 0;
  for (const [index, part] of parts.entries()) {
    const bare = part.replace(/,$/, '');
    const original = originals[index] ?? part;
    if (PARTICLE.test(bare) && parts.length > 1) continue;
    if (/^\p{L}\.?$|^(?:\p{L}\.){1,3}$/u.test(bare)) continue;
    if (
      !/^[\p{Lu}][\p{L}\p{M}'’.-]*$/u.test(bare) ||
      (isOfficeWord(bare) && !(index > 0 && full > 0 && index === parts.length - 1 && SURNAMES.has(bare))) ||
      (/^\p{Ll}/u.test(original) && !/^(?:el|al|ul|bin|ibn|d['’])[-’']?\p{Lu}/u.test(original))
    )
      return false;
    if (/^am(?:embassy|consul|congen|legation)/i.test(bare) || COMMAND.test(original)) return false;
    // `EUR`, `NSC`: the symbols of offices have no small letters among those that do.
    if (/^[A-Z]{2,4}$/.test(original) && words !== words.toUpperCase() && !/^(?:II|III|IV)$/.test(original))
      return false;
    full++;
  }
  return (
    full > 0 &&
    !/^(?:Interpreters?|Notetakers?|Observers?|Others?|Stenographer|Rapporteur|Recorder|Unclassified|FYI)$/i.test(
      words,
    ) &&
    !/^(?:The|All|None|See|And|For|To|By|Each|Same)\b/i.test(words)
  );
}

/** The person, or else the office, that a line names: `EUR - George S. Vest`, `The Acting Secretary, Mr. Acheson`, `THE DIRECTOR, ARMS CONTROL …`. */
export function partyIn(text: string, from = 0): NamedParty | undefined {
  let start = from + (/^[\s,;]*(?:\(?\d{1,2}[.)]\s+|[-–—•*]\s+)?/.exec(text.slice(from))?.[0].length ?? 0);
  let end = text.length;
  // A remark in brackets at the end: `(notetaker)`, `[initialed]`.
  for (let tail = trailingAside(text, start, end); tail < end; tail = trailingAside(text, start, end)) end = tail;
  while (end > start && /[\s,;.]/.test(text[end - 1] ?? '') && !/(?:\b\p{Lu}|\b[JS]r)\.$/u.test(text.slice(start, end)))
    end--;
  // A dash or a sign of emphasis that stands in the place of a name is none.
  if (!/[\p{L}\d]/u.test(text.slice(start, end))) return undefined;
  // `EUR - George S. Vest`, `State: Secretary Shultz`, `S/S — Peter Tarnoff`
  const symbol = /^(?:[A-Z][\w/&.-]{0,14}|[\p{Lu}][\p{L}. ]{2,28})\s*(?:\s[-–—]{1,2}\s|:\s+)\s*(?=\S)/u.exec(
    text.slice(start, end),
  )?.[0].length;
  if (symbol !== undefined && HONOUR.exec(text.slice(start, end)) === null) start += symbol;
  const whole: Span = { start, end };
  const words = text.slice(start, end);
  const pieces = piecesOf(words);
  for (const [index, piece] of pieces.entries()) {
    const name = nameIn(words.slice(piece.start, piece.end), index > 0);
    if (name === undefined) {
      // `The Director, Arms Control Agency`: an office with its article goes on behind the comma.
      continue;
    }
    let last = piece.start + name.end;
    const suffix = SUFFIX.exec(words.slice(last))?.[0];
    if (suffix !== undefined && !/Esq/i.test(suffix)) last += suffix.length;
    return { span: { start: start + piece.start + name.start, end: start + last }, isPerson: true };
  }
  return { span: whole, isPerson: false };
}

function trailingAside(text: string, start: number, end: number): number {
  const match = /\s*[([][^()[\]]{1,60}[)\]]\s*$/.exec(text.slice(start, end));
  return match === null || match.index === 0 ? end : start + match.index;
}

/** The stretches of some words between commas, a suffix of a name left with it. */
function piecesOf(words: string): readonly Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const comma of words.matchAll(/,\s*|\s{3,}|\t+|;\s*|\s[-–—]{1,2}\s/g)) {
    if (SUFFIX.test(words.slice(comma.index)) && !/^,?\s*Esq/i.test(words.slice(comma.index))) continue;
    if (comma.index > from) found.push({ start: from, end: comma.index });
    from = comma.index + comma[0].length;
  }
  if (from < words.length) found.push({ start: from, end: words.length });
  return found;
}

/** The name of a person in a stretch: the whole, or what its titles leave. Behind a comma only what has a title or an initial is one. */
function nameIn(words: string, isBehind: boolean): Span | undefined {
  if (/^(?:(?:The )?(?:Right )?Honou?rable|(?:His|Her|Your) \p{L}+(?: \p{L}+)?)$/iu.test(words.trim()))
    return undefined;
  let start = 0;
  for (let honour = HONOUR.exec(words); honour !== null; honour = HONOUR.exec(words.slice(start))) {
    // `The Honorable` alone leaves nothing.
    if (start + honour[0].length >= words.length) return undefined;
    // `Mr. M. Khurshid`: an initial.
    if (start > 0 && /^M\.\s/.test(honour[0])) break;
    start += honour[0].length;
  }
  const rest = words.slice(start);
  const trimmedEnd = start + rest.trimEnd().length;
  if (
    isPersonName(rest) &&
    (start > 0 || !isBehind || /(?:^|\s)\p{Lu}\.\s/u.test(rest)) &&
    !(start === 0 && !/\s/.test(rest) && isBehind)
  )
    return { start, end: trimmedEnd };
  if (isBehind || /^the\s/i.test(words)) return undefined;
  const plain = capitalised(words);
  const found = trailingName(words === words.toUpperCase() ? plain : words);
  if (found === undefined || found.start === 0) return initialled(words);
  const name = words.slice(found.start, found.end);
  // What stands before the name must be an office.
  const before = plain.slice(0, found.start).trim().split(/\s+/);
  if (!before.some((word) => isOfficeWord(word)) || !isPersonName(name)) return undefined;
  return found;
}

/** `Secretary of Commerce Malcolm R. Baldrige`: a name that its initial tells. */
function initialled(words: string): Span | undefined {
  const match = /(?<=\s)\p{Lu}[\p{L}'’-]+\s(?:\p{Lu}\.\s?){1,2}\s?\p{Lu}[\p{L}'’-]+(?:,? (?:Jr\.?|III|II))?$/u.exec(
    words,
  );
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}

/** An institution that stands for whoever acts for it. */
const INSTITUTION =
  /\b(?:Department of|(?:Am)?embassy|(?:Am)?consul(?:ate)?|legation|USUN|USMISSION|USNATO|(?:Sec)?state|secdef|council|agency|bureau|office of|staff|ministry|mission|board|commission|committee)\b/i;
/** Who is called by the office: `The Secretary of State`. */
const OFFICER =
  /\b(?:Secretary|Director|President|Chairman|Minister|Ambassador|Attorney General|Administrator|Under Secretary|Assistant|Counselor|Counsellor|Adviser|Advisor|Chief|Governor|Commander|Representative|Consul|Commissioner|Comptroller|Deputy|Head|Officer|Prime Minister|Premier|Chancellor|Speaker|Files?|Record|Legal|Postmaster|Surgeon|Judge|Justice|General|Admiral|King|Shah)\b/i;

/** A party as the header has it. */
export function partyOf(text: string): (Party & { readonly isPerson: boolean }) | undefined {
  const found = partyIn(text);
  if (found === undefined) return undefined;
  const name = text.slice(found.span.start, found.span.end).replace(/\s+/g, ' ');
  if (found.isPerson) return { element: 'persName', name, isPerson: true };
  return { element: INSTITUTION.test(name) && !OFFICER.test(name) ? 'orgName' : 'persName', name, isPerson: false };
}

/**
 * The parties among the values of a label: each line that names a person or an office of its own. A line below a name that says where or what he is
 * (`THE WHITE HOUSE`, `Assistant to the President`) names none.
 */
export function partiesAmong(values: readonly string[]): readonly Party[] {
  const found: Party[] = [];
  let wasPerson = false;
  for (const value of values) {
    const one = partyOf(value.replace(/\s*\[[^\]]*\]\s*$|\s{3,}\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b.*$/, ''));
    if (one === undefined) continue;
    const { isPerson, ...party } = one;
    const isOwn =
      found.length === 0 ||
      isPerson ||
      (!wasPerson && OFFICER.test(party.name)) ||
      (/^the\s/i.test(party.name) && OFFICER.test(party.name));
    if (isOwn) {
      found.push(party);
      wasPerson = isPerson;
    }
  }
  return found;
}

/** Whom the inside address of a letter names: the first line that names a person, else the first. */
export function addresseeOf(lines: readonly string[]): Party | undefined {
  for (const line of lines) {
    const named = partyIn(line);
    const isTitled =
      named !== undefined && (named.span.start > 0 || /\s/.test(line.slice(named.span.start, named.span.end)));
    if (named?.isPerson === true && isTitled)
      return { element: 'persName', name: line.slice(named.span.start, named.span.end) };
  }
  const first = lines.find(
    (line) =>
      /\p{L}/u.test(line) &&
      !/^(?:(?:The )?(?:Right )?Hon(?:ou?rable|\.)|His Excellency|Her Excellency|H\.\s?E\.)[,.]?$/i.test(line.trim()),
  );
  return first === undefined ? undefined : { element: 'persName', name: first.replace(/[,.;]\s*$/, '') };
}

/** Whether a name has two words, or a title before it: `Saigon` alone is a post. */
export function isFullName(text: string, { start, end }: Span): boolean {
  return /\s/.test(text.slice(start, end)) || /\p{L}\.?\s+$/u.test(text.slice(0, start));
}
