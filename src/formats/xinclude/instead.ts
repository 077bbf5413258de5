import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import type { SourceFile } from '../../model/source-file.js';
import { placeOf } from '../sax.js';
import { attributeOf, type Located } from './elements.js';

/** That the words of `xi:fallback` stand in the place of a file which is there or not, but not in the folder (`IN085`). */
export function leftOutside(source: SourceFile, element: Located): Diagnostic {
  const href = attributeOf(element, 'href') ?? '';
  return diagnostic('IN085', { href }, placeOf(source, element.start, element.startEnd));
}

/** That a file of the header is not there, from which the editions take no words: they are made without it (`IN086`). */
export function leftOut(source: SourceFile, element: Located, { message }: Diagnostic): Diagnostic {
  return diagnostic('IN086', { problem: message }, placeOf(source, element.start, element.startEnd));
}
