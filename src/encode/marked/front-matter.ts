import { readYaml } from '../../formats/yaml.js';
import { append } from '../../model/list.js';
import type { SuppliedDocument } from '../../model/manifest.js';
import { type Finding, finding } from '../facts/finding.js';
import type { Line } from '../page/segment.js';

/** The facts of a document that its own front matter states, by the names that `volume.yaml` has for them. */
export type StatedFacts = Partial<Omit<SuppliedDocument, 'kind' | 'file' | 'part' | 'shape'>>;

export interface FrontMatter {
  readonly facts: StatedFacts;
  /** `classification: Secret`, `handling: [Exdis]`, `precedence: Priority`, in the order given. */
  readonly markings: readonly string[];
  /** Where the block ends in the raw text; 0 where there is none. */
  readonly end: number;
  readonly findings: readonly Finding[];
}

/** Keys of the front matter and the fact that each states. */
const FACTS: Readonly<Record<string, keyof StatedFacts>> = {
  id: 'id',
  number: 'number',
  title: 'head',
  head: 'head',
  genre: 'genre',
  date: 'date',
  when: 'when',
  place: 'place',
  from: 'from',
  to: 'to',
  signed: 'signed',
  source: 'source',
};

const MARKINGS: readonly string[] = ['classification', 'handling', 'precedence'];

/** What is known of a text that has none. */
export const NO_FRONT_MATTER: FrontMatter = { facts: {}, markings: [], end: 0, findings: [] };

/** Whether a text begins with a block of front matter (`---`, YAML, `---`). */
export function hasFrontMatter(lines: readonly Line[]): boolean {
  return lines[0]?.text === '---' && lines[0].start === 0 && closing(lines) > 0;
}

/** The lines with which a block of front matter begins: the first of the text, and each between two documents of it, where nothing but keys stands inside. */
export function frontMatterStarts(lines: readonly Line[]): readonly number[] {
  const starts = hasFrontMatter(lines) ? [0] : [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.text !== '---' || line.blankBefore === 0 || !KEY.test(lines[index + 1]?.text ?? ''))
      continue;
    const block = lines.slice(index, index + MAX_LINES);
    const close = closing(block);
    if (
      close > 1 &&
      block
        .slice(1, close)
        .every(
          ({ text, indent, blankBefore }) => blankBefore === 0 && (indent > 0 || KEY.test(text) || /^- /.test(text)),
        )
    )
      starts.push(index);
  }
  return starts;
}

const KEY = /^[a-z][\w-]*:(?:\s|$)/;

const MAX_LINES = 100;

function closing(lines: readonly Line[]): number {
  return lines.slice(0, MAX_LINES).findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)$/.test(line.text));
}

/** Reads the front matter with which lines begin; what it states and what is unknown in it. */
export function readFrontMatter(lines: readonly Line[]): FrontMatter {
  if (lines[0]?.text !== '---' || closing(lines) < 1) return NO_FRONT_MATTER;
  const close = closing(lines);
  const block = lines.slice(1, close);
  const yaml = readYaml(block.map((line) => ' '.repeat(line.indent) + line.text).join('\n'));
  const findings: Finding[] = [];
  const start = block[0]?.start ?? 0;
  const [problem] = yaml.problems;
  if (problem !== undefined) {
    findings.push(finding('EN011', { reason: problem.message }, start));
  }
  const facts: Record<string, string> = {};
  const markings: string[] = [];
  for (const [key, value] of Object.entries(isRecord(yaml.value) ? yaml.value : {})) {
    const fact = FACTS[key];
    const values = (Array.isArray(value) ? value : [value]).filter((v) => typeof v === 'string');
    if (fact !== undefined && values[0] !== undefined) facts[fact] = values.join('; ');
    else if (MARKINGS.includes(key)) append(markings, values);
    else {
      const known = [...Object.keys(FACTS), ...MARKINGS].join(', ');
      const at = block.find((line) => line.text.startsWith(`${key}:`))?.start ?? start;
      findings.push(finding('EN010', { key, known }, at));
    }
  }
  const last = lines[close];
  const end = last === undefined ? 0 : last.start + last.text.length;
  return { facts, markings, end, findings };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
