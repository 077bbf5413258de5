import { readToken } from './resumption-token.js';

/** The verbs of OAI-PMH 2.0 (§4). */
export type Verb = 'Identify' | 'ListMetadataFormats' | 'ListSets' | 'GetRecord' | 'ListIdentifiers' | 'ListRecords';

export type ArgumentName = 'identifier' | 'metadataPrefix' | 'from' | 'until' | 'set' | 'resumptionToken';

/** The conditions of error and exception (OAI-PMH 2.0, §3.6). */
export type ErrorCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noMetadataFormats'
  | 'noRecordsMatch'
  | 'noSetHierarchy';

export interface OaiError {
  readonly code: ErrorCode;
  readonly message: string;
}

/** A request that is in order. */
export interface OaiRequest {
  readonly verb: Verb;
  /** As they were given; they stand again in the response. */
  readonly given: Readonly<Partial<Record<ArgumentName, string>>>;
  /** What is asked for: as given, or as the resumption token says. */
  readonly asked: Readonly<Partial<Record<ArgumentName, string>>>;
  /** How many entries of the list the harvester has. */
  readonly cursor: number;
}

/** A request that is not, as far as it is understood. */
export interface RefusedRequest {
  readonly errors: readonly OaiError[];
  /** Only where the fault is none of verb or arguments. */
  readonly request?: Pick<OaiRequest, 'verb' | 'given'>;
}

interface VerbArguments {
  readonly required: readonly ArgumentName[];
  readonly optional: readonly ArgumentName[];
  /** Whether the list may come in parts, which a token by itself asks for. */
  readonly isList?: true;
}

const LIST: VerbArguments = { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], isList: true };

const VERBS: Readonly<Record<Verb, VerbArguments>> = {
  Identify: { required: [], optional: [] },
  ListMetadataFormats: { required: [], optional: ['identifier'] },
  ListSets: { required: [], optional: [], isList: true },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [] },
  ListIdentifiers: LIST,
  ListRecords: LIST,
};

function isVerb(name: string | undefined): name is Verb {
  return name !== undefined && Object.hasOwn(VERBS, name);
}

/** What each argument has to look like, by the types of the schema of OAI-PMH. */
const FORMS: Readonly<Record<ArgumentName, readonly [form: RegExp, words: string]>> = {
  identifier: [/^[a-z][a-z\d+.-]*:[!#-;=?-[\]_a-z~]+$/i, 'is no URI'],
  metadataPrefix: [/^[\w\-.!~*'()]+$/, 'is no prefix of a metadata format'],
  from: [/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?$/, 'is no date as 2026-03-01 or 2026-03-01T10:00:00Z'],
  until: [/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?$/, 'is no date as 2026-03-01 or 2026-03-01T10:00:00Z'],
  set: [/^[\w\-.!~*'()]+(?::[\w\-.!~*'()]+)*$/, 'is no setSpec'],
  resumptionToken: [/^[\x20-\x7E]+$/, 'is no token'],
};

/**
 * Reads the arguments of a request (OAI-PMH 2.0, §3.1.1).
 * @param pairs names and values as the query has them; one that stands there twice is an error
 * @param digest that of the repository, by which tokens are known
 */
export function readRequest(
  pairs: Iterable<readonly [name: string, value: string]>,
  digest: string,
): OaiRequest | RefusedRequest {
  const all = [...pairs];
  const verbs = all.filter(([name]) => name === 'verb').map(([, value]) => value);
  const [verb] = verbs;
  if (!isVerb(verb) || verbs.length > 1) {
    const message =
      verbs.length === 0 ? 'The verb is missing.' : verbs.length > 1 ? 'There is more than one verb.' : 'No such verb.';
    return { errors: [{ code: 'badVerb', message }] };
  }
  const others = all.filter(([name]) => name !== 'verb');
  const errors = faultsOf(verb, others);
  if (errors.length > 0) return { errors: errors.map((message) => ({ code: 'badArgument', message })) };
  const given: OaiRequest['given'] = Object.fromEntries(others);
  if (given.resumptionToken === undefined) return { verb, given, asked: given, cursor: 0 };
  const continuation = readToken(given.resumptionToken, digest);
  if (continuation?.verb !== verb) {
    const message = 'The token is not one of this list, or what can be harvested has changed since: begin anew.';
    return { errors: [{ code: 'badResumptionToken', message }], request: { verb, given } };
  }
  return { verb, given, asked: continuation.arguments, cursor: continuation.cursor };
}

/** What is wrong with the arguments, each fault in a sentence. */
function faultsOf(verb: Verb, pairs: readonly (readonly [string, string])[]): readonly string[] {
  const { required, optional, isList } = VERBS[verb];
  const names = pairs.map(([name]) => name);
  const allowed: readonly string[] = [...required, ...optional, ...(isList ? ['resumptionToken'] : [])];
  const isResumed = isList === true && names.includes('resumptionToken');
  return [
    ...pairs.flatMap(([name, value]) => {
      if (!allowed.includes(name)) return [`${verb} has no such argument as one that is given.`];
      const [form, words] = FORMS[name as ArgumentName];
      return form.test(value) && isRealDate(name, value) ? [] : [`The value of ${name} ${words}.`];
    }),
    ...names.filter((name, i) => allowed.includes(name) && names.indexOf(name) !== i).map(twice),
    ...(isResumed
      ? names.length > 1
        ? ['A resumptionToken stands by itself.']
        : []
      : required.filter((name) => !names.includes(name)).map((name) => `${verb} needs the argument ${name}.`)),
    ...(isResumed ? [] : datesFaults(new Map(pairs))),
  ];
}

function twice(name: string): string {
  return `The argument ${name} is given more than once.`;
}

function isRealDate(name: string, value: string): boolean {
  if (name !== 'from' && name !== 'until') return true;
  const time = value.length === 10 ? `${value}T00:00:00Z` : value;
  const date = new Date(time);
  return !Number.isNaN(date.getTime()) && date.toISOString() === time.replace('Z', '.000Z');
}

/** Both dates have one granularity, and the first is not after the last (OAI-PMH 2.0, §2.7.1). */
function datesFaults(given: ReadonlyMap<string, string>): readonly string[] {
  const [from, until] = [given.get('from'), given.get('until')];
  if (from === undefined || until === undefined) return [];
  if (from.length !== until.length) return ['from and until are not of the same granularity.'];
  return from > until ? ['from is after until.'] : [];
}
