import type { SuppliedDocument } from '../../model/manifest.js';
import { type DocumentFinding, quoted } from './finding.js';

/** How many characters of its line tell a finding from others of its code. */
const NAMED = 30;

/** How many characters of a line are looked at in one step. */
const PIECE = 256;

/** The keys of a document's entry that are maps, of which each pair settles a finding of its own. */
const MAP = /^(?:calls|names|lines): \{ ("(?:[^"\\]|\\.)*")/;

interface Settled {
  /** The findings that are open, each with the entry that settles it. */
  readonly open: readonly DocumentFinding[];
  /** What `checked` says of findings that the document does not have. */
  readonly idle: readonly string[];
}

/**
 * Parts the findings of a document in those that the manifest settles and those that are open. What the manifest supplies settles the doubt that asks for it; `checked`
 * settles any doubt that an editor has compared with the page: its code, and the first words of its line where others have the same code.
 * @param lineOf the line of the raw text that a finding is about
 */
export function settledDoubts(
  findings: readonly DocumentFinding[],
  supplied: SuppliedDocument | undefined,
  lineOf: (finding: DocumentFinding) => string,
): Settled {
  const checked = (supplied?.checked ?? []).map((said) => ({ said, even: even(said) }));
  const told = checked.reduce((most, entry) => Math.max(most, entry.even.length), NAMED);
  const used = new Set<string>();
  const open = findings.flatMap((finding): readonly DocumentFinding[] => {
    if (finding.severity === 'error') return [finding];
    const name = `${finding.code} ${evenStart(lineOf(finding), told)}`;
    const match = checked.find((entry) => name.startsWith(entry.even));
    if (match !== undefined) used.add(match.said);
    // A note still without a call has words in the manifest that the text does not have.
    if (match !== undefined || (finding.code !== 'EN002' && isSupplied(finding.entry, supplied))) return [];
    return [finding.entry === undefined ? { ...finding, entry: checkedEntry(name, finding.code) } : finding];
  });
  return { open, idle: checked.flatMap(({ said }) => (used.has(said) ? [] : [said])) };
}

/** `checked: [ "EN083 The harbor is open" ]`. */
function checkedEntry(name: string, code: string): string {
  return `checked: [ ${quoted(name.slice(0, code.length + 1 + NAMED).trimEnd())} ]`;
}

/** Whether the manifest has all that an entry gives; of a map, the very pair. */
function isSupplied(entry: string | undefined, supplied: SuppliedDocument | undefined): boolean {
  const lines = entry?.split('\n').filter((line) => /^\w/.test(line)) ?? [];
  return supplied !== undefined && lines.length > 0 && lines.every((line) => isGiven(line, supplied));
}

function isGiven(line: string, supplied: SuppliedDocument): boolean {
  const key = /^\w+/.exec(line)?.[0] as keyof SuppliedDocument;
  const pair = MAP.exec(line)?.[1];
  if (pair === undefined) return supplied[key] !== undefined;
  const words = even(JSON.parse(pair) as string);
  // An editor may name a line by fewer words than were proposed, or by more.
  const isNamed = (said: string): boolean =>
    key === 'lines' ? said !== '' && (words.startsWith(said) || said.startsWith(words)) : said === words;
  return Object.keys(supplied[key] ?? {}).some((said) => isNamed(even(said)));
}

/** As `even`, of a line that may be a whole file: at least so many characters of what that gives, if it has them. */
function evenStart(line: string, count: number): string {
  let start = '';
  for (let at = 0; at < line.length && start.length <= count; at += PIECE)
    start = `${start}${line.slice(at, at + PIECE)}`.replace(/\s+/g, ' ').trimStart();
  return start.trimEnd();
}

function even(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
