import { z } from '../../formats/schema.js';
import type { Facts } from '../target.js';
import type { Statement } from './statements.js';

/**
 * What the journal knows of an edition at a Fedora repository: `record` the path of its group; `files` the files that the group has outside any
 * transaction, with their SHA-512 as JSON; `described` “yes” where it says what it should; `said` the statements that were last sent, as JSON;
 * `transaction` the address of the one that we have open; `version` the name of the newest memento.
 */
export type Fact = 'record' | 'files' | 'described' | 'said' | 'transaction' | 'version';

export function fact(facts: Facts, name: Fact): string {
  return facts[name] ?? '';
}

const digests = z.record(z.string(), z.string());
const statements = z.array(z.object({ term: z.string(), value: z.string(), isAddress: z.literal(true).optional() }));

export function filesThere(facts: Facts): ReadonlyMap<string, string> {
  return new Map(Object.entries(read(digests, fact(facts, 'files')) ?? {}));
}

export function saidBefore(facts: Facts): readonly Statement[] {
  return (read(statements, fact(facts, 'said')) ?? []) as readonly Statement[];
}

function read<T>(shape: z.ZodType<T>, text: string): T | undefined {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
