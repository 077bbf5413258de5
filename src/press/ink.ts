import type { LetterFit } from './letter-fit.js';
import type { Segment } from './line.js';
import type { PdfDocument } from './pdfmake.js';
import type { Setting } from './type-case.js';

/** The type of a page artifact (ISO 32000-1, 14.8.2.2.2): running heads, folios, rules. */
export type ArtifactKind = 'Pagination' | 'Layout';

/**
 * Writes the text of one page as PDF operators: the words of one style on one line in one operation. pdfkit's pages count from the top left; text is
 * written in the PDF's own space, from the bottom left, in points.
 */
export class Ink {
  readonly #document: PdfDocument;
  readonly #height: number;
  readonly #out: string[] = [];
  readonly #rules: string[] = [];
  #fontKey = '';
  #tracking = 0;
  #scale = 1;
  /** What ends the text object that is open. */
  #open = '';

  constructor(document: PdfDocument, height: number) {
    this.#document = document;
    this.#height = height;
  }

  /** Begins the marked content `mcid` of a structure element. */
  begin(type: string, mcid: number): void {
    this.end();
    this.#out.push(`/${type} <</MCID ${mcid}>> BDC BT`);
    this.#open = 'ET EMC';
  }

  /** Begins text that belongs to no structure: in a file without tags. */
  beginUnmarked(): void {
    this.end();
    this.#out.push('BT');
    this.#open = 'ET';
  }

  beginArtifact(kind: ArtifactKind): void {
    this.end();
    this.#out.push(`/Artifact <</Type /${kind}>> BDC BT`);
    this.#open = 'ET EMC';
  }

  /** Ends what `begin` began. */
  end(): void {
    if (this.#open !== '') this.#out.push(this.#open);
    this.#open = '';
  }

  /** Draws a segment with its line's left end at `x` and its baseline at `y`, from the top of the page. */
  segment(segment: Segment, x: number, y: number): void {
    const { setting } = segment;
    this.text(segment.glyphs, setting, x + segment.x, y, segment.fit);
    if (setting.underline) this.rule(x + segment.x, y + setting.size * 0.14, segment.width, setting.size * 0.05);
    if (setting.strike) this.rule(x + segment.x, y - setting.size * 0.24, segment.width, setting.size * 0.05);
  }

  text(glyphs: string, setting: Setting, x: number, y: number, fit?: LetterFit): void {
    const { face, size, rise, tracking } = setting;
    const key = `/${face.id} ${round(size)} Tf`;
    if (key !== this.#fontKey) {
      this.#document.page.fonts[face.id] ??= face.font.ref();
      this.#out.push(key);
      this.#fontKey = key;
    }
    const spacing = (tracking / 1000 + (fit?.spread ?? 0)) * size;
    if (spacing !== this.#tracking) {
      this.#out.push(`${fine(spacing)} Tc`);
      this.#tracking = spacing;
    }
    const scale = fit?.scale ?? 1;
    if (scale !== this.#scale) {
      this.#out.push(`${fine(100 * scale)} Tz`);
      this.#scale = scale;
    }
    this.#out.push(`1 0 0 1 ${round(x)} ${round(this.#height - y + rise)} Tm [${glyphs}]TJ`);
  }

  /** A filled bar; `y` is its middle, from the top. Bars are drawn after the text, as artifacts. */
  rule(x: number, y: number, width: number, thickness: number): void {
    this.#rules.push(`${round(x)} ${round(this.#height - y - thickness / 2)} ${round(width)} ${round(thickness)} re f`);
  }

  /** Writes the page's text to the document, in a graphics state of its own. */
  flush(): void {
    this.end();
    const rules = this.#rules.length === 0 ? '' : `/Artifact <</Type /Layout>> BDC\n${this.#rules.join('\n')}\nEMC\n`;
    this.#document.addContent(`q 1 0 0 -1 0 ${round(this.#height)} cm\n${this.#out.join('\n')}\n${rules}Q`);
  }
}

/** What is added to each of many letters is rounded later. */
function fine(n: number): number {
  return Math.round(n * 1e4) / 1e4;
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
