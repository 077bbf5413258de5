import { type Diagnostic, diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { plural, size } from '../diagnostics/words.js';
import { type PublishReport, type PublishRequest, publish } from '../pipeline/publish.js';
import { type Part, parts, usualParts } from '../pipeline/publish-files.js';
import type { Extent, PlannedCall, Step } from '../publish/target.js';
import { argument } from './argument.js';
import { isFailure } from './failures.js';
import type { Call, ExitCode, OptionValues, Verb } from './verb.js';

/** The words that may stand before the edition, for what is not publishing. */
const asides = ['status', 'receipt', 'withdraw'] as const;
type Aside = (typeof asides)[number];

/** Options of which only one can stand. */
const exclusive = ['dry-run', 'check', 'reserve', 'publish'] as const;

/** `publish EDITION --to NAME`: an edition that was built → a repository. */
export const verb: Verb = {
  name: 'publish',
  description:
    'Brings a built edition to a repository. At InvenioRDM or Dataverse: metadata, TEI, PDF, EPUB and the web site as one ZIP file, with a DOI. It stops at a draft, which you can look at in the browser; ' +
    '--publish makes it public, which cannot be undone. Every step looks first whether it is done already: after any interruption the same command goes on, and an edition that is there is not sent again. ' +
    'A changed edition becomes a new version; changed metadata alone change the record.\n\n' +
    'The repository is described in volume.yaml, or in ~/.config/chancery/targets.yaml for all your volumes:\n\n' +
    '  targets:\n    archive:\n      type: inveniordm\n      baseUrl: https://repository.example.org\n      token: { env: ARCHIVE_TOKEN }\n\n' +
    'For a Dataverse write type: dataverse, and collection: the name of the collection in the address of its page. This kind was written from Dataverse’s documentation ' +
    'and tried against a program that behaves as that says, never against an installation: try it with a draft in a sandbox first. It needs Dataverse 5.14 or newer, and publishes itself or not at all: a draft that others are to review you submit on its page.\n\n' +
    'Of the type fedora (Fedora 6), each change of an edition is one version of an ArchivalGroup. s3, sftp and webdav are mirrors of its archive (archive/ in the output folder): new content goes first and inventories last, ' +
    'and nothing of others is written over. They know no drafts: what is sent stands there when the command has ended.\n\n' +
    '  repository: { type: fedora, baseUrl: https://fedora.example.org/fcrepo/rest, container: frus,\n' +
    '                user: press, password: { env: FEDORA_PASSWORD } }\n' +
    '  store:      { type: s3, baseUrl: https://s3.example.org, bucket: editions, prefix: ocfl,\n' +
    '                region: eu-central-1, accessKeyId: ID, secretAccessKey: { env: S3_SECRET } }\n' +
    '  server:     { type: sftp, baseUrl: sftp://archive.example.org/srv/ocfl, user: press,\n' +
    '                hostKey: SHA256:…, privateKey: { file: PATH } }\n' +
    '  folder:     { type: webdav, baseUrl: https://dav.example.org/ocfl, user: press,\n' +
    '                password: { file: PATH } }\n\n' +
    'sword (SWORD 2.0, of DSpace, EPrints and others) sends one package: a ZIP file of the files, or with packaging: BagIt a bag. It is “in progress” until --publish ends it, and a changed edition is put in its place after that with --publish alone; what the repository makes of it ' +
    'then is its own matter. It was tried against the server of Software Heritage and a program that behaves as the profile says.\n\n' +
    '  theirs:     { type: sword, baseUrl: https://repository.example.org/swordv2/servicedocument,\n' +
    '                collection: Editions, user: press, password: { env: SWORD_PASSWORD } }\n\n' +
    'A secret is never written there. What was sent is kept in a journal, published/NAME.jsonl beside volume.yaml. Before EDITION may stand status (how it stands at the repository), ' +
    'receipt (what was sent, by the journal) or withdraw (delete the draft).',
  argument: {
    name: 'EDITION',
    count: 'many',
    description: 'the folder with the volume.yaml, the TEI file, or the output folder of the build',
  },
  options: {
    to: { value: 'NAME', description: 'the target, by the name that it has under “targets”' },
    built: {
      value: 'DIR',
      description: 'the output folder of the build (default: dist/ and the id of the volume)',
    },
    only: {
      value: 'LIST',
      list: true,
      choices: parts,
      description: `send only these parts (default: ${usualParts.join(',')})`,
    },
    'dry-run': { description: 'show every call, size and check; nothing is sent' },
    check: { description: 'ask the repository whether it would take the edition; nothing is changed' },
    reserve: {
      description: 'reserve a DOI and write it into volume.yaml, so that the next build has it in the files',
    },
    publish: { description: 'publish, or submit to the community: this cannot be undone' },
    resume: { description: 'only go on with what was begun; refused where nothing was' },
    replace: { description: 'put our metadata in the place of what somebody changed in the draft' },
  },
  examples: [
    ['chancery publish my-volume --to archive', 'make a draft of the edition in dist/my-volume'],
    ['chancery publish my-volume --to archive --dry-run', 'show what would be sent'],
    ['chancery publish my-volume --to archive --reserve', 'get the DOI first; then build again'],
    ['chancery publish my-volume --to archive --publish', 'make it public'],
    ['chancery publish status my-volume --to archive', 'say how it stands there'],
  ],
  run,
};

async function run({ arguments: words, options, terminal }: Call): Promise<ExitCode> {
  const refuse = (...found: readonly Diagnostic[]): ExitCode => {
    terminal.report(found);
    terminal.sayJson({ diagnostics: found });
    return 2;
  };
  const asked = requestOf(words, options);
  if ('code' in asked) return refuse(asked);
  const { value, diagnostics } = await publish(asked, {
    env: process.env,
    fetch: (address, request) => fetch(address, request),
    sleep: (time) => new Promise((resolve) => setTimeout(resolve, time)),
    now: () => new Date().toISOString(),
    progress: (what) => terminal.progress(what),
  });
  terminal.report(diagnostics);
  terminal.sayJson({ ...value, diagnostics });
  if (value !== undefined) terminal.say(summary(value, asked));
  if (diagnostics.some(isFailure)) return 2;
  return value === undefined || hasErrors(diagnostics) ? 1 : 0;
}

/** What is asked for, or why that cannot be understood. */
function requestOf(words: readonly string[], options: OptionValues): PublishRequest | Diagnostic {
  const aside = asides.find((word) => words.length > 1 && word === words[0]);
  const [edition = '', ...more] = aside === undefined ? words : words.slice(1);
  if (more.length > 0) return diagnostic('CM006', { verb: 'publish', argument: 'EDITION', count: more.length + 1 });
  const to = options.value('to');
  if (to === undefined)
    return diagnostic('CM005', {
      verb: 'publish',
      missing: '--to NAME: the target',
      example: verb.examples[0]?.[0] ?? '',
    });
  const given = exclusive.filter((name) => options.flag(name));
  // A plan is shown as far as it would go; all else excludes the rest.
  const [one, other] = given.length === 2 && given[0] === 'dry-run' && given[1] !== 'check' ? [] : given;
  if (one !== undefined && other !== undefined) return diagnostic('PU035', { one, other });
  const useless =
    aside === undefined ? undefined : [...exclusive, 'resume', 'replace'].find((name) => options.flag(name));
  if (useless !== undefined) return diagnostic('PU037', { option: useless, action: aside ?? '' });
  const extent: Extent = options.flag('reserve') ? 'doi' : options.flag('publish') ? 'published' : 'draft';
  const built = options.value('built');
  const only = options.list('only') as readonly Part[];
  return {
    edition,
    to,
    ...(built === undefined ? {} : { built }),
    parts: only.length === 0 ? usualParts : only,
    action: actionOf(aside, options, extent),
    extent,
    isReplacing: options.flag('replace'),
    isResuming: options.flag('resume'),
  };
}

function actionOf(aside: Aside | undefined, options: OptionValues, extent: Extent): PublishRequest['action'] {
  if (aside !== undefined) return aside;
  return options.flag('dry-run') ? 'plan' : options.flag('check') ? 'check' : extent;
}

function summary(report: PublishReport, request: PublishRequest): string {
  const { target, host, steps, acted } = report;
  if (request.action === 'plan') return [`What would be sent to ${target} (${host}):`, ...planLines(report)].join('\n');
  if (request.action === 'check')
    return [`${target} (${host}) would take the edition:`, ...(steps ?? []).map(({ words }) => `  ${words}: yes`)].join(
      '\n',
    );
  return [
    `${headline(report, request)}`,
    ...detailLines(report, request),
    ...(acted === undefined ? [] : nextLines(report, request)),
  ].join('\n');
}

function headline(
  { target, host, state, record, acted, isChanging, isOther }: PublishReport,
  { action }: PublishRequest,
): string {
  const where = `${target} (${host})`;
  if (action === 'withdraw') return `The draft at ${where} is deleted.`;
  if (state === 'absent') return `There is nothing of the edition at ${where}.`;
  const change = isChanging === true ? ', with a change of its metadata that is not published' : '';
  const already = acted?.length === 0 && isOther !== true ? 'already there: ' : '';
  const other = isOther === true ? ', another state of the edition' : '';
  return `${where}: ${already}${state}, record ${record}${change}${other}`;
}

function detailLines(
  { doi, parentDoi, page, files, journal, written, time, state }: PublishReport,
  { action }: PublishRequest,
): readonly string[] {
  const bytes = files.reduce((sum, file) => sum + (file.bytes ?? 0), 0);
  const isWeighed = files.length > 0 && files.every((file) => file.bytes !== undefined);
  return [
    ...(doi === undefined || state === 'absent'
      ? []
      : [`  DOI      ${doi}${parentDoi === undefined ? '' : `; of all versions ${parentDoi}`}`]),
    ...(page === undefined ? [] : [`  page     ${page}`]),
    ...(action === 'doi' || action === 'withdraw' || state === 'absent'
      ? []
      : [`  files    ${plural(files.length, 'file')}${isWeighed ? `, ${size(bytes)}` : ''}`]),
    ...(action === 'receipt'
      ? files.map(
          ({ key, md5, sha256 }) =>
            `    ${key}${md5 === undefined ? '' : `  md5 ${md5}`}${sha256 === undefined ? '' : `  sha256 ${sha256}`}`,
        )
      : []),
    ...(time === undefined ? [] : [`  time     ${time}`]),
    ...(written === undefined ? [] : [`  written  the DOI, into ${written}`]),
    `  journal  ${journal}`,
  ];
}

/** What to do next. */
function nextLines({ state, target }: PublishReport, { action, edition }: PublishRequest): readonly string[] {
  const command = `chancery publish ${argument(edition)} --to ${target}`;
  if (action === 'doi') return [`Build again, so that the files bear the DOI; then: ${command}`];
  if (action === 'draft' && state === 'draft') return [`Look at it; then make it public: ${command} --publish`];
  return [];
}

function planLines({ steps = [], isOther }: PublishReport): readonly string[] {
  const isThere = steps.every(({ isLook }) => isLook === true);
  const lines = steps.flatMap(({ words, check, looks, acts, isSpare, isFinal, isLook }: Step) => [
    `  ${words}${isFinal === true ? ' (cannot be undone)' : ''}`,
    ...looks.map((call) => `    looks   ${callLine(call)}`),
    ...acts.map((call) => `    ${isSpare === true ? 'if need be' : 'calls'}   ${callLine(call)}`),
    `    check   ${check}${isLook === true ? '' : ', before and after'}`,
  ]);
  const reason = isOther === true ? 'another state of it was handed over' : 'it is there already';
  return isThere ? [...lines, `  Nothing is sent: ${reason}, as the journal says`] : lines;
}

function callLine({ method, path, bytes }: PlannedCall): string {
  return `${method} ${path}${bytes === undefined ? '' : ` (${bytes.toLocaleString('en')} bytes)`}`;
}
