import { posix } from 'node:path';
import { type Severity, table } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic, type Place, type Result } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/suggest.js';
import { readYaml, type YamlPath, type YamlTree } from '../formats/yaml.js';
import type { Alias, EditionSettings, Manifest, OutlineEntry, SuppliedDocument } from '../model/manifest.js';
import type { Span } from '../model/position.js';
import type { SourceFile } from '../model/source-file.js';
import { editionSchema, editionSettings } from './manifest-edition.js';
import {
  type Entry,
  type ManifestData,
  type ManifestIssue,
  manifestSchema,
  severitiesSchema,
} from './manifest-schema.js';
import type { z } from './manifest-shapes.js';
import { aliasesOfIds, documentsOf, filesOfOneName, textsNamedTwice } from './outline-faults.js';

/** A manifest that knows where each document's entry stands, for findings of later stages. */
export interface ReadManifest {
  readonly manifest: Manifest;
  /** The documents of the outline, in order. */
  readonly documents: readonly SuppliedDocument[];
  /** Every id that the manifest gives. */
  readonly ids: ReadonlySet<string>;
  /** Where an outline entry stands in volume.yaml; with a key, where that key's value stands. */
  placeOf(id: string, key?: string): Place;
  /** Where the text of a section of the front or back matter stands in volume.yaml, by offsets in the text. */
  placesOf(section: string): (offset: number) => Place;
}

/**
 * Reads volume.yaml. Findings have the line and column of the key or value they are about; unknown keys are errors. No value where
 * there is any.
 */
export function readManifest(source: SourceFile): Result<ReadManifest> {
  const opened = openManifest(source);
  if (opened.value === undefined) return { diagnostics: opened.diagnostics };
  const { tree, at } = opened.value;
  const parsed = manifestSchema.safeParse(withoutEmpty(tree.value), { reportInput: true });
  if (!parsed.success) {
    const found = parsed.error.issues.flatMap((issue) => issueFindings(issue, [], tree, at));
    // A misspelt key comes before the missing one that it was meant for.
    return { diagnostics: found.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)) };
  }
  const paths = new Map<string, YamlPath>();
  const manifest = toManifest(parsed.data, paths, (id) => at(tree.keySpan(['aliases', id])));
  const documents = documentsOf(manifest.outline);
  const placeOf = (id: string, key?: string): Place =>
    at(tree.valueSpan([...(paths.get(id) ?? []), ...(key === undefined ? [] : [key])]));
  const placesOf = (section: string): ((offset: number) => Place) => {
    const offsets = tree.textOffsets([...(paths.get(section) ?? []), 'text']);
    return (offset) => at({ start: offsets(offset), end: offsets(offset) });
  };
  const ids = new Set([...idsOf(parsed.data)].map(([given]) => given));
  const diagnostics = [
    ...duplicateIds(parsed.data, tree, at),
    ...aliasesOfIds(manifest, ids),
    ...filesOfOneName({ id: manifest.id, line: at(tree.valueSpan(['id'])).start?.line ?? 1 }, documents, placeOf),
    ...textsNamedTwice(documents, placeOf),
    ...unknownPersons(manifest, documents, placeOf),
  ];
  if (diagnostics.length > 0) return { diagnostics };
  return { value: { manifest, documents, ids, placeOf, placesOf }, diagnostics };
}

/** What findings weigh, by code: another severity, or `off`. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/**
 * Reads from volume.yaml what findings of validation weigh, and nothing else of it: so a volume that was encoded elsewhere can have a manifest
 * of this one key. A code of validation that does not exist is a finding.
 */
export function readSeverities(source: SourceFile): Result<Severities> {
  const { value: read, diagnostics: faults } = readKeys(source, severitiesSchema);
  if (read === undefined) return { diagnostics: faults };
  const { severities } = read.data;
  const unknown = Object.keys(severities).filter((code) => /^VA/i.test(code) && !Object.hasOwn(table, code));
  const diagnostics = unknown.map((key) => {
    const meant = suggest(key, Object.keys(table));
    const suggestion = meant === undefined ? 'chancery rules lists the codes.' : `Did you mean “${meant}”?`;
    return diagnostic('VO002', { key, suggestion }, read.at(read.tree.keySpan(['severities', key])));
  });
  return diagnostics.length > 0 ? { diagnostics } : { value: severities, diagnostics };
}

/** Reads from the volume.yaml beside a volume that was encoded elsewhere how its editions are made, and nothing else of it. */
export function readEditionSettings(source: SourceFile): Result<EditionSettings> {
  const { value, diagnostics } = readKeys(source, editionSchema);
  if (value === undefined) return { diagnostics };
  const { data, tree, at } = value;
  return { value: editionSettings(data, (id) => at(tree.keySpan(['aliases', id]))), diagnostics };
}

/** Some keys of a manifest, by their schema; what else stands in it is not looked at. */
function readKeys<T>(
  source: SourceFile,
  schema: z.ZodType<T>,
): Result<{ readonly data: T; readonly tree: YamlTree; readonly at: At }> {
  const { value: opened, diagnostics } = openManifest(source);
  if (opened === undefined) return { diagnostics };
  const { tree, at } = opened;
  const parsed = schema.safeParse(withoutEmpty(tree.value ?? {}), { reportInput: true });
  if (!parsed.success)
    return { diagnostics: parsed.error.issues.flatMap((issue) => issueFindings(issue, [], tree, at)) };
  return { value: { data: parsed.data, tree, at }, diagnostics };
}

/** A key without a value (`place:`) says nothing, as in a template not yet filled in: it is taken as absent. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== '' && v !== null)
      .map(([k, v]) => [k, withoutEmpty(v)]),
  );
}

type At = (span: Span) => Place;

/** The tree of a manifest, with the way from its spans to places in the file; a finding where it is no YAML. */
export function openManifest(source: SourceFile): Result<{ readonly tree: YamlTree; readonly at: At }> {
  const tree = readYaml(source.text);
  const at: At = (span) => ({
    file: source.path,
    start: source.positionAt(span.start),
    end: source.positionAt(span.end),
  });
  const diagnostics = tree.problems.map((p) => diagnostic('VO001', { problem: p.message }, at(p.span)));
  return diagnostics.length > 0 ? { diagnostics } : { value: { tree, at }, diagnostics };
}

export function issueFindings(issue: ManifestIssue, base: YamlPath, tree: YamlTree, at: At): Diagnostic[] {
  const path = [...base, ...(issue.path as (string | number)[])];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const known = issue.message.split(' ');
      const meant = suggest(key, known);
      const suggestion = meant === undefined ? `The keys here are ${known.join(', ')}.` : `Did you mean “${meant}”?`;
      return diagnostic('VO002', { key, suggestion }, at(tree.keySpan([...path, key])));
    });
  // A kind that there is not has no branch that could say what is wrong with it.
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return nearestBranch(issue.errors).flatMap((i) => issueFindings(i, path, tree, at));
  const key = String(path.at(-1) ?? 'the manifest');
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [diagnostic('VO003', { key, where: whereOf(path) }, at(tree.keySpan(path)))];
  return [diagnostic('VO004', { key, problem: problemOf(issue) }, at(tree.valueSpan(path)))];
}

/** Of the kinds that an entry might have been, the one that the fewest of its own keys speak against. */
function nearestBranch(branches: readonly (readonly ManifestIssue[])[]): readonly ManifestIssue[] {
  const against = (issues: readonly ManifestIssue[]): number =>
    issues
      .filter((i) => i.path.length <= 1)
      .reduce(
        (sum, i) => sum + (i.code === 'unrecognized_keys' ? i.keys.length : i.code === 'invalid_type' ? 1 : 0),
        0,
      );
  return branches.reduce((best, issues) => (against(issues) < against(best) ? issues : best), branches[0] ?? []);
}

function whereOf(path: YamlPath): string {
  const parents = path.slice(0, -1).map((step) => (typeof step === 'number' ? `entry ${step + 1}` : `“${step}”`));
  return parents.length === 0 ? '' : ` in ${parents.join(', ')}`;
}

function problemOf(issue: ManifestIssue): string {
  if (issue.code === 'invalid_type') {
    if (issue.message.startsWith('is ')) return issue.message;
    const kinds: Readonly<Record<string, string>> = {
      string: 'a text',
      object: 'a group of keys',
      record: 'a group of keys',
      array: 'a list',
    };
    return `must be ${kinds[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === 'invalid_value') return `is “${issue.input}”, and must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_format') return `is “${issue.input}”; it ${issue.message}`;
  return issue.message;
}

/** The ids of a manifest with their paths, in the order of the file. */
function* idsOf(data: ManifestData): Generator<readonly [string, YamlPath]> {
  for (const list of ['front', 'persons', 'terms', 'back'] as const)
    for (const [i, item] of data[list].entries()) yield [item.id, [list, i, 'id']];
  yield* idsOfEntries(data.outline, ['outline']);
}

function* idsOfEntries(entries: readonly Entry[], path: YamlPath): Generator<readonly [string, YamlPath]> {
  for (const [i, entry] of entries.entries()) {
    yield [entryId(entry).id, [...path, i, entryId(entry).kind]];
    if ('contents' in entry) yield* idsOfEntries(entry.contents, [...path, i, 'contents']);
  }
}

function duplicateIds(data: ManifestData, tree: YamlTree, at: At): Diagnostic[] {
  const first = new Map<string, YamlPath>();
  const found: Diagnostic[] = [];
  for (const [id, path] of idsOf(data)) {
    const before = first.get(id);
    if (before === undefined) first.set(id, path);
    else {
      const line = at(tree.valueSpan(before)).start?.line ?? 1;
      found.push(diagnostic('VO005', { id, line }, at(tree.valueSpan(path))));
    }
  }
  return found;
}

function unknownPersons(
  manifest: Manifest,
  documents: readonly SuppliedDocument[],
  placeOf: ReadManifest['placeOf'],
): Diagnostic[] {
  const known = manifest.persons.map((p) => p.id);
  return documents.flatMap((d) =>
    Object.entries(d.names ?? {})
      .filter(([, person]) => !known.includes(person))
      .map(([name, person]) => {
        const meant = suggest(person, known);
        const suggestion = meant === undefined ? 'Add the person to `persons`.' : `Did you mean ${meant}?`;
        return diagnostic('VO007', { id: d.id, name, person, suggestion }, placeOf(d.id, 'names'));
      }),
  );
}

function toManifest(
  data: ManifestData,
  paths: Map<string, YamlPath>,
  aliasAt: (id: string) => Alias['place'],
): Manifest {
  const { series, subseries, 'volume-number': volumeNumber, complete, volume } = data.title;
  const { provenance, modified, address, contact, description, title: _, targets: __, ...rest } = data;
  for (const key of ['front', 'back'] as const)
    for (const [i, section] of rest[key].entries()) paths.set(section.id, [key, i]);
  return {
    ...rest,
    title: { complete, volume, ...present({ series, subseries, volumeNumber }) },
    ...present({ provenance, modified, address, contact, description }),
    edition: editionSettings(data, aliasAt),
    editors: data.editors.map(({ name, role, ...more }) => ({ name, role, ...present(more) })),
    subjects: data.subjects.map(({ term, ...more }) => ({ term, ...present(more) })),
    funding: data.funding.map(({ funder, ...more }) => ({ funder, ...present(more) })),
    relations: data.relations.map(({ type, scheme, identifier, ...more }) => ({
      type,
      scheme,
      identifier,
      ...present(more),
    })),
    outline: toEntries(data.outline, ['outline'], paths),
  };
}

function toEntries(entries: readonly Entry[], path: YamlPath, paths: Map<string, YamlPath>): OutlineEntry[] {
  return entries.map((entry, i): OutlineEntry => {
    const here = [...path, i];
    const { kind, id } = entryId(entry);
    paths.set(id, here);
    if ('document' in entry) {
      const { document: _, file, ...facts } = entry;
      return { kind: 'document', id, file: posix.normalize(file), ...present(facts) };
    }
    if (kind === 'document') throw new Error('The schema let an entry through that is of no kind.');
    return { kind, id, head: entry.head, children: toEntries(entry.contents, [...here, 'contents'], paths) };
  });
}

function entryId(entry: Entry): { kind: OutlineEntry['kind']; id: string } {
  if ('document' in entry) return { kind: 'document', id: entry.document };
  if ('compilation' in entry) return { kind: 'compilation', id: entry.compilation };
  if ('chapter' in entry) return { kind: 'chapter', id: entry.chapter };
  return { kind: 'subchapter', id: entry.subchapter };
}

/** An object without the keys whose value is undefined. */
function present<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
