import { element } from '../formats/xml-writer.js';
import { sortName } from '../metadata/agents.js';
import type { DocumentRecord, VolumeRecord } from '../metadata/bibliography.js';
import { dayOf, intervalOf } from '../metadata/contributions.js';
import { threeLetters } from '../metadata/language-codes.js';
import { document, some, XSI } from '../metadata/xml.js';

const OAI_DC = 'http://www.openarchives.org/OAI/2.0/oai_dc/';

/**
 * A document of a volume in the fifteen elements of Dublin Core, in the container by which OAI-PMH asks for them (OAI-PMH 2.0, `oai_dc`).
 * @param page the address of its page
 */
export function documentDublinCore(one: DocumentRecord, volume: VolumeRecord, page: string): string {
  const { title, genre, place, repository, source, language, date, pages } = one;
  const creators = one.senders.length > 0 ? one.senders : one.drafters;
  const [span] = [pages].flatMap((found) => (found === undefined ? [] : [pagesOf(found)]));
  const all = (name: string, words: readonly (string | undefined)[]) => words.flatMap((own) => some(`dc:${name}`, own));
  return document(
    element(
      'oai_dc:dc',
      {
        'xmlns:oai_dc': OAI_DC,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:xsi': XSI,
        'xsi:schemaLocation': `${OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd`,
      },
      all('title', [title]),
      all('creator', creators.map(sortName)),
      all('publisher', [volume.publisher?.name]),
      all('date', [dateOf(date)]),
      all('type', ['Text', genre?.replaceAll('-', ' ')]),
      all('identifier', [page]),
      all('source', [[repository, source].filter((part) => part !== undefined).join(', ')]),
      all('language', [language === undefined ? undefined : threeLetters(language)]),
      all('relation', [[volume.title, span].filter((part) => part !== undefined).join(', ')]),
      all('coverage', [place]),
      all('rights', volume.licence === undefined ? [] : [volume.licence.text, volume.licence.target]),
    ),
  );
}

function dateOf(date: DocumentRecord['date']): string | undefined {
  if (date?.when !== undefined) return dayOf(date.when);
  const { from, to } = date ?? {};
  if (from !== undefined && to !== undefined) return intervalOf({ from: dayOf(from), to: dayOf(to) });
  return from === undefined && to === undefined ? undefined : dayOf(from ?? to ?? '');
}

function pagesOf({ first, last }: NonNullable<DocumentRecord['pages']>): string {
  return first === last ? `p. ${first}` : `pp. ${first}–${last}`;
}
