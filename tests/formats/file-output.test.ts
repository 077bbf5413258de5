import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder, refusal, writeWhole } from '../../src/formats/file-output.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** In words, why writing was refused. */
function refused(write: () => void): string | undefined {
  try {
    write();
    return undefined;
  } catch (error) {
    return refusal(error)?.reason;
  }
}

describe('files of the output', () => {
  it('come with the folders above them, and nothing stays beside them', () => {
    writeWhole(join(root, 'a', 'b', 'c.xml'), 'text');
    expect(readFileSync(join(root, 'a', 'b', 'c.xml'), 'utf8')).toBe('text');
    expect(readdirSync(join(root, 'a', 'b'))).toEqual(['c.xml']);
  });

  it('are refused where a file stands for a folder or a folder for the file', () => {
    writeFileSync(join(root, 'file'), '');
    mkdirSync(join(root, 'folder'));
    expect(refused(() => makeFolder(join(root, 'file')))).toBe('a file of that name stands in the way');
    expect(refused(() => makeFolder(join(root, 'file', 'sub')))).toBe('a file of that name stands in the way');
    expect(refused(() => writeWhole(join(root, 'folder'), 'text'))).toBe('a folder of that name stands in the way');
  });

  it.skipIf(!existsSync('/proc/self'))('are refused where the system takes no folders, and not tried for ever', () => {
    expect(refused(() => makeFolder('/proc/nowhere/sub'))).toBe('no folder can be made at this place of the disk');
  });
});
