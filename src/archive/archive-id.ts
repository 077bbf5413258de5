import { nameUrn } from '../model/identifier.js';

/** The id of the OCFL object that holds the states of an edition: a URN made from its name (`editionName`), the same in every archive. */
export function archiveId(name: string): string {
  return nameUrn(name);
}
