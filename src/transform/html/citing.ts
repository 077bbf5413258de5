import type { Bibliography, DocumentRecord } from '../../metadata/bibliography.js';
import { bibtexWriter, volumeBibtex } from '../../metadata/bibtex.js';
import { type Cited, citedDocument, citedVolume } from '../../metadata/citation/cited.js';
import { CITATION_STYLES } from '../../metadata/citation/styles.js';
import { cmif } from '../../metadata/cmif.js';
import { cslJson, cslVolume, cslWriter } from '../../metadata/csl.js';
import { documentsCsv, documentsJson } from '../../metadata/documents-table.js';
import { fieldsOfBook, type HeadField, ownFields, volumeFields } from '../../metadata/embedded.js';
import { type Json, writeJson } from '../../metadata/json.js';
import { METADATA_FORMS } from '../../metadata/metadata-files.js';
import { risWriter, volumeRis } from '../../metadata/ris.js';
import { schemaOrg, schemaOrgWriter } from '../../metadata/schema-org.js';
import { webAddress } from '../../metadata/standard-numbers.js';
import { type AddressOf, addressBelow, baseOf } from '../../metadata/web-address.js';
import type { FileSet } from '../../model/file-set.js';
import type { SitePage, WebLink } from '../../model/web-link.js';
import type { Page, PagedVolume } from '../pages.js';
import { escapeXml, Xml, xml } from '../xml.js';
import { inlineJson } from './inline-json.js';
import { paragraphsOf } from './paragraphs.js';

/** From this many paragraphs on, a list of links to them is worth its place. */
const LISTED_FROM = 2;

/** Describes a document in a form; with the address of its page, where it has one. */
type Writer<T> = (one: DocumentRecord, address?: string) => T;

/** What the pages say of the volume and its documents to readers who cite them, and to programs: the same description that the archive has. */
export class Citing {
  readonly #bibliography: Bibliography;
  readonly #records: ReadonlyMap<string, DocumentRecord>;
  readonly #base: string | undefined;
  readonly #book: Cited;
  readonly #fieldsOfBook: Xml;
  readonly #write: {
    readonly bibtex: Writer<string>;
    readonly ris: Writer<string>;
    readonly csl: Writer<Json>;
    readonly schemaOrg: Writer<Json>;
  };
  readonly #texts = new Map<string, { readonly bibtex: string; readonly ris: string }>();
  /** The names of the documents' pages by their ids. */
  readonly #pages: ReadonlyMap<string, string>;

  constructor(bibliography: Bibliography, { pages }: PagedVolume) {
    this.#bibliography = bibliography;
    this.#records = new Map(bibliography.documents.map((one) => [one.id, one]));
    const { volume } = bibliography;
    this.#base = baseOf(volume);
    this.#book = citedVolume(volume);
    this.#fieldsOfBook = metaOf(fieldsOfBook(volume));
    this.#write = {
      bibtex: bibtexWriter(volume),
      ris: risWriter(volume),
      csl: cslWriter(volume),
      schemaOrg: schemaOrgWriter(volume),
    };
    this.#pages = new Map(pages.flatMap(({ id, name, kind }) => (kind === 'document' ? [[id, name] as const] : [])));
  }

  /** What is known of the document of a page. */
  recordOf({ id, kind }: Pick<Page, 'id' | 'kind'>): DocumentRecord | undefined {
    return kind === 'document' ? this.#records.get(id) : undefined;
  }

  /** The e-mail address to which questions go. */
  get contact(): string | undefined {
    return this.#bibliography.volume.contact;
  }

  /** The address of a file of the site, where the edition has one. */
  addressOf(path: string): string | undefined {
    return this.#base === undefined ? undefined : addressBelow(this.#base, path);
  }

  readonly #pageAddress: AddressOf = (id) => {
    const name = id === undefined ? 'index' : this.#pages.get(id);
    return name === undefined ? undefined : this.addressOf(`${name}.html`);
  };

  /** What a page links to in its head: what it is part of, its own address, the terms of the edition and the data that describe it. */
  readonly linksOf = ({ name, kind, id }: SitePage): readonly WebLink[] => {
    const { licence } = this.#bibliography.volume;
    const address = this.addressOf(`${name}.html`);
    const isDescribed = kind === 'home' || (id !== undefined && this.recordOf({ id, kind }) !== undefined);
    return [
      ...(address === undefined ? [] : [{ rel: 'canonical', href: address }]),
      ...(kind === 'home' ? [] : [{ rel: 'up', href: 'index.html' }]),
      ...(licence === undefined || webAddress(licence.target) === undefined
        ? []
        : [{ rel: 'license', href: licence.target }]),
      ...(isDescribed ? [{ rel: 'describedby', href: DOCUMENTS_JSON, type: 'application/json' }] : []),
    ];
  };

  /** The head of the home page. */
  homeHead(): Xml {
    const { volume } = this.#bibliography;
    const address = this.#pageAddress();
    return head(volumeFields(volume, address), schemaOrg({ volume, documents: [] }));
  }

  /** The head of a document's page; nothing for the other pages. */
  pageHead(page: Page): Xml | undefined {
    const record = this.recordOf(page);
    if (record === undefined) return undefined;
    const address = this.#pageAddress(page.id);
    const own = ownFields(record, this.#bibliography.volume, address);
    return xml`${this.#fieldsOfBook}${head(own, this.#write.schemaOrg(record, address))}`;
  }

  /** How the volume is cited, on its home page. */
  homeBlock(): Xml {
    const { volume } = this.#bibliography;
    const address = this.#pageAddress();
    return block('Cite this volume', citedVolume(volume, address), [
      ['BibTeX', `${volume.id}.bib`, BIBTEX, volumeBibtex(volume, address)],
      ['RIS', `${volume.id}.ris`, RIS, volumeRis(volume, address)],
      ['CSL-JSON', `${volume.id}.json`, CSL, JSON.stringify([cslVolume(volume)])],
    ]);
  }

  /** The document of a page as it is cited. */
  citedOf(page: Page): Cited | undefined {
    const record = this.recordOf(page);
    return record && citedDocument(record, this.#book, this.#pageAddress(page.id));
  }

  /** How a document is cited, with links to its paragraphs; nothing for a page that is no document. */
  pageBlock(page: Page): Xml | undefined {
    const record = this.recordOf(page);
    if (record === undefined) return undefined;
    const { volume } = this.#bibliography;
    const address = this.#pageAddress(page.id);
    const name = `${volume.id}-${page.name}`;
    const { bibtex, ris } = this.#textsOf(record);
    return block(
      'Cite this document',
      citedDocument(record, this.#book, address),
      [
        ['BibTeX', `${name}.bib`, BIBTEX, bibtex],
        ['RIS', `${name}.ris`, RIS, ris],
        ['CSL-JSON', `${name}.json`, CSL, JSON.stringify([this.#write.csl(record, address)])],
      ],
      paragraphList(page),
    );
  }

  /** The entry and the record of a document, which its page has and the files of all documents. */
  #textsOf(record: DocumentRecord): { readonly bibtex: string; readonly ris: string } {
    let texts = this.#texts.get(record.id);
    if (texts === undefined) {
      const address = this.#pageAddress(record.id);
      texts = { bibtex: this.#write.bibtex(record, address), ris: this.#write.ris(record, address) };
      this.#texts.set(record.id, texts);
    }
    return texts;
  }

  /** The files of all documents: citations for reference managers, and the headers as data. */
  files(): FileSet {
    this.#files ??= this.#dataFiles();
    return this.#files;
  }

  #files: FileSet | undefined;

  #dataFiles(): FileSet {
    const { volume, documents } = this.#bibliography;
    const own = { volume, documents: documents.filter(({ id }) => this.#pages.has(id)) };
    const texts = own.documents.map((one) => this.#textsOf(one));
    const home = this.#pageAddress();
    const letters = cmif(this.#bibliography);
    return new Map<string, string>([
      [`metadata/${METADATA_FORMS.csl.file}`, writeJson(cslJson(own))],
      [
        `metadata/${METADATA_FORMS.bibtex.file}`,
        [volumeBibtex(volume, home), ...texts.map(({ bibtex }) => bibtex)].join('\n'),
      ],
      [`metadata/${METADATA_FORMS.ris.file}`, [volumeRis(volume, home), ...texts.map(({ ris }) => ris)].join('')],
      [`metadata/${METADATA_FORMS['documents-csv'].file}`, documentsCsv(own, this.#pageAddress)],
      [DOCUMENTS_JSON, writeJson(documentsJson(own, this.#pageAddress))],
      ...(letters === undefined ? [] : [[`metadata/${METADATA_FORMS.cmif.file}`, letters] as const]),
    ]);
  }
}

const DOCUMENTS_JSON = `metadata/${METADATA_FORMS['documents-json'].file}`;
const BIBTEX = 'application/x-bibtex';
const RIS = 'application/x-research-info-systems';
const CSL = 'application/vnd.citationstyles.csl+json';

function head(fields: readonly HeadField[], about: Json): Xml {
  return xml`${metaOf(fields)}<script type="application/ld+json">${inlineJson(about)}</script>
`;
}

function metaOf(fields: readonly HeadField[]): Xml {
  return new Xml(
    fields
      .map(({ attribute, field, content }) => `<meta ${attribute}="${field}" content="${escapeXml(content)}"/>\n`)
      .join(''),
  );
}

type Data = readonly [label: string, file: string, type: string, text: string];

/** The citations, each in its style, and the same for reference managers: small enough to be in the page itself, so that they can be saved from a copy too. */
function block(heading: string, cited: Cited, data: readonly Data[], more?: Xml): Xml {
  const styles = CITATION_STYLES.map(({ name, write }) => {
    const pieces = write(cited).map((piece) => (typeof piece === 'string' ? piece : xml`<i>${piece.italic}</i>`));
    return xml`<div><dt>${name}</dt><dd class="citation">${pieces}</dd></div>
`;
  });
  const files = data.map(
    ([label, file, type, text]) =>
      xml`<li><a download="${file}" href="data:${type};charset=utf-8,${encodeURI(text.toWellFormed()).replaceAll('#', '%23')}">${label}</a></li>`,
  );
  // Notes stand beside the sections of a page; this is none of the text.
  return xml`<div class="cite added" role="region" aria-labelledby="cite-heading">
<h2 id="cite-heading">${heading}</h2>
<dl>
${styles}</dl>
<ul class="cite-files" aria-label="The citation for reference managers">${files}</ul>
${more}</div>`;
}

/** Links to the paragraphs, folded away: to copy, and for those who use no pointer. */
function paragraphList({ content }: Page): Xml | undefined {
  const paragraphs = paragraphsOf(content);
  if (paragraphs.length < LISTED_FROM) return undefined;
  const links = paragraphs.map(
    ({ attributes: { id } }, i) => xml`<li><a href="#${id}" aria-label="Paragraph ${i + 1}">${i + 1}</a></li>`,
  );
  return xml`<details class="paragraph-list"><summary>Link to a paragraph</summary>
<ol>${links}</ol></details>
`;
}
