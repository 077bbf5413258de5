/** A page that is printed. */
export const paper = `@media print {
  :root { --ground: #fff; --ink: #000; --quiet: #444; --rule: #999; --link: #000; --mark: #000; --lit: transparent; }
  @page { margin: 2.2cm 2cm; }
  html { font-size: 10.5pt; }
  .skip, .trail, .steps, .backref, .masthead .series-title { display: none; }
  .masthead, main, .colophon { width: auto; }
  .sheet > article, .sheet > section { max-width: none; }
  .page-document .sheet { display: block; }
  .table-frame { overflow: visible; }
  a, a.persName, a.gloss { color: inherit; text-decoration: none; }
  details > summary { display: none; }
  .note, .record, tr, figure { break-inside: avoid; }
  .record h2 { break-after: avoid; }
}
`;
