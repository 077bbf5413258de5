/** Wide and narrow screens. */
export const screens = `@media (min-width: 62rem) {
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
`;
