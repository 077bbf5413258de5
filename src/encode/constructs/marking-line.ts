/** Words of which a marking consists: classification, precedence, caveat. */
const WORDS = new Set(
  (
    'top secret confidential restricted unclassified limited official use only no distribution us urgent niact priority immediate ' +
    'most operational emergency routine flash critic personal and private strictly plain eyes for the secretary president sensitive exdis ' +
    'nodis limdis noforn stadis action info classification information eyesonly very triple double special handling security british'
  ).split(' '),
);

/** A marking has at least one of these. */
const CORE =
  /\b(?:secret|confidential|restricted|unclassified|official use|urgent|niact|priority|immediate|flash|personal|plain|eyes only|exdis|nodis|limdis|noforn|sensitive)\b/i;

const MAX_LENGTH = 90;

/** Whether a line consists of nothing but markings (`secret us urgent`, `TOP SECRET/SENSITIVE`, `~~SECRET~~`). */
export function isMarkingLine(text: string): boolean {
  if (text.length > MAX_LENGTH || !CORE.test(text)) return false;
  const words = text
    .toLowerCase()
    .replace(/\bu\.\s?s\./g, 'us')
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  return words.every((word) => WORDS.has(word));
}
