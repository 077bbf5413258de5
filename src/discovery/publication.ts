import { createHash } from 'node:crypto';
import type { FileSet } from '../model/file-set.js';

/** The file in which the web edition says what it has published and when; harvesters are answered from it, and the next version learns from it what has changed. */
export const publicationPath = 'publication.json';

/** What a version says of a thing that it changes under the time of the version before: nobody who has asked since will ask again, so that the next time tells of it. */
interface Noticed {
  readonly unnoticed?: true;
}

/** A file of the web edition, with when it was first there and when it last changed (RFC 3339, UTC); one that has gone has gone then. */
export interface PublishedFile extends Noticed {
  readonly sha256: string;
  readonly bytes: number;
  readonly created: string;
  readonly changed: string;
  readonly deleted?: true;
}

/** A record for harvesters (OAI-PMH 2.0, §2.5): what it is about, when it last changed, the sets it is in and its file in each form. */
export interface PublishedRecord extends Noticed {
  /** The OAI identifier. */
  readonly identifier: string;
  readonly datestamp: string;
  readonly sets: readonly string[];
  /** The path of the record in each form, by its prefix. */
  readonly forms: Readonly<Record<string, string>>;
  readonly deleted?: true;
}

export interface PublishedSet {
  readonly spec: string;
  readonly name: string;
}

/** What the web edition of a volume has published. */
export interface Publication {
  readonly volume: string;
  readonly title: string;
  /** The address of the home page. */
  readonly base: string;
  /** To whom questions go: an e-mail address. */
  readonly contact?: string;
  /** When the first version was published that is known, and when this one. */
  readonly since: string;
  readonly modified: string;
  readonly sets: readonly PublishedSet[];
  /** In the order of their identifiers. */
  readonly records: readonly PublishedRecord[];
  /** By their paths, in their order. */
  readonly files: Readonly<Record<string, PublishedFile>>;
}

/** What follows a version: its time, and whether that has moved on since the version before. */
class Successor {
  readonly modified: string;
  readonly #isLater: boolean;

  constructor(modified: string, before: Publication | undefined) {
    this.modified = modified;
    this.#isLater = before === undefined || modified > before.modified;
  }

  /** A mark of what changes now. */
  get mark(): Noticed {
    return this.#isLater ? {} : { unnoticed: true };
  }

  /** Whether a thing that is the same as before is told now, because it was not when it changed. */
  isTold({ unnoticed }: Noticed): boolean {
    return unnoticed === true && this.#isLater;
  }
}

/** The files of a version with what they were before: what is the same keeps its dates, what has gone is remembered. */
export function publishedFiles(
  files: FileSet,
  modified: string,
  before: Publication | undefined,
): Readonly<Record<string, PublishedFile>> {
  const known = new Map(Object.entries(before?.files ?? {}));
  const successor = new Successor(modified, before);
  const now = [...files].map(([path, content]) => [path, followed(content, known.get(path), successor)] as const);
  const gone = [...known]
    .filter(([path]) => !files.has(path))
    .map(([path, old]): [string, PublishedFile] => {
      const { unnoticed: _, ...file } = old;
      if (old.deleted && !successor.isTold(old)) return [path, old];
      return [path, { ...file, changed: modified, deleted: true, ...successor.mark }];
    });
  return Object.fromEntries([...now, ...gone].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function followed(content: string | Uint8Array, old: PublishedFile | undefined, successor: Successor): PublishedFile {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
  const { modified, mark } = successor;
  if (old === undefined || old.deleted) return { sha256, bytes, created: modified, changed: modified, ...mark };
  if (old.sha256 === sha256 && !successor.isTold(old)) return old;
  return { sha256, bytes, created: old.created, changed: modified, ...mark };
}

/** A record of this version before it is known when it last changed. */
export type NewRecord = Omit<PublishedRecord, 'datestamp' | 'deleted' | 'unnoticed'>;

/** The records of a version: one changes when it is new, when a file of it changes or when it goes to another set; one that is there no more is deleted. */
export function publishedRecords(
  records: readonly NewRecord[],
  files: Readonly<Record<string, PublishedFile>>,
  modified: string,
  before: Publication | undefined,
): readonly PublishedRecord[] {
  const known = new Map((before?.records ?? []).map((record) => [record.identifier, record]));
  const successor = new Successor(modified, before);
  const now = records.map((record): PublishedRecord => {
    const old = known.get(record.identifier);
    const isSame =
      old !== undefined &&
      !old.deleted &&
      !successor.isTold(old) &&
      isSameRecord(record, old) &&
      Object.values(record.forms).every((path) => files[path]?.sha256 === before?.files[path]?.sha256);
    return isSame ? old : { ...record, datestamp: modified, ...successor.mark };
  });
  const current = new Set(records.map(({ identifier }) => identifier));
  const gone = [...known.values()]
    .filter(({ identifier }) => !current.has(identifier))
    .map((old): PublishedRecord => {
      if (old.deleted && !successor.isTold(old)) return old;
      const { unnoticed: _, ...record } = old;
      return { ...record, datestamp: modified, deleted: true, ...successor.mark };
    });
  return [...now, ...gone].sort((a, b) => (a.identifier < b.identifier ? -1 : 1));
}

function isSameRecord(one: NewRecord, other: NewRecord): boolean {
  const facts = ({ sets, forms }: NewRecord): string =>
    JSON.stringify([sets, Object.entries(forms).sort(([a], [b]) => (a < b ? -1 : 1))]);
  return facts(one) === facts(other);
}

/** How many files have changed without the time of the edition: no harvester will ask for them before that moves on. */
export function unnoticedChanges({ files }: Publication): number {
  return Object.values(files).filter(({ unnoticed }) => unnoticed).length;
}

export function writePublication(publication: Publication): string {
  return `${JSON.stringify(publication, undefined, 1)}\n`;
}

/** Reads what `writePublication` wrote; undefined for anything else, since the file may come from anywhere. */
export function readPublication(text: string): Publication | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isPublication(data) ? data : undefined;
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isTime: Check = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value);
const isMark: Check = (value) => value === undefined || value === true;
/** A path within the folder: no step leads up, and none is empty. */
const isPath: Check = (value) =>
  typeof value === 'string' && value.split('/').every((step) => step !== '' && step !== '..' && !/[\\\0:]/.test(step));

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

function isRecordOf(checks: Readonly<Record<string, Check>>): Check {
  return (value) => isMap(value) && Object.entries(checks).every(([key, check]) => check(value[key]));
}

/** A set or a hierarchy of sets (OAI-PMH 2.0, §2.6). */
const isSpec: Check = (value) => typeof value === 'string' && /^[\w\-.!~*'()]+(?::[\w\-.!~*'()]+)*$/.test(value);

const isFile = isRecordOf({
  sha256: (value) => typeof value === 'string' && /^[\da-f]{64}$/.test(value),
  bytes: (value) => Number.isSafeInteger(value),
  created: isTime,
  changed: isTime,
  deleted: isMark,
  unnoticed: isMark,
});

const hasFacts = isRecordOf({
  volume: isText,
  title: isText,
  base: (value) => typeof value === 'string' && /^https?:\/\/\S+\/$/.test(value) && URL.canParse(value),
  contact: (value) => value === undefined || isText(value),
  since: isTime,
  modified: isTime,
  sets: isListOf(isRecordOf({ spec: isSpec, name: isText })),
  records: isListOf(
    isRecordOf({
      identifier: (value) => typeof value === 'string' && /^[a-z][a-z\d+.-]*:[!#-;=?-[\]_a-z~]+$/i.test(value),
      datestamp: isTime,
      sets: isListOf(isSpec),
      forms: (value) => isMap(value) && Object.entries(value).every(([name, path]) => isText(name) && isPath(path)),
      deleted: isMark,
      unnoticed: isMark,
    }),
  ),
  files: (value) => isMap(value) && Object.entries(value).every(([path, file]) => isPath(path) && isFile(file)),
});

function isPublication(data: unknown): data is Publication {
  return hasFacts(data);
}
