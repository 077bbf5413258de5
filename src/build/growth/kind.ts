/**
 * A text of some length that repeats something: `unit` alone, or `unit` in its first half and `rest` in its second. The sign № in either is the number of the repetition, so
 * that no two are alike.
 */
export interface Kind {
  readonly unit: string;
  readonly rest?: string;
}

/** What ends a text: a pattern that looks for a repetition at the end has then to look for it everywhere. */
const END = 'x.\n';

/** The text of a kind, of about so many characters. */
export function textOf({ unit, rest }: Kind, length: number): string {
  const part = rest === undefined ? length : length / 2;
  return `${filled(unit, part)}${rest === undefined ? '' : filled(rest, part)}${END}`;
}

function filled(piece: string, length: number): string {
  if (!piece.includes('№')) return piece.repeat(Math.ceil(length / piece.length));
  const parts: string[] = [];
  for (let count = 1, made = 0; made < length; count++) {
    const part = piece.replaceAll('№', String(count));
    parts.push(part);
    made += part.length;
  }
  return parts.join('');
}

/** How a kind is told in a report: `"(" then ")"`. */
export function nameOf({ unit, rest }: Kind): string {
  const shown = (piece: string): string => {
    const quoted = JSON.stringify(piece);
    return quoted.length > 40 ? `${quoted.slice(0, 39)}…` : quoted;
  };
  return rest === undefined ? shown(unit) : `${shown(unit)} then ${shown(rest)}`;
}
