import type { Inline, PageBreak, Paragraph, Speaker } from '../../../model/document.js';
import { type Strand, slice, weave } from '../../page/strand.js';
import type { Construct, Context } from '../context.js';
import { leadingPages, nameAnnotation } from '../elements.js';
import { isSalute } from './opener.js';

/**
 * Who speaks, in verbatim records, debates, press conferences and minutes: `sp` with `speaker` (TEI P5 §3.13.2). A turn begins in one of three
 * ways: `Mr. QUAISON (Ghana):`, `THE PRESIDENT.` or `Q.`, and `M. ADATCI replied that`.
 */
type Style = 'colon' | 'stop' | 'said';

/** The beginning of a turn: the number of the paragraph, the name, and where what is said begins. */
interface Turn {
  readonly style: Style;
  readonly name: string;
  readonly nameAt: number;
  /** Where the printed words for the speaker end. */
  readonly end: number;
  readonly isNumbered: boolean;
  /** `Sir: I have the honor …` begins a letter; among the turns of others, `Mr. President:` is one as well. */
  readonly isSalute: boolean;
}

const COUNT = String.raw`(\[?\d{1,3}\.\]?\s+)?`;
const WORD = String.raw`\p{Lu}[\p{L}\p{M}.’'-]*`;
const SMALL = String.raw`(?:of|the|for|and|in|on|to|de|del|della|der|van|von|al|el|la|le|ibn|bin|[Hh]on|[Rr]ight)\.?`;

/** `2. Mr. ZORIN (Union of Soviet Socialist Republics) (translated from Russian): …` */
const COLON = new RegExp(
  String.raw`^${COUNT}((?:The\s)?${WORD}(?:,?\s(?:${WORD}|${SMALL})){0,9}?)((?:\s\([^()]{2,80}\)){0,3})\s?:(?:\s+(?=\S)|$)`,
  'u',
);
/** `THE PRESIDENT. Good afternoon.`, `[2.] Q. Mr. President, …` */
const STOP = new RegExp(
  String.raw`^${COUNT}(Q|A|(?:(?:THE|MR|MRS|MISS|MS|DR)\.?\s)?\p{Lu}[\p{Lu}’'-]{2,}(?:\s(?:[\p{Lu}’'-]{2,}|\p{Lu}\.)){0,4})\.(?:\s+(?=[\p{Lu}“"[(\d])|$)`,
  'u',
);
/** `M. ADATCI presented the following report:`; the name is in capitals, and a small letter goes on. */
const SAID = new RegExp(
  String.raw`^()((?:(?:M|MM|Mr|Mrs|Mme|Mlle|Miss|Dr|Sir|Lord|Count|Baron|Viscount|Prince|General|Colonel)\.?\s)(?:${WORD}\s){0,2}?(?=[\p{Lu}’'-]*\p{Lu}{3})[\p{Lu}][\p{Lu}’'-]+(?:\s[\p{Lu}][\p{Lu}’'-]+){0,2}|The\s(?:PRESIDENT|CHAIRMAN|RAPPORTEUR|SECRETARY-GENERAL))(?:,\s[^,.:]{3,60},)?\s(?=\p{Ll}{3,})`,
  'u',
);

const LONGEST_START = 240;
/** Words that end in a colon and name nobody. */
const LABEL =
  /\b(?:note|subject|ref(?:erence)?s?|present|agenda|date|place|time|participants?|question|answer|conclusions?|summary|source|text|draft|action|decisions?|enclosures?|attachments?|copies|copy|background|comment|objectives?|points?|following|follows|number|paragraph|annex|part|section|recommendations?|discussion|document|from|to|via|re|cc|info|begin|end)\b/i;
/** What shows that the words before a colon are a person: a title, an office. */
const PERSON =
  /^(?:The\s(?:PRESIDENT|CHAIRMAN|President|Chairman|Speaker|Secretary|Prime Minister|Minister|Under|Parliamentary|Chancellor|Attorney|Lord|Foreign|First|Acting|Deputy|Vice|Ambassador|Director|Solicitor)|(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|M|Mme|Herr|Señor|Sr|Baron|Count|General|Gen|Colonel|Col|Admiral|Ambassador|Secretary|President|Senator|Chairman|Prime Minister|Marshal|Chancellor|Viscount|Earl|Prince|Reporter|Interviewer|Professor|Representative|Governor|Under Secretary|Foreign Minister)\b)/u;

/** A name, a country and nothing said. */
const HOLDER =
  /^(?:Mr|Mrs|Miss|Ms|Dr|Sir|Lord|M|Mme|General|Count)\.?\s[\p{L}\p{M}\s.’'-]{2,50}(?:\([^()]{2,60}\))?\.?$/u;

/** Reads the beginning of a paragraph as that of a turn. */
export function turnOf(text: string): Turn | undefined {
  const beginning = text.slice(0, LONGEST_START);
  const found = (style: Style, match: RegExpExecArray | null): Turn | undefined => {
    const [whole, count = '', name = '', more = ''] = match ?? [];
    if (whole === undefined || name === '') return undefined;
    // `The Secretary of State for Foreign Affairs (Mr. Herbert Morrison)`: the name of who holds the office is of it.
    const own = /^ \((?:Mr|Mrs|Sir|Dr|M|Lord|Miss)\.? [^()]*\)/u.exec(more)?.[0] ?? '';
    return {
      style,
      name: name + own,
      nameAt: count.length,
      end: whole.length,
      isNumbered: count !== '',
      isSalute: isSalute(`${name}:`),
    };
  };
  const colon = COLON.exec(beginning);
  if (colon !== null) {
    const name = colon[2] ?? '';
    // `President: Mr. A. STEVENS (United States of America).` says who presides.
    const isOfList = HOLDER.test(text.slice(colon[0].length));
    return PERSON.test(name) && !LABEL.test(name) && !isOfList ? found('colon', colon) : undefined;
  }
  const stop = STOP.exec(beginning);
  if (stop !== null && !LABEL.test(stop[2] ?? '')) return found('stop', stop);
  return found('said', SAID.exec(beginning));
}

/** So many turns make a conversation, and so many of the paragraphs of a text are turns. */
const FEWEST = 3;
const SHARE = 0.25;
/** A title and a colon tell more: of a record a long head and the votes are not speech. */
const SHARE_OF_TITLES = 0.12;

/** The construct that reads the turns of a text, where it consists of them; print of another kind has none. */
export function speechIn(strands: readonly { readonly text: string }[]): Construct | undefined {
  const turns = strands.map(({ text }) => turnOf(text));
  const counts = new Map<Style, number>();
  for (const turn of turns) if (turn?.isSalute === false) counts.set(turn.style, (counts.get(turn.style) ?? 0) + 1);
  const styles = new Set([...counts].filter(([, count]) => count >= FEWEST).map(([style]) => style));
  const names = new Set(turns.flatMap((turn) => (turn === undefined ? [] : [turn.name])));
  const all = [...styles].reduce((sum, style) => sum + (counts.get(style) ?? 0), 0);
  if (all < strands.length * (styles.has('colon') ? SHARE_OF_TITLES : SHARE) || names.size < 2) return undefined;
  // Among questions and answers a reporter may speak with a colon.
  const isTurn = (turn: Turn | undefined): turn is Turn =>
    turn !== undefined && (styles.has(turn.style) || (styles.has('stop') && turn.style === 'colon'));
  return speech(isTurn);
}

function speech(isTurn: (turn: Turn | undefined) => turn is Turn): Construct {
  return {
    name: 'speech',
    recognise(context, at) {
      const strand = context.strands[at];
      const turn = turnOf(strand?.text ?? '');
      if (strand === undefined || !isTurn(turn)) return undefined;
      const { pages, rest } = leadingPages(strand);
      const said = slice(rest, turn.end);
      const children: (Speaker | Paragraph | PageBreak)[] = [speakerOf(slice(rest, 0, turn.end), turn)];
      if (said.text !== '') children.push(paragraphOf(said, context));
      let next = at + 1;
      for (; next < context.end; next++) {
        const own = context.strands[next];
        if (own === undefined || turnOf(own.text) !== undefined || (said.text !== '' && !goesOn(own.text, turn))) break;
        if (own.milestones.some(({ at: place, node }) => place === 0 && node.element !== 'note')) break;
        children.push(paragraphOf(own, context));
        if (said.text === '' && !goesOn(own.text, turn)) break;
      }
      if (children.length < 2) return undefined;
      return { blocks: [...pages, { element: 'sp', attributes: {}, children }], next };
    },
  };
}

function speakerOf(strand: Strand, { name, nameAt, style }: Turn): Speaker {
  const isName = style !== 'stop' || name.length > 1;
  const annotations = isName ? [nameAnnotation({ start: nameAt, end: nameAt + name.length }, 'persName')] : [];
  const children: readonly Inline[] = weave(strand, annotations);
  return { element: 'speaker', attributes: {}, children };
}

function paragraphOf(strand: Strand, context: Context): Paragraph {
  return { element: 'p', attributes: {}, children: weave(strand, context.annotate(strand)) };
}

/** Whether a paragraph is still of the speaker: a numbered one of a numbered turn, a quotation of what was presented, any other of a dialogue. */
function goesOn(text: string, { style, isNumbered }: Turn): boolean {
  if (/^[[(].*[\])]$/.test(text) || (text.length < 60 && !/[.?!”"’\])]\s*$/.test(text))) return false;
  if (style === 'said') return /^[“"]/.test(text);
  if (isNumbered && style === 'colon') return /^\d{1,3}\.\s/.test(text);
  return !/^(?:The meeting|The sitting|NOTE)\b/.test(text);
}
