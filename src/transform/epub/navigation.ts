import { directionAttribute } from '../direction.js';
import { type Xml, xml } from '../xml.js';
import type { Landmark, NavigationPoint, PageBreak, Publication } from './publication.js';

/** The navigation document: table of contents, landmarks and page list (EPUB 3.3, §7). */
export function navigationDocument(
  publication: Publication,
  contents: readonly NavigationPoint[],
  landmarks: readonly Landmark[],
  pages: readonly PageBreak[],
): string {
  const { language, title } = publication;
  return `${xml`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}"${directionAttribute(language)}>
<head>
<meta charset="UTF-8"/>
<meta name="viewport" content="width=device-width"/>
<title>Contents – ${title}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body class="navigation">
<nav epub:type="toc" role="doc-toc" aria-labelledby="contents-head" id="toc">
<h1 id="contents-head">Contents</h1>
${list(contents)}</nav>
<nav epub:type="landmarks" aria-labelledby="landmarks-head" id="landmarks" hidden="hidden">
<h2 id="landmarks-head">Landmarks</h2>
<ol>
${landmarks.map(landmark)}</ol>
</nav>
${pages.length === 0 ? undefined : pageList(pages)}</body>
</html>
`}`;
}

function list(points: readonly NavigationPoint[]): Xml {
  return xml`<ol>
${points.map(
  (
    point,
  ) => xml`<li><a href="${point.href}">${point.title}${point.about && xml` <span class="about">${point.about}</span>`}</a>${point.children.length === 0 ? undefined : list(point.children)}</li>
`,
)}</ol>
`;
}

function landmark({ type, title, href }: Landmark): Xml {
  return xml`<li><a epub:type="${type}" href="${href}">${title}</a></li>
`;
}

function pageList(pages: readonly PageBreak[]): Xml {
  return xml`<nav epub:type="page-list" role="doc-pagelist" aria-labelledby="pages-head" id="page-list" hidden="hidden">
<h2 id="pages-head">Pages of the source</h2>
<ol>
${pages.map(
  ({ label, href }) => xml`<li><a href="${href}">${label}</a></li>
`,
)}</ol>
</nav>
`;
}
