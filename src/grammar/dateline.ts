import type { DatelineReading, DateReading } from '../model/header.js';

/** Reads a line as a dateline (`Washington, November 19, 1964, 0137Z.`); undefined where it is none. Never throws. */
export function readDateline(_line: string): DatelineReading | undefined {
  throw new Error('The dateline grammar is not yet written.');
}

/** Reads the printed words of a date, with time and zone where they stand (`4th September 1944`, `January 7–9, 1965`). */
export function readDate(_words: string): DateReading | undefined {
  throw new Error('The date grammar is not yet written.');
}
