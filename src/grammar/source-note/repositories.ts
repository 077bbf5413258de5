/**
 * Where documents are kept and where they were published, as tables, with the words that the inline file numbers add. Measured on the
 * FRUS volumes of 1914–1980.
 */

/** Repositories by the name that begins the note. Longest first where one begins another. */
export const REPOSITORIES: readonly string[] = [
  'Department of State',
  'National Archives and Records Administration',
  'National Archives',
  'Johnson Library',
  'Lyndon B. Johnson Library',
  'Eisenhower Library',
  'Dwight D. Eisenhower Library',
  'Kennedy Library',
  'John F. Kennedy Library',
  'Truman Library',
  'Harry S. Truman Library',
  'Franklin D. Roosevelt Library',
  'Roosevelt Library',
  'Hoover Library',
  'Ford Library',
  'Gerald R. Ford Library',
  'Carter Library',
  'Jimmy Carter Library',
  'Reagan Library',
  'Ronald Reagan Library',
  'Bush Library',
  'George H.W. Bush Library',
  'Nixon Library',
  'Nixon Presidential Library',
  'Washington National Records Center',
  'Central Intelligence Agency Files',
  'Central Intelligence Agency',
  'CIA',
  'CIA Files',
  'National Security Council Files',
  'National Security Council',
  'National Security Agency',
  'Library of Congress Manuscript Division',
  'Library of Congress',
  'National Defense University',
  'Center of Military History',
  'U.S. Army Center of Military History',
  'U.S. Army Military History Institute',
  'U.S. Army Heritage and Education Center',
  'Naval Historical Center',
  'Naval History and Heritage Command',
  'Air Force Historical Research Agency',
  'Office of the Historian',
  'Department of Defense',
  'Department of Commerce',
  'Department of the Treasury',
  'Department of Justice',
  'Department of Agriculture',
  'Department of Energy',
  'Treasury Department',
  'Minnesota Historical Society',
  'Massachusetts Historical Society',
  'Hoover Institution',
  'Hoover Institution Archives',
  'Princeton University',
  'Princeton University Library',
  'Yale University',
  'Yale University Library',
  'Columbia University',
  'Michigan State University',
  'University of Montana',
  'University of Arkansas',
  'University of Virginia',
  'Georgetown University',
  'Stanford University',
  'Federal Reserve Bank of New York',
  'Federal Reserve',
  'Agency for International Development',
  'United States Information Agency',
  'USUN Files',
  'JCS Records',
  'JCS Files',
  'OSD Files',
  'Washington National Records Center, Suitland',
];

/** What makes an unlisted name a repository. */
export const REPOSITORY_WORDS =
  /\b(?:Library|Libraries|Archives?|Department of \p{Lu}\w+|Ministry|Agency|University|College|Institut(?:e|ion)|Society|Museum|Center|Centre|Commission|Foundation|Records|Files|Papers|Collection|Embassy|Council|Bank|Bureau|Office|Headquarters|Administration)\b/u;

/** How published sources are named. */
export const PUBLISHED =
  /^(?:(?:re)?printed (?:from|in)|Public Papers|Department of State Bulletin|Bulletin|Foreign Relations|American Foreign Policy|Documents on|Documents \(|Congressional Record|Weekly Compilation|The Presidential Campaign|Presidential Campaign|New York Times|The New York Times|Washington Post|The Washington Post|(?:The )?Pentagon Papers|United States\s?[–-]\s?Vietnam Relations|Treaties|TIAS|UST|U\.N\. doc|UN doc|United Nations|Federal Register|Code of Federal|Statutes|Current Documents|Keesing|Vital Speeches|Historic Documents|White House (?:Diary|press)|Department of State (?:press|Newsletter|publication|Publication)|Declassified Documents|Hearings|U\.S\. (?:Congress|House|Senate)|House|Senate|Press release|Current Economic Developments)\b/i;
/** What shows a published source under an author's or editor's name: pages, or a volume with pages. */
export const PAGES = /\bpp?\.\s?[\dA-Za-z]/;

/** The words after the last colon of an inline file number that name the genre and not the file. */
export const FILE_GENRES: Readonly<Record<string, string>> = {
  telegram: 'telegram',
  'circular telegram': 'circular-telegram',
  'telegram circular': 'circular-telegram',
  airgram: 'airgram',
  'circular airgram': 'circular-airgram',
  despatch: 'despatch',
  dispatch: 'despatch',
  'circular instruction': 'instruction',
  instruction: 'instruction',
  letter: 'letter',
  memorandum: 'memorandum',
  cablegram: 'telegram',
  cable: 'telegram',
  'aide-mémoire': 'aide-memoire',
};
