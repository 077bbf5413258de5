import { TextDecoder } from 'node:util';

/** What a manifest says: the path as it stands, without marks of other programs, and the checksum in lower case. */
export interface ManifestLine {
  readonly checksum: string;
  /** Decoded: `%0D`, `%0A` and `%25` are the characters that they stand for (RFC 8493, §2.1.3). */
  readonly path: string;
  /** As it is written. */
  readonly written: string;
  /** Whether an asterisk or `./` stood before it. */
  readonly isMarked: boolean;
}

/** What can be read of a text, and the lines that cannot. */
export interface Read<T> {
  readonly value: T;
  readonly faults: readonly string[];
}

/** The text of a tag file. @returns a fault in words where it is not in the encoding, or begins with a byte-order mark where none may stand */
export function decodeTagFile(
  bytes: Uint8Array,
  encoding: string,
): { readonly text: string } | { readonly fault: string } {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch {
    return { fault: `the encoding ${encoding} is not known` };
  }
  try {
    const text = decoder.decode(bytes);
    if (!text.startsWith('\ufeff')) return { text };
    return decoder.encoding === 'utf-8' ? { fault: 'it begins with a byte-order mark' } : { text: text.slice(1) };
  } catch {
    return { fault: `it is not in ${encoding}` };
  }
}

/** The lines of a text; an end of line is LF, CR or CRLF (RFC 8493, §2.1). */
function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line !== '');
}

/** What `bagit.txt` declares. */
export interface Declaration {
  /** `1.0`. */
  readonly version: string;
  readonly encoding: string;
}

/** `bagit.txt` (RFC 8493, §2.1.1), read to the letter from version 1.0 on. @returns a fault in words */
export function readDeclaration(text: string): { readonly value: Declaration } | { readonly fault: string } {
  const match =
    /^BagIt-Version([ \t]*):([ \t]*)(\d+\.\d+)[ \t]*(?:\r\n|\r|\n)Tag-File-Character-Encoding([ \t]*):([ \t]*)(\S+)[ \t]*(?:\r\n|\r|\n)*$/.exec(
      text,
    );
  if (match === null) return { fault: 'it has not the two lines that it must have' };
  const [, before1, after1, version = '', before2, after2, encoding = ''] = match;
  const isExact = before1 === '' && after1 === ' ' && before2 === '' && after2 === ' ';
  if (Number(version) >= 1 && !isExact) return { fault: 'after a label comes a colon, and one space' };
  if (!['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'].includes(version))
    return { fault: `the version ${version} is not known` };
  return { value: { version, encoding } };
}

/** The facts of `bag-info.txt`, in their order: a label may stand several times (RFC 8493, §2.2.2). */
export function readInfo(text: string, isStrict: boolean): Read<readonly (readonly [label: string, value: string])[]> {
  const facts: [string, string][] = [];
  const faults: string[] = [];
  for (const line of linesOf(text)) {
    const last = facts.at(-1);
    const match = (isStrict ? /^([^\s:](?:[^:]*[^\s:])?):[ \t]+(.*)$/ : /^([^:]*[^\s:])\s*:\s*(.*)$/).exec(line);
    if (/^[ \t]/.test(line) && last !== undefined) last[1] += ` ${line.trim()}`;
    else if (match === null) faults.push(JSON.stringify(line));
    else facts.push([match[1] ?? '', (match[2] ?? '').trim()]);
  }
  return { value: facts, faults };
}

/** The lines of a manifest (RFC 8493, §2.1.3). */
export function readManifest(text: string): Read<readonly ManifestLine[]> {
  const lines: ManifestLine[] = [];
  const faults: string[] = [];
  for (const line of linesOf(text)) {
    const match = /^([0-9a-fA-F]+)[ \t]+(.*)$/.exec(line);
    const [, checksum = '', rest = ''] = match ?? [];
    const written = rest.replace(/^\*?(?:\.\/)?/, '');
    if (match === null || written === '') faults.push(JSON.stringify(line));
    else
      lines.push({
        checksum: checksum.toLowerCase(),
        path: decodedPath(written),
        written,
        isMarked: written !== rest,
      });
  }
  return { value: lines, faults };
}

/** A path of a manifest with its line ends and percent signs. */
function decodedPath(path: string): string {
  return path.replace(/%(0[aAdD]|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Why a path of a package leads where it may not, in words; undefined for one that stays in it (RFC 8493, §5.1.1). */
export function unsafePath(path: string): string | undefined {
  if (path === '') return 'it is empty';
  if (/^[/\\]/.test(path)) return 'it begins at the root of the disk';
  if (/^[a-zA-Z]:/.test(path)) return 'it names a drive';
  if (/^~/.test(path)) return 'it begins at somebody’s home';
  if (path.split(/[/\\]/).includes('..')) return 'it goes up by “..”';
  if (path.includes('\0')) return 'it has a null character';
  return undefined;
}
