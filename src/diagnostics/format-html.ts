import type { LineSource } from '../model/source-file.js';
import { type Code, type Severity, sentenceOf, table } from './codes.js';
import type { Diagnostic } from './diagnostic.js';
import { escapeMarkup } from './escape.js';
import { byFile, formatCounts, SEVERITIES, type Sources } from './format.js';
import { pagePolicy } from './page-policy.js';

const WORDS: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Notice' };

/** Light and dark, with contrast of WCAG 2.2 AA; prints in black. */
const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fdfdfb; --quiet: #595959; --rule: #d5d2c8; --field: #f3f1ea; --error: #a3151c; --warning: #7a4b00; --info: #1f5582 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e0; --paper: #191a1c; --quiet: #a9a6a0; --rule: #3d3f43; --field: #242629; --error: #ff8f8a; --warning: #f0c068; --info: #93c6f2 } }
body { font: 1rem/1.5 Georgia, 'Times New Roman', serif; color: var(--ink); background: var(--paper); max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; overflow-wrap: break-word }
h1 { font-size: 1.6rem; margin: 0 0 .25rem } h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; overflow-wrap: anywhere }
p { margin: .25rem 0 } .quiet { color: var(--quiet) }
ol { list-style: none; padding: 0; margin: 0 } li { border-top: 1px solid var(--rule); padding: .75rem 0 }
.kind { font-weight: bold } .error .kind { color: var(--error) } .warning .kind { color: var(--warning) } .info .kind { color: var(--info) }
code, pre, .place { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .9em }
pre { background: var(--field); padding: .5rem .75rem; overflow-x: auto; margin: .5rem 0; white-space: pre-wrap; overflow-wrap: anywhere }
mark { background: none; color: inherit; text-decoration: underline wavy var(--error); text-underline-offset: .2em }
table { border-collapse: collapse; margin: 1rem 0 } th, td { text-align: left; vertical-align: top; padding: .15rem 1.25rem .15rem 0; border-bottom: 1px solid var(--rule) } td:last-child, th:last-child { text-align: right; padding-right: 0 }
@media (max-width: 40rem) { th, td { padding-right: .6rem } td { overflow-wrap: anywhere } td:last-child { overflow-wrap: normal } }
`;

/** Findings as one HTML page, to be kept or sent: counts by code, then the findings file by file, each with its line. */
export function formatHtml(diagnostics: readonly Diagnostic[], sources: Sources, files: readonly string[]): string {
  const groups = byFile(diagnostics);
  const names = [...new Set([...files, ...groups.keys()])];
  const title = `Validation of ${names.length === 1 ? names[0] : `${names.length} files`}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy(STYLE)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeMarkup(title)}</h1>
<p>${escapeMarkup(formatCounts(diagnostics))}.</p>
${countsByCode(diagnostics)}
${names.map((name) => fileSection(name, groups.get(name) ?? [], sources.get(name))).join('\n')}
</main>
</body>
</html>
`;
}

function countsByCode(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return '';
  const counts = new Map<string, { readonly severity: Severity; n: number }>();
  for (const { code, severity } of diagnostics) {
    const known = counts.get(`${severity} ${code}`);
    if (known === undefined) counts.set(`${severity} ${code}`, { severity, n: 1 });
    else known.n++;
  }
  const rows = [...counts]
    .sort(([, a], [, b]) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.n - a.n)
    .map(
      ([key, { severity, n }]) =>
        `<tr class="${severity}"><td class="kind">${WORDS[severity]}</td><td><code>${escapeMarkup(codeOf(key))}</code></td><td>${withCode(meaningOf(codeOf(key)))}</td><td>${n.toLocaleString('en')}</td></tr>`,
    );
  return `<table>\n<thead><tr><th scope="col">Severity</th><th scope="col">Code</th><th scope="col">Meaning</th><th scope="col">Findings</th></tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function codeOf(key: string): string {
  return key.slice(key.indexOf(' ') + 1);
}

/** Nothing for the codes of a schema of the user. */
function meaningOf(code: string): string {
  return Object.hasOwn(table, code) ? sentenceOf(table[code as Code]) : '';
}

function fileSection(name: string, found: readonly Diagnostic[], source: LineSource | undefined): string {
  const items = found.map((d) => findingItem(d, source)).join('\n');
  const body = found.length === 0 ? '<p class="quiet">Nothing was found.</p>' : `<ol>\n${items}\n</ol>`;
  return `<section>\n<h2>${escapeMarkup(name)}</h2>\n${body}\n</section>`;
}

function findingItem(d: Diagnostic, source: LineSource | undefined): string {
  const { start } = d.place ?? {};
  const place = start === undefined ? (d.place?.xpath ?? '') : `line ${start.line}, column ${start.column}`;
  const where = place === '' ? '' : ` <span class="place quiet">${escapeMarkup(place)}</span>`;
  return `<li class="${d.severity}">
<p><span class="kind">${WORDS[d.severity]} <code>${escapeMarkup(d.code)}</code></span>${where}</p>
<p>${withCode(d.message)}</p>
${source === undefined ? '' : markedLine(d, source)}${d.hint === undefined ? '' : `<p class="quiet">${withCode(d.hint)}</p>`}
</li>`;
}

/** Words between grave accents are code. */
function withCode(text: string): string {
  return escapeMarkup(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function markedLine(d: Diagnostic, source: LineSource): string {
  const { start, end } = d.place ?? {};
  if (start === undefined) return '';
  const line = source.lineText(start.line);
  const from = start.column - 1;
  const to = end === undefined || end.line > start.line ? line.length : Math.max(end.column - 1, from + 1);
  const left = Math.max(0, from - 200);
  const markedTo = Math.min(to, from + 400);
  const right = Math.min(line.length, Math.max(markedTo, from) + 200);
  const before = `${left > 0 ? '…' : ''}${line.slice(left, from).trimStart()}`;
  const marked = line.slice(from, markedTo);
  const after = `${line.slice(markedTo, right)}${right < line.length ? '…' : ''}`;
  return `<pre>${escapeMarkup(before)}<mark>${escapeMarkup(marked)}</mark>${escapeMarkup(after)}</pre>\n`;
}
