import type { TypedFacts } from '../../facts/typed-facts.js';
import { withoutStop } from '../../facts/typed-place.js';
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
const ON = /^(?:on|regarding|concerning|with respect to)$/i;
const BY = /^(?:NOTE|MEMORANDUM|REPORT|PAPER|STATEMENT)\s(?:BY|FROM)\s/i;

/**
 * Tells what the title of a paper of a council says, as those of the National Security Council and of the Joint Chiefs of Staff do:
 * `NOTE BY THE EXECUTIVE SECRETARY` / `to the` / `NATIONAL SECURITY COUNCIL` / `on` / its subject.
 * @param titled the lines of the title
 */
export function tellSubmitted(titled: readonly Strand[], facts: TypedFacts): void {
  const to = titled.findIndex(({ text }) => TO.test(text.trim()));
  const on = titled.findIndex(({ text }, at) => at > to && ON.test(text.trim()));
  if (to < 1 || !BY.test(titled[0]?.text ?? '')) return;
  const words = (from: number, till: number): string =>
    titled
      .slice(from, till)
      .map(({ text }) => text.trim())
      .join(' ');
  const receiver = words(to + 1, on < 0 ? titled.length : on);
  if (receiver !== '' && facts.to.length === 0) facts.to.push({ element: 'orgName', name: receiver });
  const first = titled[on + 1];
  if (on < 0 || first === undefined) return;
  facts.subject ??= { text: withoutStop(words(on + 1, titled.length)), at: rawOffset(first, 0) };
}
