import path from 'node:path';
import { type Diagnostic, diagnostic, hasErrors, type Place, type Result } from '../../diagnostics/diagnostic.js';
import { placeOf } from '../../formats/sax.js';
import { readRegularFile, unreadable } from '../../formats/text-file.js';
import { decodeXml } from '../../formats/xml-bytes.js';
import type { SourceFile } from '../../model/source-file.js';
import { readRnc } from './rnc.js';
import { readPattern } from './rng.js';
import { RELAXNG, readRngTree } from './rng-tree.js';
import { Schema } from './schema.js';
import { SchemaError, type SchemaPlace, type Syntax } from './syntax.js';

/** Thrown while a schema is loaded, with findings of a file it needs; never leaves this file. */
class Unreadable extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super('unreadable schema');
    this.diagnostics = diagnostics;
  }
}

/**
 * Loads a RELAX NG schema: XML syntax, or compact syntax where the name ends in `.rnc`. What it includes is read from the disk beside
 * it; an address on the network is refused. The whole schema is checked, so that a mistake in it is found here and not while
 * a document is read.
 *
 * @param file The path of the schema; it names the file in the findings.
 */
export function loadSchema(file: string): Result<Schema> {
  const open = new Set<string>();
  const read = (at: string, ns: string | undefined, from: SchemaPlace | undefined): Syntax => {
    const full = path.resolve(at);
    if (open.has(full)) throw new SchemaError(`${at} includes itself`, from);
    open.add(full);
    try {
      return readSyntax(at, ns, from);
    } finally {
      open.delete(full);
    }
  };
  try {
    const schema = new Schema(read(file, undefined, undefined), (href, ns, place) => {
      if (/^[a-z][a-z0-9+.-]+:/i.test(href))
        throw new SchemaError(`${href} is not on this disk; nothing is fetched`, place);
      return read(path.join(path.dirname(place.source.path), href), ns, place);
    });
    if (schema.elements.length === 0) throw new SchemaError('the schema allows no element');
    return { value: schema, diagnostics: [] };
  } catch (error) {
    if (error instanceof Unreadable) return { diagnostics: error.diagnostics };
    if (error instanceof SchemaError)
      return { diagnostics: [diagnostic('VA001', { problem: error.message }, placeInSchema(error.place, file))] };
    throw error;
  }
}

function placeInSchema(place: SchemaPlace | undefined, file: string): Place {
  return place === undefined ? { file } : placeOf(place.source, place.span.start, place.span.end);
}

function readSyntax(file: string, ns: string | undefined, from: SchemaPlace | undefined): Syntax {
  const source = readSource(file, from);
  if (file.endsWith('.rnc')) return readRnc(source, ns);
  const { root, diagnostics } = readRngTree(source, ns);
  if (diagnostics.length > 0) throw new Unreadable(diagnostics);
  if (root === undefined)
    throw new SchemaError(`this is no RELAX NG schema: its root is not in the namespace ${RELAXNG}`);
  return readPattern(root);
}

function readSource(file: string, from: SchemaPlace | undefined): SourceFile {
  let bytes: Uint8Array;
  try {
    bytes = readRegularFile(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (from !== undefined) throw new SchemaError(`${file} cannot be read (${code ?? message})`, from);
    throw new Unreadable([unreadable(file, error as NodeJS.ErrnoException)]);
  }
  const { value, diagnostics } = decodeXml(bytes, file);
  if (value === undefined || hasErrors(diagnostics)) throw new Unreadable(diagnostics);
  return value;
}
