import type { Endnote, NoteLine } from './endnote.js';
import { stepOf } from './labels.js';
import { markersOf } from './list-markers.js';
import type { Run } from './note-runs.js';

/** What parts a note from the next on its line: two blanks, or the end of a sentence before a marker that is nothing else. */
const BREAK = /(?<=[.;:!?)\]”"’])(?:\s{2,}|\s?(?=[⁰¹²³⁴-⁹]))|\s{3,}/g;

/** Notes of which several stand on a line, apart: each begins with the marker of the list and the next label. */
export function partedNotes(notes: readonly Endnote[], run: Run): readonly Endnote[] {
  return notes.flatMap((note, index) => {
    const next = notes[index + 1]?.label;
    const parted: { label?: string; lines: NoteLine[] }[] = [{ ...note, lines: [] }];
    for (const line of note.lines) {
      let words = 0;
      let marked: number | undefined;
      for (const gap of line.text.matchAll(BREAK)) {
        const at = gap.index + gap[0].length;
        const rest = line.text.slice(at);
        const marker = markersOf(rest).find(({ style }) => style.name === run.style.name);
        const before = parted.at(-1)?.label;
        if (marker?.label === undefined || before === undefined || marker.label === next) continue;
        if (stepOf(before, marker.label) !== 'next') continue;
        parted.at(-1)?.lines.push(stretchOf(line, words, gap.index, marked));
        parted.push({ label: marker.label, lines: [] });
        marked = at;
        words = at + marker.length;
      }
      parted.at(-1)?.lines.push(stretchOf(line, words, line.text.length, marked));
    }
    return parted;
  });
}

/** The words of a line between two places; its first stretch keeps what stands before the line's words, each other begins with its marker. */
function stretchOf(line: NoteLine, from: number, to: number, marked: number | undefined): NoteLine {
  const { start, text } = line;
  const own = {
    text: text.slice(from, to),
    start: start + from,
    line: {
      start: marked === undefined ? line.line.start : start + marked,
      end: to === text.length ? line.line.end : start + to,
    },
  };
  return marked === undefined ? { ...line, ...own } : own;
}
