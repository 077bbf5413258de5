import { element, type XmlElement } from '../formats/xml-writer.js';
import type { Bibliography, DescribedFile, DocumentRecord, PreservationEvent } from './bibliography.js';
import { documentMods, volumeMods } from './mods.js';
import { premisAgents, premisAlone, premisEvent, premisObject } from './premis.js';
import { around, document, XLINK, XSI } from './xml.js';

const METS = 'http://www.loc.gov/METS/';

/**
 * The package as METS 1.12: the volume and each document described by MODS, each file by PREMIS, the files by their folders, and the order of chapters and
 * documents with the files that hold them. Addresses are relative to the file itself, which stands in the folder `metadata` of the package.
 */
export function mets(
  bibliography: Bibliography,
  files: readonly DescribedFile[],
  events: readonly PreservationEvent[],
): string {
  const { volume, documents } = bibliography;
  const time = events
    .map((event) => event.time)
    .sort()
    .at(-1);
  return document(
    element(
      'mets',
      {
        xmlns: METS,
        'xmlns:xlink': XLINK,
        'xmlns:xsi': XSI,
        OBJID: volume.urn,
        LABEL: volume.title,
        TYPE: 'documentary edition',
        'xsi:schemaLocation': `${METS} http://www.loc.gov/standards/mets/mets.xsd`,
      },
      header(time, events),
      descriptive('DMD-0', volumeMods(bibliography)),
      documents.map((one, i) => descriptive(`DMD-${i + 1}`, documentMods(one))),
      administrative(bibliography, files, events),
      around('fileSec', groups(files)),
      element('structMap', { TYPE: 'logical' }, structure(bibliography, files)),
    ),
  );
}

function header(time: string | undefined, events: readonly PreservationEvent[]): readonly XmlElement[] {
  const programs = [...new Set(events.map(({ agent }) => agent))];
  if (programs.length === 0) return [];
  return [
    element(
      'metsHdr',
      { CREATEDATE: time !== undefined && ISO_TIME.test(time) ? time : undefined },
      programs.map((program) =>
        element('agent', { ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE' }, element('name', {}, program)),
      ),
    ),
  ];
}

/** XML Schema, dateTime. */
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/;

function wrapped(type: string, content: XmlElement): XmlElement {
  return element('mdWrap', { MDTYPE: type }, element('xmlData', {}, content));
}

function descriptive(id: string, content: XmlElement): XmlElement {
  return element('dmdSec', { ID: id }, wrapped('MODS', content));
}

function administrative(
  bibliography: Bibliography,
  files: readonly DescribedFile[],
  events: readonly PreservationEvent[],
): readonly XmlElement[] {
  return around('amdSec', [
    ...files.map((file, i) =>
      element(
        'techMD',
        { ID: `TECH-${i + 1}` },
        wrapped('PREMIS:OBJECT', premisAlone(premisObject(file, bibliography))),
      ),
    ),
    ...events.map((event, i) =>
      element(
        'digiprovMD',
        { ID: `EVENT-${i + 1}` },
        wrapped('PREMIS:EVENT', premisAlone(premisEvent(event, i, bibliography))),
      ),
    ),
    ...premisAgents(events).map((agent, i) =>
      element('digiprovMD', { ID: `AGENT-${i + 1}` }, wrapped('PREMIS:AGENT', premisAlone(agent))),
    ),
  ]);
}

/** The files, in a group for each folder at the top of the package. */
function groups(files: readonly DescribedFile[]): readonly XmlElement[] {
  const byFolder = new Map<string, XmlElement[]>();
  for (const [i, file] of files.entries()) {
    const { path, mediaType, bytes, sha512 } = file;
    const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : 'package';
    const entry = element(
      'file',
      {
        ID: `FILE-${i + 1}`,
        ADMID: `TECH-${i + 1}`,
        MIMETYPE: mediaType,
        SIZE: String(bytes),
        CHECKSUM: sha512,
        CHECKSUMTYPE: 'SHA-512',
      },
      element('FLocat', { LOCTYPE: 'URL', 'xlink:type': 'simple', 'xlink:href': `../${address(path)}` }),
    );
    const group = byFolder.get(folder);
    if (group === undefined) byFolder.set(folder, [entry]);
    else group.push(entry);
  }
  return [...byFolder].map(([folder, entries]) => element('fileGrp', { USE: folder }, entries));
}

/** A path as a relative address (RFC 3986, §4.2). */
function address(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/** A chapter while it is filled. */
interface Part {
  readonly id: string;
  readonly label: string;
  readonly children: (Part | XmlElement)[];
}

/** The volume with its chapters and documents in their order; each holds the files that are named after it. */
function structure({ volume, documents }: Bibliography, files: readonly DescribedFile[]): XmlElement {
  const named = filesByName(files);
  const root: Part = { id: volume.id, label: volume.title, children: [] };
  let branch: readonly Part[] = [root];
  for (const [i, one] of documents.entries()) {
    branch = branchOf(branch, one);
    branch.at(-1)?.children.push(documentDivision(one, i, named));
  }
  const own = pointers(named, volume.id);
  const division = (part: Part, attributes: Readonly<Record<string, string>>): XmlElement =>
    element(
      'div',
      { ...attributes, LABEL: part.label },
      part === root ? own : pointers(named, part.id),
      part.children.map((child) => ('name' in child ? child : division(child, { TYPE: 'section' }))),
    );
  return division(root, { TYPE: 'volume', DMDID: 'DMD-0' });
}

/** The branch of sections that a document stands in: the one before as far as it is the same, and new sections after that. */
function branchOf(before: readonly Part[], { within }: DocumentRecord): readonly Part[] {
  const branch = before.slice(0, 1);
  for (const { id, head } of within) {
    const last = before[branch.length];
    const isSame = last?.id === id && last === branch.at(-1)?.children.at(-1);
    const part = isSame ? last : { id, label: head === '' ? id : head, children: [] };
    if (!isSame) branch.at(-1)?.children.push(part);
    branch.push(part);
  }
  return branch;
}

function documentDivision(
  one: DocumentRecord,
  index: number,
  named: ReadonlyMap<string, readonly string[]>,
): XmlElement {
  const { id, number, title } = one;
  return element(
    'div',
    { TYPE: 'document', DMDID: `DMD-${index + 1}`, ORDER: String(index + 1), ORDERLABEL: number, LABEL: title },
    pointers(named, id),
  );
}

function pointers(named: ReadonlyMap<string, readonly string[]>, id: string): readonly XmlElement[] {
  return (named.get(id) ?? []).map((file) => element('fptr', { FILEID: file }));
}

/** The ids of the files by their names without folder and extension: `html/d73.html` and `tei/d73.xml` are of d73. */
function filesByName(files: readonly DescribedFile[]): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  for (const [i, { path }] of files.entries()) {
    const name = path.replace(/^.*\//, '').replace(/\.\w+$/, '');
    const ids = named.get(name);
    if (ids === undefined) named.set(name, [`FILE-${i + 1}`]);
    else ids.push(`FILE-${i + 1}`);
  }
  return named;
}
