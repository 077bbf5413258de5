import type { Item, List } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import { rawOffset, type Strand, weave, withoutPrefix } from '../../page/strand.js';
import type { Construct, Context } from '../context.js';
import { leadingPages } from '../elements.js';

/** The words that head a list before the text of a memorandum, and the type that FRUS gives the list. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:PARTICIPANTS?|PARTICIPATION|PRESENT|OTHERS? PRESENT|ALSO PRESENT|ATTENDEES?|ATTENDANCE|THOSE (?:PRESENT|ATTENDING)|PERSONS PRESENT)\b/i,
    'participants',
  ],
  [/^(?:TO|ACTION|INFO|FOR|MEMORANDUM FOR|MEMORANDUM TO|COPIES TO)$/i, 'to'],
  [/^(?:FROM|FM)$/i, 'from'],
  [/^(?:REFS?|REFERENCES?)$/i, 'references'],
  [
    /^(?:SUBJECTS?|SUBJ|DATE|PLACE|TIME|TIME AND PLACE|PLACE AND TIME|DATE AND PLACE|DATE AND TIME|THROUGH|VIA|SOURCE|ACQ|DIST|ATTACHMENTS?:)$/i,
    'subject',
  ],
];

const MAX_LABEL = 48;

/** The type of the list that a line heads, or undefined where it heads none. */
export function listType(text: string): string | undefined {
  if (text.length > MAX_LABEL) return undefined;
  const label = text.replace(/\s*:\s*$/, '');
  // `To` and `For` in mixed case without a colon are the first words of a sentence too often.
  if (
    label === text &&
    !/^[\p{Lu}\s/]+$/u.test(text) &&
    !/^(?:Subject|Participants?|Present|Others Present)$/.test(text)
  )
    return undefined;
  return TYPES.find(([pattern]) => pattern.test(label))?.[1];
}

const BULLET = /^[-•*]\s+/;
const MAX_ITEM = 200;

/** `SUBJECT`, `PARTICIPANTS`, `REF` … on a line of its own, and the items under it. */
export const labelledList: Construct = {
  name: 'labelled-list',
  recognise(context, at) {
    const strand = context.strands[at];
    const type = strand === undefined ? undefined : listType(strand.text);
    if (strand === undefined || type === undefined) return undefined;
    const { pages, rest } = leadingPages(strand);
    const children: List['children'][number][] = [{ element: 'head', attributes: {}, children: weave(rest) }];
    let next = at + 1;
    while (next < context.end && isItem(context, next, type, next - at)) {
      const item = context.strands[next];
      if (item === undefined) break;
      const own = leadingPages(item);
      append(children, [...own.pages, makeItem(context, own.rest)]);
      next++;
    }
    if (next === at + 1) return undefined;
    return { blocks: [...pages, { element: 'list', attributes: { type }, children }], next };
  },
};

function isItem(context: Context, at: number, type: string, place: number): boolean {
  const text = context.strands[at]?.text ?? '';
  if (listType(text) !== undefined) return false;
  if (BULLET.test(text)) return true;
  if (place === 1) return text.length <= MAX_ITEM;
  // A heading in capitals ends a list that is typed in small letters.
  if (context.startsGroup?.(at) === true && isCapitals(text) && !isCapitals(context.strands[at - 1]?.text ?? ''))
    return false;
  if (type === 'participants' && endsParticipants(context, at, place)) return false;
  return (
    type === 'participants' &&
    text.length <= MAX_ITEM &&
    !/[.!?:]$/.test(text.replace(/\b(?:Jr|Sr|Mr|U\.S|[A-Z])\.$/, ''))
  );
}

/** What stands below those present and is a section of its own. */
const SECTION =
  /^(?:AGENDA|ITEMS? (?:FOR DISCUSSION|DISCUSSED)|SUMMARY|DISCUSSION|CONCLUSIONS?|DECISIONS?|ACTIONS?|MINUTES|BACKGROUND|RECOMMENDATIONS?|NOTES?|INTRODUCTION|PURPOSE|PROBLEM)\b/;
const NUMBERED = /^\(?\d{1,2}[.)]\s+\S/;

/** The heading of a section, or the first of the numbered items of the text, ends the list of those present. */
function endsParticipants(context: Context, at: number, place: number): boolean {
  const text = context.strands[at]?.text ?? '';
  const below = at + 1 < context.end ? (context.strands[at + 1]?.text ?? '') : '';
  if (NUMBERED.test(text)) return !NUMBERED.test(context.strands[at - place + 1]?.text ?? '');
  if (!isCapitals(text)) return false;
  // `UNITED STATES` among those present is followed by names, a heading by text.
  return SECTION.test(text) || NUMBERED.test(below) || below.length > MAX_ITEM || /\p{Ll}{3}[.:]$/u.test(below);
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{4}/u.test(text) && text === text.toUpperCase();
}

/** An item without its bullet. */
export function makeItem(context: Context, strand: Strand): Item {
  const bullet = BULLET.exec(strand.text)?.[0].length ?? 0;
  if (bullet > 0) context.drop({ start: rawOffset(strand, 0), end: rawOffset(strand, 0) + bullet });
  const text = bullet === 0 ? strand : withoutPrefix(strand, bullet);
  return { element: 'item', attributes: {}, children: weave(text, context.annotate(text)) };
}
