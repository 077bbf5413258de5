import mammoth from 'mammoth';
import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { plural } from '../diagnostics/words.js';
import { unzip } from './unzip.js';
import { type WordContent, wordContent } from './word-parts.js';
import { ZipWriter } from './zip.js';

/** A Word file as a page, with what was left out of it. */
export interface WordPage {
  readonly html: string;
  readonly content: WordContent;
  readonly leftOut: readonly string[];
  /** Word itself numbers headings, or items otherwise than `1.`; the numbers are not in its text. */
  readonly isNumbered: boolean;
}

const MEGABYTE = 1 << 20;
/** A volume of a thousand pages is some 20 MB of `document.xml`. */
const LIMITS = { entries: 10_000, entry: 200 * MEGABYTE, total: 300 * MEGABYTE };

/** The parts that hold the text and what it needs; pictures, macros and embedded files are not unpacked. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml|word\/_rels\/(?:document|footnotes|endnotes)\.xml\.rels)$/;

/** What mammoth reads of them. */
const READ =
  /^(?:\[Content_Types\]\.xml|_rels\/|word\/(?:document|styles|numbering|footnotes|endnotes)\.xml|word\/_rels\/)/;

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "r[style-name='Emphasis'] => em",
  "r[style-name='Intense Emphasis'] => em",
  "r[style-name='Strong'] => strong",
  "br[type='page'] => hr.page-break:fresh",
  'u => u',
  'small-caps => small.smallcaps',
];

/**
 * Reads a Word file (`.docx`, ISO/IEC 29500) by mammoth, as HTML. The package is unpacked in memory within limits; no path in it is used, nothing is fetched, no macro
 * runs, and a part with a DOCTYPE is refused. A file with changes that are still to be accepted or rejected is refused too: which words it has is for its editor to say.
 */
export async function readWord(path: string, bytes: Uint8Array): Promise<Result<WordPage>> {
  const place = { file: path };
  const refused = (found: Diagnostic): Result<WordPage> => ({ diagnostics: [found] });
  const unpacked = unzip(bytes, (name) => WANTED.test(name), LIMITS);
  if ('problem' in unpacked) {
    const reason = {
      damaged: 'the package is damaged',
      encrypted: 'it is encrypted',
      'too large': 'it unpacks to more than 200 MB',
    };
    return refused(diagnostic('IN071', { path, reason: reason[unpacked.problem] }, place));
  }
  const { entries, names } = unpacked;
  if (!entries.has('word/document.xml'))
    return refused(diagnostic('IN071', { path, reason: 'it holds no Word text (word/document.xml)' }, place));
  const parts = new Map(
    [...entries].map(([name, part]) => [
      name,
      Buffer.from(part)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    ]),
  );
  if ([...parts.values()].some((xml) => /<!DOCTYPE/i.test(xml)))
    return refused(diagnostic('IN071', { path, reason: 'a part of it has a DOCTYPE, which Word never writes' }, place));
  const content = wordContent(parts);
  if (content.isDamaged)
    return refused(diagnostic('IN071', { path, reason: 'a part of it is not well-formed XML' }, place));
  if (content.changes > 0)
    return refused(diagnostic('IN072', { path, changes: plural(content.changes, 'change') }, place));
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: repacked(parts) },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    return {
      value: { html: value, content, leftOut: leftOutOf(content, names), isNumbered: isNumbered(parts, content) },
      diagnostics: [],
    };
  } catch (error) {
    return refused(diagnostic('IN071', { path, reason: (error as Error).message.split('\n')[0] ?? '' }, place));
  }
}

/** The parts that mammoth needs, as a package of their own. Fields and runs of another direction are, for mammoth, what only holds text. */
function repacked(parts: ReadonlyMap<string, string>): Buffer {
  const zip = new ZipWriter('2000-01-01T00:00:00Z');
  for (const [name, xml] of parts) {
    if (!READ.test(name)) continue;
    zip.add(name, Buffer.from(xml.replace(/(<\/?w:)(?:fldSimple|dir|bdo)(?=[\s>/])/g, '$1smartTag')));
  }
  return Buffer.from(zip.finish());
}

/** Whether numbers that the reader sees in Word cannot be told: of headings, of items in items, or in another form than `1.` (ISO/IEC 29500-1 §17.9). */
function isNumbered(parts: ReadonlyMap<string, string>, { lists, styles }: WordContent): boolean {
  const used = new Set(lists);
  for (const style of (parts.get('word/styles.xml') ?? '').split('</w:style>')) {
    const list = /<w:numId w:val="(\d+)"/.exec(style)?.[1];
    if (list === undefined || !styles.has(/w:styleId="([^"]*)"/.exec(style)?.[1] ?? '')) continue;
    if (/<w:name w:val="(?:heading \d|title)"/i.test(style)) return true;
    used.add(`${list}/${/<w:ilvl w:val="(\d+)"/.exec(style)?.[1] ?? '0'}`);
  }
  const numbering = parts.get('word/numbering.xml') ?? '';
  const forms = numberForms(numbering);
  const kinds = new Map(
    [...numbering.matchAll(/<w:num w:numId="(\d+)"[^>]*>\s*<w:abstractNumId w:val="(\d+)"/g)].map(([, list, kind]) => [
      list,
      kind,
    ]),
  );
  return [...used].some((one) => {
    const [list = '', level = '0'] = one.split('/');
    const form = forms.get(`${kinds.get(list) ?? ''}/${level}`) ?? '';
    return form !== '' && form !== 'decimal %1.';
  });
}

/** How the levels of the lists are numbered, by `KIND/LEVEL`; an empty text for bullets. */
function numberForms(numbering: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const list of numbering.split('</w:abstractNum>')) {
    const kind = /w:abstractNumId="(\d+)"/.exec(list)?.[1] ?? '';
    for (const level of list.split('</w:lvl>')) {
      const form = /<w:numFmt w:val="(\w+)"/.exec(level)?.[1] ?? 'bullet';
      const text = /<w:lvlText w:val="([^"]*)"/.exec(level)?.[1] ?? '';
      const number = /w:ilvl="(\d+)"/.exec(level)?.[1] ?? '';
      forms.set(`${kind}/${number}`, form === 'bullet' || form === 'none' ? '' : `${form} ${text}`);
    }
  }
  return forms;
}

function leftOutOf(content: WordContent, names: readonly string[]): readonly string[] {
  const { comments, embedded, pictures, furniture } = content;
  const found: string[] = [];
  if (comments > 0) found.push(plural(comments, 'comment'));
  if (pictures > 0) found.push(plural(pictures, 'picture'));
  if (embedded > 0) found.push(plural(embedded, 'formula or embedded object', 'formulas or embedded objects'));
  if (furniture > 0) found.push(`the headers and footers of its pages (${plural(furniture, 'word')})`);
  if (names.some((name) => /vbaProject/i.test(name))) found.push('its macros');
  return found;
}
