/** The pages by which documents are found, lists of documents, and the ways from page to page. */
export const browse = `
/* The ways into the volume */
.sections { flex-basis: 100%; font-family: var(--label); font-size: 0.82rem; font-variant-numeric: lining-nums; }
.sections ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0 1.1rem; margin: 0.3rem 0 0; padding: 0; }
.sections li { margin: 0; }
.sections a { display: inline-block; min-height: 1.5rem; line-height: 1.5rem; text-decoration: none; }
.sections a:hover { text-decoration: underline; }
.sections a { color: inherit; }
.sections a[aria-current] { text-decoration: underline; text-decoration-thickness: 0.12em; }
.home .masthead:has(.sections) { border: 0; padding-bottom: 0; }

/* Previous and next above the text */
.steps.at-top { min-width: 0; max-width: 100%; margin: 0; display: flex; flex-wrap: wrap; gap: 0 1.4rem; align-items: baseline; border-top: 0; padding: 0; }
.steps.at-top > * { font-family: var(--label); font-size: 0.82rem; font-variant-numeric: lining-nums; }
.steps.at-top a { padding: 0; line-height: 1.5rem; min-height: 1.5rem; text-align: start; min-width: 0; max-width: 18rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.steps.at-top a:focus-visible { outline-offset: -0.1rem; }
.steps.at-top .way { display: inline; } .steps.at-top .position .way { color: inherit; font-variant-caps: normal; letter-spacing: 0; font-size: inherit; } .steps.at-top .where { font-size: inherit; }
.steps.at-top .previous::before { content: "← "; } .steps.at-top .next::after { content: " →"; }
.steps.at-top a:hover { text-decoration: underline; }

/* Headings in a text, and its own contents */
.subhead { font-size: 1em; font-weight: 400; margin: 1.4em 0 0.5em; }
.subhead strong { font-weight: 600; }
.in-page { font-family: var(--label); font-size: 0.85rem; margin: 0 0 1.2rem; }
.in-page summary { font-size: inherit; min-height: 1.5rem; }
.in-page ol { list-style: none; margin: 0.2rem 0 0; padding: 0 0 0 1rem; border-inline-start: 2px solid var(--rule); line-height: 1.35; }
.in-page li { margin: 0.35rem 0; } .in-page a { text-decoration: none; } .in-page a:hover { text-decoration: underline; }

/* Lists of documents */
.outline .of-document { margin: 0.7rem 0; }
.outline .of-document > a { font-variant-numeric: lining-nums; }
.outline .when { white-space: normal; }
.outline .lead { display: block; font-size: 0.9rem; line-height: 1.4; color: var(--quiet); hyphens: manual; }
.browse .sheet > section, .browse .sheet > .outline { max-width: 44rem; }
.browse .sheet > h1 { margin-bottom: 0.8rem; }
.sheet > .contents > h2:first-child, .browse .sheet > section > h2:first-child { margin-top: 1rem; }
.browse .letter { font-family: var(--titles); font-weight: 500; font-size: 1.2rem; margin: 1.1rem 0 0.2rem; border-top: 1px solid var(--rule); padding-top: 0.4rem; }
.browse .letter + .values { columns: 19rem; column-gap: 2rem; margin: 0; }
.count { font-family: var(--label); font-size: 0.82rem; font-weight: 400; color: var(--quiet); font-variant-numeric: lining-nums; white-space: nowrap; }
.day { font-family: var(--label); font-size: 0.9rem; margin: 1.5rem 0 0.2rem; border-top: 1px solid var(--rule); padding-top: 0.5rem; font-variant-numeric: lining-nums; }
.day + .outline .of-document { margin-top: 0.4rem; }
.browse .columns { list-style: none; padding: 0; margin: 0 0 1.2rem; columns: 14rem; column-gap: 2rem; font-size: 0.95rem; font-variant-numeric: lining-nums; }
.browse .columns li, .browse .values li { margin: 0; break-inside: avoid; line-height: 1.4; padding: 0.15rem 0; hyphens: manual; }
.browse .columns a, .browse .values a { display: inline-block; min-height: 1.5rem; text-decoration: none; }
.browse .columns a:hover, .browse .values a:hover { text-decoration: underline; }
.browse .values { list-style: none; padding: 0; }
.browse .spellings, .browse .entry { font-size: 0.9rem; color: var(--quiet); max-width: 44rem; }
.browse .ways { font-family: var(--label); font-size: 0.9rem; } .browse .ways a { margin-inline-end: 1.2rem; }
.numbers { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(3.2rem, 1fr)); gap: 0.1rem 0.3rem; font-family: var(--label); font-size: 0.9rem; font-variant-numeric: lining-nums tabular-nums; }
.numbers li { margin: 0; } .numbers a { display: block; line-height: 1.7rem; text-decoration: none; } .numbers a:hover { text-decoration: underline; }

/* The volume in time */
.timeline { display: block; width: 100%; margin: 0 0 1.4rem; }
.timeline rect { fill: var(--link); }
.timeline line { stroke: var(--quiet); stroke-width: 1; }
.timeline text { fill: var(--ink); font-family: var(--label); font-size: 0.9rem; font-variant-numeric: lining-nums; }
@media (max-width: 38rem) {
  .timeline .between { display: none; }
}
@media (forced-colors: active) { .timeline rect { fill: LinkText; } .timeline text { fill: CanvasText; } .timeline line { stroke: CanvasText; } }
@media print { .sections, .steps.at-top, .in-page { display: none; } }
`;
