import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import type SftpClient from 'ssh2-sftp-client';

/** Loaded when a server is called by SFTP: most commands call none. */
const require = createRequire(import.meta.url);

/** The calls of a session that are used. */
export type SftpSession = {
  /** Rejected when the line is gone: what is under way then never comes to its end by itself. */ readonly lost: Promise<never>;
} & Pick<
  SftpClient,
  | 'stat'
  | 'list'
  | 'createReadStream'
  | 'createWriteStream'
  | 'rename'
  | 'posixRename'
  | 'mkdir'
  | 'delete'
  | 'rmdir'
  | 'end'
>;

/** Who is called, and as whom. */
export interface SftpAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** The fingerprint of the server's key: `SHA256:` and Base64 without its end. */
  readonly hostKey: string;
  readonly password?: string;
  readonly privateKey?: string;
}

/** The server has shown another key than the one that it is known by. */
export class StrangeKey extends Error {}

/** How long a connection may take, and how often it is asked whether it still stands, in milliseconds. */
const PATIENCE = 30_000;
const ALIVE = 10_000;

/**
 * Opens a session. Nothing is sent to a server whose key has another fingerprint.
 * @throws StrangeKey, or what the library says
 */
export async function openSession(address: SftpAddress): Promise<SftpSession> {
  const Client = require('ssh2-sftp-client') as typeof SftpClient;
  // What happens to the line while nothing is asked comes to light with the next call.
  const session = new Client('chancery', { error: () => {}, end: () => {}, close: () => {} });
  // Each call waits for its answer: small packets that wait for company would take a fortieth of a second each.
  const sock = connect({ host: address.host, port: address.port, noDelay: true });
  const lost = new Promise<never>((_, reject) => {
    sock.on('close', () => reject(Object.assign(new Error('the line was broken off'), { code: 'ECONNRESET' })));
  });
  lost.catch(() => {});
  sock.on('error', () => {});
  let shown = '';
  try {
    await session.connect({
      sock,
      username: address.user,
      readyTimeout: PATIENCE,
      keepaliveInterval: ALIVE,
      hostVerifier: (key: Buffer) => {
        shown = `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
        return shown === address.hostKey;
      },
      ...(address.password === undefined ? {} : { password: address.password }),
      ...(address.privateKey === undefined ? {} : { privateKey: address.privateKey }),
    });
  } catch (error) {
    await session.end().catch(() => {});
    sock.destroy();
    throw shown !== '' && shown !== address.hostKey ? new StrangeKey(shown) : error;
  }
  return Object.assign(session, { lost });
}
