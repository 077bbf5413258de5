/** Lists. */
export const lists = `ul, ol, dl { margin: 0 0 0.9em; padding-inline-start: 1.4em; }
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
`;
