import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { Client } from '../client.js';
import { type DepositFile, mustBeUnchanged } from '../deposit-file.js';
import { Refused } from '../failure.js';
import type { Extent, Facts, Look, Situation, Step, Summary, Target } from '../target.js';
import { formerly, isReplaced, type MirroredObject, type MirroredRoot } from './mirrored-root.js';
import type { MirrorPlace } from './place.js';
import { headFact, inspectionSteps, isMirrored, planOf, wholeFact } from './plan.js';

const DONE: Look = { isDone: true };
const OPEN: Look = { isDone: false };

/**
 * A mirror of an OCFL storage root, which other roots may share: objects and versions are added, and nothing is deleted or written over but the inventories
 * of the objects, and those only where they are of a version that the archive here has.
 */
export class Mirror implements Target {
  readonly name: string;
  readonly client: Client;
  readonly #root: MirroredRoot;
  readonly #place: MirrorPlace;
  readonly #files: ReadonlyMap<string, { readonly file: DepositFile; readonly object?: MirroredObject }>;

  constructor(name: string, client: Client, root: MirroredRoot, place: MirrorPlace) {
    this.name = name;
    this.client = client;
    this.#root = root;
    this.#place = place;
    this.#files = new Map([
      ...root.files.map((file) => [file.key, { file }] as const),
      ...root.objects.flatMap((object) => object.files.map((file) => [file.key, { file, object }] as const)),
    ]);
  }

  inspection(): readonly Step[] {
    return inspectionSteps(this.#place);
  }

  notices(): readonly [] {
    return [];
  }

  plan(facts: Facts, _extent: Extent): readonly Step[] {
    return planOf(this.#root, this.#place, facts);
  }

  /** What stands at a mirror is for good. */
  withdrawal(): readonly Step[] {
    return [];
  }

  close(): Promise<void> {
    return this.#place.close();
  }

  summary(facts: Facts): Summary {
    const there = this.#root.objects.flatMap((object) => {
      const head = facts[headFact(object)] ?? '';
      const part = facts[wholeFact(object)] === 'yes' ? '' : ', not whole';
      return head === '' ? [] : [`${object.id} (${head}${part})`];
    });
    if (there.length === 0) return { state: 'absent', files: [] };
    const whole = this.#root.objects.filter((object) => isMirrored(object, facts)).flatMap(({ files }) => files);
    const files = whole.map(({ key, bytes, md5, sha256 }) => ({ key, bytes, md5, sha256 }));
    return { state: 'published', record: there.join(', '), files };
  }

  async survey(): Promise<Facts> {
    const left = (await this.#place.hasLeavings()) ? 'yes' : '';
    const facts: Record<string, string> = { root: await this.#rootState(), left };
    for (const object of this.#root.objects) Object.assign(facts, await this.#objectState(object));
    return facts;
  }

  /** “yes” where the files of the root itself are there. @throws Refused where something else is */
  async #rootState(): Promise<string> {
    const declared = this.#root.files.find(({ key }) => /^0=ocfl_/.test(key));
    if (declared === undefined) throw new Error('The root that is mirrored has no declaration.');
    const there = await this.#place.digest(declared.key, declared.bytes);
    if (there === undefined) {
      // What begins must begin in an empty place: a storage root holds nothing else (OCFL 1.1, §4).
      const [stray] = [...(await this.#place.list('')).keys()].filter((path) => !this.#files.has(path));
      if (stray !== undefined) throw this.#conflict('PU058', stray);
      return '';
    }
    for (const { key, bytes, sha256 } of this.#root.files) {
      const found = key === declared.key ? there : await this.#place.digest(key, bytes);
      if (found === undefined) return '';
      if (found !== sha256) throw this.#conflict('PU051', key);
    }
    return 'yes';
  }

  async #objectState(object: MirroredObject): Promise<Facts> {
    const there = await this.#place.list(object.folder);
    const inventory = object.files.find(({ key }) => key === `${object.folder}/inventory.json`);
    if (inventory === undefined) throw new Error(`The object ${object.id} has no inventory.`);
    const bytes = there.get(inventory.key);
    if (bytes === undefined) return { [headFact(object)]: '', [wholeFact(object)]: '' };
    const digest = await this.#place.digest(inventory.key, bytes);
    const head = digest === undefined ? '' : (formerly(object, inventory.key).get(digest) ?? '');
    if (head === '') throw this.#conflict('PU052', object.id);
    const stray = [...there.keys()].find((path) => !this.#files.has(path));
    if (stray !== undefined) throw this.#conflict('PU052', `${object.id}: ${stray}`);
    const isWhole = await this.#isWhole(object, head, there);
    return { [headFact(object)]: head, [wholeFact(object)]: isWhole ? 'yes' : '' };
  }

  /** Whether all files of an object up to a version are there with their sizes, and its sidecar is that of the inventory. */
  async #isWhole(object: MirroredObject, head: string, there: ReadonlyMap<string, number>): Promise<boolean> {
    const last = Number(head.slice(1));
    for (const { key, bytes } of object.files) {
      const version = Number(/^v(\d+)\//.exec(key.slice(object.folder.length + 1))?.[1] ?? 0);
      if (isReplaced(object, key)) {
        const digest = await this.#place.digest(key, bytes);
        if (digest === undefined || formerly(object, key).get(digest) !== head) return false;
      } else if (version <= last && there.get(key) !== bytes) return false;
    }
    return true;
  }

  async look({ kind, subject = '' }: Step, _situation: Situation): Promise<Look> {
    if (kind === 'survey') return { isDone: true, facts: await this.survey() };
    if (kind === 'place') {
      await this.#place.open();
      return DONE;
    }
    if (kind === 'tidy') {
      await this.#place.tidy([...this.#files.values()].map(({ file }) => file));
      return DONE;
    }
    if (kind === 'verify') {
      const facts = await this.survey();
      const isAll = this.plan(facts, 'draft').length === 0;
      return { isDone: isAll, facts };
    }
    const { file, object } = this.#entry(subject);
    const found = await this.#place.digest(file.key, file.bytes);
    if (found === file.sha256) return DONE;
    if (found === undefined) return OPEN;
    if (object !== undefined && formerly(object, file.key).has(found)) return OPEN;
    throw this.#conflict('PU051', file.key);
  }

  async act({ kind, subject = '' }: Step): Promise<Facts> {
    const { file } = this.#entry(subject);
    await mustBeUnchanged(file);
    await this.#place.put(file, kind === 'replace');
    return {};
  }

  #entry(path: string): { readonly file: DepositFile; readonly object?: MirroredObject } {
    const entry = this.#files.get(path);
    if (entry === undefined) throw new Error(`The plan names a file ${path} that is not mirrored.`);
    return entry;
  }

  #conflict(code: 'PU051' | 'PU052' | 'PU058', path: string): Refused {
    return new Refused(diagnostic(code, { path, place: this.#place.words, host: this.client.base.host }));
  }
}
