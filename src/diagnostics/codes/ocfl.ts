import type { CodeEntry } from '../codes.js';

const section = (code: string): string => `https://ocfl.io/1.1/spec/#${code}`;

function rule(severity: 'error' | 'warning', code: string, message: string, rationale: string): CodeEntry {
  return { severity, message, explanation: `${rationale} OCFL 1.1, ${section(code)}.` };
}
const must = (code: string, message: string, rationale: string): CodeEntry => rule('error', code, message, rationale);
const should = (code: string, message: string, rationale: string): CodeEntry =>
  rule('warning', code, message, rationale);

/**
 * The Oxford Common File Layout's own codes (OCFL 1.1, “Validation Codes”), carried as they are: E is a MUST of the specification, W a
 * SHOULD. Every message says in `{what}` what was found. Only the codes that a check of an object or a storage root can find stand here.
 */
export const ocflCodes = {
  E001: must(
    'E001',
    'The object folder holds something that does not belong there: {what}.',
    'Nothing may hide in it.',
  ),
  E003: must('E003', 'An object needs exactly one version declaration: {what}.', 'It says what the folder is.'),
  E004: must('E004', 'The version declaration is misnamed: {what}.', 'NAMASTE names are T=value.'),
  E007: must('E007', 'The version declaration does not say what its name says: {what}.', 'The two must agree.'),
  E008: must('E008', 'The object has no version.', 'Content is stored as a sequence of versions.'),
  E009: must('E009', 'The versions do not start at 1: {what}.', 'The whole history is in the object.'),
  E010: must('E010', 'A version is missing: {what}.', 'The sequence of versions has no gaps.'),
  E011: must('E011', 'A zero-padded version name does not start with v0: {what}.', 'Padding has one width.'),
  E012: must('E012', 'The version folders are named in different ways: {what}.', 'One convention holds in an object.'),
  E013: must('E013', 'A version is not named as those before it are: {what}.', 'One convention holds in an object.'),
  E015: must('E015', 'A version folder holds a file that does not belong there: {what}.', 'Content is in its folder.'),
  E017: must('E017', 'contentDirectory contains a slash: {what}.', 'It is the name of a direct child.'),
  E018: must('E018', 'contentDirectory is {what}.', 'It may be neither “.” nor “..”.'),
  E019: must('E019', 'contentDirectory is another in the first version: {what}.', 'It is set once, from the start.'),
  E020: must('E020', 'contentDirectory is another in a prior version: {what}.', 'It holds for the whole object.'),
  E023: must('E023', 'A stored file is not in the manifest: {what}.', 'Every stored file is accounted for.'),
  E024: must('E024', 'There is an empty folder among the content: {what}.', 'Empty folders are not portable.'),
  E025: must('E025', 'The digest algorithm is neither sha512 nor sha256: {what}.', 'Others are not safe.'),
  E033: must('E033', 'The inventory cannot be read: {what}.', 'It is JSON in UTF-8 with a fixed structure.'),
  E036: must('E036', 'The inventory lacks a key: {what}.', 'id, type, digestAlgorithm and head are required.'),
  E037: must('E037', 'The object’s id is not the same everywhere: {what}.', 'One object has one id.'),
  E038: must('E038', 'The inventory’s type does not fit the declaration: {what}.', 'Both name the same OCFL version.'),
  E040: must('E040', 'head is not the newest version: {what}.', 'head names the current version.'),
  E041: must('E041', 'The inventory lacks a block: {what}.', 'manifest and versions are required.'),
  E042: must('E042', 'A content path is not inside a version’s content folder: {what}.', 'Content lies in versions.'),
  E044: must('E044', 'The versions block is not a JSON object: {what}.', 'It maps version names to versions.'),
  E046: must('E046', 'Version folders and versions block disagree: {what}.', 'The two list the same versions.'),
  E047: must('E047', 'A version is not a JSON object: {what}.', 'It has keys.'),
  E048: must('E048', 'A version lacks created or state: {what}.', 'Both are required.'),
  E049: must('E049', 'A version’s time is not an RFC 3339 time with zone and seconds: {what}.', 'Times must be exact.'),
  E050: must(
    'E050',
    'A version’s state and the manifest disagree: {what}.',
    'Each digest is looked up in the manifest.',
  ),
  E052: must('E052', 'A logical path has an empty, “.” or “..” part: {what}.', 'Such paths are unsafe.'),
  E053: must('E053', 'A logical path begins or ends with a slash: {what}.', 'Paths are relative.'),
  E054: must('E054', 'A version’s user has no name: {what}.', 'Who made a version must be known.'),
  E056: must('E056', 'The fixity block uses an unknown algorithm: {what}.', 'The names are a closed list.'),
  E057: must('E057', 'A fixity block is not built like the manifest: {what}.', 'Digests map to lists of paths.'),
  E058: must('E058', 'An inventory has no digest file beside it: {what}.', 'A changed inventory must be noticed.'),
  E060: must(
    'E060',
    'An inventory does not match its digest: {what}.',
    'It was changed or damaged after it was written.',
  ),
  E061: must('E061', 'An inventory’s digest file is malformed: {what}.', 'It reads: DIGEST inventory.json.'),
  E063: must('E063', 'The object has no inventory.json.', 'Without it the files have no meaning.'),
  E064: must('E064', 'The object’s inventory differs from its newest version’s: {what}.', 'The two are copies.'),
  E066: must('E066', 'A prior version’s state was changed: {what}.', 'What was deposited stays as it was.'),
  E067: must('E067', 'The extensions folder of the object holds a file: {what}.', 'It holds folders only.'),
  E069: must('E069', 'The storage root has no declaration: {what}.', 'It says what the folder is.'),
  E070: must('E070', 'ocfl_layout.json cannot be used: {what}.', 'It has the keys extension and description.'),
  E072: must('E072', 'A file lies outside of the objects: {what}.', 'The hierarchy holds objects only.'),
  E073: must('E073', 'There is an empty folder in the storage root: {what}.', 'Empty folders are not portable.'),
  E076: must('E076', 'The storage root needs exactly one declaration: {what}.', 'It says what the folder is.'),
  E080: must('E080', 'The storage root’s declaration does not say what its name says: {what}.', 'They must agree.'),
  E083: must('E083', 'An object is not where the layout puts it: {what}.', 'The id leads to the folder.'),
  E090: must('E090', 'There is a link in the archive: {what}.', 'Links are not portable.'),
  E092: must(
    'E092',
    'A stored file is missing, or does not match its digest: {what}.',
    'It was changed or damaged since its deposit.',
  ),
  E093: must('E093', 'A stored file is missing, or does not match its fixity value: {what}.', 'It was changed.'),
  E094: must('E094', 'A version’s message is not a text: {what}.', 'It is prose for people.'),
  E095: must('E095', 'Logical paths conflict: {what}.', 'A path names one file, and no file is a folder.'),
  E096: must('E096', 'The manifest has a digest twice: {what}.', 'Upper and lower case are the same digest.'),
  E097: must('E097', 'A fixity block has a digest twice: {what}.', 'Upper and lower case are the same digest.'),
  E099: must('E099', 'A content path has an empty, “.” or “..” part: {what}.', 'Such paths are unsafe.'),
  E100: must('E100', 'A content path begins or ends with a slash: {what}.', 'Paths are relative.'),
  E101: must('E101', 'Content paths conflict: {what}.', 'A path names one file, and no file is a folder.'),
  E102: must('E102', 'The inventory has a key that OCFL does not know: {what}.', 'Its keys are a closed list.'),
  E103: must('E103', 'A version follows an older OCFL than the version before it: {what}.', 'OCFL versions only rise.'),
  E106: must('E106', 'The manifest is not a JSON object: {what}.', 'It maps digests to lists of paths.'),
  E107: must('E107', 'The manifest has a digest that no version uses: {what}.', 'Nothing may hide in an object.'),
  E111: must('E111', 'The fixity block is not a JSON object: {what}.', 'It maps algorithms to digests.'),
  E112: must('E112', 'The extensions folder of the storage root holds a file: {what}.', 'It holds folders only.'),
  W001: should('W001', 'Version names are zero-padded: {what}.', 'Unpadded names never run out.'),
  W002: should('W002', 'A version folder holds another folder than its content: {what}.', 'It is ignored.'),
  W004: should('W004', 'The digest algorithm is sha256; sha512 is preferred.', 'It is the stronger one.'),
  W005: should('W005', 'The object’s id is not a URI: {what}.', 'A URI stays unique when archives merge.'),
  W007: should('W007', 'A version lacks its message or its user: {what}.', 'Later readers want to know why and who.'),
  W008: should('W008', 'A version’s user has no address: {what}.', 'Names alone are ambiguous.'),
  W009: should('W009', 'A version’s user address is not a URI: {what}.', 'mailto: or an ORCID iD.'),
  W010: should('W010', 'A version folder has no inventory of its own: {what}.', 'Copies protect the history.'),
  W011: should('W011', 'A prior version’s metadata differ from the current inventory’s: {what}.', 'They are copies.'),
  W013: should(
    'W013',
    'An extension of the object is not a registered one: {what}.',
    'Others do not know what it means.',
  ),
  W016: should('W016', 'An extension of the storage root is not a registered one: {what}.', 'Others do not know it.'),
} as const satisfies Record<string, CodeEntry>;
