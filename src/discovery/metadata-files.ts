import type { Bibliography, DocumentRecord } from '../metadata/bibliography.js';
import { METADATA_FORMS, type MetadataFormName } from '../metadata/metadata-files.js';
import { documentMods, volumeMods } from '../metadata/mods.js';
import { document } from '../metadata/xml.js';
import type { FileSet } from '../model/file-set.js';
import { bareMediaTypeOf } from '../model/media-type.js';
import type { WebLink } from '../model/web-link.js';
import { documentDublinCore } from './document-dublin-core.js';
import { addressOf, type WebEdition } from './web-edition.js';

/** The folder of the web edition that the metadata are in. */
const FOLDER = 'metadata';

/** The forms that are of use beside a web edition, with the addresses by which programs know them (RFC 6906). */
const PROFILES = {
  datacite: 'http://datacite.org/schema/kernel-4',
  'datacite-json': 'http://datacite.org/schema/kernel-4',
  dc: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  mods: 'http://www.loc.gov/mods/v3',
  marc: 'http://www.loc.gov/MARC21/slim',
  'schema-org': 'https://schema.org/',
  csl: undefined,
  cmif: 'https://github.com/TEI-Correspondence-SIG/CMIF',
} as const satisfies Partial<Record<MetadataFormName, string | undefined>>;

const WEB_FORMS = Object.keys(PROFILES) as (keyof typeof PROFILES)[];

/** Where the records stand that harvesters are given: of the volume alone, and of its documents by the names of their pages. */
export const recordPaths = {
  volume: { oai_dc: `${FOLDER}/dc.xml`, mods: `${FOLDER}/mods/index.xml`, oai_datacite: `${FOLDER}/datacite.xml` },
  document: (page: string) => ({ oai_dc: `${FOLDER}/dc/${page}.xml`, mods: `${FOLDER}/mods/${page}.xml` }),
} as const;

/**
 * The metadata that stand beside the pages: the volume in each form that can be written of it, and each document in Dublin Core and MODS.
 * @param pages the names of the documents' pages by their ids; a document without a page is left out
 */
export function metadataBeside(edition: WebEdition, pages: ReadonlyMap<string, string>): FileSet {
  const { bibliography } = edition;
  const files = new Map<string, string>();
  for (const [path, text] of volumeFiles(bibliography)) files.set(path, text);
  files.set(recordPaths.volume.mods, document(volumeMods(bibliography)));
  for (const [one, page] of documentsWithPage(edition, pages)) {
    const paths = recordPaths.document(page);
    files.set(paths.oai_dc, documentDublinCore(one, bibliography.volume, addressOf(edition, `${page}.html`)));
    files.set(paths.mods, document(documentMods(one)));
  }
  return files;
}

function* volumeFiles(bibliography: Bibliography): Generator<readonly [path: string, text: string]> {
  for (const name of WEB_FORMS) {
    const { file, write } = METADATA_FORMS[name];
    const text = write(bibliography, [], []);
    if (text !== undefined) yield [`${FOLDER}/${file}`, text];
  }
}

/** Links to what describes the volume, relative to its pages: those files that there are. */
export function volumeDescriptions(files: FileSet): readonly WebLink[] {
  return WEB_FORMS.flatMap((name) => {
    const path = `${FOLDER}/${METADATA_FORMS[name].file}`;
    return files.has(path) ? [description(path, PROFILES[name])] : [];
  });
}

/** Links to what describes a document. */
export function documentDescriptions(page: string): readonly WebLink[] {
  const { oai_dc, mods } = recordPaths.document(page);
  return [description(mods, PROFILES.mods), description(oai_dc, PROFILES.dc)];
}

function description(path: string, profile: string | undefined): WebLink {
  const link = { rel: 'describedby', href: path, type: bareMediaTypeOf(path) };
  return profile === undefined ? link : { ...link, profile };
}

/** The documents of the edition that have a page, with its name. */
export function* documentsWithPage(
  { bibliography }: WebEdition,
  pages: ReadonlyMap<string, string>,
): Generator<readonly [document: DocumentRecord, page: string]> {
  for (const one of bibliography.documents) {
    const page = pages.get(one.id);
    if (page !== undefined) yield [one, page];
  }
}
