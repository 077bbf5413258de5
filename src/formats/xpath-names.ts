/** A name in an XPath expression, with what follows it. */
export interface XPathName {
  /** As written: `js:eval`, `Q{http://…}eval`. */
  readonly written: string;
  /** Of a name written with its namespace, `Q{uri}local`. */
  readonly uri?: string;
  readonly prefix: string;
  readonly local: string;
  /** Offset in the expression. */
  readonly start: number;
  /** It is called, `f(`, or named as a function item, `f#1`. */
  readonly isFunction: boolean;
  /** The argument of a call that has a single string literal for it. */
  readonly literal?: string;
}

const NCNAME = '[\\p{L}_][\\p{L}\\p{N}\\p{M}._\\u00b7-]*';
const NAME = new RegExp(`(?:Q\\{([^{}]*)\\}\\s*)?(${NCNAME})`, 'uy');
const LOCAL = new RegExp(NCNAME, 'uy');
const NUMBER = /(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][+-]?\d+)?/y;

/**
 * The names of an XPath 3.1 expression (its grammar: XPath 3.1 §A.2), those of functions told from others: strings, numbers, comments (also nested)
 * and variables are passed over. Spaces and comments may stand wherever a reader might allow them, also around the colon of a name: to take a name
 * for more than it is does no harm where names are judged. Linear in the length of the expression.
 */
export function xpathNames(expression: string): readonly XPathName[] {
  const names: XPathName[] = [];
  let at = 0;
  while (at < expression.length) {
    const next = ignorableEnd(expression, at);
    if (next > at) {
      at = next;
      continue;
    }
    const character = expression[at];
    if (character === '"' || character === "'") at = stringEnd(expression, at);
    else if (character === '$') at = variableEnd(expression, at);
    else {
      const name = nameAt(expression, at);
      if (name !== undefined) {
        names.push(name.value);
        at = name.end;
      } else {
        NUMBER.lastIndex = at;
        at = NUMBER.test(expression) ? NUMBER.lastIndex : at + 1;
      }
    }
  }
  return names;
}

function nameAt(text: string, at: number): { readonly value: XPathName; readonly end: number } | undefined {
  NAME.lastIndex = at;
  const match = NAME.exec(text);
  if (match === null) return undefined;
  const [, uri, first = ''] = match;
  let end = NAME.lastIndex;
  let prefix = '';
  let local = first;
  const colon = ignorableEnd(text, end);
  if (uri === undefined && text[colon] === ':' && text[colon + 1] !== ':' && text[colon + 1] !== '=') {
    LOCAL.lastIndex = ignorableEnd(text, colon + 1);
    const second = LOCAL.exec(text);
    prefix = first;
    local = second?.[0] ?? '*';
    end = second === null ? colon + 1 : LOCAL.lastIndex;
  }
  const after = ignorableEnd(text, end);
  const isCall = text[after] === '(';
  const isItem = text[after] === '#' && /\d/.test(text[ignorableEnd(text, after + 1)] ?? '');
  const literal = isCall ? literalArgument(text, after + 1) : undefined;
  return {
    value: {
      written: text.slice(at, end),
      ...(uri === undefined ? {} : { uri: uri.replace(/\s+/g, ' ').trim() }),
      prefix,
      local,
      start: at,
      isFunction: isCall || isItem,
      ...(literal === undefined ? {} : { literal }),
    },
    end,
  };
}

function literalArgument(text: string, from: number): string | undefined {
  const start = ignorableEnd(text, from);
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return undefined;
  const end = stringEnd(text, start);
  if (!/[,)]/.test(text[ignorableEnd(text, end)] ?? '')) return undefined;
  return text.slice(start + 1, end - 1).replaceAll(quote + quote, quote);
}

/** After the spaces and comments at an offset. */
function ignorableEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    if (!text.startsWith('(:', at)) return at;
    at = commentEnd(text, at);
  }
}

function commentEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text.startsWith('(:', at)) depth++;
    else if (text.startsWith(':)', at)) depth--;
    else continue;
    at++;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

/** A quotation mark in the string is doubled. */
function stringEnd(text: string, from: number): number {
  const quote = text[from] ?? '';
  for (let at = text.indexOf(quote, from + 1); at >= 0; at = text.indexOf(quote, at + 2))
    if (text[at + 1] !== quote) return at + 1;
  return text.length;
}

function variableEnd(text: string, from: number): number {
  const at = ignorableEnd(text, from + 1);
  return nameAt(text, at)?.end ?? at;
}

/** The expressions in a text value template, `{…}`, with their offsets (XSLT 3.0 §5.6.1). */
export function templateExpressions(template: string): readonly { readonly expression: string; readonly at: number }[] {
  const found: { expression: string; at: number }[] = [];
  let at = 0;
  while (at < template.length) {
    const open = template.indexOf('{', at);
    if (open < 0) break;
    if (template[open + 1] === '{') {
      at = open + 2;
      continue;
    }
    at = expressionEnd(template, open + 1);
    found.push({ expression: template.slice(open + 1, at), at: open + 1 });
    at++;
  }
  return found;
}

/** The closing brace of a template's expression: those in strings, comments and inner braces do not close it. */
function expressionEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '"' || character === "'") at = stringEnd(text, at) - 1;
    else if (text.startsWith('(:', at)) at = commentEnd(text, at) - 1;
    else if (character === '{') depth++;
    else if (character === '}' && depth-- === 0) return at;
  }
  return text.length;
}
