import { readDateline } from '../../../grammar/dateline.js';
import type { AddressLine, Block, Closer, PersName } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import { parts, rawOffset, type Strand, weave } from '../../page/strand.js';
import type { Context, Facts, Recognition } from '../context.js';
import { datelineAnnotations, leadingPages, nameAnnotation } from '../elements.js';
import { addressedTo } from './addressee.js';
import { columnsOf, FOR_NAME, INITIALS, isFileAtFoot, isName, ON_BEHALF, titleStart, UNREAD } from './closer.js';
import { fileFacts } from './file-number.js';
import type { Closing } from './find-closing.js';
import { isUnsigned, markedName, withoutStop } from './signature-mark.js';

/** Makes the `closer` of a document or attachment (TEI P5 §4.2.2); the strands of `context` up to its `end` are what precedes. */
export function closer(context: Context, closing: Closing, end: number): Recognition | undefined {
  const children: Closer['children'][number][] = [];
  const pagesBefore: Block[] = [];
  const signed: string[] = [];
  let found: Facts = {};
  const address: AddressLine[] = [];
  for (let at = closing.start; at < end; at++) {
    const strand = context.strands[at];
    if (strand === undefined) break;
    const { pages, rest } = leadingPages(strand);
    if (children.length === 0) append(pagesBefore, pages);
    else append(children, pages);
    const kind = kindOf(closing, at, rest.text);
    if (kind === 'address') {
      if (address.length === 0) children.push({ element: 'address', attributes: {}, children: address });
      address.push({ element: 'addrLine', attributes: {}, children: weave(rest, context.annotate(rest)) });
    } else if (kind === 'quoted') children.push(quotedLine(context, rest));
    else if (kind === 'columns') append(children, columnChildren(context, rest, signed));
    else if (kind === 'signature') {
      const { from, cert } = closing.signature ?? {};
      children.push(signatureLine(context, rest, { isFirst: at === from, cert }, signed));
    } else {
      const line = closingLine(kind, rest);
      children.push(line.child);
      found = { ...found, ...line.facts };
    }
  }
  if (children.length === 0) return undefined;
  return {
    blocks: [...pagesBefore, { element: 'closer', attributes: {}, children }],
    next: end,
    facts: { ...found, signed, ...toOf(context, closing) },
  };
}

type Kind = 'quoted' | 'dateline' | 'address' | 'columns' | 'foot' | 'signature' | 'behalf' | 'close';

/** What a line of the closing is. */
function kindOf({ quoted, dateline, addressee, enclosures, signature }: Closing, at: number, text: string): Kind {
  if (quoted !== undefined && at >= quoted && at < (signature?.from ?? at)) return 'quoted';
  if (at === dateline) return 'dateline';
  if (enclosures !== undefined && at >= enclosures) return 'foot';
  if (addressee !== undefined && at >= addressee) return 'address';
  if (signature?.isInColumns !== true && ON_BEHALF.test(text)) return 'behalf';
  if (signature !== undefined && at >= signature.from) return signature.isInColumns === true ? 'columns' : 'signature';
  return 'close';
}

/** A line of the closing that is one element: dateline, complimentary close, enclosures, file. */
function closingLine(kind: Kind, line: Strand): { readonly child: Closer['children'][number]; readonly facts: Facts } {
  const { text } = line;
  if (kind === 'dateline') {
    const reading = readDateline(text) ?? {};
    const dateline = { ...reading, text, at: rawOffset(line, 0) };
    return {
      child: { element: 'dateline', attributes: {}, children: weave(line, datelineAnnotations(reading)) },
      facts: reading.date === undefined ? {} : { dateline },
    };
  }
  if (kind === 'close') return { child: { element: 'salute', attributes: {}, children: weave(line) }, facts: {} };
  if (kind === 'behalf') return { child: { element: 'seg', attributes: {}, children: weave(line) }, facts: {} };
  const type = isFileAtFoot(text) ? 'file' : INITIALS.test(text) ? 'initials' : 'enclosures';
  return {
    child: { element: 'seg', attributes: { type }, children: weave(line) },
    facts: type === 'file' ? { source: fileFacts(line) } : {},
  };
}

/** The name that a line under a text says, without its mark and without the stop of capitals. */
function nameOf(text: string): string {
  const marked = markedName(text);
  const name = marked === undefined ? text.replace(FOR_NAME, '') : text.slice(marked.start, marked.end);
  return withoutStop(name.replace(UNREAD, ''));
}

/** A line of the signature: a name, or the title under it. */
function signatureLine(
  context: Context,
  line: Strand,
  { isFirst, cert }: { readonly isFirst: boolean; readonly cert: 'low' | undefined },
  signed: string[],
): Closer['children'][number] {
  // FRUS has `[File copy not signed]` in the closer, and nobody signed.
  if (isUnsigned(line.text)) return { element: 'seg', attributes: { type: 'unsigned' }, children: weave(line) };
  if (!isFirst && !FOR_NAME.test(line.text) && !isName(line.text))
    return { element: 'seg', attributes: { type: 'title' }, children: weave(line) };
  signed.push(nameOf(line.text));
  const attributes = cert === undefined ? {} : { cert };
  return { element: 'signed', attributes, children: signedChildren(context, line) };
}

/** The name under a quoted message, which signs that one and not the document; or the words that say where it ends. */
function quotedLine(context: Context, line: Strand): Closer['children'][number] {
  const name = line.text.replace(/[”"]$/, '');
  if (!isName(withoutStop(name))) return { element: 'seg', attributes: {}, children: weave(line) };
  const end = withoutStop(name).length;
  const person = context.person(line.text.slice(0, end));
  const corresp = person === undefined ? {} : { corresp: person };
  const children = weave(line, [nameAnnotation({ start: 0, end }, 'persName', corresp)]);
  return { element: 'signed', attributes: {}, children };
}

/** Whom the address at the foot names. */
function toOf({ strands }: Context, { addressee, enclosures }: Closing): Facts {
  if (addressee === undefined) return {};
  const name = addressedTo(strands.slice(addressee, enclosures).map(({ text }) => text));
  return name === undefined ? {} : { to: [{ element: 'persName', name }] };
}

/** A row of signatures in columns: `@n` says which stand under each other. */
function columnChildren(context: Context, row: Strand, signed: string[]): Closer['children'] {
  return parts(row, columnsOf(row.text)).map((cell, column): Closer['children'][number] => {
    const attributes = { n: String(column + 1) };
    if (!isName(cell.text)) {
      const type = ON_BEHALF.test(cell.text) ? {} : { type: 'title' };
      return { element: 'seg', attributes: { ...attributes, ...type }, children: weave(cell) };
    }
    signed.push(nameOf(cell.text));
    return { element: 'signed', attributes, children: signedChildren(context, cell) };
  });
}

/** The name as `persName`; a title after it stands outside. */
function signedChildren(context: Context, strand: Strand): PersName['children'] {
  const marked = markedName(strand.text);
  const title = titleStart(strand.text);
  const end = Math.min(title < 0 ? strand.text.length : title, marked?.end ?? strand.text.length);
  const start = FOR_NAME.exec(strand.text)?.[0].length ?? marked?.start ?? 0;
  const name = strand.text.slice(0, start) + withoutStop(strand.text.slice(start, end).replace(UNREAD, '').trimEnd());
  const person = context.person(strand.text.slice(start, name.length));
  const corresp = person === undefined ? {} : { corresp: person };
  return weave(strand, [nameAnnotation({ start, end: name.length }, 'persName', corresp)]);
}
