import { CUT_SHORT, classificationLine } from './classification-line.js';
import { precedencesIn } from './date-time-group.js';
import { withoutSpelling } from './spelled-letters.js';

/** Words as they are compared: without case, accents and punctuation, one space between them and at either end. */
export function folded(text: string): string {
  return ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/**
 * Reads what the words of a document say of markings, as the encoder reads them: `C O N F I D E N T I A L` says Confidential, `UNCLAS` says
 * Unclassified, and the letters before a date-time group (`P R 231724Z JAN 06`) say Priority and Routine.
 * @param stretches the words of the document, each run of text by itself, so that what is spelled in one does not go on in the next
 * @returns whether the document says a marking
 */
export function markingsSaid(stretches: readonly string[]): (marking: string) => boolean {
  const words = folded(stretches.join(' '));
  // What is emphasised, or where a page ends, can stand inside a word.
  const unbroken = folded(stretches.join(''));
  const closed = folded(stretches.map(withoutSpelling).join(' '));
  const said = new Set(
    Object.entries(CUT_SHORT)
      .filter(([short]) => closed.includes(folded(short)))
      .map(([, word]) => folded(word)),
  );
  // The date of a group is an element of its own, after its letters.
  // A classification line may be misread in single letters (`C 0 N F I D E N T I A L`).
  for (const stretch of stretches) {
    const line = /^[A-Z]\s/.test(stretch) ? classificationLine(stretch) : undefined;
    if (line !== undefined) said.add(folded(line.classification));
  }
  for (const whole of [stretches.join(''), stretches.join(' ')]) {
    for (const precedence of precedencesIn(whole)) said.add(folded(precedence));
  }
  return (marking) => {
    const sought = folded(marking);
    return words.includes(sought) || unbroken.includes(sought) || closed.includes(sought) || said.has(sought);
  };
}
