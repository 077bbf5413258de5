import type { TypedFacts } from '../../facts/typed-facts.js';
import { withoutStop } from '../../facts/typed-place.js';
import { rawOffset, type Strand } from '../../page/strand.js';

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
