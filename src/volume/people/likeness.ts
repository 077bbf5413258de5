import type { ListedPerson } from '../../model/people.js';
import { hostOf, sameRecord } from './authority-ids.js';

/** What speaks for two entries being one person; undefined where something speaks against it. */
export interface Likeness {
  readonly weight: number;
  readonly reasons: readonly string[];
}

/** An entry with what is compared of it. */
export interface Compared {
  readonly person: ListedPerson;
  readonly family: string;
  readonly given: readonly string[];
  readonly suffix: string;
  /** Years of birth and death, where they are told. */
  readonly life: string;
  /** The first and last year that the description names. */
  readonly years: readonly [number, number] | undefined;
  readonly words: ReadonlySet<string>;
  readonly records: ReadonlyMap<string, string>;
}

const TITLES =
  /^(?:general|gen|lieutenant|lt|major|maj|colonel|col|captain|capt|brigadier|brig|admiral|adm|vice|rear|marshal|field|air|sir|lord|lady|dame|dr|prof|professor|mr|mrs|miss|ms|rev|reverend|father|prince|princess|king|queen|emperor|shah|sheikh|count|baron|hon|senator|ambassador)\.?$/;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|2d|2nd|3d|3rd)\.?$/;

/** Words that the descriptions of most persons have. */
const COMMON: ReadonlySet<string> = new Set(
  'from until after before with that then also and the for january february march april may june july august september october november december thereafter'.split(
    ' ',
  ),
);

/** Reads an entry: `Taylor, General Maxwell D.` → taylor; maxwell, d. @param life where birth and death are known apart from the description */
export function compared(person: ListedPerson, life?: string): Compared {
  const folded = fold(person.name.replace(/\([^)]*\)/g, ' '));
  const [family = '', ...rest] = folded.split(',');
  const parts = rest
    .join(' ')
    .split(/[\s.]+/)
    .filter((part) => part !== '');
  const years = [...person.description.matchAll(/\b(1[5-9]\d\d|20\d\d)\b/g)].map(([year]) => Number(year)).sort();
  const [first, last = first] = [years[0], years.at(-1)];
  const told = lifetimeIn(`${person.name} ${person.description}`);
  return {
    person,
    family: family.replace(/[^\p{L}\p{N}]+/gu, ' ').trim(),
    given: parts.filter((part) => !TITLES.test(part) && !SUFFIX.test(part)),
    suffix: parts.find((part) => SUFFIX.test(part)) ?? '',
    life: life ?? told,
    years: first === undefined || last === undefined ? undefined : [first, last],
    words: new Set(
      fold(person.description)
        .split(/[^\p{L}]+/u)
        .filter((word) => word.length > 3 && !COMMON.has(word)),
    ),
    records: new Map(person.refs.map((ref) => [hostOf(ref), sameRecord(ref)])),
  };
}

/** Years in parentheses that are too far apart for an office: `(1904–2005)`. */
function lifetimeIn(words: string): string {
  for (const [, from, to] of words.matchAll(/\(\s*(?:b\. ?)?(\d{4})\s*[–-]\s*(\d{4})\s*\)/g))
    if (Number(to) - Number(from) >= 25) return `${from}–${to}`;
  return '';
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** How far apart the years of two entries of one person may be. */
const LIFETIME = 60;

/** What speaks for two entries being one person. Records that differ, other given names, another lifetime speak against it. */
export function likenessOf(one: Compared, other: Compared): Likeness | undefined {
  const records = sameRecordOf(one, other);
  if (records === 'different') return undefined;
  if (records !== undefined) return { weight: 10, reasons: [`the same record: ${records}`] };
  const names = namesOf(one, other);
  if (names === undefined || one.suffix !== other.suffix) return undefined;
  if (one.life !== '' && other.life !== '' && one.life !== other.life) return undefined;
  const gap = yearsBetween(one, other);
  if (gap !== undefined && gap > LIFETIME) return undefined;
  const found: Likeness[] = [names];
  if (one.life !== '' && one.life === other.life)
    found.push({ weight: 3, reasons: [`the same lifetime: ${one.life}`] });
  const shared = [...one.words].filter((word) => other.words.has(word));
  const like = (2 * shared.length) / Math.max(1, one.words.size + other.words.size);
  if (shared.length > 0 && like >= 0.25)
    found.push({
      weight: like >= 0.5 ? 2 : 1,
      reasons: [`descriptions with the words ${shared.slice(0, 6).join(', ')}`],
    });
  if (gap !== undefined && gap <= 10)
    found.push({ weight: 1, reasons: [`years near each other: ${yearsIn(one)} and ${yearsIn(other)}`] });
  if (gap !== undefined && gap > 30)
    found.push({ weight: -1, reasons: [`years far from each other: ${yearsIn(one)} and ${yearsIn(other)}`] });
  return {
    weight: found.reduce((sum, { weight }) => sum + weight, 0),
    reasons: found.flatMap(({ reasons }) => reasons),
  };
}

/** The record that both have; `different` where an authority file has a record of each. */
function sameRecordOf(one: Compared, other: Compared): string | undefined {
  let isDifferent = false;
  for (const [host, record] of one.records) {
    const theirs = other.records.get(host);
    if (theirs === record) return record;
    if (theirs !== undefined) isDifferent = true;
  }
  return isDifferent ? 'different' : undefined;
}

/** Given names agree where each is that of the other or its initial, as far as both have them. */
function namesOf(one: Compared, other: Compared): Likeness | undefined {
  if (one.family !== other.family || one.given.length === 0 || other.given.length === 0) return undefined;
  const both = Math.min(one.given.length, other.given.length);
  let [whole, initials] = [0, 0];
  for (let i = 0; i < both; i++) {
    const [a = '', b = ''] = [one.given[i], other.given[i]];
    if (a === b && a.length > 1) whole++;
    else if (a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))) initials++;
    else return undefined;
  }
  const isSame = one.given.length === other.given.length;
  if (whole > 0 && isSame && (both > 1 || initials === 0))
    return { weight: both > 1 ? 3 : 2, reasons: ['the same name'] };
  if (whole > 0) return { weight: 2, reasons: [`names that agree: ${one.person.name} and ${other.person.name}`] };
  return { weight: 1, reasons: [`initials that agree: ${one.person.name} and ${other.person.name}`] };
}

function yearsBetween(one: Compared, other: Compared): number | undefined {
  if (one.years === undefined || other.years === undefined) return undefined;
  return Math.max(0, Math.max(one.years[0], other.years[0]) - Math.min(one.years[1], other.years[1]));
}

function yearsIn({ years }: Compared): string {
  return years === undefined ? '' : years[0] === years[1] ? `${years[0]}` : `${years[0]}–${years[1]}`;
}
