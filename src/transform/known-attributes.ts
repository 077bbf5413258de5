/**
 * The attributes that the stylesheets (`xslt/modules`) show or use, or that say nothing an edition would show. Any other is reported
 * once, so that an editor knows what readers will not see.
 */
const EVERYWHERE: ReadonlySet<string> = new Set([
  'xml:id',
  'xml:lang',
  'xml:space',
  'xml:base',
  'n',
  'type',
  'subtype',
  'rend',
  'rendition',
  'corresp',
]);

/** Who said so and how surely: for editors, in the TEI that goes with every edition. */
const EDITORIAL: ReadonlySet<string> = new Set(['resp', 'cert', 'source', 'ana', 'evidence', 'change']);

const OF_ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  title: ['level'],
  hi: ['style'],
  handShift: ['new'],
  delSpan: ['spanTo'],
  addSpan: ['spanTo'],
  damageSpan: ['spanTo'],
  birth: ['when', 'notBefore', 'notAfter'],
  death: ['when', 'notBefore', 'notAfter'],
  app: ['loc'],
  damage: ['agent', 'degree'],
  lem: ['wit'],
  rdg: ['wit'],
  sp: ['who'],
  biblScope: ['unit', 'from', 'to'],
  name: ['key', 'ref'],
  rs: ['key', 'ref'],
  author: ['ref'],
  editor: ['ref', 'role'],
  ref: ['target'],
  ptr: ['target'],
  gloss: ['target'],
  note: ['target', 'place'],
  pb: ['facs', 'break'],
  milestone: ['unit'],
  geogName: ['ref'],
  settlement: ['ref'],
  country: ['ref'],
  region: ['ref'],
  lb: ['break'],
  cb: ['break'],
  index: ['indexName', 'spanTo'],
  term: ['sortKey', 'ref'],
  funder: ['ref'],
  del: ['place', 'hand'],
  unclear: ['reason'],
  supplied: ['reason'],
  persName: ['role', 'key', 'ref'],
  orgName: ['key', 'ref'],
  placeName: ['key', 'ref'],
  date: ['when', 'from', 'to', 'notBefore', 'notAfter', 'calendar'],
  time: ['when', 'from', 'to'],
  cell: ['role', 'cols', 'rows'],
  row: ['role'],
  table: ['cols', 'rows'],
  graphic: ['url', 'width', 'height'],
  gap: ['reason', 'unit', 'quantity', 'extent'],
  fw: ['place'],
  stamp: ['place'],
  add: ['place', 'hand'],
  div: ['doc-dateTime-min', 'doc-dateTime-max'],
  file: ['id', 'path'],
  pdf: ['bytes', 'readable'],
};
const KNOWN: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(OF_ELEMENTS).map(([element, names]) => [element, new Set(names)]),
);

/** @param name As written, with its prefix; the `frus:` attributes of a document are known by their local name. */
export function isKnownAttribute(element: string, name: string): boolean {
  if (EVERYWHERE.has(name) || EDITORIAL.has(name) || name.startsWith('xmlns')) return true;
  const known = KNOWN.get(element);
  return known !== undefined && (known.has(name) || known.has(name.slice(name.indexOf(':') + 1)));
}
