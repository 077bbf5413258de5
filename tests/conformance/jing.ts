import { spawnSync } from 'node:child_process';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { SourceFile } from '../../src/model/source-file.js';

/** Whether Debian's jing can be run here. */
export function hasJing(): boolean {
  return spawnSync('jing', ['--version']).error === undefined;
}

/**
 * The lines on which jing finds an error, by file. One slip of jing's is left out: after an element that it does not know, it says the same
 * again at the end tags of the elements in it (`matchEndTag` fails there without a message of its own).
 */
export function jingLines(schema: string, sources: readonly SourceFile[]): ReadonlyMap<string, ReadonlySet<number>> {
  const compact = schema.endsWith('.rnc') ? ['-c'] : [];
  const files = sources.map((source) => source.path);
  const { stdout } = spawnSync('jing', [...compact, schema, ...files], { maxBuffer: 1 << 30, encoding: 'utf8' });
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const lines = new Map<string, Set<number>>(files.map((file) => [file, new Set()]));
  for (const [, file = '', line = '', column = '', message = ''] of stdout.matchAll(MESSAGE)) {
    const before =
      byPath
        .get(file)
        ?.lineText(Number(line))
        .slice(0, Number(column) - 1) ?? '';
    if (/^element "[^"]*" not allowed/.test(message) && /<\/[^<>]*>$/.test(before)) continue;
    lines.get(file)?.add(Number(line));
  }
  return lines;
}

const MESSAGE = /^(.*?):(\d+):(\d+): (?:error|fatal): (.*)/gm;

/**
 * The lines on which jing would report a finding of ours: it names the end of the tag, for text that is not allowed every line
 * that has some, and for the content of an element its end tag.
 */
export function linesAsJing(found: Diagnostic, source: SourceFile): readonly number[] {
  const { text } = source;
  const { start, end } = found.place ?? {};
  if (start === undefined || end === undefined) throw new Error(`${found.code} has no place`);
  if (found.code === 'VA016') {
    const lines = text.slice(start.offset, end.offset).split('\n');
    return lines.flatMap((line, i) => (line.trim() === '' ? [] : [start.line + i]));
  }
  if (found.code === 'VA017') return [source.positionAt(text.indexOf('>', text.indexOf('</', start.offset))).line];
  // Of two equal ids jing names both, each as an error of its own.
  const first = found.code === 'VA019' ? /line (\d+)\.$/.exec(found.message)?.[1] : undefined;
  return [source.positionAt(tagEnd(text, start.offset)).line, ...(first === undefined ? [] : [Number(first)])];
}

/** The `>` of the tag that an offset is in, which no quotation marks hide. */
function tagEnd(text: string, from: number): number {
  const tag = /[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>/y;
  tag.lastIndex = from;
  tag.exec(text);
  return tag.lastIndex - 1;
}
