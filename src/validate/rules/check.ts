import { schematronCodes } from '../../diagnostics/codes/rules-schematron.js';
import { type Code, type CodeEntry, type Severity, table } from '../../diagnostics/codes.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { SourceFile } from '../../model/source-file.js';
import { runChancerySchematron } from '../schematron.js';
import { readTree, type TeiTree } from '../tree.js';
import type { VolumeIndex } from '../volume-index.js';
import { applyAllowances } from './allowances.js';
import type { Strength } from './rule.js';
import { runRules } from './run.js';

export interface RuleOptions {
  readonly strength: Strength;
  /** What the manifest says: another severity for a code, or `off`. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** The other volumes, for references to them; without it those are not checked. */
  readonly volumes?: VolumeIndex;
  /** What our own Schematron has found, where it has been run already. */
  readonly schematron?: readonly Diagnostic[];
  /** What the rules have found, where they have been run already ({@link RuleRun}). */
  readonly found?: readonly Diagnostic[];
  /** Schematron alone, or the rules alone, which do without the XSLT processor; both where nothing is said. */
  readonly only?: 'schematron' | 'rules';
}

/**
 * Checks a document or volume against the project's own Schematron schema and against every editorial rule. The file is one that
 * {@link readTree} finds well-formed; otherwise only that is reported. Findings come in the order of the file.
 */
export function checkRules(source: SourceFile, options: RuleOptions): readonly Diagnostic[] {
  const tree = readTree(source);
  if (tree.diagnostics.length > 0) return tree.diagnostics;
  return checkTree(tree, options);
}

/** {@link checkRules} for a tree that is already read. */
export function checkTree(tree: TeiTree, options: RuleOptions): readonly Diagnostic[] {
  const { only } = options;
  const found = [
    ...(only === 'rules' ? [] : (options.schematron ?? runChancerySchematron(tree).diagnostics).map(withHint)),
    ...(only === 'schematron' ? [] : (options.found ?? runRules(tree, options))),
  ];
  const isChecked = (code: string): boolean =>
    /^VA[2-9]/.test(code) && (only === undefined || code in schematronCodes === (only === 'schematron'));
  const allowed = applyAllowances(tree, found, isChecked);
  const graded = allowed.flatMap((finding) => grade(finding, options));
  return graded.sort((a, b) => (a.place?.start?.offset ?? 0) - (b.place?.start?.offset ?? 0));
}

function entryOf(code: string): CodeEntry | undefined {
  return Object.hasOwn(table, code) ? table[code as Code] : undefined;
}

/** A finding of our own Schematron has its message from the schema and its hint from the table. */
function withHint(finding: Diagnostic): Diagnostic {
  const hint = entryOf(finding.code)?.hint;
  return hint === undefined || finding.hint !== undefined ? finding : { ...finding, hint };
}

/** The finding with the severity that the manifest, or the table for this strength, gives its code; none where it is off. */
function grade(finding: Diagnostic, options: RuleOptions): readonly Diagnostic[] {
  const severity = options.severities?.[finding.code] ?? severityOf(finding.code, options.strength) ?? finding.severity;
  if (severity === 'off') return [];
  return [severity === finding.severity ? finding : { ...finding, severity }];
}

/** The severity of a code in a strength: what older volumes are known to hold is milder there; all else counts the same. */
export function severityOf(code: string, strength: Strength): Severity | undefined {
  const entry = entryOf(code);
  return strength === 'legacy' ? (entry?.legacy ?? entry?.severity) : entry?.severity;
}
