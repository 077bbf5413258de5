/**
 * Writes the words that the volumes of the series use most (`src/encode/page/frequent-words.ts`): all that stand eight times or more, in three
 * volumes at least, and names that stand thirty times, in five; all in small letters. Run by hand, `node dist/program/build/frequent-words.js ../shared/volumes/*.xml`; the list is part of the source.
 */
import { readFileSync } from 'node:fs';
import { writeWhole } from '../formats/file-output.js';
import { packageFile } from '../formats/package.js';

/** How often a word must stand in the volumes, and in how many of them; the same of a word with a capital, which may be a slip of the pen. */
const FEWEST = { count: 8, volumes: 3 };
const FEWEST_NAMES = { count: 30, volumes: 5 };

/** The words of a volume with how often each stands in it; parts of words with a hyphen or an apostrophe are none. */
function wordsOf(file: string): ReadonlyMap<string, number> {
  const xml = readFileSync(file, 'utf8');
  const text = xml.slice(xml.indexOf('<text')).replace(/<[^>]*>/g, ' ');
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/(?<![\p{L}\p{N}’'-])(?:[a-z]{2,}|[A-Z][a-z]{2,})(?![\p{L}\p{N}’'-])/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const all = new Map<string, { count: number; volumes: number }>();
for (const file of process.argv.slice(2)) {
  for (const [word, count] of wordsOf(file)) {
    const known = all.get(word) ?? { count: 0, volumes: 0 };
    all.set(word, { count: known.count + count, volumes: known.volumes + 1 });
  }
}
const words = [...all]
  .filter(([word, { count, volumes }]) => {
    const fewest = /^[a-z]/.test(word) ? FEWEST : FEWEST_NAMES;
    return count >= fewest.count && volumes >= fewest.volumes;
  })
  .sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
  .map(([word]) => word.toLowerCase());
writeWhole(
  packageFile('src/encode/page/frequent-words.ts'),
  `/** The words that the volumes of the series use most, the most frequent first; written by \`src/build/frequent-words.ts\`. */\nexport const FREQUENT_WORDS =\n  '${[...new Set(words)].join(' ')}';\n`,
);
