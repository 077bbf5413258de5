import { classificationLine } from '../../../grammar/classification-line.js';
import { dateTimeGroup } from '../../../grammar/date-time-group.js';
import type { Line } from '../../page/segment.js';
import { addressLabel, captionLabel, isRouting, LONGEST_SIGN, pageNumber, signsOf } from './cable-line.js';

/** How many lines are looked at: a page of distribution and drafting can stand above the transmission. */
const SAMPLE = 120;

/**
 * Whether a text is a cable: it has lines of transmission, a date-time group, FM and an address, routing, or the head of a page with the number of a
 * message. A classification typed letter by letter makes none; with the number of a message it does beside the labels of the Department (E.O., TAGS).
 */
export function isCable(lines: readonly Line[]): boolean {
  const found = new Set<string>();
  for (const { text } of lines.slice(0, SAMPLE)) {
    if (/^FM\s+[A-Z]{3}/.test(text)) found.add('from');
    const caption = captionLabel(text)?.name;
    if (caption === 'eo' || caption === 'tags') found.add(caption);
    if (text.length > LONGEST_SIGN) continue;
    if (hasGroup(text)) found.add('group');
    if (isSentTo(text)) found.add('to');
    if (isRouting(text)) found.add('routing');
    if (isNumberedAndDated(text) && pageNumber(text) !== undefined) found.add('page');
    if (isOfMessage(text)) found.add('message');
  }
  const isTransmitted = ['group', 'from', 'routing', 'page'].filter((kind) => found.has(kind)).length;
  if (isTransmitted >= 1 && found.size >= 2) return true;
  return found.has('message') && (found.has('eo') || found.has('tags'));
}

/** Whether a date-time group with its precedence begins a line that is not of the page. */
function hasGroup(text: string): boolean {
  const group = dateTimeGroup(text);
  return group !== undefined && group.precedence.length > 0 && signsOf(text).furniture === undefined;
}

function isSentTo(text: string): boolean {
  return /^(?:TO|ACTION)\s+(?:[RYZ][A-Z]{3,7}\/)?[A-Z]{3}/.test(text) && addressLabel(text)?.name === 'TO';
}

/** Whether a line gives the number of a message, or its section, and does not head a page. */
function isOfMessage(text: string): boolean {
  const line = classificationLine(text);
  return (line?.message !== undefined || line?.section !== undefined) && pageNumber(text) === undefined;
}

/** Whether the number of a message and, behind it, a date-time group stand in a line. */
function isNumberedAndDated(text: string): boolean {
  if (!text.includes('Z')) return false;
  const number = /\d{3,8}\b/.exec(text);
  return number !== null && /\b\d{6}Z/.test(text.slice(number.index + number[0].length));
}
