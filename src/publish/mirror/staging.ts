import { createHash } from 'node:crypto';
import type { DepositFile } from '../deposit-file.js';

/** Where files lie until they are whole: among the root's extensions, the one place in it that is not for objects (OCFL 1.1, §4). */
export const STAGING = 'extensions/chancery-staging';

/** The name of a file while it is sent. The same content for the same place has the same name, so that what was left is found again. */
export function stagedPath({ key, sha256 }: DepositFile): string {
  const name = createHash('sha256').update(`${sha256} ${key}`).digest('hex').slice(0, 32);
  return `${STAGING}/${name}`;
}

/** The folders above a path, outermost first. */
export function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}
