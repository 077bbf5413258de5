import { textsOf } from './citation.js';
import {
  type Collection,
  type DataFile,
  type Dataset,
  type FileMetadata,
  type Indexed,
  latest,
  type User,
  type Version,
} from './installation.js';
import { friendlyType } from './upload.js';

const time = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
const day = (at: number | undefined): string | undefined => time(at)?.slice(0, 10);
const bare = (persistentId: string): string => persistentId.replace(/^doi:/, '');
const urlOf = ({ persistentId }: Dataset): string => `https://doi.org/${bare(persistentId)}`;

export function jsonOfUser(user: User): object {
  const name = user.identifier;
  return {
    id: 1,
    identifier: `@${name}`,
    displayName: name,
    firstName: name,
    lastName: name,
    email: `${name}@example.org`,
    superuser: user.superuser ?? false,
    deactivated: false,
    affiliation: '',
    persistentUserId: name,
    authenticationProviderId: 'builtin',
  };
}

export function jsonOfCollection({ id, alias, name, released }: Collection): object {
  const contacts = [{ displayOrder: 0, contactEmail: 'collection@example.org' }];
  return {
    id,
    alias,
    name,
    dataverseContacts: contacts,
    permissionRoot: true,
    dataverseType: 'JOURNALS',
    isReleased: released,
  };
}

/** The first file of a line of replacements. */
function rootOf({ replaces }: DataFile): DataFile | undefined {
  return replaces === undefined ? undefined : (rootOf(replaces) ?? replaces);
}

/** A file within a version; what has no value is left out. */
export function jsonOfFile(entry: FileMetadata, version: Version): object {
  const { file, description, categories } = entry;
  return {
    description,
    label: entry.label,
    restricted: entry.restricted,
    directoryLabel: entry.directoryLabel,
    version: 1,
    datasetVersionId: version.id,
    categories: categories.length > 0 ? categories : undefined,
    dataFile: {
      id: file.id,
      persistentId: '',
      filename: entry.label,
      contentType: file.contentType,
      friendlyType: friendlyType(file.contentType),
      filesize: file.bytes.length,
      embargo: file.embargo,
      description,
      categories: categories.length > 0 ? categories : undefined,
      storageIdentifier: `local://${file.id.toString(16).padStart(11, '0')}-${file.md5.slice(0, 12)}`,
      originalFileFormat: file.original?.contentType,
      originalFileSize: file.original?.bytes.length,
      originalFileName: file.original?.name,
      rootDataFileId: rootOf(file)?.id ?? -1,
      previousDataFileId: file.replaces?.id,
      md5: file.md5,
      checksum: { type: 'MD5', value: file.md5 },
      tabularData: file.original !== undefined,
      creationDate: day(file.created),
      publicationDate: day(file.published),
      fileAccessRequest: true,
    },
  };
}

/** The files of a version by their names. */
export function jsonOfFiles(version: Version): object[] {
  const key = (entry: FileMetadata): string => `${entry.label}/${entry.directoryLabel ?? ''}`;
  return version.files.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)).map((entry) => jsonOfFile(entry, version));
}

export function jsonOfVersion(dataset: Dataset, version: Version, withFiles = true): object {
  const { terms } = version;
  return {
    id: version.id,
    datasetId: dataset.id,
    datasetPersistentId: dataset.persistentId,
    storageIdentifier: `local://${bare(dataset.persistentId)}`,
    versionNumber: version.number?.major,
    versionMinorNumber: version.number?.minor,
    versionState: version.state,
    latestVersionPublishingState: latest(dataset).state,
    lastUpdateTime: time(version.updated),
    releaseTime: time(version.released),
    createTime: time(version.created),
    publicationDate: day(dataset.published),
    citationDate: day(dataset.published),
    ...(typeof terms === 'string' ? { termsOfUse: terms } : { license: terms }),
    fileAccessRequest: true,
    metadataBlocks: { citation: { displayName: 'Citation Metadata', name: 'citation', fields: version.fields } },
    ...(withFiles ? { files: jsonOfFiles(version) } : {}),
  };
}

export function jsonOfDataset(dataset: Dataset): object {
  const [authority = '', ...rest] = bare(dataset.persistentId).split('/');
  return {
    id: dataset.id,
    identifier: rest.join('/'),
    persistentUrl: urlOf(dataset),
    protocol: 'doi',
    authority,
    separator: '/',
    publisher: 'Twin',
    publicationDate: day(dataset.published),
    storageIdentifier: `local://${bare(dataset.persistentId)}`,
    datasetType: 'dataset',
  };
}

export function jsonOfLocks({ locks, persistentId }: Dataset): object[] {
  return locks.map(({ reason, since, user, info }) => ({
    lockType: reason,
    date: new Date(since).toUTCString(),
    user,
    dataset: persistentId,
    message: info,
  }));
}

/** What a search shows of a dataset. */
export function jsonOfItem({ dataset, version }: Indexed): object {
  const draft = version.state === 'DRAFT';
  return {
    name: textsOf(version.fields, 'title')[0],
    type: 'dataset',
    url: urlOf(dataset),
    global_id: dataset.persistentId,
    description: textsOf(version.fields, 'dsDescriptionValue')[0],
    published_at: draft ? undefined : time(version.released),
    publisher: dataset.collection.name,
    identifier_of_dataverse: dataset.collection.alias,
    name_of_dataverse: dataset.collection.name,
    publicationStatuses: draft ? [...(dataset.published === undefined ? ['Unpublished'] : []), 'Draft'] : ['Published'],
    storageIdentifier: `local://${bare(dataset.persistentId)}`,
    subjects: textsOf(version.fields, 'subject'),
    fileCount: version.files.length,
    versionId: version.id,
    versionState: version.state,
    majorVersion: version.number?.major,
    minorVersion: version.number?.minor,
    createdAt: time(version.created),
    updatedAt: time(version.updated),
    authors: textsOf(version.fields, 'authorName'),
  };
}
