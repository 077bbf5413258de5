import type { Agent, Bibliography, DocumentRecord, VolumeRecord } from './bibliography.js';
import { citedVolume } from './citation/cited.js';
import { AMERICAN_DAY, joined, writtenOn } from './citation/words.js';
import { nameParts } from './names.js';
import { doiOf, isbn13 } from './standard-numbers.js';
import { type AddressOf, addressesOf } from './web-address.js';

/** The volume and its documents for LaTeX: BibTeX in UTF-8, as biber and the reference managers read it; a volume is a `@book`, a document an `@incollection`. */
export function bibtex({ volume, documents }: Bibliography, addressOf: AddressOf = addressesOf(volume)): string {
  const write = bibtexWriter(volume);
  return [volumeBibtex(volume, addressOf()), ...documents.map((one) => write(one, addressOf(one.id)))].join('\n');
}

type Fields = readonly (readonly [name: string, value: string | undefined])[];

/** The entry of a volume. */
export function volumeBibtex(volume: VolumeRecord, address?: string): string {
  return entry(
    'book',
    [volume.id],
    [...lines([['title', whole(volume.title)], ...ofVolume(volume)]), ...lines([['url', address]])],
  );
}

/** Writes the entries of the documents of a volume. */
export function bibtexWriter(volume: VolumeRecord): (one: DocumentRecord, address?: string) => string {
  const shared = lines([['booktitle', whole(volume.title)], ...ofVolume(volume)]);
  return (one, address) => {
    const written = joined([one.place, writtenOn(one.date, AMERICAN_DAY)], ', ');
    return entry(
      'incollection',
      [volume.id, one.id],
      [
        ...lines([
          ['author', names(one.senders)],
          ['title', whole(one.title)],
        ]),
        ...shared,
        ...lines([
          ['number', one.number && escaped(one.number)],
          ['pages', one.pages && pagesOf(one.pages)],
          ['note', written === '' ? undefined : escaped(written)],
          ['library', escaped(joined([one.repository, one.source], ', '))],
          ['url', address],
        ]),
      ],
    );
  };
}

function ofVolume(volume: VolumeRecord): Fields {
  const { parts, identifiers, languages } = volume;
  const { editors, publisher, place, year } = citedVolume(volume).book;
  const doi = identifiers.flatMap(({ type, value }) => (type === 'doi' ? (doiOf(value) ?? []) : []))[0];
  const isbn = identifiers.flatMap(({ type, value }) => (type.startsWith('isbn') ? (isbn13(value) ?? []) : []))[0];
  return [
    ['editor', names(editors)],
    ['series', escaped(joined([parts.series, parts.subseries], ', '))],
    ['volume', parts.number && escaped(parts.number.replace(/^vol(?:ume|\.)?\s+/i, ''))],
    ['publisher', publisher && whole(publisher)],
    ['address', place && escaped(place)],
    ['year', year],
    ['isbn', isbn],
    ['doi', doi],
    ['langid', languages[0] && escaped(languages[0])],
  ];
}

function pagesOf({ first, last }: { readonly first: string; readonly last: string }): string {
  return first === last ? escaped(first) : `${escaped(first)}--${escaped(last)}`;
}

/** Names are parted by ` and `, surname first; one without a surname stands in braces, so that it is not parted. */
function names(agents: readonly Agent[]): string {
  return agents
    .filter(({ name }) => escaped(name) !== '')
    .map((agent) => {
      const parts = nameParts(agent);
      if (parts === undefined) return whole(agent.name);
      const { family, given } = parts;
      const [own = '', ...suffix] = given.split(', ');
      const all = suffix.length === 0 ? [family, own] : [family, suffix.join(' '), own];
      return all.some((part) => /\band\b|,/i.test(part)) ? all.map(whole).join(', ') : all.map(escaped).join(', ');
    })
    .join(' and ');
}

/** Words whose capitals stay as they are, and which are not parted. */
function whole(words: string): string {
  return `{${escaped(words)}}`;
}

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Words as TeX takes them. Braces are named, since BibTeX counts also those behind a backslash. */
function escaped(words: string): string {
  return words
    .toWellFormed()
    .replace(/[\\{}~^$&%#_]/g, (sign) => SIGNS[sign] ?? `\\${sign}`)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Those of the fields that say something; an address is percent-encoded as far as braces and spaces go. */
function lines(fields: Fields): readonly string[] {
  return fields
    .filter(([, value]) => value !== undefined && value !== '' && value !== '{}')
    .map(([name, value = '']) => `  ${name} = {${name === 'url' ? encodedAddress(value) : value}}`);
}

function entry(type: string, key: readonly string[], fields: readonly string[]): string {
  return `@${type}{${[keyOf(key), ...fields].join(',\n')}\n}\n`;
}

function encodedAddress(address: string): string {
  return address.replace(/[\s{}\\"]/g, encodeURIComponent);
}

/** Keys have letters, digits and few signs; what else an id has is named by its code, so that two ids have two keys. */
function keyOf(ids: readonly string[]): string {
  return ids.map((id) => id.replace(/[^A-Za-z0-9._-]/g, (sign) => `+${sign.codePointAt(0)?.toString(16)}`)).join(':');
}
