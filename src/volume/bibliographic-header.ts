import { element, type XmlElement, type XmlNode } from '../formats/xml-writer.js';
import type { Editor, FundingEntry, Manifest, SubjectEntry } from '../model/manifest.js';
import { orcidAddress } from '../model/orcid.js';

/** What the volume's header says of the edition as a whole (TEI P5, §2.2 and §2.4), from the manifest; `metadata/read-bibliography.ts` reads it back. */

/** The titles, the editors and who paid. */
export function titleStatement(manifest: Manifest): XmlElement {
  const { complete, series, subseries, volumeNumber, volume } = manifest.title;
  const titles = [
    ['complete', complete],
    ['series', series],
    ['subseries', subseries],
    ['volumenumber', volumeNumber],
    ['volume', volume],
  ] as const;
  return element(
    'titleStmt',
    {},
    ...titles.map(([type, title]) => element('title', { type }, title ?? '')),
    ...manifest.editors.map(editor),
    ...manifest.funding.map(funder),
    // What the texts have lost and the editors supply points here with its @resp.
    element(
      'respStmt',
      { 'xml:id': 'editor' },
      element('resp', { key: 'supplied' }, 'What the raw texts have lost was supplied by'),
      ...manifest.editors.filter((e) => e.role === 'primary').map((e) => element('persName', {}, e.name)),
    ),
  );
}

/** Publisher, place, date, to whom questions go, identifiers (the address of the web edition among them) and licence. */
export function publicationStatement(manifest: Manifest): XmlElement {
  return element(
    'publicationStmt',
    {},
    element('publisher', {}, manifest.publisher),
    element('pubPlace', {}, manifest.place),
    element('date', { when: manifest.date }, manifest.date),
    ...(manifest.contact === undefined ? [] : [element('address', {}, element('addrLine', {}, manifest.contact))]),
    ...Object.entries(manifest.identifiers).map(([type, value]) => element('idno', { type }, value)),
    ...(manifest.address === undefined || manifest.identifiers['url'] === manifest.address
      ? []
      : [element('idno', { type: 'url' }, manifest.address)]),
    element('availability', {}, element('licence', { target: manifest.licence.target }, manifest.licence.text)),
  );
}

/** An editor by name; the institution stands beside the name, and the ORCID iD is the address of the person (TEI P5, att.canonical). */
function editor({ name, role, orcid, affiliation }: Editor): XmlElement {
  const ref = orcid === undefined ? undefined : orcidAddress(orcid);
  if (affiliation === undefined) return element('editor', { ref, role }, name);
  return element('editor', { ref, role }, element('persName', {}, name), ', ', element('affiliation', {}, affiliation));
}

/** Who paid, with the award (TEI P5, §2.2.1). */
function funder({ funder: name, address, award, title }: FundingEntry): XmlElement {
  const more: XmlNode[] = [];
  if (title !== undefined) more.push(', ', element('title', {}, title));
  if (award !== undefined) more.push(', ', element('idno', { type: 'award' }, award));
  return element('funder', { ref: address }, element('orgName', {}, name), ...more);
}

/** What the edition is related to (TEI P5, §2.2.6): the type of the relation is DataCite's. */
export function notesStatement({ relations }: Manifest): readonly XmlElement[] {
  if (relations.length === 0) return [];
  const items = relations.map(({ type, scheme, identifier, title }) => {
    const idno = element('idno', { type: scheme }, identifier);
    const entry = title === undefined ? [idno] : [element('title', {}, title), ', ', idno];
    return element('relatedItem', { type }, element('bibl', {}, ...entry));
  });
  return [element('notesStmt', {}, items)];
}

/** The description and the key words (TEI P5, §2.4.4 and §2.4.3), of each vocabulary together. */
export function bibliographicProfile({ description, subjects }: Manifest): readonly XmlElement[] {
  const paragraphs = (description ?? '').split(/\n\s*\n/).filter((words) => words.trim() !== '');
  const schemes = [...new Set(subjects.map(({ scheme }) => scheme))];
  const keywords = schemes.map((scheme) =>
    element('keywords', { scheme }, subjects.filter((subject) => subject.scheme === scheme).map(term)),
  );
  return [
    ...(paragraphs.length === 0
      ? []
      : [
          element(
            'abstract',
            {},
            paragraphs.map((words) => element('p', {}, words.trim())),
          ),
        ]),
    ...(keywords.length === 0 ? [] : [element('textClass', {}, keywords)]),
  ];
}

function term({ term: words, address }: SubjectEntry): XmlElement {
  return element('term', { ref: address }, words);
}
