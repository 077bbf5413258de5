import { diagnostic, type Result } from '../diagnostics/diagnostic.js';
import type { Bibliography } from '../metadata/bibliography.js';
import { dataverse } from '../metadata/dataverse.js';
import { inveniordm } from '../metadata/inveniordm.js';
import type { DataverseTarget, InvenioTarget } from '../model/target.js';
import { Client } from '../publish/client.js';
import { ownHeader } from '../publish/credentials.js';
import { Dataverse } from '../publish/dataverse/target.js';
import type { DepositFile } from '../publish/deposit-file.js';
import { InvenioRdm } from '../publish/inveniordm/target.js';
import type { Secret } from '../publish/secret.js';
import type { Target } from '../publish/target.js';
import type { PublishRequest, PublishSurroundings } from './publish.js';
import type { OpenTarget } from './publish-target.js';
import { type PublishedEdition, placeOfField } from './published-edition.js';

/** What a target is made of, besides its settings. */
interface Given {
  /** Undefined where nothing is asked of the target. */
  readonly token: Secret | undefined;
  readonly bibliography: Bibliography;
  readonly files: readonly DepositFile[];
  readonly around: PublishSurroundings;
}

/** Makes a target of its settings, with what it is sent of an edition. */
export function targetOf(
  request: PublishRequest,
  edition: PublishedEdition,
  { settings, base }: OpenTarget,
  given: Given,
): Result<Target> {
  const { token, around } = given;
  if (settings.type === 'inveniordm') {
    const deposit = invenioDeposit(request, edition, settings, given);
    return { value: new InvenioRdm(request.to, new Client(base, token, around), deposit), diagnostics: [] };
  }
  const contact = settings.contact ?? given.bibliography.volume.contact;
  if (contact === undefined) return { diagnostics: [diagnostic('PU075', { target: request.to })] };
  const client = new Client(base, token && ownHeader('X-Dataverse-key', token), around);
  const deposit = dataverseDeposit(request, edition, settings, given, contact);
  return { value: new Dataverse(request.to, client, deposit), diagnostics: [] };
}

function invenioDeposit(
  { isReplacing }: PublishRequest,
  edition: PublishedEdition,
  { community, licence }: InvenioTarget,
  { bibliography, files }: Given,
): ConstructorParameters<typeof InvenioRdm>[2] {
  const { metadata } = inveniordm(bibliography) as { readonly metadata: Readonly<Record<string, unknown>> };
  return {
    urn: edition.urn,
    metadata: licence === undefined ? metadata : { ...metadata, rights: [{ id: licence }] },
    files,
    placeOf: placeOfField(edition),
    isReplacing,
    ...(edition.doi === undefined ? {} : { doi: edition.doi }),
    ...(community === undefined ? {} : { community }),
  };
}

function dataverseDeposit(
  { isReplacing }: PublishRequest,
  edition: PublishedEdition,
  { collection, subject }: DataverseTarget,
  { bibliography, files }: Given,
  contact: string,
): ConstructorParameters<typeof Dataverse>[2] {
  return {
    collection,
    id: edition.id,
    urn: edition.urn,
    metadata: dataverse(bibliography, { contact, subject }),
    files,
    placeOf: placeOfField(edition),
    isReplacing,
    ...(edition.doi === undefined ? {} : { doi: edition.doi }),
  };
}
