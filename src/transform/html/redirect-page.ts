import { sitePolicy } from '../../model/site-policy.js';
import { type Xml, xml } from '../xml.js';

/** A page that has another address now. */
export interface Redirect {
  /** Where it leads, as a path from its own folder. */
  readonly to: string;
  /** What the page is called that it leads to. */
  readonly title: string;
  /** Whether the page stands for an id that something had, or for an address alone. */
  readonly of: 'id' | 'address';
  readonly heading: string;
  /** In a sentence where it is now, with a link. */
  readonly words: Xml;
  /** The address of its own folder, where the edition has one. */
  readonly base: string | undefined;
}

/**
 * A page that leads to another at once, without a script, and says where for whoever is not led (WCAG 2.2, technique G110). Search engines are told
 * which address is the right one.
 */
export function redirectPage({ to, title, of, heading, words, base }: Redirect): string {
  const canonical = base === undefined ? to : new URL(to, base).href;
  return `<!DOCTYPE html>
${xml`<html xmlns="http://www.w3.org/1999/xhtml" lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${sitePolicy('disk')}"/>
<meta http-equiv="refresh" content="0; url=${to}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${title}</title>
<link rel="canonical" href="${canonical}"/>
</head>
<body class="moved-${of}">
<main>
<h1>${heading}</h1>
<p>${words}</p>
</main>
</body>
</html>
`}`;
}
