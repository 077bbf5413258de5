import type { Code } from '../../diagnostics/codes.js';
import { ancestor, type TeiText } from '../tree.js';
import type { Rule, RuleContext } from './rule.js';

/** A fault that a pattern finds inside one text, with the repair where there is only one. */
interface TextFault {
  readonly code: Code;
  readonly pattern: RegExp;
  /** What a text must hold for the pattern to be tried, where that is quicker to find. */
  readonly needs?: RegExp;
  /** The facts for the message; undefined where the match is no fault after all. */
  readonly facts: (match: RegExpExecArray, node: TeiText) => Readonly<Record<string, string>> | undefined;
  /** What to write instead of the match. */
  readonly repair?: (match: RegExpExecArray) => string | undefined;
}

/** Greek and Cyrillic letters that look like Latin ones, with those. */
const lookAlikes: Readonly<Record<string, string>> = {
  ό: 'ó',
  ί: 'í',
  ά: 'á',
  έ: 'é',
  ύ: 'ú',
  ο: 'o',
  α: 'a',
  ν: 'v',
  ρ: 'p',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  І: 'I',
};

/** Words that English rightly repeats. */
const repeatable = new Set([
  'had',
  'that',
  'is',
  'never',
  'so',
  'no',
  'very',
  'bora',
  'pago',
  'who',
  'ha',
  'blah',
  'do',
  'in',
  'on',
  'to',
  'it',
  'hear',
  'now',
  'yes',
  'sing',
  'tut',
  'long',
  'many',
  'far',
  'more',
  'half',
  'well',
  'goody',
  'way',
  'her',
  'you',
  'walla',
  'baden',
  'sic',
  'dear',
]);

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

const faults: readonly TextFault[] = [
  {
    code: 'VA400',
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    pattern: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g,
    facts: (m) => ({ code: codePoint(m[0]) }),
  },
  {
    code: 'VA401',
    needs: /[\u0370-\u04FF]/,
    pattern: /(?=[\p{L}\p{M}]*\p{Script=Latin})(?=[\p{L}\p{M}]*[\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}]+/gu,
    facts: (m) => ({
      word: m[0],
      letters: [...m[0]].filter((c) => /[\p{Script=Greek}\p{Script=Cyrillic}]/u.test(c)).join(' '),
    }),
    repair: (m) => {
      const letters = [...m[0]].map((c) => (/[\p{Script=Greek}\p{Script=Cyrillic}]/u.test(c) ? lookAlikes[c] : c));
      return letters.includes(undefined) ? undefined : letters.join('');
    },
  },
  {
    code: 'VA402',
    pattern: /[\uFFFD\uFFFE\uFFFF\u200B\u200E\u200F\u00AD\u2060\uFEFF\uE000-\uF8FF]/g,
    facts: (m) => ({ code: codePoint(m[0]) }),
  },
  {
    code: 'VA403',
    pattern: /â€[™œ“”˜¦\u009d]|Ã[©¨±¼¶¡³­]|Â[°§£ ]/g,
    facts: (m) => ({ text: m[0] }),
  },
  {
    code: 'VA410',
    needs: /[ \t][,;:.]/,
    pattern: /(?<=[\p{L}\p{N}’'”)\]])[ \t]+(?=[,;:](?:\s|$)|\.(?![.\d\w])(?! \.)(?=\s|$))/gu,
    facts: (m, node) =>
      isTypedLabel(node.text.slice(0, m.index)) ? undefined : { mark: node.text[m.index + m[0].length] ?? '' },
    repair: () => '',
  },
  {
    code: 'VA411',
    pattern:
      /(?<![\p{L}\p{N}.])(?:[lI]\d{2,3}|l\d|\d{1,3}[lI]\d{1,2}|\d{2,3}[lI](?![\p{L}])|\d[Oo]\d{1,2}|\d{2,3}[Oo]|\d[\dO]*OO)(?![\p{L}\p{N}])/gu,
    // What an edition is called is not read from a page.
    facts: (m, node) =>
      ancestor(node.parent, 'publicationStmt') === undefined
        ? { text: m[0], meant: m[0].replace(/[lI]/g, '1').replace(/[Oo]/g, '0') }
        : undefined,
  },
  {
    code: 'VA414',
    needs: /[a-z][01]/,
    pattern: /(?<![\p{L}\p{N}&#./:@_-])\p{L}?[a-z]{2,}[01][a-z]*(?![\p{L}\p{N}_@/-]|\.\p{L})/gu,
    facts: (m) => ({ word: m[0], meant: m[0].replace(/1/g, 'l').replace(/0/g, 'o') }),
  },
  {
    code: 'VA415',
    needs: /[,;:.] ?[,;:.]/,
    pattern: /(?<=\p{Ll}{2}|\d)(?:, ?,|;;|::|,;|;,|,\.|\.\.)(?!\S?[.\d])(?! \.)/gu,
    facts: (m) => ({ marks: m[0] }),
  },
  {
    code: 'VA412',
    needs: /(?:^|[^A-Za-zÀ-ɏ])([A-Za-zÀ-ɏ]+)[ \t\r\n]+\1(?![A-Za-zÀ-ɏ])/,
    pattern: /(?<![\p{L}\p{N}’'.-])(\p{L}+)[ \t\r\n]+\1(?![\p{L}\p{N}’'-])/gu,
    facts: (m, node) => {
      const word = m[1] ?? '';
      if (node.parent.name === 'hi') return undefined;
      return repeatable.has(word.toLowerCase()) || isCapital(word) || word.length < 2 ? undefined : { word };
    },
  },
  {
    code: 'VA421',
    needs: /[“”]/,
    pattern: /(?<=[\p{L}\p{N},.;])“(?=[\s,.;)]|$)|(?<=^|[\s(—])”(?=[\p{L}\p{N}])/gu,
    facts: (m, node) => {
      if (!standsAlone(m, node)) return undefined;
      return { mark: m[0], place: m[0] === '“' ? 'after a word' : 'before a word' };
    },
    repair: (m) => (m[0] === '“' ? '”' : '“'),
  },
];

/** A mark at the edge of a text beside another element belongs to what that element says; nothing is said of it. */
function standsAlone(match: RegExpExecArray, node: TeiText): boolean {
  const { children } = node.parent;
  if (match.index === 0 && children[0] !== node) return false;
  return match.index + match[0].length < node.text.length || children.at(-1) === node;
}

/** `TO :`, `THE SECRETARY :`, as typewriters set labels; the copy is followed. */
function isTypedLabel(before: string): boolean {
  return /^\s*\p{Lu}[\p{Lu} .]*$/u.test(before);
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Characters and spacing, within each text. */
export const characters: Rule = {
  codes: ['VA400', 'VA401', 'VA402', 'VA403', 'VA410', 'VA411', 'VA412', 'VA414', 'VA415', 'VA420', 'VA421'],
  scope: 'part',
  check(context) {
    for (const node of context.tree.texts) {
      if (node.parent.uri.endsWith('xhtml')) continue;
      for (const fault of faults) checkText(node, fault, context);
    }
    checkQuotes(context);
  },
};

function checkText(node: TeiText, { code, needs, pattern, facts, repair }: TextFault, { report }: RuleContext): void {
  if (needs !== undefined && !needs.test(node.text)) return;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(node.text); match !== null; match = pattern.exec(node.text)) {
    const found = facts(match, node);
    if (found === undefined) continue;
    const where = { text: node, from: match.index, to: match.index + match[0].length };
    const replacement = repair?.(match);
    const isPlain = node.end - node.start === node.text.length;
    if (replacement === undefined || !isPlain) report(code, where, found);
    else {
      const start = node.start + match.index;
      report(code, where, found, [{ start, end: start + match[0].length, replacement }]);
    }
  }
}

/**
 * Straight and curly quotation marks side by side in one document, its text and its notes each by itself: editors set notes in curly marks
 * under a typescript that has straight ones. Once for each, at the first straight mark.
 */
function checkQuotes({ tree, report }: RuleContext): void {
  const text = new Map<unknown, QuoteCount>();
  const notes = new Map<unknown, QuoteCount>();
  for (const node of tree.texts) {
    const { document } = node.parent;
    if (document === undefined || !/["“”]/.test(node.text)) continue;
    const counts = ancestor(node.parent, 'note') === undefined && node.parent.name !== 'note' ? text : notes;
    const count = counts.get(document) ?? { straight: 0, curly: 0, first: undefined };
    counts.set(document, count);
    countQuotes(node, count);
  }
  for (const { straight, curly, first } of [...text.values(), ...notes.values()]) {
    if (straight === 0 || curly === 0 || first === undefined) continue;
    report('VA420', { text: first.text, from: first.from, to: first.from + 1 }, { straight, curly });
  }
}

interface QuoteCount {
  straight: number;
  curly: number;
  first: { text: TeiText; from: number } | undefined;
}

function countQuotes(node: TeiText, count: QuoteCount): void {
  for (const match of node.text.matchAll(/["“”]/g)) {
    if (match[0] !== '"') count.curly++;
    else if (!/\d$/.test(node.text.slice(0, match.index))) {
      count.straight++;
      count.first ??= { text: node, from: match.index };
    }
  }
}
