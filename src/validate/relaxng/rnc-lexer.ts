import type { SourceFile } from '../../model/source-file.js';
import { rncError } from './syntax.js';

/** A token of the compact syntax (RELAX NG Compact Syntax §2). */
export interface Token {
  /** `name`: an identifier or keyword; `cname`: `prefix:local`; `nsname`: `prefix:*`; `literal`; `end`: the end of the file. */
  readonly kind: 'name' | 'cname' | 'nsname' | 'literal' | 'operator' | 'end';
  /** The name, the operator, or the literal's value without its quotation marks. */
  readonly text: string;
  /** An identifier escaped with a backslash is never a keyword. */
  readonly isEscaped: boolean;
  readonly start: number;
  readonly end: number;
}

/** Names without a colon (Namespaces in XML 1.0, §3; XML 1.0, §2.3). */
const NAME_START =
  'A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c-\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
const NC_NAME = `[${NAME_START}][${NAME_START}.0-9\\-\\u00b7\\u0300-\\u036f\\u203f-\\u2040]*`;
const TOKEN = new RegExp(
  [
    '(?<space>[ \\t\\r\\n]+|#[^\\n]*)',
    '(?<literal>"""(?:(?!""")[\\s\\S])*"""|\'\'\'(?:(?!\'\'\')[\\s\\S])*\'\'\'|"[^"\\n]*"|\'[^\'\\n]*\')',
    `(?<name>${NC_NAME})(?::(?<local>${NC_NAME}|\\*))?`,
    `\\\\(?<escaped>${NC_NAME})`,
    '(?<operator>\\|=|&=|>>|[=|,&?*+\\-(){}[\\]~])',
  ].join('|'),
  'uy',
);

/** Cuts a schema in compact syntax into tokens; comments and space fall away. @throws SchemaError at what is no token */
export function tokenize(source: SourceFile): readonly Token[] {
  const { text } = source;
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(text)?.groups;
    if (groups === undefined)
      throw rncError(`“${text.slice(at, at + 10)}” is no token of the compact syntax`, {
        source,
        span: { start: at, end: at + 1 },
      });
    const token = tokenOf(source, groups, at, TOKEN.lastIndex);
    if (token !== undefined) tokens.push(token);
  }
  tokens.push({ kind: 'end', text: '', isEscaped: false, start: text.length, end: text.length });
  return tokens;
}

function tokenOf(
  source: SourceFile,
  groups: Readonly<Record<string, string | undefined>>,
  start: number,
  end: number,
): Token | undefined {
  const { literal, name, local, escaped, operator } = groups;
  const make = (kind: Token['kind'], text: string, isEscaped = false): Token => ({ kind, text, isEscaped, start, end });
  if (name !== undefined) {
    if (local === undefined) return make('name', name);
    return local === '*' ? make('nsname', name) : make('cname', `${name}:${local}`);
  }
  if (operator !== undefined) return make('operator', operator);
  if (literal !== undefined) {
    const text = literalValue(literal);
    if (text === undefined) throw rncError('an escape in it is no character', { source, span: { start, end } });
    return make('literal', text);
  }
  if (escaped !== undefined) return make('name', escaped, true);
  return undefined;
}

/** Without quotation marks, and with `\x{A}` as the character it stands for (§2.1); nothing where it stands for none. */
function literalValue(literal: string): string | undefined {
  const width = /^("""|''')/.test(literal) ? 3 : 1;
  let isWhole = true;
  const text = literal.slice(width, -width).replace(/\\x+\{([0-9a-fA-F]+)\}/g, (_, hex: string) => {
    const code = Number.parseInt(hex, 16);
    isWhole &&= code <= 0x10ffff;
    return isWhole ? String.fromCodePoint(code) : '';
  });
  return isWhole ? text : undefined;
}
