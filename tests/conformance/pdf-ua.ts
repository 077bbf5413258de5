/**
 * What a program can tell of PDF/UA-1 (ISO 14289-1), after the Matterhorn Protocol 1.02 of the PDF Association, whose numbers stand before each finding. It reads
 * the file through qpdf, not through the code that has written it.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './tools.js';

type Value = null | boolean | number | string | readonly Value[] | Dictionary;
type Dictionary = { readonly [key: string]: Value };

/** Standard structure types (ISO 32000-1, 14.8.4) and, where the standard says so, the types that each may stand in. */
const parents: Readonly<Record<string, readonly string[] | undefined>> = {
  Document: ['StructTreeRoot'],
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
};
/** What alone may stand in an element. */
const children: Readonly<Record<string, readonly string[] | undefined>> = {
  TOC: ['TOCI', 'TOC', 'Caption'],
  TR: ['TH', 'TD'],
  L: ['LI', 'L', 'Caption'],
};
const standard = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form'.split(
    ' ',
  ),
);
/** Operators that make a mark on the page. */
const painting = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'Do', 'sh', 'EI']);

/** The conditions that a file fails, each at most three times; none for a file that a program can find no fault with. */
export function failuresOf(file: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-ua-'));
  try {
    const prefix = join(folder, 's');
    const json = join(folder, 'file.json');
    const { status, output } = run(
      'qpdf',
      file,
      '--json-output',
      '--decode-level=generalized',
      '--json-stream-data=file',
      `--json-stream-prefix=${prefix}`,
      json,
    );
    if (status !== 0) return [`qpdf: ${output}`];
    const [, objects] = (JSON.parse(readFileSync(json, 'utf8')) as { qpdf: [unknown, Record<string, Dictionary>] })
      .qpdf;
    return new Examination(objects).findings();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

class Examination {
  readonly #objects: Readonly<Record<string, Dictionary>>;
  readonly #found = new Map<string, string[]>();
  /** Marked content that the structure tree names, as page and number; and the annotations. */
  readonly #content = new Map<string, string>();
  readonly #annotations = new Map<string, string>();
  readonly #parentTree = new Map<number, Value>();
  readonly #places = new Set<string>();
  readonly #ids = new Set<string>();
  #level = 0;

  constructor(objects: Readonly<Record<string, Dictionary>>) {
    this.#objects = objects;
  }

  findings(): string[] {
    const catalog = this.#dictionary(this.#dictionary(this.#stored('trailer'))['/Root'] ?? null);
    this.#catalog(catalog);
    const root = this.#dictionary(catalog['/StructTreeRoot'] ?? null);
    for (const [key, value] of this.#tree(root['/ParentTree'] ?? null, '/Nums'))
      this.#parentTree.set(Number(key), value);
    const places = this.#dictionary(catalog['/Names'] ?? null)['/Dests'] ?? null;
    for (const [name] of this.#tree(places, '/Names')) this.#places.add(String(name));
    for (const kid of this.#kids(root)) this.#element(kid, 'StructTreeRoot', undefined);
    for (const page of this.#pages(catalog['/Pages'] ?? null)) this.#page(page);
    for (const [reference, object] of Object.entries(this.#objects)) this.#font(reference, this.#valueOf(object));
    for (const [what, element] of this.#content)
      this.#fail('01-006', `${element} names content ${what}, which is nowhere`);
    for (const [annotation, element] of this.#annotations)
      this.#fail('28-002', `${element} names ${annotation}, which is on no page`);
    return [...this.#found].flatMap(([, findings]) => findings.slice(0, 3));
  }

  #fail(checkpoint: string, what: string): void {
    const findings = this.#found.get(checkpoint) ?? [];
    this.#found.set(checkpoint, findings);
    findings.push(`${checkpoint}: ${what}`);
  }

  #catalog(catalog: Dictionary): void {
    if (this.#dictionary(catalog['/MarkInfo'] ?? null)['/Marked'] !== true)
      this.#fail('06-001', 'not marked as tagged');
    if (this.#dictionary(catalog['/MarkInfo'] ?? null)['/Suspects'] === true) this.#fail('02-002', 'suspects');
    if (typeof catalog['/Lang'] !== 'string') this.#fail('11-006', 'no language');
    if (this.#dictionary(catalog['/ViewerPreferences'] ?? null)['/DisplayDocTitle'] !== true)
      this.#fail('07-002', 'the title is not shown');
    const metadata = catalog['/Metadata'];
    const xmp = typeof metadata === 'string' ? this.#stream(metadata) : '';
    if (!/<pdfuaid:part>1<\/pdfuaid:part>|pdfuaid:part="1"/.test(xmp)) this.#fail('06-002', 'no PDF/UA identifier');
    if (!/<dc:title>\s*<rdf:Alt>\s*<rdf:li [^>]+>[^<]+</.test(xmp)) this.#fail('06-003', 'no title');
    if (catalog['/AcroForm'] !== undefined) this.#fail('25-001', 'a form');
    if (this.#dictionary(this.#stored('trailer'))['/Encrypt'] !== undefined) this.#fail('26-001', 'encrypted');
    for (const reference of this.#list(catalog['/AF'] ?? [])) {
      const specification = this.#dictionary(reference);
      if (specification['/F'] === undefined || specification['/UF'] === undefined)
        this.#fail('21-001', 'an attached file without its name');
    }
  }

  #element(reference: Value, parent: string, page: Value | undefined): void {
    const element = this.#dictionary(reference);
    const name = String(reference);
    const type = String(element['/S']).slice(1);
    if (!standard.has(type)) this.#fail('02-001', `${type} is no standard type and is mapped to none`);
    const wrong = parents[type]?.includes(parent) === false || children[parent]?.includes(type) === false;
    if (wrong) this.#fail(nesting(type, parent), `${type} in ${parent}`);
    this.#ofType(type, element, name);
    const own = element['/Pg'] ?? page;
    for (const kid of this.#kids(element)) {
      if (typeof kid === 'number') {
        this.#names(own, kid, name);
        continue;
      }
      const dictionary = this.#dictionary(kid);
      if (dictionary['/Type'] === '/MCR') this.#names(dictionary['/Pg'] ?? own, Number(dictionary['/MCID']), name);
      else if (dictionary['/Type'] === '/OBJR') this.#annotations.set(String(dictionary['/Obj']), name);
      else {
        if (dictionary['/P'] !== reference && parent !== '') this.#fail('01-006', `${String(kid)} has another parent`);
        this.#element(kid, type, own);
      }
    }
  }

  #ofType(type: string, element: Dictionary, name: string): void {
    const heading = /^H([1-6])$/.exec(type);
    if (heading !== null) {
      const level = Number(heading[1]);
      if (this.#level === 0 && level !== 1) this.#fail('14-002', `the first heading is ${type}`);
      if (level > this.#level + 1) this.#fail('14-003', `${type} after H${this.#level}`);
      this.#level = level;
    }
    if (type === 'Figure' || type === 'Formula') {
      if (typeof element['/Alt'] !== 'string' && typeof element['/ActualText'] !== 'string')
        this.#fail('13-004', `${name} without words that stand for it`);
    }
    if (type === 'TH') {
      const scopes = this.#attributes(element).map((attributes) => attributes['/Scope'] ?? attributes['/Headers']);
      if (scopes.every((scope) => scope === undefined)) this.#fail('15-003', `${name}: a head cell without scope`);
    }
    if (type === 'Note') {
      const id = element['/ID'];
      if (typeof id !== 'string') this.#fail('19-003', `${name}: a note without identifier`);
      else if (this.#ids.has(id)) this.#fail('19-004', `${name}: two notes of one identifier`);
      else this.#ids.add(id);
    }
  }

  #attributes(element: Dictionary): Dictionary[] {
    const value = element['/A'] ?? null;
    const resolved = typeof value === 'string' ? this.#stored(value) : value;
    return (Array.isArray(resolved) ? (resolved as readonly Value[]) : [resolved]).map((one) => this.#dictionary(one));
  }

  #names(page: Value | undefined, mcid: number, element: string): void {
    const key = `${String(page)} ${mcid}`;
    if (this.#content.has(key)) this.#fail('01-006', `content ${key} stands twice in the tree`);
    this.#content.set(key, element);
  }

  #page(reference: string): void {
    const page = this.#dictionary(reference);
    const entry = this.#parentTree.get(Number(page['/StructParents'] ?? -1));
    const owners = entry === undefined ? [] : this.#list(entry);
    const streams = page['/Contents'] ?? null;
    const text = (typeof streams === 'string' ? [streams] : this.#list(streams))
      .map((stream) => this.#stream(String(stream)))
      .join('\n');
    for (const mcid of this.#markedContent(text, reference)) {
      const key = `${reference} ${mcid}`;
      const element = this.#content.get(key);
      if (element === undefined) this.#fail('01-005', `content ${key} is not in the structure tree`);
      else if (owners[mcid] !== element) this.#fail('01-006', `the parent tree says another owner of ${key}`);
      this.#content.delete(key);
    }
    const annotations = this.#list(page['/Annots'] ?? []);
    if (annotations.length > 0 && page['/Tabs'] !== '/S') this.#fail('28-008', `${reference}: no tab order`);
    for (const annotation of annotations) this.#annotation(String(annotation));
  }

  /** The numbers of the marked contents of a page; all that is painted has to be in one of them, or in an artifact. */
  #markedContent(text: string, page: string): number[] {
    const found: number[] = [];
    const open: (number | 'artifact' | 'other')[] = [];
    const bare = text.replace(
      /<<[\s\S]*?>>\s*(?=BDC)/g,
      (properties) => `${/\/MCID (\d+)/.exec(properties)?.[1] ?? '-'} `,
    );
    const tokens = bare.replace(/<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\)])*\)/g, '()').split(/\s+|(?<=[\])])/);
    for (const [i, token] of tokens.entries()) {
      if (token === 'BDC' || token === 'BMC') {
        const content = begun(tokens, i);
        if (open.some((outer) => outer !== 'other'))
          this.#fail(content === 'artifact' ? '01-003' : '01-004', `${page}: one marked content in another`);
        open.push(content);
        if (typeof content === 'number') found.push(content);
      } else if (token === 'EMC') open.pop();
      else if (painting.has(token) && open.every((outer) => outer === 'other'))
        this.#fail('01-005', `${page}: ${token} outside of marked content`);
    }
    return found;
  }

  #annotation(reference: string): void {
    const annotation = this.#dictionary(reference);
    const element = this.#annotations.get(reference);
    this.#annotations.delete(reference);
    if (element === undefined) this.#fail('28-002', `${reference} is in no structure element`);
    else if (this.#dictionary(element)['/S'] !== '/Link') this.#fail('28-010', `${reference} is in no Link`);
    if (this.#parentTree.get(Number(annotation['/StructParent'] ?? -1)) !== element)
      this.#fail('28-002', `the parent tree says another owner of ${reference}`);
    const place = annotation['/Dest'];
    if (place !== undefined && !this.#places.has(String(place)))
      this.#fail('link', `${reference} leads to ${String(place)}, which is nowhere`);
    if (typeof annotation['/Contents'] !== 'string') this.#fail('28-011', `${reference}: a link without description`);
  }

  #font(reference: string, value: Value): void {
    const font = this.#dictionary(value);
    if (font['/Type'] !== '/Font') return;
    if (font['/Subtype'] === '/Type0') {
      const map = font['/ToUnicode'];
      if (typeof map !== 'string') this.#fail('31-027', `${reference}: a font without Unicode values`);
      else if (/<(?:0000|FEFF|FFFE)>\s*(?:\n|$)/i.test(this.#stream(map)))
        this.#fail('31-028', `${reference}: a character of no Unicode value`);
      return;
    }
    const descriptor = this.#dictionary(font['/FontDescriptor'] ?? null);
    if (descriptor['/FontFile2'] === undefined && descriptor['/FontFile3'] === undefined)
      this.#fail('31-009', `${reference}: a font that is not embedded`);
    if (font['/Subtype'] === '/CIDFontType2' && font['/CIDToGIDMap'] === undefined)
      this.#fail('31-004', `${reference}: no map of glyphs`);
  }

  /** The entries of a number or name tree. */
  #tree(reference: Value, kind: string): (readonly [Value, Value])[] {
    const node = this.#dictionary(reference);
    const flat = this.#list(node[kind] ?? []);
    const own = flat.flatMap((key, i): (readonly [Value, Value])[] =>
      i % 2 === 0 ? [[key, flat[i + 1] ?? null]] : [],
    );
    return [...own, ...this.#list(node['/Kids'] ?? []).flatMap((kid) => this.#tree(kid, kind))];
  }

  #pages(reference: Value): string[] {
    const node = this.#dictionary(reference);
    if (node['/Type'] === '/Page') return [String(reference)];
    return this.#list(node['/Kids'] ?? []).flatMap((kid) => this.#pages(kid));
  }

  #kids(element: Dictionary): readonly Value[] {
    const kids = element['/K'];
    if (kids === undefined) return [];
    const value = typeof kids === 'string' && Array.isArray(this.#stored(kids)) ? this.#stored(kids) : kids;
    return Array.isArray(value) ? (value as readonly Value[]) : [value];
  }

  #list(value: Value): readonly Value[] {
    const resolved = typeof value === 'string' ? this.#stored(value) : value;
    return Array.isArray(resolved) ? (resolved as readonly Value[]) : [];
  }

  #dictionary(value: Value): Dictionary {
    const resolved = typeof value === 'string' ? this.#stored(value) : value;
    return resolved !== null && typeof resolved === 'object' && !Array.isArray(resolved)
      ? (resolved as Dictionary)
      : {};
  }

  #stored(reference: string): Value {
    const object = this.#objects[reference === 'trailer' ? 'trailer' : `obj:${reference}`];
    return object === undefined ? null : this.#valueOf(object);
  }

  #valueOf(object: Dictionary): Value {
    return object['value'] ?? this.#dictionary(object['stream'] ?? null)['dict'] ?? null;
  }

  #stream(reference: string): string {
    const stream = this.#objects[`obj:${reference}`]?.['stream'];
    const file = this.#dictionary(stream ?? null)['datafile'];
    return typeof file === 'string' ? readFileSync(file, 'latin1') : '';
  }
}

/** The condition for a wrong nesting: of tables, of lists, of contents. */
function nesting(type: string, parent: string): string {
  if (/^T[RHDBF]/.test(type) || parent === 'TR') return '09-004';
  return /^L/.test(type) || parent === 'L' ? '09-005' : '09-006';
}

/** What a marked content is that begins with the operator at a place: its number, where it has one. */
function begun(tokens: readonly string[], at: number): number | 'artifact' | 'other' {
  const hasProperties = tokens[at] === 'BDC';
  if (tokens[at - (hasProperties ? 2 : 1)] === '/Artifact') return 'artifact';
  const number = hasProperties ? Number(tokens[at - 1]) : Number.NaN;
  return Number.isNaN(number) ? 'other' : number;
}
