/** What tells one state of a file from another. */
export interface Validators {
  /** With its quotation marks (RFC 9110, §8.8.3). */
  readonly etag: string;
  /** Milliseconds of Unix time; HTTP knows seconds only. */
  readonly modified: number;
}

/** Fields of a request as Node.js has them, their names in small letters. */
export type RequestFields = Readonly<Record<string, string | string[] | undefined>>;

/** What comes of the conditions of a GET or HEAD: it is answered, has nothing new, or is refused. */
export type Condition = 'answer' | 'not-modified' | 'failed';

/** The conditions of a request in the order that the standard gives them (RFC 9110, §13.2.2). */
export function conditionOf(fields: RequestFields, validators: Validators): Condition {
  const matches = field(fields, 'if-match');
  if (matches !== undefined) {
    if (!isAmong(matches, validators.etag, false)) return 'failed';
  } else {
    const since = dateOf(field(fields, 'if-unmodified-since'));
    if (since !== undefined && secondsOf(validators.modified) > since) return 'failed';
  }
  const noneMatches = field(fields, 'if-none-match');
  if (noneMatches !== undefined) return isAmong(noneMatches, validators.etag, true) ? 'not-modified' : 'answer';
  const since = dateOf(field(fields, 'if-modified-since'));
  return since !== undefined && secondsOf(validators.modified) <= since ? 'not-modified' : 'answer';
}

/** Whether a range may be sent, or the file has changed since the client had its first part (RFC 9110, §13.1.5). */
export function isRangeWanted(fields: RequestFields, { etag, modified }: Validators): boolean {
  const condition = field(fields, 'if-range');
  if (condition === undefined) return true;
  if (condition.includes('"')) return condition.trim() === etag;
  return dateOf(condition) === secondsOf(modified);
}

function field(fields: RequestFields, name: string): string | undefined {
  const value = fields[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** Whether a list of entity tags has one; in the weak comparison, `W/` counts for nothing. */
function isAmong(list: string, etag: string, isWeak: boolean): boolean {
  if (list.trim() === '*') return true;
  const tags = list.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return tags.some((tag) => (isWeak ? tag.replace(/^W\//, '') : tag) === etag);
}

function secondsOf(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}

/** A date of HTTP (RFC 9110, §5.6.7) in seconds; one that is not well-formed is none. */
function dateOf(words: string | undefined): number | undefined {
  if (words === undefined || !/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/.test(words.trim())) return undefined;
  const time = Date.parse(words);
  return Number.isNaN(time) ? undefined : secondsOf(time);
}
