import type { PlainElement } from '../formats/xml-tree.js';
import { namedAgent } from './agents.js';
import type { Agent, DocumentRecord } from './bibliography.js';
import { addresses, type OpenedDocument, type TeiExcerpt } from './tei-excerpt.js';
import { childOf, childrenOf, pathOf, wordsOf } from './tei-header.js';

/** The elements of the header that speak of one document. */
export interface DocumentHeader {
  readonly msDesc?: PlainElement;
  readonly creation?: PlainElement;
  readonly textClass?: PlainElement;
  readonly correspDesc?: PlainElement;
}

type HeaderPart = keyof DocumentHeader;
const PARTS: readonly HeaderPart[] = ['msDesc', 'creation', 'textClass', 'correspDesc'];

/**
 * The headers of the documents by their ids (TEI P5, att.global.linking: `@corresp`). Elements that name no document are those of a file's only one;
 * a file without a division for it, as a letter that was encoded elsewhere, is itself the document.
 */
export function headersOf(excerpt: TeiExcerpt): {
  readonly documents: readonly OpenedDocument[];
  of(id: string): DocumentHeader;
} {
  const tied = new Map<string, { [part in HeaderPart]?: PlainElement }>();
  const untied: { [part in HeaderPart]?: PlainElement } = {};
  const sources = childrenOf(pathOf(excerpt.header, 'fileDesc'), 'sourceDesc');
  for (const part of [...sources, ...childrenOf(excerpt.header, 'profileDesc')].flatMap(({ children }) => children)) {
    if (typeof part === 'string' || !isPart(part.name)) continue;
    const ids = (part.attributes['corresp'] ?? '').split(/\s+/).filter((pointer) => pointer.startsWith('#'));
    if (ids.length === 0) untied[part.name] ??= part;
    for (const id of ids) {
      const known = tied.get(id.slice(1));
      if (known === undefined) tied.set(id.slice(1), { [part.name]: part });
      else known[part.name] ??= part;
    }
  }
  const documents = excerpt.documents.length > 0 ? excerpt.documents : onlyDocument(excerpt, untied);
  const [only] = documents;
  if (documents.length === 1 && only !== undefined) tied.set(only.id, { ...untied, ...tied.get(only.id) });
  return { documents, of: (id) => tied.get(id) ?? {} };
}

function isPart(name: string): name is HeaderPart {
  return PARTS.some((part) => part === name);
}

function onlyDocument({ id = 'document', header }: TeiExcerpt, untied: DocumentHeader): readonly OpenedDocument[] {
  if (untied.correspDesc === undefined && untied.creation === undefined) return [];
  const title = childOf(pathOf(header, 'fileDesc', 'titleStmt'), 'title');
  return [{ id, head: title === undefined ? '' : wordsOf(title), names: [], within: [] }];
}

/** What a document's header and heading say of it; `listed` are the persons of the volume's list by their ids. */
export function readDocument(
  opened: OpenedDocument,
  { msDesc, creation, textClass, correspDesc }: DocumentHeader,
  listed: ReadonlyMap<string, Agent>,
): DocumentRecord {
  const { id, number, language, pages, within } = opened;
  const parties = (type: 'sent' | 'received'): readonly Agent[] =>
    childrenOf(correspDesc, 'correspAction')
      .filter(({ attributes }) => attributes['type'] === type && attributes['subtype'] === undefined)
      .flatMap((action) => namesIn(action))
      .map((name) => partyOf(name, type === 'sent' ? 'from' : 'to', opened, listed));
  const codes = (scheme: string): readonly string[] =>
    childrenOf(textClass, 'classCode')
      .filter(({ attributes }) => attributes['scheme'] === `#${scheme}`)
      .map(wordsOf);
  const genre = childrenOf(textClass, 'catRef').find(({ attributes }) => attributes['scheme'] === '#genre')?.attributes[
    'target'
  ];
  const [classification] = codes('classification');
  const place = wordsIn(creation, 'placeName') ?? wordsIn(sentBy(correspDesc), 'placeName');
  const identifier = childOf(msDesc, 'msIdentifier');
  const repository = wordsIn(identifier, 'repository');
  const source = (identifier?.children ?? [])
    .flatMap((part) => (typeof part === 'string' || part.name === 'repository' ? [] : [wordsOf(part)]))
    .filter((words) => words !== '')
    .join(', ');
  return {
    id,
    ...(number === undefined ? {} : { number }),
    title: titleOf(opened),
    ...(genre === undefined ? {} : { genre: genre.replace(/^#/, '') }),
    ...dateOf(opened, creation, correspDesc),
    ...(place === undefined ? {} : { place }),
    senders: parties('sent'),
    receivers: parties('received'),
    drafters: draftersOf(msDesc),
    ...(classification === undefined ? {} : { classification }),
    handling: codes('handling'),
    ...(repository === undefined ? {} : { repository }),
    ...(source === '' ? {} : { source }),
    ...(language === undefined ? {} : { language }),
    ...(pages === undefined ? {} : { pages }),
    within,
  };
}

/** The heading without the number that it prints; an empty heading has the document's id in its place. */
function titleOf({ head, number, id }: OpenedDocument): string {
  const title = number !== undefined && head.startsWith(`${number}.`) ? head.slice(number.length + 1).trim() : head;
  return title === '' ? id : title;
}

function sentBy(correspDesc: PlainElement | undefined): PlainElement | undefined {
  return childrenOf(correspDesc, 'correspAction').find(({ attributes }) => attributes['type'] === 'sent');
}

function dateOf(
  { earliest, latest }: OpenedDocument,
  creation: PlainElement | undefined,
  correspDesc: PlainElement | undefined,
): Pick<DocumentRecord, 'date'> {
  for (const date of [childOf(creation, 'date'), childOf(sentBy(correspDesc), 'date')]) {
    const { when, from, to } = date?.attributes ?? {};
    if (when !== undefined) return { date: { when } };
    if (from !== undefined || to !== undefined)
      return { date: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } };
  }
  // The bounds are instants, by which the documents of a volume are sorted: of them the day is certain.
  const [from, to] = [earliest?.slice(0, 10), latest?.slice(0, 10)];
  if (from === undefined || to === undefined) return {};
  return from === to ? { date: { when: from } } : { date: { from, to } };
}

function namesIn(action: PlainElement): readonly PlainElement[] {
  return action.children.filter(
    (child): child is PlainElement => typeof child !== 'string' && ['persName', 'orgName', 'name'].includes(child.name),
  );
}

/** A sender or receiver, as the header names it; whom of the list it means, the name in the heading says where the header does not. */
function partyOf(
  element: PlainElement,
  type: 'from' | 'to',
  { names }: OpenedDocument,
  listed: ReadonlyMap<string, Agent>,
): Agent {
  const name = wordsOf(element);
  const marked = names.filter((one) => one.type === type && one.name === name);
  const pointer = element.attributes['corresp'] ?? (marked.length === 1 ? marked[0]?.corresp : undefined);
  const person = pointer?.startsWith('#') ? listed.get(pointer.slice(1)) : undefined;
  const own = addresses(element.attributes['ref']);
  const kind = element.name === 'orgName' ? 'organisation' : element.name === 'persName' ? 'person' : undefined;
  const agent = namedAgent(name, own.length > 0 ? own : (person?.ids ?? []), kind);
  const { family, given } = person ?? {};
  return {
    ...agent,
    ...(family === undefined || given === undefined ? {} : { family, given }),
    ...(person?.xmlId === undefined ? {} : { xmlId: person.xmlId }),
  };
}

function draftersOf(msDesc: PlainElement | undefined): readonly Agent[] {
  return childrenOf(childOf(msDesc, 'msContents'), 'msItem')
    .flatMap((item) => childrenOf(item, 'respStmt'))
    .filter((statement) => childrenOf(statement, 'resp').some(({ attributes }) => attributes['key'] === 'drafted'))
    .flatMap(namesIn)
    .map((name) =>
      namedAgent(
        wordsOf(name),
        addresses(name.attributes['ref']),
        name.name === 'persName' ? 'person' : 'organisation',
      ),
    );
}

function wordsIn(parent: PlainElement | undefined, name: string): string | undefined {
  const element = childOf(parent, name);
  const words = element === undefined ? '' : wordsOf(element);
  return words === '' ? undefined : words;
}
