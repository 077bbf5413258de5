import { z } from '../../formats/schema.js';
import type { Call } from '../client.js';
import { type DepositFile, mustBeUnchanged } from '../deposit-file.js';
import type { Facts, Look } from '../target.js';
import { type FileEntry, filesAnswer } from './answers.js';
import { partsOf, sentFact } from './facts.js';
import { paths, type Repository } from './repository.js';

const anything = z.unknown();
const OCTETS = 'application/octet-stream';

/**
 * Whether a file is there as ours: committed, with its size and MD5. Where the server has read no digest (files sent in parts, before its
 * worker has come), the file is read back and hashed.
 */
export async function isThere(
  repository: Repository,
  { key, bytes, md5 }: DepositFile,
  entry: FileEntry | undefined,
  path: string,
): Promise<boolean> {
  if (entry === undefined || entry.status !== 'completed' || entry.key !== key) return false;
  if (entry.checksum !== null) return entry.size === bytes && entry.checksum === `md5:${md5}`;
  const back = await repository.client.download(`${path}/content`, bytes);
  return back.bytes === bytes && back.md5 === md5;
}

export async function lookAtFile(repository: Repository, id: string, file: DepositFile): Promise<Look> {
  const entries = (await repository.files(id, true)) ?? [];
  const entry = entries.find(({ key }) => key === file.key);
  return { isDone: await isThere(repository, file, entry, paths.file(id, file.key)) };
}

/**
 * Sends a file: registers it, sends its bytes, commits it. What stands there under its name is dealt with first: content is never sent to a
 * file that is committed, since InvenioRDM then loses both (`PUT` after commit answers 200, and the file is gone).
 */
export async function sendFile(repository: Repository, id: string, file: DepositFile, facts: Facts): Promise<Facts> {
  await mustBeUnchanged(file);
  const cut = partsOf(file.bytes, facts);
  const entries = (await repository.files(id, true)) ?? [];
  const before = entries.find(({ key }) => key === file.key);
  const isUsable = before !== undefined && before.status === 'pending' && isCutSo(before, cut);
  if (before !== undefined && !isUsable) await deleteFile(repository, id, file.key);
  if (!isUsable) await register(repository, id, file, cut);
  const sent = await (cut === undefined ? sendWhole(repository, id, file) : sendParts(repository, id, file, cut));
  if (sent !== 'sent') return sent === 'too large' ? { largest: String(file.bytes - 1) } : {};
  await repository.send({ method: 'POST', path: `${paths.file(id, file.key)}/commit` }, anything);
  return { [sentFact(file.key)]: [id, file.bytes, file.md5, file.sha256].join(' ') };
}

/** Deletes a file of a draft; one that is not there is deleted already. */
export async function deleteFile(repository: Repository, id: string, key: string): Promise<void> {
  const call: Call = { method: 'DELETE', path: paths.file(id, key) };
  const gone = await repository.send(call, anything);
  if (!gone.isOk && gone.status !== 404) repository.refuse(call, gone);
}

type Cut = ReturnType<typeof partsOf>;
/** `open`: it did not arrive, and the next look will say how things stand. */
type Sent = 'sent' | 'too large' | 'open';

function isCutSo({ transfer }: FileEntry, cut: Cut): boolean {
  return cut === undefined
    ? transfer.type === 'L'
    : transfer.type === 'M' && transfer.parts === cut.parts && transfer.part_size === cut.size;
}

async function register(repository: Repository, id: string, { key, bytes }: DepositFile, cut: Cut): Promise<void> {
  const parts = cut && { size: bytes, transfer: { type: 'M', parts: cut.parts, part_size: cut.size } };
  const call: Call = {
    method: 'POST',
    path: `${paths.draft(id)}/files`,
    body: { type: 'application/json', content: JSON.stringify([{ key, ...parts }]) },
  };
  const registered = await repository.send(call, filesAnswer);
  // Another attempt of ours may have registered it meanwhile.
  if (!registered.isOk && !/already exists/i.test(registered.message)) repository.refuse(call, registered);
}

async function sendWhole(repository: Repository, id: string, file: DepositFile): Promise<Sent> {
  return put(repository, `${paths.file(id, file.key)}/content`, await file.read(0, file.bytes));
}

/** The addresses of the parts are ours: those that the server gives may lead elsewhere. */
async function sendParts(repository: Repository, id: string, file: DepositFile, cut: NonNullable<Cut>): Promise<Sent> {
  for (let part = 0; part < cut.parts; part++) {
    const content = await file.read(part * cut.size, Math.min((part + 1) * cut.size, file.bytes));
    const sent = await put(repository, `${paths.file(id, file.key)}/content/${part + 1}`, content);
    if (sent !== 'sent') return sent;
  }
  return 'sent';
}

async function put(repository: Repository, path: string, content: Uint8Array): Promise<Sent> {
  const call: Call = { method: 'PUT', path, body: { type: OCTETS, content }, isRepeatable: true };
  const sent = await repository.send(call, anything);
  if (sent.isOk) return 'sent';
  if (sent.status === 413) return 'too large';
  if (sent.status === 404) return 'open';
  return repository.refuse(call, sent);
}
