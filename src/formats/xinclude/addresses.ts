import { realpathSync, statSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import type { SourceFile } from '../../model/source-file.js';
import { attributeSpan } from '../xml-attribute-places.js';
import type { Located } from './elements.js';

/** The attributes of TEI that hold addresses (teidata.pointer); `url` holds one, which is a file, the others as many as there are words. */
const POINTING = [
  'url target targetEnd facs ref corresp source sameAs copyOf next prev ana resp rendition scheme decls',
  'wit who hand synch select exclude spanTo active passive mutual nymRef',
].flatMap((names) => names.split(' '));

/** An attribute that may name a file, as it is written: from its name to its closing quotation mark. */
export interface AddressAttribute {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly value: string;
}

/** The attributes of these elements whose addresses are relative to the file that they are written in, in its order. */
export function addressesIn(elements: readonly Located[], { text }: SourceFile): readonly AddressAttribute[] {
  return elements.flatMap(({ tag, start, startEnd }) =>
    POINTING.flatMap((name) => {
      const value = Object.hasOwn(tag.attributes, name) ? tag.attributes[name]?.value : undefined;
      if (value === undefined || !value.split(/\s+/).some(isRelative)) return [];
      return [{ ...attributeSpan(text, start, startEnd, name), name, value }];
    }).sort((a, b) => a.start - b.start),
  );
}

/** A path without scheme or authority; not what only names a part of the file itself. */
function isRelative(address: string): boolean {
  return address !== '' && !/^(?:[a-z][a-z0-9+.-]*:|[#/?\\])/i.test(address);
}

/** The addresses of a file that stands in a folder below that of the volume, as the volume has to write them (XInclude 1.0 §4.5.5). */
export class Addresses {
  /** Without links. */
  readonly #home: string;
  readonly #files = new Map<string, string | undefined>();

  constructor(home: string) {
    this.#home = home;
  }

  /**
   * The value of an attribute, for the volume. The address of a picture is always one of a file; any other is taken for one where the file is there,
   * since `frus1964-68v14#d3` is none. What would lead out of the volume's folder remains, and is refused by who reads it.
   *
   * @param folder of the file that the attribute is written in, absolute and without links
   * @param isPart whether a file is in the volume, so that only the id counts
   */
  of({ name, value }: AddressAttribute, folder: string, isPart: (file: string) => boolean): string {
    const below = relative(this.#home, folder).replaceAll('\\', '/');
    if (name === 'url') return isRelative(value) ? joined(below, value) : value;
    return value.replace(/\S+/g, (address) => {
      if (!isRelative(address)) return address;
      const moved = joined(below, address);
      const [path = '', id] = moved.split('#', 2);
      const file = this.#fileAt(path);
      if (file === undefined) return address;
      return id !== undefined && id !== '' && isPart(file) ? `#${id}` : moved;
    });
  }

  /** The file of an address, without links; nothing where there is none in the volume's folder. */
  #fileAt(address: string): string | undefined {
    if (!this.#files.has(address)) this.#files.set(address, this.#look(address));
    return this.#files.get(address);
  }

  #look(address: string): string | undefined {
    try {
      const path = decodeURIComponent(address);
      if (path.startsWith('../')) return undefined;
      const file = realpathSync(join(this.#home, path));
      const isInside = !/^\.\.(?:[/\\]|$)/.test(relative(this.#home, file));
      return isInside && statSync(file).isFile() ? file : undefined;
    } catch {
      return undefined;
    }
  }
}

/** An address below a folder, whose name may hold what an address has to escape. */
function joined(folder: string, address: string): string {
  if (folder === '') return address;
  const [, path = '', rest = ''] = /^([^#?]*)(.*)$/s.exec(address) ?? [];
  const escaped = folder.replace(/[%#?\s]/g, encodeURIComponent);
  return posix.normalize(`${escaped}/${path}`) + rest;
}
