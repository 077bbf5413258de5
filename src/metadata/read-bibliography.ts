import type { Result } from '../diagnostics/diagnostic.js';
import type { XmlHandler } from '../formats/sax.js';
import { distinct } from '../model/list.js';
import type { SourceFile } from '../model/source-file.js';
import { invertedAgent } from './agents.js';
import type { Agent, Bibliography, VolumeRecord } from './bibliography.js';
import { headersOf, readDocument } from './read-document.js';
import { readVolume } from './read-volume.js';
import { ExcerptReader, readExcerpt, type TeiExcerpt } from './tei-excerpt.js';
import { childrenOf, pathOf } from './tei-header.js';

/**
 * Reads what a TEI file says of itself: a volume made here or one of the series, with its structured headers (`encode`, `enrich`), or a single
 * document. What the TEI does not say is left out; nothing is guessed but which word of an editor's name is the surname.
 * @param fallbackId the id where the root has none: the name of the file
 */
export function readBibliography(source: SourceFile, fallbackId: string): Result<Bibliography> {
  const { value: excerpt, diagnostics } = readExcerpt(source);
  return excerpt === undefined ? { diagnostics } : { value: bibliographyOf(excerpt, fallbackId), diagnostics };
}

/** The same of a text that is being read for something else: a handler of its events, and what they tell when they have ended. */
export function bibliographyReader(fallbackId: string): { readonly handler: XmlHandler; finish(): Bibliography } {
  const reader = new ExcerptReader();
  return { handler: reader, finish: () => bibliographyOf(reader.excerpt(), fallbackId) };
}

/** The same of an excerpt that has been read. */
export function bibliographyOf(excerpt: TeiExcerpt, fallbackId: string): Bibliography {
  const persons = excerpt.persons.map(
    ({ id, name, refs }): Agent => ({ ...invertedAgent(name), ids: refs, xmlId: id }),
  );
  const listed = new Map(persons.map((person) => [person.xmlId ?? '', person]));
  const headers = headersOf(excerpt);
  const documents = headers.documents.map((opened) => readDocument(opened, headers.of(opened.id), listed));
  const volume = readVolume(excerpt, fallbackId);
  return {
    volume: {
      ...volume,
      languages: distinct([
        ...(excerpt.language === undefined ? [] : [excerpt.language]),
        ...childrenOf(pathOf(excerpt.header, 'profileDesc', 'langUsage'), 'language').flatMap(
          ({ attributes: { ident } }) => ident ?? [],
        ),
        ...documents.flatMap(({ language }) => language ?? []),
      ]),
      ...covered(documents),
      places: distinctPlaces(documents.flatMap(({ place }) => place ?? [])),
      persons,
      repositories: distinct(documents.flatMap(({ repository }) => repository ?? [])),
    },
    documents,
  };
}

/** From the earliest to the latest day of the documents, in the precision that they have. */
function covered(documents: Bibliography['documents']): Pick<VolumeRecord, 'covered'> {
  const days = (of: (date: NonNullable<Bibliography['documents'][number]['date']>) => string | undefined): string[] =>
    documents
      .flatMap(({ date }) => (date === undefined ? [] : (of(date) ?? [])))
      .flatMap((value) => /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=T|$)/.exec(value)?.[0] ?? [])
      .sort();
  const from = days((date) => date.when ?? date.from ?? date.to)[0];
  const to = days((date) => date.when ?? date.to ?? date.from).at(-1);
  return from === undefined || to === undefined ? {} : { covered: { from, to } };
}

/** The code behind the name of a town in the United States (`Washington, D.C. 20520`), which letterheads print. */
const POSTAL_CODE = /[\s,]+\d{5}(?:-\d{4})?$/;

/** Each place once, without its postal code and whatever its capitals: as it is written otherwise than in capitals, where it is. */
function distinctPlaces(places: readonly string[]): readonly string[] {
  const found = new Map<string, string>();
  for (const printed of places) {
    const place = printed.replace(POSTAL_CODE, '');
    const key = place.toLowerCase();
    const before = found.get(key);
    if (before === undefined || before === before.toUpperCase()) found.set(key, place);
  }
  return [...found.values()];
}
