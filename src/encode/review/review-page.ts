import { escapeAttribute, escapeText } from '../../formats/xhtml.js';
import type { Doubt, Review, ReviewedDocument } from './review.js';
import { REVIEW_STYLE } from './review-style.js';

/**
 * The review as a page: each document's reading beside its raw text, and each doubt with its line, its reason and what settles it. One file
 * that needs nothing else; it works without JavaScript, which only filters the list. WCAG 2.2 AA.
 */
export function reviewPage(review: Review): string {
  const open = review.documents.filter((d) => d.doubts.length > 0).length;
  const doubts = review.documents.reduce((sum, d) => sum + d.doubts.length, review.failures.length);
  const title = `Review: ${review.title}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${escapeText(title)}</title>
<style>${REVIEW_STYLE}</style>
</head>
<body>
<a class="skip" href="#documents">To the documents</a>
<header>
<h1>${escapeText(review.title)}</h1>
<p class="summary">${count(review.documents.length, 'document')}, ${count(doubts, 'doubt')} in ${open} of them. Every document holds each word of its raw text; this has been proven.</p>
</header>
${review.failures.length === 0 ? '' : `<section aria-labelledby="failures"><h2 id="failures">Not encoded</h2>${doubtList(review.failures, '')}</section>`}
<nav aria-label="Documents">
<h2>Documents</h2>
<p class="filter" hidden=""><label><input type="checkbox" id="open-only"/> Only documents with doubts</label></p>
<ol>
${review.documents.map(row).join('\n')}
</ol>
</nav>
<main id="documents">
${review.documents.map(article).join('\n')}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** Filters the documents; the page is whole without it. */
const SCRIPT = `document.querySelector('.filter').hidden=false;document.getElementById('open-only').addEventListener('change',function(e){document.body.classList.toggle('open-only',e.target.checked)});`;

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function anchor(document: ReviewedDocument): string {
  return `doc-${document.file.replace(/[^\w-]+/g, '-')}-${document.id}`;
}

function titleOf(document: ReviewedDocument): string {
  return document.heading === '' ? `Document ${document.id}, without a heading` : document.heading;
}

function row(document: ReviewedDocument): string {
  const n = document.doubts.length;
  const state = n === 0 ? 'clear' : 'open';
  const mark =
    n === 0 ? '<span class="mark clear">no doubts</span>' : `<span class="mark open">${count(n, 'doubt')}</span>`;
  return `<li class="${state}"><a href="#${anchor(document)}">${escapeText(titleOf(document))}</a> ${mark}</li>`;
}

function article(document: ReviewedDocument): string {
  const id = anchor(document);
  const name = escapeAttribute(`Raw text of ${document.id}, ${document.file}`);
  return `<article id="${id}" class="${document.doubts.length === 0 ? 'clear' : 'open'}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${escapeText(titleOf(document))}</h2>
<p class="where">${escapeText(document.file)} · ${escapeText(document.id)} · read as ${escapeText(document.shape)}${document.certainty === 'high' ? '' : ` · source note read with ${escapeText(document.certainty)} certainty`}</p>
<div class="beside">
<div class="reading">
${document.doubts.length === 0 ? '' : `<h3>Doubts</h3>${doubtList(document.doubts, id)}`}
<h3>Reading</h3>
${readingTable(document)}
</div>
<div class="raw" role="region" aria-label="${name}" tabindex="0">
<ol>
${rawLines(document, id)}
</ol>
</div>
</div>
</article>`;
}

function readingTable({ reading }: ReviewedDocument): string {
  if (reading.length === 0) return '<p>Nothing could be read for the header.</p>';
  const rows = reading.map(({ label, values, isSupplied }) => {
    const words = values.map((value) => `<span>${escapeText(value)}</span>`).join('<br/>');
    return `<tr><th scope="row">${escapeText(label)}</th><td>${words}${isSupplied ? ' <span class="mark supplied">supplied by the editor</span>' : ''}</td></tr>`;
  });
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}

function doubtList(doubts: readonly Doubt[], id: string): string {
  const items = doubts.map((doubt) => {
    const where =
      doubt.line === 0
        ? ''
        : id === ''
          ? `line ${doubt.line}: `
          : `<a href="#${id}-l${doubt.line}">line ${doubt.line}</a>: `;
    const advice = doubt.advice === undefined ? '' : `<p class="advice">${escapeText(doubt.advice)}</p>`;
    const entry =
      doubt.entry === undefined
        ? ''
        : `<p class="caption">In volume.yaml, for example:</p><pre tabindex="0"><code>${escapeText(doubt.entry)}</code></pre>`;
    return `<li class="${doubt.severity}"><p>${where}${escapeText(doubt.reason)} <span class="code">${escapeText(doubt.code)}</span></p>${advice}${entry}</li>`;
  });
  return `<ul class="doubts">${items.join('')}</ul>`;
}

function rawLines(document: ReviewedDocument, id: string): string {
  const doubted = new Set(document.doubts.map((doubt) => doubt.line));
  return document.lines
    .map(({ number, text }) => {
      const isDoubted = doubted.has(number);
      const words = escapeText(text) || ' ';
      return `<li value="${number}" id="${id}-l${number}"${isDoubted ? ' class="doubted"' : ''}>${isDoubted ? `<mark>${words}</mark>` : words}</li>`;
    })
    .join('\n');
}
