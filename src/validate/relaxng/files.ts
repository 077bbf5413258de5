import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.js';
import { readRegularFile, unreadable } from '../../formats/text-file.js';
import { decodeXml } from '../../formats/xml-bytes.js';
import type { SourceFile } from '../../model/source-file.js';
import { readRnc } from './rnc.js';
import { readRng } from './rng.js';
import { RELAXNG, readRngTree } from './rng-tree.js';
import { type Component, type FileReference, SchemaError, type SchemaPlace, type Syntax } from './syntax.js';

/** Limits of what a schema may take in; the largest known ones (DocBook, JATS) have some hundred files and 5 MB. */
const LIMITS = { files: 1000, depth: 100, characters: 50_000_000 } as const;

/** Thrown with the findings of a file that cannot be read at all; caught where schemas are loaded, and never seen outside of it. */
export class Unreadable extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super('unreadable schema');
    this.diagnostics = diagnostics;
  }
}

/** A schema with all the files that it is made of. */
export interface SchemaFiles {
  readonly root: Syntax;
  /** The beginning of the file, for what has no place of its own. */
  readonly place: SchemaPlace;
  /** What each `include` and `externalRef` names. They lead in no circle (specification §4.6, §4.7). */
  readonly targets: ReadonlyMap<FileReference, Syntax>;
}

/**
 * Reads a schema and what it includes: XML syntax, or compact syntax where the name ends in `.rnc`. Files are read from the folder of the
 * schema and the folders in it alone; nothing is fetched from a network.
 *
 * @param file The path of the schema; it names the file in the findings.
 * @throws SchemaError, Unreadable
 */
export function readSchemaFiles(file: string): SchemaFiles {
  return new Reading(file).run();
}

interface ReadFile {
  readonly syntax: Syntax;
  readonly source: SourceFile;
}

class Reading {
  readonly #file: string;
  readonly #folder: string;
  readonly #targets = new Map<FileReference, Syntax>();
  readonly #read = new Map<string, ReadFile>();
  /** The files whose references are being followed. */
  readonly #open: string[] = [];
  #characters = 0;

  constructor(file: string) {
    this.#file = file;
    this.#folder = path.dirname(realPath(file) ?? path.resolve(file));
  }

  run(): SchemaFiles {
    const { syntax, source } = this.#fileAt(path.resolve(this.#file), undefined, undefined);
    return { root: syntax, place: { source, span: { start: 0, end: 0 } }, targets: this.#targets };
  }

  #fileAt(full: string, ns: string | undefined, from: SchemaPlace | undefined): ReadFile {
    const key = JSON.stringify([full, ns]);
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    if (this.#read.size === LIMITS.files || this.#open.length === LIMITS.depth)
      throw new SchemaError(`it takes in too many files (more than ${LIMITS.files}, or ${LIMITS.depth} deep)`, from);
    const source = readSource(this.#shown(full), from);
    this.#characters += source.text.length;
    if (this.#characters > LIMITS.characters)
      throw new SchemaError(`with all its files it has more than ${LIMITS.characters / 1_000_000} MB`, from);
    const syntax = parse(source, ns);
    this.#open.push(full);
    for (const reference of references(syntax)) this.#targets.set(reference, this.#target(reference));
    this.#open.pop();
    const file = { syntax, source };
    this.#read.set(key, file);
    return file;
  }

  #target(reference: FileReference): Syntax {
    const { href, ns, base, place } = reference;
    if (href.includes('#')) throw new SchemaError(`the address “${href}” points into a file (\`#\`)`, place, '4.5');
    const full = pathOf(href, base ?? pathToFileURL(place.source.path).href, place);
    const real = realPath(full);
    if (isOutside(path.dirname(path.resolve(this.#file)), full) || isOutside(this.#folder, real ?? this.#folder))
      throw new SchemaError(`“${href}” is outside of the folder of the schema; put the file into that folder`, place);
    if (real === undefined) throw new SchemaError(`“${href}” cannot be read (there is no such file)`, place);
    if (this.#open.includes(full))
      throw new SchemaError(`${this.#shown(full)} takes in itself`, place, 'overrides' in reference ? '4.7' : '4.6');
    return this.#fileAt(full, ns, place).syntax;
  }

  /** A path as the user would write it: beside that of the schema. */
  #shown(full: string): string {
    const folder = path.dirname(this.#file);
    return full === path.resolve(this.#file)
      ? this.#file
      : path.join(folder, path.relative(path.resolve(folder), full));
  }
}

function pathOf(href: string, base: string, place: SchemaPlace): string {
  let url: URL;
  try {
    url = new URL(href, base);
    if (url.protocol === 'file:') return fileURLToPath(url);
  } catch {
    throw new SchemaError(`“${href}” is not the address of a file`, place);
  }
  throw new SchemaError(`${url.href} is not on this disk; nothing is fetched`, place);
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

function isOutside(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way);
}

function parse(source: SourceFile, ns: string | undefined): Syntax {
  if (source.path.endsWith('.rnc')) return readRnc(source, ns);
  const { root, diagnostics } = readRngTree(source, ns);
  if (diagnostics.length > 0) throw new Unreadable(diagnostics);
  if (root === undefined)
    throw new SchemaError(`its root is not in the namespace ${RELAXNG}`, { source, span: { start: 0, end: 0 } }, '3');
  return readRng(root);
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

/** All references of a file to others, those too that will be redefined or not be reached: each must hold. */
function* references(syntax: Syntax): Generator<FileReference> {
  if (syntax.kind === 'externalRef') yield syntax;
  else if (syntax.kind === 'grammar') yield* referencesOf(syntax.components);
  else if ('parts' in syntax) for (const part of syntax.parts) yield* references(part);
  else if ('content' in syntax) yield* references(syntax.content);
  else if (syntax.kind === 'data' && syntax.except !== undefined) yield* references(syntax.except);
}

function* referencesOf(components: readonly Component[]): Generator<FileReference> {
  for (const component of components) {
    if (component.kind === 'define') yield* references(component.content);
    else {
      yield component;
      yield* referencesOf(component.overrides);
    }
  }
}
