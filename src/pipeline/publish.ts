import { join } from 'node:path';
import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { makeFolder, refusal, writeWhole } from '../formats/file-output.js';
import type { DepositFile } from '../publish/deposit-file.js';
import { execute, executeSteps } from '../publish/execute.js';
import { Journal } from '../publish/journal.js';
import type { Secret } from '../publish/secret.js';
import type { Extent, Facts, Step, Summary, Target } from '../publish/target.js';
import { aloneOrNot } from './lock.js';
import type { Part } from './publish-files.js';
import { isAside, uselessOption, withTarget } from './publish-kinds.js';
import { type Environment, findTarget, type OpenTarget, readSecret } from './publish-target.js';
import { findEdition, type PublishedEdition } from './published-edition.js';
import { withDoi } from './written-doi.js';

/** What publishing is asked to do. */
export interface PublishRequest {
  /** The folder of a volume with its manifest, its TEI file, or the output folder of its build. */
  readonly edition: string;
  /** The name of the target. */
  readonly to: string;
  /** The output folder of the build, where it is not `dist/` and the id of the volume. */
  readonly built?: string;
  readonly parts: readonly Part[];
  /**
   * `plan` shows the steps and sends nothing; `check` asks the target, and changes nothing; `doi` reserves a DOI and writes it into the manifest;
   * `status` looks how the edition stands there; `receipt` says what the journal knows; `withdraw` deletes the draft.
   */
  readonly action: 'plan' | 'check' | 'doi' | 'draft' | 'published' | 'status' | 'receipt' | 'withdraw';
  /** How far the plan goes that is shown. */
  readonly extent: Extent;
  /** What somebody changed in the draft at the target gives way. */
  readonly isReplacing: boolean;
  /** It only goes on with what was begun. */
  readonly isResuming: boolean;
}

/** What publishing needs from outside. */
export interface PublishSurroundings {
  readonly env: Environment;
  readonly fetch: (address: string, request: RequestInit) => Promise<Response>;
  /** Waits, in milliseconds. */
  readonly sleep: (time: number) => Promise<void>;
  /** The time of a line of the journal (RFC 3339). */
  readonly now: () => string;
  readonly progress: (words: string) => void;
}

/** What came of it. */
export interface PublishReport extends Summary {
  readonly target: string;
  readonly host: string;
  readonly edition: string;
  /** The URN among the identifiers of its record. */
  readonly urn: string;
  /** The steps of a plan that is only shown, or that were looked at. */
  readonly steps?: readonly Step[];
  /** The steps that had to act. */
  readonly acted?: readonly string[];
  readonly journal: string;
  /** The manifest into which the DOI was written. */
  readonly written?: string;
  /** When the last step was done (RFC 3339). */
  readonly time?: string;
}

/** All that is read before anything is sent. */
interface Prepared {
  readonly request: PublishRequest;
  readonly edition: PublishedEdition;
  readonly opened: OpenTarget;
  readonly files: readonly DepositFile[];
  readonly target: Target;
  readonly journal: Journal;
  readonly path: string;
}

/** Publishes an edition at a target, or does what else is asked. Findings say what stands against it. */
export async function publish(request: PublishRequest, around: PublishSurroundings): Promise<Result<PublishReport>> {
  try {
    around.progress('Reading the edition …');
    const prepared = await prepare(request, around);
    if (prepared.value === undefined) return { diagnostics: prepared.diagnostics };
    const done = await act(prepared.value, around).finally(() => prepared.value?.target.close?.());
    return { ...done, diagnostics: [...prepared.diagnostics, ...done.diagnostics] };
  } catch (error) {
    const refused = refusal(error);
    if (refused === undefined) throw error;
    return { diagnostics: [diagnostic('IN007', { path: refused.path ?? request.edition, reason: refused.reason })] };
  }
}

async function prepare(request: PublishRequest, around: PublishSurroundings): Promise<Result<Prepared>> {
  const edition = await findEdition(request.edition, request.built);
  if (edition.value === undefined) return { diagnostics: edition.diagnostics };
  const { manifest } = edition.value;
  const opened = await findTarget(request.to, manifest?.path, around.env);
  if (opened.value === undefined) return { diagnostics: opened.diagnostics };
  const { settings } = opened.value;
  const useless = uselessOption(request, settings);
  if (useless !== undefined)
    return { diagnostics: [diagnostic('PU050', { target: request.to, type: settings.type, option: useless })] };
  const isLocal = request.action === 'plan' || request.action === 'receipt';
  const secret: Result<Secret | undefined> = isLocal
    ? { diagnostics: [] }
    : readSecret(request.to, opened.value, around.env);
  if (!isLocal && secret.value === undefined) return { diagnostics: secret.diagnostics };
  const made = await withTarget(request, edition.value, opened.value, secret.value, around);
  if (made.value === undefined) return { diagnostics: made.diagnostics };
  const { target, files } = made.value;
  const path = join(edition.value.journals, `${request.to}.jsonl`);
  const journal = Journal.open(path, around.now);
  const { damagedLine } = journal.state;
  if (damagedLine !== undefined)
    return { diagnostics: [diagnostic('PU009', { path, line: damagedLine }, { file: path })] };
  if (request.isResuming && journal.state.lines.length === 0)
    return { diagnostics: [diagnostic('PU038', { target: request.to })] };
  const value = { request, edition: edition.value, opened: opened.value, files, target, journal, path };
  return { value, diagnostics: made.diagnostics };
}

async function act(prepared: Prepared, around: PublishSurroundings): Promise<Result<PublishReport>> {
  const { request, target, journal, path } = prepared;
  switch (request.action) {
    case 'plan': {
      const steps = [...target.inspection(), ...target.plan(journal.state.facts, request.extent)];
      return { value: { ...report(prepared, journal.state.facts), steps }, diagnostics: target.notices() };
    }
    case 'receipt': {
      const value = report(prepared, journal.state.facts);
      const time = journal.state.lines.at(-1)?.time;
      if (value.state === 'absent') return { diagnostics: [nothingThere(request)] };
      return { value: time === undefined ? value : { ...value, time }, diagnostics: [] };
    }
    case 'check':
    case 'status':
      return looked(prepared, around);
    default: {
      makeFolder(join(path, '..'));
      const lock = join(path, '..', `.${request.to}.lock`);
      const done = await aloneOrNot(lock, () => sent(prepared, around));
      return done ?? { diagnostics: [diagnostic('PU008', { lock })] };
    }
  }
}

/** Only looks: what the journal does not know is not written into it. */
async function looked(prepared: Prepared, around: PublishSurroundings): Promise<Result<PublishReport>> {
  const { request, target } = prepared;
  const journal = prepared.journal.unwritten();
  const steps = request.action === 'check' ? target.inspection() : [surveyStep];
  const done = await executeSteps(target, journal, steps, around);
  if (done.value === undefined) return { diagnostics: done.diagnostics };
  const value = report(prepared, done.value.facts);
  return { value: request.action === 'check' ? { ...value, steps } : value, diagnostics: done.diagnostics };
}

const surveyStep: Step = {
  kind: 'survey',
  words: 'Look how the edition stands',
  check: 'the record that the journal names, or that bears the URN',
  looks: [],
  acts: [],
  isLook: true,
};

/** What changes something at the target; the lock is held, and the journal is what the last publisher has left. */
async function sent(before: Prepared, around: PublishSurroundings): Promise<Result<PublishReport>> {
  const prepared = { ...before, journal: Journal.open(before.path, around.now) };
  const { request, target, journal } = prepared;
  if (request.action === 'withdraw') return withdrawn(prepared, around);
  const done = await execute(target, journal, request.action as Extent, around);
  if (done.value === undefined) return { diagnostics: done.diagnostics };
  const { facts, acted } = done.value;
  const value = { ...report(prepared, facts), acted };
  if (request.action !== 'doi') {
    const isBare = prepared.edition.doi === undefined && value.doi !== undefined;
    return {
      value,
      diagnostics: [...done.diagnostics, ...(isBare ? [diagnostic('PU034', { doi: value.doi ?? '' })] : [])],
    };
  }
  const written = withWrittenDoi(prepared, value);
  return { value: written.value ?? value, diagnostics: [...done.diagnostics, ...written.diagnostics] };
}

/** Writes the reserved DOI into the manifest, so that the next build has it in all editions. */
function withWrittenDoi({ edition, journal }: Prepared, value: PublishReport): Result<PublishReport> {
  const { doi } = value;
  const { manifest } = edition;
  if (doi === undefined) return { diagnostics: [] };
  if (manifest === undefined) {
    const reason = 'the edition has no volume.yaml';
    return edition.doi?.toLowerCase() === doi.toLowerCase()
      ? { diagnostics: [] }
      : { diagnostics: [diagnostic('PU033', { doi, path: edition.tei.path, reason })] };
  }
  const given = journal.state.lines.flatMap(({ facts = {} }) => [facts['doi'] ?? '', facts['parentDoi'] ?? '']);
  // One that the repository gave to a version before gives way; one from elsewhere is the editor’s.
  const [prefix = ''] = doi.split('/');
  const made = withDoi(
    manifest.text,
    doi,
    given.filter((known) => known.startsWith(`${prefix}/`)),
  );
  const place = { file: manifest.path };
  if ('reason' in made)
    return { diagnostics: [diagnostic('PU033', { doi, path: manifest.path, reason: made.reason }, place)] };
  if (made.text === manifest.text) return { diagnostics: [] };
  writeWhole(manifest.path, made.text);
  return { value: { ...value, written: manifest.path }, diagnostics: [] };
}

async function withdrawn(prepared: Prepared, around: PublishSurroundings): Promise<Result<PublishReport>> {
  const { request, target, journal } = prepared;
  const found = await executeSteps(target, journal, [surveyStep], around);
  if (found.value === undefined) return { diagnostics: found.diagnostics };
  const { record, state } = target.summary(found.value.facts);
  if (state === 'absent') return { diagnostics: [nothingThere(request)] };
  const steps = target.withdrawal(found.value.facts);
  if (steps.length === 0) return { diagnostics: [diagnostic('PU032', { record: record ?? '', target: request.to })] };
  const done = await executeSteps(target, journal, steps, around);
  if (done.value === undefined) return { diagnostics: done.diagnostics };
  return { value: { ...report(prepared, done.value.facts), acted: done.value.acted }, diagnostics: [] };
}

function nothingThere({ action, to }: PublishRequest): Diagnostic {
  return diagnostic('PU031', { action, target: to });
}

function report({ request, edition, opened, files, target, path }: Prepared, facts: Facts): PublishReport {
  return {
    target: request.to,
    host: opened.base.host,
    edition: edition.id,
    urn: edition.urn,
    ...target.summary(facts),
    ...(isAside(request) ? {} : { files: files.map(({ key, bytes, md5, sha256 }) => ({ key, bytes, md5, sha256 })) }),
    journal: path,
  };
}
