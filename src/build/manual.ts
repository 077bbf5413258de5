/**
 * Makes the encoding manual, `tei/manual.md`, from the customisation `tei/chancery.odd` and the table of rules. `npm run manual` writes it; a test sees to it that it is not forgotten.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type CodeEntry, sentenceOf, table } from '../diagnostics/codes.js';
import { packageFile } from '../formats/package.js';
import { SourceFile } from '../model/source-file.js';
import { writeContent } from '../validate/content-model.js';
import { type Customisation, type ElementSpec, readCustomisation } from '../validate/customisation.js';
import { childElements, readTree, type TeiElement, textOf } from '../validate/tree.js';

/** The manual as Markdown. */
export function manual(): string {
  const path = packageFile('tei/chancery.odd');
  const tree = readTree(new SourceFile(path, readFileSync(path, 'utf8')));
  const customisation = readCustomisation(tree);
  const { elements, globalAttributes } = customisation;
  const chapters = childElements(tree.named('body')[0] ?? missing('body'), 'div').filter(
    (div) => div.attributes['xml:id'] !== 'specification',
  );
  const parts = [
    '# Encoding documents for a documentary edition',
    '<!-- Made from tei/chancery.odd by npm run manual; changes belong there. -->',
    'How documents and volumes are encoded in TEI P5. The first part says what an editor needs to know; then come all elements with their attributes, and all rules.',
    ...chapters.map((chapter) => chapterText(chapter, tree.source)),
    '## The manifest',
    'All keys of `volume.yaml`. `chancery init` writes one with comments, and editors of YAML complete and check it with its JSON Schema.',
    manifestTable(),
    '## Elements',
    `Every element but \`TEI\` and \`pb\` may have ${globalAttributes.map(({ ident }) => `\`@${ident}\``).join(', ')}.`,
    contentText(customisation),
    ...elements.map((element) => elementText(element, nameIn(elements), tree.source)),
    '## Rules',
    'What `chancery validate` reports beside the schema. `chancery rules CODE` explains a rule with examples.',
    rulesTable(),
  ];
  return `${parts.join('\n\n')}\n`;
}

function missing(what: string): never {
  throw new Error(`tei/chancery.odd has no ${what}`);
}

function chapterText(chapter: TeiElement, source: SourceFile): string {
  return childElements(chapter)
    .map((child) => {
      if (child.name === 'head') return `## ${textOf(child)}`;
      if (child.name === 'eg')
        return `\`\`\`yaml\n${source.text.slice(child.startEnd, source.text.lastIndexOf('</', child.end)).trim()}\n\`\`\``;
      return child.local === 'egXML' ? exampleText(child, source) : phrases(child);
    })
    .join('\n\n');
}

/** The marks of the documentation's own phrases. */
const marks: Readonly<Record<string, (text: string) => string>> = {
  gi: (text) => `\`${text}\``,
  att: (text) => `\`@${text}\``,
  val: (text) => `“${text}”`,
  tag: (text) => `\`<${text}>\``,
  code: (text) => `\`${text}\``,
};

function phrases(element: TeiElement): string {
  const parts = element.children.map((child) => {
    if (child.kind === 'text') return child.text;
    return (marks[child.name] ?? ((text: string) => text))(textOf(child));
  });
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function exampleText(example: TeiElement, source: SourceFile): string {
  const end = source.text.lastIndexOf('</', example.end);
  return `\`\`\`xml\n${source.text.slice(example.startEnd, end).trim()}\n\`\`\``;
}

/** How an element is written that a content model names by its ident. */
function nameIn(elements: readonly ElementSpec[]): (key: string) => string {
  const prefixed = new Set(elements.map(({ name }) => name).filter((name) => name.includes(':')));
  return (key) => `\`${prefixed.has(`frus:${key}`) ? `frus:${key}` : key}\``;
}

function elementText(element: ElementSpec, nameOf: (key: string) => string, source: SourceFile): string {
  const parts = [`### \`${element.name}\` – ${element.gloss}`, element.description];
  if (element.content !== undefined) parts.push(`Holds ${writeContent(element.content, nameOf)}.`);
  if (element.attributes.length > 0) {
    const rows = element.attributes.map(({ ident, description, values }) => {
      const listed = values
        ?.map(({ value, meaning }) => `\`${value}\`${meaning === '' ? '' : ` ${meaning}`}`)
        .join('; ');
      return `| \`@${ident}\` | ${description}${listed === undefined ? '' : `<br>${listed}`} |`;
    });
    parts.push(`| attribute | |\n|---|---|\n${rows.join('\n')}`);
  }
  if (element.example !== undefined) parts.push(exampleText(element.example, source));
  return parts.join('\n\n');
}

/** How content is written, and the parts of it that have a name. */
function contentText({ elements, macros }: Customisation): string {
  const rows = macros.map(
    ({ ident, description, content }) =>
      `| *${ident.replace(/^macro\./, '')}* | ${description}<br>${writeContent(content, nameIn(elements)).replaceAll('|', '\\|')} |`,
  );
  return [
    'What an element holds is written in signs: a comma for “then”, a bar for “or”, `?` for what may be missing, `*` for any number, `+` for one or more. Names in italics stand for these:',
    `| name | |\n|---|---|\n${rows.join('\n')}`,
  ].join('\n\n');
}

/** What the manual asks of a JSON Schema. */
interface KeySchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, KeySchema>>;
  readonly items?: KeySchema;
  /** What stands under names that the editor gives. */
  readonly additionalProperties?: KeySchema | boolean;
  readonly anyOf?: readonly KeySchema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, KeySchema>>;
}

/** The keys of the manifest with those inside them, as `corpus/volume.schema.json` describes them. */
function manifestTable(): string {
  const root = JSON.parse(readFileSync(packageFile('corpus/volume.schema.json'), 'utf8')) as KeySchema;
  const rows = keysOf(root, root, '').map(
    ({ key, description }) => `| \`${key}\` | ${description.replaceAll('|', '\\|')} |`,
  );
  return `| key | |\n|---|---|\n${[...new Set(rows)].join('\n')}`;
}

function keysOf(schema: KeySchema, root: KeySchema, path: string): readonly { key: string; description: string }[] {
  const { properties = {}, items, anyOf = [], additionalProperties: named, $ref } = schema;
  const own = Object.entries(properties).flatMap(([name, inner]) => {
    const key = path === '' ? name : `${path}.${name}`;
    const described = inner.description === undefined ? [] : [{ key, description: inner.description }];
    return [...described, ...keysOf(inner, root, key)];
  });
  // The entries of an outline hold entries again: their keys are listed once.
  const isAgain = $ref !== undefined && path !== 'outline';
  const referred = $ref === undefined || isAgain ? undefined : root.$defs?.[$ref.replace('#/$defs/', '')];
  const underNames = typeof named === 'object' ? keysOf(named, root, `${path}.NAME`) : [];
  const inside = [items, ...anyOf, referred].flatMap((inner) => (inner === undefined ? [] : keysOf(inner, root, path)));
  return [...own, ...underNames, ...inside];
}

function rulesTable(): string {
  const rows = (Object.entries(table) as [string, CodeEntry][])
    .filter(([code]) => code.startsWith('VA'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, entry]) =>
        `| ${code} | ${entry.severity}${entry.legacy === undefined ? '' : `; ${entry.legacy} in older volumes`} | ${sentenceOf(entry).replaceAll('|', '\\|')} |`,
    );
  return `| code | severity | finding |\n|---|---|---|\n${rows.join('\n')}`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(packageFile('tei/manual.md'), manual());
}
