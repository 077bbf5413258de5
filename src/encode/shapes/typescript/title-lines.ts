import type { TypedFacts } from '../../facts/typed-facts.js';
import { rawOffset, type Strand } from '../../page/strand.js';
import type { LabelledLine } from '../../regions/label-lines.js';
import { CONNECTING } from '../../regions/line-forms.js';
import type { Reader } from './reader.js';
import { isSpeakerBelow } from './spoken-title.js';

/** Where a title ends that begins at a line: it goes on in lines of its group as long as they are written as it is, or join its parts. */
export function titleEnd(lines: readonly LabelledLine[], at: number, reader: Reader): number {
  const first = lines[at];
  let end = at + 1;
  while (
    end < lines.length &&
    goesOn(first, lines[end]) &&
    !(end === at + 1 && isSpeakerBelow(first, lines[end], reader))
  )
    end++;
  return end;
}

function goesOn(first: LabelledLine | undefined, below: LabelledLine | undefined): boolean {
  if (below?.kind !== 'head.title' || below.line.group !== first?.line.group || below.line.isBeside) return false;
  const { isCapitals, isCentred, text } = below.line;
  return isCapitals || !(first?.line.isCapitals ?? false) || isCentred || CONNECTING.test(text);
}

/** The words between the parts of a title that says who submits what to whom, each on a line of its own. */
const TO = /^(?:to|for)(?: the)?$/i;
const ON = /^(?:on|re|regarding|concerning|with respect to)$/i;
const BY = /^(?:NOTE|MEMORANDUM|REPORT|PAPER|STATEMENT)\s(?:BY|FROM)\s/i;

/** `STATEMENT OF POLICY`, `on`, and what it is on: the subject of a paper, and where it begins in the raw text. */
export function matterOf(titled: readonly Strand[]): { readonly text: string; readonly at: number } | undefined {
  const on = titled.findIndex(({ text }) => ON.test(text));
  const matter = on < 1 ? [] : titled.slice(on + 1);
  const [first] = matter;
  if (first === undefined) return undefined;
  return { text: wordsOf(matter), at: rawOffset(first, 0) };
}

/**
 * Tells whom the title of a paper of a council names, as those of the National Security Council and of the Joint Chiefs of Staff do:
 * `NOTE BY THE EXECUTIVE SECRETARY` / `to the` / `NATIONAL SECURITY COUNCIL` / `on` / its subject.
 * @param titled the lines of the title
 */
export function tellSubmitted(titled: readonly Strand[], facts: TypedFacts): void {
  const to = titled.findIndex(({ text }) => TO.test(text));
  if (to < 1 || facts.to.length > 0 || !BY.test(titled[0]?.text ?? '')) return;
  const on = titled.findIndex(({ text }, at) => at > to && ON.test(text));
  const receiver = wordsOf(titled.slice(to + 1, on < 0 ? titled.length : on));
  if (receiver !== '') facts.to.push({ element: 'orgName', name: receiver });
}

function wordsOf(strands: readonly Strand[]): string {
  return strands.map(({ text }) => text).join(' ');
}
