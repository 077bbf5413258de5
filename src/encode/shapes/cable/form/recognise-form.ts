import { dateTimeGroup } from '../../../../grammar/date-time-group.js';
import type { Line } from '../../../page/segment.js';
import { formLines, MAX_HEAD } from './form-cells.js';
import { RECEIVER } from './form-head.js';
import { citeLine, formLabel, fromTo, TITLE } from './form-words.js';

/** The title of a memorandum or an airgram, or the label of those through whom it goes. */
const MEMORANDUM = /^MEMORANDUM\b|\bAIRGRAM$|^(?:VIA|THRU|THROUGH)\s*:/i;

/** The line that says from where to where stands among so many. */
const ROUTE = 20;

/** The transmission stands among so many lines. */
const TRANSMISSION = 40;

/** Whether a message stands on the form with its own transmission, from its date-time group to BT: then it says all that the form does, and more. */
function hasTransmission(lines: readonly Line[]): boolean {
  const texts = lines.slice(0, TRANSMISSION).map(({ text }) => text);
  const from = texts.findIndex((text, at) => /^FM\s+\S/.test(text) && dateTimeGroup(texts[at - 1] ?? '') !== undefined);
  if (from < 0) return false;
  const below = texts.slice(from + 1);
  return below.some((text) => /^TO\s+\S/.test(text)) && below.includes('BT');
}

/**
 * Whether a text is a telegram on a form: its title, or its stamp of receipt, with the labels of sender or receiver; the line that says from where to
 * where it went, with its number; or the line in which a message of the Agency cites its own.
 */
export function isTelegramForm(lines: readonly Line[]): boolean {
  if (hasTransmission(lines)) return false;
  const head = formLines(lines.slice(0, MAX_HEAD));
  const kinds = new Set(head.flatMap(({ text }) => formLabel(text)?.kind ?? []));
  const isAddressed = kinds.has('from') || kinds.has('to');
  if (head.some(({ text }) => citeLine(text) !== undefined)) return true;
  if (head.some(({ text }) => TITLE.test(text)))
    return isAddressed || kinds.has('number') || kinds.has('action') || head.some(({ text }) => RECEIVER.test(text));
  // A memorandum has senders and stamps of receipt, too.
  const isReceived = kinds.has('received') && isAddressed && (kinds.has('number') || kinds.has('control'));
  if (isReceived && !head.some(({ text }) => MEMORANDUM.test(text))) return true;
  if (kinds.has('from') && kinds.has('to') && head.some(({ text }) => /^NR\.?\s*:/.test(text))) return true;
  // The telegrams of the Foreign Office from the machines on: FM, TO, TELNO, OF.
  if (head.some(({ text }) => /^TELNO\b/.test(text)) && head.some(({ text }) => /^(?:FM|FROM)\s/.test(text)))
    return true;
  const route = lines.slice(0, ROUTE).findIndex(({ text }) => fromTo(text) !== undefined);
  if (route < 0) return false;
  return head.some(({ text }) => /^(?:No\.|D\.|R\.|D:|R:)\s*\S*\d/.test(text));
}
