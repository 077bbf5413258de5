import { diagnostic } from '../../diagnostics/diagnostic.js';
import { z } from '../../formats/schema.js';
import type { FileAccess } from '../../model/target.js';
import { Refused } from '../failure.js';
import type { Facts, Look } from '../target.js';
import type { FileAnswer, VersionAnswer } from './answers.js';
import { paths, type Repository } from './repository.js';

const anything = z.unknown();

/** What is asked for, as the journal keeps it; nothing where nothing is. */
export function accessFact(access: FileAccess | undefined): string {
  return access === undefined ? '' : JSON.stringify([access.files ?? 'public', access.embargo?.until ?? '']);
}

/** The files of a version that are not as closed, or as open, as is asked for. */
function others({ files }: VersionAnswer, access: FileAccess): { restrict: FileAnswer[]; embargo: FileAnswer[] } {
  const isRestricted = access.files === 'restricted';
  const until = access.embargo?.until ?? '';
  return {
    restrict: files.filter(({ restricted }) => restricted !== isRestricted),
    embargo: files.filter(({ dataFile }) => (dataFile.embargo?.dateAvailable ?? '') !== until),
  };
}

/** Whether all files of a version are as the target asks. */
export function lookAtAccess(version: VersionAnswer, access: FileAccess | undefined): Look {
  if (access === undefined) return { isDone: true };
  const { restrict, embargo } = others(version, access);
  const facts: Facts = { access: accessFact(access) };
  return restrict.length + embargo.length === 0 ? { isDone: true, facts } : { isDone: false };
}

/**
 * Restricts the files of a draft, or opens them, and sets or lifts their embargo (Native API guide, “Restrict Files”, “Set an Embargo on Files”).
 * @throws Refused where the installation does not let that be done: it may have no embargoes, or none so long
 */
export async function setAccess(
  repository: Repository,
  id: string,
  version: VersionAnswer,
  access: FileAccess,
): Promise<void> {
  const { restrict, embargo } = others(version, access);
  const isRestricted = access.files === 'restricted';
  for (const { dataFile } of restrict) {
    const body = { type: 'application/json', content: String(isRestricted) };
    const path = paths.restrict(String(dataFile.id));
    await repository.send({ method: 'PUT', path, body, isRepeatable: true }, anything, id);
  }
  const fileIds = embargo.map(({ dataFile }) => dataFile.id);
  if (fileIds.length === 0) return;
  const { until, reason } = access.embargo ?? {};
  const content = JSON.stringify({
    ...(until === undefined ? {} : { dateAvailable: until, reason: reason ?? '' }),
    fileIds,
  });
  const path = paths.embargo(id, access);
  const body = { type: 'application/json', content };
  await repository.send({ method: 'POST', path, body, isRepeatable: true }, anything, id);
}

/** Nothing is published that is less closed than was asked for. @throws Refused */
export function refuseOpen(version: VersionAnswer, access: FileAccess | undefined, id: string, host: string): void {
  if (access === undefined) return;
  const { restrict, embargo } = others(version, access);
  const [file] = [...restrict, ...embargo];
  if (file === undefined) return;
  const { label, restricted, dataFile } = file;
  const said = `${label}: ${restricted ? 'restricted' : 'public'}, ${dataFile.embargo?.dateAvailable || 'no embargo'}`;
  const asked = `${access.files ?? 'public'}, ${access.embargo?.until ?? 'no embargo'}`;
  throw new Refused(diagnostic('PU078', { record: id, host, asked, said }));
}
