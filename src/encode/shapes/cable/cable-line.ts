/** A label of the caption block: `E.O. 11652: GDS`, `TAGS: PFOR, UR`, `SUBJ:`, `REFS: (A) STATE 1234`. */
export interface CaptionLabel {
  readonly name: 'eo' | 'tags' | 'subject' | 'references' | 'pass' | 'classified-by';
  /** The length of the label with its colon. */
  readonly length: number;
}

const CAPTIONS: readonly (readonly [RegExp, CaptionLabel['name']])[] = [
  [/^E\.?\s?O\.?\s?1\d{4}\s*(?::|(?=\s))/i, 'eo'],
  [/^TAGS?\s*:/i, 'tags'],
  [/^SUBJ(?:ECT)?\s*:/i, 'subject'],
  [/^REF(?:S|ERENCES?|TEL|TELS)?\s*(?:\([A-Z]\)\s*)?:/i, 'references'],
  [
    /^(?:PASS(?: TO)?|DEPT FOR|DEPARTMENT FOR|STATE FOR|FOR|DEPT PASS|DEPARTMENT PLEASE PASS(?: TO)?)\s*:?(?=\s)/,
    'pass',
  ],
  [/^CLASSIFIED BY\s*:/i, 'classified-by'],
];

/** Reads the label of a line of the caption block. */
export function captionLabel(line: string): CaptionLabel | undefined {
  for (const [pattern, name] of CAPTIONS) {
    const length = pattern.exec(line)?.[0].length;
    if (length !== undefined) return { name, length };
  }
  return undefined;
}

/** `FM`, `TO`, `INFO`, `ACTION` with the address after it. */
export function addressLabel(
  line: string,
): { readonly name: 'FM' | 'TO' | 'INFO'; readonly length: number } | undefined {
  const match = /^(FM|TO|INFO)\s+(?=\S)/.exec(line);
  if (match === null) return undefined;
  return { name: match[1] as 'FM' | 'TO' | 'INFO', length: match[0].length };
}

/** An address of the transmission block, on a line of its own: `AMEMBASSY PARIS`, `RUEHLO/USMISSION …`. */
export const ADDRESS =
  /^(?:R[UH][A-Z]{2,6}\/)?(?:AM(?:EMBASSY|CONSUL|CONGEN)|USMISSION|USDEL|SECSTATE|SECDEF|WHITE ?HOUSE|CINC[A-Z]+|JCS|CIA|DIA|NSC|USINT|USLO|USUN|COM[A-Z]+|DEPT OF|ALL [A-Z ]+ POSTS|[A-Z]{2,}\s+COLLECTIVE)\b/;

/** What a cable's page carries besides its text. */
export type CableFurniture = 'pageNum' | 'classification' | 'transmission' | 'distribution' | 'stamp';

const FURNITURE: readonly (readonly [RegExp, CableFurniture])[] = [
  [/^[A-Z][A-Z .]{2,30}\s\d{5,8}\s+\d{3}\s+OF\s+\d{3}$/, 'pageNum'],
  [/^PAGE\s+\d{1,3}(?:\s+OF\s+\d{1,3})?\b(?:\s+[A-Z].*)?$/, 'pageNum'],
  [
    /^(?:BT|N{3,4}|#\d{3,5}|<+\s*END OF DOCUMENT\s*>+|ZNY\b.*|ZZH|DE R[UH]\w+ #?\d+.*|-{5,}.*\d*|\d{6})$/,
    'transmission',
  ],
  [/^\d{1,3}$/, 'distribution'],
  [/^(?:ACTION|ORIGIN)\s+[A-Z]{1,5}-\d{2}\b.*$/, 'distribution'],
  [/^(?:INFO\s+)?(?:[A-Z]{1,6}-\d{2}\s+){2,}.*$/, 'distribution'],
  [/^(?:\/\d{3} [A-Z].*|\(?ADDR?\)?|DRAFTED BY\b.*|APPROVED BY\b.*)$/, 'distribution'],
  [
    /^(?:(?:Declassified|Released|Sheryl P\. Walter|Margaret P\. Grafeld)\b.*|Message (?:Attributes|Text)|EO Systematic Review\b.*|US Department of State\b.*)$/i,
    'stamp',
  ],
  [/^(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE)$/, 'classification'],
];

/** What a line is on the page of a cable; undefined where it is of the message. */
export function cableFurniture(line: string): CableFurniture | undefined {
  return FURNITURE.find(([pattern]) => pattern.test(line))?.[1];
}
