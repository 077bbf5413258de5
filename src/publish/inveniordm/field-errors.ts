import { type Diagnostic, diagnostic, type Place } from '../../diagnostics/diagnostic.js';
import type { FieldError } from './answers.js';

/** What the server says of our fields, each with where the editor says what the field is made of. */
export function fieldFindings(
  errors: readonly FieldError[],
  host: string,
  placeOf: (field: string) => Place | undefined,
): readonly Diagnostic[] {
  return errors.map(({ field, messages }) => {
    const said = messages.join(' ') || 'no reason is given';
    return diagnostic('PU020', { host, field: field || 'the record', said }, placeOf(field));
  });
}

/** Faults of fields that the metadata are made of. That a draft has no files yet is none, and its DOI is the matter of another step. */
export function isOfMetadata({ field }: FieldError): boolean {
  return !/^(?:files|pids)\b/.test(field);
}

/** Faults of the DOI and of the metadata that are sent with it. */
export function isOfDoi(error: FieldError): boolean {
  return isOfMetadata(error) || error.field.startsWith('pids');
}
