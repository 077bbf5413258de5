import type { Agent, Bibliography, DescribedFile, VolumeRecord } from './bibliography.js';
import { creatorsOf, dayOf, intervalOf } from './contributions.js';
import { type Json, present } from './json.js';
import { doiOf, webAddress } from './standard-numbers.js';

/** The name of the file that makes a folder a crate. */
export const ROCRATE_FILE = 'ro-crate-metadata.json';

type Entity = { readonly [key: string]: Json };

/**
 * The description of a package as a research object: `ro-crate-metadata.json` of RO-Crate 1.2, which stands at the top of the package. A flat list of
 * entities that point to each other by `@id`.
 */
export function roCrate({ volume }: Bibliography, files: readonly DescribedFile[]): Json {
  const creators = creatorsOf(volume).map(({ agent }) => entityOf(agent));
  const publisher = volume.publisher && entityOf(volume.publisher);
  const licence = licenceOf(volume);
  const described = files.filter(({ path }) => path !== ROCRATE_FILE);
  const folders = [...new Set(described.flatMap(({ path }) => path.split('/').slice(0, -1).slice(0, 1)))];
  const graph: readonly Entity[] = [
    {
      '@id': ROCRATE_FILE,
      '@type': 'CreativeWork',
      name: 'The description of this package as a research object',
      about: { '@id': './' },
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
    },
    root(volume, creators, publisher, licence, described, folders),
    ...numbers(volume),
    ...creators,
    ...(publisher === undefined ? [] : [publisher]),
    licence,
    ...creatorsOf(volume)
      .map(({ agent }) => affiliationOf(agent))
      .filter((entity) => entity !== undefined),
    ...folders.map((folder) => folderEntity(folder, described)),
    ...described.map(fileEntity),
    ...described.flatMap(({ pronom }) => (pronom === undefined ? [] : [formatEntity(pronom)])),
  ];
  return { '@context': 'https://w3id.org/ro/crate/1.2/context', '@graph': distinct(graph) };
}

/** One who edits and publishes is one entity. */
function distinct(graph: readonly Entity[]): readonly Entity[] {
  const seen = new Set<unknown>();
  return graph.filter(({ '@id': id }) => (seen.has(id) ? false : seen.add(id)));
}

function root(
  volume: VolumeRecord,
  creators: readonly Entity[],
  publisher: Entity | undefined,
  licence: Entity,
  files: readonly DescribedFile[],
  folders: readonly string[],
): Entity {
  const { title, description, provenance, issued, covered, address: web, languages } = volume;
  const parts = [
    ...folders.map((folder) => `${segment(folder)}/`),
    ...files.filter(({ path }) => !path.includes('/')).map(({ path }) => address(path)),
  ];
  return present({
    '@id': './',
    '@type': 'Dataset',
    name: title,
    description: description ?? provenance ?? `The files of the documentary edition “${title}”.`,
    datePublished: issued === undefined ? undefined : dayOf(issued),
    license: pointer(licence),
    creator: single(creators.map(pointer)),
    publisher: publisher === undefined ? undefined : pointer(publisher),
    identifier: single(numbers(volume).map(pointer)),
    url: web === undefined ? undefined : webAddress(web),
    inLanguage: single(languages),
    keywords: volume.subjects.map(({ term }) => term).join(', '),
    temporalCoverage: covered === undefined ? undefined : intervalOf(covered),
    hasPart: single(parts.map((id) => ({ '@id': id }))),
  });
}

/** The identifiers as entities, as the guides of Science on Schema.org have them; the DOI first, which is the name of its entity. */
function numbers({ identifiers, urn }: VolumeRecord): readonly Entity[] {
  const all = [...identifiers, { type: 'urn', value: urn }];
  return all.map(({ type, value }) => {
    const doi = type === 'doi' ? doiOf(value) : undefined;
    return {
      '@id': doi === undefined ? `#${segment(`${type}-${value}`)}` : `https://doi.org/${doi}`,
      '@type': 'PropertyValue',
      name: `${type} ${value}`,
      propertyID: doi === undefined ? type : 'https://registry.identifiers.org/registry/doi',
      value: doi === undefined ? value : `doi:${doi}`,
    };
  });
}

function pointer(entity: Entity): Json {
  return { '@id': entity['@id'] ?? '' };
}

/** A list of one is its one. */
function single(values: readonly Json[]): Json | undefined {
  return values.length === 1 ? values[0] : values.length === 0 ? undefined : values;
}

function entityOf(agent: Agent): Entity {
  const { kind, name, family, given, ids } = agent;
  const institution = affiliationOf(agent);
  const [id] = ids.flatMap((one) => webAddress(one) ?? []);
  return present({
    '@id': id ?? `#${segment(name)}`,
    '@type': kind === 'person' ? 'Person' : 'Organization',
    name,
    familyName: family,
    givenName: given,
    affiliation: institution === undefined ? undefined : pointer(institution),
  });
}

function affiliationOf({ affiliation }: Agent): Entity | undefined {
  if (affiliation === undefined) return undefined;
  return { '@id': `#${segment(affiliation)}`, '@type': 'Organization', name: affiliation };
}

/** A crate has to say something of its licence: where the header says nothing, it is that. */
function licenceOf({ licence }: VolumeRecord): Entity {
  if (licence === undefined)
    return {
      '@id': '#licence',
      '@type': 'CreativeWork',
      name: 'No licence stated',
      description: 'The header of the edition states no licence.',
    };
  const { target, text, spdx } = licence;
  return {
    '@id': webAddress(target) ?? '#licence',
    '@type': 'CreativeWork',
    name: spdx ?? target,
    description: text === '' ? target : text,
  };
}

function folderEntity(folder: string, files: readonly DescribedFile[]): Entity {
  const own = files.filter(({ path }) => path.startsWith(`${folder}/`));
  return present({
    '@id': `${segment(folder)}/`,
    '@type': 'Dataset',
    name: folder,
    description: own.length === 1 ? `The folder ${folder}: 1 file` : `The folder ${folder}: ${own.length} files`,
    hasPart: single(own.map(({ path }) => ({ '@id': address(path) }))),
  });
}

function fileEntity({ path, mediaType, bytes, sha256, pronom }: DescribedFile): Entity {
  const folder = path.includes('/') ? `in the folder ${path.slice(0, path.indexOf('/'))}` : 'at the top of the package';
  return present({
    '@id': address(path),
    '@type': 'File',
    name: path.replace(/^.*\//, ''),
    description: `${mediaType}, ${folder}`,
    encodingFormat: pronom === undefined ? mediaType : [mediaType, { '@id': formatAddress(pronom) }],
    contentSize: String(bytes),
    sha256,
  });
}

function formatAddress(pronom: string): string {
  return `https://www.nationalarchives.gov.uk/PRONOM/${pronom}`;
}

function formatEntity(pronom: string): Entity {
  return { '@id': formatAddress(pronom), '@type': 'WebSite', name: `PRONOM ${pronom}` };
}

function address(path: string): string {
  return path.split('/').map(segment).join('/');
}

/** A name of a file or folder as a part of a relative address, in which letters of all scripts stand as they are (RFC 3987, §2.2, isegment). */
function segment(name: string): string {
  return name.toWellFormed().replace(/[^\p{L}\p{N}\p{M}._~!$&'()*+,;=@-]/gu, (sign) => encodeURIComponent(sign));
}
