import { trailingName } from '../names.js';

/** A part of a list of parties. */
export interface Chunk {
  readonly text: string;
  /** How it was parted from the one before: `,`, `;` or `and`; empty for the first. */
  readonly joint: string;
}

/** What may hold two words together by `and`, so that it does not part persons. */
const BUREAU_AND =
  /\b(?:Bureau|Bureaus|Office|Department|Departments|Division|Secretary|Assistant|Under|Deputy|Director|Directorate|Committee|Center|Counselor|Chief|Adviser|Staff|Mission|Administration|Branch)\b[^;()]*$/;
const AND_AFFAIRS =
  /^(?:the )?(?:(?:[\p{Lu}][\p{L}.-]*|of|and|the|for|,)\s+)*?(?:Affairs|Research|Budget|Management|Technology|Welfare|Culture|Programs|Operations|Agreements|Activities|Relations|Reports|Policy|Security|Consular|Analysis|Plans|Negotiations|Services|Estimates|Development|Space|Control|Administration|Commerce|Political-Military|Disarmament|Coordination|Monetary|Finance|Trade|Europe|Asia|Pacific|Estimates|Refugees?|Industry|Communications|Reparations|Records|Evaluation|Resources|Oceans|Environmental|Military)\b/u;

/** The rest of a bureau's name with commas: `Near Eastern, South Asian, and African Affairs`. */
const SERIES =
  /^,\s+(?:(?:\p{Lu}[\p{L}-]+\s?){1,3},?\s+)?and\s+(?:\p{Lu}[\p{L}-]+\s){1,4}(?:Affairs|Policy|Research)\b/u;

/** As much of a list as has to be seen on either side of a joint. */
const NEAR = 160;
const AND = /^ (?:and|or|&) /;

/** Whether `and` holds two words of one bureau's name together (`Near Eastern and South Asian Affairs`). */
function isOneName(left: string, right: string): boolean {
  return BUREAU_AND.test(left) && trailingName(left.trim()) === undefined && AND_AFFAIRS.test(right);
}

/** How long the joint at `i` is, of a list whose open part began at `from`; 0 where there is none. */
function jointAt(body: string, i: number, from: number): number {
  const left = body.slice(Math.max(from, i - NEAR), i);
  const right = body.slice(i, i + NEAR);
  if (right.startsWith(';')) return 1;
  if (right.startsWith(',')) {
    const isDate = /^,\s+\d{4}\b/.test(right) && /\d{1,2}$/.test(left);
    const isSuffix = /^,\s+(?:Jr|Sr|I{2,3}|IV|2d|3d)\b/.test(right);
    const isSeries = /\b(?:for|of) \p{Lu}[\p{L}, -]*$/u.test(left) && SERIES.test(right);
    return isDate || isSuffix || isSeries ? 0 : 1;
  }
  const and = right.startsWith(' ') ? AND.exec(right) : null;
  return and === null || isOneName(left, right.slice(and[0].length)) ? 0 : and[0].length;
}

/** Cuts a list at commas, semicolons and `and`, outside brackets and quotations. */
export function chunks(body: string): Chunk[] {
  const found: Chunk[] = [];
  let depth = 0;
  let from = 0;
  let joint = '';
  const cut = (end: number, next: number): void => {
    const text = body
      .slice(from, end)
      .replace(/\s(?:and|or)\s*$/, '')
      .trim();
    if (text !== '') found.push({ text, joint });
    // `; and by X` begins anew like `;`, `, and X` goes on like `and`.
    if (text !== '' || joint !== ';') joint = next - end > 1 ? 'and' : (body[end] ?? '');
    from = next;
  };
  for (let i = 0; i < body.length; i++) {
    const c = body[i] ?? '';
    if ('([“'.includes(c)) depth++;
    else if (')]”'.includes(c)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && (c === ',' || c === ';' || c === ' ')) {
      const length = jointAt(body, i, from);
      if (length === 0) continue;
      cut(i, i + length);
      i += length - 1;
    }
  }
  cut(body.length, body.length);
  return found;
}
