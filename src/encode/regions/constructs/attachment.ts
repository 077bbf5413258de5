import { readDateline } from '../../../grammar/dateline.js';
import { readHeading } from '../../../grammar/heading.js';
import type { Strand } from '../../page/strand.js';

/** `[Enclosure 1]`, `Attachment`, `Tab A`, `[Annex]`, `[Enclosure 2—Telegram]`, `Appendix B`, `[Inclosure 1 in No. 88.—Translation.]` alone on a line. */
const LABEL =
  /^\[?(?:(?:Sub-?)?(?:Enclosure|Inclosure|Attachment|Annex|Appendix|Tab)s?)(?:\s+(?:No\.\s*)?(?:[A-Z]|\d{1,2}|[IVX]{1,4})(?:[-–]?\d{1,2})?)?(?:\.?\s+(?:in|to|with)\s+(?:the |his |their |Mr\. )?(?:Nos?\b|despatch|dispatch|note|letter|telegram|document|memorandum|preceding|foregoing)[\p{L}\d .–-]{0,40}?)?(?:[\s.,]*(?:[—–]|-{1,2})\s*[\p{L} .]{3,40}?)?\.?\]?\.?$/iu;

/** Whether a line says that an attachment begins. */
export function isAttachmentLabel(text: string): boolean {
  return LABEL.test(text);
}

const MAX_HEADING = 240;
const MAX_STOPPED = 100;

/** Whether a line inside a document reads as the heading of another one. */
export function isInnerHeading(text: string): boolean {
  if (text.length > MAX_HEADING || /[,;:]$/.test(text) || !/^[“"\p{Lu}]/u.test(text)) return false;
  const { correspondents, genre } = readHeading(text);
  // The headings of the nineteenth century end in a full stop, as sentences do.
  if (text.endsWith('.'))
    return text.length <= MAX_STOPPED && new Set(correspondents.map(({ type }) => type)).size === 2;
  return genre !== undefined || correspondents.length > 0;
}

/**
 * Where the attachments of a document begin: at a label, or at the heading of another document with its dateline below (the older
 * volumes print a second telegram in that way). Never before `from`.
 */
export function attachmentStarts(strands: readonly Strand[], from: number): readonly number[] {
  const starts: number[] = [];
  for (let at = from; at < strands.length; at++) {
    const text = strands[at]?.text ?? '';
    // A label with another below it is a line of a list: `Attachments`, `Tab A - Draft Letter`.
    if (isAttachmentLabel(text) && at + 1 < strands.length && !isAttachmentLabel(strands[at + 1]?.text ?? ''))
      starts.push(at);
    else if (isUnlabelled(text, strands[at + 1]?.text, starts.at(-1), at)) starts.push(at);
  }
  return starts;
}

function isUnlabelled(text: string, below: string | undefined, last: number | undefined, at: number): boolean {
  if (last !== undefined && at - last < 3) return false; // the heading that belongs to the label above
  if (below === undefined || text.length > MAX_HEADING || !/\bto (?:the |President|Gener|Mr|Secretary)/.test(text))
    return false;
  if (/[.,;:]$/.test(text)) return false;
  const types = new Set(readHeading(text).correspondents.map((c) => c.type));
  return types.size === 2 && readDateline(below) !== undefined;
}
