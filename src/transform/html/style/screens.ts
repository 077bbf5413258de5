/**
 * Wide and narrow screens. A wide one has the notes beside the text; one still wider, the record of a document on the other side, where it stays in sight. (An em of a
 * media query is the browser's own, so that the steps come later for who reads in large letters.)
 */
export const screens = `@media screen and (min-width: 58rem) {
  .masthead, .trail, .at-top, main, .colophon { width: min(100% - 2.5rem, calc(var(--measure) + var(--gap) + var(--aside))); }
}
@media screen and (min-width: 75rem) {
  .masthead, .trail, .at-top, main, .colophon { width: min(100% - 2.5rem, calc(var(--measure) + 2 * var(--gap) + var(--aside) + 12rem)); }
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
  .masthead, .trail, .at-top, main, .colophon { width: min(100% - 2rem, var(--wide)); }
  .series-title { display: none; }
  .sheet { padding-top: 1.4rem; } h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; } .title-block h1 { font-size: 2.1rem; } .title-block { padding-top: 1rem; }
  .about div { grid-template-columns: 1fr; } .about dd { grid-column: 1; } .about { gap: 0.5rem; }
  .steps { grid-template-columns: 1fr; } .steps .next { grid-column: 1; }
  article dl, section dl { grid-template-columns: minmax(1.5em, 30%) 1fr; }
  .rend-sourceparagraphfullindent, blockquote { margin-inline-start: 1em; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;
