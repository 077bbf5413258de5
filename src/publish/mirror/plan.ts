import { size } from '../../diagnostics/words.js';
import type { DepositFile } from '../deposit-file.js';
import type { Facts, Step } from '../target.js';
import { inOrder, isReplaced, type MirroredObject, type MirroredRoot, versionOf } from './mirrored-root.js';
import type { MirrorPlace } from './place.js';

/**
 * What the journal knows of a mirror: `root` “yes” where the files of the root itself stand there; `left` “yes” where a run
 * that was broken off has left something beside it; for each object by its folder `head FOLDER` the version
 * that its inventory there is of, and `whole FOLDER` “yes” where all files of it are there, with their sizes.
 */
export const headFact = ({ folder }: MirroredObject): string => `head ${folder}`;
export const wholeFact = ({ folder }: MirroredObject): string => `whole ${folder}`;

const number = (version: string | undefined): number => Number(/^v(\d+)$/.exec(version ?? '')?.[1] ?? 0);

export function isMirrored(object: MirroredObject, facts: Facts): boolean {
  return facts[headFact(object)] === object.head && facts[wholeFact(object)] === 'yes';
}

/** The files of an object that are not known to be at the mirror, in the order in which they are sent. */
export function missingFiles(object: MirroredObject, facts: Facts): readonly DepositFile[] {
  if (isMirrored(object, facts)) return [];
  const known = facts[wholeFact(object)] === 'yes' ? number(facts[headFact(object)]) : 0;
  return inOrder(object).filter(({ key }) => {
    const version = versionOf(object, key);
    return version === 0 ? known === 0 || isReplaced(object, key) : version > known;
  });
}

export function inspectionSteps(place: MirrorPlace): readonly Step[] {
  return [
    {
      kind: 'place',
      words: `Look whether ${place.words} is there`,
      check: 'it lets us in',
      looks: place.looks(''),
      acts: [],
      isLook: true,
    },
  ];
}

/** The steps of a mirror, from what is known. Nothing is asked of the network. */
export function planOf(root: MirroredRoot, place: MirrorPlace, facts: Facts): readonly Step[] {
  const open = root.objects.filter((object) => !isMirrored(object, facts));
  const own = facts['root'] === 'yes' ? [] : root.files;
  if (open.length === 0 && own.length === 0 && facts['left'] !== 'yes') return [];
  return [
    ...own.map((file) => fileStep(place, file, false)),
    ...open.flatMap((object) =>
      missingFiles(object, facts).map((file) => fileStep(place, file, isReplaced(object, file.key))),
    ),
    {
      kind: 'tidy',
      words: 'Take away what was left by a run that was broken off',
      check: 'nothing of ours is left beside the storage root',
      looks: [],
      acts: [],
      isLook: true,
    },
    {
      kind: 'verify',
      words: 'Compare the list of all files with ours',
      check: 'names and sizes; the inventories and their sidecars by SHA-256',
      looks: [{ method: 'GET', path: place.words }],
      acts: [],
      isLook: true,
    },
  ];
}

function fileStep(place: MirrorPlace, file: DepositFile, isReplacing: boolean): Step {
  const { key, bytes, sha256 } = file;
  return {
    kind: isReplacing ? 'replace' : 'file',
    subject: key,
    words: `${isReplacing ? 'Bring up to date' : 'Send'} ${key} (${size(bytes)})`,
    check: `SHA-256 ${sha256}`,
    looks: place.looks(key),
    acts: place.acts(file, isReplacing),
  };
}
