/** What names the sides of a conversation: countries, delegations, agencies. */

const COUNTRY =
  /^(?:the )?(?:U\.?\s?S\.?(?:\s?S\.?\s?R\.?)?(?:\s?A\.?)?|U\.?\s?K\.?|F\.?R\.?G\.?|G\.?D\.?R\.?|U\.?A\.?R\.?|P\.?R\.?C\.?|G\.?R\.?C\.?|ROC|ROK|GVN|DRV|(?:United|Soviet|Federal|People|American|British|French|German|Foreign|Other|Republic|Kingdom|Union|Israel|Egypt|Japan|China|India|Iran|Iraq|Italy|France|Canada|Mexico|Brazil|Turkey|Greece|Spain|Cuba|Chile)\b.{0,30})$/i;

/** Whether a line names a side or an agency whose members stand below it: `EGYPT`, `State:`, `For the United Kingdom`, `US Side`. */
export function isSideHead(text: string): boolean {
  if (text.length > 48 || /,/.test(text)) return false;
  if (/:$/.test(text)) return true;
  if (
    /\b(?:side|delegation|participants|party|representatives|others?)$/i.test(text) ||
    /^(?:For|FOR|On behalf of)\s/.test(text)
  )
    return true;
  return COUNTRY.test(text) && !/\b(?:Ambassador|Minister|Secretary|President|Mr|General)\b/i.test(text);
}

/** Whether the cells of a row name sides: one is a country or a delegation, and the others are as short and without a title. */
export function areSideHeads(texts: readonly string[]): boolean {
  const canHead = (text: string): boolean =>
    text !== '' && text.split(/\s+/).length <= 4 && !/[,.]/.test(text) && !/^(?:The|Mr|Dr|Amb|Gen|Sir)\b/.test(text);
  return (
    texts.length >= 2 &&
    texts.some(isSideHead) &&
    texts.every((text) => canHead(text.replace(/U\.\s?[KS]\.(?:\s?S\.\s?R\.|\s?A\.)?/, 'US')))
  );
}

/** Wide blanks between columns. */
const GAP = /\s{3,}|\t+/;

/** `JAPAN                UNITED STATES`: a row that names sides in capitals, below which their members stand, whether a label stands above or not. */
export function isRowOfSides(text: string): boolean {
  if (text !== text.toUpperCase() || !GAP.test(text)) return false;
  const cells = text.split(GAP);
  return cells.length <= 3 && cells.every(isSideHead) && areSideHeads(cells);
}
