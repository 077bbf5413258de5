/** What the value of a label is in the block that heads a typescript. */
export type LabelRole =
  | 'to'
  | 'also'
  | 'from'
  | 'through'
  | 'subject'
  | 'date'
  | 'time'
  | 'place'
  | 'participants'
  | 'copies'
  | 'references'
  | 'other';

/** A label of the block that heads a typescript, or signs a slip, as it stands on its line. */
export interface HeadLabel {
  /** The words of the label, without its colon. */
  readonly name: string;
  readonly role: LabelRole;
  /** The length of the label with its colon. */
  readonly length: number;
  /** Where its value begins in the line; the line's length where it stands below. */
  readonly value: number;
  /** The words are of the vocabulary; else the label is one by its form alone. */
  readonly isKnown: boolean;
  readonly hasColon: boolean;
}

/** `American Side`, `Soviet Participants`: only with a colon. */
const SIDE = /^(?:[\p{L}.-]+ ){1,3}(?:participants|side|delegation|attendees)$/u;

/** `Council Members and Alternates Present`, `The following were present`, `Present for Item 2`: only with a colon. */
const PRESENT =
  /^(?:(?:[\p{L}.'’-]+,? ){1,6}(?:present|attending|in attendance|participating|took part|attended)|(?:also |others? |the following |those |there )?(?:were |was )?(?:present|attending|participating|in attendance) (?:at|for|from|on|were|was)(?: [\p{L}\d.'’-]+){0,5})$/u;

/** Labels of those who took part. */
const PARTICIPANTS =
  /^(?:(?:other |also |the )?(?:participants?|attendees|attendance|participation|present|principals|(?:those|persons|members|others?|also) (?:present|attending|in attendance|participating|taking part)|in attendance|present were|present at the meeting)|note ?takers?|interpreters?|reporting officer|callers?|between|there|speaking|speakers|parties)$/u;

const ROLES: readonly (readonly [RegExp, LabelRole])[] = [
  [
    /^(?:(?:(?:action|decision|information|briefing|info) )?(?:memorandum|memo|note|letter|minute) (?:for|to)|to|for|addressees?|attention|attn|action to)$/,
    'to',
  ],
  [/^also$/, 'also'],
  [/^(?:memorandum from|from|fm|by|submitted by|prepared by|originator|sender|drafter|author)$/, 'from'],
  [/^(?:through|thru|via|thro)$/, 'through'],
  [
    /^(?:subjects?|subj|re|title|topics?|concerning|in re|subjects? (?:of|for) (?:discussion|conversation|meeting)|(?:subjects?|topics?|matters) (?:discussed|covered)|about)$/,
    'subject',
  ],
  [
    /^(?:date|dated|day|when|date distr|date of (?:meeting|conversation|call|paper)|date prepared|date ?[,/&]? ?(?:and )?time(?:,? (?:and )?place)?|date(?:,| and|\/| &) ?(?:place|location|venue)|on|held on|time ?[,/&]? ?(?:and )?date)$/,
    'date',
  ],
  [/^(?:time|hour|duration)$/, 'time'],
  [
    /^(?:place|location|venue|where|held at|meeting place|post|time(?:,| and|\/| &) ?(?:place|location)|place(?:,| and|\/| &) ?(?:time|date)|at)$/,
    'place',
  ],
  [PARTICIPANTS, 'participants'],
  [SIDE, 'participants'],
  [PRESENT, 'participants'],
  [
    /^(?:cc|c\.c\.|bcc|copies|copies to|copy to|copies for|info|information|info copies|information copies|(?:field )?dissem(?:ination)?|distribution|dist|also to)$/,
    'copies',
  ],
  [/^(?:refs?|references?|in reply refer to|your ref|our ref|reference is made to|ref no)$/, 'references'],
  [
    /^(?:absent|excused|regrets|not present|members absent|no|number|control|rec['’]d|classification|file|priority|precedence|series|serial|tags|e\.?o\.? ?\d+|action|office|room|phone|telephone|ext|tel|language|enclosures?)$/,
    'other',
  ],
];

/** All of them in one, which says at once of most words that they are no label. */
const ANY_ROLE = new RegExp(ROLES.map(([{ source }]) => `(?:${source})`).join('|'), 'u');

/** Labels that stand without a colon only in capitals: in small letters they begin sentences. */
const BARE =
  /^(?:Participants?|Present|Attendees|Principals|Subject|Those Present|Other Attendees|Date|Time|Place|Location|Members Present|Also Present|Others Present)$/;

/** Captions of the head of an information report, beside their values. */
const OF_FORM =
  /^((?:COUNTRY(?=\s{2})|REPORT NO\.?|DATE DISTR\.?|PLACE (?:ACQUIRED|(?:AND|&) DATE ACQ\.?)|DATE (?:ACQUIRED|OF INFO\.?|OF INFORMATION)|NO\. OF (?:PAGES|ENCLS?\.?)|SUPPLEMENT TO REPORT NO\.?|FIELD REPORT NO\.?))\s+(?=\S)/;

/** Labels of slips and memoranda in small letters, far from their values. */
const OF_SLIP = /^(?:To|From|Re|Subj|Via|Thru|Through|Date|Info|Copy to|Copies to|In re)(?:\s{3,}|\t)/;

/** `INFO      AmConsul IBADAN`: who has a message for information, far from the label. */
const INFO = /^INFO(?:RMATION)?(?:\s{3,}|\t+)\p{L}/u;

const LONGEST_NAME = 44;
const COLON = /^([\p{Lu}][\p{L}.,&/'’ -]{0,43}?)(?:\s*\([^)]{1,40}\))?\s{0,12}:(?=\s|$|\p{Lu})\s*/u;
/** A dash may stand for the colon: `TO      - AID/W`. */
const NO_COLON = /^((?:[\p{Lu}][\p{L}.,&/'’]*)(?: [\p{L}.,&/'’]+){0,4})(?:\s+[-–—]\s+(?=\S)|\s{2,}|\t\s*|$)/u;
/** `SUBJECT Side Letter on Tin`: the colon is lost, and the value alone has small letters. */
const CLOSE = /^(SUBJECT|SUBJ|PARTICIPANTS|REFERENCE)[.;,]?\s(?=\p{Lu}\p{Ll})/u;
/** A label with a dash, whatever colons stand in its value. */
const DASHED = /^([A-Z]{2,14}(?: [A-Z]{2,12})?)\s+[-–—]\s+(?=\S)/;
/** A sentence that names those present. */
const SENTENCE =
  /^((?:There were|The following were|Also) present|(?:Those |Also )?[Pp]resent(?: at (?:the |this )?[^,.:;]{3,60}?)? were|(?:Those attending|In attendance|The participants) were|The (?:meeting|conference|session) was attended by)\s+(?=the\s|\p{Lu})/u;
const FOR = /^((?:(?:ACTION|DECISION|INFORMATION|BRIEFING) )?(?:MEMORANDUM|MEMO|NOTE|MINUTE) (?:FOR|TO|FROM))\s+(?=\S)/;
const FOR_MIXED =
  /^((?:Memorandum|Memo|Note) (?:for|For|to|To))\s+(?=(?:the (?!record|files?\b)|Mr|Dr|The (?!Record|Files?\b)|[A-Z][a-z]+ [A-Z]))/;

function roleOf(name: string): LabelRole | undefined {
  const plain = name
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, (end) => (name.includes('.') && name.length < 5 ? end.trim() : ''));
  const bare = plain.endsWith('.') ? plain.slice(0, -1) : undefined;
  if (!ANY_ROLE.test(plain) && (bare === undefined || !ANY_ROLE.test(bare))) return undefined;
  return ROLES.find(([pattern]) => pattern.test(plain) || (bare !== undefined && pattern.test(bare)))?.[1];
}

/**
 * Reads the label at the beginning of a line: `FROM: …`, `TO : …`, `SUBJECT      …`, `PARTICIPANTS` alone, `MEMORANDUM FOR THE PRESIDENT`.
 * One of the vocabulary is known; any other short words with a colon are a label by their form.
 */
export function headLabel(text: string): HeadLabel | undefined {
  const first = text.charCodeAt(0);
  if (first >= 97 && first <= 122) return smallLabel(text);
  if (first < 65 || (first > 90 && first < 192)) return undefined;
  const spelled = SPELLED.exec(text);
  if (spelled !== null) return spelledLabel(spelled);
  const dashed = DASHED.exec(text);
  const named = dashed === null ? undefined : roleOf(dashed[1] ?? '');
  if (dashed !== null && named !== undefined && named !== 'other') return withoutColon(text);
  const colon = text.indexOf(':');
  const match = colon > 0 && colon <= LONGEST_NAME + 44 ? COLON.exec(text) : null;
  if (match !== null) {
    const label = withColon(match, text);
    // `SUBJECT   The Cocoa Proposal: A Talk`: the colon is of the value, where wide blanks stand before it.
    return label?.isKnown !== true && /\s{2,}/.test(match[1] ?? '') ? (withoutColon(text) ?? label) : label;
  }
  const addressed = FOR.exec(text) ?? FOR_MIXED.exec(text);
  return addressed === null ? withoutColon(text) : addressedTo(text, addressed);
}

/** `P R E S E N T`, `S U B J E C T :`: a label typed letter by letter, alone or before its value. */
const SPELLED = /^(\p{Lu}(?: \p{Lu}){3,})(?: ?: *| {2,}|$)/u;

function spelledLabel([whole, letters = '']: RegExpExecArray): HeadLabel | undefined {
  const name = letters.replaceAll(' ', '');
  const role = roleOf(name);
  if (role === undefined || role === 'other') return undefined;
  return {
    name,
    role,
    length: whole.trimEnd().length,
    value: whole.length,
    isKnown: true,
    hasColon: whole.includes(':'),
  };
}

/** A post, a mission or a command, as messages are addressed to them: `AmEmbassy ANKARA`, `USUN`, `CINCPAC`. */
const POST =
  /^(?:Am(?:erican )?\s?(?:emb|con|leg)|(?:Embassy|Legation|Consulate|Mission)\s|(?:SEC(?:STATE|DEF)|US(?:UN|RO|NMR|CINC\w*|IA|IS|OM)|CINC[A-Z]{2,}|COM[A-Z]{3,}|JCS|CIA|WHITE HOUSE)\b)/i;

function withColon(match: RegExpExecArray, text: string): HeadLabel | undefined {
  const name = (match[1] ?? '').trim();
  const role = roleOf(name);
  const made = { name, length: match[0].trimEnd().length, value: match[0].length, hasColon: true };
  if (role === 'other' && /^action$/i.test(name) && POST.test(text.slice(match[0].length)))
    return { ...made, role: 'to', isKnown: true };
  if (role !== undefined) return { ...made, role, isKnown: true };
  return name.split(' ').length <= 4 && name.length <= 30 ? { ...made, role: 'other', isKnown: false } : undefined;
}

/** `MEMORANDUM FOR THE PRESIDENT`; one for the record or the files names nobody. */
function addressedTo(text: string, match: RegExpExecArray): HeadLabel | undefined {
  if (/^.{4,14}\s(?:FOR|TO)\s+(?:THE\s+)?(?:RECORD|FILES?)\b/i.test(text)) return undefined;
  const name = match[1] ?? '';
  const role = /from$/i.test(name) ? 'from' : 'to';
  return { name, role, length: name.length, value: match[0].length, isKnown: true, hasColon: false };
}

/** The caption of a form with its value: `DATE DISTR. 14 March 1952`. */
function captioned(name: string, value: number): HeadLabel {
  return { name, role: roleOf(name) ?? 'other', length: name.length, value, isKnown: true, hasColon: false };
}

/** Words that begin headings and sentences as well. */
const WORDS = /^(?:between|there|speaking|speakers|parties)$/;

/** Whether words are a label by their form alone, and by no word of the vocabulary, or by one that is much else besides. */
function isOnlyWithColon(name: string): boolean {
  if (WORDS.test(name)) return true;
  return (SIDE.test(name) || PRESENT.test(name)) && !PARTICIPANTS.test(name);
}

/** A label without a colon is one in capitals, or alone on its line. */
function withoutColon(text: string): HeadLabel | undefined {
  const form = OF_FORM.exec(text);
  if (form?.[1] !== undefined) return captioned(form[1], form[0].length);
  const sentence = SENTENCE.exec(text);
  if (sentence?.[1] !== undefined && (text.includes(',') || / and /.test(text)))
    return { ...captioned(sentence[1], sentence[0].length), role: 'participants' };
  const match = CLOSE.exec(text) ?? NO_COLON.exec(text);
  const name = match?.[1];
  if (match === null || name === undefined) return undefined;
  const isAlone = match[0].length === text.length;
  const isOfSlip = !isAlone && OF_SLIP.test(text);
  if (!isOfSlip && !BARE.test(name) && (name !== name.toUpperCase() || isOnlyWithColon(name.toLowerCase())))
    return undefined;
  const role = roleOf(name);
  const isCopies = role === 'copies' && !/^(?:CC|COP|DIST)/.test(name) && !INFO.test(text);
  const isSymbol = name.length < 3 && isAlone && !/^(?:TO|RE|CC|BY)$/.test(name);
  if (role === undefined || role === 'other' || isCopies || isSymbol) return undefined;
  // The dash is of the label, as a colon is.
  const length = isAlone ? name.length : match[0].trimEnd().length;
  return { name, role, length, value: match[0].length, isKnown: true, hasColon: false };
}

/** `memorandum for: …`, `from: …`, `re: …`: labels of the vocabulary typed in small letters. */
function smallLabel(text: string): HeadLabel | undefined {
  const copies = /^(b?cc|c\.c\.)\s{3,}(?=\p{Lu})/u.exec(text);
  if (copies?.[1] !== undefined) return captioned(copies[1], copies[0].length);
  const match = /^(\p{Ll}[\p{L}. ]{1,23}?)\s?:(?=\s|$)\s*/u.exec(text);
  const name = match?.[1]?.trim() ?? '';
  const role = match === null ? undefined : roleOf(name);
  if (
    match === null ||
    role === undefined ||
    role === 'other' ||
    /^(?:at|on|by|for|note|present|reference|time|day)$/.test(name)
  )
    return undefined;
  return { name, role, length: match[0].trimEnd().length, value: match[0].length, isKnown: true, hasColon: true };
}

/** The type of the list that a label heads, as FRUS has them. */
export function listTypeOf({ role, name }: HeadLabel): 'to' | 'from' | 'subject' | 'participants' | 'references' {
  if (role === 'from' || role === 'participants' || role === 'references') return role;
  if (role === 'to' || role === 'also' || (role === 'copies' && !/^dist/i.test(name))) return 'to';
  return 'subject';
}
