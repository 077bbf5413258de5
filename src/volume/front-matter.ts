import { element, type XmlElement, type XmlNode } from '../formats/xml-writer.js';
import type { Manifest, PersonEntry } from '../model/manifest.js';

/** The title page of FRUS: the titles by type, the editors, the imprint. */
export function titlePage(manifest: Manifest): XmlElement {
  const { series, subseries, volumeNumber, volume } = manifest.title;
  const parts = [
    ['series', series],
    ['subseries', subseries],
    ['volumenumber', volumeNumber],
    ['volume', volume],
  ] as const;
  const editors = (role: 'primary' | 'general'): readonly string[] =>
    manifest.editors.filter((e) => e.role === role).map((e) => e.name);
  return element(
    'titlePage',
    { type: 'main' },
    element(
      'docTitle',
      {},
      ...parts.flatMap(([type, title]) => (title === undefined ? [] : [element('titlePart', { type }, title)])),
    ),
    ...byline('Editor', editors('primary')),
    ...byline('General Editor', editors('general')),
    element(
      'docImprint',
      {},
      element('publisher', {}, manifest.publisher),
      element('pubPlace', {}, manifest.place),
      element('docDate', {}, manifest.date),
    ),
  );
}

function byline(label: string, names: readonly string[]): XmlElement[] {
  if (names.length === 0) return [];
  const persons = names.flatMap((name, i): XmlNode[] => [
    ...(i === 0 ? [] : [element('lb')]),
    element('persName', {}, name),
  ]);
  return [element('byline', {}, `${label}${names.length > 1 ? 's' : ''}: `, ...persons)];
}

/** The list of persons or of terms, as FRUS encodes it; empty where the manifest has none. */
export function personsList({ persons }: Manifest): XmlElement[] {
  const items = persons.map((p) =>
    entry(element('persName', { 'xml:id': p.id, ref: authority(p) }, p.name), p.description),
  );
  return list('persons', 'Persons', 'names', items);
}

export function termsList({ terms }: Manifest): XmlElement[] {
  const items = terms.map((t) => entry(element('term', { 'xml:id': t.id }, t.term), t.description));
  return list('terms', 'Abbreviations and Terms', 'terms', items);
}

function entry(name: XmlElement, description: string): XmlElement {
  if (description === '') return element('item', {}, element('hi', { rend: 'strong' }, name));
  return element('item', {}, element('hi', { rend: 'strong' }, name, ','), ` ${description}`);
}

function list(id: string, head: string, type: string, items: readonly XmlElement[]): XmlElement[] {
  if (items.length === 0) return [];
  return [
    element('div', { type: 'section', 'xml:id': id }, element('head', {}, head), element('list', { type }, items)),
  ];
}

/** The addresses of a person in authority files, as the value of `@ref` (TEI P5, att.canonical); undefined where there are none. */
function authority({ ref = [] }: PersonEntry): string | undefined {
  return ref.length === 0 ? undefined : ref.join(' ');
}
