import { sortName } from '../metadata/agents.js';
import type { DocumentRecord, VolumeRecord } from '../metadata/bibliography.js';
import { dayOf, intervalOf } from '../metadata/contributions.js';
import { allOf, oaiDublinCore } from '../metadata/dublin-core.js';
import { threeLetters } from '../metadata/language-codes.js';

/**
 * A document of a volume in the fifteen elements of Dublin Core, in the container by which OAI-PMH asks for them (OAI-PMH 2.0, `oai_dc`).
 * @param page the address of its page
 */
export function documentDublinCore(one: DocumentRecord, volume: VolumeRecord, page: string): string {
  const { title, genre, place, repository, source, language, date, pages } = one;
  const creators = one.senders.length > 0 ? one.senders : one.drafters;
  const [span] = [pages].flatMap((found) => (found === undefined ? [] : [pagesOf(found)]));
  return oaiDublinCore(
    allOf('title', [title]),
    allOf('creator', creators.map(sortName)),
    allOf('publisher', [volume.publisher?.name]),
    allOf('date', [dateOf(date)]),
    allOf('type', ['Text', genre?.replaceAll('-', ' ')]),
    allOf('identifier', [page]),
    allOf('source', [[repository, source].filter((part) => part !== undefined).join(', ')]),
    allOf('language', [language === undefined ? undefined : threeLetters(language)]),
    allOf('relation', [[volume.title, span].filter((part) => part !== undefined).join(', ')]),
    allOf('coverage', [place]),
    allOf('rights', volume.licence === undefined ? [] : [volume.licence.text, volume.licence.target]),
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
