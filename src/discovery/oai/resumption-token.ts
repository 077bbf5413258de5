import { createHash } from 'node:crypto';

/** Where a list goes on (OAI-PMH 2.0, §3.5): what was asked for, and after how many entries. */
export interface Continuation {
  readonly verb: string;
  readonly arguments: Readonly<Record<string, string>>;
  readonly cursor: number;
}

/**
 * A token that says itself where the list goes on, so that the server keeps nothing in mind and a token outlives it. It is good as long as what can be
 * harvested is the same.
 * @param digest stands for what can be harvested
 */
export function writeToken({ verb, arguments: given, cursor }: Continuation, digest: string): string {
  const content = Buffer.from(JSON.stringify([verb, given, cursor])).toString('base64url');
  return `${content}.${checkOf(content, digest)}`;
}

/** What a token says; undefined for one that was not written here, was changed, or is of another state of the repository. */
export function readToken(token: string, digest: string): Continuation | undefined {
  const [, content = '', check] = /^([\w-]+)\.([\w-]+)$/.exec(token) ?? [];
  if (check === undefined || check !== checkOf(content, digest)) return undefined;
  const [verb, given, cursor] = parsed(Buffer.from(content, 'base64url').toString());
  const isGiven = typeof given === 'object' && given !== null && Object.values(given).every(isText);
  if (!isText(verb) || !isGiven || typeof cursor !== 'number' || !Number.isSafeInteger(cursor) || cursor < 0)
    return undefined;
  return { verb, arguments: given as Readonly<Record<string, string>>, cursor };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Whoever knows all records can make a token himself, and put into it what he likes. */
function parsed(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function checkOf(content: string, digest: string): string {
  return createHash('sha256').update(`${digest} ${content}`).digest('base64url').slice(0, 22);
}
