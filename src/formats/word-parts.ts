import { SourceFile } from '../model/source-file.js';
import { readXml, type StartTag, type XmlHandler } from './sax.js';

/** What is in the parts of a Word file besides what is read, counted apart from the reading (ISO/IEC 29500-1 §17). */
export interface WordContent {
  /** The words of the text, of all `w:t` in their order. */
  readonly text: string;
  /** The words of each note, by `footnote-ID` or `endnote-ID`. */
  readonly notes: ReadonlyMap<string, string>;
  /** Insertions, deletions and moves that nobody has accepted or rejected. */
  readonly changes: number;
  readonly comments: number;
  /** Formulas, embedded objects, parts of other files. */
  readonly embedded: number;
  readonly pictures: number;
  readonly textBoxes: number;
  readonly symbols: number;
  readonly hidden: number;
  /** Words that headers and footers have. */
  readonly furniture: number;
  /** The lists that number paragraphs, as `NUMBER/LEVEL` (`w:numId`, `w:ilvl`), and the styles that paragraphs have. */
  readonly lists: ReadonlySet<string>;
  readonly styles: ReadonlySet<string>;
  /** A part is no XML, or has a DOCTYPE. */
  readonly isDamaged: boolean;
}

/** Elements that are counted, and as what. */
const COUNTED: ReadonlyMap<string, Counted> = new Map([
  ...['ins', 'del', 'moveFrom', 'moveTo', 'delText', 'cellIns', 'cellDel', 'cellMerge'].map(
    (name): [string, Counted] => [name, 'changes'],
  ),
  ['commentReference', 'comments'],
  ...['oMath', 'OLEObject', 'altChunk', 'subDoc'].map((name): [string, Counted] => [name, 'embedded']),
  ['drawing', 'pictures'],
  ['imagedata', 'pictures'],
  ['txbxContent', 'textBoxes'],
  ['sym', 'symbols'],
]);

type Counted = 'changes' | 'comments' | 'embedded' | 'pictures' | 'textBoxes' | 'symbols' | 'hidden';

/** Word nests tables, boxes and fields; no person nests them so deep. */
const LIMITS = { depth: 250, attributeLength: 1_000_000, attributes: 1000 };

/** Reads the parts of a Word file by their names. */
export function wordContent(parts: ReadonlyMap<string, string>): WordContent {
  const counter = new Counter();
  let [text, furniture, isDamaged] = ['', 0, false];
  for (const [name, xml] of parts) {
    const kind = /^word\/(document|footnotes|endnotes|header|footer)\d*\.xml$/.exec(name)?.[1];
    if (kind === undefined) continue;
    counter.words = '';
    isDamaged = readXml(new SourceFile(name, xml), counter, LIMITS).length > 0 || isDamaged;
    if (kind === 'document') text = counter.words;
    else if (kind === 'header' || kind === 'footer')
      furniture += counter.words.split(/\s+/).filter((word) => word !== '').length;
  }
  const { count, notes, lists, styles } = counter;
  return { ...count, text, notes, lists, styles, furniture, isDamaged };
}

/** Counts what stands in parts, and gathers their words. */
class Counter implements XmlHandler {
  words = '';
  readonly count: Record<Counted, number> = {
    changes: 0,
    comments: 0,
    embedded: 0,
    pictures: 0,
    textBoxes: 0,
    symbols: 0,
    hidden: 0,
  };
  readonly notes = new Map<string, string>();
  readonly lists = new Set<string>();
  readonly styles = new Set<string>();
  /** How deep in what is written twice, for readers that do not know the first. */
  #choice = 0;
  #isText = false;
  #level = '0';
  #note = '';

  startTag({ local, prefix, attributes }: StartTag): void {
    if (local === 'Choice') this.#choice++;
    if (this.#choice > 0) return;
    const value = (attribute: string): string => attributes[`${prefix}:${attribute}`]?.value ?? '';
    const counted = COUNTED.get(local);
    if (counted !== undefined) this.count[counted]++;
    else if (local === 'vanish') this.count.hidden += /^(?:0|false|off)$/.test(value('val')) ? 0 : 1;
    else if (local === 'ilvl') this.#level = value('val');
    else if (local === 'numId') this.lists.add(`${value('val')}/${this.#level}`);
    else if (local === 'pStyle') this.styles.add(value('val'));
    else if (isNote(local)) {
      this.#note = `${local}-${value('id')}`;
      this.words = '';
    } else if (local === 't' && prefix !== 'm') this.#isText = true;
  }

  endTag({ local }: StartTag): void {
    if (local === 'Choice') this.#choice--;
    else if (local === 't') this.#isText = false;
    else if (local === 'p' || local === 'tab' || local === 'br') this.words += ' ';
    else if (isNote(local) && this.words.trim() !== '') this.notes.set(this.#note, this.words);
  }

  text(value: string): void {
    if (this.#isText && this.#choice === 0) this.words += value;
  }
}

function isNote(local: string): boolean {
  return local === 'footnote' || local === 'endnote';
}
