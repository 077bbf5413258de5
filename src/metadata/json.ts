/** What a JSON file can hold. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** An object of those of the members that say something: what is undefined, an empty text or an empty list is left out. */
export function present(members: Readonly<Record<string, Json | undefined>>): { readonly [key: string]: Json } {
  return Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, Json] => {
      const [, value] = entry;
      return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
    }),
  );
}

/** A JSON file: indented, with a newline at its end. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD. */
export function writeJson(value: Json): string {
  const wellFormed = (_: string, member: unknown): unknown =>
    typeof member === 'string' ? member.toWellFormed() : member;
  return `${JSON.stringify(value, wellFormed, 2)}\n`;
}
