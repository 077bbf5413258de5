import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { EditionPart } from '../archive/edition.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { packageFile } from '../formats/package.js';
import { readRegularFile } from '../formats/text-file.js';
import type { PreservationEvent } from '../metadata/bibliography.js';
import { readJournal } from '../publish/journal.js';

/** This program, as events name it. */
function agent(): string {
  const text = Buffer.from(readRegularFile(packageFile('package.json'))).toString();
  return `Chancery ${(JSON.parse(text) as { version: string }).version}`;
}

/** What a build does to an edition, in its order. @param time when (RFC 3339, or an ISO 8601 date) @param isOwn whether its TEI was encoded here */
export function buildEvents(
  isOwn: boolean,
  parts: readonly EditionPart[],
  found: readonly Diagnostic[],
  time: string,
): readonly PreservationEvent[] {
  const did = { time, outcome: 'success', agent: agent() };
  return [
    {
      ...did,
      type: 'encode',
      detail: isOwn ? 'TEI encoded from the raw texts' : 'Headers of the documents added to the TEI',
    },
    validationEvent(found, time),
    ...parts
      .filter((part) => part === 'html' || part === 'epub' || part === 'pdf')
      .map(
        (part): PreservationEvent => ({
          ...did,
          type: 'make',
          detail: `${part.toUpperCase()} made from the TEI, no word of which is lost`,
        }),
      ),
  ];
}

/** That an edition was validated, with the count of what was found. */
export function validationEvent(found: readonly Diagnostic[], time: string): PreservationEvent {
  const validation = found.filter(({ code }) => code.startsWith('VA'));
  const count = (severity: Diagnostic['severity']): number =>
    validation.filter((one) => one.severity === severity).length;
  return {
    type: 'validate',
    time,
    outcome: `${count('error')} errors, ${count('warning')} warnings`,
    detail: 'RELAX NG, Schematron and the editorial rules',
    agent: agent(),
  };
}

/** That an edition came into an archive. @param before the version before it there */
export function archivingEvent(time: string, before: string | undefined): PreservationEvent {
  const detail = `Stored in the archive, ${before === undefined ? 'as the first version' : `after its version ${before}`}`;
  return { type: 'deposit', time, outcome: 'success', detail, agent: agent() };
}

/** That an edition was packed for handing over. */
export function packingEvent(time: string): PreservationEvent {
  return { type: 'package', time, outcome: 'success', detail: 'Packed as a bag (BagIt 1.0)', agent: agent() };
}

/** The steps by which a deposit is done for good. A mirror has none: what ends it is that all was compared. */
const LAST_STEPS = /^(?:publish|submit|commit|complete)\b/;
/** That of SWORD ends a deposit once; a package that is put into it later is handed over at once. */
const HANDING_OVER = /^(?:complete|package)\b/;

/**
 * That states of an edition were published in repositories, or handed over to them, as the journals tell it: when and under what identifier. Which version of the program did it they do not say.
 * @param folder of the journals; need not be there
 */
export function publishingEvents(folder: string): readonly PreservationEvent[] {
  const events: PreservationEvent[] = [];
  for (const name of journalsIn(folder)) {
    const target = basename(name, '.jsonl');
    let known: Readonly<Record<string, string>> = {};
    for (const { time, step, event, facts } of readJournal(readFileSync(join(folder, name), 'utf8')).lines) {
      known = { ...known, ...facts };
      const isOver = HANDING_OVER.test(step) && known['completed'] === 'yes';
      if (event !== 'done' || !(isOver || LAST_STEPS.test(step))) continue;
      const { doi = '' } = known;
      const done = isOver ? 'Handed over to' : 'Published at';
      const detail = `${done} the target “${target}”${doi === '' ? '' : ` as ${doi}`}`;
      events.push({ type: 'deposit', time, outcome: 'success', detail, agent: 'Chancery' });
    }
  }
  return events.sort((a, b) => (a.time < b.time ? -1 : 1));
}

function journalsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
