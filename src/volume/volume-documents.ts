import { isCalendarDate } from '../grammar/iso-date.js';
import { isSourceNote } from '../grammar/source-prefix.js';
import { closedUp } from '../grammar/spaces.js';
import { isName } from '../model/identifier.js';
import { authorityOf } from './authorities.js';
import { attribute, characters, type Tag, tagsOf } from './tags.js';

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
  /** Where the name begins in the heading; two persons of one heading can be called the same. */
  readonly at: number;
  /** The pointer to the list of persons, with its `#`. */
  readonly corresp?: string;
  /** Addresses in authority files that stand on the name itself. */
  readonly ref?: string;
  /** Whom the name means is in doubt (`@cert`). */
  readonly isDoubted?: boolean;
}

/** How many paragraphs from the head a line of classification can stand. */
const openingParagraphs = 2;

/**
 * The openings of the documents of a FRUS volume, of any of its families: source notes in the head (typed or not), before it (inline), or as
 * the whole text (withheld documents); datelines as child, in an `opener`, or in the heading; classification lines in `seg` and in the first paragraphs.
 */
export function documentOpenings(text: string): DocumentOpening[] {
  const found: DocumentOpening[] = [];
  const ids = new Set<string>();
  let reader: OpeningReader | undefined;
  let end = 0;
  for (const tag of tagsOf(text)) {
    reader?.text(text, end, tag.start);
    end = tag.end;
    const isNext = tag.name === 'div' && tag.kind === 'start' && isDocument(tag);
    if (!isNext) reader?.tag(tag);
    if (reader !== undefined && (isNext || reader.isDone)) {
      found.push(reader.opening());
      reader = undefined;
    }
    const id = isNext ? attribute(tag, 'xml:id') : undefined;
    // A header points to its document: one whose id is no name, or another's, cannot have any.
    if (id === undefined || !isName(id) || ids.has(id)) continue;
    ids.add(id);
    reader = new OpeningReader(id);
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
  /** Where it begins in the text of the outermost that is open, of which white space is one space. */
  readonly at: number;
  text: string;
  /** Of a note, its own paragraph that begins with `Source:`. */
  paragraph?: string;
}

/** What interrupts the text that it stands in: its words are its own. */
const INTERRUPTS = new Set(['note', 'fw', 'sic', 'orig', 'abbr']);
/** What a choice has beside the reading that the editor gives it (P5 3.5): only there it is no part of a sentence. */
const REPLACED = new Set(['sic', 'orig', 'abbr']);

/** Follows the events of one document from the start tag of its div to its end; once the body has begun, for a source note at its foot only. */
class OpeningReader {
  isDone = false;
  #isBody = false;
  readonly #id: string;
  /** How many elements are open below the div. */
  #depth = 0;
  #paragraphs = 0;
  /** The child of the div that is open. */
  #child = '';
  #head: string | undefined;
  /** The source note that its type names, and one that says so itself. */
  #typed: string | undefined;
  #source: string | undefined;
  #dateline: string | undefined;
  #place: string | undefined;
  #date: EncodedDate | undefined;
  readonly #markings: string[] = [];
  readonly #correspondents: EncodedCorrespondent[] = [];
  /** The depth of the choice that is open. */
  #choice = -1;
  /** The collecting elements that are open, outermost first. */
  readonly #open: Collector[] = [];

  constructor(id: string) {
    this.#id = id;
  }

  text(source: string, start: number, end: number): void {
    if (this.#open.length === 0 || start === end) return;
    this.#append(characters(source.slice(start, end)));
  }

  /** What stands in a note is the note's, not the heading's. */
  #append(text: string): void {
    const inner = this.#open.findLastIndex((c) => INTERRUPTS.has(c.tag.name));
    for (const collector of this.#open.slice(Math.max(0, inner))) collector.text += text;
  }

  tag(tag: Tag): void {
    if (tag.kind === 'end') this.#end();
    else if (tag.kind === 'empty') {
      if (tag.name === 'lb') this.#append(' ');
    } else this.#start(tag);
  }

  #start(tag: Tag): void {
    this.#depth++;
    if (this.#depth === 1) {
      this.#child = tag.name;
      this.#startChild(tag.name);
    }
    if (this.#isBody && this.#open.length === 0 && !(this.#depth === 1 && tag.name === 'note')) return;
    // Two paragraphs of a note are no one word where no blank parts their tags.
    if (tag.name === 'p') this.#append(' ');
    if (tag.name === 'choice') this.#choice = this.#depth;
    const isReplaced = REPLACED.has(tag.name) && this.#choice === this.#depth - 1;
    if ((INTERRUPTS.has(tag.name) && !REPLACED.has(tag.name)) || isReplaced || this.#collects(tag.name))
      this.#open.push({ depth: this.#depth, tag, at: this.#offset(), text: '' });
  }

  /** How long the text of the outermost collector is before what begins now. */
  #offset(): number {
    const [outermost] = this.#open;
    return outermost === undefined ? 0 : closedUp(`${outermost.text}x`).length - 1;
  }

  /** The body begins with its third paragraph, or with what is neither heading nor dateline. */
  #startChild(name: string): void {
    if (name === 'p') this.#paragraphs++;
    const isOpening = ['note', 'head', 'dateline', 'opener', 'pb', 'list'].includes(name);
    if (!isOpening && !(name === 'p' && this.#paragraphs <= openingParagraphs)) this.#isBody = true;
  }

  #collects(name: string): boolean {
    if (this.#depth === 1) return name === 'head' || name === 'p' || name === 'dateline';
    if (this.#open.some((c) => c.tag.name === 'note')) return name === 'p';
    // Places and dates of a list are those of its items.
    if (this.#child === 'list') return false;
    if (['dateline', 'date', 'placeName', 'seg'].includes(name)) return this.#paragraphs === 0;
    const isHead = this.#open[0]?.tag.name === 'head' && this.#head === undefined;
    return isHead && ['persName', 'gloss', 'orgName'].includes(name);
  }

  #end(): void {
    if (this.#depth === 0) {
      this.isDone = true;
      return;
    }
    const collector = this.#open.at(-1);
    if (collector?.depth === this.#depth) {
      this.#open.pop();
      this.#collected(collector, closedUp(collector.text));
    }
    if (this.#depth === this.#choice) this.#choice = -1;
    this.#depth--;
  }

  #collected(collector: Collector, text: string): void {
    if (text === '') return;
    const { tag } = collector;
    const { name } = tag;
    if (name !== 'note' && INTERRUPTS.has(name)) return;
    if (name === 'head' && this.#depth === 1) this.#head ??= text;
    else if (name === 'note') this.#note(collector, text);
    else if (name === 'p') this.#paragraph(text);
    else if (name === 'dateline') this.#dateline ??= text;
    else if (name === 'seg') this.#markings.push(text);
    else if (name === 'placeName') this.#place ??= text;
    else if (name === 'date') this.#date ??= encodedDate(tag, text);
    else this.#correspondent(collector, text);
  }

  /** Typed, or in the head or beside it and beginning with `Source:` as in the volumes that type none; a note on a note is of that note. */
  #note({ tag, paragraph }: Collector, text: string): void {
    if (this.#open.some((c) => c.tag.name === 'note')) return;
    const type = attribute(tag, 'type');
    const isInOpening = this.#depth === 1 || this.#open[0]?.tag.name === 'head';
    if (!isInOpening) return;
    if (type === 'source') this.#typed ??= paragraph ?? text;
    else if (type === undefined && isSourceNote(text)) this.#source ??= paragraph ?? text;
  }

  /** The second paragraph of a source note that begins with a summary, the bracketed source of a withheld document, or a line of markings. */
  #paragraph(text: string): void {
    const note = this.#open.at(-1);
    if (note?.tag.name === 'note') {
      if (this.#depth === note.depth + 1 && isSourceNote(text)) note.paragraph ??= text;
    } else if (this.#open.length > 0) return;
    else if (isSourceNote(text)) this.#source ??= text.replace(/^\[|\]\.?$/g, '');
    else if (this.#markings.length === 0 && text.length <= 60) this.#markings.push(text);
  }

  #correspondent({ tag, at }: Collector, name: string): void {
    const type = attribute(tag, 'type');
    if (type !== 'from' && type !== 'to') return;
    const corresp = attribute(tag, 'corresp');
    const ref = authorityOf(tag);
    const cert = attribute(tag, 'cert');
    this.#correspondents.push({
      type,
      element: tag.name,
      name,
      at,
      ...(ref === undefined ? {} : { ref }),
      ...(cert === undefined || cert === 'high' ? {} : { isDoubted: true }),
      ...(corresp === undefined || !corresp.startsWith('#') ? {} : { corresp }),
    });
  }

  opening(): DocumentOpening {
    const source = this.#typed ?? this.#source;
    return {
      id: this.#id,
      head: this.#head ?? '',
      ...(source === undefined ? {} : { source }),
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
    // What is no date is found where it stands, and not said again in the header.
    if (value !== undefined && isCalendarDate(value)) date[name] = value;
  }
  return date;
}
