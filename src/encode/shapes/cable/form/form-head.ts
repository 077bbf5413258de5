import { isMarkingLine } from '../../../regions/constructs/marking-line.js';
import { DRAFTING_LABEL, isTimeStamp } from '../cable-line.js';
import { isProse, MAX_HEAD } from './form-cells.js';
import { isDated } from './form-dates.js';
import type { FormLabels } from './form-labels.js';
import { citeLine, type FormLabelKind, fromTo, isFormPageHead, isInitials, OUTGOING, TITLE } from './form-words.js';

/** `SECRETARY OF STATE,` above `WASHINGTON.`: the receiver as a letter has it, where the form has no label for it. */
export const RECEIVER =
  /^(?:The )?(?:Secretary of State|SECSTATE|American (?:Embassy|Legation|Consul(?:ate)?)|Am(?:embassy|legation|consul))\s*[,.]?$/i;
/** Sender or receiver in capitals behind the word alone: `TO COMMONWEALTH RELATIONS OFFICE`; in small letters where wide blanks part them: `From   Stockholm`. */
const SIDE = /^(FROM|FM|TO)\s+(?=\p{Lu}[\p{Lu} .,&'’-]{3,45}$)|^(From|To)\s{2,}(?=\p{Lu}\p{L}[\p{L} .'’-]{1,30}$)/u;
/** The number of a telegram below the receiver: `279.` */
const NUMBER_BELOW = /^#?\d{1,5}\.?$/;
/** `1012, December 3, 9 a.m.`: number, day and hour in a line of their own. */
const NUMBERED_DAY = /^#?\d{1,5},\s+(?:[A-Z][a-z]+\.?\s+\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+)\b.{0,30}$/;

/**
 * The head of a sheet: title, labels with what stands under them, stamps and routing.
 * @returns where the captions begin
 */
export function formHead(labels: FormLabels, from: number, to: number): number {
  const end = headEnd(labels, from, to);
  const hasReceiver = (at: number): boolean =>
    labels.labels[at]?.kind === 'to' || /^TO\s/.exec(SIDE.exec(labels.text(at))?.[0] ?? '') !== null;
  let isAddressed = false;
  for (let at = from; at < end; at++) isAddressed ||= hasReceiver(at);
  const reader = new HeadReader(labels, isAddressed);
  let at = from;
  for (; at < to; at++) if (!reader.take(at, at < end)) break;
  return at;
}

/** Whether a line says something that only the head of a form has. */
function isHeadSign(labels: FormLabels, at: number): boolean {
  const text = labels.text(at);
  if (TITLE.test(text) || labels.labels[at] !== undefined || citeLine(text) !== undefined) return true;
  if (/^FROM\s/i.test(text) && /^TO\s/i.test(labels.text(at + 1)) && !isProse(text)) return true;
  if (SIDE.test(text) || RECEIVER.test(text)) return true;
  return NUMBERED_DAY.test(text) || (isDated(text) && text.length < 40);
}

/** The line after the last sign of a head; a text that runs on ends it, once somebody has been addressed. */
function headEnd(labels: FormLabels, from: number, to: number): number {
  let end = from;
  let receiver = from - 4;
  let isAddressed = false;
  for (let at = from; at < Math.min(to, from + MAX_HEAD); at++) {
    const text = labels.text(at);
    const isLabelled = labels.labels[at] !== undefined && !(isAddressed && text.length > LONGEST_VALUE);
    if (isLabelled || (isHeadSign(labels, at) && !(isAddressed && isProse(text) && citeLine(text) === undefined))) {
      end = at + 1;
      if (RECEIVER.test(text)) receiver = at;
      // Below the receiver of a form that has no label for him stands the number, then the text.
      isAddressed ||= (NUMBERED_DAY.test(text) && at - receiver <= MOST_BELOW) || isAddress(labels, at);
    } else if (at - receiver <= 3 && NUMBER_BELOW.test(text)) {
      end = at + 1;
      isAddressed = true;
    } else if (isAddressed && isProse(text)) break;
    else if (isAddressed && labels.sign(at).caption !== undefined) break;
    else if (text.length > LONGEST_LABELLED && at > end + 8) break;
  }
  return end;
}

/** Whether a line says who sends or who receives. */
function isAddress(labels: FormLabels, at: number): boolean {
  return /^(?:from|to)$/.test(labels.labels[at]?.kind ?? '') || /^(?:FROM|TO)\s/i.test(labels.text(at));
}

/** Place, precedence and number can stand so far below the receiver. */
const MOST_BELOW = 6;
const LONGEST_LABELLED = 60;
/** A label with more below the receivers begins a paragraph. */
const LONGEST_VALUE = 80;
/** The names of addressees on the lines below stand in the column of the first. */
const COLUMN = 3;

/** So many empty lines can part a receiver from its place. */
const MOST_BLANKS = 3;

/** Reads the lines of a head in their order. */
class HeadReader {
  readonly #labels: FormLabels;
  /** A label for the receiver stands somewhere, so that ACTION and INFO are of offices. */
  readonly #hasReceiver: boolean;
  #isOutgoing = false;
  /** ACTION is of addressees. */
  #isAction = false;
  /** Whom the lines below go on with, and in which column. */
  #side: { readonly role: 'from' | 'to' | 'info'; readonly column: number } | undefined;
  #last: FormLabelKind | undefined;
  /** The label of the sender stands alone above it: `FROM`. */
  #isSenderOpen = false;
  /** A receiver without a label stands above: the number stands below. */
  #isReceiverOpen = false;

  constructor(labels: FormLabels, hasReceiver: boolean) {
    this.#labels = labels;
    this.#hasReceiver = hasReceiver;
  }

  /** Says what a line is; false where the head has ended. */
  take(at: number, isInside: boolean): boolean {
    const labels = this.#labels;
    const text = labels.text(at);
    if (this.#goesOn(at)) {
      labels.role[at] = 'address';
      return true;
    }
    if (!isInside) return false;
    const label = labels.labels[at];
    const role = label === undefined ? undefined : this.#roleOf(label.kind, text, label.length);
    if (label !== undefined) this.#last = label.kind;
    if (role !== undefined && label !== undefined) {
      this.#address(at, role, label.label, label.length);
      return true;
    }
    this.#side = undefined;
    if (label?.kind === 'number' || label?.kind === 'date' || label?.kind === 'sent') labels.role[at] = 'label';
    else if (label === undefined) this.#unlabelled(at, text);
    else if (DRAFTING_LABEL.test(text)) labels.furniture[at] = 'drafting';
    else
      labels.furniture[at] =
        label.kind === 'precedence' || label.kind === 'classification' ? 'classification' : 'control';
    return true;
  }

  #unlabelled(at: number, text: string): void {
    const labels = this.#labels;
    const sides = this.#sideIn(text) ?? this.#halfOfRoute(at);
    if (sides !== null) {
      const length = sides[0].length;
      this.#address(at, /^F/i.test(text) ? 'from' : 'to', length - 1, length);
    } else if (isMarkingLine(text)) labels.furniture[at] = 'classification';
    else if (isFormPageHead(text)) labels.furniture[at] = 'pageNum';
    else if (TITLE.test(text)) {
      labels.furniture[at] = 'letterhead';
      this.#isOutgoing ||= OUTGOING.test(text);
    } else if (citeLine(text) !== undefined) labels.role[at] = 'note';
    else if (labels.sign(at).message !== undefined) labels.role[at] = 'message';
    else if (NUMBERED_DAY.test(text) || (this.#isReceiverOpen && NUMBER_BELOW.test(text))) labels.role[at] = 'label';
    else if (isTimeStamp(text) && !this.#isOutgoing) labels.furniture[at] = 'stamp';
    else if (isDated(text)) labels.role[at] = 'dateline';
    else if (RECEIVER.test(text) && !this.#hasReceiver) this.#receiver(at);
    else if (labels.role[at] === 'more') return;
    else if (this.#isSenderOpen && /^\p{Lu}\p{Ll}/u.test(text) && !isDated(text)) {
      this.#isSenderOpen = false;
      this.#labels.address(at, 'from', { label: 0, length: 0 });
    } else {
      labels.furniture[at] = 'control';
      if (!isKnown(labels, at)) labels.doubt(at, 'head');
    }
  }

  /** Sender or receiver behind the word alone, where none has been read. */
  #sideIn(text: string): RegExpExecArray | null {
    const side = SIDE.exec(text);
    const role = /^to$/i.test(side?.[1] ?? side?.[2] ?? '') ? 'to' : 'from';
    return side === null || this.#labels.role.includes(role) ? null : side;
  }

  /** One of two lines `From Washington` / `to Foreign Office`, which are one where they are printed beside each other. */
  #halfOfRoute(at: number): RegExpExecArray | null {
    const labels = this.#labels;
    const text = labels.text(at);
    const isHalf = fromTo(`${text} ${labels.text(at + 1)}`) ?? fromTo(`${labels.text(at - 1)} ${text}`);
    return isHalf === undefined ? null : /^(FROM|TO)\s+(?=\S)/i.exec(text);
  }

  #receiver(at: number): void {
    const labels = this.#labels;
    labels.address(at, 'to', { label: 0, length: 0 });
    this.#isReceiverOpen = true;
    const below = labels.text(at + 1);
    if (labels.blank(at + 1) <= MOST_BLANKS && /^\p{Lu}[\p{L} ()]{2,25}[.,]?$/u.test(below))
      labels.role[at + 1] = 'more';
  }

  #address(at: number, role: 'from' | 'to' | 'info', label: number, length: number): void {
    const labels = this.#labels;
    const value = labels.text(at).slice(length);
    if (value === '') {
      labels.furniture[at] = 'control';
      this.#isSenderOpen = role === 'from';
      this.#side = role === 'from' ? undefined : { role, column: -1 };
      return;
    }
    labels.address(at, role, { label, length });
    this.#side = { role, column: labels.indent(at) + length };
  }

  /** ACTION and INFO are of addressees where no label of a receiver stands beside them; INFO goes on with the label above. */
  #roleOf(kind: FormLabelKind, text: string, length: number): 'from' | 'to' | 'info' | undefined {
    if (kind === 'from') return 'from';
    if (kind === 'to') return 'to';
    const isCopies = /^(?:RPTD|REPEATED|RPT|COP)/i.test(text);
    if (
      kind === 'info' &&
      (isCopies || this.#last === 'to' || this.#last === 'info' || !/:/.test(text.slice(0, length)))
    )
      return isCopies || !isOffices(text.slice(length)) ? 'info' : undefined;
    if (this.#hasReceiver || text.length <= length) return undefined;
    if (kind === 'info') return this.#isAction || !isOffices(text.slice(length)) ? 'info' : undefined;
    // Right below the sender stands who has to act, were it as short as an office.
    if (kind !== 'action' || (isOffices(text.slice(length)) && this.#last !== 'from')) return undefined;
    this.#isAction = true;
    return 'to';
  }

  /** Whether a line goes on with the addressees above it: it stands in their column, and is no date, label or marking. */
  #goesOn(at: number): boolean {
    const labels = this.#labels;
    const side = this.#side;
    const text = labels.text(at);
    if (side === undefined || side.role === 'from' || labels.blank(at) > 0 || labels.labels[at] !== undefined)
      return false;
    if (text.length > LONGEST_LABELLED || isDated(text) || isMarkingLine(text) || TITLE.test(text)) return false;
    if (labels.sign(at).caption !== undefined || /^[\d(]/.test(text)) return false;
    return side.column >= 0 && Math.abs(labels.indent(at) - side.column) <= COLUMN;
  }
}

/** `EUR`, `SS U C`, `C/AF 2`, `EUR-12 SS-1`: offices that have a copy, and no posts. */
function isOffices(value: string): boolean {
  return value === '' || /^(?:[A-Z]{1,4}(?:\/[A-Z]{1,4})*(?:[- ]\d{1,2})?(?:[ ,;]+|$))+$/.test(value);
}

/** Words of a letterhead, of the boxes of a form, and of the rules that are printed on it. */
const PRINTED =
  /\b(?:DEPARTMENT|DIVISION|BRANCH|OFFICE|MINISTRY|MESSAGE|CENTER|CENTRE|COMMUNICATIONS|ROUTING|COLLECT|CHARGE|INDICATE|COPY|COPIES|AGENCY|STATES|TELEGRAPH|CABLES?|CYPHER|CIPHER|CODE|CABINET|EMBASSY|LEGATION|CONSULATE|FOREIGN SERVICE|SERVICE|DISTRIBUTION|INTELLIGENCE|HEADQUARTERS|STAFF|NAVY|NAVAL|ARMY|WAR|PARAPHRASED?|TELEGRAM|SECRECY|COMMUNICATED|RECIPIENT|DISTRIBUTED|CORRECTION|ADVANCE|EN CLAIR|PLAIN|GRAY|ACTION|INFO|ORIGIN|CONTROL|REC'?D|RECEIVED|TEL\. ?EXT)\b|\[ ?[xX]? ?\]|[□☐☒]/i;

/** `Sir O. Franks`, `Mr. Clutton (Acting)`: a person with title or initials. */
const PERSON =
  /^(?:(?:Sir|Lord|Mr|Mrs|Miss|Dr|Viscount|Earl|Colonel|General|Admiral)\.?\s|\p{Lu}\.\s)[\p{L}. '’-]{2,28}(?:\s\([\p{L} ]+\))?$/u;

/** Whether nothing is to be asked about a line that gave no fact: it is short, a number, printed on the form, or goes on with such a line. */
function isKnown(labels: FormLabels, at: number): boolean {
  const text = labels.text(at);
  if (text.length <= 8 || isInitials(text) || !/\p{L}{3}/u.test(text) || PRINTED.test(text)) return true;
  // The place of the dateline.
  if (/^\p{Lu}[\p{L} .]+,$/u.test(text) && isDated(labels.text(at + 1))) return true;
  // A sender by name below the line that says from where.
  if (PERSON.test(text) && labels.role.slice(Math.max(0, at - 2), at).some((role) => role === 'from' || role === 'to'))
    return true;
  const isBelow = at > 0 && labels.blank(at) === 0 && labels.indent(at) === labels.indent(at - 1);
  return (
    isBelow && labels.furniture[at - 1] === 'control' && (PRINTED.test(labels.text(at - 1)) || isInSentence(labels, at))
  );
}

/** Whether a line is of a sentence in small letters that a rule of the form is printed in. */
function isInSentence(labels: FormLabels, at: number): boolean {
  for (let by = 1; by <= 4; by++) {
    for (const line of [at - by, at + by])
      if (PRINTED.test(labels.text(line)) && /\p{Ll}{3}/u.test(labels.text(line))) return true;
  }
  return false;
}
