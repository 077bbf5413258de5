import { isSourceNote } from '../grammar/source-prefix.js';
import { closedUp } from '../grammar/spaces.js';
import { attribute, resolve, type Tag, tagsOf } from './tags.js';

/** What stands at the beginning of a document of a volume, as far as a header can be read from it. White space is one space. */
export interface DocumentOpening {
  readonly id: string;
  /** The heading without its notes. */
  readonly head: string;
  /** The source note or inline file number, or the bracketed source of a document that is withheld in full. */
  readonly source?: string;
  /** Lines of classification and precedence that the older families print in the body. */
  readonly markings: readonly string[];
  /** The whole dateline. */
  readonly dateline?: string;
  readonly place?: string;
  readonly date?: EncodedDate;
  readonly correspondents: readonly EncodedCorrespondent[];
}

/** A date with its printed words and the attributes that the volume gives it. */
export interface EncodedDate {
  readonly words: string;
  readonly when?: string;
  readonly from?: string;
  readonly to?: string;
}

/** A name that the volume marks as the sender or receiver. */
export interface EncodedCorrespondent {
  readonly type: 'from' | 'to';
  readonly element: string;
  readonly name: string;
  /** The pointer to the list of persons, with its `#`. */
  readonly corresp?: string;
}

/** How many paragraphs from the head a line of classification can stand. */
const openingParagraphs = 2;

/**
 * The openings of the documents of a FRUS volume, of any of its families: source notes in the head (typed or not), before it (inline), or as
 * the whole text (withheld documents); datelines as child, in an `opener`, or in the heading; classification lines in `seg` and in the first paragraphs.
 */
export function documentOpenings(text: string): DocumentOpening[] {
  const found: DocumentOpening[] = [];
  let reader: OpeningReader | undefined;
  let end = 0;
  for (const tag of tagsOf(text)) {
    reader?.text(text, end, tag.start);
    end = tag.end;
    if (reader === undefined) {
      const id = tag.name === 'div' && tag.kind === 'start' && isDocument(tag) ? attribute(tag, 'xml:id') : undefined;
      if (id !== undefined) reader = new OpeningReader(id);
      continue;
    }
    reader.tag(tag);
    if (!reader.isDone) continue;
    found.push(reader.opening());
    reader = undefined;
  }
  return found;
}

function isDocument(tag: Tag): boolean {
  return tag.attributes.includes('document') && attribute(tag, 'type') === 'document';
}

/** Elements whose text is collected, each into a text of its own. */
interface Collector {
  readonly depth: number;
  readonly tag: Tag;
  text: string;
}

/** Follows the events of one document from the start tag of its div to where its body begins. */
class OpeningReader {
  isDone = false;
  readonly #id: string;
  /** How many elements are open below the div. */
  #depth = 0;
  #paragraphs = 0;
  /** The child of the div that is open. */
  #child = '';
  #head: string | undefined;
  #source: string | undefined;
  #dateline: string | undefined;
  #place: string | undefined;
  #date: EncodedDate | undefined;
  readonly #markings: string[] = [];
  readonly #correspondents: EncodedCorrespondent[] = [];
  /** The collecting elements that are open, outermost first. */
  readonly #open: Collector[] = [];

  constructor(id: string) {
    this.#id = id;
  }

  text(source: string, start: number, end: number): void {
    if (this.#open.length === 0 || start === end) return;
    const text = resolve(source.slice(start, end));
    // What stands in a note is the note's, not the heading's.
    const note = this.#open.findLastIndex((c) => c.tag.name === 'note');
    for (const collector of this.#open.slice(Math.max(0, note))) collector.text += text;
  }

  tag(tag: Tag): void {
    if (tag.kind === 'end') this.#end();
    else if (tag.kind === 'empty') {
      if (tag.name === 'lb') for (const c of this.#open) c.text += ' ';
    } else this.#start(tag);
  }

  #start(tag: Tag): void {
    this.#depth++;
    if (this.#depth === 1) {
      this.#child = tag.name;
      this.#startChild(tag.name);
    }
    if (this.isDone) return;
    // Two paragraphs of a note are no one word where no blank parts their tags.
    if (tag.name === 'p') for (const c of this.#open) c.text += ' ';
    const isNote = tag.name === 'note';
    if (isNote || this.#collects(tag.name)) this.#open.push({ depth: this.#depth, tag, text: '' });
  }

  /** The body begins with its third paragraph, or with what is neither heading nor dateline. */
  #startChild(name: string): void {
    if (name === 'p') this.#paragraphs++;
    const isOpening = ['note', 'head', 'dateline', 'opener', 'pb', 'list'].includes(name);
    if (!isOpening && !(name === 'p' && this.#paragraphs <= openingParagraphs)) this.isDone = true;
  }

  #collects(name: string): boolean {
    if (this.#depth === 1) return name === 'head' || name === 'p' || name === 'dateline';
    if (this.#open.some((c) => c.tag.name === 'note')) return name === 'p';
    // Places and dates of a list are those of its items.
    if (this.#child === 'list') return false;
    if (['dateline', 'date', 'placeName', 'seg'].includes(name)) return this.#paragraphs === 0;
    return this.#open[0]?.tag.name === 'head' && ['persName', 'gloss', 'orgName'].includes(name);
  }

  #end(): void {
    if (this.#depth === 0) {
      this.isDone = true;
      return;
    }
    const collector = this.#open.at(-1);
    if (collector?.depth === this.#depth) {
      this.#open.pop();
      this.#collected(collector.tag, closedUp(collector.text));
    }
    this.#depth--;
  }

  #collected(tag: Tag, text: string): void {
    if (text === '') return;
    const name = tag.name;
    if (name === 'head' && this.#depth === 1) this.#head = text;
    else if (name === 'note') this.#note(tag, text);
    else if (name === 'p') this.#paragraph(text);
    else if (name === 'dateline') this.#dateline ??= text;
    else if (name === 'seg') this.#markings.push(text);
    else if (name === 'placeName') this.#place ??= text;
    else if (name === 'date') this.#date ??= encodedDate(tag, text);
    else this.#correspondent(tag, text);
  }

  /** Typed, inline, or in the head and beginning with `Source:` as in the volumes that type none. */
  #note(tag: Tag, text: string): void {
    const type = attribute(tag, 'type');
    const isInOpening = this.#depth === 1 || this.#open[0]?.tag.name === 'head';
    if (type === 'source' || (type === undefined && isInOpening && isSourceNote(text))) this.#source ??= text;
  }

  /** The second paragraph of a source note that begins with a summary, the bracketed source of a withheld document, or a line of markings. */
  #paragraph(text: string): void {
    if (isSourceNote(text)) this.#source ??= text.replace(/^\[|\]\.?$/g, '');
    else if (this.#open.at(-1)?.tag.name === 'note') return;
    else if (this.#markings.length === 0 && text.length <= 60) this.#markings.push(text);
  }

  #correspondent(tag: Tag, name: string): void {
    const type = attribute(tag, 'type');
    if (type !== 'from' && type !== 'to') return;
    const corresp = attribute(tag, 'corresp');
    this.#correspondents.push({
      type,
      element: tag.name,
      name,
      ...(corresp === undefined || !corresp.startsWith('#') ? {} : { corresp }),
    });
  }

  opening(): DocumentOpening {
    return {
      id: this.#id,
      head: this.#head ?? '',
      ...(this.#source === undefined ? {} : { source: this.#source }),
      markings: this.#markings,
      ...(this.#dateline === undefined ? {} : { dateline: this.#dateline }),
      ...(this.#place === undefined ? {} : { place: this.#place }),
      ...(this.#date === undefined ? {} : { date: this.#date }),
      correspondents: this.#correspondents,
    };
  }
}

function encodedDate(tag: Tag, words: string): EncodedDate {
  const date: { words: string; when?: string; from?: string; to?: string } = { words };
  for (const name of ['when', 'from', 'to'] as const) {
    const value = attribute(tag, name);
    if (value !== undefined) date[name] = value;
  }
  return date;
}
