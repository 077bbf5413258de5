import { bagFiles } from '../archive/bagit/write-bag.js';
import { zipStored } from '../formats/zip-stored.js';
import type { SwordTarget } from '../model/target.js';
import { type DepositFile, fileInMemory } from '../publish/deposit-file.js';

/** The day that all entries of a package bear, the first that ZIP knows, so that the same files make the same bytes. */
const DAY = '1980-01-01T00:00:00Z';

/**
 * The files of a deposit as one package: a ZIP file of them, or a BagIt bag of them as a ZIP file.
 * @throws the system's error where a file cannot be read any more
 */
export async function packageOf(
  form: SwordTarget['packaging'],
  id: string,
  urn: string,
  files: readonly DepositFile[],
): Promise<DepositFile> {
  const read = await Promise.all(files.map(async ({ key, bytes, read }) => [key, await read(0, bytes)] as const));
  const payload = new Map(read);
  if (form === 'SimpleZip') return packed(`${id}.zip`, 'the package', payload);
  const bag = bagFiles({ payload, info: [['External-Identifier', urn]] });
  return packed(`${id}-bag.zip`, 'the bag', new Map([...bag].map(([path, content]) => [`${id}/${path}`, content])));
}

function packed(key: string, words: string, files: Parameters<typeof zipStored>[0]): DepositFile {
  const pieces = [...zipStored(files, DAY)].map((piece) => Uint8Array.from(piece));
  return fileInMemory(key, words, Buffer.concat(pieces));
}
