import { readDate } from '../../grammar/dateline.js';
import type { Act, DateReading } from '../../model/header.js';
import type { Party } from '../../tei/header.js';
import { type Banner, levelOf } from '../page/banner.js';
import type { Facts } from '../regions/context.js';
import { readTypedDate } from './typed-date.js';

interface Place {
  readonly text: string;
  /** The offset in the raw text. */
  readonly at: number;
}

/** A date that a typescript bears in its head block or at its close. */
export interface TypedDate {
  readonly text: string;
  readonly at: number;
  readonly date?: DateReading;
  readonly place?: string;
  /** `12:45 p.m.`, where it stands behind the date in one value. */
  readonly time?: string;
  /** Where it stands: after `DATE:`, under the title, on a line of its own above it, or at the close. */
  readonly role: 'label' | 'title' | 'line' | 'close';
}

/** What the regions of a typescript tell, gathered as they are read. */
export interface TypedFacts {
  readonly titles: { readonly text: string; readonly genre?: string; readonly at: number }[];
  readonly dates: TypedDate[];
  time?: string;
  place?: Place;
  /** The town of the letterhead. */
  town?: Place;
  office?: string;
  readonly from: Party[];
  readonly to: Party[];
  addressee?: Party | undefined;
  subject?: Place;
  /** `- ACTION MEMORANDUM` behind the subject: what kind of memorandum it is. */
  kind?: string;
  readonly signed: string[];
  /** Initials of a hand beside FROM. */
  initials?: string;
  /** Who presents his compliments to whom, in a note in the third person. */
  note?: { readonly from: string; readonly to: string } | undefined;
  hasSalute: boolean;
  /** The salutation is one of form (`Excellency:`), not of acquaintance. */
  isFormal: boolean;
  /** It takes leave with assurances of consideration. */
  hasCompliments: boolean;
  /** The sheet numbers it as a despatch. */
  isDespatch: boolean;
  /** The sheet has a number alone: `No. 412`. */
  isNumbered: boolean;
  /** The sheet numbers it as a letter. */
  isLetter: boolean;
  hasParticipants: boolean;
  hasDecision: boolean;
  hasRecommendation: boolean;
  readonly drafting: string[];
  readonly banners: { readonly banner: Banner; readonly at: number }[];
}

export function noFacts(): TypedFacts {
  return {
    titles: [],
    dates: [],
    from: [],
    to: [],
    signed: [],
    hasSalute: false,
    isFormal: false,
    hasCompliments: false,
    isDespatch: false,
    isNumbered: false,
    isLetter: false,
    hasParticipants: false,
    hasDecision: false,
    hasRecommendation: false,
    drafting: [],
    banners: [],
  };
}

/** Genres of talks and meetings: their date is the day on which they were held. */
const HELD = new Set([
  'minutes',
  'memorandum-of-conversation',
  'memorandum-of-telephone-conversation',
  'memorandum-of-meeting',
  'memorandum-of-conference',
  'record',
  'meeting-notes',
  'transcript',
]);

/** Whether a genre is one of talks and meetings. */
export function isHeld(genre: string): boolean {
  return HELD.has(genre);
}

/** The genre of a typescript: its title's, or that of its form. */
export function genreOfTypescript(facts: TypedFacts): string | undefined {
  const genres = facts.titles.flatMap(({ genre }) => (genre === undefined ? [] : [genre]));
  if (facts.kind !== undefined) genres.unshift(facts.kind);
  const titled = genres.find((genre) => genre !== 'memorandum' && genre !== 'attachment') ?? genres[0];
  const isMemorandum = facts.to.length > 0 || facts.from.length > 0;
  const isPlain = titled === undefined || titled === 'memorandum' || titled === 'information-memorandum';
  if (isPlain && isMemorandum && facts.hasRecommendation && facts.hasDecision) return 'action-memorandum';
  if (titled !== undefined && !(titled === 'attachment' || (titled === 'study' && isMemorandum))) return titled;
  if (facts.note !== undefined) return 'diplomatic-note';
  if (facts.hasSalute && (facts.isDespatch || isFromPost(facts))) return 'despatch';
  if (facts.hasSalute) return facts.isFormal && facts.hasCompliments && !facts.isLetter ? 'diplomatic-note' : 'letter';
  if (isMemorandum) return 'memorandum';
  if (facts.hasParticipants) return 'memorandum-of-conversation';
  if (facts.titles.length > 0 || facts.subject !== undefined) return 'paper';
  return facts.addressee !== undefined ? 'memorandum' : undefined;
}

/** Whether a numbered letter goes from a post to the Secretary of State, in due form: a despatch, as the older files have it without the word. */
function isFromPost({ isNumbered, isFormal, office, addressee }: TypedFacts): boolean {
  return (
    isNumbered &&
    isFormal &&
    /\b(?:embassy|legation|consulate|mission|high commissioner|political adviser)\b/i.test(office ?? '') &&
    /\bSecretary of State\b/i.test(addressee?.name ?? '')
  );
}

/** The highest marking, with the caveats that stand beside it. */
export function markingOf(
  facts: TypedFacts,
): { readonly words: string; readonly others: readonly string[] } | undefined {
  const { banners } = facts;
  if (banners.length === 0) return undefined;
  let best: string | undefined;
  const handling: string[] = [];
  const classes = new Set<string>();
  for (const { banner } of banners) {
    const { classification } = banner;
    if (classification !== undefined) {
      classes.add(classification);
      if (best === undefined || levelOf(classification) > levelOf(best)) best = classification;
    }
    for (const caveat of banner.handling) if (!handling.includes(caveat)) handling.push(caveat);
  }
  const words = [...(best === undefined ? [] : [best]), ...handling].join('; ');
  return { words, others: [...classes].filter((one) => one !== best) };
}

/** What the head block and the closing of a typescript say, as the header needs it. */
export function factsOfTypescript(facts: TypedFacts, acts: readonly Act[]): Facts {
  const genre = genreOfTypescript(facts);
  const isHeld = genre !== undefined && HELD.has(genre);
  const date = dateOf(facts, isHeld);
  const dateline = datelineOf(facts, date);
  const title = facts.titles[0];
  const from = senders(facts, isHeld || genre === 'paper' || genre === 'executive-order');
  const to = receivers(facts, isHeld);
  const marking = markingOf(facts);
  return {
    ...(title === undefined
      ? {}
      : { heading: { correspondents: [], text: title.text, ...(genre === undefined ? {} : { genre }) } }),
    ...(genre === undefined ? {} : { genre }),
    ...(dateline === undefined ? {} : { dateline }),
    ...(marking === undefined ? {} : { markings: [marking.words] }),
    ...(facts.signed.length === 0 ? {} : { signed: facts.signed }),
    ...(from.length === 0 ? {} : { from }),
    ...(to.length === 0 ? {} : { to }),
    ...(acts.length === 0 ? {} : { acts }),
    ...(facts.subject === undefined ? {} : { subject: facts.subject.text }),
  };
}

/** Who sends: behind FROM, in a note in the third person, or under the text; of talks and papers nobody. */
function senders({ from, note, signed }: TypedFacts, isUnsent: boolean): readonly Party[] {
  const last = signed.at(-1);
  if (from.length > 0) return from;
  if (note !== undefined) return [{ element: 'orgName', name: note.from }];
  return isUnsent || last === undefined ? [] : [{ element: 'persName', name: last }];
}

function receivers({ to, note, addressee }: TypedFacts, isHeld: boolean): readonly Party[] {
  if (to.length > 0) return to;
  if (note !== undefined) return [{ element: 'orgName', name: note.to }];
  return addressee === undefined || isHeld ? [] : [addressee];
}

/** The date of a document: after its label; of talks that under the title; else the first that stands alone. */
function dateOf(facts: TypedFacts, isHeld: boolean): TypedDate | undefined {
  const dated = [...facts.dates, ...(isHeld ? facts.titles.map(inTitle) : [])].filter(
    ({ date, text }) => date !== undefined && !OF_RECEIPT.test(text),
  );
  // What a hand has put upon the sheet is taken for want of another.
  const own = dated.filter((one) => one.role === 'label' || !isWrittenUpon(one));
  return bestOf(own, facts.hasSalute, isHeld) ?? bestOf(dated, facts.hasSalute, isHeld);
}

function bestOf(dated: readonly TypedDate[], isLetter: boolean, isHeld: boolean): TypedDate | undefined {
  const of = (role: TypedDate['role']): TypedDate | undefined => dated.find((one) => one.role === role);
  // The date of a letter stands beside its place.
  const ofLetter = isLetter ? dated.find(({ role, place }) => role !== 'close' && place !== undefined) : undefined;
  return of('label') ?? (isHeld ? (of('title') ?? of('line')) : (ofLetter ?? of('line') ?? of('title'))) ?? of('close');
}

/** Whether a date is what a hand has put upon a sheet, or lacks its year, and is taken for want of another: `(2/14/69)`, `(Draft 2/24/59)`. */
function isWrittenUpon({ text, date }: TypedDate): boolean {
  return (
    IN_BRACKETS.test(text) || WRITTEN_UPON.test(text) || (date?.when ?? date?.from ?? '').length < '1959-01-01'.length
  );
}

/** Figures in brackets. */
const IN_BRACKETS = /^\(\d[\d./-]+\)$/;
/** What is done with a paper before it is sent, or after, before the day on which that was. */
const WRITTEN_UPON = /^[([]?(?:re)?(?:draft(?:ed)?|typed?|dictated|sent|dispatched|mailed|in|out)\b/i;
/** What is done with it where it comes to: never its date. */
const OF_RECEIPT = /^[([]?(?:logged|rec['’]?d|received|filed|indexed|answered|clocked)\b/i;

/** The day in the title of a record: `RECORD OF A MEETING HELD … ON TUESDAY 6 FEBRUARY 1968`. */
function inTitle({ text, at }: TypedFacts['titles'][number]): TypedDate {
  const date = readTypedDate(text);
  return { text, at, role: 'title', ...(date === undefined ? {} : { date }) };
}

function datelineOf(facts: TypedFacts, dated: TypedDate | undefined): Facts['dateline'] {
  const place =
    facts.place?.text ??
    (dated === undefined || isWrittenUpon(dated) ? undefined : dated.place) ??
    facts.town?.text ??
    postOf(facts);
  const at = dated?.at ?? facts.place?.at ?? facts.town?.at;
  if (at === undefined) return undefined;
  if (dated?.date === undefined)
    return place === undefined ? undefined : { text: place, at, place: { start: 0, end: place.length } };
  const words = dated.text.slice(dated.date.span.start, dated.date.span.end);
  const time = dated.time ?? facts.time;
  const withTime = readTimed(words, time);
  const isTimed = withTime !== undefined && dated.date.isMended !== true;
  const whole = isTimed ? `${words}, ${time}` : words;
  const start = place === undefined ? 0 : place.length + 2;
  const { span: _span, ...reading } = isTimed ? withTime : dated.date;
  return {
    text: place === undefined ? whole : `${place}, ${whole}`,
    at,
    ...(place === undefined ? {} : { place: { start: 0, end: place.length } }),
    date: { ...reading, span: { start, end: start + whole.length } },
  };
}

/** `AMEMBASSY, KABUL`, `Amembassy VIENTIANE`, `American Consulate General, Dhahran`: the post from which a despatch comes. */
const POST =
  /^(?:The )?(?:American |U\.?\s?S\.? )?(?:Am)?(?:embassy|emb|legation|consulate(?: general)?|consul(?: general)?|congen|con gen|mission|delegation)(?:,\s*|\s+(?:at\s+|in\s+)?)(\p{Lu}[\p{L}. '’-]{2,40})$/iu;

function postOf({ from }: TypedFacts): string | undefined {
  return POST.exec(from[0]?.name ?? '')?.[1];
}

function readTimed(words: string, time: string | undefined): DateReading | undefined {
  if (time === undefined) return undefined;
  const read = readDate(`${words}, ${time}`);
  return read?.when?.includes('T') === true || read?.from?.includes('T') === true ? read : undefined;
}
