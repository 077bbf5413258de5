import { NOTHING_READ } from '../../grammar/source-note.js';
import type { ActKey, CitationPart, SourceReading } from '../../model/header.js';
import type { SuppliedDocument, SuppliedReading } from '../../model/manifest.js';
import type { Built } from '../regions/build.js';

/** Puts the editor's reading of the source note in place of the encoder's; what the editor has checked is in doubt no more. */
export function supplyReading(built: Built, { reading }: SuppliedDocument): Built {
  if (reading === undefined) return built;
  const source = built.facts.source ?? { text: '', reading: NOTHING_READ };
  const settled: SourceReading = { ...source.reading, unknown: [], certainty: 'high' };
  const read = reading === 'checked' ? settled : corrected(settled, reading);
  return { ...built, facts: { ...built.facts, source: { ...source, reading: read } } };
}

const ACTS = ['drafted', 'cleared', 'approved'] as const satisfies readonly ActKey[];

function corrected(read: SourceReading, reading: SuppliedReading): SourceReading {
  const { repository, classification, handling, precedence } = reading;
  const citation: readonly CitationPart[] = [
    ...(reading.collection === undefined ? [] : [{ element: 'collection' as const, text: reading.collection }]),
    ...(reading.file === undefined ? [] : [{ element: 'idno' as const, type: 'file', text: reading.file }]),
  ];
  const acts = ACTS.flatMap((key) => {
    const names = reading[key];
    if (names === undefined) return read.acts.filter((act) => act.key === key);
    const persons = names.map((name) => ({ name }));
    return persons.length === 0 ? [] : [{ key, phrase: `${key} by`, persons, span: { start: 0, end: 0 } }];
  });
  const others = read.acts.filter((act) => !ACTS.some((key) => key === act.key));
  return {
    ...read,
    ...(repository === undefined ? {} : { repository }),
    ...(citation.length === 0 ? {} : { citation }),
    ...(classification === undefined ? {} : { classification }),
    ...(handling === undefined ? {} : { handling }),
    ...(precedence === undefined ? {} : { precedence }),
    acts: [...acts, ...others],
    supplied: Object.entries(reading)
      .filter(([, value]) => value !== undefined)
      .map(([key]) => (key === 'collection' || key === 'file' ? 'citation' : key)),
  };
}
