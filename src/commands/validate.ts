import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { plural } from '../diagnostics/words.js';
import { spareMemory } from '../formats/engine.js';
import type { LineSource, SourceFile } from '../model/source-file.js';
import { Gate } from '../pipeline/gate.js';
import { CHECKS, type Check, createValidator, type ValidateOptions, type Validator } from '../validate/validate.js';
import type { Severities } from '../volume/manifest.js';
import { isFailure } from './failures.js';
import type { Terminal } from './terminal.js';
import { checkedElsewhere, touchedBy } from './validate-fragments.js';
import { openXmlFile, readVolumeIndex, readXmlFile, xmlFiles } from './validate-inputs.js';
import { type Helpers, type SharedWork, shareWork, startHelpers, takeNext } from './validate-threads.js';
import type { ExitCode, OptionValues, Verb } from './verb.js';

const FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'html'];

/** How often a finding of one kind is shown in one file, unless all are asked for. */
const SHOWN_OF_EACH_KIND = 10;

/** Bytes of a file from which memory is worth more than time. */
const LARGE = 50_000_000;

/** Findings of a schema that cannot be used, so that the command could not be done either. */
const SCHEMA_FAILURES = new Set([
  'VA001',
  'VA030',
  'VA031',
  'VA032',
  'VA060',
  'VA061',
  'VA062',
  'VA063',
  'VA064',
  'VA065',
  'VA066',
  'VA220',
]);

/** `validate FILE…`: the release check. */
export const verb: Verb = {
  name: 'validate',
  description:
    'Checks TEI documents and volumes: well-formedness, the RELAX NG schema, Schematron, and the editorial rules. Every finding has its line, and ' +
    'says what stands there, what was expected, and what to do. What only older volumes hold is a warning; with --strength current it is an error.',
  argument: { name: 'FILE', count: 'many', description: 'TEI files, or folders whose .xml files are meant' },
  options: {
    only: { value: 'LIST', list: true, choices: CHECKS, description: 'only these checks' },
    strength: {
      value: 'STRENGTH',
      choices: ['current', 'legacy'],
      description: 'today’s rules alone, or with warnings for what older volumes hold (default: legacy)',
    },
    schema: { value: 'FILE', description: 'a RELAX NG schema (.rng or .rnc) in the place of our own' },
    schematron: { value: 'FILE', description: 'a Schematron schema (.sch) beside our own' },
    manifest: { value: 'FILE', description: 'a volume.yaml whose `severities` say what findings weigh (VA310: off)' },
    index: { value: 'FILE', description: 'an index of other volumes (chancery index), to check references to them' },
    svrl: { value: 'DIR', description: 'write what Schematron finds in each file as NAME.svrl into this folder too' },
    phase: { value: 'NAME', description: 'the phase of that Schematron schema' },
    format: { value: 'FORMAT', choices: FORMATS, description: 'how findings are written (default: text)' },
    all: { description: `show all findings; without it ${SHOWN_OF_EACH_KIND} of each kind in each file` },
    fix: { description: 'make the repairs that are safe, and change nothing else in the file' },
    watch: { description: 'check again whenever a file changes, until Ctrl-C' },
  },
  examples: [
    ['chancery validate frus1964-68v14.xml', 'check a volume in full'],
    ['chancery validate tei --only wellformed,relaxng', 'check the structure of all files in a folder, quickly'],
    ['chancery validate volume.xml --schema tei_all.rng', 'check against the schema of the TEI itself'],
    ['chancery validate volume.xml --fix', 'make the repairs that are safe: chancery rules marks them with *'],
    ['chancery validate volumes --strength current --format github', 'what CI runs: every older form is an error'],
    ['chancery validate volume.xml --format sarif > findings.sarif', 'write the findings for a code host'],
  ],
  async run({ arguments: inputs, options, terminal }) {
    const files = xmlFiles(inputs);
    const manifest = await manifestSeverities(options.value('manifest'));
    const severities = manifest.value === undefined ? {} : { severities: manifest.value };
    const wanted: ValidateOptions = { ...validateOptions(options), ...severities };
    const work = shareWork(files.value ?? [], wanted, options.value('index'));
    if (work.largest > LARGE) spareMemory();
    const isPlain = !options.flag('fix') && options.value('svrl') === undefined;
    const helpers = isPlain ? startHelpers(work) : undefined;
    const index = readVolumeIndex(options.value('index'));
    const loaded = await createValidator({ ...wanted, ...(index.value === undefined ? {} : { volumes: index.value }) });
    const unread = [...index.diagnostics, ...manifest.diagnostics];
    const failed = [...files.diagnostics, ...unread, ...loaded.diagnostics];
    const { value: validator } = loaded;
    if (validator === undefined || unread.length > 0 || files.value === undefined || files.value.length === 0) {
      helpers?.dismiss();
      terminal.sayJson({ counts: {}, findings: failed });
      terminal.report(failed);
      return 2;
    }
    const read = ['schema', 'schematron', 'index', 'manifest'].flatMap((name) => options.value(name) ?? []);
    const gate = new Gate([...files.value, ...read]);
    const hindrances = await svrlHindrances(options.value('svrl'), files.value, gate);
    if (hindrances.length > 0) {
      terminal.sayJson({ counts: {}, findings: hindrances });
      terminal.report(hindrances);
      return 2;
    }
    const run = new Run(validator, options, terminal, gate);
    const code = await run.check(work, files.diagnostics, helpers);
    if (options.flag('watch')) await run.watch(work);
    return code;
  },
};

function validateOptions(options: OptionValues): ValidateOptions {
  const only = options.list('only') as readonly Check[];
  const [schema, schematron, phase] = ['schema', 'schematron', 'phase'].map((name) => options.value(name));
  return {
    strength: options.value('strength') === 'current' ? 'current' : 'legacy',
    ...(only.length === 0 ? {} : { only }),
    ...(schema === undefined ? {} : { schema }),
    ...(schematron === undefined ? {} : { schematron }),
    ...(phase === undefined ? {} : { phase }),
  };
}

/** No value where no manifest is named; reading one brings a library with it. */
async function manifestSeverities(file: string | undefined): Promise<Result<Severities>> {
  if (file === undefined) return { diagnostics: [] };
  const { readManifestSeverities } = await import('./validate-manifest.js');
  return readManifestSeverities(file);
}

/** What stands against writing a report of Schematron for each file. */
async function svrlHindrances(
  folder: string | undefined,
  files: readonly string[],
  gate: Gate,
): Promise<readonly Diagnostic[]> {
  if (folder === undefined) return [];
  const { svrlFiles } = await import('./validate-svrl.js');
  return gate.hindrances(svrlFiles(folder, files));
}

/** One call of the command: what it checks with, and where it writes. */
class Run {
  readonly #validator: Validator;
  readonly #options: OptionValues;
  readonly #terminal: Terminal;
  readonly #gate: Gate;
  readonly #included = new Map<string, ReadonlySet<string>>();

  constructor(validator: Validator, options: OptionValues, terminal: Terminal, gate: Gate) {
    this.#gate = gate;
    this.#validator = validator;
    this.#options = options;
    this.#terminal = terminal;
  }

  async check(work: SharedWork, before: readonly Diagnostic[], helpers?: Helpers): Promise<ExitCode> {
    const { files } = work;
    const started = performance.now();
    const diagnostics: Diagnostic[] = [...before];
    const sources = new Map<string, LineSource>();
    const found = await this.#checkAll(work, sources, helpers);
    for (const ofFile of found) for (const one of ofFile) diagnostics.push(one);
    await this.#report(diagnostics, sources, files, (performance.now() - started) / 1000);
    if (diagnostics.some((d) => isFailure(d) || SCHEMA_FAILURES.has(d.code))) return 2;
    return hasErrors(diagnostics) ? 1 : 0;
  }

  /** The findings of each file, in their order; others may take files too. */
  async #checkAll(
    work: SharedWork,
    sources: Map<string, LineSource>,
    helpers: Helpers | undefined,
  ): Promise<readonly Diagnostic[][]> {
    const { files } = work;
    const found: Diagnostic[][] = files.map(() => []);
    const texts: (LineSource | undefined)[] = [];
    for (let next = takeNext(work); next !== undefined; next = takeNext(work)) {
      const { nth, before } = next;
      const file = files[nth] ?? '';
      this.#terminal.progress(
        files.length === 1 ? `Checking ${file}` : `Checking ${before + 1} of ${files.length}: ${file}`,
      );
      const own = new Map<string, SourceFile>();
      found[nth] = [...(await this.#checkFile(file, own))];
      texts[nth] = own.get(file);
      for (const part of own.get(file)?.parts ?? []) if (part.path !== file) sources.set(part.path, part);
    }
    for (const { nth, lines, diagnostics, named } of (await helpers?.checked) ?? []) {
      found[nth] = [...diagnostics];
      this.#included.set(files[nth] ?? '', named);
      if (lines !== undefined) texts[nth] = { lineText: (line) => lines.get(line) ?? '' };
    }
    for (const [nth, source] of texts.entries()) if (source !== undefined) sources.set(files[nth] ?? '', source);
    const elsewhere = checkedElsewhere(files, this.#included);
    return found.map((ofFile, nth) => (elsewhere.has(files[nth] ?? '') ? [] : ofFile));
  }

  async #checkFile(file: string, sources: Map<string, SourceFile>): Promise<readonly Diagnostic[]> {
    return this.#options.flag('fix') ? this.#fixFile(file, sources) : this.#onlyCheckFile(file, sources);
  }

  async #onlyCheckFile(file: string, sources: Map<string, SourceFile>): Promise<readonly Diagnostic[]> {
    const { source, diagnostics } = this.#readText(file);
    if (source === undefined) return diagnostics;
    sources.set(file, source);
    const reported = await this.#svrl(source);
    return [...diagnostics, ...reported, ...this.#validator.validate(source)];
  }

  /** The text of a file without its bytes, which nobody needs any more: of a large volume they are hundreds of megabytes. */
  #readText(file: string): { readonly source: SourceFile | undefined; readonly diagnostics: readonly Diagnostic[] } {
    const { value, diagnostics, named } = openXmlFile(file, this.#options.value('schema') !== undefined);
    this.#included.set(file, named);
    return { source: value, diagnostics };
  }

  async #fixFile(file: string, sources: Map<string, SourceFile>): Promise<readonly Diagnostic[]> {
    const isForeign = this.#options.value('schema') !== undefined;
    const { value: source, diagnostics, bytes, named } = readXmlFile(file, isForeign);
    this.#included.set(file, named);
    if (source === undefined || bytes === undefined) return diagnostics;
    sources.set(file, source);
    const reported = await this.#svrl(source);
    if (source.isComposed) return [...diagnostics, diagnostic('IN046', { path: file }, { file })];
    if (diagnostics.length > 0) return [...diagnostics, ...reported, diagnostic('CM031', { path: file }, { file })];
    const { fix, writeFixed } = await import('./validate-fix.js');
    const fixed = fix(source, this.#validator);
    if (fixed.count === 0) return fixed.diagnostics;
    const failed = writeFixed(file, fixed.source.text, bytes);
    if (failed.length > 0) return failed;
    sources.set(file, fixed.source);
    return [
      diagnostic('CM032', { path: file, findings: plural(fixed.count, 'finding') }, { file }),
      ...fixed.diagnostics,
    ];
  }

  async #svrl(source: SourceFile): Promise<readonly Diagnostic[]> {
    const folder = this.#options.value('svrl');
    if (folder === undefined) return [];
    const { writeSvrl } = await import('./validate-svrl.js');
    return writeSvrl(folder, source, this.#validator, this.#gate);
  }

  async #report(
    diagnostics: readonly Diagnostic[],
    sources: ReadonlyMap<string, LineSource>,
    files: readonly string[],
    seconds: number,
  ): Promise<void> {
    const terminal = this.#terminal;
    const format = terminal.json ? 'json' : (this.#options.value('format') ?? 'text');
    if (format !== 'text') {
      const { REPORTS } = await import('./validate-report.js');
      const report = REPORTS[format]?.({ diagnostics, sources, files }) ?? '';
      if (typeof report === 'string') terminal.print(report);
      else terminal.printPieces(report);
      return;
    }
    const isAll = this.#options.flag('all');
    terminal.list(diagnostics, sources, isAll ? Number.POSITIVE_INFINITY : SHOWN_OF_EACH_KIND);
    const what = files.length === 1 ? files[0] : `${files.length} files`;
    const result = diagnostics.length === 0 ? `${what}: nothing was found.` : `Checked ${what}.`;
    const more =
      isAll || diagnostics.length <= SHOWN_OF_EACH_KIND
        ? ''
        : ' --all shows every finding, chancery rules CODE explains one.';
    terminal.say(`${result} (${seconds.toFixed(1)} s)${more}`);
  }

  /** Never comes to an end by itself: Ctrl-C ends it. */
  async watch({ files, options, index }: SharedWork): Promise<never> {
    const { watchFiles } = await import('./validate-watch.js');
    this.#terminal.say('Watching; Ctrl-C ends.');
    let last: Promise<unknown> = Promise.resolve();
    watchFiles(files, (changed) => {
      last = last.then(() => this.check(shareWork(touchedBy(changed, files, this.#included), options, index), []));
    });
    return new Promise<never>(() => {});
  }
}
