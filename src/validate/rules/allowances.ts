import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { placeOf } from '../../formats/sax.js';
import type { Span } from '../../model/position.js';
import type { SourceFile } from '../../model/source-file.js';
import { readTree, type TeiAside, type TeiTree } from '../tree.js';

/** A `<?chancery allow CODE reason?>`: the code that is silenced, why, and in which stretch of the file. */
interface Allowance {
  readonly code: string;
  readonly reason: string;
  readonly scope: Span;
  readonly at: TeiAside;
}

/**
 * Takes out the findings that a processing instruction `<?chancery allow CODE reason?>` silences: those in the element that
 * follows it; where text follows it, those in the rest of the element it stands in; before the root, those of the whole
 * file. An allowance without a reason, or one that silences nothing, is itself a finding (`VA250`, `VA251`), as is
 * an instruction that is written otherwise (`VA252`).
 * @param isChecked Whether a finding of this code would have been among those given; of others nothing is known here
 */
export function applyAllowances(
  tree: TeiTree,
  found: readonly Diagnostic[],
  isChecked: (code: string) => boolean,
): readonly Diagnostic[] {
  const allowances = allowancesOf(tree);
  const misspelt = instructionsOf(tree).filter((pi) => readAllowance(tree, pi).length === 0);
  if (allowances.length + misspelt.length === 0) return found;
  const used = new Set<Allowance>();
  const kept = found.filter((finding) => {
    const allowance = allowances.find((a) => silences(a, finding));
    if (allowance !== undefined) used.add(allowance);
    return allowance === undefined;
  });
  const problems = allowances.flatMap((allowance) => {
    const place = placeOf(tree.source, allowance.at.start, allowance.at.end);
    if (allowance.reason === '') return [diagnostic('VA250', { code: allowance.code }, place)];
    return used.has(allowance) || !isChecked(allowance.code)
      ? []
      : [diagnostic('VA251', { code: allowance.code }, place)];
  });
  const unread = misspelt.map(({ text, start, end }) =>
    diagnostic('VA252', { text }, placeOf(tree.source, start, end)),
  );
  return [...kept, ...problems, ...unread];
}

/** Takes out what allowances silence of the findings of another check, such as RELAX NG. Costs nothing where the file has none. */
export function withoutAllowed(
  source: SourceFile,
  found: readonly Diagnostic[],
  tree: TeiTree | undefined,
): readonly Diagnostic[] {
  if (found.length === 0 || (tree === undefined && !source.includes('<?chancery'))) return found;
  const allowances = allowancesOf(tree ?? readTree(source));
  if (allowances.length === 0) return found;
  return found.filter((finding) => !allowances.some((allowance) => silences(allowance, finding)));
}

function allowancesOf(tree: TeiTree): readonly Allowance[] {
  return instructionsOf(tree).flatMap((pi) => readAllowance(tree, pi));
}

function instructionsOf(tree: TeiTree): readonly TeiAside[] {
  return tree.instructions.filter((pi) => pi.target === 'chancery');
}

function silences(allowance: Allowance, finding: Diagnostic): boolean {
  const offset = finding.place?.start?.offset;
  if (offset === undefined || finding.code !== allowance.code) return false;
  return offset >= allowance.scope.start && offset < allowance.scope.end;
}

function readAllowance(tree: TeiTree, at: TeiAside): readonly Allowance[] {
  const match = /^allow\s+([^\s,;]+)(?:\s+(.*))?$/s.exec(at.text.trim());
  if (match === null) return [];
  const [, code = '', reason = ''] = match;
  return [{ code, reason: reason.trim(), scope: scopeOf(tree, at), at }];
}

function scopeOf(tree: TeiTree, at: TeiAside): Span {
  if (at.parent === undefined) return { start: 0, end: tree.source.length };
  const next = at.parent.children.slice(at.index).find((child) => child.kind === 'element' || child.text.trim() !== '');
  return next?.kind === 'element' ? { start: next.start, end: next.end } : { start: at.end, end: at.parent.end };
}
