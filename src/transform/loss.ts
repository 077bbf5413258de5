import { type Diagnostic, diagnostic, type Place } from '../diagnostics/diagnostic.js';
import type { Position } from '../model/position.js';
import type { Reading } from './reading.js';
import type { VolumeReading } from './tei-reading.js';

/**
 * The proof that an edition has lost nothing: its reading beside the reading of the TEI. Each document, note, page break and
 * attachment of the TEI is in the edition, once, with its text; each difference is an error that names what is lost and its line.
 *
 * @param tei As {@link readVolume} reads it.
 * @param edition As `EditionReader` reads XHTML, or in the same shape from another format's extracted text.
 * @param format The edition's name, for the findings: `HTML`, `EPUB`, `PDF`.
 */
export function findLosses(tei: VolumeReading, edition: Reading, format: string): readonly Diagnostic[] {
  return new Comparison(tei, edition, format).run();
}

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
      const place = this.#place(section.start);
      if (found === undefined) {
        // A section without words (a chapter's frame) leaves nothing to lose.
        if (section.isDocument || section.text !== '') this.#report('TR010', { id }, place);
        continue;
      }
      this.#text(section.text, found.text, `the text of ${id}`, place);
      if (section.calls !== found.calls)
        this.#report('TR013', { id, before: section.calls, after: found.calls }, place);
      if (section.gaps !== found.gaps) this.#report('TR023', { id, before: section.gaps, after: found.gaps }, place);
      if (section.attachments !== found.attachments) {
        this.#report('TR014', { id, before: section.attachments, after: found.attachments }, place);
      }
    }
    for (const id of this.#edition.sections.keys())
      if (!this.#tei.sections.has(id)) this.#report('TR016', { what: `the section ${id}` });
  }

  #notes(): void {
    for (const [id, note] of this.#tei.notes) {
      const found = this.#edition.notes.get(id);
      const place = this.#place(note.start);
      if (found === undefined) this.#report('TR011', { id, section: note.section }, place);
      else this.#text(note.text, found.text, `the note ${id}`, place);
    }
    for (const id of this.#edition.notes.keys())
      if (!this.#tei.notes.has(id)) this.#report('TR016', { what: `the note ${id}` });
  }

  #pageBreaks(): void {
    const nameless = /^n=/;
    const count = (reading: Reading): number => [...reading.pageBreaks.values()].reduce((sum, n) => sum + n, 0);
    for (const [key, times] of this.#tei.pageBreaks) {
      if (!nameless.test(key) && this.#edition.pageBreaks.get(key) !== times) this.#report('TR015', { key });
    }
    const [before, after] = [count(this.#tei), count(this.#edition)];
    if (before !== after) this.#report('TR017', { before, after });
  }

  #text(before: string, after: string, where: string, place: Place): void {
    if (before === after) return;
    let at = 0;
    while (at < before.length && before[at] === after[at]) at++;
    const isSpace = before.replaceAll(' ', '') === after.replaceAll(' ', '');
    const facts = { where, before: excerpt(before, at), after: excerpt(after, at) };
    this.#report(isSpace ? 'TR018' : 'TR012', facts, place);
  }

  #report(
    code: 'TR010' | 'TR011' | 'TR012' | 'TR013' | 'TR014' | 'TR015' | 'TR016' | 'TR017' | 'TR018' | 'TR023',
    facts: Readonly<Record<string, string | number>>,
    place?: Place,
  ): void {
    this.#found.push(diagnostic(code, { ...facts, format: this.#format }, place ?? this.#place()));
  }

  #place(start?: Position): Place {
    return { file: this.#tei.source.path, ...(start === undefined ? {} : { start }) };
  }
}

function excerpt(text: string, at: number): string {
  const from = Math.max(0, at - 25);
  return `${from > 0 ? '…' : ''}${text.slice(from, at + 35)}${at + 35 < text.length ? '…' : ''}`;
}
