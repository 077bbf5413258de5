import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { SchemaFinding } from './relaxng/check.js';

/** An older form, recognised by what today's schema says of it. */
interface LegacyForm {
  readonly code: Code;
  matches(finding: SchemaFinding): boolean;
}

function is(finding: SchemaFinding, fact: string, ...values: readonly string[]): boolean {
  return values.includes(String(finding.facts[fact] ?? ''));
}

/** The first that matches gives the warning; the last three take what the schema for older volumes allows without a name of its own. */
const FORMS: readonly LegacyForm[] = [
  { code: 'VA101', matches: (f) => f.code === 'VA010' && is(f, 'name', 'dateline') },
  { code: 'VA102', matches: (f) => f.code === 'VA015' && is(f, 'missing', '`subtype`') },
  { code: 'VA103', matches: (f) => /^(?:frus:|uh-oh)/.test(String(f.facts['name'] ?? '')) && f.code === 'VA011' },
  { code: 'VA104', matches: (f) => f.code === 'VA011' && is(f, 'name', 'object', 'param', 'script') },
  { code: 'VA106', matches: (f) => f.code === 'VA014' && is(f, 'element', 'p') && is(f, 'name', 'rend') },
  { code: 'VA105', matches: (f) => is(f, 'name', 'rend') },
  { code: 'VA107', matches: (f) => f.code === 'VA014' && is(f, 'name', 'target', 'corresp', 'url', 'facs') },
  { code: 'VA108', matches: (f) => f.code === 'VA014' && is(f, 'element', 'titlePart', 'title') },
  { code: 'VA109', matches: (f) => f.code === 'VA014' || f.code === 'VA017' },
  { code: 'VA111', matches: (f) => f.code === 'VA013' || f.code === 'VA015' },
  { code: 'VA110', matches: () => true },
];

/** The warning for something that older volumes hold and today's schema does not allow. */
export function legacyDiagnostic(finding: SchemaFinding): Diagnostic {
  const { code, facts, place } = finding;
  const form = FORMS.find((f) => f.matches(finding));
  const problem = diagnostic(code, facts, place).message;
  return diagnostic(form?.code ?? 'VA110', { ...facts, problem }, place);
}
