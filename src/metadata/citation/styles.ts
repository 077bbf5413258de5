import { chicagoBibliography, chicagoNote } from './chicago.js';
import type { Citation, Cited } from './cited.js';
import { mla } from './mla.js';

/** A style of citations: its name for readers, and how it writes one. */
export interface CitationStyle {
  readonly name: string;
  write(cited: Cited): Citation;
}

/** The styles in which the pages of an edition cite themselves. */
export const CITATION_STYLES: readonly CitationStyle[] = [
  { name: 'Chicago, note', write: chicagoNote },
  { name: 'Chicago, bibliography', write: chicagoBibliography },
  { name: 'MLA', write: mla },
];
