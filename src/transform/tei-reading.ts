import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { FRUS, readXml, type StartTag, TEI, type XmlHandler } from '../formats/sax.js';
import { inTurn } from '../formats/xml-handlers.js';
import { MAY_PART } from '../model/may-part.js';
import type { Span } from '../model/position.js';
import type { SourceFile } from '../model/source-file.js';
import { compareWords } from './compare-words.js';
import { GatheredNotes } from './gathered-notes.js';
import { isKnownAttribute } from './known-attributes.js';
import { partingInTei } from './parting.js';
import { type Reading, ReadingBuilder, UNDIVIDED } from './reading.js';
import { TeiEvents } from './tei-events.js';

/** A TEI volume as read by a plain reader of XML events, which knows nothing of the stylesheets. */
export interface VolumeReading extends Reading {
  readonly source: SourceFile;
  /** Where the markup of each document stands, by the document's id, in order. */
  readonly documents: ReadonlyMap<string, Span>;
  /** Where the parts of the teiHeader stand that speak of one document (`@corresp`), by the document's id. */
  readonly headers: ReadonlyMap<string, readonly HeaderPart[]>;
  /** The volume's `publicationStmt`, and the attributes of its root element. */
  readonly publicationStmt: Span | undefined;
  readonly rootAttributes: string;
}

export interface HeaderPart {
  readonly name: string;
  readonly span: Span;
}

/** What stands beside the text and is shown behind it, by where it stands. */
const BESIDE: Readonly<Record<string, string>> = {
  particDesc: 'profileDesc',
  settingDesc: 'profileDesc',
  standOff: 'TEI',
  sourceDoc: 'TEI',
};
const MATTER: ReadonlySet<string> = new Set(['front', 'back']);
const PER_DOCUMENT: ReadonlySet<string> = new Set(['msDesc', 'textClass', 'correspDesc', 'creation']);
const XHTML = 'http://www.w3.org/1999/xhtml';
/** Players of films (1917-72PubDip): what they hold for a browser is not the text's. */
const OF_PLAYERS: ReadonlySet<string> = new Set(['object', 'param', 'script', 'style']);

/**
 * Reads a TEI volume in one pass. What is not well-formed gives the reader's findings; attributes that no edition shows, `TR004`.
 *
 * @param beside What else wants the events of the reading.
 * @param callMark What stands in the texts before and after the id of a note that is called; nothing of it, where it is not said.
 */
export function readVolume(source: SourceFile, beside?: XmlHandler, callMark?: string): Result<VolumeReading> {
  const walk = new VolumeWalk(source, callMark);
  const events = new TeiEvents(source, beside === undefined ? walk : inTurn([walk, beside]));
  const found = readXml(source, events);
  if (found.length > 0) return { diagnostics: found };
  return { value: walk.finish(), diagnostics: [...events.diagnostics, ...walk.unshown] };
}

/** What an open element has to close. */
type Closing = 'section' | 'note' | 'attachment' | 'skip' | 'apart' | undefined;

class VolumeWalk implements XmlHandler {
  readonly unshown: Diagnostic[] = [];
  readonly #source: SourceFile;
  readonly #builder: ReadingBuilder;
  readonly #documents = new Map<string, Span>();
  readonly #headers = new Map<string, HeaderPart[]>();
  readonly #closings: Closing[] = [];
  readonly #starts: number[] = [];
  /** The names of the open elements. */
  readonly #parents: string[] = [];
  /** Of each open element: how many elements it has had so far, if it is a choice. */
  readonly #alternatives: (number | undefined)[] = [];
  readonly #reported = new Set<string>();
  /** Notes that may be second calls: with what they point to. */
  readonly #pointing: { readonly id: string; readonly target: string }[] = [];
  readonly #gathered = new GatheredNotes();
  #publicationStmt: Span | undefined;
  #rootAttributes = '';
  /** The texts that are open: a group holds texts in a text (P5 4.3.1). */
  #texts = 0;
  #skipped = 0;
  /** The attachments that are open: the divisions of a floating text are no sections of the volume. */
  #attachments = 0;
  /** How many there have been of what stands beside the text, by name. */
  readonly #beside = new Map<string, number>();
  readonly #nameless = { sections: 0, notes: 0 };

  constructor(source: SourceFile, callMark?: string) {
    this.#source = source;
    this.#builder = new ReadingBuilder(UNDIVIDED, callMark);
  }

  startTag(tag: StartTag, start: number, end: number): void {
    this.#starts.push(start);
    this.#parents.push(tag.local);
    if (this.#isShown(tag, this.#parents.at(-2))) this.#texts++;
    if (this.#starts.length === 1) this.#rootAttributes = this.#source.text.slice(start + tag.name.length + 1, end - 1);
    if (this.#texts === 0) {
      this.#closings.push(undefined);
      return;
    }
    this.#gathered.open(tag);
    const before = this.#alternatives.at(-1);
    if (before !== undefined) this.#alternatives[this.#alternatives.length - 1] = before + 1;
    // The readings of a choice stand side by side; within a word, without a space.
    if (before !== undefined && before > 0) this.#builder.part(MAY_PART);
    this.#alternatives.push(tag.local === 'choice' ? 0 : undefined);
    this.#part(tag, this.#parents.at(-2));
    this.#closings.push(this.#begin(tag, start));
    if (tag.uri === TEI || tag.uri === FRUS) this.#checkAttributes(tag, start, end);
  }

  endTag(tag: StartTag, _start: number, end: number): void {
    const start = this.#starts.pop() ?? 0;
    this.#parents.pop();
    const closing = this.#closings.pop();
    if (closing === 'section') this.#builder.closeSection();
    else if (closing === 'note') this.#builder.closeNote();
    else if (closing === 'skip') this.#skipped--;
    else if (closing === 'attachment') this.#attachments--;
    else if (closing === 'apart') this.#builder.closeApart();
    if (this.#texts > 0) {
      this.#gathered.close(tag);
      this.#alternatives.pop();
      this.#part(tag, this.#parents.at(-1));
      if (tag.local === 'div' && attribute(tag, 'type') === 'document')
        this.#documents.set(attribute(tag, 'xml:id') ?? '', { start, end });
      if (this.#isShown(tag, this.#parents.at(-1))) this.#texts--;
    } else if (PER_DOCUMENT.has(tag.local)) {
      const id = (attribute(tag, 'corresp') ?? '').replace(/^#/, '');
      this.#headers.set(id, [...(this.#headers.get(id) ?? []), { name: tag.local, span: { start, end } }]);
    } else if (tag.local === 'publicationStmt') this.#publicationStmt ??= { start, end };
  }

  text(text: string, start: number): void {
    if (this.#texts > 0 && this.#skipped === 0) this.#builder.text(text, start);
  }

  /** Whether an element is a text, or what is shown as one. */
  #isShown({ local, uri }: StartTag, parent: string | undefined): boolean {
    return uri === TEI && (local === 'text' || (parent !== undefined && BESIDE[local] === parent));
  }

  #part(tag: StartTag, parent: string | undefined): void {
    const parting = partingInTei(tag.local, parent);
    if (parting === undefined || this.#skipped > 0 || attribute(tag, 'break') === 'no') return;
    // An element that holds nothing is left out of the editions; a line that begins is not.
    const isEmpty = tag.isSelfClosing && tag.local !== 'lb';
    this.#builder.part(isEmpty ? MAY_PART : parting);
  }

  finish(): VolumeReading {
    const reading = this.#builder.finish();
    const isSame = (one: string, other: string): boolean => compareWords(one, other) === undefined;
    const notes = new Map(reading.notes);
    // A note that points to another and says the same (or nothing) is a second call of it (frus-facts: `note/@target`).
    for (const { id, target } of this.#pointing) {
      const text = notes.get(id)?.text;
      const original = notes.get(target);
      if (original !== undefined && original.id !== id && (text === '' || isSame(text ?? '', original.text)))
        notes.delete(id);
    }
    return {
      ...reading,
      notes,
      source: this.#source,
      documents: this.#documents,
      headers: this.#headers,
      publicationStmt: this.#publicationStmt,
      rootAttributes: this.#rootAttributes,
    };
  }

  #begin(tag: StartTag, start: number): Closing {
    // The words of an entry for the index made from them (P5 3.9.2) stand in no text.
    // A file in the letters of base64 has no words.
    if (
      tag.local === 'index' ||
      tag.local === 'binaryObject' ||
      (tag.uri === XHTML && (OF_PLAYERS.has(tag.local) || isHidden(tag)))
    ) {
      this.#skipped++;
      return 'skip';
    }
    if (this.#skipped > 0) return undefined;
    if (attribute(tag, 'break') === 'no') this.#builder.join();
    const id = attribute(tag, 'xml:id');
    switch (tag.local) {
      case 'div':
        if (tag.uri !== TEI || this.#attachments > 0) return undefined;
        this.#builder.openSection(
          id ?? `section-${++this.#nameless.sections}`,
          attribute(tag, 'type') === 'document',
          this.#source.positionAt(start),
        );
        return 'section';
      case 'titlePage':
        if (this.#attachments > 0 || !MATTER.has(this.#parents.at(-2) ?? '')) return undefined;
        this.#builder.openSection(id ?? 'titlepage', false, this.#source.positionAt(start));
        return 'section';
      case 'particDesc':
      case 'settingDesc':
      case 'standOff':
      case 'sourceDoc':
        if (!this.#isShown(tag, this.#parents.at(-2))) return undefined;
        this.#builder.openSection(id ?? this.#besideId(tag.local), false, this.#source.positionAt(start));
        return 'section';
      case 'note':
        return this.#note(tag, id, start);
      case 'pb':
        this.#builder.pageBreak(id ?? `n=${attribute(tag, 'n') ?? ''}`);
        return undefined;
      case 'fw':
      case 'stamp':
      case 'figDesc':
        this.#builder.openApart();
        return 'apart';
      case 'gap':
        this.#builder.gap();
        this.#builder.stand();
        return undefined;
      case 'space':
      case 'graphic':
        this.#builder.stand();
        return undefined;
      case 'attachment':
      case 'floatingText':
        this.#builder.attachment();
        this.#attachments++;
        return 'attachment';
      default:
        return undefined;
    }
  }

  #besideId(name: string): string {
    const count = (this.#beside.get(name) ?? 0) + 1;
    this.#beside.set(name, count);
    return count === 1 ? name : `${name}${count}`;
  }

  #note(tag: StartTag, given: string | undefined, start: number): Closing {
    if (attribute(tag, 'rend') === 'inline' || this.#gathered.has(given, this.#parents)) return undefined;
    const id = given ?? `note-${++this.#nameless.notes}`;
    const target = attribute(tag, 'target');
    if (target !== undefined) this.#pointing.push({ id, target: target.replace(/^#/, '') });
    this.#builder.call(id);
    this.#builder.openNote(id, this.#source.positionAt(start));
    return 'note';
  }

  #checkAttributes(tag: StartTag, start: number, end: number): void {
    for (const name in tag.attributes) {
      if (isKnownAttribute(tag.local, name)) continue;
      const key = `${tag.local}/@${name}`;
      if (this.#reported.has(key)) continue;
      this.#reported.add(key);
      const place = {
        file: this.#source.path,
        start: this.#source.positionAt(start),
        end: this.#source.positionAt(end),
      };
      this.unshown.push(diagnostic('TR004', { element: tag.name, attribute: name }, place));
    }
  }
}

function isHidden(tag: StartTag): boolean {
  return /display:none/.test((attribute(tag, 'style') ?? '').replaceAll(' ', ''));
}

function attribute(tag: StartTag, name: string): string | undefined {
  return tag.attributes[name]?.value;
}
