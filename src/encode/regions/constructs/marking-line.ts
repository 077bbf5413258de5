import { markingKind } from '../../../grammar/source-note/markings.js';
import { withoutSpelling } from '../../../grammar/spelled-letters.js';

/** Words of which a marking consists: classification, precedence, caveat. */
const WORDS = new Set(
  (
    'top secret confidential restricted unclassified limited official use only no distribution us urgent niact priority immediate ' +
    'most operational emergency routine flash critic personal and private strictly plain eyes for the secretary president sensitive exdis ' +
    'nodis limdis noforn stadis action info classification information informal exclusively literally eyesonly very triple double special handling security british ' +
    'geheim streng vertraulich vs citissime cito très confidentiel réservé réservée urgence absolue diffusion restreinte secreto muy reservado saving en clair cipher cypher'
  ).split(' '),
);

/** A marking has at least one of these. */
const CORE =
  /\b(?:secret|confidential|restricted|unclassified|official use|official-informal|urgent|niact|priority|immediate|flash|personal|plain|eyes only|exdis|nodis|limdis|noforn|sensitive|geheim|vertraulich|citissime|confidentiel|secreto|reservado|réservée?)(?!\p{L})/iu;

/** A classification with caveats after strokes, whatever these are: `SECRET/NODIS/XGDS`, `TOP SECRET//CODEWORD`. */
const STROKES =
  /^(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE)(?:\s?\/{1,2}\s?[A-Z][A-Z -]{1,24}){1,5}$/;

const MAX_LENGTH = 90;

/** Whether a line consists of nothing but markings (`secret us urgent`, `TOP SECRET/SENSITIVE`, `~~SECRET~~`). */
export function isMarkingLine(line: string): boolean {
  const text = withoutSpelling(line);
  if (text.length > MAX_LENGTH || !CORE.test(text)) return false;
  if (STROKES.test(text)) return true;
  const words = text
    .toLowerCase()
    .replace(/\bu\.\s?s\./g, 'us')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  return words.every((word) => WORDS.has(word));
}

/** What a line of markings says, in its own words. */
export interface MarkingLine {
  readonly classification?: string;
  readonly handling: readonly string[];
  readonly precedence: readonly string[];
}

/** Longest marking, in words (`no distribution outside department`). */
const MAX_WORDS = 5;

/** Reads a line of markings: the longest phrases that the vocabulary of markings has, from left to right. */
export function readMarkingLine(text: string): MarkingLine {
  const handling: string[] = [];
  const precedence: string[] = [];
  let classification: string | undefined;
  for (const words of withoutSpelling(text)
    .split(/[;,/~*()]+|\.(?=\s|$)|(?<!\S)[-–—]+(?!\S)/)
    .map((phrase) => phrase.trim().split(/\s+/))) {
    for (let at = 0; at < words.length; ) {
      let length = Math.min(MAX_WORDS, words.length - at);
      while (length > 1 && markingKind(words.slice(at, at + length).join(' ')) === undefined) length--;
      const phrase = words.slice(at, at + length).join(' ');
      const kind = markingKind(phrase);
      if (kind === 'classification' && classification === undefined) classification = phrase;
      else if (kind === 'precedence') precedence.push(phrase);
      else if (kind === 'handling') handling.push(phrase);
      at += length;
    }
  }
  return { ...(classification === undefined ? {} : { classification }), handling, precedence };
}
