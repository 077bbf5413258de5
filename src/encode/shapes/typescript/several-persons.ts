import type { Span } from '../../../model/position.js';
import { partyIn } from '../../facts/parties.js';

/** The symbol of an office. */
const SYMBOL = /^[A-Z]{1,5}(?:[/-][A-Z]{1,5}){0,2}$/;

/** The persons whom one line of a list of participants names, where it names several; none where it names one with his offices. */
export function severalIn(text: string): readonly Span[] {
  const listed = participantsIn(text);
  const found = (listed.length > 0 ? listed : titledIn(text)).filter(
    // `Mr. Paul Trent, EUR`: the symbol of his office is nobody.
    ({ start, end }) => !SYMBOL.test(text.slice(start, end)) || text === text.toUpperCase(),
  );
  return /\bMessrs\b/.test(text) ? withMessrs(text, found) : found;
}

/** `Messrs. Brandreth and Stroud`, `Messrs. Hale, Orne, and Wadsworth`: one title before several surnames. */
const MESSRS =
  /\bMessrs\.?\s+((?:\p{Lu}[\p{L}.'’-]*\s?){1,3}(?:,\s(?:\p{Lu}[\p{L}.'’-]*\s?){1,3})*,?\s?and\s(?:\p{Lu}[\p{L}'’-]*\s?){1,3})/gu;

/** The same persons with those who share one title. */
function withMessrs(text: string, found: readonly Span[]): readonly Span[] {
  const shared: Span[] = [];
  for (const match of text.matchAll(MESSRS)) {
    const names = match[1] ?? '';
    const from = match.index + match[0].length - names.length;
    for (const name of names.matchAll(/\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2}/gu))
      shared.push({ start: from + name.index, end: from + name.index + name[0].length });
  }
  const [first] = shared;
  // One with a title of his own stands before them.
  const before = first === undefined || found.length > 0 ? undefined : partyIn(text.slice(0, first.start));
  const own = before?.isPerson === true && isTitledName(text, before.span) ? [before.span] : found;
  const isFree = ({ start, end }: Span): boolean => shared.every((one) => end <= one.start || start >= one.end);
  return [...own.filter(isFree), ...shared].sort((a, b) => a.start - b.start);
}

/** What parts persons with titles on one line: `The President/Mr. Kissinger`, `Mr. Khurshid, Defense Secretary; Ambassador Langley`, `USUN -- Mr. Buffum, Mr. Pedersen`. */
const BETWEEN =
  /;\s*|\s--\s|\/(?=(?:The|Mr|Mrs|Dr|Secretary|Ambassador|General|President|Sir)\b)|(?:,\s*|\s+and\s+|,\s*and\s+)(?=(?:Mr|Mrs|Ms|Miss|Dr|Ambassador|Amb|Secretary|General|Gen|Sir|Senator|Admiral|Adm|Colonel|Col)\.?\s\p{Lu})/gu;

/** One who speaks by his office. */
const SPEAKING_OFFICER =
  /^\s*(?:between\s)?(the (?:acting |under |vice |deputy )?(?:secretary|president|prime minister|ambassador|director|minister)\s*)$/i;

/** The persons whom one line names, where it names several, each with a title; else none. */
function titledIn(text: string): readonly Span[] {
  if (!/[;/]|--|,|\band\b/.test(text)) return [];
  const found: Span[] = [];
  let from = 0;
  const add = (end: number, sign: string): void => {
    const words = text.slice(from, end);
    // `between the Secretary and Mr. Dulles`
    const officer = SPEAKING_OFFICER.exec(words);
    if (officer?.[1] !== undefined && sign.trim() === 'and') {
      const start = from + officer[0].length - officer[1].length;
      found.push({ start, end: start + officer[1].trimEnd().length });
      return;
    }
    const named = partyIn(words);
    // `The Acting Secretary, Mr. Acheson` is one.
    const isOffice = /^[/;]/.test(sign) && /^The \p{Lu}[\p{L} ]{3,30}$/u.test(words.trim());
    if (named !== undefined && (isOffice || (named.isPerson && isTitledName(words, named.span))))
      found.push({ start: from + named.span.start, end: from + named.span.end });
  };
  for (const gap of text.matchAll(BETWEEN)) {
    add(gap.index, gap[0]);
    from = gap.index + gap[0].length;
  }
  if (from === 0) return [];
  add(text.length, '');
  return found.length > 1 ? found : [];
}

function isTitledName(words: string, { start, end }: Span): boolean {
  return /\s/.test(words.slice(start, end)) || /\p{L}\.?\s$/u.test(words.slice(0, start));
}

/** From how many participants a line lists them one after the other. */
const FEWEST_LISTED = 3;
const OFFICER =
  /^(?:the )?(?:(?:vice |deputy |acting |under |assistant )?(?:president|secretary|chairman|director|minister|ambassador|attorney general)\b.{0,40})$/i;

/** The participants that stand one after the other in a sentence: `The President, Secretaries Rusk and McNamara, Mr. Bundy`; none where a line names one with his offices. */
function participantsIn(text: string): readonly Span[] {
  const pieces: Span[] = [];
  let from = 0;
  for (const parting of text.matchAll(/[,;]\s+(?!(?:Jr|Sr|II|III)\b)(?:and\s+)?|\s+and\s+/g)) {
    pieces.push({ start: from, end: parting.index });
    from = parting.index + parting[0].length;
  }
  pieces.push({ start: from, end: text.replace(/[.;,\s]+$/, '').length });
  if (pieces.length < FEWEST_LISTED || pieces.length > 60) return [];
  const found = pieces.flatMap((piece): Span[] => {
    const words = text.slice(piece.start, piece.end);
    if (/^the\s/i.test(words) && OFFICER.test(words)) return [piece];
    const named = partyIn(
      words
        .replace(/\s(?:of|from|for) (?:the )?\p{Lu}.*$/u, '')
        .replace(/^Secretaries\s|^Messrs\.?\s|^Ambassadors\s|^Generals\s/, (title) => ' '.repeat(title.length)),
    );
    return named?.isPerson === true
      ? [{ start: piece.start + named.span.start, end: piece.start + named.span.end }]
      : [];
  });
  return found.length >= FEWEST_LISTED && found.length * 4 >= pieces.length * 3 ? found : [];
}
