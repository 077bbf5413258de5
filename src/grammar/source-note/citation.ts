import type { CitationPart } from '../../model/header.js';
import { FILE_GENRES, PAGES, PUBLISHED, REPOSITORIES, REPOSITORY_WORDS } from './repositories.js';

/** An archival or printed citation, taken apart. */
export interface Citation {
  readonly repository?: string;
  readonly parts: readonly CitationPart[];
  /** The genre that an inline file number names after its last colon. */
  readonly genre?: string;
  /** The repository is in no table and was taken by its place. */
  readonly inferred?: boolean;
}

const KNOWN = new Set(REPOSITORIES.map((name) => name.toLowerCase()));
const LONGEST_FIRST = [...REPOSITORIES].sort((a, b) => b.length - a.length);

/** The parts of a citation that are numbers of a kind, by how they look; the first that fits. */
const NUMBERED: readonly (readonly [RegExp, string])[] = [
  [/^Boxe?s?\b/i, 'box'],
  [/^(?:Folders?|Fldr\.?)\s/i, 'folder'],
  [/^(?:Jobs?)\s/i, 'job'],
  [/^(?:Lots?)\s\d/i, 'lot'],
  [/^(?:FRC|Accession|Acc\.)\s/i, 'accession'],
  [/^(?:Reels?|Tapes?|Microfilm)\b/i, 'microfilm'],
  [/^[DPN]\d{6,}[–-]\d{3,}/, 'microfilm'],
  [/^(?:CF|NSC|NSAM|NSSM|NSDM|NIE|SNIE|OCB|JCS|PRM|PD|T)[ –-]?\d/, 'file'],
  // The decimal file: 611.93/9–2155, 740.00119 Control (Germany)/8–2844, 795B.00, 711.1216M/2256
  [/^\d{3}[A-Za-z]?(?:\.\S|–\S|\/\S)/, 'file'],
  [/^\d{3}[A-Za-z]?$/, 'file'],
  // The subject-numeric file of 1963 and after: POL 27 VIET S, DEF 12, INCO–WHEAT 17 USSR–US
  [
    /^(?:AE|AGR|AID|AV|BG|CA|CON|CR|CSM|CUL|DEF|E|ECIN|EDU|EDX|EIND|FN|FSE|FT|HLTH|INCO|INF|INT|LAB|LEG|MIL|OPR|ORG|PER|PET|PO|POL|PPB|PPT|PR|PRM|PS|REF|RS|SCI|SOC|SP|STR|TEL|TP|TRV|UN|US|V|XR)(?:[ –-](?:\p{Lu}+ )?\d|[ –-]\p{Lu}{2}|$)/u,
    'file',
  ],
];

/** Cuts at `, ` outside brackets and quotations, so that joining by `, ` gives the words back. */
function elements(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(/[([“)\]”]|, /g)) {
    if (mark === ', ') {
      if (depth > 0) continue;
      found.push(text.slice(from, index));
      from = index + 2;
    } else depth = '([“'.includes(mark) ? depth + 1 : Math.max(0, depth - 1);
  }
  found.push(text.slice(from));
  return found.flatMap((words, i) => {
    if (isPersonFile(found[i - 1], words)) return [];
    return [isPersonFile(words, found[i + 1]) ? `${words}, ${found[i + 1]}` : words];
  });
}

/** The decimal file of a person: `711.551–Reynolds, Robert G./5–2457`, `311.6121 Gorin, M. N./44`. */
function isPersonFile(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return /^\d{3}[^/]*[\p{L}]$/u.test(left) && /^\p{Lu}[\p{L}. ]*\/\S+$/u.test(right);
}

function part(text: string): CitationPart {
  const type = NUMBERED.find(([pattern]) => pattern.test(text))?.[1];
  return type === undefined ? { element: 'collection', text } : { element: 'idno', type, text };
}

/**
 * Adjacent collections are one (`RG 59, Central Files 1964–66`), and so are adjacent titles after a number (`Box 340, Subject Files,
 * Stanford University`): TEI's `msIdentifier` has all collections before the first `idno`, so what comes after a number is a folder.
 */
function merged(parts: readonly CitationPart[]): CitationPart[] {
  const found: CitationPart[] = [];
  for (const next of parts) {
    const last = found.at(-1);
    const titled: CitationPart =
      next.element === 'collection' && last?.element === 'idno'
        ? { element: 'idno', type: 'folder', text: next.text }
        : next;
    const joins =
      last !== undefined && next.element === 'collection' && (last.element === 'collection' || isTitle(last));
    if (joins) found[found.length - 1] = { ...last, text: `${last.text}, ${next.text}` };
    else found.push(titled);
  }
  return found;
}

/** A folder known by its title, not by `Folder 3`. */
function isTitle(part: CitationPart): boolean {
  return part.type === 'folder' && !/^(?:Folders?|Fldr)/i.test(part.text);
}

function rest(text: string): CitationPart[] {
  return text === '' ? [] : merged(elements(text).map(part));
}

/** What follows a repository whose comma is missing. */
const GLUE =
  /^(?::\s|\/(?=\p{Lu})|\s+(?=RG\b|Central Files|Job\b|Lot\b|[\d(]|\p{Lu}\S*[/–]\S+ Files|\p{Lu}[\p{L}/ ]+ (?:Files|Papers): Lot))/u;

/** A repository that begins the citation without a comma after it: `National Archives RG 59`, `CIA: Job 79`. */
function glued(text: string): string | undefined {
  return LONGEST_FIRST.find((name) => text.startsWith(name) && GLUE.test(text.slice(name.length)));
}

/** `Department of Sate`, `Department or State`: a slip of one or two letters in a name that is long enough. */
function misprinted(name: string): boolean {
  return (
    name.length > 12 &&
    REPOSITORIES.some((known) => Math.abs(known.length - name.length) <= 1 && distance(known, name) <= 2)
  );
}

/** How many letters differ at most, counting from both ends: enough to tell a slip. */
function distance(a: string, b: string): number {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.max(a.length, b.length) - start - end;
}

/** Reads the citation that follows `Source:`, without its final stop. */
export function readCitation(text: string): Citation {
  const words = text.trim();
  if (words === '') return { parts: [] };
  const parts = elements(words);
  const first = parts[0] ?? '';
  const after = parts.slice(1).join(', ');
  if (KNOWN.has(first.toLowerCase())) return { repository: first, parts: rest(after) };
  const name = glued(words);
  if (name !== undefined) return { repository: name, parts: rest(words.slice(name.length).replace(/^[:\s/]+/, '')) };
  if (misprinted(first)) return { repository: first, parts: rest(after), inferred: true };
  const archival = REPOSITORY_WORDS.test(first);
  if (PUBLISHED.test(words) || (PAGES.test(words) && !archival)) {
    return { parts: [{ element: 'idno', type: 'printed', text: words }] };
  }
  if (/^(?:ibid)/i.test(words) || parts.length === 1) return { parts: rest(words) };
  return { repository: first, parts: rest(after), inferred: !archival };
}

const SUFFIX = /[:;]\s*([\p{L}-]+(?: [\p{L}-]+)?)(?: \([^)]*\))?\.?\s*$/u;

/** `763.72/406`, `File No. 861.51/140`, `F.W. 893.00/1234` (filed with). */
const FILE_NUMBER = /^(?:File Nos?\. |F\. ?W\. )?\d/;
/** A decimal file with the collection that it is of: `Paris Peace Conf. 184.00101/9`. */
const NUMBER_IN_COLLECTION = /^(\p{Lu}[\p{L}. ]*\p{L}\.?) (\d{3}\.\d\S*\/\S+)$/u;
/** What makes words where documents are kept; `[Attachment]`, `Circular.`, `Unnumbered.` are none. */
const IS_KEPT =
  /\d|\b(?:files?|papers|records?|correspondence|memoranda|diar(?:y|ies)|library|archives?|collections?|manuscripts?|minutes|series|conf)\b/i;

/** Reads the file reference that stands before the heading in the older families: `763.72/406: Telegram`. */
export function readFileReference(text: string): Citation {
  let words = text
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .trim();
  const suffix = SUFFIX.exec(words);
  const genre = suffix === null ? undefined : FILE_GENRES[(suffix[1] ?? '').toLowerCase()];
  if (genre !== undefined && suffix !== null) words = words.slice(0, suffix.index).trim();
  const named = genre === undefined ? {} : { genre };
  const [first = ''] = elements(words);
  if (KNOWN.has(first.toLowerCase()) && !/ Files$/.test(first)) return { ...readCitation(words), ...named };
  if (FILE_NUMBER.test(words)) return { parts: [{ element: 'idno', type: 'file', text: words }], ...named };
  const [, collection, number] = NUMBER_IN_COLLECTION.exec(words) ?? [];
  if (collection !== undefined && number !== undefined) {
    return {
      parts: [
        { element: 'collection', text: collection },
        { element: 'idno', type: 'file', text: number },
      ],
      ...named,
    };
  }
  return { parts: IS_KEPT.test(words) ? rest(words) : [], ...named };
}
