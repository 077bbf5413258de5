import { record, text, z } from './manifest-shapes.js';

/** The shape of `theme.yaml`, the house style of an office. Its descriptions become the hover texts of an editor that knows the JSON Schema made of it. */

const colour = (description: string) =>
  z
    .string()
    .regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, 'must be a colour in hexadecimal digits, in quotation marks: "#0b4a7f"')
    .transform((value) => sixDigits(value.toLowerCase()))
    .optional()
    .describe(description);

function sixDigits(value: string): string {
  return value.length === 7 ? value : `#${[...value.slice(1)].map((digit) => digit + digit).join('')}`;
}

const colours = (when: string) =>
  record({
    ground: colour('Behind the text.'),
    ink: colour('The text.'),
    quiet: colour('Text of less weight: labels, dates, what the edition adds.'),
    rule: colour('Lines between parts.'),
    link: colour('Links.'),
    mark: colour('Calls of notes, numbers of pages.'),
    lit: colour('Behind what a link has led to.'),
    band: colour('Behind the head of each page; that of the text where nothing is said.'),
    'band-ink': colour('The text on that.'),
  })
    .optional()
    .describe(when);

/** A web address, or a path of the site (`/about`). */
const address = z
  .string()
  .regex(
    /^https:\/\/[^\s/"'<>\\]+(?:\/[^\s"'<>\\]*)?$/,
    'must be an address that begins with https:// and has no blanks',
  );

const file = (what: string) => text(`${what}, by its path in the folder of the theme.`);

const logo = (description: string) =>
  record({
    file: file('The picture (SVG, PNG, JPEG, GIF or WebP)'),
    description: text('What a screen reader says in its place: the name of the office.'),
    address: address.describe('Where it leads.').optional(),
  })
    .optional()
    .describe(description);

const line = record({
  text: text('The words.'),
  address: address.describe('Where they lead.').optional(),
});

export const themeSchema = record({
  colours: record({
    light: colours('By day.'),
    dark: colours('Where a reader’s system asks for dark colours.'),
  })
    .default({})
    .describe(
      'Colours. Pairs of text and ground must have a contrast of 4.5 : 1; what is not named is as in the plain site.',
    ),
  faces: record({
    text: record({
      regular: file('The upright cut (WOFF2)'),
      italic: file('The italic (WOFF2)').optional(),
      bold: file('The bold or semi-bold (WOFF2)').optional(),
      'bold-italic': file('The bold italic (WOFF2)').optional(),
    })
      .optional()
      .describe('The face of the text, in place of Source Serif 4.'),
    titles: record({
      regular: file('The upright cut (WOFF2)'),
      italic: file('The italic (WOFF2)').optional(),
    })
      .optional()
      .describe('The face of titles, in place of EB Garamond.'),
  })
    .default({})
    .describe('Faces of the house, as files. You must have the right to put them on the web.'),
  logo: logo('The office’s picture in the head of each page.'),
  'dark-logo': logo('That for dark colours.'),
  imprint: z.array(line).default([]).describe('Lines at the foot of each page.'),
  links: z
    .array(record({ text: text('The words.'), address: address.describe('Where they lead.') }))
    .default([])
    .describe('Links in the head of each page.'),
});

export type ThemeData = z.output<typeof themeSchema>;
export type ThemeIssue = z.core.$ZodIssue;

/** The JSON Schema of `theme.yaml`, by which editors complete and explain its keys. */
export function themeJsonSchema(): string {
  const schema = z.toJSONSchema(themeSchema, { io: 'input' });
  return `${JSON.stringify({ title: 'A theme of Chancery', ...schema }, undefined, 2)}\n`;
}
