import { elementsOf, type HtmlElement, htmlText, tokensOf } from '../html.js';

/** What of a page is not of its text: each element with its kind. */
export interface PageParts {
  /** Where the text stands. */
  readonly roots: readonly HtmlElement[];
  readonly leftOut: ReadonlyMap<HtmlElement, string>;
}

/** Elements that are never text, and what they are. */
const NEVER: ReadonlyMap<string, string> = new Map([
  ['head', 'the head of the file'],
  ['script', 'programs'],
  ['style', 'styles'],
  ['template', 'templates'],
  ['noscript', 'what stands for programs'],
  ['nav', 'navigation'],
  ['aside', 'asides'],
  ['form', 'forms'],
  ['button', 'buttons'],
  ['input', 'forms'],
  ['select', 'forms'],
  ['textarea', 'forms'],
  ['iframe', 'embedded pages'],
  ['object', 'embedded objects'],
  ['embed', 'embedded objects'],
  ['applet', 'embedded objects'],
  ['svg', 'drawings'],
  ['math', 'formulas'],
  ['canvas', 'drawings'],
  ['audio', 'sounds and films'],
  ['video', 'sounds and films'],
  ['dialog', 'dialogues'],
]);

const ROLES: ReadonlyMap<string, string> = new Map([
  ['navigation', 'navigation'],
  ['banner', 'the header of the site'],
  ['contentinfo', 'the footer of the site'],
  ['search', 'forms'],
  ['complementary', 'asides'],
  ['menu', 'navigation'],
  ['menubar', 'navigation'],
  ['dialog', 'dialogues'],
]);

/** Classes and ids by which sites name what is not of the text. */
const NAMES =
  /^(?:nav|navbar|navigation|navbox|breadcrumbs?|menu|main-menu|sidebar|side-bar|toc|table-of-contents|site-header|site-footer|page-header|page-footer|header|footer|masthead|skip-link|skip-to-content|sr-only|visually-hidden|mw-editsection|mw-jump-link|catlinks|printfooter|noprint|no-print|share|social|social-share|cookie|cookie-banner|cookies|advertisement|pagination|prev-next|hsg-nav|hsg-header|hsg-footer)$/;

/** Parts a page into its text and what the site has put around it. */
export function pageParts(root: HtmlElement): PageParts {
  const leftOut = new Map<HtmlElement, string>();
  let mains: HtmlElement[] = [];
  let articles: HtmlElement[] = [];
  let skipped = -1;
  for (const element of elementsOf(root)) {
    if (element.order <= skipped) continue;
    const kind = kindOf(element);
    if (kind !== undefined) {
      leftOut.set(element, kind);
      skipped = element.last;
      continue;
    }
    if (element.name === 'main' || tokensOf(element, 'role').includes('main')) mains.push(element);
    else if (element.name === 'article' && !isInside(element, 'article')) articles.push(element);
  }
  mains = mains.filter(
    (main) => !mains.some((other) => other !== main && main.order > other.order && main.last <= other.last),
  );
  if (mains.some((main) => hasWords(main))) return { roots: mains.filter(hasWords), leftOut };
  articles = articles.filter(hasWords);
  return { roots: articles.length === 1 ? articles : [root], leftOut };
}

function hasWords(element: HtmlElement): boolean {
  return /[\p{L}\p{N}]/u.test(htmlText(element));
}

function kindOf(element: HtmlElement): string | undefined {
  const never = NEVER.get(element.name);
  if (never !== undefined) return element.name === 'aside' && isNotes(element) ? undefined : never;
  const { attributes } = element;
  if (attributes.has('hidden') || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.get('style') ?? ''))
    return 'what the page hides';
  for (const role of tokensOf(element, 'role')) if (ROLES.has(role)) return ROLES.get(role);
  const isOfText = isInside(element, 'article') || isInside(element, 'main') || isInside(element, 'section');
  if (element.name === 'header' && !isOfText && element.parent?.name !== 'html')
    return isTitleBlock(element) ? undefined : 'the header of the site';
  if (element.name === 'footer' && !isOfText && !isNotes(element)) return 'the footer of the site';
  if (element.name === 'html' || element.name === 'body') return undefined;
  const names = [...tokensOf(element, 'class'), (attributes.get('id') ?? '').toLowerCase()];
  return names.some((name) => NAMES.test(name)) && !isTitleBlock(element)
    ? 'navigation and furniture of the site'
    : undefined;
}

/** Pandoc heads a page with `<header id="title-block-header">`. */
function isTitleBlock(element: HtmlElement): boolean {
  return /title-block/.test(element.attributes.get('id') ?? '');
}

/** `aside` and `footer` can hold the notes (DPUB-ARIA 1.1, `doc-footnote`, `doc-endnotes`; EPUB 3 Structural Semantics). */
function isNotes(element: HtmlElement): boolean {
  const roles = [...tokensOf(element, 'role'), ...tokensOf(element, 'epub:type'), ...tokensOf(element, 'class')];
  return roles.some((role) => /^(?:doc-)?(?:foot|end|rear)?notes?$/.test(role));
}

function isInside(element: HtmlElement, name: string): boolean {
  for (let at = element.parent; at !== undefined; at = at.parent) if (at.name === name) return true;
  return false;
}
