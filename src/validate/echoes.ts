import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** What says again, at the same place, what another finding says better: a code, and the code that makes it superfluous. */
const ECHOES: Readonly<Record<string, readonly string[]>> = {
  VA301: ['VA019'], // a doubled id, found by the schema and by the rules
  VA343: ['VA015', 'VA111'], // a reference without a target, likewise
  VA430: ['VA018'], // an empty row, likewise
  VA010: ['VA201'], // a second heading, out of place for the schema
  VA014: ['VA501', 'VA341', 'VA342'], // a day that no month has; a pointer without #; an address that is none
  VA303: ['VA014'], // an id that is none, and so of no document
  VA322: ['VA019', 'VA303'], // a doubled id, or that of another document; it tells another number, too
  VA543: ['VA501'],
  VA544: ['VA540'], // a classification that is not the note's
  VA109: ['VA341'], // a pointer without #
  VA107: ['VA341', 'VA342'], // an address without #, or none; the rule knows whether the id exists, and mends it
  VA209: ['VA520', 'VA430'], // a dateline whose date is not marked, or an empty one
  VA340: ['VA323'], // a second call of no note
  VA506: ['VA500'], // a date out of order because it is not that of its words
  VA507: ['VA500'],
};

/** The codes that make others superfluous. */
const BETTER: ReadonlySet<string> = new Set(Object.values(ECHOES).flat());

/** The findings without those that another says better. */
export function withoutEchoes(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = new Set<string>();
  for (const { code, place } of found) if (BETTER.has(code)) said.add(`${code} ${place?.start?.offset}`);
  return found.filter(({ code, place }) => {
    const better = Object.hasOwn(ECHOES, code) ? (ECHOES[code] ?? []) : [];
    return !better.some((other) => said.has(`${other} ${place?.start?.offset}`));
  });
}
