/** What the citations, the links to paragraphs and the pages of persons and terms look like, after the rest of the stylesheet. */
export const reference = `
/* Citing */
.cite { max-width: var(--measure, 39rem); margin-top: 2.2rem; border-top: 1px solid var(--rule); padding-top: 0.9rem; }
.cite h2, .own-pages h2 { font-size: 1.05rem; margin: 0 0 0.6rem; }
.cite dl { margin: 0; padding: 0; font-size: 0.92rem; display: grid; grid-template-columns: 1fr; gap: 0.7rem; }
.cite dt { text-align: start; font-family: var(--label); font-size: 0.78rem; color: var(--quiet); font-variant-numeric: lining-nums; }
.cite dd { margin: 0; hyphens: manual; overflow-wrap: anywhere; font-variant-numeric: lining-nums; }
.cite dd button { font: inherit; font-family: var(--label); font-size: 0.78rem; min-height: 1.5rem; padding: 0 0.6rem; margin-inline-start: 0.3rem; color: var(--link); background: none; border: 1px solid var(--rule); border-radius: 0.2rem; cursor: pointer; }
.cite dd button:hover { border-color: var(--link); }
.cite-files, .own-pages ul, .letters ul, .paragraph-list ol { list-style: none; padding: 0; margin: 0.8rem 0 0; display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; font-family: var(--label); font-size: 0.85rem; font-variant-numeric: lining-nums; }
.cite-files li, .own-pages li, .letters li, .paragraph-list li { margin: 0; }
.cite-files a, .own-pages a, .letters a, .paragraph-list a { display: inline-block; min-width: 1.5rem; min-height: 1.5rem; line-height: 1.5rem; }
.own-pages { margin-top: 1.6rem; border-top: 1px solid var(--rule); padding-top: 0.9rem; }
.copied { position: fixed; inset-block-end: 1rem; inset-inline: 0; margin: 0 auto; width: fit-content; padding: 0.5rem 1rem; border-radius: 0.25rem; background: var(--ink); color: var(--ground); font-family: var(--label); font-size: 0.85rem; }
.copied:empty { padding: 0; }
.copied-from { position: absolute; left: -99rem; }
.paragraph-list { margin-top: 0.6rem; }
.paragraph-link { text-decoration: none; color: var(--quiet); margin-inline-start: 0.35em; opacity: 0; font-family: var(--label); }
.paragraph-link::after { content: "¶"; }
p:hover > .paragraph-link, .p:hover > .paragraph-link, .paragraph-link:focus { opacity: 1; }

/* The page on accessibility */
.page-statement li { list-style: disc; margin-inline-start: 1.2rem; }

/* Persons and terms */
.record dd > a { display: inline-block; min-height: 1.5rem; line-height: 1.5rem; }
.entry-documents { font-family: var(--label); font-size: 0.78rem; font-weight: 400; font-style: normal; margin-inline-start: 0.5em; white-space: nowrap; font-variant-numeric: lining-nums; }

.register h2 { margin-top: 1.8rem; }
.quiet, .facts, .places { color: var(--quiet); font-family: var(--label); font-size: 0.82rem; font-weight: 400; font-variant-numeric: lining-nums; }
.people, .appearances { list-style: none; padding: 0; margin: 0; }
.people { columns: 17rem; column-gap: 2rem; }
.people li { break-inside: avoid; }
.people li, .appearances li { margin: 0; padding: 0.15rem 0; line-height: 1.4; hyphens: manual; }
.appearances li { padding: 0.3rem 0; }
.appearances > li > a { text-decoration: none; }
.appearances a:hover { text-decoration: underline; }
.facts, .appearances .places { display: block; }
.places { line-height: 1.9; }
.places a { color: inherit; }
.letters { border-block: 1px solid var(--rule); padding-block: 0.3rem; margin: 1rem 0; }
.letters ul { margin: 0; gap: 0 0.7rem; }
.letters a { text-align: center; text-decoration: none; }
.letters [aria-current] { font-weight: 700; color: var(--ink); }
.terms { display: block; margin: 0; padding: 0; }
.terms dt { margin-top: 0.9rem; font-weight: 600; text-align: start; }
.terms dd { margin: 0; }
.terms .places { display: block; }
@media print { .cite button, .cite-files, .paragraph-list, .paragraph-link, .copied, .letters { display: none; } }
`;
