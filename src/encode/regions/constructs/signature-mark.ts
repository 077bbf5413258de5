import type { Span } from '../../../model/position.js';

/** `/s/`, `(Signed)`, `[signed]`, `Sgd.`, `Signed:` before the name that is typed in place of a signature. */
const BEFORE =
  /^(?:[([](?:stamped|copy|initialled|initialed|draft)[)\]]\s*)?(?:\/\s?s\s?\/|s\/(?!(?:s|p|prs|al|il|nm|ae|wf|cpr|cms|ncd)\b)|[([]\s?(?:signed|sgd\.?|s|signature)\s?[)\]]\.?|signed\s?:|sgd\.|\[?for\]?\s\/s\/)[\s:.-]*/i;
/** The same after it: `Jane Roe (signed)`, `Jane Roe [initialed]`, `Jane Roe /s/`. */
const AFTER = /\s*(?:\/\s?s\s?\/|[([]\s?(?:signed|sgd\.?|signature|initialed|initialled)\s?[)\]])\.?$/i;

/** Without one of these no line bears such a mark. */
const MARKED = /[/([]|signed|sgd/i;

/** What stands where nobody has signed. */
const NOBODY =
  /^[([]?\s*(?:unsigned|not signed|no signature|(?:file |carbon )?copy (?:is )?(?:not signed|unsigned)|(?:the )?signature (?:is )?(?:illegible|missing|lacking|indecipherable)|without signature|signature not (?:legible|printed))\b[^.\])]{0,40}[.)\]]*$/i;

/** Whether a line says that nobody has signed: it is no name. */
export function isUnsigned(text: string): boolean {
  return NOBODY.test(text);
}

/** Where the name stands in a line that bears a mark of signature; undefined where it bears none, or nothing besides. */
export function markedName(text: string): Span | undefined {
  if (!MARKED.test(text)) return undefined;
  const start = BEFORE.exec(text)?.[0].length ?? 0;
  const end = text.length - (AFTER.exec(text.slice(start))?.[0].length ?? 0);
  if ((start === 0 && end === text.length) || end <= start) return undefined;
  return { start, end };
}

/** A name in capitals ends in a stop in the older volumes: `JAMES PEMBERTON.` */
const STOPPED_CAPITALS = /^(?=.*\p{Lu}{3})[\p{Lu}\p{M}\s.,'’-]{3,50}\.$/u;

/** A line without the stop after a name in capitals. */
export function withoutStopOfCapitals(text: string): string {
  return text.endsWith('.') && STOPPED_CAPITALS.test(text) ? text.slice(0, -1) : text;
}

/** A name without the stop that ends its line; that of an initial or of `Jr.` is its own. */
export function withoutStop(name: string): string {
  return /\p{Ll}{3}\.$/u.test(name) ? name.slice(0, -1) : withoutStopOfCapitals(name);
}
