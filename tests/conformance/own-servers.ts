import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

/** Servers of Debian packages, which a test starts for itself, with its own keys and configuration, on this machine alone. */

const isRoot = process.getuid?.() === 0;

export function hasProgram(path: string): boolean {
  if (existsSync(path)) return true;
  console.warn(`SKIPPED: ${path} is not there (a Debian package that .ci/run installs).`);
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until something listens. */
async function listening(port: number, child: ChildProcess): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (isOpen) return;
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The server does not answer.');
}

export interface OwnServer {
  readonly port: number;
  stop(): Promise<void>;
}

async function started(port: number, command: string, parameters: readonly string[]): Promise<OwnServer> {
  const child = spawn(command, parameters, { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await listening(port, child);
  return {
    port,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

export const sshd = '/usr/sbin/sshd';

/** @param folder where its keys and its configuration lie */
export async function startSsh(
  folder: string,
): Promise<OwnServer & { hostKey: string; privateKey: string; user: string }> {
  const port = await freePort();
  for (const name of ['host', 'user'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test', '-f', join(folder, name)]);
  const [, key = ''] = readFileSync(join(folder, 'host.pub'), 'utf8').split(' ');
  const fingerprint = createHash('sha256').update(Buffer.from(key, 'base64')).digest('base64').replace(/=+$/, '');
  writeFileSync(
    join(folder, 'sshd_config'),
    `ListenAddress 127.0.0.1\nPort ${port}\nHostKey ${folder}/host\nAuthorizedKeysFile ${folder}/user.pub\n` +
      'StrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\nPidFile none\nSubsystem sftp internal-sftp\nMaxStartups 100\n',
  );
  // Where its privileges are parted; Debian makes the folder when its own service starts.
  if (isRoot) mkdirSync('/run/sshd', { recursive: true });
  const server = await started(port, sshd, ['-D', '-f', join(folder, 'sshd_config')]);
  const user = execFileSync('id', ['-un'], { encoding: 'utf8' }).trim();
  return { ...server, hostKey: `SHA256:${fingerprint}`, privateKey: readFileSync(join(folder, 'user'), 'utf8'), user };
}

export const apache = '/usr/sbin/apache2';

/** @param folder where its configuration lies, and `files`, the folder that it serves */
export async function startWebDav(folder: string, password: string): Promise<OwnServer & { files: string }> {
  const port = await freePort();
  const files = join(folder, 'files');
  mkdirSync(files);
  chmodSync(folder, 0o755);
  const hash = createHash('sha1').update(password).digest('base64');
  writeFileSync(join(folder, 'users'), `editor:{SHA}${hash}\n`);
  const modules = ['mpm_event', 'authn_core', 'authn_file', 'auth_basic', 'authz_core', 'authz_user', 'dav', 'dav_fs'];
  writeFileSync(
    join(folder, 'httpd.conf'),
    `${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
ServerName localhost
ServerRoot ${folder}
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/log
DocumentRoot ${files}
DAVLockDB ${folder}/locks
AllowEncodedSlashes Off
${isRoot ? 'User www-data\nGroup www-data' : ''}
<Directory ${files}>
  Dav On
  AuthType Basic
  AuthName files
  AuthUserFile ${folder}/users
  Require valid-user
</Directory>
`,
  );
  if (isRoot) {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'www-data'], { encoding: 'utf8' }));
    for (const path of [files, folder]) chownSync(path, id('-u'), id('-g'));
  }
  return { ...(await started(port, apache, ['-DFOREGROUND', '-f', join(folder, 'httpd.conf')])), files };
}
