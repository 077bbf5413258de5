/** A fact that a scorer calls wrong. */
export interface WrongFact {
  /** The name of the raw text. */
  readonly file: string;
  /** The scorer's row: `date`, `participants`, `must_not_be_body` … */
  readonly row: string;
  /** What the gold has, and what was read. */
  readonly words: readonly string[];
}

/** A finding of the encoder. */
export interface Doubt {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  /** The facts of the manifest that would settle it: `from`, `when` … */
  readonly settles?: readonly string[];
}

/** How doubts and wrong facts meet. */
export interface Measured {
  wrong: number;
  /** Wrong facts that carry a doubt, on the fact or on its line. */
  doubted: number;
  doubts: number;
  /** Doubts that meet a wrong fact. */
  right: number;
  readonly silent: readonly WrongFact[];
  readonly idle: readonly Doubt[];
}

/** What is wrong where two documents are read as one: the second is missing, and the first has its text and its closing. */
const OF_DOCUMENTS = /^(?:documents|paragraphs|last_words|must_not_be_body|signed)$/;

/** The rows of the scorers that a finding doubts; a finding that is not named here doubts what stands on its line. */
const FACTS: Readonly<Record<string, RegExp>> = {
  EN002: /^note/,
  EN003: /^note/,
  EN004: /^(?:date|when)$/,
  EN005: /^(?:repository|locator|classification|handling|precedence|drafted|cleared|approved|source)$/,
  EN008: /^(?:date|when)$/,
  EN013: /^(?:date|when)$/,
  EN014: /^(?:repository|locator|classification|handling|precedence|drafted|cleared|approved|source)$/,
  EN015: /^(?:date|when)$/,
  EN016: /^(?:date|when)$/,
  EN030: /^(?:head|genre|subject)$/,
  EN035: /^(?:head|from|to)$/,
  EN040: /^(?:date|when)$/,
  EN055: /^(?:date|when)$/,
  EN045: /^(?:classification|handling)$/,
  EN046: /^(?:from|to|genre|signed)$/,
  EN047: /^(?:date|when)$/,
  EN050: /^(?:paragraphs|must_not_be_body|first_words|last_words)$/,
  EN051: /^(?:paragraphs|must_not_be_body|first_words|last_words|rejoined)$/,
  EN052: /^(?:genre|date|place|from|to|subject|classification)$/,
  EN053: /^participants$/,
  EN056: OF_DOCUMENTS,
  EN057: /^(?:date|place|from|to|subject|handling)$/,
  EN058: /^(?:subject|from|to|date|place|participants)$/,
  EN059: /^(?:signed|must_not_be_body)$/,
  EN054: /^(?:place|from|to|signed|participants)$/,
  EN043: OF_DOCUMENTS,
  EN160: OF_DOCUMENTS,
  EN168: OF_DOCUMENTS,
  EN161: /^(?:date|place|from|to|subject|participants|first_words|paragraphs)$/,
  EN162: /^(?:must_not_be_body|paragraphs|last_words)$/,
  EN163: /^(?:genre|documents)$/,
  EN164: /^(?:from|signed|documents)$/,
  EN165: /^participants$/,
  EN166: /^participants$/,
  EN169: /^signed$/,
  EN170: /^(?:paragraphs|must_not_be_body|first_words|last_words|rejoined)$/,
  EN167: /^(?:first_words|last_words|paragraphs)$/,
};

/** Findings that something is not there, and nothing else: they doubt no reading: they count only where they meet a wrong fact. */
const ABSENT: ReadonlySet<string> = new Set(['EN004', 'EN008', 'EN030']);

/**
 * Counts the wrong facts that carry a doubt, and the doubts that are right. A doubt is on a fact where its kind says so, in the same text, or where one of the lines on which the
 * fact's words stand is its line.
 * @param rawOf the raw texts by their names
 */
export function measured(
  wrong: readonly WrongFact[],
  doubts: readonly Doubt[],
  rawOf: ReadonlyMap<string, string>,
): Measured {
  const ofFile = new Map<string, Doubt[]>();
  for (const doubt of doubts) ofFile.set(doubt.file, [...(ofFile.get(doubt.file) ?? []), doubt]);
  const right = new Set<Doubt>();
  const silent = wrong.filter((fact) => {
    const lines = linesOf(fact, rawOf.get(fact.file) ?? '');
    const met = (ofFile.get(fact.file) ?? []).filter(
      ({ code, line, settles }) => FACTS[code]?.test(fact.row) || settles?.includes(fact.row) || lines.has(line),
    );
    for (const doubt of met) right.add(doubt);
    return met.length === 0;
  });
  const counted = doubts.filter((doubt) => right.has(doubt) || !ABSENT.has(doubt.code));
  return {
    wrong: wrong.length,
    doubted: wrong.length - silent.length,
    doubts: counted.length,
    right: right.size,
    silent,
    idle: counted.filter((doubt) => !right.has(doubt)),
  };
}

/** The lines of a raw text on which the words of a fact begin. */
function linesOf({ words }: WrongFact, raw: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, line] of raw.split(/\r\n|[\n\r\f\v]/).entries()) {
    const text = squeezed(line);
    if (text.length < 2) continue;
    for (const word of words) {
      const wanted = squeezed(word);
      const isIn = wanted.length >= 3 && (text.includes(wanted) || (text.length >= 8 && wanted.includes(text)));
      const begins = wanted.length >= 12 && text.includes(wanted.slice(0, 24));
      if (isIn || begins) found.add(index + 1);
    }
  }
  return found;
}

function squeezed(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
