/** How the pages of the source look: their numbers in the text, their own pages, and pictures of pages. */
export const leaves = `
/* Pages of the source */
.pb.linked::before { content: none; }
.pb.linked > a { font-family: var(--label); font-size: 0.68rem; font-style: normal; font-weight: 400; font-variant: normal; letter-spacing: normal;
  text-transform: none; color: var(--mark); text-decoration: none; white-space: nowrap; margin-inline: 0.3em; }
.pb.linked > a::before { content: "[" attr(aria-label) "]"; }
.pb.linked > a:hover, .pb.linked > a:focus { text-decoration: underline; }
.pb-block > .pb.linked > a { display: inline-block; min-height: 24px; margin-inline-start: 0; }
.leaf-list { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 0.25rem; font-family: var(--label); font-size: 0.85rem; }
.leaf-list li { margin: 0; }
.leaf-list a { display: block; min-width: 2.6rem; min-height: 24px; padding: 0.15rem 0.3rem; text-align: center; font-variant-numeric: tabular-nums; }
.leaves h2 { font-size: 1rem; margin: 1.4rem 0 0.5rem; }
.leaf { display: grid; gap: 1.5rem; margin-top: 1.5rem; }
.leaf-picture { margin: 0; }
.leaf-picture img, img.facsimile { display: block; width: 100%; height: auto; max-height: none; background: #fff; outline: 1px solid var(--rule); }
.leaf-part > :first-child > :first-child { margin-top: 0; }
.leaf-part + .leaf-part { margin-top: 2rem; }
.leaf-notes { margin-top: 1.5rem; padding-top: 0.8rem; border-top: 1px solid var(--rule); font-size: 0.88rem; }
.leaf-note { display: grid; grid-template-columns: 1.9rem minmax(0, 1fr); margin-bottom: 0.55em; line-height: 1.45; }
.leaf-note-label { font-weight: 600; color: var(--mark); font-variant-numeric: lining-nums; }
figure.file { margin: 1.5rem 0; text-align: start; }
figure.file img { max-width: 100%; max-height: none; }
body:not(.home).page-leaf .leaf-sheet:has(.leaf-picture), body:not(.home).page-leaves .sheet { display: block; }
.page-leaf .steps:not(.at-top) { max-width: none; margin-inline-start: 0; }
@media (min-width: 64rem) {
  .page-leaf .leaf { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 2.5rem; align-items: start; }
  .leaf-picture { position: sticky; top: 1rem; }
  .leaf-picture img { max-height: calc(100vh - 2rem); width: auto; max-width: 100%; margin-inline: auto; }
}
@media print { .leaf-picture { break-inside: avoid; } }
`;
