import type { Code } from '../diagnostics/codes.js';
import type { Span } from '../model/position.js';

/** Where the parser stood when it complained. */
export interface ParserState {
  readonly text: string;
  /** How far the parser had read. */
  readonly at: number;
  /** Where the last event ended. */
  readonly lastEnd: number;
  /** Up to here, no `&` after `lastEnd` begins no reference at all. */
  readonly referencesEnd: number;
  /** The `<` of the start tag read last. */
  readonly tagStart: number;
  /** It has not read that tag's end. */
  readonly isInTag: boolean;
  /** The innermost open element, and the line of its start tag. */
  readonly open?: { readonly name: string; readonly line: number };
}

/** A complaint in the field's terms, at its own place rather than where the parser noticed it. */
export interface XmlProblem {
  readonly code: Code;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly span: Span;
  /** What follows can still be read as it stands. */
  readonly isLocal: boolean;
}

type Explain = (state: ParserState, message: string) => XmlProblem;

/** What the parser says, and what it means; the first that matches counts. */
const EXPLANATIONS: readonly (readonly [RegExp, Explain])[] = [
  [/^unexpected close tag/, wrongEndTag],
  [/^unmatched closing tag/, wrongEndTag],
  [/^unclosed tag/, unclosed],
  [/^unexpected end/, unexpectedEnd],
  [/^(?:undefined entity|disallowed character in entity name|empty entity name)/, reference],
  [/^malformed character entity/, characterReference],
  [/^disallowed character\.$/, character],
  [/^duplicate attribute/, duplicateAttribute],
  [/^unbound namespace prefix/, unboundPrefix],
  [/^text data outside of root/, textOutsideRoot],
  [/^documents may contain only one root/, secondRoot],
  [/^document must contain a root/, general('there is no element in it')],
  [/^(?:attribute without value)/, general('an attribute has no value')],
  [/^unquoted attribute value/, general('the value of an attribute is not in quotation marks')],
  [/^no whitespace between attributes/, general('there is no space between two attributes')],
  [/^malformed comment/, general('`--` may not stand inside a comment')],
  [/^the string "\]\]>"/, general('`]]>` may not stand in text; write `]]&gt;`')],
  [
    /^(?:an|the) XML declaration must/i,
    general('the XML declaration must be the very first thing in the file, without a space or line before it'),
  ],
  [/^incorrect syntax/, general('after `<!` stands neither a comment nor `DOCTYPE`, which is written in capitals')],
  [/^inappropriately located doctype/, general('the DOCTYPE must stand before the root element')],
  [/^disallowed character in (?:tag|closing tag)/, general('a tag has a character that a name may not have')],
  [/^disallowed character in attribute name/, general('a tag has a character where an attribute should be')],
];

/** Turns the parser's complaint into a finding: its code, facts and own place. */
export function explainXmlProblem(message: string, state: ParserState): XmlProblem {
  for (const [pattern, explain] of EXPLANATIONS) if (pattern.test(message)) return explain(state, message);
  return general(message.replace(/\.$/, ''))(state, message);
}

function general(problem: string): Explain {
  return ({ at }) => ({ code: 'IN010', facts: { problem }, span: { start: at - 1, end: at }, isLocal: false });
}

function wrongEndTag({ text, at, lastEnd, open }: ParserState): XmlProblem {
  const start = text.startsWith('</', lastEnd) ? lastEnd : Math.max(0, text.lastIndexOf('</', at - 1));
  const found = /^<\/([^\s>]*)/.exec(text.slice(start, start + 200))?.[1] ?? '';
  const span = { start, end: at };
  if (open === undefined) return { code: 'IN012', facts: { found }, span, isLocal: false };
  return { code: 'IN011', facts: { found, open: open.name, line: open.line }, span, isLocal: false };
}

/** The file ends. Where it ends inside markup, that is the true complaint, not the elements that the markup has swallowed. */
function unclosed(state: ParserState, message: string): XmlProblem {
  const { text, at, lastEnd, open, isInTag } = state;
  if (isInTag || text.slice(lastEnd, at).includes('<') || strayAmpersand(state) !== undefined)
    return unexpectedEnd(state);
  const name = open?.name ?? message.replace(/^unclosed tag: /, '');
  return { code: 'IN013', facts: { name, line: open?.line ?? 1 }, span: { start: at, end: at }, isLocal: false };
}

/** The file ends inside markup: most often after an `&` that was never meant as one, or a quotation mark left open. */
function unexpectedEnd(state: ParserState): XmlProblem {
  const { text, at, lastEnd, tagStart, isInTag } = state;
  const ampersand = isInTag ? undefined : strayAmpersand(state);
  if (ampersand !== undefined) return ampersand;
  const markup = text.indexOf('<', lastEnd);
  const start = isInTag ? tagStart : markup < 0 ? at : markup;
  return {
    code: 'IN010',
    facts: { problem: 'the file ends inside this tag or comment' },
    span: { start, end: Math.min(start + 80, at) },
    isLocal: false,
  };
}

function reference(state: ParserState): XmlProblem {
  const ampersand = strayAmpersand(state);
  if (ampersand !== undefined) return ampersand;
  const start = Math.max(state.text.lastIndexOf('&', state.at - 1), 0);
  const name = state.text.slice(start + 1, state.at).replace(/;$/, '');
  return { code: 'IN014', facts: { name }, span: { start, end: state.at }, isLocal: true };
}

/** The first `&` after the last event that begins no reference at all. The parser reads on to the next `;`, however far. */
function strayAmpersand({ text, at, lastEnd, referencesEnd }: ParserState): XmlProblem | undefined {
  const from = Math.max(lastEnd, referencesEnd);
  const run = text.slice(from, at);
  const match = /&(?!(?:[\p{L}_:][\p{L}\p{N}._:-]*|#\d+|#x[\da-fA-F]+);)/u.exec(run);
  if (match === null) return undefined;
  const start = from + match.index;
  return { code: 'IN015', facts: {}, span: { start, end: start + 1 }, isLocal: false };
}

function characterReference({ text, at }: ParserState): XmlProblem {
  const start = Math.max(text.lastIndexOf('&', at - 1), 0);
  return { code: 'IN016', facts: { what: text.slice(start, at) }, span: { start, end: at }, isLocal: true };
}

function character({ text, at }: ParserState): XmlProblem {
  const code = text.charCodeAt(at - 1);
  const span = { start: at - 1, end: at };
  if (code === 0x3c) {
    return {
      code: 'IN010',
      facts: { problem: '`<` may not stand in the value of an attribute; write `&lt;`' },
      span,
      isLocal: false,
    };
  }
  const what = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return { code: 'IN016', facts: { what }, span, isLocal: true };
}

function duplicateAttribute({ tagStart, at }: ParserState, message: string): XmlProblem {
  const name = message.replace(/^duplicate attribute: (?:\{.*\})?|\.$/g, '');
  return { code: 'IN017', facts: { name }, span: { start: tagStart, end: at }, isLocal: true };
}

function unboundPrefix({ tagStart, at }: ParserState, message: string): XmlProblem {
  const prefix = message.replace(/^.*?"|"\.$/g, '');
  return { code: 'IN018', facts: { prefix }, span: { start: tagStart, end: at }, isLocal: true };
}

function secondRoot({ text, at }: ParserState): XmlProblem {
  const start = Math.max(text.lastIndexOf('<', at - 1), 0);
  return {
    code: 'IN010',
    facts: { problem: 'there is a second root element; a document has only one' },
    span: { start, end: at },
    isLocal: false,
  };
}

function textOutsideRoot({ text, at, lastEnd }: ParserState): XmlProblem {
  const offset = /\S/.exec(text.slice(lastEnd, at))?.index ?? 0;
  const start = lastEnd + offset;
  return {
    code: 'IN010',
    facts: { problem: 'there is text outside the root element' },
    span: { start, end: start + 1 },
    isLocal: false,
  };
}
