import { createHash } from 'node:crypto';

/** The names that Windows keeps for devices, with whatever ending (Microsoft, “Naming Files, Paths, and Namespaces”). */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i;

/** File systems take 255 bytes; an ending, a number and the random letters of a name that is not yet final must find room in them. */
const LONGEST = 150;

/**
 * An id as the name of a file or folder, without its ending: as it is, unless some file system would take it for a path, a device or nothing at all, or
 * is not able to hold it. Then its unfit characters become `_`, and a long one is cut, with letters of its digest at the end so that two stay two.
 */
export function fileNameOf(id: string): string {
  const name = id
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, (unfit) => '_'.repeat(unfit.length))
    .replace(DEVICES, (device) => `${device}_`);
  if (name !== '' && name === id && Buffer.byteLength(name) <= LONGEST) return name;
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 8);
  return `${cut(name === '' ? '_' : name, LONGEST - 9)}-${digest}`;
}

/** The beginning of a text that takes no more than so many bytes of UTF-8. */
function cut(text: string, bytes: number): string {
  let length = 0;
  let made = '';
  for (const character of text) {
    length += Buffer.byteLength(character);
    if (length > bytes) break;
    made += character;
  }
  return made;
}

/** A path in the form in which two are one file on some file system: those of a Mac compare neither capitals nor normal forms, those of Windows no capitals. */
export function foldedPath(path: string): string {
  return path.normalize('NFD').toUpperCase().toLowerCase();
}
