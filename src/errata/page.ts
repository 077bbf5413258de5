import { escapeMarkup } from '../diagnostics/escape.js';
import { pagePolicy } from '../diagnostics/page-policy.js';
import { plural } from '../diagnostics/words.js';
import {
  type Changes,
  type FactChange,
  isSame,
  type MarkupChange,
  type NoteChange,
  type SectionChange,
  type TextChange,
  type Whole,
} from './changes.js';
import { aliasLines, countsOf, instruction, isCorrected, nameOf, noteName, renumberings } from './words.js';

/** Light and dark, with contrast of WCAG 2.2 AA; prints in black. */
const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fdfdfb; --quiet: #595959; --rule: #d5d2c8; --field: #f3f1ea; --gone: #8f1319; --new: #0f5132 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e0; --paper: #191a1c; --quiet: #a9a6a0; --rule: #3d3f43; --field: #242629; --gone: #ff9d98; --new: #8fd9ae } }
body { font: 1.0625rem/1.5 Georgia, 'Times New Roman', serif; color: var(--ink); background: var(--paper); max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; overflow-wrap: break-word }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem } h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem } h3 { font-size: 1.0625rem; margin: 1.75rem 0 .25rem; break-after: avoid }
p { margin: .25rem 0 } .quiet, .context { color: var(--quiet) } .context { font-size: .9375rem }
ul { padding: 0; margin: .25rem 0; list-style: none } li { padding: .375rem 0; border-top: 1px solid var(--rule); break-inside: avoid }
del { color: var(--gone) } ins { color: var(--new) }
.id, code, pre { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .85em } .id { color: var(--quiet); font-weight: normal; margin-left: .5em }
pre { background: var(--field); padding: .5rem .75rem; white-space: pre-wrap } code { overflow-wrap: anywhere }
.where { font-weight: bold }
@media print { :root { --ink: #000; --paper: #fff; --quiet: #444; --gone: #000; --new: #000 } body { max-width: none; padding: 0; font-size: 10.5pt } }
`;

/** What has changed, as an errata list: one page that needs nothing else. */
export function errataPage(changes: Changes): string {
  const { title, id } = changes.after;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy(STYLE)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Errata: ${escapeMarkup(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Errata</h1>
<p>${escapeMarkup(title)} <span class="id">${escapeMarkup(id)}</span></p>
${isSame(changes) ? '<p>Nothing is different.</p>' : body(changes)}
</main>
</body>
</html>
`;
}

function body(changes: Changes): string {
  const { facts, added, removed, changed } = changes;
  const moved = changed.filter((change) => change.moved !== undefined);
  return [
    `<p>${escapeMarkup(countsOf(changes).join(', '))}.</p>`,
    section('The volume', items(facts.map(factItem))),
    section('Added', items(added.map(wholeItem))),
    section('Removed', items(removed.map(wholeItem))),
    section('Renumbered', items(renumberings(changed).map((line) => `<code>${escapeMarkup(line)}</code>`))),
    section(
      'Moved',
      items(
        moved.map(
          (change) =>
            `${heading(change)}<br>was ${escapeMarkup(change.moved?.from ?? '')}<br>is ${escapeMarkup(change.moved?.to ?? '')}`,
        ),
      ),
    ),
    section('Corrections', changed.filter(isCorrected).map(corrections).join('\n')),
    aliases(changes),
  ].join('');
}

function section(title: string, content: string): string {
  return content === '' ? '' : `<section>\n<h2>${title}</h2>\n${content}\n</section>\n`;
}

function items(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `<ul>\n${lines.map((line) => `<li>${line}</li>`).join('\n')}\n</ul>`;
}

function heading(named: Pick<Whole, 'id' | 'number' | 'title'>): string {
  return `${escapeMarkup(nameOf(named))} <span class="id">${escapeMarkup(named.id)}</span>`;
}

function wholeItem(whole: Whole): string {
  return `${heading(whole)} <span class="quiet">${plural(whole.words, 'word')}</span>`;
}

function corrections(change: SectionChange): string {
  const { text, notes, facts, markup } = change;
  const lines = [
    ...text.map((one) => textItem(one)),
    ...notes.flatMap(noteItems),
    ...facts.map(factItem),
    ...markup.map(markupItem),
  ];
  return `<section>\n<h3>${heading(change)}</h3>\n${items(lines)}\n</section>`;
}

function where(words: string): string {
  return `<span class="where">${escapeMarkup(words)}:</span> `;
}

/** What is to be done, and the place with both readings. */
function textItem(change: TextChange, place = ''): string {
  const { before, after, lead, tail } = change;
  const changed = `${before && `<del>${escapeMarkup(before)}</del>`}${before && after && ' '}${after && `<ins>${escapeMarkup(after)}</ins>`}`;
  const context = `<p class="context">${lead && `… ${escapeMarkup(lead)} `}${changed}${tail && ` ${escapeMarkup(tail)} …`}</p>`;
  return `${place && where(place)}${escapeMarkup(instruction(change))}.${lead + tail === '' ? '' : `\n${context}`}`;
}

function noteItems(note: NoteChange): readonly string[] {
  const name = capital(noteName(note));
  const words = escapeMarkup(note.words);
  switch (note.kind) {
    case 'changed':
      return note.text.map((change) => textItem(change, name));
    case 'added':
      return [`${where(name)}added. <ins>${words}</ins>`];
    case 'removed':
      return [`${where(name)}removed. <del>${words}</del>`];
    case 'moved':
      return [`${where(name)}is now called ${words === '' ? 'at the beginning' : `after “${words}”`}.`];
  }
}

function factItem({ name, before, after }: FactChange): string {
  const said = (words: string): string => (words === '' ? 'nothing' : `“${escapeMarkup(words)}”`);
  return `${where(capital(name))}for ${said(before)} read ${said(after)}.`;
}

function markupItem({ note, before, after }: MarkupChange): string {
  const tags = (all: readonly string[]): string =>
    all.length === 0 ? 'nothing' : `<code>${escapeMarkup(all.join(' '))}</code>`;
  const place = note === undefined ? 'Encoding' : `Encoding of ${noteName({ label: note })}`;
  return `${where(place)}for ${tags(before)} read ${tags(after)}.`;
}

function aliases({ aliases: all }: Changes): string {
  const lines = aliasLines(all);
  const taken = all.filter(({ isFree }) => !isFree);
  const proposal =
    lines.length === 0
      ? ''
      : `<p>So that the old addresses go on leading to their documents, add to the manifest:</p>\n<pre>${escapeMarkup(lines.join('\n'))}</pre>`;
  const warning =
    taken.length === 0
      ? ''
      : `<p>${plural(taken.length, 'old id')} now ${taken.length === 1 ? 'names another document' : 'name other documents'}, so that no alias can lead from there.</p>`;
  return section('Old addresses', proposal + warning);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
