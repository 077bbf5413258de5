/** The series' own pages. All that they are made of is in {@link SeriesView}: what the volumes' results say, and nothing read again. */
import { plural } from '../diagnostics/words.js';
import type { FileSet } from '../model/file-set.js';
import type { SeriesGroup, SeriesManifest } from './manifest.js';
import type { VolumeResult } from './result.js';

/** A volume as the pages of the series show it. */
export interface ShownVolume {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly SeriesGroup[];
  /** What was built of it; absent where it is planned. */
  readonly result?: VolumeResult;
}

export interface SeriesView {
  readonly manifest: SeriesManifest;
  /** In the order of the manifest. */
  readonly volumes: readonly ShownVolume[];
}

/** The pages of the series, by their paths in its folder. The same view makes the same bytes. */
export function seriesPages(view: SeriesView): FileSet {
  return new Map([['index.html', homePage(view)]]);
}

function homePage({ manifest, volumes }: SeriesView): string {
  const { title, subtitle, publisher, address } = manifest;
  const built = volumes.filter(({ result }) => result !== undefined);
  const documents = built.reduce((sum, { result }) => sum + (result?.documents ?? 0), 0);
  return `<!DOCTYPE html>
<html lang="en" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${escaped(title)}</title>${address === undefined ? '' : `\n<link rel="canonical" href="${escaped(address)}"/>`}
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>${subtitle === undefined ? '' : `\n<p class="subtitle">${escaped(subtitle)}</p>`}
<p>${plural(built.length, 'volume')}, ${plural(documents, 'document')}</p>
</header>
<main>
${listed(volumes, 0)}
</main>
<footer><p>${escaped(publisher)}</p></footer>
</body>
</html>
`;
}

/** The volumes with the headings of their groups, which stand where the first of a group does. */
function listed(volumes: readonly ShownVolume[], depth: number): string {
  const parts: string[] = [];
  for (let at = 0; at < volumes.length; ) {
    const group = volumes[at]?.groups[depth];
    let end = at + 1;
    while (end < volumes.length && volumes[end]?.groups[depth]?.id === group?.id) end++;
    const run = volumes.slice(at, end);
    if (group === undefined) parts.push(`<ul>\n${run.map(entry).join('\n')}\n</ul>`);
    else {
      const level = Math.min(6, depth + 2);
      const id = escaped(group.id);
      const heading = `<h${level} id="${id}-heading">${escaped(group.head)}</h${level}>`;
      parts.push(
        `<section id="${id}" aria-labelledby="${id}-heading">\n${heading}\n${listed(run, depth + 1)}\n</section>`,
      );
    }
    at = end;
  }
  return parts.join('\n');
}

const FORMS = [
  ['epub', 'EPUB'],
  ['pdf', 'PDF'],
  ['tei', 'TEI'],
] as const;

function entry({ id, title, result }: ShownVolume): string {
  if (result === undefined)
    return `<li id="${escaped(id)}"><span class="title">${escaped(title)}</span> <span class="more">planned</span></li>`;
  const folder = encodeURIComponent(result.folder);
  const name =
    result.files['html'] === undefined
      ? `<span class="title">${escaped(title)}</span>`
      : `<a class="title" href="${folder}/html/index.html">${escaped(title)}</a>`;
  const forms = FORMS.flatMap(([part, words]) => {
    const file = result.files[part]?.[0];
    const path = file === undefined ? undefined : [folder, part, ...file.split('/').map(encodeURIComponent)].join('/');
    return path === undefined
      ? []
      : [`<a href="${path}">${words}<span class="hidden"> of ${escaped(title)}</span></a>`];
  });
  const more = [plural(result.documents, 'document'), ...forms].join(' · ');
  return `<li id="${escaped(id)}">${name} <span class="more">${more}</span></li>`;
}

const STYLE = `
:root{color-scheme:light dark;--ground:#fdfcfa;--ink:#1d1d1b;--quiet:#5c5a55;--link:#0b4a7f;--rule:#d8d4cb}
@media(prefers-color-scheme:dark){:root{--ground:#191918;--ink:#e8e6e1;--quiet:#a8a49b;--link:#8fc1ee;--rule:#3a3936}}
body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 "Source Serif 4",Georgia,serif}
h1{font-size:1.9rem;line-height:1.2;margin:0}
h2,h3,h4,h5,h6{font-size:1.2rem;line-height:1.3;margin:2rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--rule)}
section section :is(h3,h4,h5,h6){border:0;margin:1rem 0 .25rem;padding:0;font-size:1.05rem}
header p{margin:.35rem 0 0;color:var(--quiet)}
ul{list-style:none;margin:0;padding:0}
li{padding:.4rem 0}
a{color:var(--link);text-underline-offset:.15em}
.more{display:block;color:var(--quiet);font-size:.9rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
footer{margin-top:3rem;border-top:1px solid var(--rule);color:var(--quiet);font-size:.9rem}
`;

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
