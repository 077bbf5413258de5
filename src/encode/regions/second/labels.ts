/** What the second reading calls a line of a typescript: of the sheet, a fact of the head, the text, or something of the closing. */
export const SHEET_LABELS = [
  'sheet',
  'letterhead',
  'title',
  'date',
  'place',
  'from',
  'to',
  'subject',
  'participants',
  'other',
  'address',
  'salute',
  'text',
  'heading',
  'table',
  'decision',
  'leave',
  'signature',
  'office',
  'drafting',
  'copies',
] as const;

export type SheetLabel = (typeof SHEET_LABELS)[number];

/** What the second reading calls a line of a cable. */
export const CABLE_LABELS = [
  'sheet',
  'drafting',
  'date',
  'from',
  'to',
  'info',
  'marking',
  'caption',
  'eo',
  'tags',
  'subject',
  'refs',
  'classified',
  'heading',
  'text',
  'signature',
] as const;

export type CableLabel = (typeof CABLE_LABELS)[number];

/** Where in a document a line of a file of several stands: its first line, its head, its text, what is below that. */
export const STANDING_LABELS = ['first', 'head', 'text', 'foot'] as const;

export type StandingLabel = (typeof STANDING_LABELS)[number];

/** The head of a document begins with its first line, whatever it looks like. */
export const STANDING_NEVER: readonly (readonly [StandingLabel, StandingLabel])[] = [
  ['text', 'head'],
  ['foot', 'head'],
];
