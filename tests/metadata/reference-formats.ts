/** Readers of the formats of reference managers, written from their descriptions and not from what the program writes. */

export interface BibEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Reads BibTeX as BibTeX does: values in braces, which are counted also behind a backslash. */
export function readBibtex(text: string): readonly BibEntry[] {
  const entries: BibEntry[] = [];
  let at = 0;
  const skip = (): void => {
    while (/\s/.test(text[at] ?? '')) at++;
  };
  const take = (form: RegExp): string => {
    form.lastIndex = at;
    const found = form.exec(text)?.[0];
    if (found === undefined) throw new Error(`${form} is not at ${at}: ${text.slice(at, at + 40)}`);
    at += found.length;
    return found;
  };
  const braced = (): string => {
    take(/\{/y);
    const start = at;
    for (let depth = 1; depth > 0; at++) {
      if (at >= text.length) throw new Error('a brace is open at the end');
      if (text[at] === '{') depth++;
      if (text[at] === '}') depth--;
    }
    return text.slice(start, at - 1);
  };
  for (skip(); at < text.length; skip()) {
    take(/@/y);
    const type = take(/[a-z]+/y);
    take(/\{/y);
    const key = take(/[^\s,{}"#%~\\]+/y);
    const fields = new Map<string, string>();
    for (skip(); text[at] === ','; skip()) {
      at++;
      skip();
      const name = take(/[a-z]+/y);
      take(/ = /y);
      if (fields.has(name)) throw new Error(`${name} stands twice`);
      fields.set(name, braced());
    }
    take(/\}/y);
    entries.push({ type, key, fields });
  }
  return entries;
}

const NAMED: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
};

/** What TeX sets of a value; the braces that group fall away. */
export function texWords(value: string): string {
  return value.replace(/\\(text[a-z]+)\{\}|\\([&$%#_])|[{}]|\\/g, (found, named?: string, sign?: string) => {
    if (named !== undefined) return NAMED[named] ?? `?${named}?`;
    if (sign !== undefined) return sign;
    return found === '\\' ? '?backslash?' : '';
  });
}

/** The names of a list of names, as BibTeX parts it: at ` and ` outside braces. */
export function bibtexNames(value: string): readonly string[] {
  const names: string[] = [''];
  let depth = 0;
  for (let i = 0; i < value.length; i++) {
    if (value[i] === '{') depth++;
    if (value[i] === '}') depth--;
    if (depth === 0 && /^\sand\s/i.test(value.slice(i, i + 5))) {
      names.push('');
      i += 4;
    } else names[names.length - 1] += value[i] ?? '';
  }
  return names;
}

/** Reads RIS: lines of two letters or digits, two spaces, a hyphen and a space; a record ends with `ER`. */
export function readRis(text: string): readonly (readonly (readonly [tag: string, value: string])[])[] {
  const records: [string, string][][] = [];
  let open: [string, string][] | undefined;
  for (const line of text.split('\r\n')) {
    if (line === '') continue;
    const [, tag = '', value = ''] = /^([A-Z][A-Z0-9]) {2}- (.*)$/s.exec(line) ?? [];
    if (tag === '' || /[\n\r]/.test(line)) throw new Error(`no line of RIS: ${JSON.stringify(line)}`);
    if (tag === 'TY') {
      if (open !== undefined) throw new Error('a record begins in another');
      open = [];
      records.push(open);
    }
    if (open === undefined) throw new Error(`${tag} outside a record`);
    open.push([tag, value]);
    if (tag === 'ER') open = undefined;
  }
  if (open !== undefined) throw new Error('a record has no end');
  return records;
}

/** Reads a table of comma-separated values (RFC 4180). */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (at >= text.length) throw new Error('a cell has no end');
        if (text[at] === '"') at++;
        cell += text[at] ?? '';
      }
      at++;
    } else {
      const end = text.slice(at).search(/,|\r\n/);
      cell = text.slice(at, at + end);
      if (/["\r\n]/.test(cell)) throw new Error(`a sign that wants quotation marks: ${JSON.stringify(cell)}`);
      at += end;
    }
    row.push(cell);
    if (text[at] === ',') at++;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`no comma and no end of a row at ${at}`);
  }
  return rows;
}
