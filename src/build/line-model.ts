/**
 * Learns the second reading of typescripts and cables and writes its weights (`src/encode/regions/second/*-weights.ts`), which are part of the source. Sheets are invented by chance and
 * filled with the words of real volumes, so that the label of each line is known: `npm run line-model -- ../shared/volumes/*.xml`. The same volumes give the same bytes.
 */
import { headLabel } from '../encode/facts/head-label.js';
import { segment } from '../encode/page/segment.js';
import { readSheets } from '../encode/page/sheet.js';
import {
  CABLE_LABELS,
  SHEET_LABELS,
  type SheetLabel,
  STANDING_LABELS,
  STANDING_NEVER,
  type StandingLabel,
} from '../encode/regions/second/labels.js';
import { LineModel, type Weights } from '../encode/regions/second/line-model.js';
import { writeWhole } from '../formats/file-output.js';
import { packageFile } from '../formats/package.js';
import { SourceFile } from '../model/source-file.js';
import { renderCable } from './sheets/cable.js';
import { Chance } from './sheets/chance.js';
import { type Labelled, Learner } from './sheets/learn.js';
import { type Ways, waysOf } from './sheets/phrases.js';
import { renderPile, renderSheet } from './sheets/render.js';
import type { RenderedSheet } from './sheets/sheet.js';
import { stockOf } from './sheets/stock.js';

/** How many sheets are learned from, how often each, and how many the result is tried on. */
const SHEETS = 6000;
const ROUNDS = 3;
const TRIED = 300;

/** A kind of sheets: its labels, the label of its text, and how one is made. */
interface Kind<Label extends string> {
  readonly name: 'sheet' | 'cable' | 'standing';
  readonly labels: readonly Label[];
  readonly text: Label;
  /** Steps from one label to another that there are not. */
  readonly never?: readonly (readonly [Label, Label])[];
  make(chance: Chance, ways: Ways): Labelled<Label>;
}

/** The lines of a sheet as the encoder sees them, with their labels: a part of a line has that of the last part that begins before it. */
function labelled<Label extends string>({ raw, gold }: RenderedSheet<Label>, text: Label): Labelled<Label> {
  const { lines } = readSheets(
    segment(new SourceFile('sheet.txt', raw)),
    (words) => headLabel(words)?.isKnown === true,
  );
  const starts = [...gold.keys()];
  let next = 0;
  const labels = lines.map(({ start }): Label => {
    while (next + 1 < starts.length && (starts[next + 1] as number) <= start) next++;
    return gold.get(starts[next] as number) ?? text;
  });
  return { lines, labels };
}

/** What is of the text of a document. */
const OF_TEXT: ReadonlySet<SheetLabel> = new Set(['text', 'heading', 'table', 'decision']);

/** The lines of a file with where in its document each stands. */
function standing(sheet: RenderedSheet): Labelled<StandingLabel> {
  const { lines, labels } = labelled(sheet, 'text');
  const firsts = sheet.begins.map((begin) => lines.findIndex(({ start }) => start >= begin));
  const standings = labels.map((): StandingLabel => 'head');
  for (const [number, first] of firsts.entries()) {
    const end = firsts[number + 1] ?? lines.length;
    const isText = (at: number): boolean => OF_TEXT.has(labels[at] as SheetLabel);
    const places = Array.from({ length: end - first }, (_, at) => first + at);
    const from = places.find(isText) ?? end;
    const to = places.findLast(isText) ?? end;
    for (const at of places) standings[at] = at === first ? 'first' : at < from ? 'head' : at <= to ? 'text' : 'foot';
  }
  return { lines, labels: standings };
}

function learn<Label extends string>(kind: Kind<Label>, ways: Ways): void {
  const chance = new Chance(1861);
  const made = (count: number): readonly Labelled<Label>[] =>
    Array.from({ length: count }, () => kind.make(chance, ways));
  const sheets = made(SHEETS);
  const learner = new Learner(kind.labels, kind.text, new Chance(1952), kind.never);
  for (let round = 0; round < ROUNDS; round++) for (const sheet of sheets) learner.learn(sheet);
  const weights = learner.weights();
  report(kind, made(TRIED), weights);
  writeWhole(
    packageFile(`src/encode/regions/second/${kind.name}-weights.ts`),
    `/** What the second reading has learned, a byte each, in base64; written by \`src/build/line-model.ts\`. */\nexport const ${kind.name.toUpperCase()}_WEIGHTS = {\n  scale: ${weights.scale},\n  values:\n    '${weights.values}',\n};\n`,
  );
}

/** How many lines of sheets that were not learned from are called what they are, by their label. */
function report<Label extends string>(kind: Kind<Label>, sheets: readonly Labelled<Label>[], weights: Weights): void {
  const model = new LineModel(kind.labels, kind.text, weights, kind.never);
  const counts = new Map(kind.labels.map((label) => [label, { all: 0, right: 0 }]));
  for (const { lines, labels } of sheets)
    for (const [at, { label }] of model.read(lines).entries()) {
      const count = counts.get(labels[at] as Label);
      if (count === undefined) continue;
      count.all++;
      if (label === labels[at]) count.right++;
    }
  for (const [label, { all, right }] of counts)
    console.log(`${kind.name} ${label.padEnd(13)} ${String(all).padStart(6)}  ${(right / all).toFixed(4)}`);
}

function main(): void {
  const stock = stockOf(process.argv.slice(2));
  if (stock.persons.length === 0 || stock.paragraphs.length === 0) {
    console.error(
      'usage: npm run line-model -- VOLUMES/*.xml\nVolumes of the series in TEI, with lists of persons and text.',
    );
    process.exitCode = 2;
    return;
  }
  const ways = waysOf(stock);
  learn(
    { name: 'sheet', labels: SHEET_LABELS, text: 'text', make: (...by) => labelled(renderSheet(...by), 'text') },
    ways,
  );
  learn(
    {
      name: 'standing',
      labels: STANDING_LABELS,
      text: 'text',
      never: STANDING_NEVER,
      make: (...by) => standing(renderPile(...by)),
    },
    ways,
  );
  learn(
    { name: 'cable', labels: CABLE_LABELS, text: 'text', make: (...by) => labelled(renderCable(...by), 'text') },
    ways,
  );
}

main();
