import type { Gap, Hi } from '../../model/document.js';
import type { Annotation } from './strand.js';

/** What the editors or the declassifiers say in brackets about text that is not there. */
const REDACTION =
  /\[((?:[^[\]]{1,80} )?(?:not declassified|declassfied|denied|deleted|excised|sanitized)(?:[^[\]]{0,40})?|(?:[Oo]mitted|Here follows?|Here follow)\b[^[\]]{3,300}|[Ii]llegible[^[\]]{0,40}|[Gg]arbled?|[^[\]]{1,40} illegible|[Aa]pparent (?:omission|garble)[^[\]]{0,40})\.?\]/g;

const EXTENT =
  /(?:less than )?(\d+(?:[-–\s]?[½¼¾]|½)?|one|two|three|four|five|six)?\s*(line|page|paragraph|word|name|sentence)s?\b/i;

const NUMBERS: Readonly<Record<string, string>> = { one: '1', two: '2', three: '3', four: '4', five: '5', six: '6' };

/** Brackets that stand for text left out, each with a `gap` that says why and, where the bracket says so, how much. */
export function findRedactions(text: string): readonly Annotation[] {
  if (!text.includes('[')) return [];
  const found: Annotation[] = [];
  for (const match of text.matchAll(REDACTION)) {
    const words = match[1] ?? '';
    const gap: Gap = { element: 'gap', attributes: gapAttributes(words), children: [] };
    found.push({
      start: match.index + 1,
      end: match.index + match[0].length - 1,
      wrap: (children): Hi => ({ element: 'hi', attributes: { rend: 'italic' }, children: [gap, ...children] }),
    });
  }
  return found;
}

function gapAttributes(words: string): Gap['attributes'] {
  const reason = /declass?if|denied|excised|sanitized/i.test(words)
    ? 'not-declassified'
    : /illegible|garble/i.test(words)
      ? 'illegible'
      : 'omitted';
  const extent = reason === 'omitted' ? null : EXTENT.exec(words);
  if (extent === null) return { reason };
  const unit = (extent[2] ?? '').toLowerCase();
  const count = extent[1] === undefined ? undefined : (NUMBERS[extent[1].toLowerCase()] ?? extent[1]);
  if (count === undefined) return { reason, unit };
  const isWhole = /^\d+$/.test(count) && !/^less than/i.test(words);
  return isWhole
    ? { reason, unit, quantity: count }
    : { reason, extent: words.slice(0, extent.index + extent[0].length).trim() };
}
