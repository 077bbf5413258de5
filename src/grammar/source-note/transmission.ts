import type { Sentence } from './sentences.js';

/** How sentences on the sending, repeating and copying of the document begin. */
const BEGINS =
  /^(?:(?:Also|Then|Subsequently|Originally|Later|Apparently|Presumably)\s+)?(?:Repeated|Sent|Transmitted|Retransmitted|Passed|Pouched|Relayed|Received|Forwarded|Delivered|Addressed|Dispatched|Distributed|Circulated|Copies|A copy|Copied|Info|Information copies|Handed|Telegraphed|Cabled)\b/i;
const SAYS =
  /\b(?:(?:was|were|is|has been|had been) (?:also |then |later )?(?:repeated|sent|transmitted|passed|pouched|relayed|received|forwarded|dispatched|distributed|circulated) (?:to|in|at|through|by|on|as|under|from|for|via)|time of (?:transmission|dispatch|receipt))\b/i;
const OF_ANOTHER = /^(?:In (?:a|an|telegram)|An?|Another|Telegram|On|By)\b/;

/** The sentences on transmission and copies, verbatim. */
export function readTransmission(list: readonly Sentence[]): string[] {
  return list
    .filter(
      ({ text }) =>
        BEGINS.test(text) ||
        (SAYS.test(text) && !OF_ANOTHER.test(text)) ||
        /(?:, | and )(?:repeated|also sent|transmitted) (?:to|for|priority|niact|by)\b/i.test(text.slice(0, 200)),
    )
    .map(({ text }) => text);
}
