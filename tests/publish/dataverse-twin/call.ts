import {
  type Collection,
  type Dataset,
  type Installation,
  latest,
  latestReleased,
  type Permission,
  type User,
  type Version,
} from './installation.js';
import { Rejection } from './rejection.js';

/** A request that has come to its endpoint. */
export interface Call {
  readonly installation: Installation;
  /** Nothing for a guest. */
  readonly user: User | undefined;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly body: Buffer;
}

/** JSON, or the bytes of a file under its name and type. */
export type Answer =
  | { readonly status?: number; readonly json: object }
  | { readonly bytes: Buffer; readonly name: string; readonly contentType: string };

export const ok = (data: unknown): Answer => ({ json: { status: 'OK', data } });
const needsUser = 'Only authenticated users can perform the requested operation';
/** An access to a file is refused in the words of the server around the API, which has its own shape for them. */
export class Forbidden extends Error {}

export function signedIn({ user }: Call): User {
  if (user === undefined) throw new Rejection(401, needsUser);
  return user;
}

/** Superusers may everything. */
export const may = (user: User | undefined, permission: Permission): boolean =>
  user?.superuser === true || user?.permissions.includes(permission) === true;

/** @throws Rejection 401, though the user is known: so the server answers a missing permission */
export function permitted({ user }: Call, permission: Permission): User {
  if (user !== undefined && may(user, permission)) return user;
  const name = user === undefined ? ':guest' : `@${user.identifier}`;
  throw new Rejection(401, `User ${name} is not permitted to perform requested action.`);
}

export function collectionOf(call: Call): Collection {
  const [alias = ''] = call.path;
  const { collections } = call.installation;
  const found = collections.find((c) => c.alias === alias || String(c.id) === alias);
  const collection = found ?? (alias === ':root' ? collections[0] : undefined);
  if (collection === undefined) throw new Rejection(404, `Can't find dataverse with identifier='${alias}'`);
  return collection;
}

export function datasetOf({ installation, path, query }: Call): Dataset {
  const [id = ''] = path;
  const all = [...installation.datasets.values()];
  if (id === ':persistentId') {
    const doi = query.get('persistentId');
    if (doi === null)
      throw new Rejection(
        400,
        'When accessing a dataset based on Persistent ID, a persistentId query parameter must be present.',
      );
    const dataset = all.find(({ persistentId }) => persistentId.toUpperCase() === doi.toUpperCase());
    if (dataset === undefined) throw new Rejection(404, `Dataset with Persistent ID ${doi} not found.`);
    return dataset;
  }
  if (!/^\d+$/.test(id)) throw new Rejection(400, `Bad dataset ID number: ${id}.`);
  const dataset = installation.datasets.get(Number(id));
  if (dataset === undefined) throw new Rejection(404, `Dataset with ID ${id} not found.`);
  return dataset;
}

/** `:draft`, `:latest`, `:latest-published`, `x.y` or `x`: what the caller may see of it. */
export function versionOf(call: Call, dataset: Dataset): Version {
  const [, name = ''] = call.path;
  const [major, minor = 0] = name.split('.').map(Number);
  const pick = (): Version | undefined => {
    if (name === ':draft') {
      permitted(call, 'EditDataset');
      return dataset.versions.find(({ state }) => state === 'DRAFT');
    }
    if (name === ':latest' && may(call.user, 'EditDataset')) return latest(dataset);
    if (name === ':latest' || name === ':latest-published') return latestReleased(dataset);
    if (!/^\d+(\.\d+)?$/.test(name)) throw new Rejection(400, `Illegal version identifier '${name}'`);
    return dataset.versions.find(
      (v) => v.state === 'RELEASED' && v.number?.major === major && v.number?.minor === minor,
    );
  };
  const version = pick();
  if (version === undefined) throw new Rejection(404, `Dataset version ${name} of dataset ${dataset.id} not found`);
  return version;
}

export type Endpoint = (call: Call) => Answer | Promise<Answer>;
