/**
 * Wide and narrow screens. A wide one has the notes beside the text; one still wider, the record of a document on the other side, where it stays in sight. (An em of a
 * media query is the browser's own, so that the steps come later for who reads in large letters.)
 */
export const screens = `@media screen and (min-width: 58rem) {
  .masthead, .where-you-are, main, .colophon { width: min(100% - 2.5rem, calc(var(--measure) + var(--gap) + var(--aside))); }
}
@media screen and (min-width: 75rem) {
  .masthead, .where-you-are, main, .colophon { width: min(100% - 2.5rem, calc(var(--measure) + 2 * var(--gap) + var(--aside) + 12rem)); }
  body:not(.home) .sheet { display: grid; grid-template-columns: 12rem minmax(0, var(--measure)) var(--aside); column-gap: var(--gap); align-items: start; }
  body:not(.home) .sheet > * { grid-column: 2; }
  body:not(.home) .sheet > .record { grid-column: 1; grid-row: 1; position: sticky; top: 1.2rem; max-height: calc(100vh - 2.4rem); overflow: auto; scrollbar-width: thin; border: 0; margin: 0.2rem 0 0; padding: 0; }
  .record dl { columns: auto; }
  .record dl > div { display: block; padding: 0 0 0.5rem; }
  .record dt { font-variant-caps: all-small-caps; letter-spacing: 0.05em; line-height: 1.2; font-size: 0.95rem; }
  body.page-leaf .sheet:has(.leaf-picture) > * { grid-column: 1 / -1; max-width: none; }
  .browse .sheet > :is(section, .outline, .columns, .values, .timeline) { grid-column: 2 / -1; }
  .steps:not(.at-top), .home .sheet > * { margin-inline-start: calc(12rem + var(--gap)); }
}
@media (max-width: 38rem) {
  html { font-size: 106.25%; }
  .masthead, .where-you-are, main, .colophon { width: min(100% - 2rem, var(--wide)); }
  .series-title { display: none; }
  /* One line for each: the volume and its search, the ways into it, the chapter, the documents beside this one. */
  .masthead { padding: 0.8rem 0 0.3rem; }
  body:not(.home) .volume-title { flex: 1 1 auto; max-width: 100%; font-size: 1.15rem; line-height: 1.25; margin-bottom: 0.15rem; }
  body:not(.home) .volume-title a { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .find { flex: 1 1 9rem; min-width: 0; margin-top: 0; }
  .sections { min-width: 0; }
  .sections ul { flex-wrap: nowrap; overflow-x: auto; gap: 0 1rem; margin-top: 0.2rem; padding-inline-end: 2.5rem; scrollbar-width: none; mask-image: linear-gradient(to right, #000 calc(100% - 3rem), transparent); }
  .sections a { white-space: nowrap; padding-inline: 0.15rem; }
  .sections a:focus-visible { outline-offset: -0.16rem; }
  .where-you-are { padding-top: 0.3rem; }
  .trail { flex-basis: 100%; } .trail ol { flex-wrap: nowrap; } .trail li:not(:last-child) { display: none; } .trail li:last-child { min-width: 0; }
  .trail li:last-child::before, .trail li + li::before { content: "‹"; margin-inline: 0 0.4em; }
  .steps.at-top { flex: 1 1 100%; min-width: 0; max-width: 100%; flex-wrap: nowrap; justify-content: space-between; gap: 1rem; }
  .steps.at-top a { min-width: 0; } .steps.at-top :is(.position, .next) { margin-inline-start: auto; }
  .steps.at-top .way { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .sheet { padding-top: 1rem; } h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; } .title-block h1 { font-size: 2.1rem; } .title-block .is-long { font-size: 1.7rem; } .title-block { padding-top: 1rem; }
  .about div { grid-template-columns: 1fr; } .about dd { grid-column: 1; } .about { gap: 0.5rem; }
  .steps { grid-template-columns: 1fr; } .steps .next { grid-column: 1; }
  article dl, section dl { grid-template-columns: minmax(1.5em, 30%) 1fr; }
  .rend-sourceparagraphfullindent, blockquote { margin-inline-start: 1em; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;
