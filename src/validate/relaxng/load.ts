import { diagnostic, type Place, type Result } from '../../diagnostics/diagnostic.js';
import { placeOf } from '../../formats/sax.js';
import { readSchemaFiles, Unreadable } from './files.js';
import { Schema } from './schema.js';
import { SchemaError, type SchemaPlace } from './syntax.js';

/**
 * Loads a RELAX NG schema: XML syntax, or compact syntax where the name ends in `.rnc`. What it includes is read from its folder and the
 * folders in it; an address on the network is refused. The whole schema is checked, so that a mistake in it is found here and not while
 * a document is read.
 *
 * @param file The path of the schema; it names the file in the findings.
 */
export function loadSchema(file: string): Result<Schema> {
  try {
    return { value: new Schema(readSchemaFiles(file)), diagnostics: [] };
  } catch (error) {
    if (error instanceof Unreadable) return { diagnostics: error.diagnostics };
    if (error instanceof SchemaError)
      return { diagnostics: [diagnostic(...findingOf(error), placeInSchema(error.place, file))] };
    throw error;
  }
}

type SchemaCode = 'VA001' | 'VA030' | 'VA031' | 'VA032';

/** By the part of the specification that the schema breaks: its syntax (§3), its simplification (§4), its restrictions (§7). */
function findingOf({ message, rule }: SchemaError): [code: SchemaCode, facts: Readonly<Record<string, string>>] {
  if (rule === undefined) return ['VA001', { problem: message }];
  if (rule === 'compact') return ['VA030', { problem: message, rule: 'RELAX NG Compact Syntax' }];
  const code = rule.startsWith('7') ? 'VA032' : rule.startsWith('4') ? 'VA031' : 'VA030';
  return [code, { problem: message, rule: `RELAX NG §${rule}` }];
}

function placeInSchema(place: SchemaPlace | undefined, file: string): Place {
  return place === undefined ? { file } : placeOf(place.source, place.span.start, place.span.end);
}
