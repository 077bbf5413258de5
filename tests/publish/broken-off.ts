import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../src/diagnostics/diagnostic.js';
import type { ClientSurroundings } from '../../src/publish/client.js';
import { type Executed, execute } from '../../src/publish/execute.js';
import { Journal } from '../../src/publish/journal.js';
import type { Target } from '../../src/publish/target.js';

/** What a process says that is killed here: no stage knows it, so that it ends the run where it stands. */
export class Killed extends Error {}

/** Whether the work at a server is done when the kill or the cut comes. */
export type When = 'before' | 'after';

/** Surroundings in which the n-th call (from 1) is the last: the process dies before it is sent, or before its answer is read. */
export function killedAt(n: number, when: When): ClientSurroundings & { readonly calls: () => number } {
  let calls = 0;
  return {
    fetch: async (address, request) => {
      calls++;
      if (calls === n && when === 'before') throw new Killed();
      const answer = await fetch(address, request);
      if (calls === n) {
        await answer.arrayBuffer();
        throw new Killed();
      }
      return answer;
    },
    sleep: () => Promise.resolve(),
    calls: () => calls,
  };
}

/** Surroundings in which the line of the n-th call breaks, and all others hold. */
export function cutAt(n: number, when: When): ClientSurroundings {
  let calls = 0;
  return {
    fetch: async (address, request) => {
      const isCut = ++calls === n;
      const broken = new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
      if (isCut && when === 'before') throw broken;
      const answer = await fetch(address, request);
      if (!isCut) return answer;
      await answer.arrayBuffer();
      throw broken;
    },
    sleep: () => Promise.resolve(),
  };
}

export const whole: ClientSurroundings = {
  fetch: (address, request) => fetch(address, request),
  sleep: () => Promise.resolve(),
};

/** A journal in a folder of its own, through which targets are brought to their end, or to where they are broken off. */
export class Course {
  readonly folder = mkdtempSync(join(tmpdir(), 'chancery-course-'));
  readonly #file = join(this.folder, 'here.jsonl');

  run(target: Target): Promise<Result<Executed>> {
    const journal = Journal.open(this.#file, () => '2026-01-01T00:00:00Z');
    return execute(target, journal, 'draft', { progress: () => {} });
  }

  /** Runs into a kill. @returns whether it came, or all was done before */
  async killed(target: Target): Promise<boolean> {
    try {
      await this.run(target);
      return false;
    } catch (error) {
      if (error instanceof Killed) return true;
      throw error;
    }
  }

  get journal(): string {
    return readFileSync(this.#file, 'utf8');
  }

  forget(): void {
    rmSync(this.#file, { force: true });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
