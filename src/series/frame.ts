/** What the series' own pages stand in, and how they look. */
import { sitePolicy } from '../model/site-policy.js';
import type { SeriesManifest } from './manifest.js';

export const STYLE_FILE = 'series.css';

export interface FramedPage {
  readonly title: string;
  readonly bodyClass?: string;
  /** More of the head: lines of markup. */
  readonly head?: readonly string[];
  /** What stands below the title in the head of the page. */
  readonly header: string;
  readonly main: string;
}

/** A whole page, in the markup that HTML and XML read alike. It may load what stands beside it, and nothing else. */
export function seriesFrame(
  { publisher }: Pick<SeriesManifest, 'publisher'>,
  { title, bodyClass, head = [], header, main }: FramedPage,
): string {
  const lines = [
    '<meta charset="utf-8"/>',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(sitePolicy('disk'))}"/>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    `<title>${escaped(title)}</title>`,
    `<link rel="stylesheet" href="${STYLE_FILE}"/>`,
    ...head,
  ];
  return `<!DOCTYPE html>
<html lang="en" xmlns="http://www.w3.org/1999/xhtml">
<head>
${lines.join('\n')}
</head>
<body${bodyClass === undefined ? '' : ` class="${bodyClass}"`}>
<header class="series">
${header}
</header>
<main>
${main}
</main>
<footer><p>${escaped(publisher)}</p></footer>
</body>
</html>
`;
}

/** The variables are those of a volume's web edition, whose search page is the same. */
export const STYLE = `:root{color-scheme:light dark;--ground:#fdfcfa;--ink:#1d1d1b;--quiet:#5c5a55;--link:#0b4a7f;--rule:#d8d4cb;--mark:#8a2a1a;--lit:#fbe9a8;--text:"Source Serif 4",Georgia,serif;--label:var(--text);--measure:64ch}
@media(prefers-color-scheme:dark){:root{--ground:#191918;--ink:#e8e6e1;--quiet:#a8a49b;--link:#8fc1ee;--rule:#3a3936;--mark:#e39a86;--lit:#5a4a12}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 var(--text)}
body.page-search{max-width:68rem}
h1{font-size:1.9rem;line-height:1.2;margin:0}
h2,h3,h4,h5,h6{font-size:1.2rem;line-height:1.3;margin:2rem 0 .5rem}
main>section>h2,section section :is(h3,h4,h5,h6){padding-top:.75rem;border-top:1px solid var(--rule)}
section section :is(h3,h4,h5,h6){border:0;margin:1rem 0 .25rem;padding:0;font-size:1.05rem}
header.series p{margin:.35rem 0 0;color:var(--quiet)}
.page-search header.series{margin-bottom:1.5rem}
.volumes{list-style:none;margin:0;padding:0}
.volumes>li{padding:.4rem 0}
a{color:var(--link);text-underline-offset:.15em}
.find{display:flex;gap:.5rem;margin:1rem 0 0}
.find input{flex:1;min-width:0;max-width:24rem}
.find input,.find button{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--quiet);border-radius:.2rem;padding:.3rem .6rem}
.catalogues{margin:3rem 0 0;font-size:.9rem}
.more{display:block;color:var(--quiet);font-size:.9rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
footer{margin-top:3rem;border-top:1px solid var(--rule);color:var(--quiet);font-size:.9rem}
`;

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
