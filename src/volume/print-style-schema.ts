import { houseFaces, houseStyles } from '../model/house-style.js';
import { record, text, z } from './manifest-shapes.js';

/**
 * The shape of `print.yaml`, the house style of a printed book. What is not named is as in the style that it begins with. Its descriptions become the hover texts of an
 * editor that knows the JSON Schema made of it.
 */

const POINTS: Readonly<Record<string, number>> = { pt: 1, mm: 72 / 25.4, cm: 720 / 25.4, in: 72, p: 12, '': 1 };

/** A length between two others, in points. */
const length = (description: string, least: number, most: number) =>
  z
    .union([z.string(), z.number()])
    .transform((value, context): number => {
      const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s*(pt|mm|cm|in|p)?$/.exec(String(value).trim()) ?? [];
      const points = Number(digits) * (POINTS[unit] ?? Number.NaN);
      if (points >= least && points <= most) return points;
      const problem = Number.isNaN(points)
        ? 'is a length: 10.5pt, 14mm, 0.75in, or 3p (picas); points where no unit is named'
        : `is between ${least} and ${most} points`;
      context.addIssue({ code: 'custom', message: problem });
      return z.NEVER;
    })
    .optional()
    .describe(description);

const choice = <const T extends readonly [string, ...string[]]>(names: T, description: string) =>
  z.enum(names).optional().describe(description);

const yes = (description: string) =>
  z
    .union([z.boolean(), z.enum(['true', 'false'])])
    .transform((value) => value === true || value === 'true')
    .optional()
    .describe(description);

/** Numbers, which come as text. */
const columns = <T extends number>(names: readonly T[], description: string) =>
  z
    .union([z.string(), z.number()])
    .transform((value, context): T => {
      const found = names.find((name) => String(name) === String(value));
      if (found !== undefined) return found;
      context.addIssue({ code: 'custom', message: `is ${names.join(' or ')}` });
      return z.NEVER;
    })
    .optional()
    .describe(description);

const file = (what: string) => text(`${what}, by its path in the folder of the style (TrueType or OpenType).`);

const styleNames = Object.keys(houseStyles) as [keyof typeof houseStyles, ...(keyof typeof houseStyles)[]];

export const printStyleSchema = record({
  style: z
    .enum(styleNames)
    .default('chancery')
    .describe(
      'The style to begin with: chancery, frus (the bound volumes, notes and index in two columns), or small-press (Garamond, old-style figures).',
    ),
  page: record({
    size: text('The size of the page: A4, A5, B5, Letter, Royal, Crown Quarto, or 6x9, 170x240mm.').optional(),
    margins: record({
      top: length('Above the text; the running head stands in it.', 36, 300),
      inner: length('At the spine.', 24, 300),
      outer: length('At the outer edge.', 18, 300),
      bottom: length('Below the text; the folio of an opening page stands in it.', 30, 300),
    })
      .optional()
      .describe('Margins, where they are not those of the size.'),
  })
    .optional()
    .describe('The page.'),
  face: z
    .union([
      z.enum(houseFaces),
      record({
        regular: file('The upright cut'),
        italic: file('The italic'),
        bold: file('The bold or semi-bold'),
        'bold-italic': file('The bold italic'),
      }),
    ])
    .optional()
    .describe(
      'The face of the text: source-serif, eb-garamond, or four files of the house. You must have the right to embed them.',
    ),
  text: record({
    size: length('The size of the type.', 6, 24),
    leading: length('From line to line.', 6, 36),
    indent: length('Of the first line of a paragraph.', 0, 72),
    lines: choice(['justified', 'ragged'], 'How lines end.'),
    hyphenation: yes('Whether words may be divided at the end of a line.'),
    'hanging-punctuation': yes('Whether hyphens, stops and quotation marks stand a little in the margin.'),
    figures: choice(
      ['lining', 'old-style'],
      'Figures as high as capitals, or with ascenders and descenders; those of tables are always lining.',
    ),
    capitals: choice(['as-encoded', 'small'], 'Abbreviations and words in capitals as they are, or in small capitals.'),
    apostrophes: choice(['as-encoded', 'curly'], 'Straight apostrophes as they are, or printed curly.'),
  })
    .optional()
    .describe('The text.'),
  heads: record({
    align: choice(['center', 'left'], 'Heads of chapters, and of all that is larger.'),
    documents: choice(['center', 'left'], 'Heads of documents.'),
    weight: choice(['bold', 'regular'], 'How heavy they are.'),
  })
    .optional()
    .describe('Headings.'),
  'running-heads': record({
    titles: choice(['italic', 'roman', 'small-capitals'], 'How the titles are set.'),
    numbers: yes('Whether they have the numbers of the documents on the page.'),
    dates: yes('Whether they have the dates of the documents on the page.'),
  })
    .optional()
    .describe('The lines at the head of each page. Short titles stand in volume.yaml.'),
  notes: record({
    size: length('The size of the type.', 5, 18),
    leading: length('From line to line.', 5, 24),
    columns: columns([1, 2], 'In how many columns they stand.'),
    rule: choice(['short', 'full', 'none'], 'The rule above them.'),
  })
    .optional()
    .describe('The notes at the foot of the page.'),
  index: record({
    size: length('The size of the type.', 5, 18),
    leading: length('From line to line.', 5, 24),
    columns: columns([1, 2, 3], 'In how many columns it stands.'),
    made: choice(
      ['auto', 'always', 'never'],
      'Whether an index of persons and subjects is made of the text: where the volume has none (auto), always, or never.',
    ),
    chronology: yes('Whether a list of the documents in the order of their dates is made.'),
  })
    .optional()
    .describe('The index.'),
  contents: record({ leaders: choice(['dots', 'none'], 'What leads to the numbers of the pages.') })
    .optional()
    .describe('The table of contents.'),
});

export type PrintStyleData = z.output<typeof printStyleSchema>;

/** The JSON Schema of `print.yaml`, by which editors complete and explain its keys. */
export function printStyleJsonSchema(): string {
  const schema = z.toJSONSchema(printStyleSchema, { io: 'input' });
  return `${JSON.stringify({ title: 'A house style of Chancery for print', ...schema }, undefined, 2)}\n`;
}
