import type { Position } from '../../model/position.js';
import type { VolumeReading } from '../tei-reading.js';

/**
 * Finds the place of words in the TEI, for findings of the press: within the section or note with that id, or where it begins if the words are not written there as such (as a
 * character reference, or with markup between them).
 */
export function locator(reading: VolumeReading): (id: string, words: string) => Position | undefined {
  return (id, words) => {
    const start = (reading.sections.get(id) ?? reading.notes.get(id))?.start;
    if (start === undefined) return undefined;
    const at = reading.source.text.indexOf(words, start.offset);
    const end = reading.documents.get(id)?.end ?? Infinity;
    return at < 0 || at > end ? start : reading.source.positionAt(at);
  };
}
