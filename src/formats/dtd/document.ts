import { type Diagnostic, diagnostic, type Result } from '../../diagnostics/diagnostic.js';
import { Composition } from '../../model/composed-source.js';
import type { SourceFile } from '../../model/source-file.js';
import { placeOf } from '../sax.js';
import { readDtd } from './declarations.js';
import { type Dtd, DtdError } from './dtd.js';
import { EntityError, Expander } from './expand.js';
import { NAME } from './names.js';

/** What may stand before a DOCTYPE (XML 1.0 §2.8): the XML declaration, comments, instructions and space. */
const BEFORE = new RegExp(`[ \\t\\r\\n]+|<\\?${NAME}`, 'uy');

/**
 * A document as it is without its DTD: what the internal subset of its DOCTYPE defines is filled in, so that everybody who reads the text sees the
 * same document. Positions remain those of the file. A document without a DOCTYPE comes back as it is.
 *
 * No value where the DTD is not as XML has it (`IN040`), or the text needs what other files define (`IN041` … `IN044`). That the DOCTYPE
 * names an external DTD which nothing in the text needs is a warning (`IN045`). Nothing is ever fetched.
 */
export function withoutDtd(source: SourceFile): Result<SourceFile> {
  const start = doctypeStart(source.text);
  if (start === undefined) return { value: source, diagnostics: [] };
  try {
    const dtd = readDtd(source.text, start);
    const composition = new Composition();
    composition.copy(source, 0, start);
    new Expander(dtd).expand(source, dtd.end, composition);
    return { value: composition.sourceOf(source), diagnostics: warningOf(dtd, source, start) };
  } catch (error) {
    if (error instanceof DtdError) {
      const found = diagnostic('IN040', { problem: error.message }, placeOf(source, error.at, error.at + 1));
      return { diagnostics: [found] };
    }
    if (!(error instanceof EntityError)) throw error;
    const at = error.at ?? start;
    return { diagnostics: [diagnostic(error.code, error.facts, placeOf(source, at, at + 1))] };
  }
}

function warningOf({ external, end }: Dtd, source: SourceFile, start: number): readonly Diagnostic[] {
  return [...new Set(external)].map((file) => diagnostic('IN045', { file }, placeOf(source, start, end)));
}

/** Where the DOCTYPE of a document begins; nothing where it has none. */
function doctypeStart(text: string): number | undefined {
  let at = 0;
  for (;;) {
    if (text.startsWith('<!DOCTYPE', at)) return at;
    if (text.startsWith('<!--', at)) {
      const close = text.indexOf('-->', at + 4);
      if (close < 0) return undefined;
      at = close + 3;
      continue;
    }
    BEFORE.lastIndex = at;
    const match = BEFORE.exec(text);
    if (match === null) return undefined;
    const close = match[0].startsWith('<') ? text.indexOf('?>', at) : at + match[0].length - 2;
    if (close < 0) return undefined;
    at = close + 2;
  }
}
