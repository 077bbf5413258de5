import type { Json } from './json.js';

/** Where the schema is in a web edition, and the folder of the files that it describes. */
export const DOCUMENT_DATA = 'json/';
export const DOCUMENT_SCHEMA = `${DOCUMENT_DATA}document.schema.json`;

const text = (description: string): Json => ({ type: 'string', description });
const list = (items: Json, description: string): Json => ({ type: 'array', items, description });
const object = (
  properties: Readonly<Record<string, Json>>,
  required: readonly string[],
  description: string,
): Json => ({
  type: 'object',
  properties,
  required: [...required],
  additionalProperties: false,
  description,
});

const agent = object(
  {
    kind: { enum: ['person', 'organisation'] },
    name: text('The name as it is printed.'),
    given: text('The given names.'),
    family: text('The family name.'),
    entry: text('The id of the entry in the volume’s list of persons.'),
    identifiers: list(text('An address.'), 'Addresses in authority files.'),
  },
  ['kind', 'name'],
  'A sender, receiver or drafter.',
);

/** The JSON Schema (2020-12) of the data of one document; what has no value is left out. */
export const documentSchema: Json = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A document of an edition',
  ...(object(
    {
      $schema: text('The address of this schema, relative to the file.'),
      volume: text('The id of the volume.'),
      id: text('The id of the document in the volume.'),
      number: text('The printed number.'),
      title: text('The heading, without calls of notes.'),
      genre: text('The key of its kind.'),
      date: object(
        { when: text('ISO 8601.'), from: text('ISO 8601.'), to: text('ISO 8601.') },
        [],
        'When it was written: a date, or from and to.',
      ),
      place: text('Where it was written.'),
      from: list(agent, 'Who sent it.'),
      to: list(agent, 'Who received it.'),
      draftedBy: list(agent, 'Who drafted it.'),
      classification: text('The classification in the words of the source.'),
      handling: list(text('A caveat.'), 'How it was to be handled.'),
      repository: text('The archive that keeps it.'),
      source: text('The rest of the citation of the source.'),
      pages: object({ first: text('The first.'), last: text('The last.') }, ['first', 'last'], 'Pages of the source.'),
      language: text('BCP 47.'),
      within: list(
        object({ id: text('Its id.'), head: text('Its heading.') }, ['id', 'head'], 'A chapter.'),
        'Chapters that hold it, from the outermost.',
      ),
      address: text('Where its page is published.'),
      page: text('Its page, relative to the file.'),
      tei: text('Its TEI, relative to the file.'),
      record: list(
        object(
          {
            fact: text('What is told: date, place, from, classification, drafted, file …'),
            words: text('In the words of the source.'),
            key: text('The key of the category, where it is one of a taxonomy.'),
            entry: text('The id of the entry in the volume’s list of persons.'),
          },
          ['fact', 'words'],
          'A fact of the record.',
        ),
        'All that the record of its page shows, in order.',
      ),
      persons: list(
        object(
          {
            entry: text('The id of the entry in the volume’s list.'),
            name: text('The name as the list has it.'),
            roles: list(text('Sent, Received, Drafted …'), 'The parts in the document; none for who is named.'),
            inferred: { type: 'boolean', description: 'Whether the name alone tells that the part is this person’s.' },
            identifiers: list(text('An address.'), 'Addresses in authority files.'),
          },
          ['entry', 'name'],
          'Somebody of the volume’s list.',
        ),
        'Who of the volume’s list has a part in it or is named.',
      ),
      places: list(text('A name.'), 'Places that are marked in the text, and that of its dateline.'),
      citations: object(
        { chicagoNote: text('Chicago, note.'), chicagoBibliography: text('Chicago, bibliography.'), mla: text('MLA.') },
        ['chicagoNote', 'chicagoBibliography', 'mla'],
        'How it is cited, as plain text.',
      ),
      text: list(text('A paragraph.'), 'The words of the text, without the notes; the first are the heading.'),
      notes: list(
        object(
          {
            id: text('Its id on the page.'),
            number: text('Its number; absent where it has none.'),
            type: text('“source” for the note on the source.'),
            text: text('Its words.'),
          },
          ['id', 'text'],
          'A note.',
        ),
        'The notes, in order.',
      ),
    },
    ['volume', 'id', 'title', 'page', 'record', 'persons', 'places', 'text', 'notes'],
    'The header, the persons and places, the notes and the words of one document.',
  ) as object),
};
