import {
  elementsCalled,
  localName,
  type PlainElement,
  readForeignXml,
  wordsCalled,
  wordsOf,
} from '../../formats/xml-tree.js';

/** What a SWORD server answers, as far as it is read: Atom (RFC 4287) and AtomPub (RFC 5023) with the terms of the SWORD 2.0 Profile. */

const TERMS = 'http://purl.org/net/sword/terms/';

/** A collection of the service document (§6.1). */
export interface Collection {
  readonly href: string;
  readonly title: string;
  readonly packagings: readonly string[];
}

export interface Service {
  /** The most that may be sent, in kilobytes; undefined where nothing is said. */
  readonly largest?: number;
  readonly collections: readonly Collection[];
}

/** The addresses of a resource, as a deposit receipt names them (§10). */
export interface Receipt {
  readonly edit?: string;
  readonly media?: string;
  readonly add?: string;
  readonly statement?: string;
  readonly page?: string;
}

/** What a statement says (§11): the state, and the addresses at which the packages that were deposited can be read. */
export interface Statement {
  readonly state: string;
  readonly originals: readonly string[];
}

/** @returns undefined for what is no such document */
export function readService(text: string): Service | undefined {
  const root = rootOf(text, 'service');
  if (root === undefined) return undefined;
  const largest = Number(textOf(root, 'maxUploadSize'));
  const collections = [...elementsCalled(root, 'collection')].map((one) => ({
    href: one.attributes['href'] ?? '',
    title: textOf(one, 'title'),
    packagings: [...elementsCalled(one, 'acceptPackaging')].map((form) => wordsOf(form).trim()),
  }));
  return { ...(Number.isFinite(largest) && largest > 0 ? { largest } : {}), collections };
}

/** @returns undefined for what is no entry */
export function readReceipt(text: string): Receipt | undefined {
  const root = rootOf(text, 'entry');
  return root && receiptOf(root);
}

/** A resource as a collection lists it. */
export interface Listed {
  /** All its words and addresses. */
  readonly words: string;
  /** Those of them that are not its id, which the server may have given it. */
  readonly ownWords: string;
  readonly receipt: Receipt;
}

/** The resources that a collection lists; and where the list goes on. */
export function readFeed(text: string): { readonly entries: readonly Listed[]; readonly next?: string } | undefined {
  const root = rootOf(text, 'feed');
  if (root === undefined) return undefined;
  const entries = childrenCalled(root, 'entry').map((one) => {
    const others = one.children.filter((child) => typeof child === 'string' || localName(child) !== 'id');
    return { words: allWords(one), ownWords: allWords({ ...one, children: others }), receipt: receiptOf(one) };
  });
  const next = linksOf(root).find(({ rel }) => rel === 'next')?.href;
  return { entries, ...(next === undefined ? {} : { next }) };
}

/** A statement in Atom (§11.3), whatever its root. Some servers have an element of their own for the state. */
export function readStatement(text: string): Statement | undefined {
  const root = rootOf(text);
  if (root === undefined) return undefined;
  const named = [...elementsCalled(root, 'category')];
  const state = named.find(({ attributes }) => attributes['scheme'] === `${TERMS}state`)?.attributes['term'];
  const [own] = [...elementsCalled(root, 'deposit_status'), ...elementsCalled(root, 'status')];
  const originals = [...elementsCalled(root, 'entry')]
    .filter((entry) =>
      childrenCalled(entry, 'category').some(({ attributes }) => attributes['term'] === `${TERMS}originalDeposit`),
    )
    .flatMap((entry) => {
      const [content] = childrenCalled(entry, 'content');
      const href = content?.attributes['src'];
      return href === undefined ? [] : [href];
    });
  return { state: state ?? (own === undefined ? '' : wordsOf(own).trim()), originals };
}

/** What an error document says (§12): its title and summary. */
export function readError(text: string): string {
  const root = rootOf(text, 'error');
  if (root === undefined) return '';
  const said = [textOf(root, 'title'), textOf(root, 'summary'), textOf(root, 'verboseDescription')];
  return [...new Set(said.filter((words) => words !== ''))].join(': ');
}

function receiptOf(entry: PlainElement): Receipt {
  const links = linksOf(entry);
  const of = (name: string): string | undefined =>
    links.find(({ rel, type }) => rel === name && !type.includes('rdf'))?.href;
  const named = {
    edit: of('edit'),
    media: of('edit-media'),
    add: of(`${TERMS}add`),
    statement: of(`${TERMS}statement`),
    page: links.find(({ rel, type }) => rel === 'alternate' && (type === '' || type.includes('html')))?.href,
  };
  const found = Object.entries(named).filter(([, href]) => href !== undefined && href !== '');
  return Object.fromEntries(found) as Receipt;
}

function linksOf(
  parent: PlainElement,
): readonly { readonly rel: string; readonly type: string; readonly href: string }[] {
  return childrenCalled(parent, 'link').map(({ attributes }) => ({
    rel: attributes['rel'] ?? 'alternate',
    type: attributes['type'] ?? '',
    href: attributes['href'] ?? '',
  }));
}

function childrenCalled({ children }: PlainElement, name: string): readonly PlainElement[] {
  return children.filter((child): child is PlainElement => typeof child !== 'string' && localName(child) === name);
}

/** The root of an answer; undefined for what is no XML, or where the root has another name than is asked for. */
function rootOf(text: string, name?: string): PlainElement | undefined {
  try {
    const root = readForeignXml(text);
    return name === undefined || localName(root) === name ? root : undefined;
  } catch {
    return undefined;
  }
}

function textOf(parent: PlainElement, name: string): string {
  return wordsCalled(parent, name).trim();
}

/** All words of an entry, and the addresses in it: a server writes an identifier into one or the other. */
function allWords(element: PlainElement): string {
  const own = Object.values(element.attributes).join(' ');
  return `${own} ${element.children.map((child) => (typeof child === 'string' ? child : allWords(child))).join(' ')}`;
}
