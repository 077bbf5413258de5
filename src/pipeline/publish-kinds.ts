import { diagnostic, type Result } from '../diagnostics/diagnostic.js';
import type { Bibliography, VolumeRecord } from '../metadata/bibliography.js';
import { dataverse } from '../metadata/dataverse.js';
import { inveniordm } from '../metadata/inveniordm.js';
import { readBibliography } from '../metadata/read-bibliography.js';
import type {
  DataverseTarget,
  InvenioTarget,
  S3Target,
  SftpTarget,
  SwordTarget,
  TargetSettings,
  WebDavTarget,
} from '../model/target.js';
import { Client } from '../publish/client.js';
import { basic, type Credentials, ownHeader } from '../publish/credentials.js';
import { Dataverse } from '../publish/dataverse/target.js';
import type { DepositFile } from '../publish/deposit-file.js';
import { fedoraFile, groupPath } from '../publish/fedora/deposit.js';
import { statementsOf } from '../publish/fedora/statements.js';
import { Fedora } from '../publish/fedora/target.js';
import { InvenioRdm } from '../publish/inveniordm/target.js';
import type { MirrorPlace } from '../publish/mirror/place.js';
import { S3Place } from '../publish/mirror/s3.js';
import { signature } from '../publish/mirror/s3-signature.js';
import { SftpPlace } from '../publish/mirror/sftp.js';
import { openSession } from '../publish/mirror/sftp-session.js';
import { Mirror } from '../publish/mirror/target.js';
import { WebDavPlace } from '../publish/mirror/webdav.js';
import type { Secret } from '../publish/secret.js';
import { entryOf } from '../publish/sword/deposit.js';
import { Sword } from '../publish/sword/target.js';
import type { Target } from '../publish/target.js';
import { readMirroredRoot } from './mirrored-root.js';
import type { PublishRequest, PublishSurroundings } from './publish.js';
import { depositFiles, usualParts } from './publish-files.js';
import { packageOf } from './publish-package.js';
import type { OpenTarget } from './publish-target.js';
import { type PublishedEdition, placeOfField } from './published-edition.js';
import { staleParts } from './stale-parts.js';

/** A target with what it is sent. */
export interface TargetWithFiles {
  readonly target: Target;
  readonly files: readonly DepositFile[];
}

/** The kinds of targets that send the archive itself. */
const isMirror = ({ type }: TargetSettings): boolean => type === 's3' || type === 'sftp' || type === 'webdav';

/** An option that would do nothing at a target of a kind that has no drafts and gives no DOIs. */
export function uselessOption(
  { action, extent, isReplacing, parts }: PublishRequest,
  settings: TargetSettings,
): string | undefined {
  if (settings.type === 'inveniordm' || settings.type === 'dataverse') return undefined;
  if (action === 'doi' || extent === 'doi') return 'reserve';
  if (settings.type !== 'sword' && (action === 'published' || extent === 'published')) return 'publish';
  if (isReplacing) return 'replace';
  return isMirror(settings) && parts !== usualParts ? 'only' : undefined;
}

/**
 * Makes a target of its settings, with what it is sent of an edition.
 * @param secret what opens it; undefined where nothing is asked of it
 */
export async function withTarget(
  request: PublishRequest,
  edition: PublishedEdition,
  opened: OpenTarget,
  secret: Secret | undefined,
  around: PublishSurroundings,
): Promise<Result<TargetWithFiles>> {
  const { settings, base } = opened;
  if (settings.type === 's3' || settings.type === 'sftp' || settings.type === 'webdav')
    return withMirror(request, edition, settings, base, secret, around);
  const files = depositFiles(edition.folder, edition.id, isAside(request) ? [] : request.parts);
  if (files.value === undefined) return { diagnostics: files.diagnostics };
  const { doi } = edition;
  const isOld = doi !== undefined && !isAside(request) && request.extent !== 'doi';
  const stale = isOld ? staleParts(edition.folder, edition.id, request.parts, doi) : [];
  if (stale.length > 0) return { diagnostics: stale };
  const read = readBibliography(edition.tei, edition.id);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const given = { files: files.value };
  const client = (credentials: Credentials | Secret | undefined): Client => new Client(base, credentials, around);
  if (settings.type === 'inveniordm') {
    const deposit = invenioDeposit(request, edition, settings, inveniordm(read.value), files.value);
    return { value: { ...given, target: new InvenioRdm(request.to, client(secret), deposit) }, diagnostics: [] };
  }
  if (settings.type === 'dataverse') {
    const contact = settings.contact ?? read.value.volume.contact;
    if (contact === undefined) return { diagnostics: [diagnostic('PU075', { target: request.to })] };
    const own = secret && ownHeader('X-Dataverse-key', secret);
    const deposit = dataverseDeposit(request, edition, settings, { bibliography: read.value, ...given, contact });
    return { value: { ...given, target: new Dataverse(request.to, client(own), deposit) }, diagnostics: [] };
  }
  const credentials = secret && basic(settings.user, secret);
  if (settings.type === 'sword') {
    // Addresses of the service lie anywhere below its origin.
    const whole = new Client(new URL('/', base), credentials, around);
    return {
      value: await withSword(request, edition, settings, { client: whole, base, volume: read.value.volume, ...given }),
      diagnostics: [],
    };
  }
  const target = new Fedora(request.to, client(credentials), {
    id: edition.id,
    group: groupPath(settings.container, edition.id),
    urn: edition.urn,
    statements: statementsOf(read.value.volume, edition.urn),
    files: await Promise.all(files.value.map(fedoraFile)),
  });
  return { value: { ...given, target }, diagnostics: [] };
}

/** Whether it is about what was sent before, and not about the files of today. */
export function isAside({ action }: PublishRequest): boolean {
  return action === 'status' || action === 'receipt' || action === 'withdraw';
}

async function withSword(
  { to }: PublishRequest,
  { id, urn }: PublishedEdition,
  { collection, packaging }: SwordTarget,
  {
    client,
    base,
    volume,
    files,
  }: {
    readonly client: Client;
    readonly base: URL;
    readonly volume: VolumeRecord;
    readonly files: readonly DepositFile[];
  },
): Promise<TargetWithFiles> {
  const file = await packageOf(packaging, id, urn, files);
  const deposit = { collection, urn, entry: entryOf(volume, urn), packaging, file };
  return { target: new Sword(to, client, `${base.pathname}${base.search}`, deposit), files: [file] };
}

function withMirror(
  { to }: PublishRequest,
  { folder }: PublishedEdition,
  settings: S3Target | SftpTarget | WebDavTarget,
  base: URL,
  secret: Secret | undefined,
  around: PublishSurroundings,
): Result<TargetWithFiles> {
  const root = readMirroredRoot(folder);
  if (root.value === undefined) return { diagnostics: root.diagnostics };
  const client = new Client(base, credentialsOf(settings, secret), around);
  const files = [...root.value.files, ...root.value.objects.flatMap((object) => object.files)];
  const target = new Mirror(to, client, root.value, placeOf(settings, client, secret));
  return { value: { target, files }, diagnostics: [] };
}

function credentialsOf(
  settings: S3Target | SftpTarget | WebDavTarget,
  secret: Secret | undefined,
): Credentials | undefined {
  if (secret === undefined || settings.type === 'sftp') return undefined;
  if (settings.type === 'webdav') return basic(settings.user, secret);
  return signature({ id: settings.accessKeyId, secret, region: settings.region });
}

function placeOf(
  settings: S3Target | SftpTarget | WebDavTarget,
  client: Client,
  secret: Secret | undefined,
): MirrorPlace {
  if (settings.type === 's3') return new S3Place(client, settings.bucket, settings.prefix);
  if (settings.type === 'webdav') return new WebDavPlace(client);
  const { base } = client;
  const isKey = settings.privateKey !== undefined;
  const address = {
    host: base.hostname,
    port: Number(base.port || 22),
    user: settings.user,
    hostKey: settings.hostKey,
    ...(secret === undefined ? {} : { [isKey ? 'privateKey' : 'password']: secret.reveal() }),
  };
  return new SftpPlace(address, decodeURIComponent(base.pathname), openSession, (time) => client.sleep(time));
}

function invenioDeposit(
  { isReplacing, to }: PublishRequest,
  edition: PublishedEdition,
  { access, community, licence }: InvenioTarget,
  body: ReturnType<typeof inveniordm>,
  files: readonly DepositFile[],
): ConstructorParameters<typeof InvenioRdm>[2] {
  const { metadata } = body as { readonly metadata: Readonly<Record<string, unknown>> };
  return {
    urn: edition.urn,
    metadata: licence === undefined ? metadata : { ...metadata, rights: [{ id: licence }] },
    files,
    placeOf: placeOfField(edition, ['targets', to, 'access']),
    isReplacing,
    ...(edition.doi === undefined ? {} : { doi: edition.doi }),
    ...(access === undefined ? {} : { access }),
    ...(community === undefined ? {} : { community }),
  };
}

function dataverseDeposit(
  { isReplacing }: PublishRequest,
  edition: PublishedEdition,
  { access, collection, subject }: DataverseTarget,
  {
    bibliography,
    files,
    contact,
  }: { readonly bibliography: Bibliography; readonly files: readonly DepositFile[]; readonly contact: string },
): ConstructorParameters<typeof Dataverse>[2] {
  return {
    collection,
    id: edition.id,
    urn: edition.urn,
    metadata: dataverse(bibliography, { contact, subject }),
    ...(access === undefined ? {} : { access }),
    files,
    placeOf: placeOfField(edition),
    isReplacing,
    ...(edition.doi === undefined ? {} : { doi: edition.doi }),
  };
}
