/** In which direction texts are read, by their letters and languages: one notion for print, web site and EPUB. */
export type Direction = 'ltr' | 'rtl';

/**
 * Characters that are read from the right, and the controls that make others so (Unicode, classes R, AL, AN, RLM, RLE, RLO, RLI); those beyond U+FFFF by
 * their first halves, so that a whole volume is looked through at once.
 */
const FROM_RIGHT = /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ud802\ud803\ud83a\ud83b\ufb1d-\ufdff\ufe70-\ufefc]/;
const LETTERS_FROM_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/gu;
const LETTERS = /\p{L}/gu;
/** Languages that are written from the right, unless a subtag says otherwise. */
const LANGUAGES = /^(?:ar|arc|ckb|dv|fa|he|iw|ji|ku-Arab|ps|sd|ug|ur|yi)(?:-(?!Latn)|$)/i;

/** Whether anything in a text is read from the right. */
export function hasLettersFromRight(text: string): boolean {
  return FROM_RIGHT.test(text);
}

/** How a language is written, by its tag (BCP 47). */
export function directionOfLanguage(tag: string): Direction {
  return LANGUAGES.test(tag) ? 'rtl' : 'ltr';
}

/** How many letters a text has, and how many of them are read from the right. */
export interface LetterCount {
  readonly all: number;
  readonly fromRight: number;
}

export function letterCount(text: string): LetterCount {
  return { all: text.match(LETTERS)?.length ?? 0, fromRight: text.match(LETTERS_FROM_RIGHT)?.length ?? 0 };
}

/**
 * The direction of a text that has letters from the right: its language's, or that of most of its letters: an English sentence that begins with an Arabic
 * title stays English (UAX #9, HL1).
 */
export function directionOf({ all, fromRight }: LetterCount, language: string | undefined): Direction {
  return (language !== undefined && LANGUAGES.test(language)) || fromRight * 2 > all ? 'rtl' : 'ltr';
}
