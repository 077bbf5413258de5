import type { Agent } from './bibliography.js';

/** A person's name in its parts, by the list of the volume where the document has the surname alone; undefined for bodies and for a name in one part. */
export function nameParts({
  kind,
  family,
  given,
}: Agent): { readonly family: string; readonly given: string } | undefined {
  return kind === 'person' && family !== undefined && given !== undefined && family !== '' && given !== ''
    ? { family, given }
    : undefined;
}

/** The name in full, surname last, where the list of persons has it: headings have the surname alone. */
export function fullName(agent: Agent): string {
  const parts = nameParts(agent);
  return parts === undefined || agent.name.includes(parts.given) ? agent.name : `${parts.given} ${parts.family}`;
}
