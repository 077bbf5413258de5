/** The frame of a page: masthead, trail, the steps to the page before and after, colophon. */
export const frame = `.skip { position: absolute; left: 0.5rem; top: -4rem; padding: 0.5rem 1rem; background: var(--link); color: var(--ground); z-index: 1; }
.skip:focus { top: 0.5rem; }
.masthead, .trail, main, .colophon { width: min(100% - 2.5rem, 62rem); margin-inline: auto; }
.masthead { padding: 1.1rem 0 0.7rem; border-bottom: 1px solid var(--rule); display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; justify-content: space-between; }
.masthead p { margin: 0; }
.volume-title a { color: inherit; text-decoration: none; font-weight: 600; }
.volume-title a:hover { text-decoration: underline; }
.series-title, .trail, .when, .steps .way, .record, .colophon, .about dt { font-family: var(--label); font-size: 0.82rem; font-variant-numeric: lining-nums; hyphens: manual; }
.series-title, .when, .colophon { color: var(--quiet); }
.home .masthead { display: none; }
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
`;
