import { append } from '../../model/list.js';
import type { FrontFault, FrontMatter } from '../../model/marked-text.js';
import { readYaml } from '../yaml.js';

/** A block of front matter (`---`, YAML, `---`), as places in the text. */
export interface FrontBlock {
  /** Where its first line of dashes begins. */
  readonly start: number;
  /** Where the YAML begins and ends. */
  readonly yaml: { readonly start: number; readonly end: number };
  /** Where its last line of dashes ends. */
  readonly end: number;
}

/** Keys of the front matter and the fact that each states. */
const FACTS: Readonly<Record<string, keyof FrontMatter['facts']>> = {
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

const MAX_LINES = 100;

/** The blocks of front matter of a text: that with which it begins, and each between two documents of it, where nothing but keys stands inside. */
export function frontBlocks(text: string): readonly FrontBlock[] {
  const first = /^---[ \t]*\n/.test(text) ? blockAt(text, 0) : undefined;
  const blocks = first === undefined ? [] : [first];
  for (const match of text.matchAll(/\n[ \t]*\n(?=---[ \t]*\n[a-z][\w-]*:\s)/g)) {
    const start = match.index + match[0].length;
    if (start < (blocks.at(-1)?.end ?? 0)) continue;
    const block = blockAt(text, start);
    if (block !== undefined && hasKeysAlone(text.slice(block.yaml.start, block.yaml.end))) blocks.push(block);
  }
  return blocks;
}

function blockAt(text: string, start: number): FrontBlock | undefined {
  const yaml = text.indexOf('\n', start) + 1;
  let at = yaml;
  for (let line = 0; line < MAX_LINES && at > 0 && at < text.length; line++) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    if (/^[ \t]*(?:---|\.\.\.)[ \t]*$/.test(text.slice(at, end))) return { start, yaml: { start: yaml, end: at }, end };
    at = next + 1;
  }
  return undefined;
}

function hasKeysAlone(yaml: string): boolean {
  return yaml
    .trimEnd()
    .split('\n')
    .every((line) => /^(?:[ \t]+\S|- |[a-z][\w-]*:(?:\s|$))/.test(line));
}

/** Reads a block of front matter: what it states, and what is unknown in it. */
export function readFrontMatter(text: string, { yaml: { start, end } }: FrontBlock): FrontMatter {
  const block = text.slice(start, end);
  const yaml = readYaml(block);
  const faults: FrontFault[] = [];
  const [problem] = yaml.problems;
  if (problem !== undefined) faults.push({ at: start, kind: 'no-yaml', reason: problem.message });
  const facts: Record<string, string> = {};
  const markings: string[] = [];
  for (const [key, value] of Object.entries(isRecord(yaml.value) ? yaml.value : {})) {
    const fact = FACTS[key];
    const values = (Array.isArray(value) ? value : [value]).filter((v) => typeof v === 'string');
    if (fact !== undefined && values[0] !== undefined) facts[fact] = values.join('; ');
    else if (MARKINGS.includes(key)) append(markings, values);
    else {
      const known = [...Object.keys(FACTS), ...MARKINGS].join(', ');
      const at = block.startsWith(`${key}:`) ? 0 : block.indexOf(`\n${key}:`) + 1;
      faults.push({ at: start + at, kind: 'unknown-key', key, known });
    }
  }
  return { facts, markings, faults };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
