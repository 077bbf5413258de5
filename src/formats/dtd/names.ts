/** Names of XML 1.0, fifth edition (§2.3), as parts of regular expressions with the flag `u`. */
const NAME_START =
  ':A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
const NAME_CHARACTER = `${NAME_START}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040`;

/** A name without a colon, as Namespaces in XML (§7) has it for entities, notations and instructions. */
export const NCNAME = `(?!:)[${NAME_START}](?:(?!:)[${NAME_CHARACTER}])*`;
export const NAME = `[${NAME_START}][${NAME_CHARACTER}]*`;
export const NMTOKEN = `[${NAME_CHARACTER}]+`;
export const S = '[ \\t\\r\\n]';

/** A character reference, `&#10;` or `&#xA;`. */
export const CHARACTER_REFERENCE = '&#(?:[0-9]+|x[0-9a-fA-F]+);';

/** The character that a reference names; nothing where it is none of XML's (§2.2). */
export function referencedCharacter(reference: string): string | undefined {
  const code = reference[2] === 'x' ? Number.parseInt(reference.slice(3, -1), 16) : Number(reference.slice(2, -1));
  const isCharacter =
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
