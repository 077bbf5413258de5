import { isAddressTail } from './addresses.js';
import type { CableRole, Labels } from './labels.js';
import type { Transmission } from './messages.js';

/** The lines of a transmission: between TO or INFO and the classification line every line is of an addressee, whatever its words. */
export function transmissionBlock(labels: Labels, { start, end }: Pick<Transmission, 'start' | 'end'>): void {
  let isAddressed = false;
  for (let at = start; at < end; at++) {
    if (labels.furniture[at] !== undefined) continue;
    const { address } = labels.sign(at);
    if (beginsLeftOut(labels.text(at))) isAddressed = false;
    const role = roleOf(labels, at, isAddressed);
    if (address !== undefined) isAddressed = address.name !== 'FM';
    if (role === undefined) labels.furniture[at] = 'transmission';
    else labels.role[at] = role;
  }
}

/** Whether all that stand below a line are left out of a collective address. */
export function beginsLeftOut(text: string): boolean {
  return /^XMT\b/.test(text);
}

function roleOf(labels: Labels, at: number, isAddressed: boolean): CableRole | undefined {
  const { group, address, message } = labels.sign(at);
  const text = labels.text(at);
  if (group !== undefined) return 'dateline';
  if (message !== undefined) return 'message';
  if (address !== undefined) return address.name === 'FM' ? 'from' : address.name === 'TO' ? 'to' : 'info';
  if (isAddressed && !EXEMPT.test(text)) return isAddressTail(text) ? 'more' : 'address';
  if (/^[ZOPRYW0]{1,2}\s.*\d{3}/.test(text)) labels.doubt(at, 'group');
  return undefined;
}

/** Who is left out of a collective address; operating signals (ACP 131: `ZEM`), the count of groups (`STATE GRNC`). */
const EXEMPT = /^(?:XMT|Z[A-Z]{2}\d?(?![A-Z/\d])|ACCT|PASS TO)\b|\bGRNC\b|^GR\s?\d+$/;
