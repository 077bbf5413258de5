/** A page that is printed: the text, its notes, its record, and where it is from; nothing to click on. */
export const paper = `@media print {
  :root { --ground: #fff; --sheet: #fff; --ink: #000; --quiet: #444; --rule: #999; --link: #000; --mark: #000; --lit: transparent; --band: #fff; --band-ink: #000; --measure: none; }
  @page { margin: 2.2cm 2.4cm; }
  html { font-size: 10.5pt; }
  .skip, .where-you-are, .trail, .steps, .backref, .note-more, .house-links, .table-frame.scrolls::before, main nav, main form, main button { display: none; }
  .home main nav.contents { display: block; }
  .masthead, main, .colophon { width: auto; }
  .masthead { padding-top: 0; } .masthead .series-title { display: block; }
  .sheet { padding-top: 1.2rem; }
  .sheet > article, .sheet > section { max-width: none; }
  .table-frame { overflow: visible; background: none; border: 0; } .first-column { position: static; }
  table { font-size: 0.8rem; }
  a, a.persName, a.gloss { color: inherit; text-decoration: none; }
  details > summary { display: none; }
  .note, .record dl > div, tr, figure { break-inside: avoid; }
  .record, .colophon { break-inside: avoid; } .record h2, .notes-heading { break-after: avoid; }
  .colophon .address { display: block; }
}
`;
