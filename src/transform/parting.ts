/** Phrases that part words as their TEI elements do, by class. */
export const PARTING_CLASSES: ReadonlySet<string> = new Set([
  'noteref',
  'quote',
  'titlePart',
  'seg',
  'bibl',
  'addrLine',
  'label',
  'note-inline',
]);
