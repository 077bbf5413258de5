import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import { pause } from '../client.js';
import type { DepositFile } from '../deposit-file.js';
import { Refused, Uncertain } from '../failure.js';
import type { PlannedCall } from '../target.js';
import type { MirrorPlace } from './place.js';
import { type SftpAddress, type SftpSession, StrangeKey } from './sftp-session.js';
import { foldersAbove, STAGING, stagedPath } from './staging.js';

/** How much of a file is read at once. */
const STRETCH = 256 * 1024;
/** How long a call may take besides the time that its bytes take, and the slowest line that is waited for, in bytes a millisecond. */
const PATIENCE = 60_000;
const SLOWEST = 20;

/** How often what may be done again is tried. */
const ATTEMPTS = 6;

/** How a call is to be taken. */
interface How<A> {
  /** What it comes to where the file or folder is not there; without it, that is a fault that may pass. */
  readonly absent?: A;
  /** What it sends or reads. */
  readonly bytes?: number;
}

/** What the server's answers mean (SSH File Transfer Protocol 3, §7), by number and by the library's names. */
const ABSENT: ReadonlySet<unknown> = new Set([2, 'ENOENT', 'ENOTDIR']);
const FORBIDDEN: ReadonlySet<unknown> = new Set([3, 'EACCES']);

/**
 * A folder of a server that is reached by SFTP. A file is written among the extensions, read back, and renamed to its place: one that is new in a way that
 * replaces nothing, an inventory in one step with the one before. Tried against OpenSSH.
 */
export class SftpPlace implements MirrorPlace {
  readonly words: string;
  readonly #address: SftpAddress;
  readonly #base: string;
  readonly #connect: (address: SftpAddress) => Promise<SftpSession>;
  readonly #sleep: (time: number) => Promise<void>;
  #session: SftpSession | undefined;
  /** Folders that are known to be there. */
  readonly #folders = new Set<string>();
  /** Files that were read back and then renamed: they need not be read once more. */
  readonly #verified = new Map<string, string>();

  /** @param base the absolute path of the folder at the server */
  constructor(
    address: SftpAddress,
    base: string,
    connect: (address: SftpAddress) => Promise<SftpSession>,
    sleep: (time: number) => Promise<void>,
  ) {
    this.#address = address;
    this.#sleep = sleep;
    this.#base = base.replace(/\/+$/, '');
    this.#connect = connect;
    this.words = base;
  }

  looks(path: string): readonly PlannedCall[] {
    return [{ method: 'GET', path: this.#path(path) }];
  }

  acts(file: DepositFile): readonly PlannedCall[] {
    return [
      { method: 'PUT', path: this.#path(stagedPath(file)), bytes: file.bytes },
      { method: 'MOVE', path: this.#path(file.key) },
    ];
  }

  async open(): Promise<void> {
    const isFolder = await this.#with(async (session) => (await session.stat(this.#path(''))).isDirectory, {
      absent: false,
    });
    if (!isFolder) throw new Refused(diagnostic('PU057', { path: this.words, host: this.#address.host }));
  }

  async list(folder: string): Promise<ReadonlyMap<string, number>> {
    const found = new Map<string, number>();
    const folders = [folder];
    for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
      const entries = (await this.#entries(next)) ?? [];
      for (const { name, type, size } of entries) {
        const path = next === '' ? name : `${next}/${name}`;
        if (type !== 'd') found.set(path, size);
        else if (path !== STAGING) folders.push(path);
      }
    }
    return found;
  }

  async digest(path: string, bytes: number): Promise<string | undefined> {
    const verified = this.#verified.get(path);
    this.#verified.delete(path);
    return verified ?? this.#readBack(path, bytes);
  }

  async put(file: DepositFile, isReplacing: boolean): Promise<void> {
    const [staged, path] = [stagedPath(file), file.key];
    await this.#makeFolders(staged);
    await this.#with((session) => this.#send(session, file, this.#path(staged)), { bytes: file.bytes });
    const digest = await this.#readBack(staged, file.bytes);
    if (digest !== file.sha256) throw new Uncertain(`${path} was changed on its way`);
    await this.#makeFolders(path);
    const [from, to] = [this.#path(staged), this.#path(path)];
    // Whether a rename was done whose answer was lost, the next look says.
    await this.#once((session) => (isReplacing ? session.posixRename(from, to) : session.rename(from, to)));
    this.#verified.set(path, digest);
  }

  async hasLeavings(): Promise<boolean> {
    return this.#with(async (session) => (await session.stat(this.#path(STAGING))).isDirectory, { absent: false });
  }

  async tidy(files: readonly DepositFile[]): Promise<void> {
    const own = new Set(files.map(stagedPath));
    for (const { name } of (await this.#entries(STAGING)) ?? []) {
      const path = `${STAGING}/${name}`;
      if (own.has(path)) await this.#with((session) => session.delete(this.#path(path)), { absent: undefined });
    }
    this.#folders.clear();
    for (const folder of [STAGING, 'extensions'])
      if ((await this.#entries(folder))?.length === 0)
        await this.#with((session) => session.rmdir(this.#path(folder)), { absent: undefined });
  }

  async close(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.end().catch(() => {});
  }

  #path(path: string): string {
    return path === '' ? this.#base || '/' : `${this.#base}/${path}`;
  }

  /** What is directly in a folder; undefined where there is no such folder. */
  #entries(folder: string): Promise<Awaited<ReturnType<SftpSession['list']>> | undefined> {
    return this.#with((session) => session.list(this.#path(folder)), { absent: undefined });
  }

  async #makeFolders(path: string): Promise<void> {
    for (const folder of foldersAbove(path)) {
      if (this.#folders.has(folder)) continue;
      await this.#with(async (session) => {
        const isThere = await session.stat(this.#path(folder)).catch(() => undefined);
        if (isThere === undefined) await session.mkdir(this.#path(folder));
      });
      this.#folders.add(folder);
    }
  }

  async #send(session: SftpSession, file: DepositFile, path: string): Promise<void> {
    const stream = session.createWriteStream(path);
    // Where the line breaks, each piece that was under way fails for itself, also when the first failure is long told.
    stream.on('error', () => {});
    await pipeline(Readable.from(pieces(file)), stream);
  }

  async #readBack(path: string, bytes: number): Promise<string | undefined> {
    const read = async (session: SftpSession): Promise<string> => {
      const hash = createHash('sha256');
      let length = 0;
      const stream = session.createReadStream(this.#path(path));
      stream.on('error', () => {});
      for await (const piece of stream) {
        hash.update(piece as Buffer);
        length += (piece as Buffer).length;
        // Longer than it should be: that is all that needs to be known.
        if (length > bytes) break;
      }
      return hash.digest('hex');
    };
    return this.#with(read, { absent: undefined, bytes });
  }

  /** Does something that may be done again, and does it again where the line breaks. */
  async #with<T, A = never>(work: (session: SftpSession) => Promise<T>, how: How<A> = {}): Promise<T | A> {
    for (let made = 1; ; made++) {
      try {
        return await this.#once(work, how);
      } catch (error) {
        if (!(error instanceof Uncertain) || made >= ATTEMPTS) throw error;
        await this.#sleep(pause(made));
      }
    }
  }

  /** Does something in a session, which is opened where there is none. */
  async #once<T, A = never>(work: (session: SftpSession) => Promise<T>, how: How<A> = {}): Promise<T | A> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const tooLong = Object.assign(new Error('it does not answer in time'), { code: 'ETIMEDOUT' });
      timer = setTimeout(() => reject(tooLong), PATIENCE + (how.bytes ?? 0) / SLOWEST);
    });
    try {
      this.#session ??= await this.#connect(this.#address);
      return await Promise.race([work(this.#session), late, this.#session.lost]);
    } catch (error) {
      if ('absent' in how && ABSENT.has((error as { code?: unknown }).code)) return how.absent as A;
      throw await this.#failure(error);
    } finally {
      clearTimeout(timer);
    }
  }

  /** What went wrong, as those know it who repeat: refused for good, or uncertain, and then a new session is opened. */
  async #failure(error: unknown): Promise<unknown> {
    const { host, user, hostKey } = this.#address;
    if (error instanceof StrangeKey)
      return new Refused(diagnostic('PU056', { host, shown: error.message, known: hostKey }));
    const { code, message } = error as { code?: unknown; message: string };
    // What the library has no code for is a session that could not be opened, or has ended under its feet; or it is none of its faults.
    const isOfSession = this.#session === undefined || error instanceof TypeError;
    if (code === undefined && !isOfSession) return error;
    await this.close();
    const isOfUser = FORBIDDEN.has(code) || /authentication methods failed|privateKey|key format/i.test(message);
    if (isOfUser) return new Refused(diagnostic('PU060', { host, user, said: message.slice(0, 300) }));
    return new Uncertain(message.slice(0, 300));
  }
}

async function* pieces(file: DepositFile): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.bytes; start += STRETCH)
    yield await file.read(start, Math.min(start + STRETCH, file.bytes));
}
