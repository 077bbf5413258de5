import { describe, expect, it } from 'vitest';
import type { SearchableVolume } from '../../src/model/searchable.js';
import { inSeries } from '../../src/series/search.js';

const volume: SearchableVolume = {
  id: 'frus2',
  title: 'Cranes',
  language: 'en',
  documents: [
    {
      id: 'd1',
      page: 'd1.html',
      title: 'Letter',
      text: ['Letter', 'Words'],
      notes: [],
      facets: {
        sender: [{ key: 'p_RJ1', label: 'Roe, Jane' }],
        chapter: [
          { key: 'ch1', label: 'Sources' },
          { key: 'ch2', label: 'sources' },
        ],
      },
    },
  ],
  pages: [{ number: '7', page: 'pg_7.html', title: 'Page 7' }],
};

describe('a volume in the search of a series', () => {
  it('has its pages by their addresses from the home of the series, and facets that mean the same in all volumes', () => {
    const { documents, pages } = inSeries(volume, {
      ...{ id: 'frus2', title: 'T', folder: 'frus 2' },
      groups: [
        { id: 'a', head: 'Outer' },
        { id: 'b', head: 'Inner' },
      ],
    });
    expect(pages).toEqual([{ number: '7', page: 'frus%202/html/pg_7.html', title: 'Page 7 · Cranes' }]);
    expect(documents[0]).toMatchObject({ page: 'frus%202/html/d1.html', volume: 'Cranes' });
    // Ids by which one volume tells persons and chapters apart are those of others in the next.
    expect(documents[0]?.facets).toEqual({
      sender: [{ key: 'roe-jane', label: 'Roe, Jane' }],
      chapter: [{ key: 'sources', label: 'sources' }],
      group: [
        { key: 'a', label: 'Outer' },
        { key: 'b', label: 'Inner' },
      ],
      volume: [{ key: 'frus2', label: 'Cranes' }],
    });
  });
});
