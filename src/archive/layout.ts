import { digest } from './digest.js';

/** The registered layout extension that storage roots follow: folders from the id's digest, the last one named by the id itself. */
export const layoutName = '0003-hash-and-id-n-tuple-storage-layout';

const tupleSize = 3;
const numberOfTuples = 3;
const longestName = 100;

/** The extension's configuration, written out although it is the default, so that the storage root documents itself. */
export const layoutConfiguration = { extensionName: layoutName, digestAlgorithm: 'sha256', tupleSize, numberOfTuples };

/** What `ocfl_layout.json` says (OCFL 1.1, §4.1). */
export const layoutDescription = {
  extension: layoutName,
  description:
    'Objects lie in three levels of folders named by the first nine hexadecimal digits of the SHA-256 of the object’s id, in a folder named by the percent-encoded id.',
};

/** The folder of an object in its storage root (OCFL extension 0003, “Procedure”). */
export function objectFolder(id: string): string {
  const hash = digest('sha256', id);
  const tuples = Array.from({ length: numberOfTuples }, (_, i) => hash.slice(i * tupleSize, (i + 1) * tupleSize));
  return [...tuples, encapsulation(id, hash)].join('/');
}

function encapsulation(id: string, hash: string): string {
  const name = Array.from(Buffer.from(id, 'utf8'), (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9_-]/.test(character) ? character : `%${byte.toString(16).padStart(2, '0')}`;
  }).join('');
  return name.length > longestName ? `${name.slice(0, longestName)}-${hash}` : name;
}
