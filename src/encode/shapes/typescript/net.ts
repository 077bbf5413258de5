import { type Finding, finding, lineEntry } from '../../facts/finding.js';
import { readTypedDate } from '../../facts/typed-date.js';
import type { LabelledLine } from '../../regions/label-lines.js';
import type { Reader } from './reader.js';

const EXCERPT = 60;

/**
 * What no rule of the grammar doubts, and what looks wrong whatever the reason: lines of the head that gave no fact and look like one, values that hold
 * something else, and lines below a signature that are no office.
 */
export function netOfDoubts(lines: readonly LabelledLine[], { facts }: Reader): readonly Finding[] {
  return [
    ...unusedLines(lines),
    ...strangeValues(lines),
    ...strangeOffices(lines),
    ...strangeSigners(lines, facts.signed),
  ];
}

/** The forms of what a stamp or a printer has put beside a line. */
const OF_STAMPS: ReadonlySet<string> = new Set(['receipt', 'stamp', 'declassification', 'form', 'distribution', 'tab']);

/** Lines of the head that are of the sheet for want of anything better, and hold a date, an address or a label. */
function unusedLines(lines: readonly LabelledLine[]): readonly Finding[] {
  const stamped = new Set(lines.flatMap(({ line }) => (OF_STAMPS.has(line.form ?? '') ? [line.group] : [])));
  return lines.flatMap(({ line, kind, forms }) => {
    const isUnknown = kind === 'head.sheet' && line.form === undefined && line.banner === undefined;
    if (!isUnknown || line.isBeside || stamped.has(line.group) || line.repeats > 1) return [];
    const isFact =
      (forms.isHonorific && !line.isRight) ||
      forms.isSalute ||
      (forms.label?.hasColon === true &&
        forms.label.isKnown &&
        forms.label.role !== 'other' &&
        forms.label.value < line.text.length) ||
      (/\d{4}/.test(line.text) && readTypedDate(line.text)?.when !== undefined);
    return isFact
      ? [finding('EN057', { text: line.text.slice(0, EXCERPT) }, line.start, lineEntry(line.text, 'stamp'))]
      : [];
  });
}

/** Wide blanks before words with a colon, or before what a form calls its boxes: a second label in one value. */
const SECOND_LABEL = /\S\s{3,}(?:\p{Lu}[\p{L}. ]{1,24}:(?:\s|$)|(?:NO|DATE|REF|FILE)\.?\s(?:OF\s)?[A-Z]{2,})/u;
const LONGEST_VALUE = 260;

/** Values of labels that seem to hold another label, an address, or text. */
function strangeValues(lines: readonly LabelledLine[]): readonly Finding[] {
  const found: Finding[] = [];
  let label:
    | {
        readonly name: string;
        readonly start: number;
        length: number;
        isTold: boolean;
        readonly isList: boolean;
        readonly isSingle: boolean;
      }
    | undefined;
  for (const { line, kind, forms } of lines) {
    if (kind === 'head.label' && forms.label !== undefined) {
      const { role, name } = forms.label;
      label = {
        name,
        start: line.start,
        length: line.text.length - forms.label.value,
        isTold: false,
        isList: role === 'participants' || role === 'copies',
        isSingle: role === 'subject' || role === 'from' || role === 'date' || role === 'place',
      };
    } else if (kind === 'head.value' && label !== undefined) label.length += line.text.length;
    else continue;
    const isStrange =
      (!label.isList &&
        SECOND_LABEL.test(kind === 'head.label' ? line.text.slice(forms.label?.value ?? 0) : line.text)) ||
      (label.isSingle && label.length > LONGEST_VALUE) ||
      (kind === 'head.value' && label.isSingle && (forms.isHonorific || forms.isSalute));
    if (!isStrange || label.isTold) continue;
    label.isTold = true;
    found.push(finding('EN058', { label: label.name, text: line.text.slice(0, EXCERPT) }, line.start));
  }
  return found;
}

/** Lines below a signature that are read as an office and have a colon, a figure or a sign of a list. */
function strangeOffices(lines: readonly LabelledLine[]): readonly Finding[] {
  return lines.flatMap(({ line, kind, forms }) =>
    kind === 'close.title' && (/[:[\]]|^\W|\s-\s|\d{2}/.test(line.text) || forms.item !== undefined)
      ? [finding('EN059', { text: line.text.slice(0, EXCERPT) }, line.start, lineEntry(line.text, 'stamp'))]
      : [],
  );
}

/** What no name has: figures, a colon, words of copies and uses. */
const NO_SIGNER =
  /\d|:|\b(?:COPY|USE|ONLY|FILE|CLASSIFICATION|DISTRIBUTION|ENCLOSURE|ATTACHMENT|PAGE|TOTAL|PURPOSES)\b|\p{L}-$/iu;

function strangeSigners(lines: readonly LabelledLine[], signed: readonly string[]): readonly Finding[] {
  return signed.flatMap((name) => {
    const at = NO_SIGNER.test(name)
      ? lines.find(({ line, kind }) => kind === 'close.signature' && line.text.includes(name))?.line.start
      : undefined;
    return at === undefined
      ? []
      : [finding('EN054', { text: name.slice(0, EXCERPT), fact: 'signature' }, at, 'signed: …')];
  });
}
