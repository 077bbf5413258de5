import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import type { FileSet } from '../model/file-set.js';
import type { Bibliography, DescribedFile, PreservationEvent } from './bibliography.js';
import { bibtex } from './bibtex.js';
import { cmif } from './cmif.js';
import { cslJson } from './csl.js';
import { dataciteJson } from './datacite.js';
import { dataciteXml } from './datacite-xml.js';
import { documentsCsv, documentsJson } from './documents-table.js';
import { dublinCore } from './dublin-core.js';
import { inveniordm } from './inveniordm.js';
import { type Json, writeJson } from './json.js';
import { marcXml } from './marcxml.js';
import { mets } from './mets.js';
import { mods } from './mods.js';
import { premis } from './premis.js';
import { ris } from './ris.js';
import { ROCRATE_FILE, roCrate } from './ro-crate.js';
import { schemaOrg } from './schema-org.js';

/** A form of metadata: its file, what it is for, and how it is written. */
export interface MetadataForm {
  readonly file: string;
  /** In a phrase, for somebody who has not heard of it. */
  readonly purpose: string;
  /** The text; undefined where the edition lacks what the form cannot be without. */
  write(
    bibliography: Bibliography,
    files: readonly DescribedFile[],
    events: readonly PreservationEvent[],
  ): string | undefined;
}

function json(
  make: (bibliography: Bibliography, files: readonly DescribedFile[]) => Json | undefined,
): MetadataForm['write'] {
  return (bibliography, files) => {
    const made = make(bibliography, files);
    return made === undefined ? undefined : writeJson(made);
  };
}

/** The forms by the names that the command takes, in the order in which they are listed. */
export const METADATA_FORMS = {
  datacite: { file: 'datacite.xml', purpose: 'DataCite 4.6, by which DOIs are registered', write: dataciteXml },
  'datacite-json': {
    file: 'datacite.json',
    purpose: 'the same for the interface of DataCite',
    write: json(dataciteJson),
  },
  inveniordm: {
    file: 'inveniordm.json',
    purpose: 'the draft of a deposit in InvenioRDM, as Zenodo runs it',
    write: json(inveniordm),
  },
  dc: { file: 'dc.xml', purpose: 'Dublin Core, as harvesters ask for it', write: dublinCore },
  mods: { file: 'mods.xml', purpose: 'MODS 3.8, for libraries: the volume with each document', write: mods },
  marc: { file: 'marc.xml', purpose: 'MARCXML, for library catalogues', write: marcXml },
  mets: { file: 'mets.xml', purpose: 'METS, for archives: files, chapters and documents', write: mets },
  premis: { file: 'premis.xml', purpose: 'PREMIS 3, for archives: digests, formats, events', write: premis },
  'schema-org': {
    file: 'schema-org.json',
    purpose: 'JSON-LD of schema.org, for search engines',
    write: json(schemaOrg),
  },
  csl: { file: 'csl.json', purpose: 'CSL-JSON, for Zotero and other reference managers', write: json(cslJson) },
  bibtex: { file: 'bibtex.bib', purpose: 'BibTeX, for LaTeX and reference managers', write: (own) => bibtex(own) },
  ris: { file: 'citations.ris', purpose: 'RIS, for EndNote and other reference managers', write: (own) => ris(own) },
  'documents-csv': {
    file: 'documents.csv',
    purpose: 'the headers of all documents as a table',
    write: (own) => documentsCsv(own),
  },
  'documents-json': {
    file: 'documents.json',
    purpose: 'the headers of all documents as data',
    write: json((own) => documentsJson(own)),
  },
  cmif: { file: 'cmif.xml', purpose: 'who wrote to whom, for correspSearch', write: cmif },
  'ro-crate': { file: ROCRATE_FILE, purpose: 'RO-Crate 1.2, at the top of a package', write: json(roCrate) },
} as const satisfies Record<string, MetadataForm>;

export type MetadataFormName = keyof typeof METADATA_FORMS;

/** All forms that stand in the folder `metadata` of a package; RO-Crate stands at its top. */
export const PACKAGED_FORMS = (Object.keys(METADATA_FORMS) as MetadataFormName[]).filter((name) => name !== 'ro-crate');

/** The forms that tell of each file of a package and of what happened to the edition, in the order in which they are made: METS names the file of PREMIS as well. */
export const PRESERVATION_FORMS = ['premis', 'mets'] as const satisfies readonly MetadataFormName[];

/** The forms of a package that tell of the edition alone. */
export const DESCRIPTIVE_FORMS = PACKAGED_FORMS.filter(
  (name) => !(PRESERVATION_FORMS as readonly MetadataFormName[]).includes(name),
);

/**
 * The files of the folder `metadata`: the same edition, files and events make the same bytes. A form that asks for what the edition does not say is left out,
 * with a finding; a volume without letters has no file for correspSearch, which is none.
 * @param files the files of the package, without those that are made here
 * @param wanted the forms; all that a package has, where nothing is said
 */
export function metadataFiles(
  bibliography: Bibliography,
  files: readonly DescribedFile[],
  events: readonly PreservationEvent[],
  wanted: readonly MetadataFormName[] = PACKAGED_FORMS,
): Result<FileSet> {
  const made = new Map<string, string>();
  const missing: string[] = [];
  for (const name of wanted) {
    const { file, write } = METADATA_FORMS[name] as MetadataForm;
    const text = write(bibliography, files, events);
    if (text !== undefined) made.set(file, text);
    else if (name !== 'cmif') missing.push(file);
  }
  return { value: made, diagnostics: missing.length === 0 ? [] : [lacking(bibliography, missing)] };
}

/** What keeps forms from being written. */
function lacking({ volume }: Bibliography, missing: readonly string[]): Diagnostic {
  const facts = [
    ...(volume.publisher === undefined ? ['publisher'] : []),
    ...(volume.issued === undefined ? ['date of publication'] : []),
  ];
  return diagnostic('MD001', { volume: volume.id, lacking: facts.join(' and no '), files: missing.join(', ') });
}
