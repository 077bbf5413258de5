import type { SourceFile } from '../../model/source-file.js';
import { type Token, tokenize } from './rnc-lexer.js';
import { rncError, type SchemaPlace } from './syntax.js';

const KEYWORDS = new Set(
  'attribute default datatypes div element empty external grammar include inherit list mixed namespace notAllowed parent start string text token'.split(
    ' ',
  ),
);

/** The tokens of a schema with a place among them; every `take…` that does not find what it names throws a SchemaError there. */
export class TokenReader {
  readonly #source: SourceFile;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(source: SourceFile) {
    this.#source = source;
    this.#tokens = tokenize(source);
  }

  #token(ahead = 0): Token {
    return this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)] as Token;
  }

  place(): SchemaPlace {
    const { start, end } = this.#token();
    return { source: this.#source, span: { start, end } };
  }

  #take(kind: Token['kind'], what: string): string {
    const token = this.#token();
    if (token.kind !== kind) throw rncError(`${what} is expected, not “${token.text}”`, this.place());
    this.#at++;
    return token.text;
  }

  isEnd(): boolean {
    return this.#token().kind === 'end';
  }

  expectEnd(): void {
    if (!this.isEnd()) throw rncError(`the schema should end before “${this.#token().text}”`, this.place());
  }

  isName(): boolean {
    return this.#token().kind === 'name';
  }

  isCName(): boolean {
    return this.#token().kind === 'cname';
  }

  isNsName(): boolean {
    return this.#token().kind === 'nsname';
  }

  isLiteral(): boolean {
    return this.#token().kind === 'literal';
  }

  /** The keyword that stands here, if it is one. */
  keyword(): string | undefined {
    const { kind, text, isEscaped } = this.#token();
    return kind === 'name' && !isEscaped && KEYWORDS.has(text) ? text : undefined;
  }

  isWord(word: string): boolean {
    return this.keyword() === word;
  }

  takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.#at++;
    return true;
  }

  expectWord(word: string): void {
    if (!this.takeWord(word)) throw rncError(`\`${word}\` is expected`, this.place());
  }

  takeName(): string {
    return this.#take('name', 'a name');
  }

  takeCName(): readonly string[] {
    return this.#take('cname', 'a name with a prefix').split(':');
  }

  takeNsName(): string {
    return this.#take('nsname', 'a prefix with `:*`');
  }

  takeOperator(): string {
    return this.#take('operator', 'an operator');
  }

  /** A literal, and those joined to it by `~`. */
  takeLiteral(): string {
    let text = this.#take('literal', 'a text in quotation marks');
    while (this.takeIf('~')) text += this.#take('literal', 'a text in quotation marks');
    return text;
  }

  /** The operator that stands here; empty where there is none. */
  operatorText(): string {
    const { kind, text } = this.#token();
    return kind === 'operator' ? text : '';
  }

  isOperator(text: string): boolean {
    return this.operatorText() === text;
  }

  isAssignment(ahead: number): boolean {
    const { kind, text } = this.#token(ahead);
    return kind === 'operator' && (text === '=' || text === '|=' || text === '&=');
  }

  takeIf(operator: string): boolean {
    if (!this.isOperator(operator)) return false;
    this.#at++;
    return true;
  }

  expect(operator: string): void {
    if (!this.takeIf(operator))
      throw rncError(`\`${operator}\` is expected, not “${this.#token().text}”`, this.place());
  }

  /** Annotations change nothing (§4): `[ … ]` before what they annotate. */
  skipAnnotations(): void {
    while (this.isOperator('[')) this.#skipBrackets();
  }

  /** `>> name [ … ]` after a pattern. */
  skipFollowingAnnotations(): void {
    while (this.takeIf('>>')) {
      this.#at++;
      this.#skipBrackets();
    }
  }

  /** An element of another vocabulary between components: `sch:ns [ … ]`. */
  isAnnotationElement(): boolean {
    const next = this.#token(1);
    const isBracket = next.kind === 'operator' && next.text === '[';
    return this.isOperator('[') || ((this.isCName() || this.isName()) && isBracket);
  }

  skipAnnotationElement(): boolean {
    if (!this.isAnnotationElement()) return false;
    if (!this.isOperator('[')) this.#at++;
    this.#skipBrackets();
    return true;
  }

  #skipBrackets(): void {
    this.expect('[');
    for (let depth = 1; depth > 0; this.#at++) {
      if (this.isEnd()) throw rncError('`]` is missing', this.place());
      if (this.isOperator('[')) depth++;
      else if (this.isOperator(']')) depth--;
    }
  }
}
