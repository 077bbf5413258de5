/**
 * What the forms of an English word have in common: `negotiate`, `negotiated` and `negotiations` → `negoti` (M. F. Porter, “An algorithm for suffix stripping”,
 * Program 14 (1980), pp. 130–137; the steps have the numbers that they have there).
 */
export function stemOf(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  let stem = plural(word);
  stem = past(stem);
  if (stem.endsWith('y') && hasVowel(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`;
  stem = replaced(stem, STEP_2, 0);
  stem = replaced(stem, STEP_3, 0);
  stem = step4(stem);
  return tidied(stem);
}

/** How much of the beginning the forms of a word share at least with its stem: its last letter may differ (`armi`: army). */
export function commonBeginning(stem: string): string {
  return stem.slice(0, Math.max(2, stem.length - 1));
}

function isConsonant(word: string, at: number): boolean {
  const letter = word[at];
  if (letter === 'y') return at === 0 || !isConsonant(word, at - 1);
  return letter !== 'a' && letter !== 'e' && letter !== 'i' && letter !== 'o' && letter !== 'u';
}

/** How often a vowel is followed by a consonant. */
function measure(stem: string): number {
  let count = 0;
  for (let at = 1; at < stem.length; at++) if (isConsonant(stem, at) && !isConsonant(stem, at - 1)) count++;
  return count;
}

function hasVowel(stem: string): boolean {
  for (let at = 0; at < stem.length; at++) if (!isConsonant(stem, at)) return true;
  return false;
}

function hasDoubleConsonant(word: string): boolean {
  return word.length > 1 && word.at(-1) === word.at(-2) && isConsonant(word, word.length - 1);
}

/** Consonant, vowel, consonant at the end, the last no w, x or y. */
function isShort(word: string): boolean {
  const end = word.length - 1;
  return (
    end > 1 &&
    isConsonant(word, end) &&
    !isConsonant(word, end - 1) &&
    isConsonant(word, end - 2) &&
    !/[wxy]$/.test(word)
  );
}

/** Step 1a. */
function plural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** Step 1b. */
function past(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const ending = /(?:ed|ing)$/.exec(word)?.[0];
  const stem = ending === undefined ? word : word.slice(0, -ending.length);
  if (ending === undefined || !hasVowel(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (hasDoubleConsonant(stem) && !/[lsz]$/.test(stem)) return stem.slice(0, -1);
  return measure(stem) === 1 && isShort(stem) ? `${stem}e` : stem;
}

type Endings = readonly (readonly [ending: string, by: string])[];

const STEP_2: Endings =
  `ational:ate tional:tion enci:ence anci:ance izer:ize abli:able alli:al entli:ent eli:e ousli:ous ization:ize ation:ate ator:ate
  alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]);

const STEP_3: Endings = 'icate:ic ative: alize:al iciti:ic ical:ic ful: ness:'
  .split(' ')
  .map((pair) => pair.split(':') as [string, string]);

const STEP_4 = 'al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize'.split(' ');

/** The longest ending of a table that a word has is replaced where what stands before it measures more than `least`. */
function replaced(word: string, endings: Endings, least: number): string {
  let [longest, by] = ['', ''];
  for (const [ending, instead] of endings)
    if (ending.length > longest.length && word.endsWith(ending)) [longest, by] = [ending, instead];
  const stem = word.slice(0, word.length - longest.length);
  return longest !== '' && measure(stem) > least ? stem + by : word;
}

function step4(word: string): string {
  let longest = '';
  for (const ending of STEP_4) if (ending.length > longest.length && word.endsWith(ending)) longest = ending;
  const stem = word.slice(0, word.length - longest.length);
  if (longest === '' || measure(stem) <= 1 || (longest === 'ion' && !/[st]$/.test(stem))) return word;
  return stem;
}

/** Step 5. */
function tidied(word: string): string {
  let stem = word;
  if (stem.endsWith('e')) {
    const before = stem.slice(0, -1);
    const count = measure(before);
    if (count > 1 || (count === 1 && !isShort(before))) stem = before;
  }
  return stem.endsWith('ll') && measure(stem) > 1 ? stem.slice(0, -1) : stem;
}
