/** What begins an address at the foot of a letter: a style of honour, or an office. */
const STYLE =
  /^(?:To )?(?:the )?(?:hon\.|honou?rable|rt\. hon|right hon|(?:his|her|your) (?:excellency|highness|majesty|eminence)|excellency|monsieur|señor|herrn|seiner exzellenz)(?:$|[\s,])/i;
const TITLED =
  /^(?:To )?(?:Mr\.|Mrs\.|Messrs\.|Sir|Lord|Dr\.|General|Gen\.|Admiral|Senator|The (?:President|Secretary|Under Secretary|Minister|Ambassador|Prime Minister|Chairman|Earl|Viscount|Right))\s.*[,.]$/;

/** What a copy bears at its foot. */
const NO_ADDRESS = /\bcop(?:y|ies)\b|\boriginal\b|\d\/\d/i;

const MOST_LINES = 7;
const LONGEST_LINE = 72;

/**
 * Where the address at the foot of a letter begins among the lines up to `end`: short lines, of which the first has a style of honour, or a
 * title and a comma behind it.
 * @param text the text of a line; empty outside the document
 */
export function addresseeStart(text: (at: number) => string, from: number, end: number): number | undefined {
  for (let at = end - 1; at > from && end - at <= MOST_LINES; at--) {
    const line = text(at);
    if (line === '' || line.length > LONGEST_LINE || /[:;?!]$|\p{Ll}{4,}\.\s\p{Lu}\p{Ll}/u.test(line)) return undefined;
    if (NO_ADDRESS.test(line)) return undefined;
    if (STYLE.test(line)) return at;
    // A title opens an address only where another line goes on with it.
    if (TITLED.test(line) && line.endsWith(',') && at + 1 < end) return at;
  }
  return undefined;
}

/** The line of an address that names whom it is for. */
export function addressedTo(lines: readonly string[]): string | undefined {
  const name = lines.find((line) => !(STYLE.test(line) && !/\s\S+\s\S/.test(line.replace(/^(?:To )?(?:the )?/i, ''))));
  return name
    ?.replace(
      /^(?:To )?(?:the )?(?:Hon\.|Honou?rable|Rt\. Hon\.|Right Hon(?:ou?rable|\.)?|His Excellency|Her Excellency)\s+/i,
      '',
    )
    .replace(/[,.]$/, '');
}
