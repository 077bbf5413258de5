import { readFileSync } from 'node:fs';

/** Somebody with an office, as lists of persons have them. */
export interface Person {
  readonly first: string;
  readonly last: string;
  readonly office: string;
}

/** The words of real documents that sheets are filled with. */
export interface Stock {
  readonly persons: readonly Person[];
  readonly paragraphs: readonly string[];
  readonly towns: readonly string[];
  readonly subjects: readonly string[];
}

/** Reads names, offices, paragraphs, towns and subjects out of volumes of the series. */
export function stockOf(files: readonly string[]): Stock {
  const persons: Person[] = [];
  const paragraphs: string[] = [];
  const towns = new Set<string>();
  const subjects = new Set<string>();
  for (const file of files) {
    const xml = readFileSync(file, 'utf8').replace(/<note\b[^>]*>(?:(?!<note\b)[\s\S])*?<\/note>/g, '');
    for (const [, name = '', office = ''] of xml.matchAll(
      /<persName xml:id[^>]*>([^<]+)<\/persName>(?:<\/hi>)?,?([^<]{8,200})/g,
    )) {
      const [last = '', first = ''] = plain(name).split(/,\s*/, 2);
      const words = plain(office).split(/[;,]/)[0]?.trim() ?? '';
      if (first !== '' && words.length >= 6 && words.length <= 70) persons.push({ first, last, office: words });
    }
    const body = xml.slice(xml.indexOf('<body'));
    for (const [, words = ''] of body.matchAll(/<p(?: [^>]*)?>([\s\S]{60,2600}?)<\/p>/g)) {
      const text = plain(words);
      if (/^[\p{Lu}\d(“"]/u.test(text) && /[.?!:”"]$/.test(text) && text.length >= 60) paragraphs.push(text);
    }
    for (const [, words = ''] of body.matchAll(/<placeName[^>]*>([^<]{3,30})<\/placeName>/g)) towns.add(plain(words));
    for (const [, words = ''] of body.matchAll(
      /SUBJECT<\/(?:head|hi|label)>[\s\S]{0,60}?<(?:item|p)>([\s\S]{6,160}?)<\/(?:item|p)>/g,
    ))
      subjects.add(plain(words));
  }
  return { persons, paragraphs, towns: [...towns], subjects: [...subjects] };
}

function plain(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&[lg]t;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
