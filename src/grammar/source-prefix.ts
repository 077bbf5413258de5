/** `Source:` with the slips of the volumes, bracketed where the whole document is withheld, after the marks of reading machines and web pages. */
const PREFIX =
  /^[\s.[(“"*_^↑]*(?:so(?:u|ur|uc|urc)e?s?|soruce|sorce)(?:\s*[:;,.]\s*|\s+(?=(?:Department of|National|Central Intelligence|\p{Lu}\p{L}+ Library)\b))/iu;
/** The source after a summary, in the volumes that have both in one note. */
const AFTER_SUMMARY = /^\s*Summary:[\s\S]*?\s(Sources?:\s*)/;

/** Where the citation of a source note begins, or undefined where the note does not say that it is one. */
export function citationStart(text: string): number | undefined {
  const summary = AFTER_SUMMARY.exec(text);
  if (summary !== null) return summary[0].length;
  return PREFIX.exec(text)?.[0].length;
}

/** Whether the text of a note says that it is a source note. */
export function isSourceNote(text: string): boolean {
  return citationStart(text) !== undefined;
}
