/** A piece of XML text that needs no escaping any more. */
export class Xml {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

type Part = Xml | string | number | undefined | readonly Part[];

/**
 * Writes XML as it will stand: what is put into the template is escaped, unless it is {@link Xml} already; lists are joined, `undefined` is
 * left out.
 */
export function xml(literals: TemplateStringsArray, ...parts: readonly Part[]): Xml {
  let text = literals[0] ?? '';
  for (let i = 0; i < parts.length; i++) text += write(parts[i]) + (literals[i + 1] ?? '');
  return new Xml(text);
}

function write(part: Part): string {
  if (typeof part === 'string') return escapeXml(part);
  if (part === undefined) return '';
  if (part instanceof Xml) return part.text;
  if (typeof part !== 'object') return escapeXml(String(part));
  let text = '';
  for (const one of part) text += write(one);
  return text;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in an XML text or a double-quoted attribute; characters that XML 1.0 forbids become U+FFFD. */
export function escapeXml(text: string): string {
  if (!escaped.test(text)) return text;
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character).replace(forbidden, '\uFFFD');
}

/** What does not stand as it is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const escaped = /[&<>"\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
