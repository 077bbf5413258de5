import type { Item, List } from '../../../model/document.js';
import { partyIn } from '../../facts/parties.js';
import { genreOfTitle } from '../../facts/title-genre.js';
import { type Annotation, type Strand, slice, weave } from '../../page/strand.js';
import { nameAnnotation } from '../../regions/elements.js';
import type { LabelledLine } from '../../regions/label-lines.js';
import type { Reader } from './reader.js';

const PAIR = /^(\p{Lu}[\p{L}.'’ -]{1,30}?)(\s?\/\s?|\s(?:and|&|-|–|with)\s)(\p{Lu}[\p{L}.'’ -]{1,30})$/u;

/** `Bowdoin/Ball`, `Mr. Ball and Mr. Bundy` under TELCON: the two who speak; undefined where a line names no two. */
export function pairOf(line: Strand): Item | undefined {
  const match = PAIR.exec(line.text);
  if (match === null) return undefined;
  const [, first = '', between = '', second = ''] = match;
  const from = first.length + between.length;
  const names = [nameOf(first, 0), nameOf(second, from)];
  return { element: 'item', attributes: {}, children: weave(line, names) };
}

function nameOf(words: string, from: number): Annotation {
  const title = /^(?:(?:Mr|Mrs|Miss|Ms|Dr|Gen|Amb|Sec)\.?\s)+(?=\p{Lu})/u.exec(words)?.[0].length ?? 0;
  return nameAnnotation({ start: from + title, end: from + words.length }, 'persName');
}

const TALK =
  /^((?:tele?con|(?:tele)?phone (?:call|conversation)|memorandum of (?:tele)?phone (?:call|conversation))\s*(?::|[-–—]{1,2}\s|\s(?:with|between)\s)\s*)(\p{Lu}[^\d]{2,60})$/iu;

/** `Telcon: HAK - Amb. Dobrynin`: the title, and who speaks, as a list; undefined where a line names nobody beside its title. */
export function talkIn(title: Strand): { readonly head: Strand; readonly list: List } | undefined {
  const label = TALK.exec(title.text)?.[1];
  if (label === undefined) return undefined;
  const words = slice(title, label.length, title.text.length);
  const one = partyIn(words.text);
  const only: Item | undefined =
    one?.isPerson === true
      ? { element: 'item', attributes: {}, children: weave(words, [nameAnnotation(one.span, 'persName')]) }
      : undefined;
  const item = pairOf(words) ?? only;
  if (item === undefined) return undefined;
  const head = slice(title, 0, label.trimEnd().length);
  return { head, list: { element: 'list', attributes: { type: 'participants' }, children: [item] } };
}

const SPOKEN = /^(.{4,60}\b(?:between|with)\s)(.{3,60}?\sand\s)(.{3,60})$/i;

/**
 * `TELEPHONE CONVERSATION BETWEEN THE SECRETARY AND MR. DULLES` below another title, as a list of who speaks; undefined where a list says it, or the title
 * is another.
 */
export function spokenList(title: Strand, lines: readonly LabelledLine[]): List | undefined {
  const match = /\btelephone conversation\b/i.test(title.text) ? SPOKEN.exec(title.text) : null;
  const isListed = lines.some(({ kind, forms }) => kind === 'head.label' && forms.label?.role === 'participants');
  if (match === null || isListed) return undefined;
  const [, head = '', first = '', second = ''] = match;
  const item = (from: number, name: string): Item => ({
    element: 'item',
    attributes: {},
    children: weave(slice(title, from, from + name.length), [
      nameAnnotation({ start: 0, end: name.replace(/\sand\s$/i, '').length }, 'persName'),
    ]),
  });
  return {
    element: 'list',
    attributes: { type: 'participants' },
    children: [
      { element: 'head', attributes: {}, children: weave(slice(title, 0, head.length)) },
      item(head.length, first),
      item(head.length + first.length, second),
    ],
  };
}

/** Whether a line right below TELCON names who speaks. */
export function isSpeakerBelow(
  title: LabelledLine | undefined,
  line: LabelledLine | undefined,
  reader: Pick<Reader, 'strand'>,
): boolean {
  if (title === undefined || line === undefined || line.forms.isTitle) return false;
  const isTalk = genreOfTitle(title.line.text) === 'memorandum-of-telephone-conversation';
  return isTalk && (partyIn(line.line.text)?.isPerson === true || pairOf(reader.strand(line.line)) !== undefined);
}
