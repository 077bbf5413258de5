import { excerpt, type Finding, finding } from '../../facts/finding.js';
import { readSheets } from '../../page/sheet.js';
import type { CableLabel } from '../../regions/second/labels.js';
import { HEARD } from '../../regions/second/line-model.js';
import { cableModel } from '../../regions/second/second-reading.js';
import type { CaptionLabel } from './cable-line.js';
import type { CableLine, CableRole } from './labels.js';
import { beginsLeftOut } from './transmission-block.js';

/** What the grammar calls a line, in the words of the second reading; roles that say nothing of a fact are not compared. */
const LABEL_OF_ROLE: Readonly<Partial<Record<CableRole, CableLabel>>> = {
  dateline: 'date',
  from: 'from',
  to: 'to',
  info: 'info',
  message: 'marking',
  handling: 'caption',
  heading: 'heading',
  text: 'text',
  signature: 'signature',
};

const LABEL_OF_CAPTION: Readonly<Record<CaptionLabel['name'], CableLabel>> = {
  eo: 'eo',
  tags: 'tags',
  subject: 'subject',
  references: 'refs',
  'classified-by': 'classified',
};

/** The facts that lines of a label tell, by their keys in the manifest; '' where it has none. */
const FACTS: Readonly<Partial<Record<CableLabel, string>>> = {
  drafting: '',
  date: 'when',
  from: 'from',
  to: 'to',
  info: 'info',
  marking: '',
  caption: '',
  tags: '',
  subject: 'subject',
  refs: '',
  signature: 'signed',
};

/** The labels in the words of a historian. */
const NAMES: Readonly<Record<CableLabel, string>> = {
  sheet: 'of the page or the transmission',
  drafting: 'of those who drafted and cleared',
  date: 'the date-time group',
  from: 'the sender',
  to: 'an addressee',
  info: 'a receiver for information',
  marking: 'the line of the classification',
  caption: 'a caption',
  eo: 'the executive order',
  tags: 'the tags',
  subject: 'the subject',
  refs: 'the references',
  classified: 'who classified it',
  heading: 'a heading',
  text: 'of the text',
  signature: 'the signature',
};

/**
 * Lines of a cable that the grammar and the second reading call something else: of lines that follow each other so, the first. Telegrams on the forms of a house are not read so: the
 * model has seen too few of them.
 */
export function secondDoubts(lines: readonly CableLine[]): readonly Finding[] {
  // The second reading looks at neither markings nor forms.
  const sheet = readSheets(lines, () => false, false).lines;
  const labels = new Map(cableModel.read(sheet).map((second, at) => [sheet[at]?.start, second]));
  let first: CableLabel | undefined;
  let before = '';
  // Posts below XMT look like addressees, and are left out by that word.
  let isExempt = false;
  return lines.flatMap((line) => {
    isExempt = line.furniture === 'transmission' && (isExempt || beginsLeftOut(line.text));
    if (line.furniture !== undefined || line.role !== 'more') first = labelOf(line);
    const second = labels.get(line.start);
    const isOther =
      second !== undefined &&
      first !== undefined &&
      !isExempt &&
      second.margin >= HEARD &&
      /\p{L}/u.test(line.text) &&
      isFar(first, second.label);
    const pair = isOther ? `${first} ${second.label}` : '';
    const isFirst = isOther && pair !== before;
    before = pair;
    if (!isFirst || first === undefined) return [];
    const words = { text: excerpt(line.text), read: NAMES[first], other: NAMES[second.label] };
    const facts = [FACTS[first], FACTS[second.label]].filter((fact) => fact !== undefined && fact !== '');
    const entry = facts.map((fact) => `${fact}: …`).join('\n');
    return [finding('EN172', words, line.start, entry === '' ? undefined : entry)];
  });
}

function labelOf({ furniture, role, signs }: CableLine): CableLabel | undefined {
  // The head of a further section repeats the first, and is of the sheet by that alone.
  if (furniture === 'section') return undefined;
  // Rules stand above and below headings.
  if (furniture === 'rule') return undefined;
  if (furniture !== undefined) return furniture === 'drafting' ? 'drafting' : 'sheet';
  if (role === 'label') return signs.caption === undefined ? undefined : LABEL_OF_CAPTION[signs.caption.name];
  return LABEL_OF_ROLE[role];
}

/** Whether it matters which of two labels a line has: a fact hangs on it, or whether it is of the text. */
function isFar(first: CableLabel, other: CableLabel): boolean {
  // The classification stands at the head and foot of each page; a heading is of the text.
  const [one, two] = [first, other].map((label) =>
    label === 'heading' ? 'text' : label === 'marking' ? 'sheet' : label,
  );
  if (one === two) return false;
  return FACTS[first] !== undefined || FACTS[other] !== undefined || one === 'text' || two === 'text';
}
