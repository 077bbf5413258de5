/** Small volumes for a series. */

/** A TEI volume with documents, by their ids, of which each may refer to others (`frus2001v02#d2`). */
export function volumeText(
  id: string,
  documents: Readonly<Record<string, readonly string[]>>,
  words = 'The cranes were bought.',
  address = '',
): string {
  // At an address, it tells programs of itself.
  const url = address === '' ? '' : `<idno type="url">${address}</idno>`;
  const body = Object.entries(documents).map(
    ([document, targets], i) =>
      `<div type="document" subtype="historical-document" xml:id="${document}" n="${i + 1}"><head>${i + 1}. Letter From Jane Roe to John Doe</head><p>${words}</p>${targets
        .map((target) => `<p>See <ref target="${target}">another volume</ref>.</p>`)
        .join('')}</div>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}"><teiHeader><fileDesc><titleStmt><title type="complete">Volume ${id}</title></titleStmt><publicationStmt><publisher>P</publisher><date>2001</date>${url}</publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
<text><body><div type="compilation" xml:id="comp1"><head>Cranes</head>${body.join('\n')}</div></body></text></TEI>
`;
}
