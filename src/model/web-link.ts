/** A typed link from a page to another resource (Web Linking, RFC 8288). */
export interface WebLink {
  /** The relation: a registered one (`cite-as`, `describedby`, `item` …). */
  readonly rel: string;
  /** The target, absolute or relative to the page. */
  readonly href: string;
  /** The media type of what is there. */
  readonly type?: string;
  /** The address that names the form of what is there (RFC 6906); HTML has no attribute for it. */
  readonly profile?: string;
  /** What it is called, where a reader is shown it. */
  readonly title?: string;
}

/** A page of the web edition, as far as links from it depend on it. */
export interface SitePage {
  /** The name of its file without `.html`. */
  readonly name: string;
  /** `home`, `document`, `chapter`, `search` … */
  readonly kind: string;
  /** The id of its section; the home page has none. */
  readonly id?: string;
  /** Where a page of kind `alias`, which has no content of its own, leads: an address relative to the home page. */
  readonly to?: string;
}

/** The links that a page bears in its head. */
export type LinksOf = (page: SitePage) => readonly WebLink[];

/** Told all pages of the web edition before they are made, says what each links to. */
export type Signposts = (pages: readonly SitePage[]) => LinksOf;
