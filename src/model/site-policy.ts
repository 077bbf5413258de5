/**
 * What a page of the web edition may load (Content Security Policy Level 3): the stylesheets, scripts, pictures and fonts of the edition, and nothing else.
 * No script in a page runs, no text becomes a script, and what is typed is sent nowhere but to the edition's own page.
 * @param from a page says it of itself, wherever it is opened (`disk`); a server says it of what it sends (`server`), and may forbid other sites to put its
 *   pages into theirs, which a page cannot
 * @param origin where pictures of the source's pages are loaded from, if the manifest says so (`https://example.org`); nothing else is loaded from there
 */
export function sitePolicy(from: 'disk' | 'server', origin?: string): string {
  const own = from === 'disk' ? "'self' file:" : "'self'";
  const pictures = from === 'disk' ? "'self' data: file:" : "'self' data:";
  return [
    "default-src 'none'",
    `style-src ${own}`,
    `script-src ${own}`,
    `img-src ${pictures}${origin === undefined ? '' : ` ${origin}`}`,
    `font-src ${own}`,
    "base-uri 'none'",
    `form-action ${own}`,
    ...(from === 'server' ? ["frame-ancestors 'self'"] : []),
  ].join('; ');
}
