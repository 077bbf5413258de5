/** A label of the block that heads a memorandum, with the type of list that it makes. */
export interface MemorandumLabel {
  /** The label as it stands, with its colon. */
  readonly label: string;
  /** Where the value begins; the line's end where it stands below. */
  readonly value: number;
  readonly type: 'to' | 'from' | 'subject' | 'participants' | 'references';
  readonly name: string;
}

const TYPES: readonly (readonly [RegExp, MemorandumLabel['type']])[] = [
  [/^(?:MEMORANDUM (?:FOR|TO)|TO|FOR|COPIES TO|CC|INFO|ACTION|ATTENTION)$/i, 'to'],
  [/^(?:MEMORANDUM FROM|FROM|BY)$/i, 'from'],
  [
    /^(?:PARTICIPANTS?|PRINCIPALS|PRESENT|(?:OTHER )?ATTENDEES|OTHERS? PRESENT|ALSO PRESENT|U\.?S\.? PARTICIPANTS|SOVIET PARTICIPANTS|NOTETAKERS?|INTERPRETERS?)$/i,
    'participants',
  ],
  [/^(?:REFS?|REFERENCES?)$/i, 'references'],
  // The form of an incoming telegram; in small letters these begin sentences.
  [/^(?:NO\.?|CONTROL|REC['’]D|Control|Rec['’]d)$/, 'subject'],
  [
    /^(?:SUBJECTS?|SUBJ|THROUGH|THRU|VIA|DATE|TIME|PLACE|DATE AND TIME|DATE, TIME,? AND PLACE|DATE & TIME|TIME AND PLACE|DATE\/TIME|LOCATION|RE|DISTRIBUTION|CLASSIFICATION)$/i,
    'subject',
  ],
];

const LABEL =
  /^(MEMORANDUM (?:FOR|TO|FROM)|Memorandum (?:for|to|from|For|To|From)(?=\s*:)|[A-Z][A-Za-z.&,/'’]*(?: (?:and|AND|&|TO|PRESENT|Present|PARTICIPANTS|Participants|Attendees|ATTENDEES|TIME|PLACE|Time|Place|PLACE:?)){0,4})(?=[\s:]|$)\s*(:?)\s*/;

/**
 * Reads a line of the block that heads a memorandum: `MEMORANDUM FOR: THE PRESIDENT`, `Subject: …`, `MEMORANDUM FOR VADM POINDEXTER` without
 * a colon. A label without a colon is one only where nothing else can begin so.
 */
export function memorandumLabel(text: string): MemorandumLabel | undefined {
  const match = LABEL.exec(text);
  const name = match?.[1];
  if (match === null || name === undefined) return undefined;
  const type = TYPES.find(([pattern]) => pattern.test(name))?.[1];
  const hasColon = match[2] === ':';
  // `Principals`, `Other Attendees` alone above the names
  const isAlone = match[0].trim() === text && /^(?:Principals|(?:Other )?Attendees)$/i.test(name);
  if (type === undefined || (!hasColon && !isAlone && !/^MEMORANDUM (?:FOR|TO)$/.test(name))) return undefined;
  return { label: text.slice(0, match[0].trimEnd().length), value: match[0].length, type, name: name.toUpperCase() };
}
