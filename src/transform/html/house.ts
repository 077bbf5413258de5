import type { Logo, Theme } from '../../model/theme.js';
import type { WebLink } from '../../model/web-link.js';
import { type Xml, xml } from '../xml.js';

/**
 * The office's picture in the head of a page, by day and by night.
 * @param root the way from the page to the folder of the home page
 */
export function logoOf(theme: Theme, root: string): Xml | undefined {
  const { logo, 'dark-logo': dark } = theme;
  if (logo === undefined) return undefined;
  const pictures =
    dark === undefined
      ? picture(logo, root, 'by-day')
      : xml`${picture(logo, root, 'by-day')}${picture(dark, root, 'by-night')}`;
  const link = logo.address === undefined ? pictures : xml`<a href="${logo.address}">${pictures}</a>`;
  return xml`<p class="logo">${link}</p>
`;
}

function picture({ file, description }: Logo, root: string, kind: string): Xml {
  return xml`<img class="${kind}" src="${root}${file}" alt="${description}"/>`;
}

/** The office's links in the head of a page. */
export function headLinks({ links }: Theme): Xml | undefined {
  if (links.length === 0) return undefined;
  const items = links.map(({ text, address }) => xml`<li><a href="${address}">${text}</a></li>`);
  return xml`<nav aria-label="The office"><ul class="house-links">${items}</ul></nav>
`;
}

/** The office's imprint at the foot of a page, and, on paper, where the page is found. */
export function colophonLines({ imprint }: Theme, links: readonly WebLink[]): Xml {
  const lines = imprint.map(({ text, address }) =>
    address === undefined ? xml`<p>${text}</p>\n` : xml`<p><a href="${address}">${text}</a></p>\n`,
  );
  const place = ['canonical', 'cite-as'].flatMap((rel) => links.filter((link) => link.rel === rel)).at(0);
  const found = place && /^https?:/.test(place.href) ? xml`<p class="address">${place.href}</p>\n` : undefined;
  return xml`${lines}${found}`;
}
