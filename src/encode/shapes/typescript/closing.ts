import type { Block, Closer, Inline, PersName, Postscript } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import type { Span } from '../../../model/position.js';
import { addresseeOf } from '../../facts/parties.js';
import { readTypedDateline } from '../../facts/typed-date.js';
import { withoutStop } from '../../facts/typed-place.js';
import { rawOffset, type Strand, weave } from '../../page/strand.js';
import { isSignature } from '../../regions/constructs/closer.js';
import { datelineAnnotations, nameAnnotation } from '../../regions/elements.js';
import type { LabelledLine } from '../../regions/label-lines.js';
import { LEAVE } from './compliments.js';
import type { Reader } from './reader.js';

type CloserChild = Closer['children'][number];

/** `/s/`, `(signed)`, `for`: what stands before the name of who signs. */
const BEFORE_NAME =
  /^(?:\((?=\p{Lu}[\p{L}.' -]+\)$)|\/\s?s\s?\/|[[(](?:s|sgd?\.?|signature|initial(?:l?ed)?)[\])]|[[(]?(?:signed|sgd\.?)[\])]?:?|s\/)\s*|^for\s+(?:the\s+)?(?=\p{Lu})/iu;
/** A name and its office on one line, parted by a comma or wide blanks. */
const AFTER_NAME = /,\s+(?!(?:Jr|Sr|JR|SR|II|III)\b)|\s{3,}/;

/** Reads the closing of a typescript: leave, signature with its office, addressee, enclosures and copies, lines of drafting. */
export function readClosing(lines: readonly LabelledLine[], reader: Reader): readonly Block[] {
  const children: CloserChild[] = [];
  const before: Block[] = [];
  const address: string[] = [];
  /** Where the paper was signed, on the line above its date. */
  let place: string | undefined;
  const pages = (): void => {
    const taken = reader.pile.take();
    if (children.length === 0) append(before, taken);
    else append(children, taken);
  };
  for (const labelled of lines) {
    const { line, kind } = labelled;
    reader.page(labelled);
    if (kind.endsWith('.sheet')) {
      reader.sheet(labelled);
      continue;
    }
    pages();
    const strand = reader.strand(line);
    switch (kind) {
      case 'close.signature':
        children.push({ element: 'signed', attributes: {}, children: signedChildren(strand, reader) });
        break;
      case 'close.salute':
        if (/^(?:For|By)\b.{2,60}:$/.test(strand.text)) {
          children.push(seg('authority', strand));
          break;
        }
        if (LEAVE.test(strand.text)) reader.facts.hasCompliments = true;
        children.push({ element: 'salute', attributes: {}, children: weave(strand) });
        break;
      case 'close.address':
        address.push(strand.text);
        children.push(seg('address', strand));
        break;
      case 'close.drafting':
        reader.facts.drafting.push(strand.text);
        children.push(seg('drafting', strand));
        break;
      case 'close.decision':
        reader.facts.hasDecision = true;
        children.push(seg('decision', strand));
        break;
      case 'close.enclosures':
        children.push(seg('enclosures', strand));
        break;
      case 'close.dateline':
        if (readTypedDateline(strand.text)?.date === undefined) {
          const end = withoutStop(strand.text).length;
          place = strand.text.slice(0, end);
          const annotations = datelineAnnotations({ place: { start: 0, end } });
          children.push({ element: 'dateline', attributes: {}, children: weave(strand, annotations) });
          break;
        }
        children.push(titleOrDate(strand, reader, place));
        break;
      default:
        children.push(titleOrDate(strand, reader));
    }
  }
  if (address.length > 0) reader.facts.addressee ??= addresseeOf(address);
  if (children.length === 0) return before;
  return [...before, { element: 'closer', attributes: {}, children }];
}

function seg(type: string, strand: Strand): CloserChild {
  return { element: 'seg', attributes: { type }, children: weave(strand) };
}

/** A line below the signature: a date, or the office of who has signed. */
function titleOrDate(strand: Strand, reader: Reader, above?: string): CloserChild {
  const reading = readTypedDateline(strand.text);
  if (reading?.date === undefined) return seg('title', strand);
  reader.facts.dates.push({
    text: strand.text,
    at: rawOffset(strand, 0),
    date: reading.date,
    role: 'close',
    ...placeOf(strand.text, reading.place, above),
  });
  return { element: 'dateline', attributes: {}, children: weave(strand, datelineAnnotations(reading)) };
}

function placeOf(text: string, span: Span | undefined, above: string | undefined): { readonly place?: string } {
  if (span !== undefined) return { place: text.slice(span.start, span.end) };
  return above === undefined ? {} : { place: above };
}

/** The name as `persName`; what stands before it and an office behind it stand outside. */
function signedChildren(strand: Strand, reader: Reader): readonly Inline[] {
  const { text } = strand;
  // `(Signed)` alone, above the typed name.
  if (/^\W*(?:s|sgd|signed)\W*$/i.test(text)) return weave(strand);
  const beside = sideBySide(text);
  if (beside.length > 0) return besideEachOther(strand, beside, reader);
  const start = BEFORE_NAME.exec(text)?.[0].length ?? 0;
  const rest = text.slice(start);
  const office = AFTER_NAME.exec(rest)?.index ?? rest.length;
  const name = rest
    .slice(0, office)
    .replace(start === 1 ? /\)$/ : /\s+$|(?<=\p{Lu}{3}|\p{Ll}{3})\.$|\s*[([](?:signed|sgd\.?)[)\]]$/u, '')
    .trimEnd();
  if (name === '') return weave(strand);
  reader.facts.signed.push(name);
  const person = reader.tools.person(name);
  const attributes: PersName['attributes'] = person === undefined ? {} : { corresp: person };
  return weave(strand, [
    nameAnnotation({ start, end: start + name.length }, 'persName', attributes as Readonly<Record<string, string>>),
  ]);
}

/** Where two names stand that sign side by side: `Paul Trent            Henry Owens`; none for any other line. */
function sideBySide(text: string): readonly Span[] {
  const gap = /(?<=\S)\s{3,}(?=\S)/.exec(text);
  if (gap === null) return [];
  const spans = [
    { start: 0, end: gap.index },
    { start: gap.index + gap[0].length, end: text.length },
  ];
  return spans.every(({ start, end }) => isSignature(text.slice(start, end))) ? spans : [];
}

function besideEachOther(strand: Strand, spans: readonly Span[], reader: Reader): readonly Inline[] {
  const names = spans.map(({ start, end }) => {
    const name = strand.text.slice(start, end);
    reader.facts.signed.push(name);
    const person = reader.tools.person(name);
    return nameAnnotation({ start, end }, 'persName', person === undefined ? {} : { corresp: person });
  });
  return weave(strand, names);
}

/** Text below a closing, as a postscript (TEI P5, postscript). */
export function postscripts(blocks: readonly Block[]): readonly Block[] {
  const made: Block[] = [];
  for (const block of blocks) {
    const last = made.at(-1);
    if (block.element === 'fw' || block.element === 'note') made.push(block);
    else if (last?.element === 'postscript')
      made[made.length - 1] = { ...last, children: [...last.children, block as Postscript['children'][number]] };
    else if (block.element === 'p' || block.element === 'list' || block.element === 'table')
      made.push({ element: 'postscript', attributes: {}, children: [block] });
    else made.push(block);
  }
  return made;
}

/**
 * A postscript with the closing below it. What stands on the sheet above that closing is of the closer: a postscript holds no `fw` (TEI P5, content of postscript).
 */
export function signedPostscript(postscript: Postscript, closed: readonly Block[]): readonly Block[] {
  const at = closed.findIndex(({ element }) => element === 'closer');
  const closer = closed[at];
  if (closer?.element !== 'closer') return [postscript, ...closed];
  const sheet = closed.slice(0, at) as readonly CloserChild[];
  const whole: Closer = { ...closer, children: [...sheet, ...closer.children] };
  return [{ ...postscript, children: [...postscript.children, whole] }, ...closed.slice(at + 1)];
}
