import { withoutSpelling } from './spelled-letters.js';

/** The classification line: `C O N F I D E N T I A L SECTION 01 OF 02 MOSCOW 00279`, `UNCLAS STATE 123456`. */
export interface ClassificationLine {
  /** In plain letters: `CONFIDENTIAL`. */
  readonly classification: string;
  readonly section?: { readonly number: number; readonly of: number };
  /** The post and number of the cable: `MOSCOW 00279`. */
  readonly message?: string;
}

const PLAIN =
  /^(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|UNCLAS|LIMITED OFFICIAL USE|LIMOFFUSE)(?![A-Z])/;

/** Classifications that telegraphic style cuts short, as the taxonomy has them. */
export const CUT_SHORT: Readonly<Record<string, string>> = {
  UNCLAS: 'Unclassified',
  LIMOFFUSE: 'Limited Official Use',
};

/** Reads the line that stands below `BT`; undefined for a marking that only repeats the classification at the head of a page. */
export function classificationLine(line: string): ClassificationLine | undefined {
  const closed = withoutSpelling(line);
  const words = PLAIN.exec(closed)?.[0];
  if (words === undefined) return undefined;
  const isSpelled = !line.startsWith(words);
  const rest = closed.slice(words.length);
  const section = /\bSECTION\s+(\d{1,2})\s+OF\s+(\d{1,2})\b/.exec(rest);
  const message = /\b([A-Z][A-Z.]*(?: [A-Z]+)?)\s+(\d{3,6})(?:\/\d+)?\s*$/.exec(rest.replace(section?.[0] ?? '', ''));
  if (section === null && message === null && !isSpelled) return undefined;
  return {
    classification: CUT_SHORT[words] ?? words,
    ...(section === null ? {} : { section: { number: Number(section[1]), of: Number(section[2]) } }),
    ...(message === null ? {} : { message: `${message[1]} ${message[2]}` }),
  };
}
