import type { Code } from '../../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import type { SettledLine } from '../../model/manifest.js';

/** A finding about a document. */
export interface DocumentFinding extends Diagnostic {
  /** The lines of `volume.yaml` that settle it, under the document's entry. */
  readonly entry?: string;
  /** Where the proof that nothing is lost fails: the words of the raw text, and those of the TEI in their place. */
  readonly difference?: { readonly expected: string; readonly found: string };
}

/** A doubt with its place in the raw text; `encode` turns it into a finding. */
export type Finding = (at: (offset: number) => Diagnostic['place']) => DocumentFinding;

/**
 * A finding of the table about the raw text at `offset`.
 * @param entry the lines of the manifest that settle it
 */
export function finding(
  code: Code,
  facts: Readonly<Record<string, string | number>>,
  offset: number,
  entry?: string,
): Finding {
  return (place) => ({ ...diagnostic(code, facts, place(offset)), ...(entry === undefined ? {} : { entry }) });
}

/** How many characters of a line a finding shows. */
const SHOWN = 60;

/** The beginning of a line, as a finding shows it. */
export function excerpt(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** A text as YAML has it where it may hold signs of YAML. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** How many characters of a line name it in the manifest. */
const NAMED = 40;

/** The entry of the manifest that says what a line of the raw text is. */
export function lineEntry(text: string, kind: SettledLine): string {
  return `lines: { ${quoted(text.replace(/\s+/g, ' ').slice(0, NAMED).trimEnd())}: ${kind} }`;
}
