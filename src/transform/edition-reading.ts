import { type Parting, partingInXhtml } from './parting.js';
import { isUndivided, type Reading, ReadingBuilder, UNDIVIDED } from './reading.js';

/** What an edition adds to the text, by class: calls' numbers, ways back, the structured header, a page's furniture. */
const ADDED: ReadonlySet<string> = new Set(['noteref', 'backref', 'note-label', 'header', 'added']);
const EMPTY: ReadonlySet<string> = new Set(['br', 'img', 'meta', 'link', 'hr', 'col', 'input']);

const NONE: readonly string[] = [];
const [SLASH, EXCLAMATION_MARK, QUESTION_MARK] = [0x2f, 0x21, 0x3f];
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads pages of an edition as a reader would find them, in the order given: of XHTML as the writer (`formats/xhtml.ts`) writes it, from
 * its characters alone. What the edition adds (class `added`, and calls, ways back, headers) is not counted as text. Each page is best read as
 * soon as it is written, while its text is at hand.
 */
export class EditionReader {
  readonly #builder = new ReadingBuilder();
  readonly #kinds = new Kinds();

  read(page: string): void {
    new PageWalk(this.#builder, this.#kinds).run(page);
  }

  finish(): Reading {
    return this.#builder.finish();
  }
}

type Closing = 'section' | 'note' | 'added' | 'apart' | 'attachment' | undefined;

/** What stands apart from the sentences round it, by class. */
const APART: ReadonlySet<string> = new Set(['fw', 'stamp', 'figDesc']);

/** What the name and the classes of an element say. */
interface Kind {
  readonly classes: readonly string[];
  readonly parting: Parting;
}

/** The kinds of elements that have been met: a volume has a hundred of them, and half a million elements. */
class Kinds {
  readonly #known = new Map<string, Map<string, Kind>>();

  of(name: string, classAttribute: string): Kind {
    const ofName = this.#known.get(name) ?? new Map<string, Kind>();
    const known = ofName.get(classAttribute);
    if (known !== undefined) return known;
    const classes = classAttribute === '' ? NONE : classAttribute.split(' ');
    const kind = { classes, parting: partingInXhtml(name, classes) };
    this.#known.set(name, ofName.set(classAttribute, kind));
    return kind;
  }
}

class PageWalk {
  readonly #builder: ReadingBuilder;
  readonly #kinds: Kinds;
  readonly #open: {
    readonly name: string;
    readonly closing: Closing;
    readonly parting: Parting;
  }[] = [];
  #added = 0;
  /** The attachments that are open: the divisions of a floating text are no sections of the volume. */
  #attachments = 0;

  constructor(builder: ReadingBuilder, kinds: Kinds) {
    this.#builder = builder;
    this.#kinds = kinds;
  }

  run(page: string): void {
    // What frames all pages alike stands outside of `main`, where a page has one; its text begins with it.
    const main = page.indexOf('<main');
    let at = Math.max(0, main < 0 ? page.indexOf('<body') : main);
    const end = main < 0 ? page.length : endOf(page, '</main>');
    while (at < end) {
      const tag = page.indexOf('<', at);
      const textEnd = tag < 0 ? end : tag;
      if (textEnd > at && this.#added === 0) this.#builder.text(decode(page.slice(at, textEnd)));
      if (tag < 0) return;
      const tagEnd = page.indexOf('>', tag);
      if (tagEnd < 0) return;
      const first = page.charCodeAt(tag + 1);
      if (first === SLASH) this.#end(page, tag + 2, tagEnd);
      else if (first !== EXCLAMATION_MARK && first !== QUESTION_MARK) this.#tag(page.slice(tag + 1, tagEnd));
      at = tagEnd + 1;
    }
  }

  /** @param tag What stands between `<` and `>` of a start tag. */
  #tag(tag: string): void {
    const isClosed = tag.endsWith('/');
    const space = tag.indexOf(' ');
    const name = space < 0 ? (isClosed ? tag.slice(0, -1) : tag) : tag.slice(0, space);
    this.#start(name, space < 0 ? '' : tag.slice(space), isClosed || EMPTY.has(name));
  }

  #start(name: string, attributes: string, isEmpty: boolean): void {
    const given = attributes === '' ? undefined : attribute(attributes, 'class');
    const { classes, parting } = this.#kinds.of(name, given ?? '');
    this.#part(parting);
    const closing = this.#begin(attributes, classes);
    if (closing === 'added') this.#added++;
    if (isEmpty) this.#close(closing);
    else this.#open.push({ name, closing, parting });
  }

  #begin(attributes: string, classes: readonly string[]): Closing {
    if (attributes === '') return undefined;
    const closing = classes.length === 0 ? undefined : this.#beginOf(classes, attributes);
    if (closing !== undefined || this.#added > 0 || !attributes.includes(' data-')) return closing;
    const resumes = attribute(attributes, 'data-resumes');
    if (resumes !== undefined) {
      this.#builder.openSection(resumes, false);
      return 'section';
    }
    const kind = attribute(attributes, 'data-kind');
    if (kind === undefined || kind === 'header') return undefined;
    if (kind === 'attachment') {
      this.#builder.attachment();
      this.#attachments++;
      return 'attachment';
    }
    if (this.#attachments > 0) return undefined;
    if (!/\bid=/.test(attributes)) return undefined;
    const id = attribute(attributes, 'id') ?? '';
    if (isUndivided(id)) this.#builder.openSection(UNDIVIDED, false);
    else this.#builder.openSection(id, kind === 'document');
    return 'section';
  }

  /** What begins by its classes. */
  #beginOf(classes: readonly string[], attributes: string): Closing {
    if (this.#added === 0 && classes.includes('noteref')) this.#builder.call();
    for (const kind of classes) if (ADDED.has(kind)) return 'added';
    if (this.#added > 0) return undefined;
    if (classes.includes('gap')) this.#builder.gap();
    for (const kind of classes) {
      if (!APART.has(kind)) continue;
      this.#builder.openApart();
      return 'apart';
    }
    if (classes.includes('graphic') && attributes.includes(' data-described=')) this.#described(attributes);
    if (classes.includes('pb')) this.#builder.pageBreak(attribute(attributes, 'id') ?? '');
    if (!classes.includes('note')) return undefined;
    const id = attribute(attributes, 'id') ?? '';
    if (id === '') return undefined;
    this.#builder.openNote(id);
    return 'note';
  }

  /** @param from Where the name begins, up to the end of the tag. */
  #end(page: string, from: number, to: number): void {
    const open = this.#open.pop();
    if (open === undefined || open.name.length !== to - from || !page.startsWith(open.name, from)) return;
    this.#close(open.closing);
    this.#part(open.parting);
  }

  #part(by: Parting): void {
    if (by !== undefined && this.#added === 0) this.#builder.part(by);
  }

  /** The description of a picture, where it stands: in its text alternative. */
  #described(attributes: string): void {
    this.#builder.openApart();
    if (this.#added === 0)
      this.#builder.text(attribute(attributes, 'alt') ?? attribute(attributes, 'aria-label') ?? '');
    this.#builder.closeApart();
  }

  #close(closing: Closing): void {
    if (closing === 'section') this.#builder.closeSection();
    else if (closing === 'note') this.#builder.closeNote();
    else if (closing === 'added') this.#added--;
    else if (closing === 'attachment') this.#attachments--;
    else if (closing === 'apart') this.#builder.closeApart();
  }
}

/** Where the last of these stands; the end of the page, where none does. */
function endOf(page: string, last: string): number {
  const at = page.lastIndexOf(last);
  return at < 0 ? page.length : at;
}

function attribute(attributes: string, name: string): string | undefined {
  const at = attributes.indexOf(` ${name}="`);
  if (at < 0) return undefined;
  const from = at + name.length + 3;
  return decode(attributes.slice(from, attributes.indexOf('"', from)));
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (whole, decimal, hex, name: string) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return ENTITIES[name] ?? whole;
  });
}
