import { existsSync, statSync } from 'node:fs';
import type { BagInfo } from '../../archive/bagit/write-bag.js';
import { digestsOf, hashed } from '../../archive/digest.js';
import { editionFiles } from '../../archive/edition.js';
import { pathsOf } from '../../archive/inventory.js';
import { editionOf, versionFiles } from '../../archive/objects.js';
import { diagnostic, type Result } from '../../diagnostics/diagnostic.js';
import { plural, size } from '../../diagnostics/words.js';
import { spareMemory } from '../../formats/engine.js';
import { fileNameOf } from '../../model/file-name.js';
import type { FileContent, Files } from '../../model/file-set.js';
import { type EditionFacts, editionName, nameUrn } from '../../model/identifier.js';
import { renamingsOf } from '../../pipeline/archive.js';
import { type CompletedEdition, completed, readBuiltEdition } from '../../pipeline/built-edition.js';
import { crateOf, preservationOf, withPreservation } from '../../pipeline/description.js';
import { type PackageForm, packageForms, writePackage } from '../../pipeline/package.js';
import { packingEvent } from '../../pipeline/preservation-events.js';
import { depositTime } from '../provenance.js';
import type { OptionValues, Verb } from '../verb.js';
import { archiveOption, namedVersion, versionOf } from './archive-of.js';
import { outcome } from './outcome.js';

/** What is packed. */
interface Contents {
  readonly name: string;
  readonly title: string;
  readonly identifiers: readonly string[];
  readonly publisher?: string;
  readonly files: Files;
  /** The time that the package bears: when the version was made, or now. */
  readonly time: string;
}

const ENDINGS: Readonly<Record<PackageForm, string>> = { bagit: '', zip: '.zip', tar: '.tar' };

/** `archive package EDITION-FOLDER|ID[@VERSION]`. */
export const verb: Verb = {
  name: 'archive package',
  description:
    'Packs an edition for handing over to a repository or a colleague, as a BagIt 1.0 bag (RFC 8493): the files under data/, their digests by SHA-256 and SHA-512, and bag-info.txt, which says what it is and who sends it. The payload is a research object too (RO-Crate 1.2). ' +
    'ZIP and tar files are not compressed, so that the same edition makes the same bytes everywhere, and damage to one file stays in that file. A package of a version of an archive bears the time of that version; ' +
    'one of a folder the present, or that of SOURCE_DATE_EPOCH.',
  argument: {
    name: 'EDITION',
    count: 'one',
    description: 'a folder that chancery build has written, or an edition of an archive: ID, or ID@v2',
  },
  options: {
    format: {
      value: 'FORM',
      choices: packageForms,
      description: 'a bag as a folder, or in one file (default: by the ending of --out, else zip)',
    },
    out: {
      value: 'FILE',
      short: 'o',
      description: 'the file or folder that is made; nothing may stand there (default: the id, with .zip or .tar)',
    },
    ...archiveOption,
    sources: { value: 'DIR', description: 'the folder of the raw texts, to be packed with a built edition' },
    organization: { value: 'NAME', description: 'who sends it (default: the publisher of the edition)' },
    contact: { value: 'NAME', description: 'whom to ask' },
    email: { value: 'ADDRESS', description: 'the e-mail address of that person' },
    profile: {
      value: 'FILE',
      description: 'a BagIt profile (JSON) that the bag is to keep to; else nothing is written',
    },
  },
  examples: [
    ['chancery archive package dist/my-volume --out my-volume.zip', 'pack a built edition'],
    [
      'chancery archive package my-volume@v2 --archive /srv/archive --format tar --out my-volume-v2.tar',
      'a version of an archive',
    ],
    [
      'chancery archive package my-volume --profile repository.json --contact "A. Editor" --out delivery.zip',
      'for a repository with a profile',
    ],
  ],
  async run({ arguments: [words = ''], options, terminal }) {
    spareMemory();
    const { value: contents, diagnostics } = await contentsOf(words, options);
    if (contents === undefined) return outcome(terminal, diagnostics, undefined, () => '');
    const form = formOf(options);
    const out = options.value('out') ?? `${contents.name}${ENDINGS[form]}`;
    const profile = options.value('profile');
    terminal.progress(`Writing ${out} …`);
    const written = await writePackage({
      name: contents.name,
      payload: new Map([...crateOf(contents.files), ...contents.files]),
      info: infoOf(contents, options),
      form,
      modified: contents.time,
      out,
      ...(profile === undefined ? {} : { profile }),
    });
    const { value } = written;
    return outcome(
      terminal,
      [...diagnostics, ...written.diagnostics],
      value && { format: form, ...value },
      () =>
        `${contents.title}\n  ${value?.path ?? ''}: ${plural(value?.files ?? 0, 'file')}, ${size(value?.bytes ?? 0)}`,
    );
  },
};

function formOf(options: OptionValues): PackageForm {
  const given = options.value('format') as PackageForm | undefined;
  const ending = /\.(zip|tar)$/i.exec(options.value('out') ?? '')?.[1]?.toLowerCase() as PackageForm | undefined;
  return given ?? ending ?? 'zip';
}

/** What an argument means: a folder where there is one, else an edition of an archive. */
async function contentsOf(words: string, options: OptionValues): Promise<Result<Contents>> {
  if (existsSync(words) && statSync(words).isDirectory()) return ofFolder(words, options.value('sources'));
  const { value: found, diagnostics } = versionOf(options, namedVersion(words));
  if (found === undefined) return { diagnostics };
  const { object, store, version } = found;
  const state = pathsOf(object.inventory.versions[version]?.state ?? {});
  const files = hashed(versionFiles(store, object, version) ?? new Map());
  const { digestAlgorithm } = object.inventory;
  const damaged = [...state].filter(([path, digest]) => digestOf(files.get(path), digestAlgorithm) !== digest);
  if (damaged.length > 0) return { diagnostics: damaged.map(([path]) => diagnostic('AR022', { path })) };
  const { volume, title } = editionOf(store, object);
  const { id, versions } = object.inventory;
  const name = `${fileNameOf(volume ?? id)}-${version}`;
  const time = versions[version]?.created ?? depositTime();
  const identifiers = [id, ...(volume === undefined ? [] : [volume])];
  return { value: { name, title: title ?? id, identifiers, files, time }, diagnostics };
}

/** The digest of a file that was hashed; nothing of one that is missing. */
function digestOf(content: FileContent | undefined, algorithm: string): string | undefined {
  return content === undefined ? undefined : digestsOf(content, [algorithm]).get(algorithm);
}

async function ofFolder(folder: string, sources: string | undefined): Promise<Result<Contents>> {
  const { value: found, diagnostics } = readBuiltEdition(folder, sources);
  if (found === undefined) return { diagnostics };
  const time = depositTime();
  const { value: built = found, diagnostics: described } = await completed(found, time);
  const { edition, title } = built;
  const whole = { volume: edition.volume, ...built };
  const { preservation } = whole as CompletedEdition;
  const events = [...(preservation?.events ?? []), packingEvent(time)];
  const added = preservation && preservationOf(whole, preservation.bibliography, events);
  const files = hashed(editionFiles(added === undefined ? whole : withPreservation(whole, added)));
  const { publisher } = edition;
  const known = publisher === undefined ? {} : { publisher };
  const name = fileNameOf(edition.volume);
  return {
    value: { name, title, identifiers: identifiersOf(edition), files, time, ...known },
    diagnostics: [...diagnostics, ...described, ...renamingsOf(built)],
  };
}

function identifiersOf(edition: EditionFacts): readonly string[] {
  const { doi, isbn, volume } = edition;
  const given = [...(doi === undefined ? [] : [`doi:${doi}`]), ...(isbn === undefined ? [] : [`isbn:${isbn}`])];
  return [...given, nameUrn(editionName(edition)), volume];
}

function infoOf({ title, identifiers, publisher, time }: Contents, options: OptionValues): BagInfo {
  const fact = (label: string, value: string | undefined): BagInfo => (value === undefined ? [] : [[label, value]]);
  return [
    ...fact('Source-Organization', options.value('organization') ?? publisher),
    ...fact('Contact-Name', options.value('contact')),
    ...fact('Contact-Email', options.value('email')),
    ['External-Description', title],
    ...identifiers.map((id) => ['External-Identifier', id] as const),
    ['Bagging-Date', new Date(time).toISOString().slice(0, 10)],
  ];
}
