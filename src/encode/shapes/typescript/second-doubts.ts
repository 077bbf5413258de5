import { type Finding, finding, lineEntry } from '../../facts/finding.js';
import type { LabelRole } from '../../facts/head-label.js';
import type { LabelledLine } from '../../regions/label-lines.js';
import type { LineKind } from '../../regions/line-kinds.js';
import type { SheetLabel } from '../../regions/second/labels.js';
import { HEARD } from '../../regions/second/line-model.js';

const EXCERPT = 60;

/** What the grammar calls a line, in the words of the second reading; labels of the head are told by their words. */
const LABEL_OF_KIND: Readonly<Record<LineKind, SheetLabel>> = {
  'head.sheet': 'sheet',
  'head.letterhead': 'letterhead',
  'head.title': 'title',
  'head.label': 'other',
  'head.value': 'other',
  'head.dateline': 'date',
  'head.address': 'address',
  'head.salute': 'salute',
  'head.status': 'sheet',
  'body.sheet': 'sheet',
  'body.text': 'text',
  'body.heading': 'heading',
  'body.table': 'table',
  'body.decision': 'decision',
  'body.label': 'text',
  'close.sheet': 'sheet',
  'close.salute': 'leave',
  'close.signature': 'signature',
  'close.title': 'office',
  'close.dateline': 'date',
  'close.address': 'address',
  'close.enclosures': 'copies',
  'close.drafting': 'drafting',
  'close.decision': 'decision',
};

const LABEL_OF_ROLE: Readonly<Partial<Record<LabelRole, SheetLabel>>> = {
  to: 'to',
  also: 'to',
  from: 'from',
  subject: 'subject',
  date: 'date',
  place: 'place',
  participants: 'participants',
};

/** The facts that lines of a label tell, by their keys in the manifest. */
const FACTS: Readonly<Partial<Record<SheetLabel, string>>> = {
  date: 'when',
  place: 'place',
  from: 'from',
  to: 'to',
  address: 'to',
  subject: 'subject',
  participants: 'participants',
  signature: 'signed',
};

/** The labels in the words of a historian. */
const NAMES: Readonly<Record<SheetLabel, string>> = {
  sheet: 'of the sheet',
  letterhead: 'of the printed head of the sheet',
  title: 'a title',
  date: 'the date',
  place: 'the place',
  from: 'the sender',
  to: 'the receiver',
  subject: 'the subject',
  participants: 'of those who took part',
  other: 'another label',
  address: 'of the address',
  salute: 'the salutation',
  text: 'of the text',
  heading: 'a heading',
  table: 'of a table',
  decision: 'a line for a decision',
  leave: 'the leave',
  signature: 'the signature',
  office: 'the office of who signs',
  drafting: 'of those who drafted',
  copies: 'of enclosures or copies',
};

/** What the second reading doubts. */
export interface SecondDoubts {
  readonly findings: readonly Finding[];
  /** The facts that are less sure for it, by their keys in the manifest. */
  readonly facts: ReadonlySet<string>;
}

/**
 * Lines that the grammar and the second reading call something else, where a fact of the header or a paragraph hangs on it: each fact once, and of lines that follow each other the
 * first.
 * @param hasParticipants those who took part are known
 */
export function secondDoubts(lines: readonly LabelledLine[], hasParticipants: boolean): SecondDoubts {
  const found: Finding[] = [];
  const told = new Set<string>();
  const firsts = firstLabels(lines);
  const agreed = agreedLabels(lines, firsts);
  let wasDoubted = false;
  for (const [at, { line, forms, second, settled }] of lines.entries()) {
    const first = firsts[at] as SheetLabel;
    const isOther =
      second.margin >= HEARD &&
      second.label !== first &&
      settled === undefined &&
      !isEitherWay(first, second.label, firsts[at - 1], forms) &&
      !(FACTS[first] === undefined && ONCE.has(second.label) && agreed.has(second.label)) &&
      !/_{5}/.test(line.text);
    if (!isOther) {
      wasDoubted = false;
      continue;
    }
    // `The Secretary/Senator Sample`: a title that has told who took part.
    const isTold = first === 'title' && second.label === 'participants' && hasParticipants;
    const facts = isTold ? [] : factsBetween(first, second.label).filter((fact) => !told.has(fact));
    const isOfText = (first === 'text') !== (second.label === 'text') && !forms.isSpeech;
    for (const fact of facts) told.add(fact);
    const words = { text: line.text.slice(0, EXCERPT), read: NAMES[first], other: NAMES[second.label] };
    if (facts.length > 0) found.push(finding('EN171', words, line.start, facts.map((fact) => `${fact}: …`).join('\n')));
    else if (isOfText && !wasDoubted)
      found.push(
        finding('EN170', words, line.start, lineEntry(line.text, second.label === 'text' ? 'paragraph' : 'stamp')),
      );
    wasDoubted = isOfText;
  }
  return { findings: found, facts: told };
}

/** What the grammar calls each line, in the words of the second reading. */
function firstLabels(lines: readonly LabelledLine[]): readonly SheetLabel[] {
  let role: SheetLabel = 'other';
  return lines.map(({ kind, forms }) => {
    if (kind === 'head.label' && forms.label !== undefined) role = LABEL_OF_ROLE[forms.label.role] ?? 'other';
    return kind === 'head.label' || kind === 'head.value' ? role : LABEL_OF_KIND[kind];
  });
}

/** Facts of which a document has one. */
const ONCE: ReadonlySet<SheetLabel> = new Set(['date', 'place', 'subject', 'from']);

/** The labels of which both readings are sure somewhere: a fact that is known is not missing elsewhere. */
function agreedLabels(lines: readonly LabelledLine[], firsts: readonly SheetLabel[]): ReadonlySet<SheetLabel> {
  return new Set(
    lines.flatMap(({ second }, at) => (second.margin >= HEARD && second.label === firsts[at] ? [second.label] : [])),
  );
}

/**
 * Whether the fact is the same with both labels: the office of an address below the name, a title that says to whom.
 * @param above the label of the line above
 */
function isEitherWay(
  first: SheetLabel,
  other: SheetLabel,
  above: SheetLabel | undefined,
  { isTitle }: LabelledLine['forms'],
): boolean {
  if (first === 'address' && other === 'letterhead') return above === 'address';
  return first === 'to' && other === 'title' && isTitle;
}

/** The facts that are other where a line is other. */
function factsBetween(first: SheetLabel, other: SheetLabel): readonly string[] {
  // A day beside those who drafted is that of their draft.
  if ([first, other].includes('drafting') && [first, other].includes('date')) return [];
  // A day and its place share a line, and a label.
  if ([first, other].includes('place') && [first, other].includes('date')) return [];
  const [one, two] = [FACTS[first], FACTS[other]];
  return one === two ? [] : [one, two].filter((fact) => fact !== undefined);
}
