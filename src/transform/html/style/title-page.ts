/** The title page, and the stubs of volumes on microfiche. */
export const titlePage = `.page-titlepage .sheet > section { text-align: center; padding: 2rem 0; margin-inline: auto; }
.page-titlepage figure:not(:has(img)) { display: none; }
.titlePart { display: block; margin-bottom: 0.5rem; }
.titlePart[data-type="series"], .titlePart[data-type="subseries"], .titlePart[data-type="volumenumber"], .titlePart[data-type="volumeno"] { font-size: 0.7em; font-weight: 400; }
.byline, .docImprint { margin-top: 1.8rem; } .docImprint :is(.publisher, .pubPlace, .docDate) { display: block; }
.file, .page-count-according-to-citation, .pdf, .problem { color: var(--quiet); font-family: var(--label); font-size: 0.82rem; margin-bottom: 0.1rem; }
`;
