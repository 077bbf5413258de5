import type { LabelledLine } from '../../regions/label-lines.js';

/** Whether a name alone above all else, over labels that say who has a part in it, is where a registry has sent the sheet, and not to whom it is written. */
export function isRouting(names: readonly string[], lines: readonly LabelledLine[], at: number, end: number): boolean {
  return (
    names.length === 1 &&
    lines.slice(0, at).every(({ kind }) => kind === 'head.sheet') &&
    lines.slice(end).some(({ kind, forms }) => kind === 'head.label' && PARTS.has(forms.label?.role ?? ''))
  );
}

const PARTS: ReadonlySet<string> = new Set(['to', 'from', 'participants']);
