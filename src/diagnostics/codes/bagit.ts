import type { CodeEntry } from '../codes.js';

function rule(severity: 'error' | 'warning' | 'info', message: string, explanation: string, hint?: string): CodeEntry {
  return { severity, message, explanation, ...(hint === undefined ? {} : { hint }) };
}

const again = 'Have it sent again, or ask who made it.';

/** Findings of BagIt packages (RFC 8493), `BGnnn`. Every message says in `{what}` what was found. */
export const bagitCodes = {
  BG001: rule(
    'error',
    'The declaration bagit.txt is not as it must be: {what}.',
    'It has two lines, BagIt-Version and Tag-File-Character-Encoding, in UTF-8 without a byte-order mark (RFC 8493, §2.1.1).',
  ),
  BG002: rule('error', 'There is no folder data/ in the bag.', 'The payload stands in it (RFC 8493, §2.1.2).'),
  BG003: rule(
    'error',
    'The bag has no payload manifest that can be checked: {what}.',
    'Without one nothing shows whether files are whole (RFC 8493, §2.1.3).',
  ),
  BG004: rule(
    'error',
    'A line of a manifest is not CHECKSUM and PATH: {what}.',
    'Each line has a checksum in hexadecimal digits, white space and a path (RFC 8493, §2.1.3).',
  ),
  BG005: rule(
    'error',
    'A file of a manifest is missing: {what}.',
    'A bag is complete when all are there (RFC 8493, §3).',
    again,
  ),
  BG006: rule(
    'error',
    'A file of the payload is not in each payload manifest: {what}.',
    'Nothing may be in the payload that no checksum guards (RFC 8493, §3). Before version 1.0, one manifest that had it was enough.',
  ),
  BG007: rule(
    'error',
    'A file does not match its checksum: {what}.',
    'It was changed or damaged (RFC 8493, §3).',
    again,
  ),
  BG008: rule(
    'error',
    'A path leads out of the bag, or into no payload: {what}.',
    'Who unpacks such a bag writes over files elsewhere on his disk (RFC 8493, §5.1.1). It was not followed.',
    'Do not unpack it.',
  ),
  BG009: rule(
    'error',
    'The package holds what is neither a file nor a folder: {what}.',
    'Links and devices lead to other places of the disk (RFC 8493, §5.1.1, “Special Directory Characters”). They are not followed.',
    'Do not unpack it.',
  ),
  BG010: rule(
    'error',
    'A path stands twice: {what}.',
    'Which of the two is meant, nobody can know (RFC 8493, §2.1.3).',
  ),
  BG011: rule(
    'warning',
    'Two paths are one on some disks: {what}.',
    'Disks of Windows and of the Mac take no account of capitals, or of how an accent is written (RFC 8493, §6.1.1).',
  ),
  BG012: rule(
    'error',
    'Payload-Oxum does not fit the payload: {what}.',
    'It says how many bytes in how many files (RFC 8493, §2.2.2).',
    again,
  ),
  BG013: rule(
    'error',
    'The bag is not complete; fetch.txt names addresses for what is missing, which were not visited: {what}.',
    'A bag with holes is complete when its files have been fetched (RFC 8493, §2.2.3). This program visits no address that a package names.',
    'Fetch the files and check them again.',
  ),
  BG014: rule(
    'error',
    'A tag file cannot be read as text: {what}.',
    'Tag files are in the encoding that bagit.txt names, without a byte-order mark in UTF-8 (RFC 8493, §2.1.1).',
  ),
  BG015: rule(
    'warning',
    'A checksum is of a kind that is no longer safe: {what}.',
    'MD5 and SHA-1 show damage, but not intent (RFC 8493, §5.2).',
  ),
  BG016: rule(
    'warning',
    'A manifest is by an algorithm that is not known here and was not checked: {what}.',
    'RFC 8493, §2.4.',
  ),
  BG017: rule(
    'error',
    'The package does not hold one folder with one bag: {what}.',
    'A bag in a file is packed with its own folder, and nothing beside it (RFC 8493, §4).',
  ),
  BG018: rule('error', 'The package {what}.', 'What cannot be opened cannot be checked.', again),
  BG019: rule(
    'error',
    'A line of a tag file is not LABEL and VALUE: {what}.',
    'bag-info.txt has lines with a label, a colon and a value; what goes on begins with white space (RFC 8493, §2.2.2).',
  ),
  BG020: rule(
    'error',
    'The bag does not keep to its profile: {what}.',
    'BagIt Profiles 1.3.0 say what a repository takes.',
  ),
  BG021: rule(
    'warning',
    'A path is written in another way than its file: {what}.',
    'Unicode has several ways to write an accent, and older programs leave % as it is (RFC 8493, §2.1.3 and §6.1.1).',
  ),
  BG022: rule(
    'warning',
    'A line of a manifest has an asterisk or “./” before its path, which is no part of it: {what}.',
    'md5sum and its like write such marks (RFC 8493, §2.1.3).',
  ),
  BG023: rule(
    'error',
    'The profile cannot be read: {what}.',
    'A BagIt profile is a JSON object with BagIt-Profile-Info.',
    'Give another file with --profile.',
  ),
  BG024: rule(
    'warning',
    'A bag names its profile, which was not asked for by its address: {what}.',
    'This program visits no address that a package names.',
    'Give the profile with --profile FILE to check the bag against it.',
  ),
} as const satisfies Record<string, CodeEntry>;
