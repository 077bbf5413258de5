import { pagePolicy } from '../../diagnostics/page-policy.js';
import { plural } from '../../diagnostics/words.js';
import { escapeAttribute, escapeText } from '../../formats/xhtml.js';
import { encodedBlocks } from './encoded-page.js';
import { entriesFor } from './entries.js';
import type { Doubt, Review, ReviewedDocument } from './review.js';
import { REVIEW_SCRIPT } from './review-script.js';
import { REVIEW_STYLE } from './review-style.js';

/**
 * The review as a page to work through a volume with: each document's reading, and its raw text beside what it became, and each doubt with its line, its reason and
 * the lines of `volume.yaml` that settle it. One file that needs nothing else, offline too; without JavaScript it is whole, which filters,
 * copies, goes to the next doubt and remembers what was looked through. WCAG 2.2 AA.
 */
export function reviewPage(review: Review): string {
  const title = `Review: ${review.title}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${pagePolicy(REVIEW_STYLE, REVIEW_SCRIPT)}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${escapeText(title)}</title>
<style>${REVIEW_STYLE}</style>
</head>
<body>
<a class="skip" href="#documents">To the documents</a>
<header>
<h1>${escapeText(review.title)}</h1>
${summary(review)}
${review.failures.length === 0 ? '' : `<section class="failures" aria-labelledby="failures"><h2 id="failures">Not encoded</h2>${doubtList(review.failures, '')}</section>`}
${allEntries(review)}
</header>
<div class="columns">
<nav aria-label="Documents">
${filters(review)}
<ol class="list">
${review.documents.map(row).join('\n')}
</ol>
<p class="none" hidden="">No document fits.</p>
</nav>
<main id="documents" tabindex="-1">
${review.documents.map(article).join('\n')}
</main>
</div>
<p class="status" role="status"></p>
<script>${REVIEW_SCRIPT}</script>
</body>
</html>
`;
}

/** The kinds of doubts, in the words of an editor. */
const KINDS: Readonly<Record<string, string>> = {
  EN002: 'note without call',
  EN003: 'call without note',
  EN004: 'no date',
  EN005: 'unknown words in a source note',
  EN006: 'ambiguous surname',
  EN008: 'undated',
  EN010: 'unknown key in front matter',
  EN011: 'front matter that cannot be read',
  EN013: 'ambiguous date',
  EN014: 'source note read with less than certainty',
  EN015: 'date without a year',
  EN016: 'date in doubt',
  EN017: 'call that was not found',
  EN070: 'call by guess',
  EN071: 'notes called out of order',
  EN072: 'number of a note twice',
  EN073: 'number of a note left out',
  EN074: 'line that looks like a note',
  EN076: 'points read as notes',
  EN077: 'page mark left in the text',
  EN078: 'word joined at the end of a line',
  EN079: 'hyphen kept at the end of a line',
  EN080: 'strange words left out',
  EN081: 'unusually much left out',
  EN082: 'hyphens that may be minus signs',
  EN030: 'no heading',
  EN031: 'mark of text recognition',
  EN032: 'note without text',
  EN033: 'attachment without text',
  EN034: 'control character',
  EN035: 'very long heading',
  EN036: 'surname that is a word',
};

function kindOf({ code }: Doubt): string {
  return KINDS[code] ?? code;
}

/** How often each kind of doubt occurs, the most frequent first. */
function kindsOf(review: Review): readonly (readonly [code: string, kind: string, count: number])[] {
  const counts = new Map<string, number>();
  const kinds = new Map<string, string>();
  for (const doubt of review.documents.flatMap((d) => d.doubts)) {
    counts.set(doubt.code, (counts.get(doubt.code) ?? 0) + 1);
    kinds.set(doubt.code, kindOf(doubt));
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([code, n]) => [code, kinds.get(code) ?? code, n]);
}

function summary(review: Review): string {
  const open = review.documents.filter((d) => d.doubts.length > 0).length;
  const doubts = review.documents.reduce((sum, d) => sum + d.doubts.length, 0);
  const state = doubts === 0 ? 'no doubts' : `${plural(doubts, 'doubt')} in ${open} of them`;
  const kinds = kindsOf(review).map(([, kind, n]) => `<li><b>${n}</b> ${escapeText(kind)}</li>`);
  return `<p class="summary">${plural(review.documents.length, 'document')}, ${state}. Every document holds each word of its raw text; this has been proven.</p>
${kinds.length === 0 ? '' : `<ul class="kinds">${kinds.join('')}</ul>`}`;
}

/** What settles all doubts, as one stretch of the outline. */
function allEntries(review: Review): string {
  const entries = review.documents.flatMap((d) => entriesFor(d.doubts));
  if (entries.length === 0) return '';
  return `<details class="entries"><summary>What settles all of them, for volume.yaml</summary>
<p class="advice">Fill in what you know, and add each line to the document’s entry in the outline of volume.yaml; then encode again.</p>
${copyable(entries.join('\n'))}</details>`;
}

function copyable(text: string): string {
  return `<div class="copy"><pre tabindex="0"><code>${escapeText(text)}</code></pre><button type="button" class="script">Copy</button></div>`;
}

function filters(review: Review): string {
  const kinds = kindsOf(review).map(([code, kind, n]) => `<option value="${code}">${escapeText(kind)} (${n})</option>`);
  return `<form class="filter script" role="search" aria-label="Filter the documents">
<label>Find <input type="search" id="find" autocomplete="off"/></label>
<label>Show <select id="show"><option value="">all documents</option><option value="open">those with doubts</option><option value="new">those not looked through</option>${kinds.join('')}</select></label>
<p class="progress"><span id="seen">0</span> of ${review.documents.length} looked through</p>
<button type="button" id="next">Next doubt</button>
</form>`;
}

function anchor(document: ReviewedDocument): string {
  return `doc-${document.file.replace(/[^\w-]+/g, '-')}-${document.id}`;
}

function titleOf(document: ReviewedDocument): string {
  return document.heading === '' ? `Document ${document.id}, without a heading` : document.heading;
}

function row(document: ReviewedDocument): string {
  const n = document.doubts.length;
  const mark = n === 0 ? '' : ` <span class="mark open">${plural(n, 'doubt')}</span>`;
  return `<li data-for="${anchor(document)}"><a href="#${anchor(document)}">${escapeText(titleOf(document))}</a>${mark}</li>`;
}

function article(document: ReviewedDocument): string {
  const id = anchor(document);
  const name = escapeAttribute(`Raw text of ${document.id}, ${document.file}`);
  const encodedName = escapeAttribute(`${document.id} of ${document.file} as it was encoded`);
  const codes = [...new Set(document.doubts.map((doubt) => doubt.code))].join(' ');
  const certainty =
    document.certainty === 'high' ? '' : ` · source note read with ${escapeText(document.certainty)} certainty`;
  return `<article id="${id}" data-codes="${codes}" aria-labelledby="${id}-h">
<div class="title"><h2 id="${id}-h">${escapeText(titleOf(document))}</h2>
<label class="script"><input type="checkbox" class="seen"/> looked through</label></div>
<p class="where">${escapeText(document.file)} · ${escapeText(document.id)} · read as ${escapeText(document.shape)}${certainty}</p>
<div class="beside found">
<div class="reading">
<h3>Reading</h3>
${readingTable(document)}
</div>
<div>
<h3>Doubts</h3>
${document.doubts.length === 0 ? '<p class="advice">None.</p>' : doubtList(document.doubts, id)}
</div>
</div>
<div class="beside">
<div>
<h3>Raw text</h3>
<div class="raw" role="region" aria-label="${name}" tabindex="0">
<ol>
${rawLines(document, id)}
</ol>
</div>
</div>
<div>
<h3>As it was encoded</h3>
<div class="encoded" role="region" aria-label="${encodedName}" tabindex="0">
${encodedBlocks(document, id)}
</div>
</div>
</div>
</article>`;
}

function readingTable({ reading }: ReviewedDocument): string {
  if (reading.length === 0) return '<p>Nothing could be read for the header.</p>';
  const rows = reading.map(({ label, values, isSupplied }) => {
    const words = values.map((value) => `<span>${escapeText(value)}</span>`).join('<br/>');
    const mark = isSupplied ? ' <span class="mark supplied">supplied by the editor</span>' : '';
    return `<tr><th scope="row">${escapeText(label)}</th><td>${words}${mark}</td></tr>`;
  });
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}

function doubtList(doubts: readonly Doubt[], id: string): string {
  return `<ul class="doubts">${doubts.map((doubt) => doubtItem(doubt, id)).join('')}</ul>`;
}

function doubtItem(doubt: Doubt, id: string): string {
  const line = `line ${doubt.line}`;
  const where = doubt.line === 0 ? '' : id === '' ? `${line}: ` : `<a href="#${id}-l${doubt.line}">${line}</a>: `;
  const advice = doubt.advice === undefined ? '' : `<p class="advice">${escapeText(doubt.advice)}</p>`;
  const entry = doubt.entry === undefined ? '' : copyable(doubt.entry);
  const { difference } = doubt;
  const compared =
    difference === undefined
      ? ''
      : `<dl class="difference"><dt>Raw text</dt><dd><del>${escapeText(difference.expected)}</del></dd><dt>TEI</dt><dd><ins>${escapeText(difference.found)}</ins></dd></dl>`;
  return `<li class="${doubt.severity}"><p>${where}${escapeText(doubt.reason)} <span class="code">${escapeText(doubt.code)}</span></p>${compared}${advice}${entry}</li>`;
}

function rawLines(document: ReviewedDocument, id: string): string {
  const doubted = new Set(document.doubts.map((doubt) => doubt.line));
  return document.lines
    .map(({ number, text }) => {
      const words = escapeText(text) || ' ';
      const isDoubted = doubted.has(number);
      return `<li value="${number}" id="${id}-l${number}"${isDoubted ? ' class="doubted"' : ''}>${isDoubted ? `<mark>${words}</mark>` : words}</li>`;
    })
    .join('\n');
}
