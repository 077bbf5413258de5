import type { Span } from '../../../model/position.js';

/** One addressee of a line of the transmission block. */
export interface Address {
  /** Where its words stand in the line, with routing, precedence and number. */
  readonly whole: Span;
  /** Where its name stands: `AMEMBASSY PARIS` in `RUEHFR/AMEMBASSY PARIS IMMEDIATE 1234`. */
  readonly name: Span;
  /** The precedence after the name, in the words of the line. */
  readonly precedence?: string;
}

/** Routing indicators (ACP 121) before an address: `RUEHC/`; `ZEN/` where it is sent by other means. */
const ROUTING = /^(?:ZEN\s?\/\s?)?(?:[RYZ][A-Z]{3,7}\s?\/\s?)?/;
const PARTS =
  /(?<=\S)\s+(?=[RYZ][A-Z]{3,7}\s?\/\s?[A-Z])|[,;]\s+(?=(?:[RYZ][A-Z]{3,7}\/)?(?:AM[A-Z]{4,}|US[A-Z]{2,}|SEC[A-Z]{3,}|CINC|ALL )\b)|(?<=\d|\bUNN)[,;]\s+(?=[A-Z])|(?<!(?:^|\s)[RYZ][A-Z]{3,7})\s+\/\s+(?=[A-Z]{3})/g;
const PRECEDENCE = /\s+((?:(?:NIACT|OPERATIONAL|OP|IMMEDIATE|IMMED|PRIORITY|ROUTINE|FLASH|EMERGENCY)\s*)+)$/;
/** British telegrams have the precedence first: `TO IMMEDIATE FCO`. */
const PRECEDENCE_AHEAD = /^(FLASH|IMMEDIATE|PRIORITY|ROUTINE)\s+(?:DESKBY \d{6}Z\s+)?(?=[A-Z]{2})/;
/** Behind a precedence that stands first, commas part the posts: `INFO IMMEDIATE UKMIS NEW YORK, UKDEL NATO`. */
const COMMAS = /\s*[,;]\s+(?=[A-Z])/g;
const TAIL =
  /\s*(?:\/\/[A-Z\d/-]*\/\/|\((?:NOTAL|POUCH|BY POUCH|PASS)\)|\bBY POUCH|\bPOUCH|\bUNN|\bNo\.\s*\d{1,6}(?:\s*[})].*)?|[})]\s*(?:Important|Immediate|Priority))$/i;
/** Names that end in a number. */
const NUMBERED = /^(?:AIG|CTF|CTG|CTU|TF|TG|FLEET|DESRON|COMDESRON|COMPHIBGRU|COMCARGRU|TASK FORCE)\s+\d[\d.]*$/;

/** The addressees of a line from an offset on. */
export function addressesOf(line: string, from: number): readonly Address[] {
  const starts = [from];
  const ends: number[] = [];
  const gaps = PRECEDENCE_AHEAD.test(line.slice(from)) ? COMMAS : PARTS;
  for (const gap of line.matchAll(gaps)) {
    if (gap.index <= from) continue;
    ends.push(gap.index);
    starts.push(gap.index + gap[0].length);
  }
  ends.push(line.length);
  return starts.map((start, index) => addressAt(line, start, ends[index] ?? line.length));
}

function addressAt(line: string, start: number, end: number): Address {
  const words = line.slice(start, end).trimEnd();
  const ahead = PRECEDENCE_AHEAD.exec(words);
  const routing = ahead?.[0].length ?? ROUTING.exec(words)?.[0].length ?? 0;
  let name = words.replace(/[,;.]+$/, '').replace(TAIL, '');
  name = withoutNumber(name, routing).replace(TAIL, '');
  const precedence = PRECEDENCE.exec(name);
  if (precedence !== null && precedence.index > routing) name = withoutNumber(name.slice(0, precedence.index), routing);
  const word = precedence?.[1] ?? ahead?.[1];
  const said = word === undefined ? undefined : precedenceOf(word);
  return {
    whole: { start, end: start + words.length },
    name: { start: start + routing, end: start + Math.max(name.trimEnd().length, routing) },
    ...(said === undefined ? {} : { precedence: said }),
  };
}

/** A name without the serial number after it, unless it is one that ends in a number. */
function withoutNumber(name: string, routing: number): string {
  return NUMBERED.test(name.slice(routing)) ? name : name.replace(/\s+#?\d{1,6}(?:[-/]\d{1,6})*$/, '');
}

function precedenceOf(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/** Whether a line of precedence alone goes on with the address above: `IMMEDIATE 1234`. */
export function isAddressTail(line: string): boolean {
  return /^(?:(?:NIACT|OPERATIONAL|OP|IMMEDIATE|IMMED|PRIORITY|ROUTINE|FLASH)\s*)+\d*$/.test(line);
}
