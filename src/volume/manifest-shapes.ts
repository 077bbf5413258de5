import { z } from '../formats/schema.js';

/** The library of schemas, and the shapes that keys of the manifest have in common. */
export { z };

/** An object whose keys are all known; a finding about an unknown key lists the known ones, for “did you mean”. */
export function record<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape).join(' ');
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined) });
}

export const text = (description: string) => z.string().describe(description);

/** XML 1.0 with namespaces, production NCName, as far as FRUS uses it. */
export const id = (description: string) =>
  z
    .string()
    .regex(
      /^[A-Za-z_][\w.-]*$/,
      'begins with a letter and holds letters, digits, “-”, “_” and “.” only, as an xml:id must',
    )
    .describe(description);

export const isoDate = z
  .string()
  .regex(
    /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$/,
    'is written as ISO 8601: 1964-11-19, 1964-11, or 1967-12-28T01:37:00Z',
  );

/** The address of one record of an authority file, register or site. */
export const address = z
  .string()
  .regex(/^https?:\/\/[^\s/]+\/\S*$/, 'must be the address of one record, beginning with https:// and without blanks');
