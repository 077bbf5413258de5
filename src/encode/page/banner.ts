import { markingKind } from '../../grammar/source-note/markings.js';
import { withoutSpelling } from '../../grammar/spelled-letters.js';

/** What a line of markings says, as an archive's copy has it at the head and the foot of each page. */
export interface Banner {
  /** The classification in its own words, put right where the reading machine has slipped (`SEGRET`). */
  readonly classification?: string;
  /** Caveats, in their own words: `EXDIS`, `EYES ONLY`. */
  readonly handling: readonly string[];
  /** The number of the page, where it stands beside the marking. */
  readonly page?: number;
  /** The words had to be put right. */
  readonly isMended: boolean;
}

/** Longest banner. */
const LONGEST = 80;

/** Words of which a banner consists. The first are those that a reading machine's slips are mended to. */
const CORE = ['SECRET', 'CONFIDENTIAL', 'RESTRICTED', 'UNCLASSIFIED', 'SENSITIVE', 'CLASSIFIED'];
const CLASSES: readonly string[] = [
  'COSMIC TOP SECRET',
  'TOP SECRET',
  'MOST SECRET',
  'SECRET',
  'STRICTLY CONFIDENTIAL',
  'ADMINISTRATIVELY CONFIDENTIAL',
  'ADMIN CONFIDENTIAL',
  'CONFIDENTIAL',
  'RESTRICTED',
  'UNCLASSIFIED',
  'LIMITED OFFICIAL USE ONLY',
  'LIMITED OFFICIAL USE',
  'FOR OFFICIAL USE ONLY',
  'OFFICIAL USE ONLY',
  'OFFICIAL USE',
  'SENSITIVE BUT UNCLASSIFIED',
  'LOU',
];
/** What stands beside a marking and is neither classification nor caveat: schedules of downgrading, and small words. */
const BESIDE = new Set([
  'US',
  'URGENT',
  'RUSH',
  'PRIORITY',
  'IMMEDIATE',
  'XGDS',
  'GDS',
  'RDS',
  'ADS',
  'OADR',
  'AND',
  'WITH',
  'ATTACHMENT',
  'ATTACHMENTS',
  'ENCLOSURE',
  'ENCLOSURES',
  'COPY',
  'DRAFT',
  'PAGE',
  'OF',
  'NUMBER',
  'WHEN',
  'DETACHED',
]);
/** Caveats besides those that the tables of source notes have. */
const CAVEATS = new Set([
  'EYES ONLY',
  'GUARD',
  'PERSONAL',
  'PRIVATE',
  'SPECAT',
  'UMBRA',
  'SECURITY INFORMATION',
  'US EYES ONLY',
  'OFFICIAL-INFORMAL',
  'OFFICIAL INFORMAL',
  'CODEWORD',
  'CLOSE HOLD',
  'NO DISTRIBUTION',
  'RESTRICTED DATA',
  'EXCLUSIVELY EYES ONLY',
  'LITERALLY EYES ONLY',
  'LIMIT DISTRIBUTION',
  'LIMITED DISTRIBUTION',
  'RESTRICTED DISTRIBUTION',
  'NO FOREIGN DISSEM',
  'NO FOREIGN DISSEMINATION',
  'NO DISSEM ABROAD',
  'CONTROLLED DISSEM',
  'BACKGROUND USE ONLY',
  'NO UNAUTHORIZED DISCLOSURE',
  'ADDRESSEE ONLY',
  'BUSINESS PROPRIETARY',
  'PROPRIETARY',
  'COMPANY CONFIDENTIAL',
  'BY BAG',
  'BY COURIER',
  'NO COPIES',
]);

/** Marks that a hand or a reading machine puts around a marking. */
const AROUND = /^[\s~*_\-–—=.,'"“”|[\]()<>/\\:;^`]+|[\s~*_\-–—=.,'"“”|[\]()<>/\\:;^`]+$/g;

/** The first words of all markings, for a quick look. */
const QUICK =
  /SE[CG]R|CON[FP]|RESTR|CLASS|OFFICIAL|SENSIT|EYES|NODIS|EXDIS|LIMDIS|NOFORN|STADIS|PERSONAL|PRIVATE|GUARD|LOU\b|[S5]ECR|[CG]ONF|ENTIAL|UMBRA|SPECAT|SECURITY INF|LIMIT\w{0,2} DISTR|DISSEM|C\s?O\s?N\s?F|S.E.C.R|U.N.C.L|R.E.S.T/i;

/** Reads a line that is nothing but a marking (`-SECRET/EXDIS-`, `~~SECRET~~`, `C O N F I D E N T I A L`, `SECRET - 2`); undefined where it is none. */
export function readBanner(line: string): Banner | undefined {
  // `T~~O~~P S~~E~~CRET`: marks of striking inside a word part nothing.
  const struck = line.includes('~~') ? line.replace(/(?<=\p{L})~~(?=\p{L})/gu, '').replace(/~~/g, ' ') : line;
  // `**TOP SECRET** US URGENT`: a part of it in bold type.
  const words = struck.includes('**') ? struck.replace(/\*\*/g, ' ') : struck;
  if (line.length > LONGEST || !QUICK.test(words)) return undefined;
  const bare = withoutSpelling(words).replace(AROUND, '').replace(/\s+/g, ' ');
  // `CONFIDENTlAL`: a small l among capitals is an I.
  const letters = bare.replace(/[^\p{L}]/gu, '').replace(/(?<=\p{Lu})l|l(?=\p{Lu})/gu, 'I');
  const isCapitals = letters === letters.toUpperCase();
  // In small letters only a marking in words alone, or a caveat of several words.
  if (
    !isCapitals &&
    !(/^(?:\p{Lu}\p{Ll}+\s?){2,5}$/u.test(bare) && CAVEATS.has(bare.toUpperCase())) &&
    !/^(?:Top Secret|Secret|Confidential|Restricted|Unclassified|Most Secret|Limited Official Use)(?: ?[-–/] ?[A-Z][\p{L} -]{2,20})?$/u.test(
      bare,
    )
  )
    return undefined;
  return readWords(bare.toUpperCase());
}

/** The words of a marking, part by part: a caveat does not reach over a stroke (`SENSITIVE/EYES ONLY` are two). */
function partsOf(bare: string): readonly (readonly string[])[] {
  return bare
    .replace(/EYESONLY/g, 'EYES ONLY')
    .split(/[/,;:()]+|--+/)
    .map((part) =>
      part
        .split(/\s+|(?<=\p{L}{4})[-–—](?=\p{L})/u)
        .map((word) => word.replace(/^[-–—.'"]+|[-–—.'"]+$/g, ''))
        .filter((word) => /[\p{L}\p{N}]/u.test(word)),
    );
}

/** What has been read of a marking. */
interface OpenBanner {
  classification?: string;
  readonly handling: string[];
  page?: number;
  isMended: boolean;
}

function readWords(bare: string): Banner | undefined {
  const banner: OpenBanner = { handling: [], isMended: false };
  for (const part of partsOf(bare)) if (!readPart(part, bare, banner)) return undefined;
  const { classification, handling } = banner;
  if (classification === undefined) return handling.length === 0 ? undefined : banner;
  return { ...banner, classification: classification === 'LOU' ? 'LIMITED OFFICIAL USE' : classification };
}

/** Reads one part of a marking into `banner`; whether it can be of one. */
function readPart(part: readonly string[], bare: string, banner: OpenBanner): boolean {
  const words = part.map(mend);
  banner.isMended ||= words.some((word, index) => word !== part[index]);
  for (let at = 0; at < words.length; ) {
    const found = longest(words, at);
    if (found === undefined) {
      if (!readOther(words[at] ?? '', bare, banner)) return false;
      at++;
      continue;
    }
    if (found.kind === 'classification') banner.classification ??= found.words;
    else if (!banner.handling.includes(found.words)) banner.handling.push(found.words);
    at += found.length;
  }
  return true;
}

/** A word that is no marking: the number of the page, a schedule of downgrading, or a caveat that is not known behind a stroke. */
function readOther(word: string, bare: string, banner: OpenBanner): boolean {
  const number = /^\W*(\d{1,3})\W*$/.exec(word)?.[1];
  if (number !== undefined) {
    banner.page ??= Number(number);
    return true;
  }
  const isCaveat = banner.classification !== undefined && /^[A-Z]{3,12}$/.test(word) && bare.includes(`/${word}`);
  return BESIDE.has(word.replace(/\W|\d/g, '')) || isCaveat;
}

const MOST_WORDS = 4;

/** The longest marking that begins at a word. */
function longest(
  words: readonly string[],
  at: number,
): { readonly words: string; readonly kind: 'classification' | 'handling'; readonly length: number } | undefined {
  const most = Math.min(MOST_WORDS, words.length - at);
  for (let length = most; length > 0; length--) {
    const phrase = words.slice(at, at + length).join(' ');
    if (CLASSES.includes(phrase)) return { words: phrase, kind: 'classification', length };
  }
  for (let length = most; length > 0; length--) {
    const phrase = words.slice(at, at + length).join(' ');
    if (phrase === 'OFFICIAL INFORMAL') return { words: 'OFFICIAL-INFORMAL', kind: 'handling', length };
    if (CAVEATS.has(phrase)) return { words: phrase, kind: 'handling', length };
    if (/^\d+$/.test(phrase)) continue;
    // `SENSITIVE/EYES ONLY` are two caveats.
    if (length > 1 && isCaveat(words[at] ?? '') && isCaveat(words.slice(at + 1, at + length).join(' '))) continue;
    if (length <= 3 && markingKind(phrase) === 'handling' && !/^(?:FOR|THROUGH|VIA|IN|SERIES|USE)\b/.test(phrase))
      return { words: phrase, kind: 'handling', length };
  }
  return undefined;
}

function isCaveat(phrase: string): boolean {
  return CAVEATS.has(phrase) || markingKind(phrase) === 'handling';
}

/** A word of a marking as it was typed, where the reading machine has taken one letter or two for others. */
function mend(word: string): string {
  const letters = word
    .replace(/0/g, 'O')
    .replace(/1(?=[A-Z])|(?<=[A-Z])1/g, 'I')
    .replace(/5(?=[A-Z])/g, 'S')
    .replace(/8(?=[A-Z])/g, 'B');
  if (/^DECLA/.test(letters)) return word;
  if (letters.length < 5 || !/^[A-Z|!]+$/.test(letters)) return word;
  if (CORE.includes(letters)) return letters;
  const allowed = letters.length >= 9 ? 2 : 1;
  return (
    CORE.find(
      (core) =>
        letters !== core &&
        Math.abs(core.length - letters.length) <= allowed &&
        distance(core, letters, allowed) <= allowed,
    ) ?? word
  );
}

/** How many letters part two words, up to a limit beyond which it does not matter. */
function distance(a: string, b: string, limit: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    if (next.every((steps) => steps > limit)) return limit + 1;
    row = next;
  }
  return row[b.length] ?? 0;
}

const LEVELS = ['UNCLASSIFIED', 'OFFICIAL USE', 'RESTRICTED', 'CONFIDENTIAL', 'SECRET', 'TOP SECRET'];

/** How high a classification is; the higher the number the higher. */
export function levelOf(classification: string): number {
  for (let level = LEVELS.length - 1; level >= 0; level--)
    if (classification.includes(LEVELS[level] ?? '')) return level;
  return 0;
}
