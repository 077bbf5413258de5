import type { Line } from '../../page/segment.js';
import { signsOf } from './cable-line.js';

/** How many lines are looked at: a page of distribution and drafting can stand above the transmission. */
const SAMPLE = 120;

/**
 * Whether a text is a cable: it has lines of transmission, a date-time group, FM and an address, routing, or the head of a page with the number of a
 * message. A classification typed letter by letter makes none; with the number of a message it does beside the labels of the Department (E.O., TAGS).
 */
export function isCable(lines: readonly Line[]): boolean {
  const found = new Set<string>();
  for (const { text } of lines.slice(0, SAMPLE)) {
    const { group, address, message, caption, page, isRouting } = signsOf(text);
    if (group !== undefined && group.precedence.length > 0) found.add('group');
    if (/^FM\s+[A-Z]{3}/.test(text)) found.add('from');
    if (address?.name === 'TO' && /^(?:TO|ACTION)\s+(?:[RYZ][A-Z]{3,7}\/)?[A-Z]{3}/.test(text)) found.add('to');
    if (isRouting) found.add('routing');
    if (page !== undefined && isNumberedAndDated(text)) found.add('page');
    if (message?.message !== undefined || message?.section !== undefined) found.add('message');
    if (caption?.name === 'eo' || caption?.name === 'tags') found.add(caption.name);
  }
  const isTransmitted = ['group', 'from', 'routing', 'page'].filter((kind) => found.has(kind)).length;
  if (isTransmitted >= 1 && found.size >= 2) return true;
  return found.has('message') && (found.has('eo') || found.has('tags'));
}

/** Whether the number of a message and, behind it, a date-time group stand in a line. */
function isNumberedAndDated(text: string): boolean {
  const number = /\d{3,8}\b/.exec(text);
  return number !== null && /\b\d{6}Z/.test(text.slice(number.index + number[0].length));
}
