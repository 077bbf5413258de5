import { type Diagnostic, diagnostic, type Place } from '../diagnostics/diagnostic.js';
import { compareReadings, type Difference } from './compare-words.js';
import type { Reading, WordsReading } from './reading.js';
import type { VolumeReading } from './tei-reading.js';

/**
 * The proof that an edition has lost nothing: its reading beside the reading of the TEI. Each document, note, page break and attachment of the
 * TEI is in the edition, with its words. What is lost is an error that names it and its line, and such an edition is not given out. What is
 * all there but not as the TEI has it (in another order, parted or joined, twice) is a warning at its line.
 *
 * @param tei As {@link readVolume} reads it.
 * @param edition As `EditionReader` reads XHTML, or in the same shape from another format's extracted text.
 * @param format The edition's name, for the findings: `HTML`, `EPUB`, `PDF`.
 */
export function findLosses(tei: VolumeReading, edition: Reading, format: string): readonly Diagnostic[] {
  return new Comparison(tei, edition, format).run();
}

/** Losses are errors, alterations warnings. */
type Loss = 'TR010' | 'TR011' | 'TR012' | 'TR013' | 'TR015' | 'TR017' | 'TR023';
type Alteration = 'TR014' | 'TR016' | 'TR018' | 'TR040' | 'TR041' | 'TR042';

class Comparison {
  readonly #tei: VolumeReading;
  readonly #edition: Reading;
  readonly #format: string;
  readonly #found: Diagnostic[] = [];

  constructor(tei: VolumeReading, edition: Reading, format: string) {
    this.#tei = tei;
    this.#edition = edition;
    this.#format = format;
  }

  run(): readonly Diagnostic[] {
    this.#sections();
    this.#notes();
    this.#pageBreaks();
    return this.#found;
  }

  #sections(): void {
    for (const [id, section] of this.#tei.sections) {
      const found = this.#edition.sections.get(id);
      if (found === undefined) {
        // A section without words (a chapter's frame) leaves nothing to lose.
        if (section.isDocument || section.text !== '') this.#report('TR010', { id }, this.#placeOf(section));
        continue;
      }
      this.#words(section, found, `the text of ${id}`);
      this.#counts(section, found, id);
    }
    for (const id of this.#edition.sections.keys())
      if (!this.#tei.sections.has(id)) this.#report('TR016', { what: `the section ${id}` });
  }

  #notes(): void {
    for (const [id, note] of this.#tei.notes) {
      const found = this.#edition.notes.get(id);
      if (found === undefined) {
        this.#report('TR011', { id, section: note.section }, this.#placeOf(note));
        continue;
      }
      this.#words(note, found, `the note ${id}`);
      this.#counts(note, found, `the note ${id}`);
    }
    for (const id of this.#edition.notes.keys())
      if (!this.#tei.notes.has(id)) this.#report('TR016', { what: `the note ${id}` });
  }

  #counts(before: WordsReading, after: WordsReading, id: string): void {
    if (before.gaps > after.gaps)
      this.#report('TR023', { id, before: before.gaps, after: after.gaps }, this.#placeOf(before));
    if (before.attachments > after.attachments) {
      const facts = { id, before: before.attachments, after: after.attachments };
      this.#report('TR014', facts, this.#placeOf(before));
    }
    if (before.calls === after.calls) return;
    const code = before.calls > after.calls ? 'TR013' : 'TR042';
    this.#report(code, { id, before: before.calls, after: after.calls }, this.#placeOf(before));
  }

  #pageBreaks(): void {
    const nameless = /^n=/;
    const count = (reading: Reading): number => [...reading.pageBreaks.values()].reduce((sum, n) => sum + n, 0);
    for (const [key, times] of this.#tei.pageBreaks) {
      if (!nameless.test(key) && (this.#edition.pageBreaks.get(key) ?? 0) < times) this.#report('TR015', { key });
    }
    const [before, after] = [count(this.#tei), count(this.#edition)];
    if (before > after) this.#report('TR017', { before, after });
  }

  #words(tei: WordsReading, edition: WordsReading, where: string): void {
    const difference = compareReadings(tei, edition);
    if (difference === undefined) return;
    const offset = tei.offsetOfWord?.(difference.word);
    const start = offset === undefined ? tei.start : this.#tei.source.positionAt(offset);
    const facts = { where, before: difference.before, after: difference.after };
    this.#report(CODES[difference.kind], facts, this.#placeOf(start === undefined ? {} : { start }));
  }

  #report(code: Loss | Alteration, facts: Readonly<Record<string, string | number>>, place?: Place): void {
    this.#found.push(diagnostic(code, { ...facts, format: this.#format }, place ?? this.#placeOf({})));
  }

  #placeOf({ start }: Pick<WordsReading, 'start'>): Place {
    return { file: this.#tei.source.path, ...(start === undefined ? {} : { start }) };
  }
}

const CODES = { lost: 'TR012', spaces: 'TR018', order: 'TR040', added: 'TR041' } as const satisfies Record<
  Difference['kind'],
  Loss | Alteration
>;
