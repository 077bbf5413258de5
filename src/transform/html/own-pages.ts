import { METADATA_FORMS } from '../../metadata/metadata-files.js';
import { type Xml, xml } from '../xml.js';
import type { Site } from './site.js';

/** What the site has besides the pages of the volume, on its home page: persons, terms, and its data to be used again. */
export function ownPages(site: Site): Xml {
  const { letters, persons, terms } = site.register;
  const people = site.peoplePath;
  const [firstLetter] = letters.values();
  const pages = [
    ...(people === undefined || persons.length === 0
      ? []
      : [xml`<li><a href="${people}">Persons named</a> <span class="quiet">${persons.length}</span></li>`]),
    ...(firstLetter === undefined
      ? []
      : [
          xml`<li><a href="${firstLetter}.html">Terms and abbreviations</a> <span class="quiet">${terms.length}</span></li>`,
        ]),
  ];
  const data = [...site.citing.files().keys()].flatMap((path) => {
    const words = WORDS.get(path);
    return words === undefined
      ? []
      : [xml`<li><a href="${path}" download="${path.replace(/^.*\//, '')}">${words}</a></li>`];
  });
  return xml`${
    pages.length === 0
      ? undefined
      : xml`<nav class="own-pages" aria-labelledby="named-heading"><h2 id="named-heading">Who and what is named</h2>
<ul>${pages}</ul></nav>
`
  }<section class="own-pages" aria-labelledby="data-heading"><h2 id="data-heading">Data of all documents</h2>
<ul>${data}</ul></section>
`;
}

/** What each file of data is, for readers. */
const WORDS: ReadonlyMap<string, string> = new Map([
  [`metadata/${METADATA_FORMS['documents-csv'].file}`, 'Table of the documents (CSV)'],
  [`metadata/${METADATA_FORMS['documents-json'].file}`, 'The same as data (JSON)'],
  [`metadata/${METADATA_FORMS.bibtex.file}`, 'Citations (BibTeX)'],
  [`metadata/${METADATA_FORMS.ris.file}`, 'Citations (RIS)'],
  [`metadata/${METADATA_FORMS.csl.file}`, 'Citations (CSL-JSON)'],
  [`metadata/${METADATA_FORMS.cmif.file}`, 'Who wrote to whom (CMIF)'],
]);
