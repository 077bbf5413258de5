import { type Finding, finding, lineEntry } from '../../facts/finding.js';
import { isHeld, markingOf } from '../../facts/typed-facts.js';
import { breaksOff } from '../../page/sheet.js';
import type { Facts } from '../../regions/context.js';
import type { LabelledLine } from '../../regions/label-lines.js';
import { classOf, LINE_CLASSES, type LineKind } from '../../regions/line-kinds.js';
import { isSureOf } from '../../regions/second/kinds.js';
import { netOfDoubts } from './net.js';
import { disagreements } from './net-facts.js';
import { textDoubts } from './net-text.js';
import type { Reader } from './reader.js';

/** What of the reading of one typescript is to be looked at: lines, markings, and facts of the header. */
export function doubtsOf(lines: readonly LabelledLine[], reader: Reader, facts: Facts): readonly Finding[] {
  return [
    ...lineDoubts(lines),
    ...pageDoubts(lines),
    ...markingDoubts(reader),
    ...factDoubts(lines, reader, facts),
    ...headDoubts(lines, reader, facts),
    ...netOfDoubts(lines, reader),
    ...textDoubts(lines),
    ...disagreements(lines, reader, facts),
  ];
}

const EXCERPT = 60;

/** What ends a sentence; a portion mark may stand behind it. */
const ENDS = /[.?!:;][”"’')\]]*(?:\s*\([A-Z/]{1,5}\))?$|[\])]$/;

/** Longest line that is doubted for standing alone. */
const LONGEST_ALONE = 60;

/** Lines of the text that stand alone, or close to what is of the sheet, short and no sentence: headings, notes of a hand, or what is of the sheet. */
function pageDoubts(lines: readonly LabelledLine[]): readonly Finding[] {
  return lines.flatMap((labelled, at) => {
    const { line, kind } = labelled;
    const isFree = kind === 'body.text' || (kind === 'body.heading' && !line.isCapitals && !line.isCentred);
    if (!isFree || line.text.length > LONGEST_ALONE || !standsAlone(lines, at)) return [];
    return [finding('EN050', { text: line.text.slice(0, EXCERPT) }, line.start, lineEntry(line.text, 'stamp'))];
  });
}

function standsAlone(lines: readonly LabelledLine[], at: number): boolean {
  const own = lines[at];
  if (own === undefined || own.forms.isSpeech || own.forms.item !== undefined) return false;
  const { line, forms, kind } = own;
  const [before, after] = [lines[at - 1], lines[at + 1]];
  const isUnder = before?.kind === 'body.sheet' && line.blankBefore === 0 && !line.pageBefore;
  const isOver = after?.kind === 'body.sheet' && line.blankAfter === 0;
  const isApart = line.blankBefore > 0 && line.blankAfter > 0;
  if (isApart && kind === 'body.text' && forms.hand >= HAND && !goesOnFromAbove(lines, at)) return true;
  if (ENDS.test(line.text) || /^\p{Ll}/u.test(line.text)) return false;
  // What a page's end has broken off reaches to the margin, or goes on from a line above.
  if (isUnder || isOver)
    return !(isOver && before?.kind === 'body.text' && line.blankBefore === 0) && line.text.length <= 40;
  const isPageEnd = before?.kind === 'body.sheet' || after?.kind === 'body.sheet';
  return isApart && kind === 'body.text' && !isPageEnd;
}

/** Whether a line begins small, and the nearest text above breaks off. */
function goesOnFromAbove(lines: readonly LabelledLine[], at: number): boolean {
  if (!/^\p{Ll}/u.test(lines[at]?.line.text ?? '')) return false;
  for (let above = at - 1; above >= 0 && above >= at - 8; above--) {
    const other = lines[above];
    if (other !== undefined && other.kind !== 'body.sheet') return breaksOff(other.line.text);
  }
  return false;
}

/** From where on a short line apart looks like one of a hand, though it was read as text. */
const HAND = 1.2;

/** Words that are of a form, of a paper's state, or of a registry, and neither a place nor a name. */
const NO_NAME =
  /\b(?:COPY|TRANSLATION|DRAFT|TAB|ACTION|INFORMATION|REGISTRY|SECRETARIAT|SLIP|ENCLOSURE|ATTACHMENT|APPENDIX|URGENT|DISTRIBUTION)\b|\d[:.]\d\d|\d{2,}[/-]\d|^(?:No|Proc|Ref)\b(?!\.? \d{1,2} \p{Lu})|^X\s|\p{L}\d\p{L}/iu;

/** Facts of the head block that were found but look like something else, and what talks should have. */
function headDoubts(
  lines: readonly LabelledLine[],
  { facts: typed }: Reader,
  { genre, dateline, from, to }: Facts,
): readonly Finding[] {
  const start = typed.titles[0]?.at ?? typed.dates[0]?.at ?? lines[0]?.line.start ?? 0;
  const found: Finding[] = [];
  if (genre === undefined || (genre === 'paper' && typed.titles.length === 0))
    found.push(finding('EN052', { read: genre ?? 'nothing' }, start, 'genre: …'));
  if (genre !== undefined && isHeld(genre) && !typed.hasParticipants)
    found.push(finding('EN053', { genre }, start, 'participants: …'));
  const place =
    dateline?.place === undefined ? undefined : dateline.text.slice(dateline.place.start, dateline.place.end);
  if (
    place !== undefined &&
    (NO_NAME.test(place) || place.length > LONGEST_PLACE || /^(?:Mr|Mrs|Sir|Dr|Gen)\b/.test(place))
  )
    found.push(finding('EN054', { text: place.slice(0, EXCERPT), fact: 'place' }, dateline?.at ?? start, 'place: …'));
  for (const [fact, parties] of [
    ['sender', from ?? []],
    ['receiver', to ?? []],
  ] as const)
    for (const { name } of parties)
      if (NO_NAME.test(name))
        found.push(
          finding(
            'EN054',
            { text: name.slice(0, EXCERPT), fact },
            placeOf(lines, name) ?? start,
            fact === 'sender' ? 'from: …' : 'to: …',
          ),
        );
  return found;
}

const LONGEST_PLACE = 64;

function placeOf(lines: readonly LabelledLine[], words: string): number | undefined {
  return lines.find(({ line }) => line.text.includes(words))?.line.start;
}

/** Lines whose best reading is hardly better than another, and of which the second reading is not sure. */
function lineDoubts(lines: readonly LabelledLine[]): readonly Finding[] {
  return lines
    .filter(
      ({ margin, kind, rival, line, second }) =>
        margin < (isOfTitle(kind, rival) ? UNSURE_TITLE : UNSURE) &&
        !isSureOf(kind, second) &&
        classOf(kind) !== classOf(rival) &&
        line.text.length <= 120 &&
        !isEitherWay(kind, rival, line.form !== undefined),
    )
    .map(({ line, kind, rival }) =>
      finding(
        'EN041',
        { text: line.text.slice(0, EXCERPT), read: LINE_CLASSES[classOf(kind)], other: LINE_CLASSES[classOf(rival)] },
        line.start,
      ),
    );
}

/** Readings of the head between which no fact hangs: a printed line or a title, a value or a row of a table. */
function isEitherWay(kind: LineKind, rival: LineKind, hasForm: boolean): boolean {
  if (kind === 'head.value' && rival === 'body.table') return true;
  return kind.startsWith('head.') && rival === 'head.title' && (hasForm || kind === 'head.letterhead');
}

/** By how little a reading may win before it is doubted; a line more or less of a title is less than a paragraph. */
const UNSURE = 0.85;
const UNSURE_TITLE = 0.4;

/** Whether a line is of a title or a heading, or else of the sheet or the head: no paragraph hangs on it. */
function isOfTitle(kind: LineKind, rival: LineKind): boolean {
  const isTitled = (one: LineKind): boolean => one === 'head.title' || one === 'body.heading';
  const isApart = (one: LineKind): boolean => one.startsWith('head.') || one === 'body.sheet';
  return (isTitled(kind) && isApart(rival)) || (isTitled(rival) && isApart(kind));
}

/** Kinds that somebody sends to somebody. */
const SENT =
  /^(?:letter|memorandum|action-memorandum|information-memorandum|telegram|airgram|despatch|diplomatic-note)$/;

/** Facts that the form of the document lets expect and that were not found, and dates of which one had to be chosen. */
function factDoubts(
  lines: readonly LabelledLine[],
  { facts: typed }: Reader,
  { genre, from, to, dateline }: Facts,
): readonly Finding[] {
  const start = typed.titles[0]?.at ?? typed.dates[0]?.at ?? typed.town?.at ?? typed.banners[0]?.at ?? 0;
  const isSent = genre !== undefined && SENT.test(genre);
  const isSigned = genre === 'letter' || genre === 'despatch';
  // What goes with another paper for somebody's signature bears none.
  const isDraft = lines.some(
    ({ line, kind, forms }) => kind.startsWith('head.') && (line.form === 'tab' || forms.isStatus),
  );
  const missing = [
    ...(isSigned && !isDraft && typed.signed.length === 0
      ? [finding('EN046', { fact: 'signature', genre }, start, 'signed: …')]
      : []),
    ...(isSent && !isDraft && (from ?? []).length === 0
      ? [finding('EN046', { fact: 'sender', genre }, start, 'from: …')]
      : []),
    ...(isSent && (to ?? []).length === 0 ? [finding('EN046', { fact: 'receiver', genre }, start, 'to: …')] : []),
  ];
  const days = new Map(
    typed.dates.flatMap((one) => (one.date?.when === undefined ? [] : [[one.date.when.slice(0, 10), one] as const])),
  );
  const taken = dateline?.date?.when?.slice(0, 10) ?? dateline?.date?.from?.slice(0, 10);
  const others = [...days.keys()].filter((day) => day !== taken);
  const labelled = typed.dates.some(({ role }) => role === 'label');
  if (taken === undefined || others.length === 0 || labelled) return missing;
  return [
    ...missing,
    finding('EN047', { read: taken, others: others.join(', ') }, dateline?.at ?? start, `when: ${taken}`),
  ];
}

function markingDoubts(reader: Reader): readonly Finding[] {
  const marking = markingOf(reader.facts);
  if (marking === undefined || marking.others.length === 0) return [];
  const [classification = ''] = marking.words.split('; ');
  const other = reader.facts.banners.find(
    ({ banner }) => banner.classification !== undefined && banner.classification !== classification,
  );
  return [
    finding(
      'EN045',
      { classification, others: marking.others.join(', ') },
      other?.at ?? 0,
      `reading: { classification: ${classification} }`,
    ),
  ];
}
