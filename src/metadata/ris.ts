import type { Agent, Bibliography, DocumentRecord, VolumeRecord } from './bibliography.js';
import { citedVolume } from './citation/cited.js';
import { AMERICAN_DAY, joined, writtenOn } from './citation/words.js';
import { nameParts } from './names.js';
import { doiOf, isbn13 } from './standard-numbers.js';
import { type AddressOf, addressesOf } from './web-address.js';

/** The volume and its documents in the RIS format, which reference managers import: a `BOOK`, and a `CHAP` for each document. */
export function ris({ volume, documents }: Bibliography, addressOf: AddressOf = addressesOf(volume)): string {
  const write = risWriter(volume);
  return [volumeRis(volume, addressOf()), ...documents.map((one) => write(one, addressOf(one.id)))].join('');
}

type Line = readonly [tag: string, value: string | undefined];

/** The record of a volume. */
export function volumeRis(volume: VolumeRecord, address?: string): string {
  const own: readonly Line[] = [['ID', volume.id], ['TI', volume.title], ...editors('ED', volume)];
  return record('BOOK', lines([...own, ...ofVolume(volume), ['UR', address]]));
}

/** Writes the records of the documents of a volume. */
export function risWriter(volume: VolumeRecord): (one: DocumentRecord, address?: string) => string {
  const shared = lines([['T2', volume.title], ...editors('A2', volume), ...ofVolume(volume)]);
  return (one, address) => {
    const written = joined([one.place, writtenOn(one.date, AMERICAN_DAY)], ', ');
    const first = lines([
      ['ID', `${volume.id}:${one.id}`],
      ['TI', one.title],
      ...one.senders.map((sender): Line => ['AU', name(sender)]),
    ]);
    const last = lines([
      ['M1', one.number],
      ['SP', one.pages?.first],
      ['EP', one.pages?.last],
      ['N1', written],
      ['AV', joined([one.repository, one.source], ', ')],
      ['UR', address],
    ]);
    return record('CHAP', `${first}${shared}${last}`);
  };
}

function editors(tag: string, volume: VolumeRecord): readonly Line[] {
  return citedVolume(volume).book.editors.map((editor): Line => [tag, name(editor)]);
}

function ofVolume(volume: VolumeRecord): readonly Line[] {
  const { parts, identifiers, languages } = volume;
  const { publisher, place, year } = citedVolume(volume).book;
  const doi = identifiers.flatMap(({ type, value }) => (type === 'doi' ? (doiOf(value) ?? []) : []))[0];
  const isbn = identifiers.flatMap(({ type, value }) => (type.startsWith('isbn') ? (isbn13(value) ?? []) : []))[0];
  return [
    ['T3', joined([parts.series, parts.subseries], ', ')],
    ['VL', parts.number?.replace(/^vol(?:ume|\.)?\s+/i, '')],
    ['PB', publisher],
    ['CY', place],
    ['PY', year],
    ['SN', isbn],
    ['DO', doi],
    ['LA', languages[0]],
  ];
}

/** `Family, Given, Suffix`. */
function name(agent: Agent): string {
  const parts = nameParts(agent);
  return parts === undefined ? agent.name : `${parts.family}, ${parts.given}`;
}

/** Lines of a record; a value is one line, since a line that begins otherwise than with a tag belongs to no field. */
function lines(all: readonly Line[]): string {
  const own = all.flatMap(([tag, value]) => {
    const words = (value ?? '')
      .toWellFormed()
      .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim();
    return words === '' ? [] : [`${tag}  - ${words}\r\n`];
  });
  return own.join('');
}

function record(type: string, content: string): string {
  return `TY  - ${type}\r\n${content}ER  - \r\n\r\n`;
}
