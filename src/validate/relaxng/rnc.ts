import type { SourceFile } from '../../model/source-file.js';
import { SchemaError, type Syntax } from './syntax.js';

export function readRnc(_source: SourceFile, _ns: string | undefined): Syntax {
  throw new SchemaError('not yet');
}
