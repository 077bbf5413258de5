import type { SourceReading } from '../model/header.js';

/**
 * Reads a source note (`Source: Repository, collection, file. Classification; handling. Drafted by …`) or an inline file number
 * (`763.72/406: Telegram`). Never throws; what it cannot read is in `unknown`.
 */
export function readSourceNote(_text: string): SourceReading {
  throw new Error('The source-note grammar is not yet written.');
}
