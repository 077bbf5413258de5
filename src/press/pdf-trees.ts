import type { PdfDocument, Reference } from './pdfmake.js';

/** How many entries a leaf holds. Arrays of more than 8,191 elements are no PDF/A-1 (ISO 19005-1, 6.1.12), and slow to look things up in. */
const LEAF = 500;

/** Writes a name tree (ISO 32000-1, 7.9.6); the names are sorted here. */
export function nameTree(document: PdfDocument, entries: Iterable<readonly [string, unknown]>): Reference {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return tree(
    document,
    'Names',
    sorted.map(([name, value]) => [new String(name), value]),
  );
}

/** Writes a number tree (ISO 32000-1, 7.9.7) of entries in the order of their numbers. */
export function numberTree(document: PdfDocument, entries: readonly (readonly [number, unknown])[]): Reference {
  return tree(document, 'Nums', entries);
}

function tree(
  document: PdfDocument,
  kind: 'Names' | 'Nums',
  entries: readonly (readonly [unknown, unknown])[],
): Reference {
  const leaves: Reference[] = [];
  for (let from = 0; from < entries.length; from += LEAF) {
    const some = entries.slice(from, from + LEAF);
    const leaf = document.ref({ Limits: [some[0]?.[0], some.at(-1)?.[0]], [kind]: some.flat() });
    leaf.end();
    leaves.push(leaf);
  }
  const root = document.ref(leaves.length === 0 ? { [kind]: [] } : { Kids: leaves });
  root.end();
  return root;
}
