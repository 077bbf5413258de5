/**
 * The taxonomies of the structured header, as data: genre, classification, handling and precedence (TEI P5, 2.3.7 The Classification
 * Declaration). The ids are the values of `catRef/@target` and `classCode/@ana`.
 */

export interface Category {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Words of a document that mean this category, besides its name; compared without case, with hyphens as spaces. */
  readonly forms?: readonly string[];
}

export type TaxonomyId = 'genre' | 'classification' | 'handling' | 'precedence';

export interface Taxonomy {
  readonly id: TaxonomyId;
  readonly name: string;
  readonly description: string;
  readonly categories: readonly Category[];
}

function category(id: string, name: string, description: string, ...forms: string[]): Category {
  return { id, name, description, ...(forms.length === 0 ? {} : { forms }) };
}

const genre: Taxonomy = {
  id: 'genre',
  name: 'Genre',
  description: 'What kind of document it is, by the words of its heading.',
  categories: [
    category('telegram', 'Telegram', 'A message sent by wire between a department and a post, or between posts.'),
    category('circular-telegram', 'Circular telegram', 'One telegram to several posts.'),
    category('airgram', 'Airgram', 'A message in the form of a telegram, sent by air pouch.'),
    category('circular-airgram', 'Circular airgram', 'One airgram to several posts.'),
    category('despatch', 'Despatch', 'A formal report from a post to its department.'),
    category('instruction', 'Instruction', 'A formal communication from the department to a post.'),
    category('letter', 'Letter', 'A signed letter between persons or governments.'),
    category(
      'message',
      'Message',
      'A message by another channel than the diplomatic wire: oral, personal, backchannel.',
    ),
    category('memorandum', 'Memorandum', 'A memorandum from one person or office to another, or by one on a matter.'),
    category('action-memorandum', 'Action memorandum', 'A memorandum that asks for a decision.'),
    category('information-memorandum', 'Information memorandum', 'A memorandum that informs and asks for nothing.'),
    category('briefing-memorandum', 'Briefing memorandum', 'A memorandum that prepares a meeting or visit.'),
    category('memorandum-of-conversation', 'Memorandum of conversation', 'An account of a conversation or discussion.'),
    category(
      'memorandum-of-telephone-conversation',
      'Memorandum of telephone conversation',
      'An account of a telephone conversation.',
    ),
    category(
      'memorandum-of-conference',
      'Memorandum of conference',
      'An account of a conference, as with the President.',
    ),
    category('memorandum-of-meeting', 'Memorandum of meeting', 'An account of a meeting.'),
    category('memorandum-for-the-record', 'Memorandum for the record', 'A memorandum that its writer put on file.'),
    category('nsam', 'National Security Action Memorandum', 'A presidential directive of 1961–1968.'),
    category('nssm', 'National Security Study Memorandum', 'An order for a study, 1969–1976.'),
    category('nsdm', 'National Security Decision Memorandum', 'A presidential directive of 1969–1976.'),
    category(
      'presidential-directive',
      'Presidential directive',
      'A presidential directive or review memorandum of 1977–1980.',
    ),
    category(
      'presidential-determination',
      'Presidential determination',
      'A finding of the President that a law asks for.',
    ),
    category(
      'national-intelligence-estimate',
      'National Intelligence Estimate',
      'An estimate agreed by the intelligence community.',
    ),
    category(
      'special-national-intelligence-estimate',
      'Special National Intelligence Estimate',
      'An estimate made for one question or crisis.',
    ),
    category(
      'intelligence-report',
      'Intelligence report',
      'A report, memorandum, note or study of an intelligence organisation.',
    ),
    category('minutes', 'Minutes', 'The formal minutes of a meeting.'),
    category('meeting-notes', 'Notes', 'Notes of a meeting or on a matter.'),
    category('record', 'Record', 'A record or summary of actions, of a meeting or of a conversation.'),
    category('paper', 'Paper', 'A position, policy, briefing, background or talking paper.'),
    category('report', 'Report', 'A report on a matter or on progress.'),
    category('study', 'Study', 'A study, analysis, plan, programme or essay.'),
    category('aide-memoire', 'Aide-mémoire', 'A statement left with the other government after a conversation.'),
    category('diplomatic-note', 'Diplomatic note', 'A note from one government to another, signed or verbal.'),
    category('agreement', 'Agreement', 'A treaty, agreement, declaration, resolution or decree.'),
    category('public-statement', 'Public statement', 'An address, remarks, statement, interview or news conference.'),
    category('press-release', 'Press release', 'A communiqué or release to the press, a proclamation or order.'),
    category('transcript', 'Transcript', 'The words of a conversation, taken down or recorded.'),
    category('diary', 'Diary', 'An entry of a diary or journal, a contact report, an extract.'),
    category('attachment', 'Attachment', 'A document printed as an attachment, annex or enclosure.'),
    category('editorial-note', 'Editorial note', 'A note by the editors in place of a document.'),
  ],
};

const classification: Taxonomy = {
  id: 'classification',
  name: 'Classification',
  description: 'How far the document was secret, in its own words.',
  categories: [
    category('top-secret', 'Top Secret', 'Disclosure would cause exceptionally grave damage.', 'most secret'),
    category('secret', 'Secret', 'Disclosure would cause serious damage.', 'secert', 'sercet'),
    category(
      'confidential',
      'Confidential',
      'Disclosure would cause damage.',
      'strictly confidential',
      'confidental',
      'private and confidential',
    ),
    category('personal-and-confidential', 'Personal and Confidential', 'Confidential, and for one person.'),
    category('restricted', 'Restricted', 'The lowest classification before 1953.'),
    category(
      'administratively-restricted',
      'Administratively Restricted',
      'Kept within the administration without being classified.',
      'administratively confidential',
      'administrative confidential',
    ),
    category(
      'official-use-only',
      'Official Use Only',
      'Not classified, and for official use only.',
      'office use only',
      'for official use only',
    ),
    category(
      'limited-official-use',
      'Limited Official Use',
      'Not classified, and for limited official use.',
      'limited official use only',
    ),
    category(
      'nac-use-only',
      'For NAC Use Only',
      'For the National Advisory Council on International Monetary and Financial Problems.',
      'nac use only',
      'national advisory council use only',
      'for national advisory council use only',
    ),
    category('sensitive-but-unclassified', 'Sensitive But Unclassified', 'Not classified, and to be held with care.'),
    category('unclassified', 'Unclassified', 'Not secret.', 'not classified', 'declassified', 'decontrolled'),
    category(
      'no-classification',
      'No classification marking',
      'The document bears no marking.',
      'no classification',
      'no classification markings',
      'no classification indicated',
      'no marking',
      'no markings',
    ),
  ],
};

const handling: Taxonomy = {
  id: 'handling',
  name: 'Handling',
  description: 'Who might see the document, and by what channel.',
  categories: [
    category('exdis', 'Exdis', 'Exclusive distribution: to the few who need to know.', 'exclusive distribution'),
    category('nodis', 'Nodis', 'No distribution but to the addressee.', 'no distribution'),
    category('limdis', 'Limdis', 'Limited distribution.', 'limit distribution', 'limited distribution'),
    category(
      'no-distribution-outside-department',
      'No Distribution Outside Department',
      'Within the Department of State only.',
    ),
    category('stadis', 'Stadis', 'Within the Department of State only.'),
    category(
      'eyes-only',
      'Eyes Only',
      'For the persons named only.',
      'exclusively eyes only',
      'literally eyes only',
      'u.s. eyes only',
      'exclusive',
    ),
    category('for-the-president-only', 'For the President Only', 'For the President only.'),
    category('presidential-handling', 'Presidential Handling', 'To be handled as a paper of the President.'),
    category('sensitive', 'Sensitive', 'To be held with special care.'),
    category(
      'noforn',
      'Noforn',
      'Not for foreign nationals.',
      'no foreign dissem',
      'no foreign dissemination',
      'no foreign',
      'not releasable to foreign nationals',
    ),
    category('no-dissem-abroad', 'No Dissem Abroad', 'Not to be sent abroad.', 'no dissemination abroad'),
    category(
      'controlled-dissem',
      'Controlled Dissem',
      'Dissemination controlled by the originator.',
      'controlled dissemination',
      'continued control',
    ),
    category('orcon', 'Orcon', 'Dissemination and extraction controlled by the originator.'),
    category('nocontract', 'Nocontract', 'Not for contractors or consultants.'),
    category('wnintel', 'Wnintel', 'Intelligence sources or methods are involved.', 'warning notice'),
    category(
      'restricted-data',
      'Restricted Data',
      'Data on nuclear weapons, under the Atomic Energy Act.',
      'formerly restricted data',
    ),
    category(
      'codeword',
      'Codeword',
      'Intelligence under a code word.',
      'umbra',
      'ruff',
      'trine',
      'zarf',
      'alpha',
      'special intelligence',
      'gamma',
      'talent keyhole',
      'spoke',
      'contains codeword',
      'comint',
    ),
    category(
      'channel',
      'Special channel',
      'By a channel of its own.',
      'roger channel',
      'backchannel',
      'via backchannel',
      'specat',
      'special category',
      'outside the system',
      'outside system',
    ),
    category(
      'slug',
      'Slug',
      'A name for one negotiation or operation that bounds the distribution.',
      'cactus',
      'omega',
      'omega handling',
      'cherokee',
      'harvan',
      'greenback',
      'khmer',
      'rybat',
      'pbsuccess',
      'kugown',
      'intel',
      'plus',
      'double plus',
      'pinta',
      'marigold',
      'sunflower',
      'buttercup',
      'packers',
      'aspen',
      'crocodile',
      'bohio',
      'cedar',
      'elite',
      'ban',
    ),
    category(
      'personal-and-private',
      'Personal and Private',
      'For one person, as a private paper.',
      'personal',
      'private',
      'private and personal',
    ),
    category(
      'official-informal',
      'Official–Informal',
      'Official business in the form of an informal message.',
      'official informal',
      'informal',
    ),
    category('verbatim-text', 'Verbatim Text', 'To be passed on word for word.'),
    category(
      'background-use-only',
      'Background Use Only',
      'Not to be quoted or cited.',
      'internal use only',
      'non log',
      'nonlog',
    ),
  ],
};

const precedence: Taxonomy = {
  id: 'precedence',
  name: 'Precedence',
  description: 'How fast a telegram was to be sent and delivered.',
  categories: [
    category('flash', 'Flash', 'Before all others.'),
    category('critic', 'Critic', 'Critical intelligence, to the highest officers at once.', 'critical'),
    category('emergency', 'Emergency', 'Highest precedence before Flash came into use.'),
    category(
      'niact',
      'Niact',
      'Night action: to be acted on outside office hours.',
      'night action',
      'niact immediate',
      'immediate niact',
      'niact priority',
      'priority niact',
      'niact emergency',
    ),
    category(
      'immediate',
      'Immediate',
      'Ahead of priority traffic.',
      'operational immediate',
      'operations immediate',
      'immediate action',
      'most immediate',
    ),
    category('urgent', 'Urgent', 'The precedence of the older telegrams.', 'us urgent', 'u.s. urgent', 'rush'),
    category('priority', 'Priority', 'Ahead of routine traffic.'),
    category('routine', 'Routine', 'In the order of receipt.', 'deferred'),
  ],
};

/** The four taxonomies, in the order in which the header declares them. */
export const TAXONOMIES: readonly Taxonomy[] = [genre, classification, handling, precedence];

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[\s–—-]+/g, ' ')
    .trim();
}

const INDEX = new Map(
  TAXONOMIES.map((taxonomy): [TaxonomyId, Map<string, string>] => [
    taxonomy.id,
    new Map(
      taxonomy.categories.flatMap((c) =>
        [c.name, ...(c.forms ?? [])].map((form): [string, string] => [plain(form), c.id]),
      ),
    ),
  ]),
);

/** The category that a document's own words mean (`No Foreign Dissem` → `noforn`), or undefined where none is known. */
export function categoryOf(taxonomy: TaxonomyId, words: string): string | undefined {
  const index = INDEX.get(taxonomy);
  const key = plain(words);
  // `Nodis/Harvan`, `Exdis–TAG`: the first marking tells.
  return (
    index?.get(key) ??
    index?.get(key.split('/')[0]?.trim() ?? '') ??
    (taxonomy === 'handling' && /\beyes only\b/.test(key) ? 'eyes-only' : undefined)
  );
}
