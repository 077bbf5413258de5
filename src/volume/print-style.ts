import { type Diagnostic, diagnostic, type Place, type Result } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/suggest.js';
import { readYaml, type YamlPath, type YamlTree } from '../formats/yaml.js';
import { type HouseStyle, houseStyles } from '../model/house-style.js';
import type { SourceFile } from '../model/source-file.js';
import { issueFindings, withoutEmpty } from './manifest.js';
import { type PrintStyleData, printStyleSchema } from './print-style-schema.js';

/** A house style as `print.yaml` has it: complete, with the files of its face by their cuts, where it names some. */
export interface ReadPrintStyle {
  readonly style: HouseStyle;
  readonly faceFiles: Readonly<Record<string, { readonly file: string; readonly place: Place }>> | undefined;
  /** Where the size of the page is said. */
  readonly sizeAt: Place;
}

/** Reads `print.yaml`; no value where anything is found. */
export function readPrintStyle(source: SourceFile): Result<ReadPrintStyle> {
  const tree = readYaml(source.text);
  const at = (span: { readonly start: number; readonly end: number }): Place => ({
    file: source.path,
    start: source.positionAt(span.start),
    end: source.positionAt(span.end),
  });
  const problems = tree.problems.map((p) => diagnostic('PR045', { problem: p.message }, at(p.span)));
  if (problems.length > 0) return { diagnostics: problems };
  const parsed = printStyleSchema.safeParse(withoutEmpty(tree.value ?? {}), { reportInput: true });
  if (!parsed.success)
    return {
      diagnostics: parsed.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => unknownKey(key, issue.message.split(' '), [...issue.path] as YamlPath, tree, at))
          : issueFindings(issue, [], tree, at),
      ),
    };
  const { data } = parsed;
  const faceFiles =
    typeof data.face === 'object'
      ? Object.fromEntries(
          Object.entries(data.face).map(([cut, file]) => [cut, { file, place: at(tree.valueSpan(['face', cut])) }]),
        )
      : undefined;
  const sizeAt = at(tree.valueSpan(['page', 'size']));
  return { value: { style: completed(data), faceFiles, sizeAt }, diagnostics: [] };
}

function unknownKey(
  key: string,
  known: readonly string[],
  path: YamlPath,
  tree: YamlTree,
  at: (span: { readonly start: number; readonly end: number }) => Place,
): Diagnostic {
  const meant = suggest(key, known);
  const suggestion = meant === undefined ? `The keys here are ${known.join(', ')}.` : `Did you mean “${meant}”?`;
  return diagnostic('PR046', { key, suggestion }, at(tree.keySpan([...path, key])));
}

/** The style that it begins with, and over it what is said. */
function completed({
  style,
  page,
  face,
  text,
  heads,
  'running-heads': running,
  notes,
  index,
  contents,
}: PrintStyleData): HouseStyle {
  const base: HouseStyle = houseStyles[style];
  const hanging = text?.['hanging-punctuation'];
  return {
    page: {
      size: page?.size ?? base.page.size,
      // Margins belong to a size: another size has its own.
      margins: said(page?.size === undefined ? base.page.margins : {}, page?.margins),
    },
    face: typeof face === 'string' ? face : base.face,
    text: { ...said(base.text, text), ...(hanging === undefined ? {} : { hangingPunctuation: hanging }) },
    heads: said(base.heads, heads),
    runningHeads: said(base.runningHeads, running),
    notes: said(base.notes, notes),
    index: said(base.index, index),
    contents: said(base.contents, contents),
  };
}

/** An object with the keys that another has too, and a value for. */
function said<T extends object>(base: T, over: object = {}): T {
  const values = Object.entries(over).filter(([key, value]) => value !== undefined && !key.includes('-'));
  return { ...base, ...Object.fromEntries(values) };
}
