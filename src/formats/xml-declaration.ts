/** The XML declaration as nearly all files have it (XML 1.0 §2.8); what it does not match may still be one. */
export const DECLARATION = new RegExp(
  `<\\?xml[ \\t\\r\\n]+version${quoted('1\\.0')}` +
    `(?:[ \\t\\r\\n]+encoding${quoted('[A-Za-z][\\w.-]*')})?` +
    `(?:[ \\t\\r\\n]+standalone${quoted('(?:yes|no)')})?[ \\t\\r\\n]*\\?>`,
  'y',
);

function quoted(value: string): string {
  return `[ \\t\\r\\n]*=[ \\t\\r\\n]*(?:"${value}"|'${value}')`;
}
