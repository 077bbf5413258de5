/** The frame of a page: masthead, trail, the steps to the page before and after, colophon. */
export const frame = `.skip { position: absolute; left: 0.5rem; top: -4rem; padding: 0.5rem 1rem; background: var(--link); color: var(--ground); z-index: 3; }
.skip:focus { top: 0.5rem; }
.masthead, .where-you-are, main, .colophon { width: min(100% - 2.5rem, var(--wide)); margin-inline: auto; }
.masthead { padding: 1.3rem 0 0.75rem; border-bottom: 1px solid var(--rule); display: flex; flex-wrap: wrap; gap: 0.15rem 1.4rem; align-items: baseline; }
.masthead p { margin: 0; }
.masthead, .masthead a { color: var(--band-ink); background: var(--band); }
.masthead { box-shadow: 0 0 0 100vmax var(--band); clip-path: inset(0 -100vmax); }
.series-title { flex: 1 1 10rem; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.volume-title { font-family: var(--titles); font-weight: 500; font-size: 1.3rem; line-height: 1.15; }
.volume-title a { color: inherit; text-decoration: none; }
.volume-title a:hover { text-decoration: underline; }
.series-title, .trail ol, .when, .steps .way, .record, .colophon p, .about dt, .house-links { font-family: var(--label); font-size: 0.84rem; hyphens: manual; }
.series-title, .when, .colophon { color: var(--quiet); }
.masthead .series-title { color: inherit; }
.logo { align-self: center; } .logo img { display: block; height: 2.6rem; width: auto; max-width: 12rem; }
.masthead:has(.logo) { align-items: center; } .masthead nav:not(.sections) { margin-inline-start: auto; }
.house-links { display: flex; margin: 0; flex-wrap: wrap; gap: 0.1rem 1.1rem; list-style: none; padding: 0; }
.house-links li { margin: 0; } .house-links a { display: inline-block; min-height: 1.5rem; }
.home .masthead:not(:has(.logo, .house-links, .sections, .find)) { display: none; }
.home .masthead :is(.volume-title, .series-title) { display: none; }
.where-you-are { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 2rem; padding-top: 0.45rem; }
.trail { min-width: 0; }
.trail ol { list-style: none; margin: 0; padding: 0; line-height: 2; display: flex; flex-wrap: wrap; }
.trail li { display: flex; max-width: 100%; color: var(--quiet); margin: 0; }
.trail a { display: inline-block; min-height: 1.5rem; line-height: 1.5rem; min-width: 0; max-width: 27rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; vertical-align: bottom; text-decoration: none; }
.trail a:is(:hover, :focus) { text-decoration: underline; } .trail a:focus-visible { outline-offset: -0.1rem; }
.trail li + li::before { content: "›"; margin-inline: 0.45em; }
.sheet { padding: 1.7rem 0 1rem; }
.sheet > article, .sheet > section, .sheet > .title-block, .sheet > nav, .sheet > .about { max-width: var(--measure); }
.colophon { border-top: 1px solid var(--rule); margin-top: 2.4rem; padding: 0.9rem 0 2.4rem; }
.colophon p { margin: 0 0 0.2rem; } .colophon .address { display: none; }
.steps { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; max-width: var(--measure); border-top: 1px solid var(--rule); padding-top: 0.9rem; }
.steps a { text-decoration: none; display: block; padding: 0.2rem 0; }
.steps a:hover .where { text-decoration: underline; }
.steps .next { grid-column: 2; text-align: right; }
.steps .way { display: block; color: var(--quiet); font-variant-caps: all-small-caps; letter-spacing: 0.06em; font-size: 0.95rem; line-height: 1.2; }
.steps .where { font-size: 0.94rem; line-height: 1.35; }
`;
