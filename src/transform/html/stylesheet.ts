import { withRenditions } from '../renditions.js';

/** The site's stylesheet, with the volume's own renditions. */
export function stylesheetFor(renditions: ReadonlyMap<string, string>): string {
  return withRenditions(STYLESHEET, renditions);
}

// Sizes are in rem and em, so that a reader's own text size counts. All pairs of text and ground have a contrast of at least 7 : 1 (WCAG 2.2,
// 1.4.6), quiet text at least 4.5 : 1 (1.4.3).
const STYLESHEET = `:root {
  color-scheme: light dark;
  --ground: #fdfcf9; --sheet: #fdfcf9; --ink: #1c1a17; --quiet: #5d564b; --rule: #d9d2c3; --link: #0b4a7f; --mark: #7a2e12; --lit: #fbf0cf;
  --text: "Source Serif 4", "Source Serif Pro", Charter, "Iowan Old Style", "Palatino Linotype", "Book Antiqua", Palatino, "Noto Serif", Georgia, serif;
  --label: "Source Sans 3", "Source Sans Pro", system-ui, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --ground: #15171a; --sheet: #15171a; --ink: #e4e0d7; --quiet: #a8a294; --rule: #3a3d41; --link: #9cc7ee; --mark: #efb08c; --lit: #3c3418; }
}
*, *::before, *::after { box-sizing: border-box; }
html { font-size: 112.5%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font-family: var(--text); line-height: 1.55;
  overflow-wrap: break-word; font-variant-numeric: oldstyle-nums; text-rendering: optimizeLegibility; }
a { color: var(--link); text-underline-offset: 0.16em; text-decoration-thickness: 0.06em; }
a:hover { text-decoration-thickness: 0.12em; }
:focus-visible { outline: 0.18rem solid var(--link); outline-offset: 0.15rem; border-radius: 0.1rem; }
:target { background: var(--lit); scroll-margin-top: 1.5rem; }
article:target, section:target, main:target { background: none; }
h1, h2, h3, h4, h5, h6 { font-weight: 600; line-height: 1.22; text-wrap: balance; hyphens: manual; margin: 1.8em 0 0.6em; break-after: avoid; }
h1 { font-size: 1.6rem; margin-top: 0; }
h2 { font-size: 1.25rem; }
h3, h4, h5, h6 { font-size: 1.05rem; }
p { margin: 0 0 0.8em; }
p, li, dd { text-wrap: pretty; orphans: 2; widows: 2; hyphens: auto; }

/* The frame of a page */
.skip { position: absolute; left: 0.5rem; top: -4rem; padding: 0.5rem 1rem; background: var(--link); color: var(--ground); z-index: 1; }
.skip:focus { top: 0.5rem; }
.masthead, .trail, main, .colophon { width: min(100% - 2.5rem, 62rem); margin-inline: auto; }
.masthead { padding: 1.1rem 0 0.7rem; border-bottom: 1px solid var(--rule); display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; justify-content: space-between; }
.masthead p { margin: 0; }
.volume-title a { color: inherit; text-decoration: none; font-weight: 600; }
.volume-title a:hover { text-decoration: underline; }
.series-title, .trail, .when, .steps .way, .record, .colophon, .about dt { font-family: var(--label); font-size: 0.82rem; font-variant-numeric: lining-nums; hyphens: manual; }
.series-title, .when, .colophon { color: var(--quiet); }
.home .masthead .volume-title, .home .masthead .series-title { display: none; } .home .masthead { border-bottom: 0; }
.trail ol { list-style: none; margin: 0.4rem 0 0; padding: 0; line-height: 2.1; }
.trail li { display: inline; color: var(--quiet); margin: 0; }
.trail a { display: inline-block; min-height: 1.5rem; line-height: 1.5rem; }
.trail li + li::before { content: "›"; margin-inline: 0.45em; }
.sheet { padding: 2.2rem 0 1rem; }
.sheet > article, .sheet > section, .sheet > .title-block, .sheet > nav, .sheet > .about { max-width: 39rem; }
.colophon { border-top: 1px solid var(--rule); margin-top: 2rem; padding: 0.9rem 0 2rem; }
.steps { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; max-width: 39rem; border-top: 1px solid var(--rule); padding-top: 0.9rem; }
.steps a { text-decoration: none; display: block; padding: 0.2rem 0; }
.steps a:hover .where { text-decoration: underline; }
.steps .next { grid-column: 2; text-align: right; }
.steps .way { display: block; color: var(--quiet); }
.steps .where { font-size: 0.92rem; line-height: 1.35; }

.find { display: flex; gap: 0.4rem; margin-inline-start: auto; flex: 0 1 18rem; font-family: var(--label); font-size: 0.82rem; }
.find input { flex: 1 1 6rem; min-width: 0; } .find input, .find button { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--quiet); border-radius: 0.2rem; padding: 0.2rem 0.5rem; min-height: 1.8rem; }
@media (max-width: 36rem) { .find { flex-basis: 100%; margin-top: 0.4rem; } }
.find button { cursor: pointer; } .find button:hover { border-color: var(--link); color: var(--link); }

/* Contents */
.title-block { border-bottom: 1px solid var(--rule); padding: 1.5rem 0 1.2rem; margin-bottom: 1.2rem; }
.title-block h1 { font-size: 2.1rem; margin: 0; line-height: 1.12; }
.title-block .series { margin: 0 0 0.6rem; color: var(--quiet); }
.about { margin: 0; padding: 0; display: grid; gap: 0.25rem; }
.about div { display: grid; grid-template-columns: 9rem 1fr; gap: 0 1rem; }
.about dt { color: var(--quiet); line-height: 1.9; } .about dd { margin: 0; grid-column: 2; }
.outline { list-style: none; padding: 0; margin: 0; }
.outline .outline { margin: 0.2rem 0 0.5rem 1.2rem; }
.outline li { margin: 0.35rem 0; line-height: 1.35; hyphens: manual; }
.outline a { text-decoration: none; } .outline a:hover { text-decoration: underline; }
.of-compilation > a, .of-chapter > a { font-weight: 600; }
.outline .of-compilation { margin-top: 1.1rem; }
.when { display: block; white-space: nowrap; line-height: 1.5; }
details { margin: 0.2rem 0 0.6rem; }
summary { cursor: pointer; font-variant-numeric: lining-nums; font-family: var(--label); font-size: 0.85rem; color: var(--quiet); padding: 0.2rem 0; }

/* The text */
article > .head { margin-bottom: 0.9rem; }
.note-inline { color: var(--quiet); font-size: 0.92rem; margin-bottom: 0.3rem; }
.dateline, .rend-right, .rendition-right, .rend-sourceparagraphright { text-align: right; }
.closer { margin: 1.2em 0; } .closer > .seg { margin-bottom: 0.3em; } .closer > [data-type=title] { text-align: right; } .signed { text-align: right; margin-bottom: 0.3em; } .salute { margin-bottom: 0.8em; }
.rend-center, .rendition-center { text-align: center; }
.rend-flushleft, .rendition-left { text-align: left; }
.rend-sectiontitleital { font-style: italic; margin-top: 1.4em; break-after: avoid; }
.rend-sectiontitleital em, .rend-sectiontitleital .roman, em em { font-style: normal; }
.rend-sourceparagraphspaceafter { margin-bottom: 1.6em; }
.rend-sourceparagraphfullindent { margin-inline-start: 2em; }
.rend-sourceparagraphtightspacing { margin-bottom: 0.15em; }
.rend-sourceheadcenterboldbig, .rend-sourcearchiveboldbig { font-weight: 600; font-size: 1.1em; }
.rend-sourceheadcenterboldbig { text-align: center; }
.rend-italic { font-style: italic; } .rend-strong { font-weight: 600; }
.rendition-hanging { padding-inline-start: 1.5em; text-indent: -1.5em; } .rendition-nowrap { white-space: nowrap; } .rendition-underline { text-decoration: underline; }
.rendition-inline-float-left { float: left; } .rendition-inline-float-right { float: right; }
.opener::after { content: ""; display: table; clear: both; }
.opener { margin-bottom: 1em; } .opener > :last-child { margin-bottom: 0; }
.smallcaps { font-variant-caps: small-caps; letter-spacing: 0.03em; }
.roman { font-style: normal; }
strong { font-weight: 600; }
sup, sub { font-size: 0.72em; line-height: 0; }
blockquote, .quote-block { margin: 0.9em 0 0.9em 1.6em; }
.lg { margin: 0.9em 0 0.9em 1.6em; } .l { margin: 0; padding-inline-start: 1.6em; text-indent: -1.6em; hyphens: none; }
.speaker { margin-bottom: 0.1em; font-variant-caps: small-caps; letter-spacing: 0.03em; } .sp { margin-bottom: 0.8em; }
div.p { margin-bottom: 0.8em; }
.gap, .sic > .added, .unclear > .added { color: var(--quiet); }
ins { text-decoration: none; } del { text-decoration-thickness: 0.08em; }
.unclear { text-decoration: underline dotted 1px var(--quiet); text-underline-offset: 0.2em; } .unclear > .added { display: inline-block; }
.fw, .stamp { color: var(--quiet); font-size: 0.88em; } .fw .stamp { font-size: inherit; }
aside.fw, aside.stamp { margin: 0.2em 0 0.8em; }
p.fw, p.stamp, aside.fw, aside.stamp { border-inline-start: 0.15rem solid var(--rule); padding-inline-start: 0.8rem; }
.attachment { border-top: 1px solid var(--rule); margin-top: 2.2rem; padding-top: 1.4rem; }
.video, .graphic { display: block; }
img.graphic { max-width: 100%; height: auto; max-height: 85vh; object-fit: contain; margin: 0 auto 0.6rem; background: #fff; }
figcaption { font-size: 0.9rem; line-height: 1.4; color: var(--quiet); }
figcaption:first-child { margin-bottom: 0.6rem; }
span.graphic::before { content: "[" attr(aria-label) "]"; color: var(--quiet); font-family: var(--label); font-size: 0.8rem; }
.video::before { content: "[Film " attr(data-video) "]"; color: var(--quiet); font-family: var(--label); font-size: 0.8rem; }
figure { margin: 1.4rem 0; text-align: center; }
a.persName, a.gloss, a[href^="http"]:is(.placeName, .orgName, .name, .rs, .geogName, .settlement, .country, .region) { color: inherit; text-decoration: underline dotted 1px var(--quiet); }
a.persName:hover, a.gloss:hover, a[href^="http"].placeName:hover { color: var(--link); }
.milestone { font-family: var(--label); font-size: 0.68rem; font-style: normal; font-weight: 400; color: var(--mark); }
dfn { font-style: inherit; }

/* Pages of the source: the number stands in the margin, where there is one */
.pb::before { content: "[" attr(title) "]"; font-family: var(--label); font-size: 0.68rem; font-style: normal; font-weight: 400; color: var(--mark);
  margin-inline: 0.25em; text-indent: 0; font-variant-numeric: lining-nums; white-space: nowrap; letter-spacing: 0; font-variant-caps: normal; }
.pb-block { line-height: 1.2; margin-bottom: 0.4rem; } .pb-block .pb::before { margin-inline-start: 0; }

section > section[data-kind="section"] + section[data-kind="section"] { border-top: 1px solid var(--rule); margin-top: 1.6rem; padding-top: 1.2rem; }
* + .resumed { margin-top: 1.6rem; }

/* Notes */
.noteref { font-family: var(--label); font-size: 0.7em; vertical-align: super; line-height: 0; font-style: normal; font-weight: 400; text-decoration: none;
  padding: 0.25em 0.15em; font-variant-numeric: lining-nums; color: var(--mark); }
.noteref:hover { text-decoration: underline; }
.noteref + .noteref { margin-inline-start: 0.2em; }
.notes { border-top: 1px solid var(--rule); margin-top: 2.2rem; font-size: 0.9rem; line-height: 1.5; }
.notes-heading { font-size: 0.95rem; font-family: var(--label); margin: 0.9rem 0 0.7rem; }
.noteref[data-note="source"] { font-size: 0.62em; font-variant-caps: all-small-caps; letter-spacing: 0.04em; padding-inline-start: 0.4em; }
.note { display: grid; grid-template-columns: 2.1rem 1fr; margin-bottom: 0.6em; }
.note-label { font-family: var(--label); font-size: 0.82em; line-height: 1.85; text-decoration: none; font-variant-numeric: lining-nums; color: var(--mark); min-height: 1.5rem; }
.note-label:hover { text-decoration: underline; }
.note[data-n=""] { display: block; }
.note-text > p:last-of-type { display: inline; }
.backref { text-decoration: none; font-family: var(--label); padding: 0 0.35em; }

/* Lists, tables */
ul, ol, dl { margin: 0 0 0.9em; padding-inline-start: 1.4em; }
ul { list-style: none; } ul ul { margin-bottom: 0.2em; }
ul.bulleted, ol.numbered { margin: 0.6em 0 0.9em; padding-inline-start: 2.4em; } ul.bulleted { list-style: disc; } ul.bulleted ul.bulleted { list-style: "– "; }
.bulleted > li::marker, .numbered > li::marker { color: var(--quiet); font-variant-numeric: lining-nums; }
li.signed-item, li.marked-item { list-style: none; } .marked-item > .mark { display: inline-block; min-width: 1.6em; margin-inline-start: -1.6em; padding-inline-end: 0.3em; color: var(--quiet); }
li { margin-bottom: 0.25em; }
ul.endnotes { padding-inline-start: 2.1rem; margin-bottom: 0; } .endnotes > li > .mark + p { display: inline; }
li > ul, li > ol { margin-top: 0.25em; }
.list-head { margin-bottom: 0.25em; font-variant-caps: all-small-caps; letter-spacing: 0.05em; }
.sheet > section > ul { padding-inline-start: 0; }
ul[data-type="simple"] { padding-inline-start: 0.8em; }
[data-type="persons"] li, [data-type="terms"] li, [data-type="index"] li { padding-inline-start: 1.5em; text-indent: -1.5em; hyphens: manual; }
[data-type="toc"] a, .sheet > [data-type="toc"] a.ref { display: inline-block; min-width: 1.5rem; min-height: 1.5rem; }
.made ul { padding-inline-start: 0; } .made ul ul { padding-inline-start: 1em; }
.index-note { color: var(--quiet); font-size: 0.9rem; }
[data-type="index"] li li { margin-bottom: 0.05em; }
article dl, section dl { display: grid; grid-template-columns: minmax(1.5em, max-content) 1fr; gap: 0.1rem 0.7rem; padding: 0; } dd { margin: 0; } section dt, article dt { text-align: end; }
.table-frame { overflow-x: auto; margin: 1rem 0 1.4rem; }
table { border-collapse: collapse; font-size: 0.9rem; line-height: 1.4; font-variant-numeric: lining-nums tabular-nums; }
caption { font-weight: 600; text-align: start; padding-bottom: 0.4rem; }
td, th { padding: 0.2rem 0.8rem 0.2rem 0; vertical-align: top; text-align: start; hyphens: manual; }
th { font-weight: 600; } thead th { border-bottom: 1px solid var(--rule); vertical-align: bottom; }
.role-num { text-align: end; } .rend-bordered td, .rend-bordered th { border: 1px solid var(--rule); padding: 0.2rem 0.5rem; }

/* The document record */
.record { border-top: 1px solid var(--rule); margin-top: 2.2rem; padding-top: 0.9rem; line-height: 1.45; }
.record h2 { font-size: 0.95rem; margin: 0 0 0.5rem; }
.record table { font-size: inherit; width: 100%; }
.record th { font-weight: 400; color: var(--quiet); width: 6.4rem; }
.record td, .record th { border-bottom: 1px solid var(--rule); padding: 0.3rem 0.6rem 0.3rem 0; }
.record th::first-letter { text-transform: uppercase; }
.record .role { color: var(--quiet); }

/* Title page */
.page-titlepage .sheet > section { text-align: center; padding: 2rem 0; margin-inline: auto; }
.page-titlepage figure:not(:has(img)) { display: none; }
.titlePart { display: block; margin-bottom: 0.5rem; }
.titlePart[data-type="series"], .titlePart[data-type="subseries"], .titlePart[data-type="volumenumber"], .titlePart[data-type="volumeno"] { font-size: 0.7em; font-weight: 400; }
.byline, .docImprint { margin-top: 1.8rem; } .docImprint :is(.publisher, .pubPlace, .docDate) { display: block; }
.file, .page-count-according-to-citation, .pdf, .problem { color: var(--quiet); font-family: var(--label); font-size: 0.82rem; margin-bottom: 0.1rem; }

@media (min-width: 62rem) {
  .page-document .sheet { display: grid; grid-template-columns: minmax(0, 39rem) minmax(0, 1fr); gap: 0 3rem; }
  .page-document .record { grid-column: 2; grid-row: 1; align-self: start; border-top: 0; margin-top: 0.2rem; padding: 0 0 0 1.4rem; border-inline-start: 1px solid var(--rule); }
  .page-document .record tr:last-child > * { border-bottom: 0; }
}
@media (max-width: 34rem) {
  html { font-size: 106.25%; }
  .masthead, .trail, main, .colophon { width: min(100% - 2rem, 62rem); }
 
  .series-title { display: none; }
  .sheet { padding-top: 1.4rem; } h1 { font-size: 1.4rem; } .title-block h1 { font-size: 1.75rem; }
  .about div { grid-template-columns: 1fr; } .about dd { grid-column: 1; } .about { gap: 0.5rem; }
  .steps { grid-template-columns: 1fr; } .steps .next { grid-column: 1; }
  article dl, section dl { grid-template-columns: minmax(1.5em, 30%) 1fr; }
  .rend-sourceparagraphfullindent, blockquote { margin-inline-start: 1em; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { --ground: #fff; --ink: #000; --quiet: #444; --rule: #999; --link: #000; --mark: #000; --lit: transparent; }
  @page { margin: 2.2cm 2cm; }
  html { font-size: 10.5pt; }
  .skip, .trail, .steps, .backref, .masthead .series-title { display: none; }
  .masthead, main, .colophon { width: auto; }
  .sheet > article, .sheet > section { max-width: none; }
  .page-document .sheet { display: block; }
  .table-frame { overflow: visible; }
  a, a.persName, a.gloss { color: inherit; text-decoration: none; }
  details > summary { display: none; }
  .note, .record, tr, figure { break-inside: avoid; }
  .record h2 { break-after: avoid; }
}
`;
